"""Letters from the window: who is ticked, what is written, and what is told when it fails."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.letters import LetterKind
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Toast
from samstyring.ui.letters import LettersDialog, ask_letters
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_round, a_seat
from tests.ui import rules


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.in_memory()
    networks = tuple(a_body(workspace, name) for name in ("Digi Agder", "DigiViken"))
    a_round(workspace, seat_ids=(a_seat(workspace),), ask_ids=networks)
    made = Desk(workspace, Settings(tmp_path / "settings.ini"))
    made.set_day(date(2026, 3, 10))
    yield made
    made.close()


@pytest.fixture
def window(own_windows: Callable[[QWidget], QWidget]) -> QWidget:
    shown = own_windows(QWidget())
    shown.resize(900, 700)
    shown.show()
    return shown


@pytest.fixture
def dialog(desk: Desk, window: QWidget) -> LettersDialog:
    from samstyring.queries.nominations import round_lines

    (line,) = desk.read(round_lines, as_of=desk.day)
    shown = ask_letters(desk, line.id, window)
    assert shown is not None
    return shown


def _write(dialog: LettersDialog, folder: Path) -> None:
    dialog.accept()
    assert dialog.error.text() == ""
    assert dialog.file_dialog is not None
    dialog.file_dialog.fileSelected.emit(str(folder))
    dialog.file_dialog.reject()


def test_that_a_late_round_begins_with_reminders_to_all(dialog: LettersDialog) -> None:
    assert dialog.kind.currentData() == LetterKind.REMINDER
    assert [letter.recipient for letter in dialog.chosen()] == ["Digi Agder", "DigiViken"]
    assert dialog.recipients.count.text() == "2 of 2 ticked"


def test_that_only_those_who_are_ticked_are_written_to(
    dialog: LettersDialog, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.recipients.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.fields.form.setCurrentIndex(dialog.fields.form.findData("nn"))
    dialog.fields.format.setCurrentIndex(dialog.fields.format.findData(".pdf"))
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        _write(dialog, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["Påminning - DigiViken.pdf"]
    toast = window.findChild(Toast)
    assert toast is not None
    assert toast.text() == "Exported as “Påminning - DigiViken.pdf”."


def test_that_a_tick_that_was_taken_away_stays_away_when_the_form_changes(
    dialog: LettersDialog,
) -> None:
    dialog.recipients.none_button.click()
    assert not dialog.ok_button.isEnabled()
    dialog.fields.form.setCurrentIndex(2)
    assert dialog.chosen() == ()
    dialog.recipients.all_button.click()
    assert len(dialog.chosen()) == 2


def test_that_a_kind_nobody_gets_says_so(dialog: LettersDialog) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(LetterKind.THANKS.value))
    assert dialog.recipients.count.text() == "Nobody gets this kind of letter as the round stands."
    assert not dialog.ok_button.isEnabled()


def test_that_a_folder_that_cannot_be_made_is_told_of_and_the_form_stays(
    dialog: LettersDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    _write(dialog, tmp_path / "file" / "out")
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.ok_button.isEnabled)


def test_that_a_template_that_is_gone_is_told_of(dialog: LettersDialog) -> None:
    dialog.fields.template.field.setText("/nowhere/letter.docx")
    dialog.accept()
    assert dialog.error.text() == "The template is not there. Choose another, or empty the field."


def test_that_a_round_that_is_gone_is_told_of(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.failed) as failed:
        assert ask_letters(desk, "gone", window) is None
    assert failed.args == ["This round is no longer in the file."]


def test_that_the_form_can_be_used_without_eyes_or_mouse(dialog: LettersDialog) -> None:
    assert rules.breaches(dialog) == []
