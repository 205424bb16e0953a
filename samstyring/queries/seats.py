"""Queries on seats: rosters as of a day, and seats by status."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import (
    ROLE_ORDER,
    Appointment,
    Balance,
    SeatLine,
    SeatRole,
    SeatStatus,
    seat_status,
    stored_seat_status,
    why_it_ended,
)
from samstyring.domain.text import sort_key
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.store import tables as t


def seat_lines(
    session: Session, *, as_of: date, body_id: str | None = None
) -> tuple[SeatLine, ...]:
    """Return every seat there is that day, of one body or of all, with who sits there.

    The order is by body, then role, then number.
    """
    return _seat_lines(session, as_of, None if body_id is None else t.SeatRow.body_id == body_id)


def seats_held_from(session: Session, employer_id: str, *, as_of: date) -> tuple[SeatLine, ...]:
    """Return the seats that a body's employees sit in that day, by body, role and number."""
    work, held, seat = t.EmploymentRow, t.AppointmentRow, t.SeatRow
    statement = (
        select(held.seat_id)
        .join(work, work.person_id == held.person_id)
        .where(work.employer_id == employer_id, alive(work, as_of), alive(held, as_of))
    )
    seats = set(session.scalars(statement))
    stood_for = select(seat.substitute_for_id).where(seat.id.in_(seats))
    wanted = seats.union(filter(None, session.scalars(stood_for)))
    lines = _seat_lines(session, as_of, seat.id.in_(wanted)) if wanted else ()
    return tuple(line for line in lines if line.employer_id == employer_id)


def _seat_lines(
    session: Session, as_of: date, wanted: ColumnElement[bool] | None
) -> tuple[SeatLine, ...]:
    row = t.SeatRow
    # Columns, since rows of the register itself take three times as long to make.
    statement = (
        select(
            row.id, row.body_id, row.role, row.number, row.votes, row.represents_id,
            row.nominates_id, row.appoints_id, row.substitute_for_id, row.note, row.first_day,
            row.last_day, row.term_months, t.BodyRow.ends_soon_days,
        )
        .join(t.BodyRow, t.BodyRow.id == row.body_id)
        .where(alive(row, as_of), alive(t.BodyRow, as_of))
    )  # fmt: skip
    few = wanted is not None
    seats = session.execute(statement if wanted is None else statement.where(wanted)).all()
    seat_ids = {seat.id for seat in seats}
    sitting = _sitting(session, seat_ids if few else None, as_of)
    names = names_as_of(session, as_of, _bodies_of(seats, sitting) if few else None)
    vacated = _vacated(session, seat_ids - set(sitting), as_of)
    lines = [
        _line(seat, sitting.get(seat.id), names, vacated.get(seat.id), as_of) for seat in seats
    ]
    holders = {line.id: line.person_name for line in lines}
    return tuple(sorted((_with_stood_for(line, holders) for line in lines), key=_order))


def seat_terms(session: Session, seat_id: str) -> tuple[Appointment, ...]:
    """Return everyone who sits, has sat or is to sit in a seat, the newest first."""
    row = t.AppointmentRow
    statement = (
        select(row, t.PersonRow.name)
        .join(t.PersonRow, t.PersonRow.id == row.person_id)
        .where(row.seat_id == seat_id)
    )
    terms = [
        Appointment(
            held.id, held.seat_id, held.person_id, name,
            Period.of(held.first_day, held.last_day), Period.of(None, held.term_last).last,
            held.candidacy_id or "", held.decision, why_it_ended(held.end_reason),
        )
        for held, name in session.execute(statement)
    ]  # fmt: skip
    return tuple(sorted(terms, key=lambda term: str(term.period.first or ""), reverse=True))


def body_of_seat(session: Session, seat_id: str) -> str | None:
    """Return the id of the body that a seat is in, or None if the seat is gone."""
    return session.scalar(select(t.SeatRow.body_id).where(t.SeatRow.id == seat_id))


def _order(line: SeatLine) -> tuple[Any, ...]:
    return sort_key(line.body_name), line.body_id, ROLE_ORDER[line.role], line.number


def _with_stood_for(line: SeatLine, holders: dict[str, str]) -> SeatLine:
    if not line.substitute_for_id:
        return line
    return replace(line, substitute_for_name=holders.get(line.substitute_for_id, ""))


def _sitting(session: Session, seat_ids: set[str] | None, day: date) -> dict[str, Any]:
    row = t.AppointmentRow
    statement = (
        select(
            row.seat_id, row.id, row.person_id, row.first_day, row.last_day, row.term_last,
            t.PersonRow.name,
        )
        .join(t.PersonRow, t.PersonRow.id == row.person_id)
        .where(alive(row, day))
    )  # fmt: skip
    if seat_ids is not None:
        statement = statement.where(row.seat_id.in_(seat_ids))
    found = session.execute(statement.order_by(row.id)).all()
    people = {line.person_id for line in found} if seat_ids is not None else None
    work = employments_as_of(session, day, people)
    return {line.seat_id: (line, *work.get(line.person_id, ("", ""))) for line in found}


