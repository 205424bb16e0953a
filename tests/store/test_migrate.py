"""A file is brought up to the current format whole or not at all, and is then as a new one."""

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from samstyring.domain.errors import ReadOnlyError, StoreError
from samstyring.store import tables as t
from samstyring.store.engine import open_engine
from samstyring.store.files import APPLICATION_ID, FORMAT, read_header
from samstyring.store.lock import FileLock, take_lock
from samstyring.store.migrate import migrate_file
from samstyring.workspace import Workspace
from tests.builders import a_person, rows, the_row
from tests.store.test_disk import ROOT, stopped_in_a_write

STORED = {number: Path(__file__).with_name(f"format_{number}.sql") for number in range(1, FORMAT)}


def before_all_formats(path: Path, *statements: str) -> Path:
    """Make a file of ours that has no format yet, and so takes every step there is."""
    connection = sqlite3.connect(path)
    for statement in (*statements, f"PRAGMA application_id = {APPLICATION_ID}"):
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def stored(folder: Path, number: int) -> Path:
    """Make a file of an older format as the program of its time left it."""
    path = folder / "old.samstyring"
    connection = sqlite3.connect(path)
    connection.executescript(STORED[number].read_text(encoding="utf-8"))
    connection.close()
    return path


def contents(path: Path) -> list[str]:
    """Return all that a file holds, as statements that would make it."""
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def schema(path: Path) -> dict[str, list[str]]:
    """Return the lines that make up each table and index, in an order of their own."""
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    lines = {
        name: sorted(line.strip().rstrip(",") for line in sql.splitlines()) for name, sql in found
    }
    connection.close()
    return lines


def test_that_an_empty_database_takes_the_steps_to_the_tables_of_today(tmp_path: Path) -> None:
    path = before_all_formats(tmp_path / "old.samstyring")
    migrate_file(path)
    engine = open_engine(path, read_only=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, t.Row.metadata) == []
    engine.dispose()


def test_that_a_migrated_file_is_as_a_new_one(tmp_path: Path, file: Path) -> None:
    path = before_all_formats(tmp_path / "old.samstyring")
    migrate_file(path)
    made, migrated = schema(file), schema(path)
    assert made.pop("alembic_version") != []
    migrated.pop("alembic_version")
    assert migrated == made
    assert read_header(path) == read_header(file)


def test_that_an_old_file_is_brought_up_to_date_when_it_is_opened(tmp_path: Path) -> None:
    workspace = Workspace.open(before_all_formats(tmp_path / "old.samstyring"))
    a_person(workspace)
    assert len(rows(workspace, t.PersonRow)) == 1
    workspace.close()
    assert read_header(tmp_path / "old.samstyring").format == FORMAT


