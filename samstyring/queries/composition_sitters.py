"""Reads those who sit in bodies, and candidates, as the rules of composition see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.composition import Region, Sitter
from samstyring.domain.composition_rules import Grouping
from samstyring.domain.people import Gender
from samstyring.domain.seats import MEMBER_ROLES, SeatRole
from samstyring.domain.text import sort_key
from samstyring.queries.as_of import alive, names_as_of
from samstyring.queries.seats import employments_as_of
from samstyring.store import tables as t

_BELONGS = tuple(
    kind.value for kind in (RelationKind.MEMBER_OF, RelationKind.PART_OF, RelationKind.LOCATED_IN)
)
# A sub-regional board or committee is a body of a sub-region, not one itself.
_SUB_REGIONS = (BodyKind.IT_COOPERATION.value, BodyKind.OTHER.value)


@dataclass(frozen=True, slots=True)
class Held:
    """A person in a seat, or put forward for it, as read; ``more_terms`` counts the one to come."""

    seat_id: str
    body_id: str
    number: int
    role: str
    votes: bool
    represents_id: str | None
    person_id: str
    person_name: str
    gender: str
    note: str
    candidacy_id: str | None
    reason: str | None
    statement: str | None
    more_terms: int = 0


@dataclass(frozen=True, slots=True)
class _Employer:
    name: str
    kind: BodyKind | None
    population: int | None
    regions: tuple[Region, ...]


_NO_EMPLOYER = _Employer("", None, None, ())


def held_as_of(
    session: Session, day: date, *, body_id: str | None = None
) -> tuple[list[Held], int]:
    """Return who sits that day, in one body or in all, and how many seats there are vacant."""
    seat, held, person, said = t.SeatRow, t.AppointmentRow, t.PersonRow, t.CandidacyRow
    statement = (
        select(*_seat_columns(), *_person_columns(), said.id, said.reason, said.statement)
        .join(t.BodyRow, t.BodyRow.id == seat.body_id)
        .outerjoin(held, (held.seat_id == seat.id) & alive(held, day))
        .outerjoin(person, person.id == held.person_id)
        .outerjoin(said, said.id == held.candidacy_id)
        .where(alive(seat, day), alive(t.BodyRow, day))
        .order_by(seat.body_id, seat.number, held.id)
    )
    if body_id is not None:
        statement = statement.where(seat.body_id == body_id)
    rows = session.execute(statement).all()
    sitting = [_held(row) for row in rows if row.person_id is not None]
    return sitting, len(rows) - len(sitting)


def candidates_held(session: Session, candidacy_ids: Iterable[str]) -> list[Held]:
    """Return candidates as they would sit in the seats they are put forward for."""
    seat, person, said = t.SeatRow, t.PersonRow, t.CandidacyRow
    statement = (
        select(*_seat_columns(), *_person_columns(), said.id, said.reason, said.statement)
        .join(said, said.seat_id == seat.id)
        .join(person, person.id == said.person_id)
        .where(said.id.in_(tuple(candidacy_ids)))
        .order_by(said.id)
    )
    return [replace(_held(row), more_terms=1) for row in session.execute(statement)]


def chairs_held(session: Session, day: date, body_id: str) -> list[tuple[Held, date]]:
    """Return the two persons who chaired a body last, the newest first, each with their last day.

    Someone who chairs that day has that day.
    """
    seat, held, person, said = t.SeatRow, t.AppointmentRow, t.PersonRow, t.CandidacyRow
    begun = or_(held.first_day.is_(None), held.first_day <= day.isoformat())
    statement = (
        select(
            *_seat_columns(), *_person_columns(), said.id, said.reason, said.statement,
            held.last_day,
        )
        .join(held, held.seat_id == seat.id)
        .join(person, person.id == held.person_id)
        .outerjoin(said, said.id == held.candidacy_id)
        .where(seat.body_id == body_id, seat.role == SeatRole.CHAIR.value, begun)
        .order_by(func.coalesce(held.first_day, "").desc(), held.id.desc())
    )  # fmt: skip
    found: dict[str, tuple[Held, date]] = {}
    for *row, last_day in session.execute(statement):
        last = min(last_day, day.isoformat()) if last_day else day.isoformat()
        whole = date.fromisoformat(last) if len(last) == 10 else day
        chair = _held(row)
        found.setdefault(chair.person_id, (chair, whole))
    return list(found.values())[:2]


def _held(row: Any) -> Held:
    return Held(*row)


def _seat_columns() -> tuple[Any, ...]:
    seat = t.SeatRow
    return seat.id, seat.body_id, seat.number, seat.role, seat.votes, seat.represents_id


def _person_columns() -> tuple[Any, ...]:
    person = t.PersonRow
    return person.id.label("person_id"), person.name, person.gender, person.note


# What the rules need to know ----------------------------------------------------------------------


def as_sitters(session: Session, day: date, held: Sequence[Held]) -> tuple[Sitter, ...]:
    """Return those held as the rules see them that day, in the same order."""
    people = {each.person_id for each in held}
    work = employments_as_of(session, day, people)
    employers = _employers(
        session, day,
        {employer_id for employer_id, _title in work.values()}
        | {each.represents_id for each in held if each.represents_id},
    )  # fmt: skip
    terms = _terms(session, day, {each.body_id for each in held}, people)
    return tuple(
        _sitter(each, work.get(each.person_id, ("", "")), employers, terms) for each in held
    )


def _sitter(
    held: Held,
    work: tuple[str, str],
    employers: dict[str, _Employer],
    terms: dict[tuple[str, str], int],
) -> Sitter:
    employer_id, title = work
    employer = employers.get(employer_id, _NO_EMPLOYER)
    represented = employers.get(held.represents_id or "", _NO_EMPLOYER)
    known = {region.by for region in employer.regions}
    regions = (*employer.regions, *(each for each in represented.regions if each.by not in known))
    stated = "\n".join(filter(None, (title, held.note, held.reason, held.statement)))
    return Sitter(
        held.seat_id, held.number, SeatRole(held.role), held.person_id, held.person_name,
        held.votes, Gender(held.gender), title, employer.name, employer.kind, employer.population,
        regions, stated, max(terms.get((held.body_id, held.person_id), 0) + held.more_terms, 1),
        held.candidacy_id or "",
    )  # fmt: skip


def _terms(
    session: Session, day: date, body_ids: set[str], people: set[str]
) -> dict[tuple[str, str], int]:
    """Return how many terms each person has begun as a member of each body by that day."""
    seat, held = t.SeatRow, t.AppointmentRow
    statement = (
        select(seat.body_id, held.person_id, func.count())
        .join(seat, seat.id == held.seat_id)
        .where(
            seat.role.in_([role.value for role in MEMBER_ROLES]),
            or_(held.first_day.is_(None), held.first_day <= day.isoformat()),
        )
        .group_by(seat.body_id, held.person_id)
    )
    if len(body_ids) == 1:
        statement = statement.where(seat.body_id.in_(body_ids), held.person_id.in_(people))
    return {(body_id, person): count for body_id, person, count in session.execute(statement)}


def _employers(session: Session, day: date, body_ids: set[str]) -> dict[str, _Employer]:
    body, facts = t.BodyRow, t.MunicipalityRow
    statement = (
        select(body.id, body.kind, body.level, facts.population)
        .outerjoin(facts, facts.body_id == body.id)
        .where(body.id.in_(body_ids))
    )
    rows = session.execute(statement).all()
    belongs: dict[str, list[tuple[Grouping, str]]] = {}
    for body_id, kind, level, _population in rows:
        if (own := _grouping(kind, level)) is not None:
            belongs.setdefault(body_id, []).append((own, body_id))
    for body_id, grouping, region_id in _belonging(session, day, body_ids):
        belongs.setdefault(body_id, []).append((grouping, region_id))
    names = region_names(session, day, body_ids | {r for all_ in belongs.values() for _, r in all_})
    return {
        body_id: _Employer(
            names.get(body_id, ""),
            BodyKind(kind),
            population if kind == BodyKind.MUNICIPALITY.value else None,
            tuple(
                Region(by, region_id, names.get(region_id, ""))
                for by, region_id in dict.fromkeys(belongs.get(body_id, ()))
            ),
        )
        for body_id, kind, _level, population in rows
    }


def _belonging(session: Session, day: date, body_ids: set[str]) -> list[tuple[str, Grouping, str]]:
    row, body = t.RelationRow, t.BodyRow
    statement = (
        select(row.from_id, row.to_id, body.kind, body.level)
        .join(body, body.id == row.to_id)
        .where(row.from_id.in_(body_ids), row.kind.in_(_BELONGS), alive(row, day))
        .order_by(row.id)
    )
    return [
        (from_id, grouping, to_id)
        for from_id, to_id, kind, level in session.execute(statement)
        if (grouping := _grouping(kind, level)) is not None
    ]


def _grouping(kind: str, level: str) -> Grouping | None:
    """Return what kind of region a body is, if it is one."""
    if kind == BodyKind.REGIONAL_NETWORK.value:
        return Grouping.NETWORK
    if kind == BodyKind.COUNTY_MUNICIPALITY.value:
        return Grouping.COUNTY
    if level == Level.SUB_REGIONAL.value and kind in _SUB_REGIONS:
        return Grouping.SUB_REGION
    return None


def region_names(session: Session, day: date, body_ids: set[str] | None = None) -> dict[str, str]:
    """Return the names of bodies as lists of regions show them: the short one, or the official."""
    found = names_as_of(session, day, body_ids)
    return {body_id: name.short or name.official for body_id, name in found.items()}


def regions_there(session: Session, day: date, by: Grouping) -> dict[str, Region]:
    """Return the regions of a kind that there are that day by id."""
    body = t.BodyRow
    wanted = {
        Grouping.NETWORK: body.kind == BodyKind.REGIONAL_NETWORK.value,
        Grouping.COUNTY: body.kind == BodyKind.COUNTY_MUNICIPALITY.value,
        Grouping.SUB_REGION: (body.level == Level.SUB_REGIONAL.value) & body.kind.in_(_SUB_REGIONS),
    }
    ids = session.scalars(select(body.id).where(wanted[by], alive(body, day))).all()
    names = region_names(session, day, set(ids))
    there = (Region(by, body_id, names.get(body_id, "")) for body_id in ids)
    return {region.id: region for region in sorted(there, key=lambda each: sort_key(each.name))}
