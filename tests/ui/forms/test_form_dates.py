"""Date fields take what people write, say what is wrong, and can be filled by the calendar."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate, Period
from samstyring.ui.forms import PartialDateEdit, PeriodEdit
from tests.ui import rules

Own = Callable[[QWidget], QWidget]


@pytest.fixture
def edit(own_windows: Own) -> PartialDateEdit:
    edit = PartialDateEdit("First day")
    own_windows(edit)
    edit.show()
    return edit


@pytest.mark.parametrize(
    ("written", "value", "shown"),
    [
        ("07.02.2026", PartialDate(2026, 2, 7), "07.02.2026"),
        ("7.2.2026", PartialDate(2026, 2, 7), "07.02.2026"),
        ("2026-02-07", PartialDate(2026, 2, 7), "07.02.2026"),
        ("02.2026", PartialDate(2026, 2), "02.2026"),
        (" 2026 ", PartialDate(2026), "2026"),
        ("", None, ""),
    ],
)
def test_that_dates_are_read_as_written_and_shown_one_way(
    edit: PartialDateEdit, qtbot: QtBot, written: str, value: PartialDate | None, shown: str
) -> None:
    qtbot.keyClicks(edit.field, written)
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert edit.value() == value
    assert edit.field.text() == shown
    assert edit.error.text() == ""


def test_that_a_wrong_date_is_told_below_the_field_until_it_is_mended(
    edit: PartialDateEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit.field, "32.01.2026")
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert "32.01.2026" in edit.error.text()
    assert edit.error.isVisible()
    with pytest.raises(RuleError):
        edit.value()
    qtbot.keyClick(edit.field, Qt.Key.Key_Backspace)
    assert not edit.error.isVisible()


def test_that_the_calendar_opens_at_the_date_and_fills_the_field(
    edit: PartialDateEdit, qtbot: QtBot
) -> None:
    edit.set_value(date(2025, 11, 3))
    edit.open_calendar()
    popup = edit._calendar
    assert popup is not None
    assert popup.calendar.selectedDate() == QDate(2025, 11, 3)
    with qtbot.waitSignal(edit.value_changed, timeout=30_000):
        popup.calendar.activated.emit(QDate(2025, 12, 24))
    assert edit.value() == PartialDate(2025, 12, 24)
    assert not popup.isVisible()


def test_that_a_period_tells_when_it_ends_before_it_begins(own_windows: Own, qtbot: QtBot) -> None:
    edit = PeriodEdit("Term")
    own_windows(edit)
    edit.show()
    edit.set_value(Period(PartialDate(2026), None))
    qtbot.keyClicks(edit.last.field, "2025")
    qtbot.keyClick(edit.last.field, Qt.Key.Key_Return)
    assert edit.error.text() != ""
    with pytest.raises(RuleError):
        edit.value()
    edit.last.set_value(PartialDate(2027, 6))
    assert edit.value() == Period(PartialDate(2026), PartialDate(2027, 6))


def test_that_date_fields_are_for_everyone(own_windows: Own) -> None:
    page = QWidget()
    own_windows(page)
    PeriodEdit("Term", page)
    page.show()
    assert rules.unnamed_inputs(page) == []
    assert rules.unreachable_inputs(page) == []
    assert rules.silent_icon_buttons(page) == []
