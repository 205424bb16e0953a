"""Judges who sits in a body by its rules, and says how it stands in a sentence a rule."""

from collections.abc import Callable, Iterable

from samstyring.domain.composition import Outcome, Rule, SeatGroup, Sitter, Standing, Verdict
from samstyring.domain.composition_conditions import (
    at_level,
    chairs,
    conditions,
    from_county_municipality,
    of_gender,
    of_size,
    outcome,
    size_not_known,
    states,
)
from samstyring.domain.composition_rules import (
    ChairRotation,
    Competence,
    Force,
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
)
from samstyring.domain.composition_spread import one_line
from samstyring.domain.people import Gender
from samstyring.domain.text import sort_key
from samstyring.formats import EN_DASH, listed, quoted
from samstyring.language import _

Members = tuple[Sitter, ...]


def standing(rules: Iterable[Rule], sitters: tuple[Sitter, ...]) -> Standing:
    """Return those who sit, what the rules say of them, and their spread in one line."""
    return Standing(sitters, judge(rules, sitters), one_line(sitters))


def judge(rules: Iterable[Rule], sitters: tuple[Sitter, ...]) -> tuple[Verdict, ...]:
    """Return how it stands with each rule that is not off, in their order.

    A breach with an answer in force is answered. Nothing is ever refused because of a verdict.
    """
    return tuple(_verdict(rule, sitters) for rule in rules if rule.force is not Force.OFF)


def _verdict(rule: Rule, sitters: tuple[Sitter, ...]) -> Verdict:
    if isinstance(rule.parameters, Unreadable):
        return Verdict(rule, Outcome.CANNOT_BE_JUDGED, rule.parameters.reason)
    found = outcome(conditions(rule), sitters)
    if found is Outcome.BROKEN and rule.answer is not None:
        found = Outcome.ANSWERED
    return Verdict(rule, found, _sentence(rule, sitters))


def _sentence(rule: Rule, sitters: tuple[Sitter, ...]) -> str:
    members = tuple(each for each in sitters if each.group is SeatGroup.MEMBERS)
    match rule.parameters:
        case Size() as asked:
            return _of_size(asked, members)
        case PerRegion() as asked:
            return _of_regions(asked, rule, members)
        case FromCounties(least):
            return _(
                "From county municipalities: {count}; there should be at least {least}."
            ).format(count=_count(members, from_county_municipality), least=least)
        case MunicipalitySizes() as asked:
            return _of_sizes(asked, members)
        case RoleLevel() as asked:
            return _of_level(asked, members)
        case Competence() as asked:
            return _of_competence(asked, members)
        case ChairRotation(between):
            return _of_rotation(rule, between, members)
        case MostTerms(most):
            return _of_terms(most, members)
        case GenderBalance() as asked:
            return _of_gender(asked, sitters)
        case Unreadable(reason=reason):
            return reason


def _count(members: Members, counts: Callable[[Sitter], bool]) -> int:
    return sum(map(counts, members))


def _names(members: Iterable[Sitter]) -> str:
    return listed(sorted({each.person_name for each in members}, key=sort_key))


def _of_size(asked: Size, members: Members) -> str:
    if asked.least == asked.most:
        wanted = str(asked.least)
    else:
        wanted = f"{asked.least}{EN_DASH}{asked.most}"
    return _("Members: {count}; there should be {wanted}.").format(
        count=len(members), wanted=wanted
    )


# Regions ------------------------------------------------------------------------------------------


def _of_regions(asked: PerRegion, rule: Rule, members: Members) -> str:
    counts = {
        region.name: sum(region.id in each.regions_by(asked.by) for each in members)
        for region in rule.regions
    }
    short = [name for name, count in counts.items() if count < asked.least]
    over = [name for name, count in counts.items() if asked.most and count > asked.most]
    if not counts:
        return _NO_REGIONS[asked.by]()
    if short and over:
        text = _(
            "Too few from {short} and too many from {over}; there should be {wanted} from each."
        )
    elif short:
        text = _("Too few from {short}; there should be {wanted} from each.")
    elif over:
        text = _("Too many from {over}; there should be {wanted} from each.")
    else:
        text = _ALL_REGIONS[asked.by]()
    return text.format(
        short=listed(short), over=listed(over), wanted=_wanted(asked), count=len(counts)
    )


def _wanted(asked: PerRegion) -> str:
    if asked.most is None:
        return _("at least {least}").format(least=asked.least)
    if asked.least == 0:
        return _("at most {most}").format(most=asked.most)
    if asked.least == asked.most:
        return str(asked.least)
    return f"{asked.least}{EN_DASH}{asked.most}"


_NO_REGIONS: dict[Grouping, Callable[[], str]] = {
    Grouping.NETWORK: lambda: _("There are no networks to count."),
    Grouping.COUNTY: lambda: _("There are no counties to count."),
    Grouping.SUB_REGION: lambda: _("There are no sub-regions to count."),
}
_ALL_REGIONS: dict[Grouping, Callable[[], str]] = {
    Grouping.NETWORK: lambda: _("All networks ({count}) have the members they should: {wanted}."),
    Grouping.COUNTY: lambda: _("All counties ({count}) have the members they should: {wanted}."),
    Grouping.SUB_REGION: lambda: _(
        "All sub-regions ({count}) have the members they should: {wanted}."
    ),
}


