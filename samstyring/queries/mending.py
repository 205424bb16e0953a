"""How an earlier answer is mended by what has changed since, instead of being read afresh."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from samstyring.domain.changes import ChangeSet


class _Line(Protocol):
    @property
    def id(self) -> str: ...


L = TypeVar("L", bound=_Line)
Q = TypeVar("Q", bound=Callable[..., Any])
Changes = tuple[ChangeSet, ...]

# Where more has been touched than this, reading all afresh is as fast.
MOST_TOUCHED = 60


def mended_by(mend: Callable[..., Any]) -> Callable[[Q], Q]:
    """Give a query the function that mends its answers.

    ``mend`` takes the session, the earlier answer, the changes since and what the query was asked
    with; it returns what the query would answer now, or None to have it asked.
    """

    def decorate(query: Q) -> Q:
        query.mend = mend  # type: ignore[attr-defined]
        return query

    return decorate


def rows_touched(changes: Changes, table: str) -> set[str]:
    """Return the ids of the rows of a table that were made, changed or deleted."""
    return {row.row_id for change in changes for row in change.rows if row.table == table}


def owners_touched(
    session: Session, changes: Changes, column: InstrumentedAttribute[Any]
) -> set[str]:
    """Return what a column holds, and held before, in the rows of its table that changed.

    A change of other columns does not name it: it is read from the row as it stands.
    """
    row = column.class_
    named: set[str | None] = set()
    unnamed: set[str] = set()
    for change in changes:
        for touched in change.rows:
            if touched.table == row.__tablename__:
                told = [values for values in (touched.before, touched.after) if values]
                named |= {values[column.key] for values in told if column.key in values}
                if not any(column.key in values for values in told):
                    unnamed.add(touched.row_id)
    if unnamed:
        named |= set(session.scalars(select(column).where(row.id.in_(unnamed))))
    return {owner for owner in named if owner}


def put_in(
    before: Iterable[L], touched: set[str], fresh: Iterable[L], order: Callable[[L], Any]
) -> tuple[L, ...]:
    """Return the lines of before with those touched replaced by the fresh ones, in order."""
    new = {line.id: line for line in fresh}
    old = [line for line in before if line.id in touched]
    stays = len(old) == len(new) and all(line.id in new for line in old)
    if stays and all(order(line) == order(new[line.id]) for line in old):
        return tuple(new.get(line.id, line) for line in before)
    kept = [line for line in before if line.id not in touched]
    return tuple(sorted([*kept, *new.values()], key=order))


def found_by(
    session: Session, wanted: InstrumentedAttribute[Any], by: Any, ids: Iterable[str]
) -> set[str]:
    """Return what a column holds in the rows that another column leads to."""
    ids = tuple(ids)
    if not ids:
        return set()
    return {found for found in session.scalars(select(wanted).where(by.in_(ids))) if found}
