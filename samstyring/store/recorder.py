"""The recorder: follows every flush and writes the change set in the same transaction."""

import json
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import event, insert, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, configure_mappers

from samstyring.domain.changes import ChangeKind, ChangeSet, RowChange, Values, merged
from samstyring.domain.ids import new_id
from samstyring.store.tables import TRACKED, ChangeRowRow, ChangeSetRow, TrackedRow

_CHANGES = "samstyring_changes"
_UNRECORDED = frozenset({"id", "version"})

FIELDS: dict[str, tuple[str, ...]] = {
    table: tuple(column.key for column in row.__table__.columns if column.key not in _UNRECORDED)
    for table, row in TRACKED.items()
}


def watch(session: Session) -> None:
    """Record every change made through the session from now on; refuse bulk statements."""
    _keep_old_values()
    session.info[_CHANGES] = []
    event.listen(session, "after_flush", _after_flush)
    event.listen(session, "do_orm_execute", _refuse_bulk)


def store_change_set(
    session: Session,
    label: str,
    *,
    kind: ChangeKind = ChangeKind.EDIT,
    target: int | None = None,
    author: str,
    subject: str = "",
) -> ChangeSet | None:
    """Write what the session has changed as one change set; None if it changed nothing."""
    session.flush()
    rows = merged(session.info[_CHANGES])
    if not rows:
        return None
    entry = ChangeSetRow(
        uid=new_id(), time=datetime.now(UTC).isoformat(timespec="seconds"), author=author,
        label=label, subject=subject, kind=kind.value, target=target, undone_by=None,
    )  # fmt: skip
    session.add(entry)
    session.flush()
    session.connection().execute(
        insert(ChangeRowRow), [_stored(entry.id, change) for change in rows]
    )
    touched = frozenset(change.table for change in rows)
    return ChangeSet(entry.id, entry.time, author, label, kind, rows, target, subject, touched)


def _stored(change_set_id: int, change: RowChange) -> dict[str, Any]:
    return {
        "change_set_id": change_set_id,
        "table_name": change.table,
        "row_id": change.row_id,
        "before": _json(change.before),
        "after": _json(change.after),
    }


def _json(values: Values | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)


def _after_flush(session: Session, _context: UOWTransaction) -> None:
    changes: list[RowChange] = session.info[_CHANGES]
    # Deletes first: a row that is deleted and made again with the same id is a change of it.
    for row in session.deleted:
        if isinstance(row, TrackedRow):
            changes.append(RowChange(row.__tablename__, row.id, _committed(row), None))
    for row in session.new:
        if isinstance(row, TrackedRow):
            changes.append(RowChange(row.__tablename__, row.id, None, values_of(row)))
    for row in session.dirty:
        if isinstance(row, TrackedRow) and (change := _changed(row)):
            changes.append(change)


def values_of(row: TrackedRow) -> dict[str, Any]:
    """Return the row's recorded fields as they stand."""
    return {field: getattr(row, field) for field in FIELDS[row.__tablename__]}


def _committed(row: TrackedRow) -> dict[str, Any]:
    before = inspect(row).committed_state
    return {field: before.get(field, value) for field, value in values_of(row).items()}


def _changed(row: TrackedRow) -> RowChange | None:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for field in FIELDS[row.__tablename__]:
        history = inspect(row).attrs[field].history
        if history.has_changes():
            before[field] = history.deleted[0] if history.deleted else None
            after[field] = history.added[0] if history.added else None
    return RowChange(row.__tablename__, row.id, before, after) if before else None


def _refuse_bulk(state: ORMExecuteState) -> None:
    bulk = state.is_update or state.is_delete or state.is_insert
    assert not bulk, "a bulk statement bypasses the recorder"


@cache
def _keep_old_values() -> None:
    """Make an assignment to an expired attribute load the old value first, so it is recorded."""
    configure_mappers()
    for table, row in TRACKED.items():
        for field in FIELDS[table]:
            getattr(row, field).impl.active_history = True
