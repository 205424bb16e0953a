"""Commands on seats and who sits in them."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import name_of
from samstyring.commands.command import about, command, the
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.periods import ALWAYS, PartialDate, Period, iso_or_none
from samstyring.domain.seats import FOLLOWED, SeatRole, check_term
from samstyring.domain.text import clean_line
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """What can be written about a seat; bodies are ids, a term is counted in months."""

    role: SeatRole = SeatRole.MEMBER
    votes: bool = True
    represents_id: str | None = None
    nominates_id: str | None = None
    appoints_id: str | None = None
    substitute_for_id: str | None = None
    term_months: int | None = None
    note: str = ""
    period: Period = ALWAYS


@command(N_("Add a seat"))
def add_seat(session: Session, body_id: str, facts: SeatFacts) -> str:
    """Add a seat to a body, numbered after the last; return its id."""
    about(session, lambda: f"{name_of(session, body_id)}, {word(facts.role)}")
    session.flush()
    last = session.scalar(select(func.max(t.SeatRow.number)).where(t.SeatRow.body_id == body_id))
    row = t.SeatRow(id=new_id(), body_id=body_id, number=(last or 0) + 1)
    _write(session, row, facts)
    session.add(row)
    return row.id


@command(N_("Correct a seat"))
def correct_seat(session: Session, seat_id: str, facts: SeatFacts) -> None:
    """Write the seat as it should have stood."""
    row = the(session, t.SeatRow, seat_id)
    about(session, seat_name(session, row))
    _write(session, row, facts)


def _write(session: Session, row: t.SeatRow, facts: SeatFacts) -> None:
    facts.period.check()
    check_term(facts.term_months)
    if facts.role is SeatRole.PERSONAL_SUBSTITUTE and not facts.substitute_for_id:
        raise RuleError(_("A personal substitute needs a seat to stand in for. Choose the seat."))
    if facts.substitute_for_id:
        stood_for = the(session, t.SeatRow, facts.substitute_for_id)
        if stood_for.id == row.id or stood_for.body_id != row.body_id:
            raise RuleError(_("A substitute stands in for another seat of the same body."))
    row.role, row.votes, row.note = facts.role.value, facts.votes, clean_line(facts.note)
    row.represents_id, row.nominates_id = facts.represents_id, facts.nominates_id
    row.appoints_id, row.substitute_for_id = facts.appoints_id, facts.substitute_for_id
    row.term_months = facts.term_months
    row.first_day, row.last_day = iso_or_none(facts.period.first), iso_or_none(facts.period.last)


@command(N_("End a seat"))
def end_seat(session: Session, seat_id: str, last_day: PartialDate) -> None:
    """Let a seat end on a day; who sits there stops sitting that day."""
    row = the(session, t.SeatRow, seat_id)
    about(session, seat_name(session, row))
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day = last_day.iso
    for appointment in _appointments(session, seat_id):
        period = Period.of(appointment.first_day, appointment.last_day)
        if period.covers(last_day.last_day()):
            appointment.last_day = last_day.iso


@command(N_("Delete a seat"))
def delete_seat(session: Session, seat_id: str) -> None:
    """Delete a seat that never was, with its appointments and candidacies."""
    row = the(session, t.SeatRow, seat_id)
    about(session, seat_name(session, row))
    delete_with_hanging(session, row)


@command(N_("Fill a seat"))
def fill_seat(
    session: Session,
    seat_id: str,
    person_id: str,
    from_day: PartialDate | None,
    *,
    term_last: PartialDate | None = None,
    last_day: PartialDate | None = None,
    candidacy_id: str | None = None,
    decision: str = "",
) -> str:
    """Seat a person from a day; whoever sits there then stops the day before. Return the id.

    ``term_last`` is the last day of the term that is set, ``last_day`` the day they stopped if
    that is known. A person can follow upon themselves with a new term. RuleError if the seat does
    not exist that day, or if another term there begins later or has its last day set.
    """
    seat = the(session, t.SeatRow, seat_id)
    person = the(session, t.PersonRow, person_id)
    about(session, lambda: f"{person.name}, {seat_name(session, seat)}")
    period = Period(from_day, last_day).check()
    Period(from_day, term_last).check()
    _check_seat_exists(seat, period)
    _make_room(session, seat, person, period)
    row = t.AppointmentRow(
        id=new_id(), seat_id=seat_id, person_id=person_id, first_day=iso_or_none(from_day),
        last_day=iso_or_none(last_day), term_last=iso_or_none(term_last),
        candidacy_id=candidacy_id, decision=clean_line(decision), end_reason="",
    )  # fmt: skip
    session.add(row)
    return row.id


def _check_seat_exists(seat: t.SeatRow, period: Period) -> None:
    life = Period.of(seat.first_day, seat.last_day)
    if period.first is not None and not life.covers(period.first.last_day()):
        raise RuleError(
            _("The seat does not exist on {day}. Choose a day on which it does.").format(
                day=short_date(period.first)
            )
        )


def _make_room(session: Session, seat: t.SeatRow, person: t.PersonRow, period: Period) -> None:
    for standing in _appointments(session, seat.id):
        held = Period.of(standing.first_day, standing.last_day)
        if not held.overlaps(period):
            continue
        begins = period.first.first_day() if period.first else None
        earlier = begins is not None and (held.first is None or held.first.first_day() < begins)
        if not earlier or held.last is not None:
            raise RuleError(
                _("The seat is taken by {person} in that period. End that term first.").format(
                    person=the(session, t.PersonRow, standing.person_id).name
                )
            )
        assert period.first is not None
        standing.last_day = period.first.day_before().iso
        if standing.person_id != person.id:
            standing.end_reason = standing.end_reason or FOLLOWED


def _appointments(session: Session, seat_id: str) -> list[t.AppointmentRow]:
    session.flush()
    statement = select(t.AppointmentRow).where(t.AppointmentRow.seat_id == seat_id)
    return list(session.scalars(statement.order_by(t.AppointmentRow.id)))


@command(N_("End a term"))
def end_appointment(
    session: Session, appointment_id: str, last_day: PartialDate, *, reason: str = ""
) -> None:
    """Let a person stop sitting on a day; RuleError if that is before they began."""
    row = the(session, t.AppointmentRow, appointment_id)
    _about_appointment(session, row)
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day, row.end_reason = last_day.iso, clean_line(reason)


@command(N_("Correct a term"))
def correct_appointment(
    session: Session,
    appointment_id: str,
    *,
    period: Period,
    term_last: PartialDate | None,
    decision: str = "",
) -> None:
    """Write a term as it should have stood; RuleError if it then overlaps another."""
    row = the(session, t.AppointmentRow, appointment_id)
    _about_appointment(session, row)
    period.check()
    for other in _appointments(session, row.seat_id):
        if other.id != row.id and Period.of(other.first_day, other.last_day).overlaps(period):
            raise RuleError(_("The seat is taken in that period. Change the other term first."))
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)
    row.term_last, row.decision = iso_or_none(term_last), clean_line(decision)


@command(N_("Delete a term"))
def delete_appointment(session: Session, appointment_id: str) -> None:
    """Delete a term that never was; one that is over is ended instead."""
    row = the(session, t.AppointmentRow, appointment_id)
    _about_appointment(session, row)
    session.delete(row)


def _about_appointment(session: Session, row: t.AppointmentRow) -> None:
    person = the(session, t.PersonRow, row.person_id)
    seat = the(session, t.SeatRow, row.seat_id)
    about(session, lambda: f"{person.name}, {seat_name(session, seat)}")


def seat_name(session: Session, seat: t.SeatRow) -> str:
    """Return the body and the seat's number, as the journal writes it."""
    return f"{name_of(session, seat.body_id)} {seat.number}"
