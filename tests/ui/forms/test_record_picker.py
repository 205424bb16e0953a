"""A picker finds a record by any part of its name, and never picks what was not meant."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.errors import RuleError
from samstyring.ui.forms import Choice, RecordPicker
from tests.ui import rules

Own = Callable[[QWidget], QWidget]

CHOICES = (
    Choice("1", "Siv Aasen", "Ås kommune"),
    Choice("2", "Kari Berg", "Bergen kommune"),
    Choice("3", "Kari Berg", "Bodø kommune"),
    Choice("4", "Máret Balto", "Deatnu Tana"),
)


@pytest.fixture
def picker(own_windows: Own) -> RecordPicker:
    picker = RecordPicker("Person")
    own_windows(picker)
    picker.set_choices(CHOICES)
    picker.show()
    return picker


def _type(qtbot: QtBot, picker: RecordPicker, text: str) -> None:
    field = picker.lineEdit()
    assert field is not None
    qtbot.keyClicks(field, text)


def _leave(picker: RecordPicker) -> None:
    field = picker.lineEdit()
    assert field is not None
    field.editingFinished.emit()


def test_that_nothing_is_picked_at_first(picker: RecordPicker) -> None:
    assert picker.value() is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ås", ["1"]), ("maret", ["4"]), ("berg kari", ["2", "3"]), ("kari bodø", ["3"]), ("q", [])],
)
def test_that_typing_lists_those_that_hold_every_word(
    picker: RecordPicker, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    _type(qtbot, picker, typed)
    assert [choice.id for choice in picker.found()] == found


def test_that_the_only_one_that_fits_is_picked_on_leaving(
    picker: RecordPicker, qtbot: QtBot
) -> None:
    _type(qtbot, picker, "aasen")
    with qtbot.waitSignal(picker.value_changed, timeout=30_000):
        _leave(picker)
    assert picker.value() == "1"
    assert picker.currentText() == "Siv Aasen · Ås kommune"


def test_that_namesakes_are_not_mixed_up(picker: RecordPicker, qtbot: QtBot) -> None:
    _type(qtbot, picker, "kari berg")
    _leave(picker)
    with pytest.raises(RuleError, match="kari berg"):
        picker.value()
    picker.set_value("3")
    assert picker.value() == "3"


def test_that_choosing_in_the_popup_picks_that_very_one(picker: RecordPicker, qtbot: QtBot) -> None:
    _type(qtbot, picker, "kari")
    completer = picker.completer()
    assert completer is not None
    model = completer.completionModel()
    completer.activated[QModelIndex].emit(model.index(1, 0))
    assert picker.value() == "3"


def test_that_a_changed_list_keeps_what_is_picked(picker: RecordPicker) -> None:
    picker.set_value("4")
    picker.set_choices((Choice("9", "New"), *CHOICES))
    assert picker.value() == "4"
    picker.set_choices(CHOICES[:2])
    assert picker.value() is None


def test_that_emptying_the_field_picks_nothing(picker: RecordPicker, qtbot: QtBot) -> None:
    picker.set_value("4")
    picker.setEditText("")
    assert picker.value() is None
    assert picker.is_valid()


def test_that_the_arrow_keys_pick(picker: RecordPicker, qtbot: QtBot) -> None:
    picker.set_value("1")
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker.value() == "2"


def test_that_a_picker_is_for_everyone(own_windows: Own) -> None:
    page = QWidget()
    own_windows(page)
    RecordPicker("Person", page)
    page.show()
    assert rules.unnamed_inputs(page) == []
    assert rules.unreachable_inputs(page) == []


def test_that_a_long_text_is_shown_from_its_beginning(own_windows: Own) -> None:
    picker = own_windows(RecordPicker("Round"))
    picker.set_choices((Choice("1", "Digitaliseringsutvalget 2027–2029", "KS' administrasjon"),))
    picker.set_value("1")
    field = picker.lineEdit()
    assert field is not None
    assert field.cursorPosition() == 0
