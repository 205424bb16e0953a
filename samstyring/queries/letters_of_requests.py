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
from samstyring.queries.as_of import NOBODY, alive, names_as_of
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


def to_municipalities(session: Session, facts: RoundFacts) -> list[Letter]:
    """Return a request for each municipality asked, and for the members of each network asked."""
    requests = {request.body_id: request for request in facts.detail.requests}
    asked = _municipalities_asked(session, facts)
    pairs = [(body_id, network) for body_id, network in asked.values()]
    known = {body_id for body_id, _network in pairs}
    pairs += [pair for pair in _members(session, facts, requests) if pair[0] not in known]
    names = names_as_of(session, facts.day, {key for pair in pairs for key in pair if key})
    found = []
    for body_id, network_id in dict(pairs).items():
        request = requests.get(body_id) or requests.get(network_id)
        name, network = (names.get(key, NOBODY).official for key in (body_id, network_id))
        letter = facts.letter(LetterKind.MUNICIPALITY, body_id, name, body_id)
        letter = with_values(
            _about(letter, _seats_for(facts, network_id or body_id)), network=network,
            due=stored_day(request.due_on if request else ""),
        )  # fmt: skip
        found.append(replace(letter, sender=network or facts.sender))
    return sorted(found, key=lambda letter: sort_key(letter.recipient))


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


def _municipalities_asked(session: Session, facts: RoundFacts) -> dict[str, tuple[str, str]]:
    """Return, by request, each municipality asked and the network that passed the call on."""
    row, passed = t.RequestRow, t.RequestRow.passed_on_from_id
    statement = (
        select(row.id, row.body_id, passed)
        .join(t.BodyRow, t.BodyRow.id == row.body_id)
        .where(
            row.round_id == facts.detail.line.id,
            t.BodyRow.kind == BodyKind.MUNICIPALITY.value,
        )
    )
    bodies = {request.id: request.body_id for request in facts.detail.requests}
    return {
        request_id: (body_id, bodies.get(passed_from or "", ""))
        for request_id, body_id, passed_from in session.execute(statement)
    }


def _members(
    session: Session, facts: RoundFacts, requests: dict[str, RequestLine]
) -> list[tuple[str, str]]:
    row, body = t.RelationRow, t.BodyRow
    statement = (
        select(row.from_id, row.to_id)
        .join(body, body.id == row.from_id)
        .where(
            row.kind == RelationKind.MEMBER_OF.value, row.to_id.in_(requests),
            body.kind == BodyKind.MUNICIPALITY.value, alive(row, facts.day),
        )
        .order_by(row.from_id)
    )  # fmt: skip
    return [(from_id, to_id) for from_id, to_id in session.execute(statement)]
