"""A file is brought up to the current format whole or not at all, and is then as a new one."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import OperationalError

from samstyring.domain.errors import StoreError
from samstyring.store import tables as t
from samstyring.store.engine import open_engine
from samstyring.store.files import APPLICATION_ID, FORMAT, read_header
from samstyring.store.lock import FileLock, take_lock
from samstyring.store.migrate import migrate_file
from samstyring.workspace import Workspace
from tests.builders import a_person, rows, the_row

STORED = Path(__file__).with_name("format_1.sql")


def before_all_formats(path: Path, *statements: str) -> Path:
    """Make a file of ours that has no format yet, and so takes every step there is."""
    connection = sqlite3.connect(path)
    for statement in (*statements, f"PRAGMA application_id = {APPLICATION_ID}"):
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


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
    with pytest.raises(OperationalError, match="table person already exists"):
        Workspace.open(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_an_old_file_is_not_changed_by_reading_it(tmp_path: Path) -> None:
    path = before_all_formats(tmp_path / "old.samstyring")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is of an older format"):
        Workspace.open(path, read_only=True)
    assert path.read_bytes() == before


def test_that_an_old_file_that_another_has_open_is_left_alone(tmp_path: Path) -> None:
    path = before_all_formats(tmp_path / "old.samstyring")
    before, lock = path.read_bytes(), take_lock(path)
    assert isinstance(lock, FileLock)
    with pytest.raises(StoreError, match=r"older format.*has the file open"):
        Workspace.open(path)
    assert path.read_bytes() == before
    lock.release()


def test_that_a_stored_file_of_format_1_opens(tmp_path: Path) -> None:
    path = tmp_path / "format_1.samstyring"
    connection = sqlite3.connect(path)
    connection.executescript(STORED.read_text(encoding="utf-8"))
    connection.close()
    workspace = Workspace.open(path)
    assert the_row(workspace, t.PersonRow)["name"] == "Åse Kárášjohka"
    assert workspace.undo_state().undo == "Fill a seat: Åse Kárášjohka, KommIT-rådet 1"
    workspace.undo()
    assert rows(workspace, t.AppointmentRow) == []
    workspace.close()
