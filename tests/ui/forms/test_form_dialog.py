"""A form dialog stays with the sentence when the command refuses, and closes when it is done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from samstyring.domain.errors import RuleError, StoreError
from samstyring.ui.forms import FormDialog, PartialDateEdit, RecordPicker
from samstyring.ui.forms.field_error import FieldError
from tests.ui import rules

Own = Callable[[QWidget], QWidget]


class Command:
    """Stands for the page that runs the command, and refuses as long as it is told to."""

    def __init__(self) -> None:
        self.refusal: Exception | None = None
        self.runs = 0

    def submit(self) -> None:
        if self.refusal:
            raise self.refusal
        self.runs += 1


@pytest.fixture
def command() -> Command:
    return Command()


@pytest.fixture
def dialog(own_windows: Own, command: Command, qtbot: QtBot) -> FormDialog:
    window = own_windows(QWidget())
    dialog = FormDialog(
        "End the mandate", "Members keep their seats.", "End it", command.submit, window
    )
    dialog.add_row("&Mandate", RecordPicker("Mandate"))
    dialog.add_row("&Last day", PartialDateEdit("Last day"), "The last day on which it holds.")
    dialog.add_row("&Reason", QLineEdit())
    window.show()
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.mark.parametrize(
    "refusal", [RuleError("It cannot end before it begins."), StoreError("The disk is full.")]
)
def test_that_a_refusal_is_told_and_the_dialog_stays(
    dialog: FormDialog, command: Command, refusal: Exception
) -> None:
    command.refusal = refusal
    dialog.ok_button.click()
    assert dialog.isVisible()
    assert dialog.error.text() == str(refusal)
    command.refusal = None
    dialog.ok_button.click()
    assert not dialog.isVisible()
    assert command.runs == 1


def test_that_what_is_wrong_stands_under_its_field_until_it_is_changed(
    dialog: FormDialog, command: Command, qtbot: QtBot
) -> None:
    day = dialog.findChild(PartialDateEdit)
    reason = dialog.findChildren(QLineEdit)[-1]
    assert day is not None
    command.refusal = FieldError("Write the day.", day)
    below = dialog.ok_button.mapToGlobal(QPoint(0, 0))
    dialog.ok_button.click()
    qtbot.wait(20)
    place = dialog.error.mapTo(dialog, QPoint(0, 0)).y()
    assert day.mapTo(dialog, QPoint(0, 0)).y() < place < reason.mapTo(dialog, QPoint(0, 0)).y()
    assert day.field.hasFocus()
    assert dialog.ok_button.mapToGlobal(QPoint(0, 0)) == below
    qtbot.keyClicks(day.field, "1")
    assert dialog.error.text() == ""
    command.refusal = RuleError("It cannot end before it begins.")
    dialog.ok_button.click()
    qtbot.wait(20)
    assert dialog.error.mapTo(dialog, QPoint(0, 0)).y() > reason.mapTo(dialog, QPoint(0, 0)).y()


def test_that_a_finished_dialog_is_deleted(dialog: FormDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.finished, timeout=30_000) as done:
        dialog.ok_button.click()
    assert done.args == [QDialog.DialogCode.Accepted.value]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(dialog)


def test_that_cancelling_runs_nothing(dialog: FormDialog, command: Command) -> None:
    dialog.cancel_button.click()
    assert not dialog.isVisible()
    assert command.runs == 0


def test_that_the_keyboard_begins_in_the_first_field(dialog: FormDialog, qtbot: QtBot) -> None:
    first = dialog.findChild(RecordPicker)
    assert first is not None
    qtbot.waitUntil(lambda: dialog.focusWidget() in (first, first.lineEdit()))


def test_that_a_form_is_for_everyone(dialog: FormDialog, command: Command) -> None:
    assert rules.breaches(dialog) == []
    assert rules.jumping_tab_order(dialog) == []
    assert rules.rich_data_labels(dialog) == []
    command.refusal = RuleError("It cannot end before it begins. " * 6)
    dialog.ok_button.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert rules.clipped_texts(dialog) == []


def test_that_a_form_is_as_high_as_its_rows(own_windows: Own) -> None:
    form = FormDialog("Add a body", "A short sentence.", "Add", print)
    for number in range(20):
        form.add_row(f"Row {number}", QLineEdit())
    own_windows(form)
    form.open()
    room = form.screen().availableGeometry().height()
    assert form.sizeHint().height() > room * 2 / 3, "Qt would not stop at this"
    assert form.height() >= min(form.sizeHint().height(), form.maximumHeight())
