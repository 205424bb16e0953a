"""How a file is opened: for writing, for reading only and why, or through a current copy."""

import errno
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from samstyring.domain.errors import StoreError
from samstyring.formats import moment
from samstyring.language import _
from samstyring.store import engine as engines
from samstyring.store.files import FORMAT, read_header
from samstyring.store.lock import FileLock, Holder, take_lock
from samstyring.store.refusals import damaged, explained


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file: with a lock it may be written, else ``reason`` says in a sentence why not.

    ``format`` is that of the file on the disk, and ``kept`` the copy of it as it was before it
    was brought up to date just now.
    """

    engine: Engine
    lock: FileLock | None
    reason: str
    format: int
    kept: Path | None = None

    def close(self) -> None:
        """Close the file and give the right to write it back."""
        self.engine.dispose()
        if self.lock is not None:
            self.lock.release()


def open_file(path: Path, *, read_only: bool) -> OpenFile:
    """Open a file to write it, or to read it only where that is asked or writing cannot be.

    A file of an older format is brought up to date to be written, and read as a copy else.
    StoreError, with what to do, for a file that is missing, foreign, damaged or newer.
    """
    header = read_header(path)
    lock, reason = (None, _("Opened for reading.")) if read_only else _right_to_write(path)
    try:
        with explained(path):
            if header.format < FORMAT:
                return _opened_older(path, header.format, lock, reason)
            return _opened(path, lock, reason)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _opened(path: Path, lock: FileLock | None, reason: str, kept: Path | None = None) -> OpenFile:
    engine = _checked(path, read_only=lock is None)
    if lock is None or engines.can_write(engine):
        return OpenFile(engine, lock, reason, FORMAT, kept)
    engine.dispose()
    lock.release()
    reason = _("The file cannot be written here, so it is open for reading only.")
    return OpenFile(engines.open_engine(path, read_only=True), None, reason, FORMAT)


def _opened_older(path: Path, written_format: int, lock: FileLock | None, reason: str) -> OpenFile:
    from samstyring.store import older  # Alembic is slow to import and rarely needed

    _check_pages(path, written_format, read_only=lock is None)
    if lock is not None:
        try:
            kept = older.bring_up_to_date(path, written_format)
        except StoreError as problem:
            reason = _not_brought_up(str(problem))
            lock.release()
        else:
            return _opened(path, lock, reason, kept)
    copy = older.current_copy(path)
    try:
        engines.check_file(copy, path)
    except BaseException:
        copy.dispose()
        raise
    return OpenFile(copy, None, reason, written_format)


def _check_pages(path: Path, written_format: int, *, read_only: bool) -> None:
    engine = engines.open_engine(path, read_only=read_only)
    try:
        tables = engines.check_pages(engine, path)
    finally:
        engine.dispose()
    if written_format > 0 and "alembic_version" not in tables:
        raise damaged(path)  # it would be taken for an empty one


def _not_brought_up(problem: str) -> str:
    return _(
        "The file is of an older format and could not be brought up to date, so it is open for"
        " reading only. {problem}"
    ).format(problem=problem)


def _right_to_write(path: Path) -> tuple[FileLock | None, str]:
    try:
        lock = take_lock(path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return None, _(
                "The disk is full, so the file is open for reading only. Free some space and open"
                " it again."
            )
        return None, _(
            "You may not write in this folder, so the file is open for reading only."
            " Save a copy elsewhere to change it."
        )
    if isinstance(lock, FileLock):
        return lock, ""
    return None, _opened_by(lock)


def _opened_by(holder: Holder) -> str:
    return _(
        "{user} on {host} has the file open since {since}, so it is open here for reading only."
    ).format(
        user=holder.user or _("Someone"),
        host=holder.host or _("another machine"),
        since=_moment(holder.since),
    )


def _moment(written: str) -> str:
    try:
        return moment(datetime.fromisoformat(written))
    except ValueError:  # The lock file is another program's, perhaps another version's.
        return written or "?"


def _checked(path: Path, *, read_only: bool) -> Engine:
    engine = engines.open_engine(path, read_only=read_only)
    try:
        engines.check_file(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine
