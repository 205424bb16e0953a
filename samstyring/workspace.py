"""The workspace: one open database, and the one door to it."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy.orm import Session

from samstyring.domain.changes import SUBJECT, ChangeKind, ChangeSet
from samstyring.domain.errors import ReadOnlyError
from samstyring.language import _, translate
from samstyring.store import engine as engines
from samstyring.store import journal, recorder, search
from samstyring.store.files import FORMAT
from samstyring.store.memory import GaveWayError, Memory
from samstyring.store.opening import OpenFile, open_file
from samstyring.store.refusals import explained

P = ParamSpec("P")
R = TypeVar("R")
Listener = Callable[[ChangeSet], None]


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would take back or do again: the labels, empty where there is nothing.

    ``founded`` says whether the file was set up with something, which undo does not reach.
    """

    undo: str = ""
    redo: str = ""
    founded: bool = False

    @property
    def nothing_to_undo(self) -> str:
        """The sentence for one who asks to undo where nothing can be."""
        if self.founded:
            return _("There is nothing more to undo.")
        return _("There is nothing to undo.")


class Workspace:
    """One open database: ``run`` a command, ``read`` a query, ``undo``, ``redo``, ``subscribe``."""

    def __init__(
        self,
        file: OpenFile,
        *,
        path: Path | None = None,
        author: str = "",
    ) -> None:
        self._file, self._engine, self.path = file, file.engine, path
        self.read_only_reason = file.reason
        self.notice = _brought_up_to_date(file.kept) if file.kept else ""
        self.author = author or _user()
        self._listeners: list[Listener] = []
        self._memory = Memory(file.engine)
        self._closed = False

    @classmethod
    def create(cls, path: Path, *, author: str = "") -> "Workspace":
        """Make a new file and open it; StoreError if one is there already."""
        engines.create_file(path)
        return cls.open(path, author=author)

    @classmethod
    def open(cls, path: Path, *, author: str = "", read_only: bool = False) -> "Workspace":
        """Open a file, for reading only where it cannot be written.

        A file of an older format is brought up to date where it can be written, and then
        ``notice`` says where it is kept as it was. StoreError, with what to do, for a file that
        is missing, foreign, damaged or newer.
        """
        return cls(open_file(path, read_only=read_only), path=path, author=author)

    @classmethod
    def in_memory(cls, *, author: str = "test") -> "Workspace":
        """Open a new database in memory, which is gone when it is closed."""
        return cls(OpenFile(engines.memory_engine(), None, "", FORMAT), author=author)

    @property
    def format(self) -> int:
        """The format of the file on the disk, which can be older than what is read of it."""
        return self._file.format

    @property
    def older(self) -> bool:
        """Whether the file on the disk is of an older format, so that a copy of it is read."""
        return self.format < FORMAT

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

    def recall(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Return what ``read`` would, from memory where nothing it was read from has changed.

        A query that can mend an earlier answer by what has changed since is asked to do so.
        """
        if self.read_only:  # Another may be writing, and would not tell.
            return self.read(query, *args, **kwargs)
        with explained(self.path):
            return cast(R, self._memory.recall(query, args, kwargs))

    def recall_aside(
        self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Return what ``recall`` would, without holding anyone from writing meanwhile.

        For work in the background: None if there was a change, so that it is to be asked again.
        """
        if self.read_only:
            return self.read(query, *args, **kwargs)
        try:
            with explained(self.path):
                return cast(R, self._memory.recall(query, args, kwargs, aside=True))
        except GaveWayError:
            return None

    def undo(self) -> ChangeSet | None:
        """Take the newest standing edit back and return the change; None if there is none.

        The foundation of the file is not taken back, see ``settle``.

        ConflictError if what it did has been changed since.
        """
        return self._replay(ChangeKind.UNDO)

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last and return the change; None if there is nothing."""
        return self._replay(ChangeKind.REDO)

    def settle(self) -> None:
        """Make what stands the foundation of the file: history shows it, and undo stops there."""
        with self._writing() as session:
            journal.settle(session)
        self._memory.forget()

    def undo_state(self) -> UndoState:
        """Return what undo and redo would do, by their labels in the language in use."""

        def state(session: Session) -> UndoState:
            undo, redo = journal.undo_target(session), journal.redo_target(session)
            founded = journal.foundation(session) > 0
            return UndoState(_name(undo), _name(redo), founded)

        return self.read(state)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` told of every change set; call what is returned to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            self._listeners.remove(listener)

        return stop

    def save_copy(self, path: Path) -> None:
        """Write a whole copy of the file elsewhere; StoreError if one is there or cannot be."""
        with explained(self.path):
            engines.copy_file(self._engine, path)

    def close(self) -> None:
        """Close the file and give the right to write it back."""
        self._file.close()
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
            self._memory.writing(),
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
            self._memory.note(change)
            for listener in tuple(self._listeners):
                listener(change)


def _name(entry: Any) -> str:
    if entry is None:
        return ""
    label = translate(entry.label)
    return f"{label}: {entry.subject}" if entry.subject else label


def _brought_up_to_date(kept: Path) -> str:
    return _(
        "The file was of an older format and has been brought up to date. As it was, it is kept"
        " beside it as “{name}”."
    ).format(name=kept.name)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return _("unknown")
