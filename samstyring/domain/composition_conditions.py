"""What each rule counts: the one spelling that both judging and choosing stand on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import Outcome, Rule, SeatGroup, Sitter
from samstyring.domain.composition_rules import (
    ChairRotation,
    Competence,
    FromCounties,
    GenderBalance,
    Grouping,
    MostTerms,
    MunicipalitySizes,
    PerRegion,
    RoleLevel,
    Size,
    SizeClass,
    Unreadable,
    needed_of_each,
    size_class,
)
from samstyring.domain.people import Gender
from samstyring.domain.seats import SeatRole
from samstyring.domain.text import fold

Counted = Callable[[Sitter], bool]


def nobody(_sitter: Sitter) -> bool:
    """Count no one."""
    return False


def everybody(_sitter: Sitter) -> bool:
    """Count everyone."""
    return True


@dataclass(frozen=True, slots=True)
class Condition:
    """How many of a group must be of a sort: at least, and at most where there is a most.

    ``unknown`` tells those of whom it is not known whether they count. ``by_statute`` asks for as
    many as § 28 asks of the group's number. With ``decides`` nothing can be judged of the group
    unless this holds.
    """

    counts: Counted
    least: int = 0
    most: int | None = None
    group: SeatGroup = SeatGroup.MEMBERS
    unknown: Counted = nobody
    by_statute: bool = False
    decides: bool = False


def conditions(rule: Rule) -> tuple[Condition, ...]:
    """Return what must hold for a rule to be met."""
    match rule.parameters:
        case Size(least, most):
            return (Condition(everybody, least, most),)
        case PerRegion() as asked:
            return tuple(
                Condition(_from_region(asked, region.id), asked.least, asked.most)
                for region in rule.regions
            )
        case FromCounties(least):
            return (Condition(from_county_municipality, least),)
        case MunicipalitySizes() as asked:
            return _of_sizes(asked)
        case RoleLevel() as asked:
            return _of_level(asked)
        case Competence(tags, least):
            return tuple(Condition(states(tag), least) for tag in tags)
        case ChairRotation(between):
            return _of_rotation(rule, between)
        case MostTerms(most):
            return (Condition(lambda sitter: sitter.terms > most, most=0),)
        case GenderBalance(substitutes):
            groups = tuple(SeatGroup) if substitutes else (SeatGroup.MEMBERS,)
            return tuple(each for group in groups for each in _of_gender(group))
        case Unreadable():
            return (Condition(nobody, least=1),)


def _from_region(asked: PerRegion, region_id: str) -> Counted:
    return lambda sitter: region_id in sitter.regions_by(asked.by)


def from_county_municipality(sitter: Sitter) -> bool:
    """Tell whether someone works for a county municipality."""
    return sitter.employer_kind is BodyKind.COUNTY_MUNICIPALITY


def of_size(asked: MunicipalitySizes, wanted: SizeClass) -> Counted:
    """Return the count of those who work for a municipality of a size."""

    def counts(sitter: Sitter) -> bool:
        return (
            sitter.population is not None
            and size_class(sitter.population, asked.small_below, asked.large_above) is wanted
        )

    return counts


def size_not_known(sitter: Sitter) -> bool:
    """Tell whether someone works for a municipality whose inhabitants nobody has counted."""
    return sitter.employer_kind is BodyKind.MUNICIPALITY and sitter.population is None


def _of_sizes(asked: MunicipalitySizes) -> tuple[Condition, ...]:
    return tuple(
        Condition(of_size(asked, each), least, unknown=size_not_known)
        for each, least in (
            (SizeClass.SMALL, asked.small),
            (SizeClass.MEDIUM, asked.medium),
            (SizeClass.LARGE, asked.large),
        )
    )


def at_level(asked: RoleLevel) -> Counted:
    """Return the count of those whose title begins with one of the words asked for."""
    words = tuple(fold(title) for title in asked.titles if title.strip())
    return lambda sitter: fold(sitter.title).startswith(words)


def _of_level(asked: RoleLevel) -> tuple[Condition, ...]:
    def untitled(sitter: Sitter) -> bool:
        return not sitter.title.strip()

    is_at_level = at_level(asked)
    if asked.least is not None:
        return (Condition(is_at_level, asked.least, unknown=untitled),)

    def below(sitter: Sitter) -> bool:
        return not untitled(sitter) and not is_at_level(sitter)

    return (Condition(below, most=0, unknown=untitled),)


def states(tag: str) -> Counted:
    """Return the count of those who state a competence."""
    wanted = fold(tag).strip()
    return lambda sitter: wanted in fold(sitter.stated)


def _of_rotation(rule: Rule, between: Grouping) -> tuple[Condition, ...]:
    def groups(sitter: Sitter) -> tuple[frozenset[str], frozenset[str]] | None:
        earlier = rule.chaired_before(sitter) if chairs(sitter) else None
        return (sitter.regions_by(between), earlier.regions_by(between)) if earlier else None

    def same(sitter: Sitter) -> bool:
        found = groups(sitter)
        return found is not None and bool(found[0] & found[1])

    def unknown(sitter: Sitter) -> bool:
        found = groups(sitter)
        return found is not None and not all(found)

    return (Condition(same, most=0, unknown=unknown),)


def chairs(sitter: Sitter) -> bool:
    """Tell whether someone sits in the chair."""
    return sitter.role is SeatRole.CHAIR


def of_gender(wanted: Gender) -> Counted:
    """Return the count of those who have stated a gender."""
    return lambda sitter: sitter.gender is wanted


def _of_gender(group: SeatGroup) -> tuple[Condition, ...]:
    return (
        Condition(of_gender(Gender.NOT_STATED), most=0, group=group, decides=True),
        Condition(of_gender(Gender.FEMALE), group=group, by_statute=True),
        Condition(of_gender(Gender.MALE), group=group, by_statute=True),
    )


# How it stands ------------------------------------------------------------------------------------


def outcome(asked: Iterable[Condition], sitters: tuple[Sitter, ...]) -> Outcome:
    """Return how it stands with conditions: broken counts before cannot be judged."""
    found: dict[SeatGroup, list[tuple[Condition, Outcome]]] = {}
    for condition in asked:
        found.setdefault(condition.group, []).append((condition, held(condition, sitters)))
    groups = {_of_group(each) for each in found.values()}
    for worst in (Outcome.BROKEN, Outcome.CANNOT_BE_JUDGED):
        if worst in groups:
            return worst
    return Outcome.MET


def _of_group(found: list[tuple[Condition, Outcome]]) -> Outcome:
    if any(condition.decides and how is not Outcome.MET for condition, how in found):
        return Outcome.CANNOT_BE_JUDGED
    outcomes = {how for _condition, how in found}
    for worst in (Outcome.BROKEN, Outcome.CANNOT_BE_JUDGED):
        if worst in outcomes:
            return worst
    return Outcome.MET


def held(condition: Condition, sitters: tuple[Sitter, ...]) -> Outcome:
    """Return whether one condition holds of those who sit."""
    group = [sitter for sitter in sitters if sitter.group is condition.group]
    count = sum(map(condition.counts, group))
    unknown = sum(map(condition.unknown, group))
    least = needed_of_each(len(group)) if condition.by_statute else condition.least
    most = len(group) if condition.most is None else condition.most
    if count > most or count + unknown < least:
        return Outcome.BROKEN
    if count < least or count + unknown > most:
        return Outcome.CANNOT_BE_JUDGED
    return Outcome.MET
