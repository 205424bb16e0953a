"""What hangs on a thing, in words, before it is deleted."""

from sqlalchemy.orm import Session

from samstyring.domain.bodies import Dependents
from samstyring.domain.words import word_for_table
from samstyring.store.references import hanging_on
from samstyring.store.tables import TRACKED


def dependents(session: Session, table: str, row_id: str) -> Dependents:
    """Return how many rows of each kind would be deleted with a row, the most first."""
    row = session.get(TRACKED[table], row_id)
    if row is None:
        return Dependents(())
    counts: dict[str, int] = {}
    for held in hanging_on(session, row).rows:
        counts[held.__tablename__] = counts.get(held.__tablename__, 0) + 1
    worded = ((word_for_table(name, count), count) for name, count in counts.items())
    return Dependents(tuple(sorted(worded, key=lambda pair: -pair[1])))
