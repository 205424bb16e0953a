"""The roster of a body, and the booklet of all, from the window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.letters import RosterDialog, ask_roster
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_seat, an_appointment, the_row
from tests.export.mandate_samples import text_of
from tests.ui import rules


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.in_memory()
    an_appointment(workspace)
    a_seat(workspace, a_body(workspace, "Ågruppa"))
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


def _write(dialog: RosterDialog, target: Path) -> None:
    dialog.accept()
    assert dialog.file_dialog is not None
    dialog.file_dialog.fileSelected.emit(str(target))
    dialog.file_dialog.reject()


def test_that_the_booklet_holds_every_body(
    desk: Desk, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, target = ask_roster(desk, window), tmp_path / "booklet.docx"
    dialog.fields.form.setCurrentIndex(dialog.fields.form.findData("nn"))
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        _write(dialog, target)
    said = text_of(target)
    assert "Kven sit kvar" in said
    assert all(word in said for word in ("KommIT-rådet", "Kari Nordmann", "Ågruppa"))


def test_that_a_roster_is_of_one_body(
    desk: Desk, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    body_id = the_row(desk.workspace, t.BodyNameRow, name="Ågruppa")["body_id"]
    dialog, target = ask_roster(desk, window, body_id), tmp_path / "roster.docx"
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        _write(dialog, target)
    assert "Kari Nordmann" not in text_of(target)


def test_that_a_file_that_cannot_be_written_is_told_of(
    desk: Desk, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask_roster(desk, window)
    _write(dialog, tmp_path / "gone" / "booklet.docx")
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert "is not there" in dialog.error.text()
    assert rules.breaches(dialog) == []
