"""What candidates have answered themselves when they were asked."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.nominations import StepKind
from samstyring.queries.nominations import the_candidacy
from samstyring.store import tables as t

_ASKING = (StepKind.ASKED.value, StepKind.ACCEPTED.value, StepKind.DECLINED.value)


def own_answer(session: Session, candidacy_id: str) -> tuple[StepKind, str] | None:
    """Return the newest of asked, accepted and declined with its day, None if never asked.

    Whoever asked: it is the same person and seat in the same round. NotFoundError if it is gone.
    """
    row, step, other = the_candidacy(session, candidacy_id), t.StepRow, t.CandidacyRow
    statement = (
        select(step.kind, step.day)
        .join(other, other.id == step.candidacy_id)
        .where(
            other.person_id == row.person_id,
            other.seat_id == row.seat_id,
            other.round_id.is_not_distinct_from(row.round_id),
            step.kind.in_(_ASKING),
        )
        .order_by(step.day.desc(), step.place.desc())
        .limit(1)
    )
    found = session.execute(statement).first()
    return (StepKind(found[0]), found[1]) if found else None
