"""Terms over the years, as they are known on a day: past, present and planned."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import ROLE_ORDER, SeatRole, SeatStatus, stored_seat_status
from samstyring.domain.terms import Term, TermState
from samstyring.domain.text import sort_key
from samstyring.formats import period as written_period
from samstyring.queries.as_of import NOBODY, names_as_of
from samstyring.store import tables as t

_STATES = {
    SeatStatus.FILLED: TermState.SITTING,
    SeatStatus.ENDS_SOON: TermState.ENDS_SOON,
    SeatStatus.TERM_OVER: TermState.OVER,
}


def terms(session: Session, *, as_of: date, since: date) -> tuple[Term, ...]:
    """Return the terms that had not ended by ``since``, with how each stands on the day.

    The order is by body, role, number and first day.
    """
    seat, held, body = t.SeatRow, t.AppointmentRow, t.BodyRow
    statement = (
        select(
            held.id, held.seat_id, held.person_id, held.first_day, held.last_day, held.term_last,
            seat.role, seat.number, seat.body_id, seat.represents_id, seat.nominates_id,
            body.ends_soon_days, t.PersonRow.name,
        )
        .join(seat, seat.id == held.seat_id)
        .join(body, body.id == seat.body_id)
        .join(t.PersonRow, t.PersonRow.id == held.person_id)
        .where(or_(held.last_day.is_(None), held.last_day + "~" >= since.isoformat()))
    )  # fmt: skip
    rows = session.execute(statement).all()
    networks = _networks(session)
    names = {key: name.official for key, name in names_as_of(session, as_of).items()}
    found = [_term(row, networks, names, as_of) for row in rows]
    orders = {name: sort_key(name) for name in {term.body_name for term in found}}
    found.sort(
        key=lambda term: (
            orders[term.body_name], term.body_id, ROLE_ORDER[term.role], term.number,
            term.first or date.min, term.id,
        )
    )  # fmt: skip
    return tuple(found)


def _networks(session: Session) -> frozenset[str]:
    statement = select(t.BodyRow.id).where(t.BodyRow.kind == BodyKind.REGIONAL_NETWORK.value)
    return frozenset(session.scalars(statement))


def _term(row: Any, networks: frozenset[str], names: dict[str, str], day: date) -> Term:
    sat = Period.of(row.first_day, row.last_day)
    term_last = Period.of(None, row.term_last).last
    linked = (row.represents_id, row.nominates_id)
    network = next((key for key in linked if key in networks), "")
    ends = [end for end in (term_last, sat.last) if end]
    end = min(ends, key=PartialDate.last_day, default=None)
    return Term(
        row.id, row.seat_id, SeatRole(row.role), row.number, row.body_id,
        names.get(row.body_id, NOBODY.official), row.person_id, row.name, network,
        names.get(network, ""), _state(row, sat, day),
        sat.first.first_day() if sat.first else None, sat.last.last_day() if sat.last else None,
        term_last.last_day() if term_last else None, written_period(Period(sat.first, end)),
    )  # fmt: skip


def _state(row: Any, sat: Period, day: date) -> TermState:
    if sat.begins_after(day):
        return TermState.PLANNED
    if sat.ended_before(day):
        return TermState.FORMER
    soon = day + timedelta(days=row.ends_soon_days)
    return _STATES[
        stored_seat_status(row.term_last, row.last_day, day.isoformat(), soon.isoformat())
    ]
