"""The workspace: one open database, and the one door to it."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from samstyring.domain.changes import SUBJECT, ChangeKind, ChangeSet
from samstyring.domain.errors import ReadOnlyError, StoreError
from samstyring.formats import moment
from samstyring.language import _, translate
from samstyring.store import engine as engines
from samstyring.store import journal, recorder, search
from samstyring.store.files import FORMAT, read_header
from samstyring.store.lock import FileLock, Holder, take_lock
from samstyring.store.refusals import explained

P = ParamSpec("P")
R = TypeVar("R")
Listener = Callable[[ChangeSet], None]


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would take back or do again: the labels, empty where there is nothing."""

    undo: str = ""
    redo: str = ""


class Workspace:
    """One open database: ``run`` a command, ``read`` a query, ``undo``, ``redo``, ``subscribe``."""

    def __init__(
        self,
        engine: Engine,
        *,
        path: Path | None = None,
        lock: FileLock | None = None,
        read_only_reason: str = "",
        author: str = "",
    ) -> None:
        self._engine, self.path, self._lock = engine, path, lock
        self.read_only_reason = read_only_reason
        self.author = author or _user()
        self._listeners: list[Listener] = []
        self._closed = False

    @classmethod
    def create(cls, path: Path, *, author: str = "") -> "Workspace":
        """Make a new file and open it; StoreError if one is there already."""
        engines.create_file(path)
        return cls.open(path, author=author)

    @classmethod
    def open(cls, path: Path, *, author: str = "", read_only: bool = False) -> "Workspace":
        """Open a file, for reading only where it cannot be written.

        StoreError, with what to do, for a file that is missing, foreign, damaged or newer.
        """
        header = read_header(path)
        lock, reason = (None, _("Opened for reading.")) if read_only else _right_to_write(path)
        try:
            with explained(path):
                if header.format < FORMAT:
                    _migrate(path, lock, reason)
                engine = _checked(path, read_only=lock is None)
                if lock is not None and not engines.can_write(engine):
                    _close(engine, lock)
                    reason = _("The file cannot be written here, so it is open for reading only.")
                    engine, lock = engines.open_engine(path, read_only=True), None
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(engine, path=path, lock=lock, read_only_reason=reason, author=author)

    @classmethod
    def in_memory(cls, *, author: str = "test") -> "Workspace":
        """Open a new database in memory, which is gone when it is closed."""
        return cls(engines.memory_engine(), author=author)

    @property
    def read_only(self) -> bool:
        """Whether changes are refused; ``read_only_reason`` says why, in a sentence."""
        return bool(self.read_only_reason)

    def run(
        self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a command in one transaction and return what it returns.

        Everything it changed is one change set, which listeners are told of after the commit.
        RuleError from the command, or StoreError from the disk, leaves nothing changed.
        """
        with self._writing() as session:
            result = command(session, *args, **kwargs)
            label: str = command.label  # type: ignore[attr-defined]  # set by the decorator
            change = self._record(session, label)
        self._tell(change)
        return result

    def read(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a query and return its records; the session is closed when it returns."""
        with explained(self.path), Session(self._engine, autoflush=False) as session:
            return query(session, *args, **kwargs)

    def undo(self) -> ChangeSet | None:
        """Take the newest standing edit back and return the change; None if there is none.

        ConflictError if what it did has been changed since.
        """
        return self._replay(ChangeKind.UNDO)

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last and return the change; None if there is nothing."""
        return self._replay(ChangeKind.REDO)

    def undo_state(self) -> UndoState:
        """Return what undo and redo would do, by their labels in the language in use."""

        def state(session: Session) -> UndoState:
            undo, redo = journal.undo_target(session), journal.redo_target(session)
            return UndoState(*(_name(entry) if entry else "" for entry in (undo, redo)))

        return self.read(state)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` told of every change set; call what is returned to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            self._listeners.remove(listener)

        return stop

    def save_copy(self, path: Path) -> None:
        """Write a whole copy of the file elsewhere; StoreError if one is there or cannot be."""
        engines.copy_file(self._engine, path)

    def close(self) -> None:
        """Close the file and give the right to write it back."""
        _close(self._engine, self._lock)
        self._listeners.clear()
        self._closed = True

    def _replay(self, kind: ChangeKind) -> ChangeSet | None:
        with self._writing() as session:
            undoing = kind is ChangeKind.UNDO
            entry = journal.undo_target(session) if undoing else journal.redo_target(session)
            if entry is None:
                return None
            rows = journal.rows_of(session, entry.id)
            journal.replay(session, tuple(row.inverted() for row in rows) if undoing else rows)
            session.info[SUBJECT] = entry.subject
            change = self._record(session, entry.label, kind, entry.id)
            entry.undone_by = change.id if undoing and change else None
        self._tell(change)
        return change

    def _record(
        self,
        session: Session,
        label: str,
        kind: ChangeKind = ChangeKind.EDIT,
        target: int | None = None,
    ) -> ChangeSet | None:
        change = recorder.store_change_set(
            session, label, kind=kind, target=target, author=self.author,
            subject=session.info.get(SUBJECT, ""),
        )  # fmt: skip
        if change is not None:
            search.refresh(session, change.rows)
        return change

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        assert not self._closed, "the right to write went with closing the file"
        if self.read_only:
            raise ReadOnlyError(self.read_only_reason)
        with (
            explained(self.path),
            self._engine.connect().execution_options(**engines.WRITE) as connection,
        ):
            session = Session(connection)
            recorder.watch(session)
            try:
                yield session
                session.commit()
            except BaseException:
                session.rollback()
                session.expunge_all()
                raise
            finally:
                session.close()

    def _tell(self, change: ChangeSet | None) -> None:
        if change is not None:
            for listener in tuple(self._listeners):
                listener(change)


def _name(entry: Any) -> str:
    label = translate(entry.label)
    return f"{label}: {entry.subject}" if entry.subject else label


def _right_to_write(path: Path) -> tuple[FileLock | None, str]:
    try:
        lock = take_lock(path)
    except OSError:
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


def _migrate(path: Path, lock: FileLock | None, reason: str) -> None:
    if lock is None:
        raise StoreError(
            _(
                "“{path}” is of an older format, and must be brought up to date before it can be"
                " read. {reason}"
            ).format(path=path, reason=reason)
        )
    from samstyring.store.migrate import migrate_file  # Alembic is slow to import and rarely needed

    migrate_file(path)


def _checked(path: Path, *, read_only: bool) -> Engine:
    engine = engines.open_engine(path, read_only=read_only)
    try:
        engines.check_file(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _close(engine: Engine, lock: FileLock | None) -> None:
    engine.dispose()
    if lock is not None:
        lock.release()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return _("unknown")