def _of_sizes(asked: MunicipalitySizes, members: Members) -> str:
    unknown = _count(members, size_not_known)
    text = _(
        "From municipalities: {small} small, {medium} medium-sized and {large} large; there should "
        "be at least {least_small}, {least_medium} and {least_large}."
    )
    if unknown:
        text = _(
            "From municipalities: {small} small, {medium} medium-sized and {large} large, and "
            "{unknown} of unknown size; there should be at least {least_small}, {least_medium} "
            "and {least_large}."
        )
    return text.format(
        small=_count(members, of_size(asked, SizeClass.SMALL)),
        medium=_count(members, of_size(asked, SizeClass.MEDIUM)),
        large=_count(members, of_size(asked, SizeClass.LARGE)),
        unknown=unknown,
        least_small=asked.small,
        least_medium=asked.medium,
        least_large=asked.large,
    )


# Level, competence, chair, terms ------------------------------------------------------------------


def _of_level(asked: RoleLevel, members: Members) -> str:
    is_at_level, titles = at_level(asked), listed(asked.titles)
    untitled = [each for each in members if not each.title.strip()]
    if asked.least is not None:
        text = _("At the level asked for ({titles}): {count}; there should be at least {least}.")
        return text.format(
            titles=titles, count=_count(members, is_at_level), least=asked.least
        ) + _untitled(untitled)
    below = [each for each in members if each not in untitled and not is_at_level(each)]
    if below:
        text = _("Not at the level asked for ({titles}): {names}.")
    elif untitled:
        return _("The title of {names} is not known, so the level cannot be judged.").format(
            names=_names(untitled)
        )
    else:
        text = _("All are at the level asked for: {titles}.")
    return text.format(titles=titles, names=_names(below))


def _untitled(members: list[Sitter]) -> str:
    if not members:
        return ""
    return " " + _("The title is not known of {names}.").format(names=_names(members))


def _of_competence(asked: Competence, members: Members) -> str:
    lacking = [tag for tag in asked.tags if _count(members, states(tag)) < asked.least]
    if lacking:
        text = _("Too few state competence in {tags}; there should be at least {least} for each.")
    else:
        text = _("Competence is stated in {tags}, by at least {least} for each.")
    tags = listed([quoted(tag) for tag in lacking or asked.tags])
    return text.format(tags=tags, least=asked.least)


def _of_rotation(rule: Rule, between: Grouping, members: Members) -> str:
    chair = next(filter(chairs, members), None)
    if chair is None:
        return _("Nobody chairs.")
    earlier = rule.chaired_before(chair)
    if earlier is None:
        return _("Nobody is known to have chaired before {chair}.").format(chair=chair.person_name)
    now, before = chair.regions_by(between), earlier.regions_by(between)
    if not now or not before:
        text = _("It is not known where both {chair} and {earlier}, who chaired before, come from.")
    elif now & before:
        text = _("{chair} and {earlier}, who chaired before, come from the same place: {place}.")
    else:
        text = _("{chair} comes from another place than {earlier}, who chaired before.")
    places = [region.name for region in chair.regions if region.id in now & before]
    return text.format(chair=chair.person_name, earlier=earlier.person_name, place=listed(places))


def _of_terms(most: int, members: Members) -> str:
    beyond = [each for each in members if each.terms > most]
    if beyond:
        text = _("More than {most} terms in the body: {names}.")
    else:
        text = _("Nobody has more terms in the body than {most}.")
    return text.format(most=most, names=_names(beyond))


# Gender -------------------------------------------------------------------------------------------


def _of_gender(asked: GenderBalance, sitters: tuple[Sitter, ...]) -> str:
    groups = tuple(SeatGroup) if asked.substitutes else (SeatGroup.MEMBERS,)
    counted = {group: tuple(each for each in sitters if each.group is group) for group in groups}
    # One sentence a group that there is anything to say of: they are counted apart.
    told = [_balance(group, those) for group, those in counted.items() if those]
    return " ".join(told) or _("There are no members to count.")


def _balance(group: SeatGroup, those: Members) -> str:
    not_stated = _count(those, of_gender(Gender.NOT_STATED))
    members = group is SeatGroup.MEMBERS
    if not_stated and members:
        text = _(
            "Cannot be judged: gender is not stated by {not_stated} of {count} members; women "
            "{women}, men {men}, and at least {least} of each are needed."
        )
    elif not_stated:
        text = _(
            "Cannot be judged: gender is not stated by {not_stated} of {count} substitutes; women "
            "{women}, men {men}, and at least {least} of each are needed."
        )
    elif members:
        text = _("Members {count}: women {women}, men {men}; at least {least} of each are needed.")
    else:
        text = _(
            "Substitutes {count}: women {women}, men {men}; at least {least} of each are needed."
        )
    return text.format(
        not_stated=not_stated,
        count=len(those),
        women=_count(those, of_gender(Gender.FEMALE)),
        men=_count(those, of_gender(Gender.MALE)),
        least=needed_of_each(len(those)),
    )
