"""The journal read back, and undo and redo replayed from it through the same door."""

import json
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samstyring.domain.changes import ChangeKind, RowChange, Values
from samstyring.domain.errors import ConflictError
from samstyring.language import _
from samstyring.store.recorder import values_of
from samstyring.store.tables import TRACKED, ChangeRowRow, ChangeSetRow, TrackedRow

_EDIT = ChangeSetRow.kind == ChangeKind.EDIT.value
_FOUNDATION = ChangeSetRow.kind == ChangeKind.FOUNDATION.value
_STANDS = ChangeSetRow.undone_by.is_(None)


def settle(session: Session) -> None:
    """Make all edits that stand the foundation of the file, which undo does not reach."""
    for entry in session.scalars(select(ChangeSetRow).where(_EDIT, _STANDS)):
        entry.kind = ChangeKind.FOUNDATION.value


def foundation(session: Session) -> int:
    """Return the number of the newest entry of the foundation, or 0 where there is none."""
    return session.scalar(select(func.max(ChangeSetRow.id)).where(_FOUNDATION)) or 0


def undo_target(session: Session) -> ChangeSetRow | None:
    """Return the newest edit that stands on the foundation, or None."""
    statement = select(ChangeSetRow).where(_EDIT, _STANDS, ChangeSetRow.id > foundation(session))
    return session.scalar(statement.order_by(ChangeSetRow.id.desc()).limit(1))


def redo_target(session: Session) -> ChangeSetRow | None:
    """Return the edit that was undone last, or None when a new edit has come since."""
    undone = select(ChangeSetRow).where(_EDIT, ChangeSetRow.undone_by.is_not(None))
    row = session.scalar(undone.order_by(ChangeSetRow.undone_by.desc()).limit(1))
    newest_edit = session.scalar(select(func.max(ChangeSetRow.id)).where(_EDIT)) or 0
    newest = max(newest_edit, foundation(session))
    if row is None or row.undone_by is None or row.undone_by < newest:
        return None
    return row


def rows_of(session: Session, change_set_id: int) -> tuple[RowChange, ...]:
    """Return what a change set did, row by row, in the order it was written."""
    statement = (
        select(
            ChangeRowRow.table_name, ChangeRowRow.row_id, ChangeRowRow.before, ChangeRowRow.after
        )
        .where(ChangeRowRow.change_set_id == change_set_id)
        .order_by(ChangeRowRow.id)
    )
    return tuple(
        RowChange(table, row_id, _values(before), _values(after))
        for table, row_id, before, after in session.execute(statement)
    )


def replay(session: Session, changes: tuple[RowChange, ...]) -> None:
    """Make the changes; ConflictError if what stands is not what they were made from."""
    for change in changes:
        row = session.get(TRACKED[change.table], change.row_id)
        if change.before is None:
            _create(session, change, row)
        elif row is None:
            raise _conflict()
        elif change.after is None:
            _check(row, change.before)
            session.delete(row)
        else:
            _check(row, change.before)
            for field, value in change.after.items():
                setattr(row, field, value)


def _create(session: Session, change: RowChange, standing: TrackedRow | None) -> None:
    if standing is not None:
        raise _conflict()
    session.add(TRACKED[change.table](id=change.row_id, **(change.after or {})))


def _check(row: TrackedRow, expected: Values) -> None:
    standing = values_of(row)
    if any(standing[field] != value for field, value in expected.items()):
        raise _conflict()


def _conflict() -> ConflictError:
    return ConflictError(
        _("This cannot be taken back: the same thing has been changed since. Change it by hand.")
    )


def _values(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
