"""Queries over all bodies: who holds how many seats where, what is owed, who carries the links."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import (
    Carrier,
    CoverageLine,
    Link,
    SeatGroup,
    SeatsIn,
    Sitter,
)
from samstyring.domain.composition_rules import Grouping, SizeClass, size_class
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.queries.composition_sitters import (
    as_sitters,
    held_as_of,
    region_ids,
    regions_named,
)
from samstyring.store import tables as t

NO_REGION = "none"
UNKNOWN_SIZE = "unknown"


@dataclass(slots=True)
class _Tally:
    """What one line has counted so far."""

    groups: Counter[SeatGroup] = field(default_factory=Counter)
    persons: set[str] = field(default_factory=set)
    bodies: Counter[str] = field(default_factory=Counter)


def coverage(
    session: Session, by: Grouping | type[SizeClass] = Grouping.NETWORK, *, as_of: date
) -> tuple[CoverageLine, ...]:
    """Return what each region holds of seats over all bodies, or municipalities of each size.

    Every region of the day has a line, also one that holds nothing; last come those who belong to
    none. Networks, counties and sub-regions fill and owe the seats they nominate to.
    """
    held, _vacant = held_as_of(session, as_of)
    ids = region_ids(session, as_of, by) if isinstance(by, Grouping) else set()
    sitters, names = as_sitters(session, as_of, held, {*ids, *(each.body_id for each in held)})
    tallies: dict[str, _Tally] = {}
    for each, sitter in zip(held, sitters, strict=True):
        for key in _keys(sitter, by):
            tally = tallies.setdefault(key, _Tally())
            tally.persons.add(sitter.person_id)
            if sitter.group is not None:
                tally.groups[sitter.group] += 1
                tally.bodies[each.body_id] += 1
    there = _lines_there(by, ids, names)
    lines = [
        _line(key, name, tallies.get(key, _Tally()), names)
        for key, name in there.items()
        if key in tallies or key not in (NO_REGION, UNKNOWN_SIZE)
    ]
    return tuple(lines) if by is SizeClass else _with_dues(session, as_of, lines)


def _keys(sitter: Sitter, by: Grouping | type[SizeClass]) -> Iterable[str]:
    if isinstance(by, Grouping):
        return sitter.regions_by(by) or (NO_REGION,)
    if sitter.population is not None:
        return (size_class(sitter.population).value,)
    return (UNKNOWN_SIZE,) if sitter.employer_kind is BodyKind.MUNICIPALITY else (NO_REGION,)


def _lines_there(
    by: Grouping | type[SizeClass], ids: set[str], names: dict[str, Names]
) -> dict[str, str]:
    if isinstance(by, Grouping):
        regions = {region.id: region.name for region in regions_named(by, ids, names)}
        return regions | {NO_REGION: _("from none of them")}
    return {size.value: word(size) for size in SizeClass} | {
        UNKNOWN_SIZE: _("of unknown size"),
        NO_REGION: _("not from a municipality"),
    }


def _line(key: str, name: str, tally: _Tally, names: dict[str, Names]) -> CoverageLine:
    return CoverageLine(
        key, name, tally.groups[SeatGroup.MEMBERS], tally.groups[SeatGroup.SUBSTITUTES],
        len(tally.persons), _seats_in(tally.bodies, names),
    )  # fmt: skip


def _seats_in(bodies: Counter[str], names: dict[str, Names]) -> tuple[SeatsIn, ...]:
    found = (
        SeatsIn(body_id, names.get(body_id, NOBODY).official, seats)
        for body_id, seats in bodies.items()
    )
    return tuple(sorted(found, key=lambda each: (sort_key(each.body_name), each.body_id)))


def _with_dues(session: Session, day: date, lines: list[CoverageLine]) -> tuple[CoverageLine, ...]:
    seat, held = t.SeatRow, t.AppointmentRow
    statement = (
        select(seat.nominates_id, seat.represents_id, held.id)
        .join(t.BodyRow, t.BodyRow.id == seat.body_id)
        .outerjoin(held, (held.seat_id == seat.id) & alive(held, day))
        .where(alive(seat, day), alive(t.BodyRow, day))
    )
    fills: Counter[str] = Counter()
    owes: Counter[str] = Counter()
    for nominates, represents, appointment in session.execute(statement):
        (owes if appointment is None else fills)[nominates or represents or ""] += 1
    waiting = _unanswered(session, day)
    return tuple(
        replace(line, fills=fills[line.id], owes=owes[line.id], unanswered=waiting[line.id])
        for line in lines
    )


def _unanswered(session: Session, day: date) -> Counter[str]:
    """Return how many requests each body has been sent and not answered, in rounds still open."""
    row, called, iso = t.RequestRow, t.RoundRow, day.isoformat()
    statement = (
        select(row.body_id)
        .join(called, called.id == row.round_id)
        .where(
            or_(row.asked_on.is_(None), row.asked_on <= iso),
            or_(row.answered_on.is_(None), row.answered_on > iso),
            or_(called.closed_on.is_(None), called.closed_on > iso),
        )
    )
    return Counter(session.scalars(statement))


# Who carries the links ----------------------------------------------------------------------------


def carriers(session: Session, *, as_of: date) -> tuple[Carrier, ...]:
    """Return the persons in two bodies or more, those in most bodies first.

    ``alone`` are the pairs of bodies that no other person sits in both of.
    """
    held, _vacant = held_as_of(session, as_of)
    seats: dict[str, Counter[str]] = {}
    people: dict[str, str] = {}
    for each in held:
        seats.setdefault(each.person_id, Counter())[each.body_id] += 1
        people[each.person_id] = each.person_name
    several = {person: bodies for person, bodies in seats.items() if len(bodies) > 1}
    links = Counter(pair for bodies in several.values() for pair in _pairs(bodies))
    wanted = {body_id for bodies in several.values() for body_id in bodies}
    names = names_as_of(session, as_of, wanted)
    found = [
        Carrier(
            person, people[person], _seats_in(bodies, names),
            _links((pair for pair in _pairs(bodies) if links[pair] == 1), names),
        )
        for person, bodies in several.items()
    ]  # fmt: skip
    found.sort(key=lambda each: (-len(each.bodies), sort_key(each.name), each.id))
    return tuple(found)


def _pairs(bodies: Iterable[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(bodies), 2)


def _links(pairs: Iterable[tuple[str, str]], names: dict[str, Names]) -> tuple[Link, ...]:
    def name(body_id: str) -> str:
        return names.get(body_id, NOBODY).official

    ordered = (sorted(pair, key=lambda each: sort_key(name(each))) for pair in pairs)
    found = [Link(one, name(one), other, name(other)) for one, other in ordered]
    return tuple(sorted(found, key=lambda link: (sort_key(link.from_name), sort_key(link.to_name))))
