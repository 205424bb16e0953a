"""Commands on rounds: call one for some seats, correct it, close it, delete it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name
from samstyring.commands.command import about, command, the
from samstyring.commands.requests import ask, check_deadline, unanswered
from samstyring.commands.seats import seat_name
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.periods import PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_text
from samstyring.formats import short_date
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What can be written about a nomination round."""

    name: str
    caller_id: str
    called_on: PartialDate | None = None
    due_on: PartialDate | None = None
    criteria: str = ""
    call_text: str = ""


@command(N_("Call for nominations"))
def call_round(
    session: Session,
    facts: RoundFacts,
    *,
    seat_ids: Sequence[str] = (),
    ask_ids: Sequence[str] = (),
) -> str:
    """Begin a round for some seats and ask some bodies to nominate; return the round's id."""
    row = t.RoundRow(id=new_id(), closed_on=None)
    about(session, checked_name(facts.name))
    _write_round(row, facts)
    session.add(row)
    for seat_id in seat_ids:
        add_round_seat(session, row.id, seat_id)
    for body_id in ask_ids:
        ask(session, row.id, body_id, asked_on=facts.called_on, due_on=facts.due_on)
    return row.id


@command(N_("Correct a round"))
def correct_round(session: Session, round_id: str, facts: RoundFacts) -> None:
    """Write the round as it should have stood."""
    row = the(session, t.RoundRow, round_id)
    about(session, checked_name(facts.name))
    _write_round(row, facts)


def _write_round(row: t.RoundRow, facts: RoundFacts) -> None:
    check_deadline(facts.called_on, facts.due_on)
    row.name, row.caller_id = checked_name(facts.name), facts.caller_id
    row.called_on, row.due_on = iso_or_none(facts.called_on), iso_or_none(facts.due_on)
    row.criteria, row.call_text = clean_text(facts.criteria), clean_text(facts.call_text)


@command(N_("Close a round"))
def close_round(
    session: Session, round_id: str, on_day: date, *, with_open_requests: bool = False
) -> None:
    """Close a round on a day; candidacies that are open stay as they are.

    RuleError, with the names, if someone has not answered, unless it is to be closed with open
    requests; and for a day before the call.
    """
    row = the(session, t.RoundRow, round_id)
    about(session, row.name)
    if Period.of(row.called_on, None).begins_after(on_day):
        raise RuleError(
            _("A round cannot close before it was called ({day}).").format(
                day=short_date(Period.of(row.called_on, None).first)
            )
        )
    waiting = "" if with_open_requests else unanswered(session, round_id)
    if waiting:
        raise RuleError(
            _("No answer yet from {bodies}. Wait, or say that the round is closed anyway.").format(
                bodies=waiting
            )
        )
    row.closed_on = on_day.isoformat()


@command(N_("Delete a round"))
def delete_round(session: Session, round_id: str) -> None:
    """Delete a round that never was, with its requests; candidacies stay, outside any round.

    RuleError if somebody was appointed in it: every appointment can be traced to its round.
    """
    row = the(session, t.RoundRow, round_id)
    about(session, row.name)
    if _has_appointed(session, round_id):
        raise RuleError(_("The round has led to appointments. Close it instead of deleting it."))
    delete_with_hanging(session, row)


def _has_appointed(session: Session, round_id: str) -> bool:
    held, candidacy = t.AppointmentRow, t.CandidacyRow
    statement = select(held.id).join(candidacy, candidacy.id == held.candidacy_id)
    found = session.scalars(statement.where(candidacy.round_id == round_id).limit(1))
    return found.first() is not None


@command(N_("Add a seat to a round"))
def add_round_seat(session: Session, round_id: str, seat_id: str) -> str:
    """Let the round fill a seat too; RuleError if it does already, or if the seat has ended."""
    round_row = the(session, t.RoundRow, round_id)
    seat = the(session, t.SeatRow, seat_id)
    about(session, lambda: f"{round_row.name}, {seat_name(session, seat)}")
    called = Period.of(round_row.called_on, None).first
    if called and Period.of(None, seat.last_day).ended_before(called.first_day()):
        ended = short_date(Period.of(None, seat.last_day).last)
        raise RuleError(_("The seat ended on {day}. Choose another.").format(day=ended))
    if is_to_fill(session, round_id, seat_id):
        raise RuleError(_("The round is to fill that seat already."))
    row = t.RoundSeatRow(id=new_id(), round_id=round_id, seat_id=seat_id)
    session.add(row)
    return row.id


@command(N_("Take a seat out of a round"))
def remove_round_seat(session: Session, round_seat_id: str) -> None:
    """Let the round no longer fill a seat."""
    row = the(session, t.RoundSeatRow, round_seat_id)
    about(session, the(session, t.RoundRow, row.round_id).name)
    session.delete(row)


def is_to_fill(session: Session, round_id: str | None, seat_id: str) -> bool:
    """Say whether a round is to fill a seat; no round fills none."""
    session.flush()
    statement = select(t.RoundSeatRow.id).where(
        t.RoundSeatRow.round_id == round_id, t.RoundSeatRow.seat_id == seat_id
    )
    return session.scalar(statement) is not None
