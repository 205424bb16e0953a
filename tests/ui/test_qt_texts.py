"""Qt's own words in bokmål and nynorsk."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from samstyring.resources import resource_path
from samstyring.ui.qt_texts import install_qt_translator

SOURCE = resource_path("qt", "qtbase_nb.ts")
_PLACEHOLDER = re.compile(r"%\d")


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    install_qt_translator(qapp, "en")
    QLocale.setDefault(before)


def _messages() -> list[tuple[str, str, str]]:
    tree = ElementTree.parse(SOURCE)
    return [
        (
            context.findtext("name", ""),
            item.findtext("source", ""),
            item.findtext("translation", ""),
        )
        for context in tree.iter("context")
        for item in context.iter("message")
    ]


def test_that_buttons_are_in_bokmal(qapp: QApplication) -> None:
    assert install_qt_translator(qapp, "nb")
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
    )
    words = [button.text().replace("&", "") for button in box.buttons()]
    assert sorted(words) == ["Avbryt", "Lagre"]


def test_that_a_new_language_takes_the_place_of_the_old(qapp: QApplication) -> None:
    install_qt_translator(qapp, "nb")
    install_qt_translator(qapp, "nn")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert QCoreApplication.translate("QPlatformTheme", "Retry") != "Prøv igjen"
    install_qt_translator(qapp, "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_that_the_compiled_catalogue_is_current(tmp_path: Path) -> None:
    fresh = tmp_path / "qtbase_nb.qm"
    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run([tool, SOURCE, "-qm", fresh, "-silent"], check=True)
    assert fresh.read_bytes() == resource_path("qt", "qtbase_nb.qm").read_bytes()


def test_that_every_text_is_one_that_qt_asks_for() -> None:
    qts_own = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert qts_own.load("qtbase_nn.qm", folder)
    unknown = [(c, s) for c, s, _text in _messages() if not qts_own.translate(c, s)]
    assert unknown == []


def test_that_placeholders_and_mnemonics_survive() -> None:
    broken = [
        (context, source, text)
        for context, source, text in _messages()
        if not text
        or sorted(_PLACEHOLDER.findall(source)) != sorted(_PLACEHOLDER.findall(text))
        or source.count("&") != text.count("&")
    ]
    assert broken == []


@pytest.mark.parametrize("context", ["QLineEdit", "QWidgetTextControl", "QAbstractSpinBox"])
def test_that_no_two_entries_of_a_menu_share_a_letter(context: str) -> None:
    texts = [text for name, _source, text in _messages() if name == context]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)), letters