def employments_as_of(
    session: Session, day: date, person_ids: set[str] | None = None
) -> dict[str, tuple[str, str]]:
    """Return (employer's id, title) for each person who works for somebody that day."""
    row = t.EmploymentRow
    statement = select(row.person_id, row.employer_id, row.title).where(alive(row, day))
    if person_ids is not None:
        statement = statement.where(row.person_id.in_(person_ids))
    return {
        person_id: (employer_id, title)
        for person_id, employer_id, title in session.execute(statement.order_by(row.id))
    }


def _bodies_of(seats: Any, sitting: dict[str, Any]) -> set[str]:
    ids = {employer_id for _line, employer_id, _title in sitting.values()}
    for seat in seats:
        ids |= {seat.body_id, seat.represents_id, seat.nominates_id, seat.appoints_id}
    return {body_id for body_id in ids if body_id}


def _vacated(session: Session, seat_ids: set[str], day: date) -> dict[str, str]:
    """Return, for seats nobody sits in, the last day somebody did."""
    row = t.AppointmentRow
    statement = select(row.seat_id, row.last_day).where(
        row.seat_id.in_(seat_ids), row.last_day < day.isoformat()
    )
    last: dict[str, str] = {}
    for seat_id, last_day in session.execute(statement):
        ends = [end for end in (last.get(seat_id), last_day) if end]
        last[seat_id] = max(ends, key=_last_possible)
    return last


def _last_possible(stored: str) -> str:
    """Return a text that sorts a reduced end after every day it can mean."""
    return f"{stored}~"


def _line(
    seat: Any, held: Any, names: dict[str, Names], vacated: str | None, day: date
) -> SeatLine:
    (
        seat_id, body_id, role, number, votes, represents_id, nominates_id, appoints_id,
        substitute_for_id, note, first_day, last_day, term_months, soon,
    ) = seat  # fmt: skip
    holder, employer_id, title = held or (None, "", "")
    period = Period.of(holder.first_day, holder.last_day) if holder else None
    term_last = Period.of(None, holder.term_last).last if holder else None
    return SeatLine(
        id=seat_id, body_id=body_id, body_name=names.get(body_id, NOBODY).official,
        role=SeatRole(role), number=number, votes=votes,
        represents_id=represents_id or "",
        represents_name=names.get(represents_id, NOBODY).official,
        nominates_id=nominates_id or "", nominates_name=names.get(nominates_id, NOBODY).official,
        appoints_id=appoints_id or "", appoints_name=names.get(appoints_id, NOBODY).official,
        substitute_for_id=substitute_for_id or "", note=note,
        period=Period.of(first_day, last_day),
        status=seat_status(period, term_last, day, soon),
        person_id=holder.person_id if holder else "", person_name=holder.name if holder else "",
        title=title, employer_id=employer_id,
        employer_name=names.get(employer_id, NOBODY).official,
        appointment_id=holder.id if holder else "", since=period.first if period else None,
        term_last=_first_end(term_last, period.last if period else None),
        vacant_since=None if holder else _vacant_since(first_day, vacated),
        term_months=term_months,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _vacant_since(first_day: str | None, vacated: str | None) -> PartialDate | None:
    since = Period.of(first_day, vacated)
    return _day_after(since.last) or since.first


def _first_end(*ends: PartialDate | None) -> PartialDate | None:
    """Return the end that comes first: someone may be known to leave before the term is over."""
    known = [end for end in ends if end]
    return min(known, key=PartialDate.last_day) if len(known) > 1 else next(iter(known), None)


def _day_after(last: PartialDate | None) -> PartialDate | None:
    return PartialDate.of(last.last_day() + timedelta(days=1)) if last else None


def balances(
    session: Session, *, as_of: date, body_ids: Collection[str] | None = None
) -> dict[str, Balance]:
    """Return seats by status for every body that has any that day; voting and not alike.

    ``body_ids`` asks for some bodies instead of all.
    """
    seat, held, body = t.SeatRow, t.AppointmentRow, t.BodyRow
    seats = (
        select(seat.id, seat.body_id, body.ends_soon_days)
        .join(body, body.id == seat.body_id)
        .where(alive(seat, as_of))
    )
    terms = select(held.seat_id, held.term_last, held.last_day).where(alive(held, as_of))
    if body_ids is not None:
        seats = seats.where(seat.body_id.in_(body_ids))
        terms = terms.join(seat, seat.id == held.seat_id).where(seat.body_id.in_(body_ids))
    sitting = {
        seat_id: (last, left) for seat_id, last, left in session.execute(terms.order_by(held.id))
    }
    counts: dict[str, list[int]] = {}
    day, soon_days = as_of.isoformat(), dict[int, str]()
    for seat_id, body_id, soon in session.execute(seats):
        count = counts.setdefault(body_id, [0, 0, 0, 0])
        count[0] += 1
        if seat_id in sitting:
            soon_day = soon_days.setdefault(soon, (as_of + timedelta(days=soon)).isoformat())
            status = stored_seat_status(*sitting[seat_id], day, soon_day)
            count[1] += 1
            count[2] += status is SeatStatus.ENDS_SOON
            count[3] += status is SeatStatus.TERM_OVER
    return {body_id: Balance(*count) for body_id, count in counts.items()}
