"""Opening the database: one SQLite file with the pragmas that keep what was written."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from samstyring.domain.errors import StoreError
from samstyring.language import _
from samstyring.store import tables
from samstyring.store.files import APPLICATION_ID, FORMAT, make_private

# DELETE and EXTRA: no commit is lost at a power cut, and a copied file is whole (WAL is neither).
_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "busy_timeout=5000")
_SAFE = ("trusted_schema=OFF", "cell_size_check=ON")
WRITE = {"samstyring_write": True}


def open_engine(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on an existing file; it reads and, unless told not to, writes."""
    mode = "ro" if read_only else "rw"
    return _engine(lambda: _connect(path, mode, () if read_only else _PRAGMAS))


def memory_engine() -> Engine:
    """Return an engine on a new database in memory, for tests; one connection is kept."""
    connection = _connect_memory()
    engine = _engine(lambda: connection, pool_size=1, max_overflow=0)
    tables.Row.metadata.create_all(engine)
    return engine


def create_file(path: Path) -> None:
    """Make a new, empty file of the current format; StoreError if one is there already."""
    make_private(path)
    engine = _engine(lambda: _connect(path, "rw", _PRAGMAS))
    try:
        with engine.connect() as connection:
            tables.Row.metadata.create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
            )
            connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{FORMAT:04d}')")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
    finally:
        engine.dispose()


def check_file(engine: Engine, path: Path) -> None:
    """Raise StoreError if the file is damaged or holds more or less than our own tables."""
    try:
        with engine.connect() as connection:
            verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            found = connection.exec_driver_sql("SELECT type, name FROM sqlite_schema").all()
    except Exception as error:  # re-raised at once: only its kind is looked at
        if isinstance(getattr(error, "orig", error), sqlite3.DatabaseError):
            raise _damaged(path) from None
        raise
    names = {name for kind, name in found if kind == "table" and not name.startswith("sqlite_")}
    foreign = [name for kind, name in found if kind in ("trigger", "view")]
    if foreign:
        raise StoreError(
            _("“{path}” holds something this program did not put there ({name}).").format(
                path=path, name=foreign[0]
            )
        )
    if verdict != "ok" or set(tables.Row.metadata.tables) - names:
        raise _damaged(path)


def can_write(engine: Engine) -> bool:
    """Say whether the file takes a write; asked by a real one, since rights can lie."""
    try:
        with engine.connect().execution_options(**WRITE) as connection:
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
    except Exception as error:  # re-raised at once unless it is the disk that refuses
        if isinstance(getattr(error, "orig", error), sqlite3.OperationalError):
            return False
        raise
    return True


def _damaged(path: Path) -> StoreError:
    message = _("“{path}” is damaged. Keep it as it is, and open the newest copy you have of it.")
    return StoreError(message.format(path=path))


def _engine(connect: Callable[[], sqlite3.Connection], **pool: Any) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, **pool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    write = connection.get_execution_options().get("samstyring_write")
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
    connection.execute("PRAGMA foreign_keys=ON")
    return connection
