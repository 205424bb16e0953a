"""Qt's own words in bokmål and nynorsk."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

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


@pytest.mark.parametrize("name", ["qtbase_nb", "newer_nb", "newer_nn"])
def test_that_the_compiled_catalogue_is_current(tmp_path: Path, name: str) -> None:
    fresh = tmp_path / "fresh.qm"
    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    source = resource_path("qt", f"{name}.ts")
    subprocess.run([tool, source, "-qm", fresh, "-silent"], check=True)
    assert fresh.read_bytes() == resource_path("qt", f"{name}.qm").read_bytes()


class Listener(QTranslator):
    """Hears of the texts that no catalogue has, since those installed later are asked first."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def translate(  # the base answers None for what it does not know, and so must this
        self, context: str, text: str, _more: str | None = None, _count: int = -1
    ) -> str:
        if context != "QShortcut":  # the names of keys that hardly any keyboard has
            self.asked.add(text)
        return None  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_nothing_in_the_choice_of_a_file_is_in_english(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    (tmp_path / "ark").mkdir()
    listener = Listener()
    qapp.installTranslator(listener)
    install_qt_translator(qapp, language)
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setNameFilters(["Alt (*)", "Tekst (*.txt)"])
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    view = dialog.findChild(QTreeView)
    assert isinstance(view, QTreeView)
    model = view.model()
    qtbot.waitUntil(lambda: model.rowCount(view.rootIndex()) == 1)
    kinds = [model.index(0, column, view.rootIndex()).data() for column in range(3)]
    assert kinds[0] == "ark"
    assert kinds[2] == "Mappe"
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Filtype:", {"nb": "Let i:", "nn": "Leit i:"}[language]} <= labels
    qapp.removeTranslator(listener)
    assert listener.asked <= {"QT_LAYOUT_DIRECTION"}, "the direction of writing is no text"


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
