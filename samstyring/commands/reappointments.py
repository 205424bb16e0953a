"""Commands on terms that go on, end early or are filled for a while by a substitute."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.command import about, command, the
from samstyring.commands.nomination_steps import add_step, appoint
from samstyring.commands.nominations import open_candidacies, put_forward
from samstyring.commands.seats import end_appointment, fill_seat, seat_name
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import StepKind
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.reappointments import day_after
from samstyring.domain.seats import SUBSTITUTE_ROLES
from samstyring.formats import short_date
from samstyring.language import N_, _
from samstyring.store import tables as t


@command(N_("Reappoint"))
def reappoint(
    session: Session,
    appointment_id: str,
    *,
    on_day: date,
    from_day: PartialDate | None = None,
    term_last: PartialDate | None = None,
    by_id: str | None = None,
    round_id: str | None = None,
    by_whom: str = "",
    reason: str = "",
    decision: str = "",
    substitute_ids: Sequence[str] = (),
) -> str:
    """Give one who sits a new term in the same seat, in one step; return the new term's id.

    It begins the day after the term that was set unless another day is given. The person's open
    candidacy for the seat is appointed; else one is written on behalf of ``by_id``, or whoever
    nominates for the seat, so that the term can be traced. ``substitute_ids`` are the terms of
    personal substitutes who follow the member. RuleError if the person stops sitting, or if no
    day is known.
    """
    held = the(session, t.AppointmentRow, appointment_id)
    seat = the(session, t.SeatRow, held.seat_id)
    person = the(session, t.PersonRow, held.person_id)
    about(session, lambda: f"{person.name}, {seat_name(session, seat)}")
    _check_sits_on(held, person)
    begins = from_day or _day_after_term(held)
    candidacy_id = _candidacy_of(session, held, seat, by_id, round_id, on_day, reason, by_whom)
    made = appoint(
        session, candidacy_id, begins, term_last=term_last, on_day=on_day, by_whom=by_whom,
        decision=decision,
    )  # fmt: skip
    for substitute_id in substitute_ids:
        substitute = the(session, t.AppointmentRow, substitute_id)
        _check_follows(session, substitute, seat)
        reappoint(
            session, substitute_id, on_day=on_day, from_day=begins, term_last=term_last,
            by_whom=by_whom, reason=reason, decision=decision, round_id=round_id,
        )  # fmt: skip
    return made


def _check_sits_on(held: t.AppointmentRow, person: t.PersonRow) -> None:
    if held.last_day is not None:
        raise RuleError(
            _("{person} stops sitting on {day}. Put the person forward as a candidate.").format(
                person=person.name, day=held.last_day
            )
        )


def _check_follows(session: Session, held: t.AppointmentRow, seat: t.SeatRow) -> None:
    own = the(session, t.SeatRow, held.seat_id)
    if own.substitute_for_id != seat.id:
        raise RuleError(
            _("{person} is not a personal substitute for that seat.").format(
                person=the(session, t.PersonRow, held.person_id).name
            )
        )


def _day_after_term(held: t.AppointmentRow) -> PartialDate:
    last = Period.of(None, held.term_last).last
    if last is None:
        raise RuleError(_("Write the day the new term begins; the present one has no last day."))
    return day_after(last)


def _candidacy_of(
    session: Session,
    held: t.AppointmentRow,
    seat: t.SeatRow,
    by_id: str | None,
    round_id: str | None,
    on_day: date,
    reason: str,
    by_whom: str,
) -> str:
    """Return the candidacy that the new term comes from: the last link of an open chain, or new."""
    standing_ones = open_candidacies(session, seat.id, held.person_id)
    if standing_ones:
        forwarded = {row.forwarded_from_id for row in standing_ones}
        return next(row.id for row in standing_ones if row.id not in forwarded)
    by_id = by_id or seat.nominates_id or seat.represents_id or seat.appoints_id or seat.body_id
    row = put_forward(session, seat.id, held.person_id, by_id, round_id, None, reason, on_day)
    add_step(session, row.id, StepKind.NOMINATED, on_day, by_whom=by_whom)
    return row.id


@command(N_("Cut a term short"))
def cut_short(session: Session, appointment_id: str, last_day: PartialDate, *, reason: str) -> None:
    """Let a person stop before the term is over; RuleError without a reason or an earlier day."""
    held = the(session, t.AppointmentRow, appointment_id)
    if not reason.strip():
        raise RuleError(_("Write why the term is cut short."))
    set_last = Period.of(None, held.term_last).last
    if set_last is not None and last_day.last_day() >= set_last.last_day():
        raise RuleError(
            _("The term ends on {day} as it is. Choose an earlier day.").format(
                day=short_date(set_last)
            )
        )
    end_appointment(session, appointment_id, last_day, reason=reason)


# Acting substitutes -----------------------------------------------------------------------------


@command(N_("Let a substitute act"))
def let_act(
    session: Session,
    seat_id: str,
    person_id: str,
    *,
    first: PartialDate,
    last: PartialDate,
    decision: str = "",
) -> str:
    """Let a substitute of the body sit in a member's seat for a period; return the term's id.

    The member's term is written in two parts, before and after, so that each day shows who sat.
    RuleError if the person is no substitute for the seat then, or if the member's term does not
    cover the day before the period.
    """
    seat = the(session, t.SeatRow, seat_id)
    person = the(session, t.PersonRow, person_id)
    about(session, lambda: f"{person.name}, {seat_name(session, seat)}")
    period = Period(first, last).check()
    own = _term_as_substitute(session, seat, person, first)
    member = _member_during(session, seat, period)
    stopped = Period.of(None, member.last_day).last if member else None
    if member is not None:
        member.last_day = first.day_before().iso
    made = fill_seat(
        session, seat_id, person_id, first, last_day=last, candidacy_id=own.candidacy_id,
        decision=decision,
    )  # fmt: skip
    if member is not None and (stopped is None or stopped.last_day() > last.last_day()):
        fill_seat(
            session, seat_id, member.person_id, day_after(last), last_day=stopped,
            term_last=Period.of(None, member.term_last).last, candidacy_id=member.candidacy_id,
            decision=member.decision,
        )  # fmt: skip
    return made


def _term_as_substitute(
    session: Session, seat: t.SeatRow, person: t.PersonRow, day: PartialDate
) -> t.AppointmentRow:
    held, own = t.AppointmentRow, t.SeatRow
    statement = (
        select(held)
        .join(own, own.id == held.seat_id)
        .where(
            held.person_id == person.id,
            own.body_id == seat.body_id,
            own.role.in_([role.value for role in SUBSTITUTE_ROLES]),
            own.substitute_for_id.is_(None) | (own.substitute_for_id == seat.id),
        )
    )
    for found in session.scalars(statement.order_by(held.id)):
        if Period.of(found.first_day, found.last_day).covers(day.first_day()):
            return found
    raise RuleError(
        _("{person} is no substitute for that seat on {day}.").format(
            person=person.name, day=short_date(day)
        )
    )


def _member_during(session: Session, seat: t.SeatRow, period: Period) -> t.AppointmentRow | None:
    """Return the term that the period breaks into; None where the seat is vacant all through."""
    row = t.AppointmentRow
    for held in session.scalars(select(row).where(row.seat_id == seat.id).order_by(row.first_day)):
        own = Period.of(held.first_day, held.last_day)
        if not own.overlaps(period):
            continue
        assert period.first is not None
        if own.first is not None and own.first.first_day() >= period.first.first_day():
            raise RuleError(
                _("The seat is taken by {person} in that period. End that term first.").format(
                    person=the(session, t.PersonRow, held.person_id).name
                )
            )
        return held
    return None
