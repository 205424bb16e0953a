"""Commands that take a candidacy on, step by step, to the appointment that fills the seat."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import name_of
from samstyring.commands.command import about, command, the
from samstyring.commands.seats import fill_seat, seat_name
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.nominations import (
    CLOSED_STEPS,
    STEPS_OF_THE_CHAIN,
    StepKind,
    check_step,
    end_of_term,
    rest_of_term,
)
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.text import clean_line, clean_text
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import N_, _
from samstyring.store import tables as t


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

    That the person declines or is not appointed closes every link of a forwarded candidacy. One
    that is withdrawn takes with it what other bodies have forwarded from it, and nothing else:
    whoever put the person forward first still does. Appointing is a command of its own, since it
    fills the seat.
    """
    row = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, row, step)
    check_step(standing(session, candidacy_id), step)
    _step_chain(session, row, step, on_day, by_whom=by_whom, note=note, decision=decision)


@command(N_("Appoint"))
def appoint(
    session: Session,
    candidacy_id: str,
    from_day: PartialDate,
    *,
    term_last: PartialDate | None = None,
    only_rest_of_term: bool = False,
    on_day: date,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> str:
    """Appoint a candidate: fill the seat from a day and end the earlier term; return its id.

    Without a last day the term is as long as the seat's, or the body's, own terms are; or, if
    only the rest of a term is to be filled, it ends with the term that runs in the seat.
    RuleError for a candidacy that is closed or that another body has forwarded.
    """
    row = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, row)
    current = standing(session, candidacy_id)
    if current in CLOSED_STEPS:
        check_step(current, StepKind.APPOINTED)
    _check_last_link(session, row)
    if only_rest_of_term and term_last is None:
        term_last = _rest_of_term(session, row.seat_id, from_day)
    _step_chain(
        session, row, StepKind.APPOINTED, on_day, by_whom=by_whom, note=note, decision=decision
    )
    return fill_seat(
        session, row.seat_id, row.person_id, from_day, candidacy_id=row.id, decision=decision,
        term_last=term_last or usual_end_of_term(session, row.seat_id, from_day),
    )  # fmt: skip


def _check_last_link(session: Session, row: t.CandidacyRow) -> None:
    """Raise RuleError if a later link is open: the appointment would not lead back through it."""
    later = forwarded_as(session, row)
    if later is not None:
        raise RuleError(
            _("{body} has forwarded this candidacy. Appoint the candidacy of {body}.").format(
                body=name_of(session, later.by_id)
            )
        )


def usual_end_of_term(session: Session, seat_id: str, from_day: PartialDate) -> PartialDate | None:
    """Return the last day of a whole term in a seat, None where terms have no length."""
    seat = the(session, t.SeatRow, seat_id)
    return end_of_term(
        from_day, seat.term_months or the(session, t.BodyRow, seat.body_id).term_months
    )


def _rest_of_term(session: Session, seat_id: str, from_day: PartialDate) -> PartialDate:
    row = t.AppointmentRow
    statement = select(row.first_day, row.term_last).where(row.seat_id == seat_id)
    periods = [Period.of(first, last) for first, last in session.execute(statement)]
    last = rest_of_term([(period.first, period.last) for period in periods], from_day)
    if last is None:
        raise RuleError(
            _("No term runs in that seat on {day}. Write the last day of the term.").format(
                day=short_date(from_day)
            )
        )
    return last


# The chain of a candidacy -----------------------------------------------------------------------


def chain_rows(session: Session, row: t.CandidacyRow) -> list[t.CandidacyRow]:
    """Return the candidacies that are linked to this one by forwarding, itself first."""
    session.flush()
    statement = select(t.CandidacyRow).where(
        t.CandidacyRow.person_id == row.person_id, t.CandidacyRow.seat_id == row.seat_id
    )
    others = [other for other in session.scalars(statement) if other.id != row.id]
    chain = [row]
    for link in chain:  # grows as it goes
        found = [
            o for o in others if o.forwarded_from_id == link.id or o.id == link.forwarded_from_id
        ]
        chain += found
        others = [other for other in others if other not in found]
    return chain


def forwarded_as(session: Session, row: t.CandidacyRow) -> t.CandidacyRow | None:
    """Return the open candidacy that another body has forwarded this one as, if one has."""
    for later in chain_rows(session, row):
        is_later = later.forwarded_from_id == row.id
        if is_later and standing(session, later.id) not in CLOSED_STEPS:
            return later
    return None


def _later_rows(session: Session, row: t.CandidacyRow) -> list[t.CandidacyRow]:
    """Return a candidacy and all that have been forwarded from it, itself first."""
    links, others = [row], chain_rows(session, row)
    for link in links:  # grows as it goes
        links += [other for other in others if other.forwarded_from_id == link.id]
    return links


def _links_moved(session: Session, row: t.CandidacyRow, step: StepKind) -> list[t.CandidacyRow]:
    if step in STEPS_OF_THE_CHAIN:
        return chain_rows(session, row)
    return _later_rows(session, row) if step is StepKind.WITHDRAWN else [row]


def _step_chain(
    session: Session,
    row: t.CandidacyRow,
    step: StepKind,
    on_day: date,
    *,
    by_whom: str,
    note: str,
    decision: str,
) -> None:
    for link in _links_moved(session, row, step):
        if link is row or standing(session, link.id) not in CLOSED_STEPS:
            add_step(session, link.id, step, on_day, by_whom=by_whom, note=note, decision=decision)


def standing(session: Session, candidacy_id: str) -> StepKind:
    """Return where a candidacy stands now."""
    session.flush()
    statement = select(t.StepRow.kind).where(t.StepRow.candidacy_id == candidacy_id)
    return StepKind(session.scalars(statement.order_by(t.StepRow.place.desc()).limit(1)).one())


def add_step(
    session: Session,
    candidacy_id: str,
    kind: StepKind,
    on_day: date,
    *,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> None:
    """Write a step after those that a candidacy has taken, without asking whether it may follow.

    RuleError for a day before that of the latest step or before the round was called.
    """
    session.flush()
    check_day(session, the(session, t.CandidacyRow, candidacy_id), on_day)
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


def check_day(session: Session, row: t.CandidacyRow, on_day: date) -> None:
    """Raise RuleError for a day before a candidacy's latest step or before its round's call."""
    statement = select(func.max(t.StepRow.day)).where(t.StepRow.candidacy_id == row.id)
    latest = session.scalar(statement)
    if latest is not None and on_day.isoformat() < latest:
        raise RuleError(
            _("The latest step of the candidacy was taken on {day}. Write that day or later.")
            .format(day=short_date(PartialDate.parse(latest)))
        )  # fmt: skip
    if row.round_id is not None:
        check_called(the(session, t.RoundRow, row.round_id), on_day)


def check_called(row: t.RoundRow, on_day: date) -> None:
    """Raise RuleError for a day before a round was called."""
    called = Period.of(row.called_on, None).first
    if called is not None and on_day < called.first_day():
        raise RuleError(
            _("“{round}” was called on {day}. Write that day or later.").format(
                round=row.name, day=short_date(called)
            )
        )


def about_candidacy(session: Session, row: t.CandidacyRow, step: StepKind | None = None) -> None:
    """Say that a change is about a candidate for a seat, and about which step."""
    person = the(session, t.PersonRow, row.person_id).name
    seat = seat_name(session, the(session, t.SeatRow, row.seat_id))
    about(session, f"{person}, {seat}" + (f" ({word(step)})" if step else ""))
