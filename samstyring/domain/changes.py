"""Change sets: what one command did, row by row, before and after; they can be inverted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Values = Mapping[str, Any]

# Where a session keeps what its command is about, for the journal.
SUBJECT = "samstyring_subject"


class ChangeKind(StrEnum):
    """How a change set came to be; a foundation is an edit that undo does not reach."""

    FOUNDATION = "foundation"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row's change: ``before`` is None for a new row, ``after`` None for a deleted one.

    For a changed row both hold only the fields that changed.
    """

    table: str
    row_id: str
    before: Values | None
    after: Values | None

    def inverted(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one command did in its one transaction; it is also the journal entry."""

    id: int
    time: str
    author: str
    label: str
    kind: ChangeKind
    rows: tuple[RowChange, ...] = ()
    target: int | None = None
    subject: str = ""
    tables: frozenset[str] = field(default_factory=frozenset)

    def touches(self, *tables: str) -> bool:
        """Say whether a row of one of the tables changed."""
        return not self.tables.isdisjoint(tables)


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of the history: a change set, and whether it has been taken back."""

    number: int
    time: str
    author: str
    label: str
    subject: str
    kind: ChangeKind
    undone: bool
    rows: int

    @property
    def id(self) -> str:
        """The number as text, as lists want it."""
        return str(self.number)

    @property
    def is_edit(self) -> bool:
        """Whether it changed something itself, and is not the undoing or redoing of a change."""
        return self.kind in (ChangeKind.EDIT, ChangeKind.FOUNDATION)

    @property
    def name(self) -> str:
        """What was done, and to what."""
        return f"{self.label}: {self.subject}" if self.subject else self.label


def merged(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return one change a row: the first before with the last after, nothings left out."""
    first: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        key = (change.table, change.row_id)
        first[key] = _joined(first[key], change) if key in first else change
    return tuple(change for change in first.values() if change.before != change.after)


def _joined(earlier: RowChange, later: RowChange) -> RowChange:
    if earlier.before is None:
        after = None if later.after is None else {**(earlier.after or {}), **later.after}
        return RowChange(earlier.table, earlier.row_id, None, after)
    if later.after is None:
        before = {**(later.before or {}), **earlier.before}
        return RowChange(earlier.table, earlier.row_id, before, None)
    if earlier.after is None:
        return _only_differences(earlier.table, earlier.row_id, earlier.before, later.after)
    before = {**(later.before or {}), **earlier.before}
    after = {**earlier.after, **later.after}
    return _only_differences(earlier.table, earlier.row_id, before, after)


def _only_differences(table: str, row_id: str, before: Values, after: Values) -> RowChange:
    changed = [key for key in after if before.get(key) != after[key]]
    return RowChange(
        table, row_id, {key: before.get(key) for key in changed}, {k: after[k] for k in changed}
    )
