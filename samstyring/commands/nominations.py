"""Commands on nominations: call a round, ask bodies, put people forward, step by step, appoint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name, name_of
from samstyring.commands.command import about, command, the
from samstyring.commands.people import PersonFacts, add_person
from samstyring.commands.seats import fill_seat, seat_name
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.nominations import CLOSED_STEPS, StepKind, check_step, end_of_term
from samstyring.domain.periods import PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_line, clean_text
from samstyring.domain.words import word
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
    _check_deadline(facts.called_on, facts.due_on)
    row.name, row.caller_id = checked_name(facts.name), facts.caller_id
    row.called_on, row.due_on = iso_or_none(facts.called_on), iso_or_none(facts.due_on)
    row.criteria, row.call_text = clean_text(facts.criteria), clean_text(facts.call_text)


def _check_deadline(asked_on: PartialDate | None, due_on: PartialDate | None) -> None:
    if asked_on and due_on and due_on.last_day() < asked_on.first_day():
        raise RuleError(
            _("The deadline ({due}) is before the day of the call ({asked}).").format(
                due=due_on.iso, asked=asked_on.iso
            )
        )


@command(N_("Close a round"))
def close_round(session: Session, round_id: str, on_day: date) -> None:
    """Close a round on a day; candidacies that are open stay as they are."""
    row = the(session, t.RoundRow, round_id)
    about(session, row.name)
    row.closed_on = on_day.isoformat()


@command(N_("Delete a round"))
def delete_round(session: Session, round_id: str) -> None:
    """Delete a round that never was, with its requests; candidacies stay, outside any round."""
    row = the(session, t.RoundRow, round_id)
    about(session, row.name)
    delete_with_hanging(session, row)


@command(N_("Add a seat to a round"))
def add_round_seat(session: Session, round_id: str, seat_id: str) -> str:
    """Let the round fill a seat too; RuleError if it does already."""
    round_row = the(session, t.RoundRow, round_id)
    seat = the(session, t.SeatRow, seat_id)
    about(session, lambda: f"{round_row.name}, {seat_name(session, seat)}")
    same = select(t.RoundSeatRow.id).where(
        t.RoundSeatRow.round_id == round_id, t.RoundSeatRow.seat_id == seat_id
    )
    if session.scalar(same) is not None:
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


@command(N_("Ask a body to nominate"))
def ask(
    session: Session,
    round_id: str,
    body_id: str,
    *,
    asked_on: PartialDate | None = None,
    due_on: PartialDate | None = None,
) -> str:
    """Ask a body to nominate in a round; return the request's id. RuleError if asked already."""
    round_row = the(session, t.RoundRow, round_id)
    about(session, lambda: f"{round_row.name}, {name_of(session, body_id)}")
    _check_deadline(asked_on, due_on)
    same = select(t.RequestRow.id).where(
        t.RequestRow.round_id == round_id, t.RequestRow.body_id == body_id
    )
    if session.scalar(same) is not None:
        raise RuleError(_("{body} has been asked already.").format(body=name_of(session, body_id)))
    row = t.RequestRow(
        id=new_id(), round_id=round_id, body_id=body_id, passed_on_from_id=None,
        asked_on=iso_or_none(asked_on), due_on=iso_or_none(due_on), answered_on=None, answer="",
    )  # fmt: skip
    session.add(row)
    return row.id


@command(N_("Answer a request"))
def answer_request(session: Session, request_id: str, on_day: date, *, answer: str = "") -> None:
    """Write the day and the words of a body's answer; no candidate is an answer too."""
    row = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, row.body_id))
    row.answered_on, row.answer = on_day.isoformat(), clean_text(answer)


@command(N_("Correct a request"))
def correct_request(
    session: Session,
    request_id: str,
    *,
    asked_on: PartialDate | None,
    due_on: PartialDate | None,
    answered_on: PartialDate | None,
    answer: str = "",
) -> None:
    """Write a request as it should have stood."""
    row = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, row.body_id))
    _check_deadline(asked_on, due_on)
    row.asked_on, row.due_on = iso_or_none(asked_on), iso_or_none(due_on)
    row.answered_on, row.answer = iso_or_none(answered_on), clean_text(answer)


