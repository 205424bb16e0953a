"""Letters that ask for names: the call, the request to a municipality, and the reminder."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.letters import Letter, LetterKind
from samstyring.domain.nominations import RequestLine, RequestStatus
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatLine
from samstyring.domain.text import sort_key
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.queries.letters_round import (
    RoundFacts,
    body_names,
    seats_table,
    stored_day,
    with_values,
)
from samstyring.store import tables as t


def calls(session: Session, facts: RoundFacts) -> list[Letter]:
    """Return a call for each body asked, municipalities apart: they are written to otherwise."""
    local = _municipalities_asked(session, facts)
    return [
        _to_nominator(facts, LetterKind.CALL, request)
        for request in facts.detail.requests
        if request.id not in local
    ]


def reminders(_session: Session, facts: RoundFacts) -> list[Letter]:
    """Return a reminder for each body that has not answered, from whoever asked it."""
    found = []
    bodies = {request.id: request.body_id for request in facts.detail.requests}
    for request in facts.detail.requests:
        if request.status is RequestStatus.ANSWERED:
            continue
        due = request.due_on or facts.detail.line.due_on
        is_past = bool(due) and PartialDate.parse(due).last_day() < facts.day
        letter = _to_nominator(facts, LetterKind.REMINDER, request)
        if request.passed_on_from_id in bodies:
            letter = _about(letter, _seats_for(facts, bodies[request.passed_on_from_id]))
            letter = replace(letter, sender=request.passed_on_from_name)
        found.append(
            with_values(
                letter, asked=stored_day(request.asked_on),
                due_past=stored_day(due) if is_past else "",
                due_coming="" if is_past else stored_day(due),
            )
        )  # fmt: skip
    return found


def to_municipalities(
    session: Session, facts: RoundFacts, *, everyone: bool = False
) -> list[Letter]:
    """Return a request for each municipality that is asked.

    With ``everyone`` also for the other members of each network that is asked and has not
    answered. Each names the seats of its own network and its own deadline.
    """
    requests = {request.id: request for request in facts.detail.requests}
    asked = _municipalities_asked(session, facts)
    wanted = [
        (body_id, _first_asked(requests[key], requests).body_id, requests[key])
        for key, body_id in asked.items()
    ]
    wanted += _members(session, facts, set(asked.values())) if everyone else []
    names = names_as_of(session, facts.day, {key for each in wanted for key in each[:2]})
    found = [
        _to_municipality(facts, names, body_id, network_id if network_id != body_id else "", about)
        for body_id, network_id, about in wanted
    ]
    return sorted(found, key=lambda letter: (sort_key(letter.recipient), sort_key(letter.sender)))


def _to_municipality(
    facts: RoundFacts, names: dict[str, Names], body_id: str, network_id: str, about: RequestLine
) -> Letter:
    """Return the letter; its id has the network in it for one who is no more than a member."""
    name, network = (names.get(key, NOBODY).official for key in (body_id, network_id))
    key = body_id if about.body_id == body_id else f"{body_id}:{network_id}"
    letter = facts.letter(LetterKind.MUNICIPALITY, key, name, body_id)
    letter = with_values(
        _about(letter, _seats_for(facts, network_id or body_id)), network=network,
        due=stored_day(about.due_on or facts.detail.line.due_on),
    )  # fmt: skip
    passed_by = about.passed_on_from_name if about.body_id == body_id else network
    return replace(letter, sender=passed_by or facts.sender)


def _to_nominator(facts: RoundFacts, kind: LetterKind, request: RequestLine) -> Letter:
    letter = facts.letter(kind, request.id, request.body_name, request.body_id)
    letter = _about(letter, _seats_for(facts, request.body_id))
    return with_values(letter, due=stored_day(request.due_on or facts.detail.line.due_on))


def _about(letter: Letter, seats: tuple[SeatLine, ...]) -> Letter:
    letter = with_values(letter, bodies=body_names(seats))
    return replace(letter, tables=(seats_table(seats),))


def _seats_for(facts: RoundFacts, body_id: str) -> tuple[SeatLine, ...]:
    """Return the seats a body may name somebody for: its own, and those that are open to all."""

    def is_for(seat: SeatLine) -> bool:
        return body_id in (seat.nominates_id, seat.represents_id) or not (
            seat.nominates_id or seat.represents_id
        )

    return tuple(filter(is_for, facts.seats)) or facts.seats


def _municipalities_asked(session: Session, facts: RoundFacts) -> dict[str, str]:
    """Return each municipality that is asked, by its request."""
    row = t.RequestRow
    statement = (
        select(row.id, row.body_id)
        .join(t.BodyRow, t.BodyRow.id == row.body_id)
        .where(
            row.round_id == facts.detail.line.id,
            t.BodyRow.kind == BodyKind.MUNICIPALITY.value,
        )
    )
    there = {request.id for request in facts.detail.requests}
    found = ((request_id, body_id) for request_id, body_id in session.execute(statement))
    return {request_id: body_id for request_id, body_id in found if request_id in there}


def _first_asked(request: RequestLine, requests: dict[str, RequestLine]) -> RequestLine:
    """Return the request of the round that a request comes from, passed on or not."""
    while request.passed_on_from_id in requests:
        request = requests[request.passed_on_from_id]
    return request


def _members(
    session: Session, facts: RoundFacts, asked: set[str]
) -> list[tuple[str, str, RequestLine]]:
    """Return the other members of each network that has not answered: whom, network, request."""
    row, body = t.RelationRow, t.BodyRow
    waiting = {
        request.body_id: request
        for request in facts.detail.requests
        if request.status is not RequestStatus.ANSWERED
    }
    statement = (
        select(row.from_id, row.to_id)
        .join(body, body.id == row.from_id)
        .where(
            row.kind == RelationKind.MEMBER_OF.value, row.to_id.in_(waiting),
            row.from_id.not_in(asked), body.kind == BodyKind.MUNICIPALITY.value,
            alive(row, facts.day),
        )
        .order_by(row.from_id, row.to_id)
    )  # fmt: skip
    pairs = dict.fromkeys((from_id, to_id) for from_id, to_id in session.execute(statement))
    return [(from_id, to_id, waiting[to_id]) for from_id, to_id in pairs]
