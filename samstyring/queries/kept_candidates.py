"""Candidates who were not chosen before and have agreed to be thought of again."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.kept_candidates import KeptCandidate
from samstyring.domain.text import sort_key
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.store import tables as t


def kept_candidates(
    session: Session, *, as_of: date, body_id: str | None = None
) -> tuple[KeptCandidate, ...]:
    """Return those whose consent holds that day, for all bodies or one, by name.

    Who sits in the body that day, or has an open way to it already, is still told of.
    """
    kept, said, seat, person = t.KeptCandidacyRow, t.CandidacyRow, t.SeatRow, t.PersonRow
    iso = as_of.isoformat()
    statement = (
        select(kept, said, seat, person.name, t.RoundRow.name)
        .join(said, said.id == kept.candidacy_id)
        .join(seat, seat.id == said.seat_id)
        .join(person, person.id == said.person_id)
        .outerjoin(t.RoundRow, t.RoundRow.id == said.round_id)
        .where(kept.consent_on <= iso, kept.kept_until >= iso)
    )
    if body_id is not None:
        statement = statement.where(seat.body_id == body_id)
    rows = session.execute(statement).all()
    bodies = {i for _k, one, its, _p, _r in rows for i in (its.body_id, one.by_id)}
    names = names_as_of(session, as_of, bodies)
    found = [
        KeptCandidate(
            row.id, one.id, one.person_id, person_name, its.id, its.role, its.number, its.body_id,
            names.get(its.body_id, NOBODY).official, one.by_id,
            names.get(one.by_id, NOBODY).official, round_name or "", one.reason, row.consent_on,
            row.kept_until,
        )
        for row, one, its, person_name, round_name in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (sort_key(one.person_name), one.id)))


def kept_for_seat(session: Session, seat_id: str, *, as_of: date) -> tuple[KeptCandidate, ...]:
    """Return those to offer when a seat is to be filled: kept for its body, and not sitting there.

    Those who were put forward for the seat itself come first.
    """
    seat = session.get(t.SeatRow, seat_id)
    if seat is None:
        return ()
    sitting = _sitting_in(session, seat.body_id, as_of)
    kept = kept_candidates(session, as_of=as_of, body_id=seat.body_id)
    offered = [one for one in kept if one.person_id not in sitting]
    return tuple(sorted(offered, key=lambda one: one.seat_id != seat_id))


def _sitting_in(session: Session, body_id: str, day: date) -> set[str]:
    held, seat = t.AppointmentRow, t.SeatRow
    statement = select(held.person_id).join(seat, seat.id == held.seat_id)
    return set(session.scalars(statement.where(seat.body_id == body_id, alive(held, day))))
