"""Which rows hang on a row, found from the foreign keys, so that none is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.store.tables import TRACKED, SourceRow, TrackedRow


@dataclass(frozen=True, slots=True)
class Pointer:
    """A column that points at rows of a table; an optional one can be emptied."""

    row: type[TrackedRow]
    column: str
    optional: bool


@dataclass(slots=True)
class Hanging:
    """What hangs on a row: rows that go with it, and pointers that are emptied."""

    rows: list[TrackedRow] = field(default_factory=list)
    emptied: list[tuple[TrackedRow, str]] = field(default_factory=list)


def pointers_at(table: str) -> Iterator[Pointer]:
    """Yield every column that points at rows of the table."""
    for row in TRACKED.values():
        for column in row.__table__.columns:
            for key in column.foreign_keys:
                if key.column.table.name == table:
                    yield Pointer(row, column.key, bool(column.nullable))


def hanging_on(session: Session, row: TrackedRow) -> Hanging:
    """Return everything that would be deleted, or lose its pointer, with the row."""
    found, seen, queue = Hanging(), {row.id}, [row]
    while queue:
        standing = queue.pop()
        for pointing, pointer in _pointing(session, standing):
            if pointer.optional:
                found.emptied.append((pointing, pointer.column))
            elif pointing.id not in seen:
                seen.add(pointing.id)
                found.rows.append(pointing)
                queue.append(pointing)
    found.emptied = [(held, column) for held, column in found.emptied if held.id not in seen]
    return found


def _pointing(session: Session, row: TrackedRow) -> Iterator[tuple[TrackedRow, Pointer]]:
    for pointer in pointers_at(row.__tablename__):
        statement = select(pointer.row).where(getattr(pointer.row, pointer.column) == row.id)
        for pointing in session.scalars(statement):
            yield pointing, pointer
    for source in session.scalars(select(SourceRow).where(SourceRow.target_id == row.id)):
        yield source, Pointer(SourceRow, "target_id", False)


def delete_with_hanging(session: Session, row: TrackedRow) -> None:
    """Delete the row and all that hangs on it; pointers that may be empty are emptied."""
    hanging = hanging_on(session, row)
    for held, column in hanging.emptied:
        setattr(held, column, None)
    for held in (*hanging.rows, row):
        session.delete(held)
