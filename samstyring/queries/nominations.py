"""Queries on nominations: rounds, requests, candidacies and their steps."""

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from samstyring.domain.errors import NotFoundError
from samstyring.domain.nominations import (
    CandidacyDetail,
    CandidacyLine,
    RequestStatus,
    RoundDetail,
    RoundLine,
    RoundSeat,
    Step,
    StepKind,
)
from samstyring.domain.text import sort_key
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.queries.nomination_requests import request_lines, status_of
from samstyring.queries.seats import employments_as_of
from samstyring.store import tables as t


def round_lines(session: Session, *, as_of: date) -> tuple[RoundLine, ...]:
    """Return every round called by that day, the open ones first, then the newest first."""
    rows = list(session.scalars(select(t.RoundRow)))
    names = names_as_of(session, as_of, {row.caller_id for row in rows})
    seats = _count(session, t.RoundSeatRow.round_id)
    candidacies = _count(session, t.CandidacyRow.round_id)
    persons = _count(session, t.CandidacyRow.round_id, t.CandidacyRow.person_id)
    requests: dict[str, list[t.RequestRow]] = {}
    for request in session.scalars(select(t.RequestRow)):
        requests.setdefault(request.round_id, []).append(request)
    lines = [
        _round_line(row, names, seats, requests.get(row.id, []), candidacies, as_of, persons)
        for row in rows
        if row.called_on is None or row.called_on <= as_of.isoformat()
    ]
    lines.sort(key=lambda line: (line.called_on, line.id), reverse=True)
    return tuple(sorted(lines, key=lambda line: bool(line.closed_on)))


def _count(session: Session, column: Any, different: Any = None) -> dict[str, int]:
    """Return how many rows there are for each value; or how many different values in them."""
    counted = func.count() if different is None else func.count(different.distinct())
    statement = select(column, counted).where(column.is_not(None)).group_by(column)
    return {value: count for value, count in session.execute(statement)}


def _round_line(
    row: t.RoundRow,
    names: dict[str, Names],
    seats: dict[str, int],
    requests: list[t.RequestRow],
    candidacies: dict[str, int],
    day: date,
    persons: dict[str, int],
) -> RoundLine:
    statuses = [status_of(request, day) for request in requests]
    return RoundLine(
        row.id, row.name, row.caller_id, names.get(row.caller_id, NOBODY).official,
        row.called_on or "", row.due_on or "", _closed(row, day), seats.get(row.id, 0),
        len(requests), statuses.count(RequestStatus.ANSWERED),
        statuses.count(RequestStatus.OVERDUE), candidacies.get(row.id, 0),
        persons.get(row.id, 0),
    )  # fmt: skip


def _closed(row: t.RoundRow, day: date) -> str:
    """Return the day the round was closed, if it was by that day."""
    return row.closed_on if row.closed_on and row.closed_on <= day.isoformat() else ""


def round_detail(session: Session, round_id: str, *, as_of: date) -> RoundDetail:
    """Return all of one round. NotFoundError if it is gone."""
    row = session.get(t.RoundRow, round_id)
    if row is None:
        raise NotFoundError(_("This round is no longer in the file."))
    candidacies = candidacy_lines(session, as_of=as_of, round_id=round_id)
    requests = list(session.scalars(select(t.RequestRow).where(t.RequestRow.round_id == round_id)))
    names = names_as_of(session, as_of, {row.caller_id, *(r.body_id for r in requests)})
    seats, persons = _round_seats(session, round_id, as_of), {c.person_id for c in candidacies}
    line = _round_line(
        row,
        names,
        {round_id: len(seats)},
        requests,
        {round_id: len(candidacies)},
        as_of,
        {round_id: len(persons)},
    )
    lines = request_lines(requests, names, candidacies, as_of)
    return RoundDetail(line, row.criteria, row.call_text, seats, lines, candidacies)


def _round_seats(session: Session, round_id: str, day: date) -> tuple[RoundSeat, ...]:
    link, seat = t.RoundSeatRow, t.SeatRow
    statement = select(link.id, seat).join(seat, seat.id == link.seat_id)
    rows = session.execute(statement.where(link.round_id == round_id).order_by(link.id)).all()
    bodies = {seat.body_id for _id, seat in rows} | {seat.represents_id or "" for _id, seat in rows}
    names, held = names_as_of(session, day, bodies), t.AppointmentRow
    holders = {
        seat_id: (name, term_last or last_day or "")
        for seat_id, name, term_last, last_day in session.execute(
            select(held.seat_id, t.PersonRow.name, held.term_last, held.last_day)
            .join(t.PersonRow, t.PersonRow.id == held.person_id)
            .where(held.seat_id.in_({seat.id for _id, seat in rows}), alive(held, day))
        )
    }
    found = []
    for link_id, its in rows:
        holder, term_last = holders.get(its.id, ("", ""))
        found.append(
            RoundSeat(
                link_id, its.id, its.body_id, names.get(its.body_id, NOBODY).official,
                its.role, its.number, holder,
                names.get(its.represents_id or "", NOBODY).official, term_last,
            )
        )  # fmt: skip
    return tuple(found)


