"""Starting in the window that only reads, and going on to the ordinary one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from samstyring.commands.bodies import add_body
from samstyring.domain.bodies import BodyFacts, BodyKind, Level
from samstyring.example import build_example, set_up_new
from samstyring.ui.application import Application
from samstyring.ui.frame.pages import PAGES
from samstyring.ui.jobs import stop_all_jobs
from samstyring.ui.leader import set_starts_with_leader
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.conftest import flush_deferred_deletes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.samstyring"
    workspace = Workspace.create(path)
    workspace.run(add_body, "Rådet", BodyFacts(BodyKind.COUNCIL, Level.NATIONAL))
    workspace.close()
    return path


@pytest.fixture
def application(tmp_path: Path, qapp: QApplication) -> Iterator[Application]:
    made = Application(Settings(tmp_path / "s.ini"), PAGES, build_example, set_up_new)
    yield made
    made.close()
    stop_all_jobs()
    flush_deferred_deletes()


def test_that_the_leader_is_shown_a_file_that_can_be_written_by_others(
    application: Application, file: Path
) -> None:
    application.start(file, leader=True)
    assert application.window is None
    other = Workspace.open(file)
    assert not other.read_only
    other.close()


def test_that_one_can_go_on_to_work(application: Application, file: Path) -> None:
    application.start(file, leader=True)
    assert application._leader is not None
    application._leader.work_requested.emit()
    assert application.window is not None
    assert not application.window.desk.workspace.read_only


def test_that_the_setting_is_kept(application: Application, file: Path) -> None:
    set_starts_with_leader(application.settings, True)
    application.start(file)
    assert application.window is None
    assert application._leader is not None


def test_that_an_unknown_view_is_told_of_and_the_file_opens(
    application: Application, file: Path
) -> None:
    application.start(file, leader=True, view="No such view")
    assert application.window is not None
