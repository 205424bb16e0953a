"""Seats that someone is about to fill on a day: by an open round, or by a candidate."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.findings import UnderWay
from samstyring.domain.nominations import OPEN_STEPS, StepKind
from samstyring.store import tables as t

_FURTHER = {step: place for place, step in enumerate(OPEN_STEPS)}
_STAGES = {StepKind.NOMINATED: UnderWay.NOMINATED, StepKind.RECOMMENDED: UnderWay.RECOMMENDED}


@dataclass(frozen=True, slots=True)
class Filling:
    """How far the filling of a seat has come, where it goes on, and in which round, if any."""

    stage: UnderWay
    place: str
    place_id: str
    round_name: str


def seats_under_way(session: Session, day: date) -> dict[str, Filling]:
    """Return how far each seat has come that day; of several candidates, the furthest."""
    return _called(session, day) | _with_candidates(session, day)


def _called(session: Session, day: date) -> dict[str, Filling]:
    row, seat, iso = t.RoundRow, t.RoundSeatRow, day.isoformat()
    statement = (
        select(seat.seat_id, row.id, row.name)
        .join(row, row.id == seat.round_id)
        .where(
            or_(row.called_on.is_(None), row.called_on <= iso),
            or_(row.closed_on.is_(None), row.closed_on > iso),
        )
        .order_by(row.called_on, row.id)
    )
    return {
        seat_id: Filling(UnderWay.CALLED, "round", round_id, name)
        for seat_id, round_id, name in session.execute(statement)
    }


def _with_candidates(session: Session, day: date) -> dict[str, Filling]:
    newest = {}
    for candidacy_id, kind, seat_id, round_name in session.execute(_steps_until(day)):
        newest[candidacy_id] = StepKind(kind), seat_id, round_name or ""
    running = [(key, *rest) for key, rest in newest.items() if rest[0] in _FURTHER]
    running.sort(key=lambda each: _FURTHER[each[1]])
    return {
        seat_id: Filling(_STAGES.get(step, UnderWay.PROPOSED), "candidacy", key, round_name)
        for key, step, seat_id, round_name in running
    }


def _steps_until(day: date) -> Select[str, str, str, str]:
    step, row = t.StepRow, t.CandidacyRow
    return (
        select(step.candidacy_id, step.kind, row.seat_id, t.RoundRow.name)
        .join(row, row.id == step.candidacy_id)
        .outerjoin(t.RoundRow, t.RoundRow.id == row.round_id)
        .where(step.day <= day.isoformat())
        .order_by(step.place)
    )
