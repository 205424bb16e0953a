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
from samstyring.language import _
from samstyring.queries.as_of import alive, names_as_of
from samstyring.queries.composition import candidates_among, composition
from samstyring.queries.composition_sitters import (
    Held,
    as_sitters,
    region_ids,
    regions_named,
)
from samstyring.queries.nominations import candidacy_lines
from samstyring.store import tables as t


def body_to_try(session: Session, body_id: str, *, as_of: date) -> SuggestionProblem:
    """Return all seats of a body with the open candidates of every round, as a problem of choice.

    The problem has no round. One whose candidacy has been forwarded is one candidate, with the
    rank that was given last. NotFoundError if the body is gone.
    """
    found = composition(session, body_id, as_of=as_of)
    holders = {sitter.seat_id: sitter for sitter in found.before.sitters}
    lines = candidacy_lines(session, as_of=as_of, body_id=body_id)
    own = [line for line in lines if line.body_id == body_id]
    candidates = candidates_among(session, own, as_of)
    seat = t.SeatRow
    statement = select(seat.id, seat.number).where(seat.body_id == body_id, alive(seat, as_of))
    seats = tuple(
        OpenSeat(seat_id, number, holders.get(seat_id), candidates.get(seat_id, ()))
        for seat_id, number in session.execute(statement.order_by(seat.number, seat.id))
    )
    body = BodyToCompose(body_id, found.body_name, found.rules, (), seats)
    return SuggestionProblem("", found.body_name, as_of, (body,))


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
