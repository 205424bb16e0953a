"""A file of an older format: brought up to date with a copy kept beside it, or read as a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from samstyring.store import engine as engines
from samstyring.store.files import SUFFIX
from samstyring.store.migrate import migrate, migrate_file
from samstyring.store.refusals import damaged, explained

# Common file systems take names of 255 bytes; while it is written, “-journal” is added.
_LONGEST_NAME = 240


def bring_up_to_date(path: Path, written_format: int) -> Path:
    """Keep a copy of the file beside it, take the file to the current format, return the copy.

    StoreError, in a sentence, where there is no room or right for it, or the file is damaged;
    then the file is as it was, and there is no copy.
    """
    kept = _copied_beside(path, written_format)
    try:
        with _migrating(path):
            migrate_file(path)
    except BaseException:
        kept.unlink(missing_ok=True)  # the file is as it was, so it is no copy of anything lost
        raise
    return kept


def current_copy(path: Path) -> Engine:
    """Return an engine on a copy of the file in memory, taken to the current format.

    The file is only read, and nothing of it is written to a disk. StoreError as in opening it.
    """
    with _migrating(path):
        engine = engines.open_engine(path, read_only=True)
        try:
            copy = engines.copied_to_memory(engine)
        finally:
            engine.dispose()
        try:
            migrate(copy)
        except BaseException:
            copy.dispose()
            raise
    return copy


def _copied_beside(path: Path, written_format: int) -> Path:
    kept = _free_name(path, written_format)
    engine = engines.open_engine(path, read_only=True)
    try:
        engines.copy_file(engine, kept)
    finally:
        engine.dispose()
    try:
        copy = engines.open_engine(kept, read_only=True)
        try:
            engines.check_pages(copy, kept)
        finally:
            copy.dispose()
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return kept


def _free_name(path: Path, written_format: int) -> Path:
    """Return a name beside the file that nothing has: its own, with the format and the day."""
    mark, number = f" format {written_format} {date.today().isoformat()}", 1
    while True:
        ending = f"{mark}{f' {number}' if number > 1 else ''}{SUFFIX}"
        room = _LONGEST_NAME - len(ending.encode())
        stem = path.stem.encode()[:room].decode(errors="ignore")
        kept = path.with_name(stem + ending)
        if not kept.exists():
            return kept
        number += 1


@contextmanager
def _migrating(path: Path) -> Iterator[None]:
    """Call a file damaged that is not built as its header says."""
    try:
        with explained(path):
            yield
    except (DatabaseError, CommandError) as error:
        raise damaged(path) from error