def test_that_a_failed_step_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = before_all_formats(
        tmp_path / "old.samstyring", "CREATE TABLE person (a)", "INSERT INTO person VALUES (1)"
    )
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="is damaged"):
            Workspace.open(path, read_only=read_only)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_a_file_that_only_says_it_is_ours_is_not_taken_for_an_empty_one(
    tmp_path: Path,
) -> None:
    path = before_all_formats(tmp_path / "old.samstyring", "CREATE TABLE other (a)")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="is damaged"):
            Workspace.open(path, read_only=read_only)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_an_old_file_is_read_without_being_changed(tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    before = path.read_bytes()
    workspace = Workspace.open(path, read_only=True)
    assert the_row(workspace, t.PersonRow)["name"] == "Åse Kárášjohka"
    assert rows(workspace, t.SavedViewRow) == []
    assert (workspace.format, workspace.older) == (1, True)
    with pytest.raises(ReadOnlyError, match="Opened for reading"):
        a_person(workspace)
    workspace.close()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_an_old_file_that_another_has_open_is_read_and_left_alone(tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    before, lock = path.read_bytes(), take_lock(path)
    assert isinstance(lock, FileLock)
    workspace = Workspace.open(path)
    assert "has the file open" in workspace.read_only_reason
    assert len(rows(workspace, t.PersonRow)) == 1
    workspace.close()
    assert path.read_bytes() == before
    lock.release()


def test_that_a_copy_of_an_old_file_is_of_the_current_format(tmp_path: Path) -> None:
    workspace = Workspace.open(stored(tmp_path, 1), read_only=True)
    workspace.save_copy(tmp_path / "copy.samstyring")
    workspace.close()
    copy = Workspace.open(tmp_path / "copy.samstyring")
    assert (copy.format, copy.notice) == (FORMAT, "")
    assert the_row(copy, t.PersonRow)["name"] == "Åse Kárášjohka"
    copy.close()


def test_that_half_a_transaction_of_an_old_file_is_never_read(tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    stopped_in_a_write(path)
    with pytest.raises(StoreError, match="Open it once for writing"):
        Workspace.open(path, read_only=True)
    workspace = Workspace.open(path)
    assert the_row(workspace, t.PersonRow)["name"] == "Åse Kárášjohka"
    workspace.close()


@pytest.mark.parametrize("number", STORED)
def test_that_a_stored_file_of_every_format_opens_and_its_journal_goes_on(
    tmp_path: Path, number: int
) -> None:
    workspace = Workspace.open(stored(tmp_path, number))
    assert the_row(workspace, t.PersonRow)["name"] == "Åse Kárášjohka"
    if number == 1:
        assert workspace.undo_state().undo == "Fill a seat: Åse Kárášjohka, KommIT-rådet 1"
        workspace.undo()
    assert rows(workspace, t.AppointmentRow) == []
    workspace.redo()
    assert len(rows(workspace, t.AppointmentRow)) == 1
    workspace.close()


def test_that_what_an_older_file_was_set_up_with_is_its_foundation(tmp_path: Path) -> None:
    workspace = Workspace.open(stored(tmp_path, 2))
    undone = [change.label for change in iter(workspace.undo, None)]
    assert undone == ["Add a seat", "Add a body", "Add a person"]
    assert workspace.undo_state().nothing_to_undo == "There is nothing more to undo."
    assert {row["kind"] for row in rows(workspace, t.BodyRow)} == {
        "municipality",
        "county_municipality",
    }
    workspace.close()


def test_that_a_file_is_kept_as_it_was_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    before = contents(path)
    workspace = Workspace.open(path)
    name = f"old format 1 {date.today().isoformat()}.samstyring"
    assert workspace.notice.endswith(f"it is kept beside it as “{name}”.")
    workspace.close()
    kept = tmp_path / name
    assert contents(kept) == before
    assert read_header(kept).format == 1
    assert kept.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    again = Workspace.open(path)
    assert again.notice == ""
    again.close()
    assert {each.name for each in tmp_path.iterdir()} == {path.name, name}


def test_that_what_is_kept_never_takes_the_place_of_another(tmp_path: Path) -> None:
    taken = tmp_path / f"old format 1 {date.today().isoformat()}.samstyring"
    taken.write_text("mine")
    Workspace.open(stored(tmp_path, 1)).close()
    assert taken.read_text() == "mine"
    assert read_header(taken.with_stem(f"{taken.stem} 2")).format == 1


def test_that_a_file_with_the_longest_of_names_is_kept_too(tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    path = path.rename(tmp_path / ("å" * 118 + ".samstyring"))
    workspace = Workspace.open(path)
    assert not workspace.read_only
    workspace.close()
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_that_without_room_for_what_is_kept_the_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    before = path.read_bytes()
    # Nothing can be written that is longer than half the file.
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from samstyring.language import set_language\n"
        "from samstyring.workspace import Workspace\n"
        "set_language('en')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) // 2},) * 2)\n"
        "workspace = Workspace.open(Path(sys.argv[1]))\n"
        "print(workspace.read_only_reason)\n"
        "workspace.close()\n"
    )
    said = subprocess.run(
        [sys.executable, "-B", "-c", script, str(path)],
        cwd=ROOT, text=True, capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert said.startswith("The file is of an older format and could not be brought up to date")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
