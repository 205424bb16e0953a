"""What file, disk and others refuse is said in a sentence; our own faults rise as they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from samstyring.domain.errors import ConflictError, SamstyringError, StoreError
from samstyring.store.refusals import explained

PATH = Path("a.samstyring")


def _refused(code: str, kind: type[sqlite3.DatabaseError] = sqlite3.OperationalError) -> DBAPIError:
    error = kind("what the database says")
    if code:
        error.sqlite_errorname = code
    wrapper = IntegrityError if kind is sqlite3.IntegrityError else OperationalError
    return wrapper("", {}, error)


@pytest.mark.parametrize(
    ("code", "gist"),
    [
        ("SQLITE_FULL", "the disk is full or gone. Nothing was changed"),
        ("SQLITE_IOERR_WRITE", "the disk is full or gone. Nothing was changed"),
        ("SQLITE_BUSY", "is busy in another program"),
        ("SQLITE_LOCKED_SHAREDCACHE", "is busy in another program"),
        ("SQLITE_CANTOPEN", "has been moved, deleted or is out of reach"),
        ("SQLITE_READONLY_DBMOVED", "has been moved, deleted or is out of reach"),
        ("SQLITE_READONLY_ROLLBACK", "Open it once for writing"),
        ("SQLITE_READONLY", "may not be written"),
        ("SQLITE_CORRUPT_INDEX", "is damaged"),
        ("SQLITE_NOTADB", "is damaged"),
        ("", "is damaged"),
    ],
)
def test_that_what_the_disk_refuses_is_said_in_a_sentence(code: str, gist: str) -> None:
    with pytest.raises(StoreError, match=gist) as refusal, explained(PATH):
        raise _refused(code)
    assert "a.samstyring" in str(refusal.value)


@pytest.mark.parametrize(
    "fault",
    [
        _refused("SQLITE_ERROR"),
        _refused("SQLITE_TOOBIG"),
        _refused("SQLITE_MISUSE"),
        _refused("SQLITE_CONSTRAINT_NOTNULL", sqlite3.IntegrityError),
        _refused("SQLITE_CONSTRAINT_PRIMARYKEY", sqlite3.IntegrityError),
        DBAPIError("", {}, ValueError("a bug")),
        ValueError("a bug"),
    ],
)
def test_that_a_fault_of_our_own_rises_as_it_is(fault: Exception) -> None:
    with pytest.raises(type(fault)) as risen, explained(PATH):
        raise fault
    assert risen.value is fault
    assert not isinstance(risen.value, SamstyringError)


@pytest.mark.parametrize(
    "error",
    [
        StaleDataError(),
        _refused("SQLITE_CONSTRAINT_FOREIGNKEY", sqlite3.IntegrityError),
    ],
)
def test_that_what_another_did_meanwhile_is_a_conflict(error: Exception) -> None:
    with pytest.raises(ConflictError), explained(PATH):
        raise error


@contextmanager
def _taken(file: Path) -> Iterator[None]:
    """Have another connection write the file as long as the block lasts."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def test_that_a_file_another_program_writes_is_busy_and_not_damaged(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": 0})
    with (
        _taken(file),
        pytest.raises(StoreError, match="is busy in another program"),
        explained(file),
        engine.connect() as connection,
    ):
        connection.exec_driver_sql("PRAGMA quick_check")
    engine.dispose()
