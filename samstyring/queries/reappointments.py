"""What is to be thought of before one who sits is given a new term."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.composition_rules import Force, MostTerms, RuleKind, read_or_not
from samstyring.domain.errors import NotFoundError
from samstyring.domain.nominations import end_of_term
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.reappointments import FollowingSubstitute, ReappointmentOutlook, day_after
from samstyring.domain.seats import MEMBER_ROLES
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.store import tables as t


def reappointment_outlook(
    session: Session, appointment_id: str, *, as_of: date
) -> ReappointmentOutlook:
    """Return what a new term for one who sits would be. NotFoundError if the term is gone.

    The day it begins is None where the present term has no last day.
    """
    term = session.get(t.AppointmentRow, appointment_id)
    if term is None:
        raise NotFoundError(_("This term is no longer in the file."))
    seat = session.get_one(t.SeatRow, term.seat_id)
    months = seat.term_months or session.get_one(t.BodyRow, seat.body_id).term_months
    last = Period.of(None, term.term_last).last
    begins = day_after(last) if last else None
    return ReappointmentOutlook(
        term.id, session.get_one(t.PersonRow, term.person_id).name,
        names_as_of(session, as_of, {seat.body_id}).get(seat.body_id, NOBODY).official,
        seat.role, seat.number, begins, end_of_term(begins, months) if begins else None,
        _terms(session, term.person_id, seat.body_id, begins) + 1,
        _most_terms(session, seat.body_id, as_of), _substitutes(session, seat.id, as_of),
    )  # fmt: skip


def _terms(session: Session, person_id: str, body_id: str, before: PartialDate | None) -> int:
    """Return how many terms a person has begun as a member of a body before a day.

    A term that a substitute broke into is in two parts and counts once; acting for a member, on
    the strength of the candidacy to one's own seat, is no term.
    """
    held, seat, said = t.AppointmentRow, t.SeatRow, t.CandidacyRow
    statement = (
        select(held, said.seat_id)
        .join(seat, seat.id == held.seat_id)
        .outerjoin(said, said.id == held.candidacy_id)
        .where(
            held.person_id == person_id,
            seat.body_id == body_id,
            seat.role.in_([role.value for role in MEMBER_ROLES]),
        )
    )
    terms = set()
    for row, own_seat in session.execute(statement):
        period = Period.of(row.first_day, None)
        begun = before is None or not period.begins_after(before.first_day())
        if begun and own_seat in (None, row.seat_id):
            known = row.candidacy_id or row.term_last
            terms.add((row.seat_id, row.candidacy_id, row.term_last) if known else row.id)
    return len(terms)


def _most_terms(session: Session, body_id: str, day: date) -> int | None:
    """Return the lowest limit of terms that a rule of the body sets that day, if one does."""
    row = t.CompositionRuleRow
    statement = select(row.parameters).where(
        row.body_id == body_id,
        row.kind == RuleKind.MOST_TERMS.value,
        row.force != Force.OFF.value,
        alive(row, day),
    )
    rules = [read_or_not(RuleKind.MOST_TERMS, text) for text in session.scalars(statement)]
    return min((rule.most for rule in rules if isinstance(rule, MostTerms)), default=None)


def _substitutes(session: Session, seat_id: str, day: date) -> tuple[FollowingSubstitute, ...]:
    held, seat, person = t.AppointmentRow, t.SeatRow, t.PersonRow
    statement = (
        select(held.id, person.name, seat.number)
        .join(seat, seat.id == held.seat_id)
        .join(person, person.id == held.person_id)
        .where(seat.substitute_for_id == seat_id, alive(held, day), held.last_day.is_(None))
        .order_by(seat.number)
    )
    return tuple(FollowingSubstitute(*row) for row in session.execute(statement))
