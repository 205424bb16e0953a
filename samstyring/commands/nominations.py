"""Commands on nominations: put people forward for seats, and forward them body by body.

Rounds, requests and steps have modules of their own; their commands are at hand here too.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name, name_of
from samstyring.commands.command import about, command, the
from samstyring.commands.nomination_steps import (
    about_candidacy,
    add_step,
    appoint,
    chain_rows,
    check_day,
    forwarded_as,
    standing,
    take_step,
)
from samstyring.commands.people import PersonFacts, add_person
from samstyring.commands.requests import (
    answer_request,
    ask,
    check_answered,
    check_round_open,
    correct_request,
    delete_request,
    pass_on,
    request_of,
)
from samstyring.commands.rounds import (
    RoundFacts,
    add_round_seat,
    call_round,
    close_round,
    correct_round,
    delete_round,
    is_to_fill,
    remove_round_seat,
)
from samstyring.commands.seats import seat_name
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.nominations import CLOSED_STEPS, StepKind
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatStatus, seat_status
from samstyring.domain.text import clean_text
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging

__all__ = [
    "RoundFacts",
    "add_round_seat",
    "answer_request",
    "appoint",
    "ask",
    "call_round",
    "close_round",
    "correct_candidacy",
    "correct_request",
    "correct_round",
    "delete_candidacy",
    "delete_request",
    "delete_round",
    "forward_candidacy",
    "nominate",
    "nominate_newcomer",
    "pass_on",
    "remove_round_seat",
    "take_step",
]


@command(N_("Put forward a candidate"))
def nominate(
    session: Session,
    seat_id: str,
    person_id: str,
    by_id: str,
    *,
    on_day: date,
    round_id: str | None = None,
    rank: int | None = None,
    reason: str = "",
    by_whom: str = "",
    note: str = "",
    first_step: StepKind = StepKind.PROPOSED,
) -> str:
    """Put a person forward for a seat on behalf of a body; return the candidacy's id.

    In a round where the body has been asked, this answers the request. RuleError if the person
    has been put forward for the seat already, if the seat has ended by then, if it is filled
    and the round is not to fill it again, or if the round was closed by then.
    """
    seat = the(session, t.SeatRow, seat_id)
    person = the(session, t.PersonRow, person_id)
    about(session, lambda: f"{person.name}, {seat_name(session, seat)}")
    _check_once(session, seat, person, by_id)
    _check_to_fill(session, seat, round_id, on_day)
    row = put_forward(session, seat_id, person_id, by_id, round_id, rank, reason, on_day)
    add_step(session, row.id, first_step, on_day, by_whom=by_whom, note=note)
    return row.id


@command(N_("Put forward a new person"))
def nominate_newcomer(
    session: Session,
    seat_id: str,
    facts: PersonFacts,
    by_id: str,
    *,
    on_day: date,
    employer_id: str | None = None,
    title: str = "",
    round_id: str | None = None,
    rank: int | None = None,
    reason: str = "",
    by_whom: str = "",
    note: str = "",
    first_step: StepKind = StepKind.PROPOSED,
) -> str:
    """Add a person and put them forward for a seat in one step; return the candidacy's id.

    RuleError as for ``add_person`` and ``nominate``.
    """
    seat = the(session, t.SeatRow, seat_id)
    about(session, lambda: f"{checked_name(facts.name)}, {seat_name(session, seat)}")
    person_id = add_person(session, facts, employer_id=employer_id, title=title)
    return nominate(
        session, seat_id, person_id, by_id, on_day=on_day, round_id=round_id, rank=rank,
        reason=reason, by_whom=by_whom, note=note, first_step=first_step,
    )  # fmt: skip


@command(N_("Forward a candidacy"))
def forward_candidacy(
    session: Session,
    candidacy_id: str,
    by_id: str,
    *,
    on_day: date,
    rank: int | None = None,
    reason: str = "",
    by_whom: str = "",
    note: str = "",
    first_step: StepKind = StepKind.NOMINATED,
) -> str:
    """Let a body put forward whom another has put forward to it; return the new candidacy's id.

    The first candidacy stands, and the new one leads back to it: municipality → network → KS.
    RuleError if it is closed, if the body is a link of the chain already, or if another body has
    forwarded it: a person is in the running for a seat once, at the end of one chain.
    """
    earlier = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, earlier)
    _check_can_forward(session, earlier, by_id)
    check_day(session, earlier, on_day)
    seat = the(session, t.SeatRow, earlier.seat_id)
    _check_seat_lives(seat, on_day)
    row = put_forward(
        session, seat.id, earlier.person_id, by_id, earlier.round_id, rank, reason, on_day
    )
    row.forwarded_from_id = earlier.id
    add_step(session, row.id, first_step, on_day, by_whom=by_whom, note=note)
    return row.id


@command(N_("Correct a candidacy"))
def correct_candidacy(
    session: Session, candidacy_id: str, *, rank: int | None, reason: str, statement: str
) -> None:
    """Write a candidacy's rank, reason and statement as they should have stood."""
    row = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, row)
    _check_rank(rank)
    row.rank, row.reason, row.statement = rank, clean_text(reason), clean_text(statement)


@command(N_("Delete a candidacy"))
def delete_candidacy(session: Session, candidacy_id: str) -> None:
    """Delete a candidacy that never was, with its steps.

    RuleError if an appointment or another body's candidacy leads back to it.
    """
    row = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, row)
    held, later = t.AppointmentRow, t.CandidacyRow
    if session.scalars(select(held.id).where(held.candidacy_id == row.id)).first() is not None:
        raise RuleError(_("The candidacy has led to an appointment. Delete the term first."))
    by_id = session.scalars(select(later.by_id).where(later.forwarded_from_id == row.id)).first()
    if by_id is not None:
        raise RuleError(
            _("{body} has forwarded this candidacy. Delete the candidacy of {body} first.").format(
                body=name_of(session, by_id)
            )
        )
    delete_with_hanging(session, row)


