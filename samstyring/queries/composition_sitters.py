"""Reads those who sit in bodies, and candidates, as the rules of composition see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Executable, bindparam, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.composition import Region, Sitter
from samstyring.domain.composition_rules import Grouping
from samstyring.domain.people import Gender
from samstyring.domain.periods import Period
from samstyring.domain.seats import MEMBER_ROLES, SeatRole
from samstyring.domain.text import sort_key
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.queries.seats import employments_as_of
from samstyring.store import tables as t

_BELONGS = tuple(
    kind.value for kind in (RelationKind.MEMBER_OF, RelationKind.PART_OF, RelationKind.LOCATED_IN)
)
_MEMBERS = tuple(role.value for role in MEMBER_ROLES)
# SQLite takes 32 766 values in one question.
_MOST_IDS = 20_000
# A sub-regional board or committee is a body of a sub-region, not one itself.
_SUB_REGIONS = (BodyKind.IT_COOPERATION.value, BodyKind.OTHER.value)


@dataclass(frozen=True, slots=True)
class Held:
    """A person in a seat, or put forward for it, as read.

    ``more_terms`` counts the term to come, ``until`` is the last day of one who sits no more.
    """

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
    until: date | None = None


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
    statement = _held_statement(day, body_id is not None)
    rows = session.execute(statement, {"body_id": body_id} if body_id else {}).all()
    sitting = [_held(row) for row in rows if row.person_id is not None]
    return sitting, len(rows) - len(sitting)


# To build a statement takes as long as to ask it, and the day is nearly always the same.
@lru_cache(maxsize=8)
def _held_statement(day: date, of_one_body: bool) -> Executable:
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
    return statement.where(seat.body_id == bindparam("body_id")) if of_one_body else statement


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


def chairs_held(session: Session, day: date, body_id: str) -> list[Held]:
    """Return the two persons who chaired a body last by that day, the newest first."""
    found: dict[str, Held] = {}
    for *row, last_day in session.execute(_chairs_statement(day), {"body_id": body_id}):
        last = Period.of(None, last_day).last
        until = last.last_day() if last and last.last_day() < day else None
        chair = replace(_held(row), until=until)
        found.setdefault(chair.person_id, chair)
    return list(found.values())[:2]


@lru_cache(maxsize=8)
def _chairs_statement(day: date) -> Executable:
    seat, held, person, said = t.SeatRow, t.AppointmentRow, t.PersonRow, t.CandidacyRow
    begun = or_(held.first_day.is_(None), held.first_day <= day.isoformat())
    of_body = seat.body_id == bindparam("body_id")
    return (
        select(*_seat_columns(), *_person_columns(), said.id, said.reason, said.statement)
        .add_columns(held.last_day)
        .join(held, held.seat_id == seat.id)
        .join(person, person.id == held.person_id)
        .outerjoin(said, said.id == held.candidacy_id)
        .where(of_body, seat.role == SeatRole.CHAIR.value, begun)
        .order_by(func.coalesce(held.first_day, "").desc(), held.id.desc())
    )


def _held(row: Any) -> Held:
    return Held(*row)


def _seat_columns() -> tuple[Any, ...]:
    seat = t.SeatRow
    return seat.id, seat.body_id, seat.number, seat.role, seat.votes, seat.represents_id


def _person_columns() -> tuple[Any, ...]:
    person = t.PersonRow
    return person.id.label("person_id"), person.name, person.gender, person.note


# What the rules need to know ----------------------------------------------------------------------


def as_sitters(
    session: Session, day: date, held: Sequence[Held], also: Iterable[str] = ()
) -> tuple[tuple[Sitter, ...], dict[str, Names]]:
    """Return those held as the rules see them that day, in the same order, and names by body.

    One who sits no more has the employer of the last day in the seat, and the regions where that
    employer belongs on the day asked for. The names are those of employers, regions and the
    bodies in ``also``.
    """
    works = _works(session, day, held)
    wanted = {employer_id for employer_id, _title in works if employer_id}
    wanted |= {each.represents_id for each in held if each.represents_id}
    employers, names = _employers(session, day, wanted, also)
    terms = _terms(session, day, held)
    sitters = (
        _sitter(each, work, employers, terms) for each, work in zip(held, works, strict=True)
    )
    return tuple(sitters), names


def _few(ids: set[str]) -> set[str] | None:
    """Return the ids to ask for, or None to ask for all there are."""
    return ids if len(ids) <= _MOST_IDS else None


def _works(session: Session, day: date, held: Sequence[Held]) -> list[tuple[str, str]]:
    """Return the employer and title of each, on the day or on the last day in the seat."""
    people: dict[date, set[str]] = {}
    for each in held:
        people.setdefault(each.until or day, set()).add(each.person_id)
    work = {then: employments_as_of(session, then, _few(those)) for then, those in people.items()}
    return [work[each.until or day].get(each.person_id, ("", "")) for each in held]


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


def _terms(session: Session, day: date, held: Sequence[Held]) -> dict[tuple[str, str], int]:
    """Return how many terms each person has begun as a member of each body by that day.

    A term that an acting substitute broke into is one, and acting is none, as when limits of
    terms are looked up for a reappointment.
    """
    bodies = {each.body_id for each in held}
    statement = _terms_statement(day, len(bodies) == 1)
    found = session.execute(statement, {"body_id": bodies.pop()} if len(bodies) == 1 else {})
    return {(body_id, person): count for body_id, person, count in found}


@lru_cache(maxsize=8)
def _terms_statement(day: date, of_one_body: bool) -> Executable:
    seat, row = t.SeatRow, t.AppointmentRow
    said = t.CandidacyRow
    known = or_(row.candidacy_id.is_not(None), row.term_last.is_not(None))
    parts = (row.seat_id, func.coalesce(row.candidacy_id, ""), func.coalesce(row.term_last, ""))
    whole = case((known, parts[0] + "|" + parts[1] + "|" + parts[2]), else_=row.id)
    statement = (
        select(seat.body_id, row.person_id, func.count(whole.distinct()))
        .join(seat, seat.id == row.seat_id)
        .outerjoin(said, said.id == row.candidacy_id)
        .where(
            seat.role.in_(_MEMBERS),
            or_(row.first_day.is_(None), row.first_day <= day.isoformat()),
            or_(said.id.is_(None), said.seat_id == row.seat_id),
        )
        .group_by(seat.body_id, row.person_id)
    )
    return statement.where(seat.body_id == bindparam("body_id")) if of_one_body else statement


def _employers(
    session: Session, day: date, body_ids: set[str], also: Iterable[str]
) -> tuple[dict[str, _Employer], dict[str, Names]]:
    """Return employers by id with where they belong, and the names of all that is met."""
    found: dict[str, tuple[str, int | None, dict[str, Grouping]]] = {}
    few = _few(body_ids)
    statement = _employers_statement(day, few is not None)
    rows = session.execute(statement, {"ids": tuple(few)} if few is not None else {})
    for body_id, kind, level, population, *place in rows:
        its = found.setdefault(body_id, (kind, population, {}))[2]
        for region_id, place_kind, place_level in ((body_id, kind, level), tuple(place)):
            if (grouping := _grouping(place_kind, place_level)) is not None:
                its[region_id] = grouping
    met = {region_id for _kind, _population, its in found.values() for region_id in its}
    names = names_as_of(session, day, _few({*body_ids, *met, *also}))
    employers = {
        body_id: _Employer(
            names.get(body_id, NOBODY).official,
            BodyKind(kind),
            population if kind == BodyKind.MUNICIPALITY.value else None,
            tuple(Region(by, key, region_name(names, key)) for key, by in its.items()),
        )
        for body_id, (kind, population, its) in found.items()
    }
    return employers, names


@lru_cache(maxsize=8)
def _employers_statement(day: date, by_ids: bool) -> Executable:
    """Return the statement of bodies, a row for each region they belong to, or one."""
    body, facts, row, region = t.BodyRow, t.MunicipalityRow, t.RelationRow, aliased(t.BodyRow)
    belongs = (row.from_id == body.id) & row.kind.in_(_BELONGS) & alive(row, day)
    statement = (
        select(body.id, body.kind, body.level, facts.population)
        .add_columns(region.id, region.kind, region.level)
        .outerjoin(facts, facts.body_id == body.id)
        .outerjoin(row, belongs)
        .outerjoin(region, region.id == row.to_id)
        .order_by(body.id, row.id)
    )
    return statement.where(body.id.in_(bindparam("ids", expanding=True))) if by_ids else statement


def _grouping(kind: str | None, level: str | None) -> Grouping | None:
    """Return what kind of region a body is, if it is one."""
    if kind == BodyKind.REGIONAL_NETWORK.value:
        return Grouping.NETWORK
    if kind == BodyKind.COUNTY_MUNICIPALITY.value:
        return Grouping.COUNTY
    if level == Level.SUB_REGIONAL.value and kind in _SUB_REGIONS:
        return Grouping.SUB_REGION
    return None


def region_name(names: dict[str, Names], body_id: str) -> str:
    """Return the name of a region as lists show it: the short one, or the official."""
    name = names.get(body_id, NOBODY)
    return name.short or name.official


def region_ids(session: Session, day: date, by: Grouping) -> set[str]:
    """Return the ids of the regions of a kind that there are that day."""
    return set(session.scalars(_regions_statement(day, by)))


@lru_cache(maxsize=24)
def _regions_statement(day: date, by: Grouping) -> Executable:
    body = t.BodyRow
    wanted = {
        Grouping.NETWORK: body.kind == BodyKind.REGIONAL_NETWORK.value,
        Grouping.COUNTY: body.kind == BodyKind.COUNTY_MUNICIPALITY.value,
        Grouping.SUB_REGION: (body.level == Level.SUB_REGIONAL.value) & body.kind.in_(_SUB_REGIONS),
    }
    return select(body.id).where(wanted[by], alive(body, day))


def regions_named(by: Grouping, ids: Iterable[str], names: dict[str, Names]) -> tuple[Region, ...]:
    """Return regions in the order of their names."""
    there = (Region(by, body_id, region_name(names, body_id)) for body_id in ids)
    return tuple(sorted(there, key=lambda each: (sort_key(each.name), each.id)))
