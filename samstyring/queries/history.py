"""Queries on the journal: every change set, or those that touched one thing."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.changes import ChangeKind, ChangeSet, JournalLine, RowChange, Values
from samstyring.queries.mending import Changes, mended_by
from samstyring.store import tables as t

_CHUNK = 500


def journal_lines_after(
    session: Session,
    before: tuple[JournalLine, ...],
    changes: Changes,
    *,
    of: str | None = None,
    limit: int = 500,
) -> tuple[JournalLine, ...]:
    """Return what ``journal_lines`` would, from its answer before some changes."""
    counts = {line.number: line.rows for line in before}
    counts |= {change.id: len(change.rows) for change in changes if _touches(change, of)}
    entry = t.ChangeSetRow
    newest = sorted(counts, reverse=True)[:limit]
    lines = _entries(session, select(entry).where(entry.id.in_(newest)), counts)
    return tuple(sorted(lines, key=lambda line: line.number, reverse=True))


@mended_by(journal_lines_after)
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
    return _entries(session, statement, {})


def _entries(
    session: Session, statement: Select[Any], counts: Mapping[int, int]
) -> tuple[JournalLine, ...]:
    entries = list(session.scalars(statement))
    uncounted = [found.id for found in entries if found.id not in counts]
    counts = {**counts, **_counts(session, uncounted)}
    return tuple(
        JournalLine(
            found.id, found.time, found.author, found.label, found.subject,
            ChangeKind(found.kind), found.undone_by is not None, counts.get(found.id, 0),
        )
        for found in entries
    )  # fmt: skip


def _touches(change: ChangeSet, thing: str | None) -> bool:
    """Say whether a change is about a thing, in the way that the search for it reads."""
    return thing is None or any(
        row.row_id == thing or any(f'"{thing}"' in json.dumps(told) for told in _told(row))
        for row in change.rows
    )


def _told(row: RowChange) -> list[Values]:
    return [values for values in (row.before, row.after) if values]


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