def put_forward(
    session: Session,
    seat_id: str,
    person_id: str,
    by_id: str,
    round_id: str | None,
    rank: int | None,
    reason: str,
    on_day: date,
) -> t.CandidacyRow:
    """Write a candidacy without a step, and that the body has answered its request, if any.

    RuleError if the round was closed by then; NotFoundError if body or round is gone.
    """
    name_of(session, by_id)
    _check_rank(rank)
    request = None
    if round_id is not None:
        check_round_open(the(session, t.RoundRow, round_id), on_day)
        request = request_of(session, round_id, by_id)
    row = t.CandidacyRow(
        id=new_id(), person_id=person_id, seat_id=seat_id, by_id=by_id, round_id=round_id,
        request_id=request.id if request else None, forwarded_from_id=None, rank=rank,
        reason=clean_text(reason), statement="",
    )  # fmt: skip
    session.add(row)
    if request is not None and request.answered_on is None:
        asked_on = Period.of(request.asked_on, None).first
        check_answered(session, request, asked_on, PartialDate.of(on_day))
        request.answered_on = on_day.isoformat()
    return row


# What is refused --------------------------------------------------------------------------------


def _check_rank(rank: int | None) -> None:
    if rank is not None and rank < 1:
        raise RuleError(_("Ranks begin at 1."))


def _check_once(session: Session, seat: t.SeatRow, person: t.PersonRow, by_id: str) -> None:
    others = open_candidacies(session, seat.id, person.id)
    if not others:
        return
    if any(other.by_id == by_id for other in others):
        text = _("{person} has been put forward for that seat already.")
    else:
        text = _(
            "{person} has been put forward for that seat already, by {body}."
            " Forward that candidacy instead."
        )
    last = others[-1]  # ids grow with time, and only the end of a chain is forwarded
    raise RuleError(text.format(person=person.name, body=name_of(session, last.by_id)))


def open_candidacies(session: Session, seat_id: str, person_id: str) -> list[t.CandidacyRow]:
    """Return the candidacies of a person for a seat that can still lead to an appointment."""
    session.flush()
    statement = select(t.CandidacyRow).where(
        t.CandidacyRow.person_id == person_id, t.CandidacyRow.seat_id == seat_id
    )
    rows = session.scalars(statement.order_by(t.CandidacyRow.id))
    return [row for row in rows if standing(session, row.id) not in CLOSED_STEPS]


def _check_can_forward(session: Session, earlier: t.CandidacyRow, by_id: str) -> None:
    current = standing(session, earlier.id)
    if current in CLOSED_STEPS:
        raise RuleError(
            _("The candidacy is closed ({step}), so it cannot be forwarded.").format(
                step=word(current)
            )
        )
    for link in chain_rows(session, earlier):
        if link.by_id == by_id and standing(session, link.id) not in CLOSED_STEPS:
            raise RuleError(
                _("{body} has put the person forward in this chain already.").format(
                    body=name_of(session, by_id)
                )
            )
    later = forwarded_as(session, earlier)
    if later is not None:
        raise RuleError(
            _(
                "{body} has forwarded this candidacy already, and a person is put forward once for"
                " a seat. Forward the candidacy of {body} instead."
            ).format(body=name_of(session, later.by_id))
        )


def _check_seat_lives(seat: t.SeatRow, on_day: date) -> None:
    if Period.of(None, seat.last_day).ended_before(on_day):
        ended = short_date(Period.of(None, seat.last_day).last)
        raise RuleError(_("The seat ended on {day}. Choose another.").format(day=ended))


def _check_to_fill(session: Session, seat: t.SeatRow, round_id: str | None, on_day: date) -> None:
    """Raise RuleError if the seat has ended, or is filled and no round asks for its next holder.

    A round may be called early for a seat that is filled, but it fills each seat once.
    """
    _check_seat_lives(seat, on_day)
    listed = is_to_fill(session, round_id, seat.id)
    soon = the(session, t.BodyRow, seat.body_id).ends_soon_days
    rows = select(t.AppointmentRow).where(t.AppointmentRow.seat_id == seat.id)
    for held in session.scalars(rows.order_by(t.AppointmentRow.id)):
        if not _is_filled(held, on_day, soon) or _decided_after(session, held, on_day):
            continue
        if not listed or _round_of(session, held) == round_id:
            text = _(
                "The seat is filled by {person}. End that term first, or let a round fill the seat."
            )
            person = the(session, t.PersonRow, held.person_id).name
            raise RuleError(text.format(person=person))


def _is_filled(held: t.AppointmentRow, on_day: date, soon_days: int) -> bool:
    period = Period.of(held.first_day, held.last_day)
    day = max(on_day, period.first.first_day()) if period.first else on_day
    term_last = Period.of(None, held.term_last).last
    return seat_status(period, term_last, day, soon_days) is SeatStatus.FILLED


def _decided_after(session: Session, held: t.AppointmentRow, day: date) -> bool:
    """Say whether a term was decided upon after a day, on which the seat was still to fill."""
    row = t.StepRow
    statement = select(row.day).where(
        row.candidacy_id == held.candidacy_id, row.kind == StepKind.APPOINTED.value
    )
    return any(decided > day.isoformat() for decided in session.scalars(statement))


def _round_of(session: Session, held: t.AppointmentRow) -> str | None:
    if held.candidacy_id is None:
        return None
    return the(session, t.CandidacyRow, held.candidacy_id).round_id
