"""The way a candidate came to a seat, read back from the candidacy or the appointment."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.errors import NotFoundError
from samstyring.domain.nomination_chain import Chain, ChainLink
from samstyring.domain.nominations import Step, StepKind
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, Names, names_as_of
from samstyring.queries.nominations import the_candidacy
from samstyring.store import tables as t


def candidacy_chain(session: Session, candidacy_id: str, *, as_of: date) -> Chain:
    """Return a candidacy's whole chain, links before and after it. NotFoundError if it is gone."""
    rows = _links(session, the_candidacy(session, candidacy_id))
    held = t.AppointmentRow
    ids = [row.id for row in rows]
    term = session.scalars(
        select(held).where(held.candidacy_id.in_(ids)).order_by(held.first_day, held.id)
    ).first()
    return _chain(session, rows, rows[-1].seat_id, rows[-1].person_id, term, as_of)


def appointment_chain(session: Session, appointment_id: str, *, as_of: date) -> Chain:
    """Return the chain that led to a term; it has no links where nobody was put forward.

    NotFoundError if the term is gone.
    """
    term = session.get(t.AppointmentRow, appointment_id)
    if term is None:
        raise NotFoundError(_("This term is no longer in the file."))
    rows = _links(session, the_candidacy(session, term.candidacy_id)) if term.candidacy_id else []
    return _chain(session, rows, term.seat_id, term.person_id, term, as_of)


def _links(session: Session, row: t.CandidacyRow) -> list[t.CandidacyRow]:
    """Return the chain through a candidacy, from who proposed first to who forwarded last.

    A forwarding that its body took back is no part of the way of one that went on without it.
    """
    rows = [row]
    while rows[0].forwarded_from_id is not None:
        rows.insert(0, the_candidacy(session, rows[0].forwarded_from_id))
    while (later := _forwarded(session, rows[-1].id)) is not None:
        rows.append(later)
    return rows


def _forwarded(session: Session, candidacy_id: str) -> t.CandidacyRow | None:
    row = t.CandidacyRow
    statement = select(row).where(row.forwarded_from_id == candidacy_id).order_by(row.id.desc())
    went_on = not _is_withdrawn(session, candidacy_id)
    found = session.scalars(statement).all()
    return next((each for each in found if not (went_on and _is_withdrawn(session, each.id))), None)


def _is_withdrawn(session: Session, candidacy_id: str) -> bool:
    row = t.StepRow
    statement = select(row.kind).where(row.candidacy_id == candidacy_id).order_by(row.place.desc())
    return session.scalars(statement.limit(1)).first() == StepKind.WITHDRAWN.value


def _chain(
    session: Session,
    rows: list[t.CandidacyRow],
    seat_id: str,
    person_id: str,
    term: t.AppointmentRow | None,
    day: date,
) -> Chain:
    seat = session.get_one(t.SeatRow, seat_id)
    round_id = rows[-1].round_id if rows else None
    call = session.get(t.RoundRow, round_id) if round_id else None
    requests = {row.id: _request(session, row) for row in rows}
    names = names_as_of(session, day, _bodies(session, rows, requests, seat, call))
    links = tuple(
        _link(session, row, requests[row.id], names, call.caller_id if call else "") for row in rows
    )
    return Chain(
        person_id, session.get_one(t.PersonRow, person_id).name, seat.id, seat.role, seat.number,
        seat.body_id, names.get(seat.body_id, NOBODY).official, links,
        call.id if call else "", call.name if call else "",
        names.get(call.caller_id, NOBODY).official if call else "",
        term.id if term else "", (term.first_day or "") if term else "",
        (term.last_day or "") if term else "", (term.term_last or "") if term else "",
        term.decision if term else "",
    )  # fmt: skip


_Asked = tuple[t.RequestRow, str] | None


def _request(session: Session, row: t.CandidacyRow) -> _Asked:
    """Return the request that a candidacy answers, and the body that passed it on, if one did."""
    request = session.get(t.RequestRow, row.request_id) if row.request_id else None
    if request is None:
        return None
    above = session.get(t.RequestRow, request.passed_on_from_id or "")
    return request, above.body_id if above else ""


def _bodies(
    session: Session,
    rows: list[t.CandidacyRow],
    requests: dict[str, _Asked],
    seat: t.SeatRow,
    call: t.RoundRow | None,
) -> set[str]:
    found = {seat.body_id, *(row.by_id for row in rows)}
    found |= {asked[1] for asked in requests.values() if asked and asked[1]}
    return found | ({call.caller_id} if call else set())


def _link(
    session: Session, row: t.CandidacyRow, asked: _Asked, names: dict[str, Names], caller_id: str
) -> ChainLink:
    steps = select(t.StepRow).where(t.StepRow.candidacy_id == row.id).order_by(t.StepRow.place)
    link = ChainLink(
        row.id, row.by_id, names.get(row.by_id, NOBODY).official, row.rank, row.reason,
        tuple(
            Step(step.id, StepKind(step.kind), step.day, step.by_whom, step.note, step.decision)
            for step in session.scalars(steps)
        ),
    )  # fmt: skip
    if asked is None:
        return link
    request, above_id = asked
    return ChainLink(
        link.candidacy_id, link.body_id, link.body_name, link.rank, link.reason, link.steps,
        names.get(above_id or caller_id, NOBODY).official, request.asked_on or "",
        request.due_on or "", request.answered_on or "",
    )  # fmt: skip
