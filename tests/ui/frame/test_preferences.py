"""The settings: the language waits until it is picked, the rest is seen at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from samstyring.language import set_language
from samstyring.ui.frame.preferences import PreferencesDialog
from samstyring.ui.settings import Settings
from tests.ui import rules


@pytest.fixture
def dialog(tmp_path: Path, own_windows: Callable[[QWidget], QWidget]) -> PreferencesDialog:
    settings = Settings(tmp_path / "s.ini")
    settings.language = "nb"
    holder = own_windows(QWidget())
    made = PreferencesDialog(settings, holder)
    made.show()
    made.language.setFocus()
    return made


def heard(dialog: PreferencesDialog) -> list[str]:
    told: list[str] = []
    dialog.language_changed.connect(lambda: told.append("language"))
    return told


def test_that_the_arrow_keys_look_at_languages_and_enter_takes_one(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    told = heard(dialog)
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    assert (dialog.language.currentData(), told) == ("en", [])
    qtbot.keyClick(dialog.language, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.language, Qt.Key.Key_Return)
    assert told == ["language"]


def test_that_a_language_picked_from_the_list_is_taken_at_once(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    told = heard(dialog)
    dialog.language.showPopup()
    view = dialog.language.view()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told == ["language"]


def test_that_close_takes_what_is_chosen_and_escape_does_not(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    told = heard(dialog)
    qtbot.keyClick(dialog.language, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
    dialog.show()
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Close).click()
    assert told == ["language"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_that_the_settings_are_for_everyone_in_each_language(
    tmp_path: Path, own_windows: Callable[[QWidget], QWidget], language: str
) -> None:
    set_language(language)
    made = PreferencesDialog(Settings(tmp_path / "s.ini"), own_windows(QWidget()))
    made.show()
    assert rules.breaches(made) == []