@command(N_("Delete a request"))
def delete_request(session: Session, request_id: str) -> None:
    """Delete a request that never was."""
    row = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, row.body_id))
    delete_with_hanging(session, row)


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

    In a round where the body has been asked, this answers the request. RuleError if the same
    body has the same person open for the same seat, or if the seat has ended by then.
    """
    seat = the(session, t.SeatRow, seat_id)
    person = the(session, t.PersonRow, person_id)
    about(session, lambda: f"{person.name}, {seat_name(session, seat)}")
    _check_candidate(session, seat, person, by_id, on_day)
    request = _request_of(session, round_id, by_id)
    row = t.CandidacyRow(
        id=new_id(), person_id=person_id, seat_id=seat_id, by_id=by_id, round_id=round_id,
        request_id=request.id if request else None, forwarded_from_id=None, rank=rank,
        reason=clean_text(reason), statement="",
    )  # fmt: skip
    session.add(row)
    _add_step(session, row.id, first_step, on_day, by_whom=by_whom, note=note)
    if request is not None and request.answered_on is None:
        request.answered_on = on_day.isoformat()
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


def _check_candidate(
    session: Session, seat: t.SeatRow, person: t.PersonRow, by_id: str, on_day: date
) -> None:
    if Period.of(None, seat.last_day).ended_before(on_day):
        raise RuleError(_("The seat ended on {day}. Choose another.").format(day=seat.last_day))
    name_of(session, by_id)
    same = select(t.CandidacyRow.id).where(
        t.CandidacyRow.person_id == person.id,
        t.CandidacyRow.seat_id == seat.id,
        t.CandidacyRow.by_id == by_id,
    )
    for candidacy_id in session.scalars(same):
        if StepKind(_newest_step(session, candidacy_id).kind) not in CLOSED_STEPS:
            raise RuleError(
                _("{person} has been put forward for that seat already.").format(person=person.name)
            )


def _request_of(session: Session, round_id: str | None, body_id: str) -> t.RequestRow | None:
    if round_id is None:
        return None
    the(session, t.RoundRow, round_id)
    statement = select(t.RequestRow).where(
        t.RequestRow.round_id == round_id, t.RequestRow.body_id == body_id
    )
    return session.scalar(statement)


@command(N_("Correct a candidacy"))
def correct_candidacy(
    session: Session, candidacy_id: str, *, rank: int | None, reason: str, statement: str
) -> None:
    """Write a candidacy's rank, reason and statement as they should have stood."""
    row = the(session, t.CandidacyRow, candidacy_id)
    _about_candidacy(session, row)
    if rank is not None and rank < 1:
        raise RuleError(_("Ranks begin at 1."))
    row.rank, row.reason, row.statement = rank, clean_text(reason), clean_text(statement)


@command(N_("Move a candidacy a step"))
def take_step(
    session: Session,
    candidacy_id: str,
    step: StepKind,
    on_day: date,
    *,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> None:
    """Take a candidacy to its next step; RuleError if it cannot follow upon where it stands.

    Appointing is a command of its own, since it fills the seat.
    """
    row = the(session, t.CandidacyRow, candidacy_id)
    _about_candidacy(session, row, step)
    check_step(StepKind(_newest_step(session, candidacy_id).kind), step)
    _add_step(session, row.id, step, on_day, by_whom=by_whom, note=note, decision=decision)


@command(N_("Appoint"))
def appoint(
    session: Session,
    candidacy_id: str,
    from_day: PartialDate,
    *,
    term_last: PartialDate | None = None,
    on_day: date,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> str:
    """Appoint a candidate: fill the seat from a day and end the earlier term; return its id.

    Without a last day the term is as long as the seat's, or the body's, own terms are. RuleError
    for a candidacy that is closed.
    """
    row = the(session, t.CandidacyRow, candidacy_id)
    _about_candidacy(session, row)
    current = StepKind(_newest_step(session, candidacy_id).kind)
    if current in CLOSED_STEPS:
        check_step(current, StepKind.APPOINTED)
    _add_step(
        session, row.id, StepKind.APPOINTED, on_day, by_whom=by_whom, note=note, decision=decision
    )
    return fill_seat(
        session, row.seat_id, row.person_id, from_day, candidacy_id=row.id, decision=decision,
        term_last=term_last or _end_of_term(session, row.seat_id, from_day),
    )  # fmt: skip


def _end_of_term(session: Session, seat_id: str, from_day: PartialDate) -> PartialDate | None:
    seat = the(session, t.SeatRow, seat_id)
    return end_of_term(
        from_day, seat.term_months or the(session, t.BodyRow, seat.body_id).term_months
    )


@command(N_("Delete a candidacy"))
def delete_candidacy(session: Session, candidacy_id: str) -> None:
    """Delete a candidacy that never was, with its steps."""
    row = the(session, t.CandidacyRow, candidacy_id)
    _about_candidacy(session, row)
    delete_with_hanging(session, row)


def _newest_step(session: Session, candidacy_id: str) -> t.StepRow:
    session.flush()
    statement = select(t.StepRow).where(t.StepRow.candidacy_id == candidacy_id)
    return session.scalars(statement.order_by(t.StepRow.place.desc()).limit(1)).one()


def _add_step(
    session: Session,
    candidacy_id: str,
    kind: StepKind,
    on_day: date,
    *,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> None:
    session.flush()
    last = session.scalar(
        select(func.max(t.StepRow.place)).where(t.StepRow.candidacy_id == candidacy_id)
    )
    session.add(
        t.StepRow(
            id=new_id(), candidacy_id=candidacy_id, place=(last or 0) + 1, kind=kind.value,
            day=on_day.isoformat(), by_whom=clean_line(by_whom), note=clean_text(note),
            decision=clean_line(decision),
        )
    )  # fmt: skip


def _about_candidacy(session: Session, row: t.CandidacyRow, step: StepKind | None = None) -> None:
    person = the(session, t.PersonRow, row.person_id).name
    seat = seat_name(session, the(session, t.SeatRow, row.seat_id))
    about(session, f"{person}, {seat}" + (f" ({word(step)})" if step else ""))