def candidacy_lines(
    session: Session,
    *,
    as_of: date,
    round_id: str | None = None,
    body_id: str | None = None,
    person_id: str | None = None,
) -> tuple[CandidacyLine, ...]:
    """Return candidacies put forward by that day, where each then stood; by body, seat, rank.

    ``body_id`` asks for those to a body's seats or put forward by it.
    """
    rows = session.execute(_candidacies(round_id, body_id, person_id)).all()
    steps = _newest_steps(session, as_of)
    forwarded = _forwarded_by(session, steps)
    bodies = {i for c, s, _p, _r in rows for i in (s.body_id, c.by_id)} | set(forwarded.values())
    names = names_as_of(session, as_of, bodies)
    work = employments_as_of(session, as_of, {candidacy.person_id for candidacy, *_rest in rows})
    employers = names_as_of(session, as_of, {employer for employer, _title in work.values()})
    lines = []
    for candidacy, its_seat, person_name, round_name in rows:
        if candidacy.id not in steps:
            continue
        employer_id, title = work.get(candidacy.person_id, ("", ""))
        step, day = steps[candidacy.id]
        later_id = forwarded.get(candidacy.id, "")
        lines.append(
            CandidacyLine(
                candidacy.id, candidacy.person_id, person_name, its_seat.id, its_seat.role,
                its_seat.number, its_seat.body_id, names.get(its_seat.body_id, NOBODY).official,
                candidacy.by_id, names.get(candidacy.by_id, NOBODY).official,
                candidacy.round_id or "", round_name or "", candidacy.rank, candidacy.reason,
                step, day, title, employers.get(employer_id, NOBODY).official,
                candidacy.request_id or "", candidacy.forwarded_from_id or "", later_id,
                names.get(later_id, NOBODY).official,
            )
        )  # fmt: skip
    return tuple(sorted(lines, key=_candidacy_order))


def _candidacies(
    round_id: str | None, body_id: str | None, person_id: str | None
) -> Select[t.CandidacyRow, t.SeatRow, str, str]:
    row, seat, person = t.CandidacyRow, t.SeatRow, t.PersonRow
    statement = (
        select(row, seat, person.name, t.RoundRow.name)
        .join(seat, seat.id == row.seat_id)
        .join(person, person.id == row.person_id)
        .outerjoin(t.RoundRow, t.RoundRow.id == row.round_id)
    )
    if round_id is not None:
        statement = statement.where(row.round_id == round_id)
    if body_id is not None:
        statement = statement.where((seat.body_id == body_id) | (row.by_id == body_id))
    if person_id is not None:
        statement = statement.where(row.person_id == person_id)
    return statement


def _forwarded_by(session: Session, steps: dict[str, tuple[StepKind, str]]) -> dict[str, str]:
    """Return the body that forwarded each candidacy that was, and had not withdrawn it again."""
    row = t.CandidacyRow
    statement = select(row.id, row.forwarded_from_id, row.by_id).order_by(row.id)
    rows = session.execute(statement.where(row.forwarded_from_id.is_not(None)))
    return {
        earlier: by_id
        for later, earlier, by_id in rows
        if earlier and later in steps and not _withdrawn_again(steps, later, earlier)
    }


def _withdrawn_again(steps: dict[str, tuple[StepKind, str]], later: str, earlier: str) -> bool:
    """Say whether a body took its forwarding back while the first candidacy went on."""
    went_on = earlier in steps and steps[earlier][0] is not StepKind.WITHDRAWN
    return went_on and steps[later][0] is StepKind.WITHDRAWN


def _candidacy_order(line: CandidacyLine) -> tuple[object, ...]:
    return sort_key(line.body_name), line.seat_number, line.rank or 99, sort_key(line.person_name)


def _newest_steps(session: Session, day: date) -> dict[str, tuple[StepKind, str]]:
    row = t.StepRow
    statement = (
        select(row.candidacy_id, row.kind, row.day)
        .where(row.day <= day.isoformat())
        .order_by(row.place)
    )
    return {
        candidacy_id: (StepKind(kind), step_day)
        for candidacy_id, kind, step_day in session.execute(statement)
    }


def candidacy_detail(session: Session, candidacy_id: str, *, as_of: date) -> CandidacyDetail:
    """Return all of one candidacy with every step it took. NotFoundError if it is gone."""
    row = the_candidacy(session, candidacy_id)
    steps = tuple(
        Step(step.id, StepKind(step.kind), step.day, step.by_whom, step.note, step.decision)
        for step in session.scalars(
            select(t.StepRow)
            .where(t.StepRow.candidacy_id == candidacy_id)
            .order_by(t.StepRow.place)
        )
    )
    lines = candidacy_lines(session, as_of=max(as_of, _last_day(steps)), person_id=row.person_id)
    line = next(line for line in lines if line.id == candidacy_id)
    kept = _kept(session, candidacy_id)
    return CandidacyDetail(
        line, row.statement, steps, row.forwarded_from_id or "", _forwarder(session, row, as_of),
        session.get_one(t.PersonRow, row.person_id).privacy_notice_on,
        kept.id if kept else "", kept.kept_until if kept else "",
    )  # fmt: skip


def _kept(session: Session, candidacy_id: str) -> t.KeptCandidacyRow | None:
    row = t.KeptCandidacyRow
    return session.scalar(select(row).where(row.candidacy_id == candidacy_id))


def the_candidacy(session: Session, candidacy_id: str) -> t.CandidacyRow:
    """Return the row of a candidacy. NotFoundError if it is gone."""
    row = session.get(t.CandidacyRow, candidacy_id)
    if row is None:
        raise NotFoundError(_("This candidacy is no longer in the file."))
    return row


def _forwarder(session: Session, row: t.CandidacyRow, day: date) -> str:
    """Return the name of the body whose candidacy this one passes on."""
    if row.forwarded_from_id is None:
        return ""
    earlier = the_candidacy(session, row.forwarded_from_id)
    return names_as_of(session, day, {earlier.by_id}).get(earlier.by_id, NOBODY).official


def _last_day(steps: tuple[Step, ...]) -> date:
    return date.fromisoformat(steps[-1].day)
