"""Opening the database: one SQLite file with the pragmas that keep what was written."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from samstyring.domain.errors import StoreError
from samstyring.language import _
from samstyring.store import tables
from samstyring.store.files import APPLICATION_ID, FORMAT, make_private
from samstyring.store.refusals import damaged, explained

# DELETE and EXTRA: no commit is lost at a power cut, and a copied file is whole (WAL is neither).
_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "busy_timeout=5000")
_SAFE = ("trusted_schema=OFF", "cell_size_check=ON")
WRITE = {"samstyring_write": True}
# Each statement by itself, so that no lock is held between them.
ASIDE = {"samstyring_aside": True}


def open_engine(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on an existing file; it reads and, unless told not to, writes."""
    mode = "ro" if read_only else "rw"
    return _engine(lambda: _connect(path, mode, () if read_only else _PRAGMAS))


def memory_engine() -> Engine:
    """Return an engine on a new database in memory, for tests; one connection is kept."""
    engine = _kept(_connect_memory())
    tables.Row.metadata.create_all(engine)
    return engine


def copied_to_memory(source: Engine) -> Engine:
    """Return an engine on a copy of the database in memory; one connection is kept."""
    copy = _connect_memory()
    try:
        _copy(source, copy)
    except BaseException:
        copy.close()
        raise
    return _kept(copy)


def create_file(path: Path) -> None:
    """Make a new, empty file of the current format; StoreError if one is there already."""
    make_private(path)
    engine = open_engine(path, read_only=False)
    try:
        with explained(path), engine.connect() as connection:
            tables.Row.metadata.create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
            )
            connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{FORMAT:04d}')")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
    except BaseException:
        engine.dispose()
        path.unlink(missing_ok=True)  # half a file would be in the way of the next attempt
        raise
    engine.dispose()


def copy_file(engine: Engine, path: Path) -> None:
    """Write a whole copy of the open file to a path where there is none yet."""
    make_private(path)
    try:
        with closing(sqlite3.connect(path)) as copy:
            _copy(engine, copy)
    except BaseException as error:
        path.unlink(missing_ok=True)
        if not isinstance(error, sqlite3.Error):
            raise
        message = _("“{path}” could not be written: {reason}. Choose another place.")
        full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
        reason = _("the disk is full") if full else str(error)
        raise StoreError(message.format(path=path, reason=reason)) from None


def check_file(engine: Engine, path: Path) -> None:
    """Raise StoreError if the file is damaged, cannot be read, or holds triggers or views."""
    if set(tables.Row.metadata.tables) - check_pages(engine, path):
        raise damaged(path)


def check_pages(engine: Engine, path: Path) -> set[str]:
    """Return the names of the tables, whatever the format; StoreError as in ``check_file``."""
    try:
        with explained(path), engine.connect() as connection:
            verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            found = connection.exec_driver_sql("SELECT type, name FROM sqlite_schema").all()
    except (OperationalError, UnicodeDecodeError):
        # Nothing is wrong with what was asked; even the words of the error can be damaged.
        raise damaged(path) from None
    foreign = [name for kind, name in found if kind in ("trigger", "view")]
    if foreign:
        raise StoreError(
            _("“{path}” holds something this program did not put there ({name}).").format(
                path=path, name=foreign[0]
            )
        )
    if verdict != "ok":
        raise damaged(path)
    return {name for kind, name in found if kind == "table" and not name.startswith("sqlite_")}


def can_write(engine: Engine) -> bool:
    """Say whether the file takes a write; asked by a real one, since rights can lie."""
    try:
        with engine.connect().execution_options(**WRITE) as connection:
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
    except OperationalError:
        return False
    return True


def _copy(engine: Engine, copy: sqlite3.Connection) -> None:
    with engine.connect() as connection:
        # Reading holds others from writing meanwhile, so that the copy is of one moment.
        connection.exec_driver_sql("SELECT 1 FROM sqlite_schema").first()
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        source.backup(copy)


def _kept(connection: sqlite3.Connection) -> Engine:
    return _engine(lambda: connection, pool_size=1, max_overflow=0)


def _engine(connect: Callable[[], sqlite3.Connection], **pool: Any) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, **pool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    options = connection.get_execution_options()
    if "samstyring_aside" not in options:
        write = options.get("samstyring_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _connect(path: Path, mode: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, timeout=5
    )
    for pragma in (*_SAFE, *pragmas):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _connect_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    for pragma in (*_SAFE, "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
