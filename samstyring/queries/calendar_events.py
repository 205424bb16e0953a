"""The days of the year that a calendar should know: ends of terms, and deadlines."""

from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.calendar_events import CalendarEvent
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.store import tables as t


def calendar_events(session: Session, *, as_of: date) -> tuple[CalendarEvent, ...]:
    """Return the ends of the terms that run that day and the deadlines of open rounds, by day."""
    events = [
        *_terms(session, as_of),
        *_round_deadlines(session, as_of),
        *_request_deadlines(session, as_of),
    ]
    return tuple(sorted(events, key=lambda event: (event.day, event.title, event.id)))


def _terms(session: Session, day: date) -> list[CalendarEvent]:
    held, seat = t.AppointmentRow, t.SeatRow
    statement = (
        select(
            held.id, held.version, held.term_last, held.last_day, seat.body_id, seat.role,
            seat.number, t.PersonRow.name,
        )
        .join(seat, seat.id == held.seat_id)
        .join(t.PersonRow, t.PersonRow.id == held.person_id)
        .where(alive(held, day), or_(held.term_last.is_not(None), held.last_day.is_not(None)))
    )  # fmt: skip
    rows = session.execute(statement).all()
    names = names_as_of(session, day, {row.body_id for row in rows})
    events = []
    for row in rows:
        ends = [PartialDate.parse(end) for end in (row.term_last, row.last_day) if end]
        end = min(ends, key=PartialDate.last_day)
        body = names.get(row.body_id, NOBODY).official
        detail = _("{person} is {role} {number} in {body}; the term ends {day}.").format(
            person=row.name, role=word(SeatRole(row.role)), number=row.number, body=body,
            day=short_date(end),
        )  # fmt: skip
        title = _("The term ends: {person}, {body}").format(person=row.name, body=body)
        events.append(CalendarEvent(f"term-{row.id}", end.last_day(), title, detail, row.version))
    return events


def _round_deadlines(session: Session, day: date) -> list[CalendarEvent]:
    row = t.RoundRow
    statement = select(row.id, row.version, row.name, row.due_on).where(
        row.due_on.is_not(None), _is_open(day)
    )
    return [
        CalendarEvent(
            f"round-{found.id}", PartialDate.parse(found.due_on).last_day(),
            _("Deadline: {round}").format(round=found.name),
            _("Nominations to “{round}” are due.").format(round=found.name), found.version,
        )
        for found in session.execute(statement)
    ]  # fmt: skip


def _request_deadlines(session: Session, day: date) -> list[CalendarEvent]:
    """Return the deadlines of bodies that have not answered and have a day of their own."""
    row, nominations = t.RequestRow, t.RoundRow
    statement = (
        select(row.id, row.version, row.body_id, row.due_on, nominations.name)
        .join(nominations, nominations.id == row.round_id)
        .where(
            row.due_on.is_not(None), _is_open(day),
            or_(row.answered_on.is_(None), row.answered_on > day.isoformat()),
            or_(nominations.due_on.is_(None), nominations.due_on != row.due_on),
        )
    )  # fmt: skip
    rows = session.execute(statement).all()
    names = names_as_of(session, day, {found.body_id for found in rows})
    events = []
    for found in rows:
        body = names.get(found.body_id, NOBODY).official
        title = _("Answer due: {body}, {round}").format(body=body, round=found.name)
        detail = _("{body} is to answer “{round}” this day.").format(body=body, round=found.name)
        due = PartialDate.parse(found.due_on).last_day()
        events.append(CalendarEvent(f"request-{found.id}", due, title, detail, found.version))
    return events


def _is_open(day: date) -> ColumnElement[bool]:
    closed = t.RoundRow.closed_on
    return or_(closed.is_(None), closed > day.isoformat())
