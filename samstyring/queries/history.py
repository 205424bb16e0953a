"""Queries on the journal: every change set, or those that touched one thing."""

import json
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.changes import ChangeKind, JournalLine, RowChange
from samstyring.store import tables as t

_CHUNK = 500


def journal_lines(
    session: Session, *, of: str | None = None, limit: int = 500
) -> tuple[JournalLine, ...]:
    """Return the journal, the newest first; ``of`` asks for what touched one thing by its id."""
    entry, row = t.ChangeSetRow, t.ChangeRowRow
    statement = select(entry).order_by(entry.id.desc()).limit(limit)
    if of is not None:
        mentioned = [
            values.contains(f'"{of}"', autoescape=True) for values in (row.before, row.after)
        ]
        touched = or_(row.row_id == of, *mentioned)
        statement = statement.where(entry.id.in_(select(row.change_set_id).where(touched)))
    entries = list(session.scalars(statement))
    counts = _counts(session, [found.id for found in entries])
    return tuple(
        JournalLine(
            found.id, found.time, found.author, found.label, found.subject,
            ChangeKind(found.kind), found.undone_by is not None, counts.get(found.id, 0),
        )
        for found in entries
    )  # fmt: skip


def _counts(session: Session, ids: list[int]) -> dict[int, int]:
    """Return how many rows each change set holds; asked in parts, since SQLite counts variables."""
    row, found = t.ChangeRowRow, dict[int, int]()
    for start in range(0, len(ids), _CHUNK):
        counts = (
            select(row.change_set_id, func.count())
            .where(row.change_set_id.in_(ids[start : start + _CHUNK]))
            .group_by(row.change_set_id)
        )
        found |= {change_set_id: count for change_set_id, count in session.execute(counts)}
    return found


def change_rows(session: Session, change_set_id: int) -> tuple[RowChange, ...]:
    """Return what one change set did, row by row."""
    row = t.ChangeRowRow
    statement = select(row).where(row.change_set_id == change_set_id).order_by(row.id)
    return tuple(
        RowChange(found.table_name, found.row_id, _values(found.before), _values(found.after))
        for found in session.scalars(statement)
    )


def _values(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
