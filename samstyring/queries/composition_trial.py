"""Queries for trying out who could sit in a body, and for the regions a rule can ask for."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.composition import Region
from samstyring.domain.composition_choices import (
    BodyToCompose,
    Candidate,
    OpenSeat,
    SuggestionProblem,
)
from samstyring.domain.composition_rules import Grouping
from samstyring.domain.errors import NotFoundError
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.text import sort_key
from samstyring.language import _
from samstyring.queries.as_of import alive, names_as_of
from samstyring.queries.composition import composition
from samstyring.queries.composition_sitters import (
    Held,
    as_sitters,
    candidates_held,
    region_ids,
    regions_named,
)
from samstyring.queries.nominations import candidacy_lines
from samstyring.store import tables as t


def body_to_try(session: Session, body_id: str, *, as_of: date) -> SuggestionProblem:
    """Return all seats of a body with the open candidates of every round, as a problem of choice.

    The problem has no round. A person put forward twice for a seat is one candidate, with the
    better rank. NotFoundError if the body is gone, RuleError for a rule that cannot be read.
    """
    found = composition(session, body_id, as_of=as_of)
    holders = {sitter.seat_id: sitter for sitter in found.before.sitters}
    candidates = _candidates(session, body_id, as_of)
    seat = t.SeatRow
    statement = select(seat.id, seat.number).where(seat.body_id == body_id, alive(seat, as_of))
    seats = tuple(
        OpenSeat(seat_id, number, holders.get(seat_id), candidates.get(seat_id, ()))
        for seat_id, number in session.execute(statement.order_by(seat.number, seat.id))
    )
    body = BodyToCompose(body_id, found.body_name, found.rules, (), seats)
    return SuggestionProblem("", found.body_name, as_of, (body,))


def _candidates(session: Session, body_id: str, day: date) -> dict[str, tuple[Candidate, ...]]:
    lines = candidacy_lines(session, as_of=day, body_id=body_id)
    still_open = sorted((line for line in lines if _counts(line, body_id)), key=_by_rank)
    coming, _names = as_sitters(session, day, candidates_held(session, [c.id for c in still_open]))
    sitters = {each.candidacy_id: each for each in coming}
    found: dict[str, dict[str, Candidate]] = {}
    for line in still_open:
        candidate = Candidate(line.id, line.person_id, line.rank, line.by_name, sitters[line.id])
        found.setdefault(line.seat_id, {}).setdefault(line.person_id, candidate)
    return {seat_id: tuple(each.values()) for seat_id, each in found.items()}


def _counts(line: CandidacyLine, body_id: str) -> bool:
    return line.open and line.body_id == body_id


def _by_rank(line: CandidacyLine) -> tuple[object, ...]:
    return line.rank is None, line.rank or 0, sort_key(line.person_name), line.id


def person_to_try(session: Session, seat_id: str, person_id: str, *, as_of: date) -> Candidate:
    """Return a person as if put forward for a seat, without a candidacy.

    NotFoundError if the seat or the person is gone.
    """
    seat, person = session.get(t.SeatRow, seat_id), session.get(t.PersonRow, person_id)
    if seat is None or person is None:
        raise NotFoundError(_("This is no longer in the file. Someone may have deleted it."))
    held = Held(
        seat.id, seat.body_id, seat.number, seat.role, seat.votes, seat.represents_id, person.id,
        person.name, person.gender, person.note, None, None, None, more_terms=1,
    )  # fmt: skip
    (sitter,), _names = as_sitters(session, as_of, [held])
    return Candidate("", person.id, None, "", replace(sitter, candidacy_id=""))


def regions_there(session: Session, by: Grouping, *, as_of: date) -> tuple[Region, ...]:
    """Return the regions of a kind that there are that day, by name."""
    ids = region_ids(session, as_of, by)
    return regions_named(by, ids, names_as_of(session, as_of, ids))
