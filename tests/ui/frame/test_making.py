"""The first start: a notice while the example is made, and then the window."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samstyring.domain.errors import StoreError
from samstyring.example import set_up_new
from samstyring.ui.application import Application, example_path
from samstyring.ui.frame.pages import PAGES
from samstyring.ui.jobs import stop_all_jobs
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.conftest import flush_deferred_deletes


def _small_example(path: Path, _today: date) -> None:
    Workspace.create(path).close()


def _full_disk(_path: Path, _today: date) -> None:
    raise StoreError("The disk is full. Free some space.")


def test_that_the_example_is_made_beside_a_notice(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    application = Application(Settings(tmp_path / "s.ini"), PAGES, _small_example, set_up_new)
    application.start(None)
    assert application._making is not None
    assert application._making.isVisible()
    qtbot.waitUntil(lambda: application.window is not None, timeout=30_000)
    assert application.window is not None
    assert application.window.desk.workspace.path == example_path()
    application.close()
    application.window.deleteLater()
    stop_all_jobs()
    flush_deferred_deletes()


def test_that_a_full_disk_is_told_in_words(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    application = Application(Settings(tmp_path / "s.ini"), PAGES, _full_disk, set_up_new)
    application.start(None)
    qtbot.waitUntil(lambda: application._dialog is not None, timeout=30_000)
    assert application.window is None
    assert application._dialog is not None
    application._dialog.close()
    application.close()
    stop_all_jobs()
    flush_deferred_deletes()
