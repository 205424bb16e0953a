"""The spread of those who sit in a body: regions, municipality sizes, gender and role."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import SeatGroup, Sitter
from samstyring.domain.composition_rules import Grouping, SizeClass, size_class
from samstyring.domain.people import Gender
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.formats import counted
from samstyring.language import _


@dataclass(frozen=True, slots=True)
class Spread:
    """How many there are of each sort; regions, sizes and gender are those of the members."""

    members: int
    networks: int
    counties: int
    from_counties: int
    sizes: tuple[tuple[SizeClass, int], ...]
    genders: tuple[tuple[Gender, int], ...]
    roles: tuple[tuple[SeatRole, int], ...]


def spread(sitters: Iterable[Sitter]) -> Spread:
    """Return how those who sit in a body are spread."""
    everyone = tuple(sitters)
    members = [each for each in everyone if each.group is SeatGroup.MEMBERS]
    sizes = Counter(size_class(each.population) for each in members if each.population is not None)
    genders, roles = Counter(m.gender for m in members), Counter(s.role for s in everyone)
    return Spread(
        len(members),
        _regions(members, Grouping.NETWORK),
        _regions(members, Grouping.COUNTY),
        sum(each.employer_kind is BodyKind.COUNTY_MUNICIPALITY for each in members),
        tuple((size, sizes[size]) for size in SizeClass),
        tuple((gender, genders[gender]) for gender in Gender if genders[gender]),
        tuple((role, roles[role]) for role in SeatRole if roles[role]),
    )


def _regions(members: list[Sitter], grouping: Grouping) -> int:
    return len(frozenset().union(*(each.regions_by(grouping) for each in members)))


def one_line(sitters: Iterable[Sitter]) -> str:
    """Return the spread in one line, in the language in use; a sentence when nobody sits."""
    found = spread(sitters)
    if not found.roles:
        return _("Nobody sits here.")
    small, medium, large = (count for _size, count in found.sizes)
    parts = [
        ", ".join(f"{word(role)} {count}" for role, count in found.roles),
        counted("{count} network", "{count} networks", found.networks),
        counted("{count} county", "{count} counties", found.counties),
        _("municipalities: {small} small, {medium} medium, {large} large").format(
            small=small, medium=medium, large=large
        ),
        _("county municipalities: {count}").format(count=found.from_counties),
        ", ".join(f"{word(gender)} {count}" for gender, count in found.genders),
    ]
    return " · ".join(part for part in parts if part)
