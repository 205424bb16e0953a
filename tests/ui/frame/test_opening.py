"""Files that cannot be opened as they are: each is told of in a sentence, and left as it was."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QVBoxLayout, QWidget

from samstyring.domain.errors import StoreError
from samstyring.store.files import APPLICATION_ID, FORMAT
from samstyring.ui.application import Application
from samstyring.ui.desk import Desk
from samstyring.ui.jobs import stop_all_jobs
from samstyring.ui.page import PageAction, PageEntry
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.conftest import flush_deferred_deletes
from tests.store.test_migrate import stored


class EmptyPage(QWidget):
    """A page with nothing on it."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        QVBoxLayout(self)

    def show_item(self, kind: str, item_id: str) -> None: ...

    def page_actions(self) -> tuple[PageAction, ...]:
        return ()

    def status_text(self) -> str:
        return ""


def _no_example(_path: Path, _today: date) -> None:
    raise StoreError("The disk is full.")


def _no_set_up(_workspace: Workspace) -> None:
    raise StoreError("The disk is full.")


@pytest.fixture
def application(tmp_path: Path, qapp: QApplication) -> Iterator[Application]:
    """Give a program with one page, which can make neither the example nor a new file."""
    entries = (PageEntry("graph", "Graph", "graph", EmptyPage),)
    made = Application(Settings(tmp_path / "s.ini"), entries, _no_example, _no_set_up)
    yield made
    for box in boxes():
        box.close()
    made.close()
    if made.window is not None:
        made.window.deleteLater()
    stop_all_jobs()
    flush_deferred_deletes()


def boxes() -> list[QMessageBox]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]


def said() -> str:
    (box,) = [each for each in boxes() if each.isVisible()]
    return box.text()


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("make", "gist"),
    [
        (lambda _path: None, "There is no file"),
        (Path.mkdir, "is a folder"),
        (Path.touch, "is empty"),
        (_newer, "newer version"),
        (lambda path: path.write_bytes(bytes(range(255, 0, -1)) * 20), "damaged, or protected"),
    ],
)
def test_that_what_cannot_be_opened_is_told_of(
    application: Application, tmp_path: Path, make: Callable[[Path], object], gist: str
) -> None:
    path = tmp_path / "a.samstyring"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    assert not application.open_path(path)
    assert gist in said()
    assert application.window is None
    assert (path.read_bytes() if path.is_file() else None) == before


def test_that_a_name_no_system_takes_is_told_of(application: Application, tmp_path: Path) -> None:
    application.start(tmp_path / ("å" * 200 + ".samstyring"))
    assert any("cannot be read" in box.text() for box in boxes())


def test_that_an_older_file_tells_where_it_is_kept_as_it_was(
    application: Application, tmp_path: Path
) -> None:
    path = stored(tmp_path, 1)
    assert application.open_path(path)
    assert "has been brought up to date" in said()
    (kept,) = tmp_path.glob("old format 1 *.samstyring")
    assert kept.name in said()


def test_that_the_leader_reads_an_older_file_without_changing_it(
    application: Application, tmp_path: Path
) -> None:
    path = stored(tmp_path, 1)
    before = path.read_bytes()
    assert application.open_for_leader(path)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.samstyring")) == [path]
    assert not [box for box in boxes() if box.isVisible()]


def test_that_a_file_that_another_has_open_says_so_at_the_top(
    application: Application, tmp_path: Path
) -> None:
    path = tmp_path / "a.samstyring"
    writing = Workspace.create(path)
    assert application.open_path(path)
    assert application.window is not None
    assert "has the file open since" in application.window.banner.text()
    writing.close()


def test_that_a_new_file_that_cannot_be_set_up_is_not_left(
    application: Application, tmp_path: Path
) -> None:
    application._on_new_chosen(str(tmp_path / "a.samstyring"))
    assert said() == "The disk is full."
    assert not list(tmp_path.glob("a.samstyring*"))


def test_that_a_new_file_takes_the_place_of_no_other(
    application: Application, tmp_path: Path
) -> None:
    path = tmp_path / "a.samstyring"
    path.write_text("mine")
    application._on_new_chosen(str(path))
    assert "exists already" in said()
    assert path.read_text() == "mine"
