"""Kinds of rules about who should sit in a body, what each asks for, and how that is stored."""

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, ClassVar

from samstyring.domain.errors import RuleError
from samstyring.domain.text import clean_line
from samstyring.language import _

# SSB's usual grouping of municipalities by inhabitants, so that a middle one has 5 000 to 20 000.
SMALL_BELOW = 5_000
LARGE_ABOVE = 20_000


class RuleKind(StrEnum):
    """What a rule is about."""

    SIZE = "size"
    PER_REGION = "per_region"
    COUNTY_MUNICIPALITY = "county_municipality"
    MUNICIPALITY_SIZES = "municipality_sizes"
    ROLE_LEVEL = "role_level"
    COMPETENCE = "competence"
    CHAIR_ROTATION = "chair_rotation"
    MOST_TERMS = "most_terms"
    GENDER_BALANCE = "gender_balance"


class Force(StrEnum):
    """How much a rule weighs; none of them ever stops anybody."""

    BINDING = "binding"
    ADVISORY = "advisory"
    OFF = "off"


class Grouping(StrEnum):
    """What a region is."""

    NETWORK = "network"
    COUNTY = "county"
    SUB_REGION = "sub_region"


class SizeClass(StrEnum):
    """A municipality by its inhabitants."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


# What each kind asks for --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Size:
    """So many members, from ``least`` to ``most``."""

    kind: ClassVar[RuleKind] = RuleKind.SIZE
    least: int
    most: int

    def check(self) -> None:
        """Raise RuleError for a size that no body can have."""
        _at_least_one(self.least)
        if self.most < self.least:
            raise RuleError(
                _("No body has at least {least} and at most {most} members.").format(
                    least=self.least, most=self.most
                )
            )


@dataclass(frozen=True, slots=True)
class PerRegion:
    """At least so many from each region; ``regions`` are ids, none means all there are."""

    kind: ClassVar[RuleKind] = RuleKind.PER_REGION
    by: Grouping = Grouping.NETWORK
    least: int = 1
    most: int | None = None
    regions: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise RuleError for numbers that exclude each other."""
        if self.least < 0 or (self.least == 0 and self.most is None):
            raise RuleError(_("The rule needs a number: at least one, or at most so many."))
        if self.most is not None and self.most < max(self.least, 1):
            raise RuleError(
                _("No region has at least {least} and at most {most}.").format(
                    least=self.least, most=self.most
                )
            )


@dataclass(frozen=True, slots=True)
class FromCounties:
    """At least so many from county municipalities."""

    kind: ClassVar[RuleKind] = RuleKind.COUNTY_MUNICIPALITY
    least: int = 1

    def check(self) -> None:
        """Raise RuleError unless somebody is asked for."""
        _at_least_one(self.least)


@dataclass(frozen=True, slots=True)
class MunicipalitySizes:
    """At least so many from small, medium-sized and large municipalities, by inhabitants."""

    kind: ClassVar[RuleKind] = RuleKind.MUNICIPALITY_SIZES
    small: int = 1
    medium: int = 1
    large: int = 1
    small_below: int = SMALL_BELOW
    large_above: int = LARGE_ABOVE

    def check(self) -> None:
        """Raise RuleError for numbers below nought, or bounds that leave no middle."""
        if min(self.small, self.medium, self.large) < 0:
            raise RuleError(_("Numbers of members cannot be below nought."))
        _at_least_one(self.small + self.medium + self.large)
        if not 0 < self.small_below <= self.large_above:
            raise RuleError(_("Small municipalities must be smaller than large ones."))


@dataclass(frozen=True, slots=True)
class RoleLevel:
    """Members whose title begins with one of the words: at least so many, or all for None."""

    kind: ClassVar[RuleKind] = RuleKind.ROLE_LEVEL
    titles: tuple[str, ...]
    least: int | None = None

    def check(self) -> None:
        """Raise RuleError without any title to look for."""
        _some_words(self.titles)
        if self.least is not None:
            _at_least_one(self.least)


@dataclass(frozen=True, slots=True)
class Competence:
    """At least so many who state each of the competences in title, note or candidacy."""

    kind: ClassVar[RuleKind] = RuleKind.COMPETENCE
    tags: tuple[str, ...]
    least: int = 1

    def check(self) -> None:
        """Raise RuleError without any competence to look for."""
        _some_words(self.tags)
        _at_least_one(self.least)


@dataclass(frozen=True, slots=True)
class ChairRotation:
    """The chair comes from another group than the chair before."""

    kind: ClassVar[RuleKind] = RuleKind.CHAIR_ROTATION
    between: Grouping = Grouping.NETWORK

    def check(self) -> None:
        """Accept: there is nothing that could be wrong."""


@dataclass(frozen=True, slots=True)
class MostTerms:
    """No member sits for more than so many terms in the body."""

    kind: ClassVar[RuleKind] = RuleKind.MOST_TERMS
    most: int = 2

    def check(self) -> None:
        """Raise RuleError for a number that lets nobody in."""
        _at_least_one(self.most)


@dataclass(frozen=True, slots=True)
class GenderBalance:
    """Both genders by the table of likestillings- og diskrimineringsloven § 28.

    Members and substitutes are counted apart, substitutes only if asked for.
    """

    kind: ClassVar[RuleKind] = RuleKind.GENDER_BALANCE
    substitutes: bool = True

    def check(self) -> None:
        """Accept: there is nothing that could be wrong."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What a rule asks for where what is stored of it cannot be read; it is never judged."""

    kind: RuleKind
    reason: str

    def check(self) -> None:
        """Raise RuleError: it has to be written anew."""
        raise RuleError(self.reason)


Parameters = (
    Size
    | PerRegion
    | FromCounties
    | MunicipalitySizes
    | RoleLevel
    | Competence
    | ChairRotation
    | MostTerms
    | GenderBalance
    | Unreadable
)
PARAMETERS: dict[RuleKind, type[Parameters]] = {
    each.kind: each
    for each in (
        *(Size, PerRegion, FromCounties, MunicipalitySizes, RoleLevel),
        *(Competence, ChairRotation, MostTerms, GenderBalance),
    )
}


def _at_least_one(number: int) -> None:
    if number < 1:
        raise RuleError(_("The rule must ask for at least one."))


def _some_words(words: tuple[str, ...]) -> None:
    if not any(clean_line(word) for word in words):
        raise RuleError(_("Write at least one word that the rule is to look for."))


# The statute --------------------------------------------------------------------------------------


def needed_of_each(count: int) -> int:
    """Return how many of each gender a group of ``count`` needs: § 28 of the act, 40 % from ten.

    likestillings- og diskrimineringsloven § 28 first paragraph a–e; nobody is needed of one.
    """
    if count >= 10:
        return (2 * count + 4) // 5
    return (0, 0, 1, 1, 2, 2, 3, 3, 3, 4)[count]


def size_class(
    population: int, small_below: int = SMALL_BELOW, large_above: int = LARGE_ABOVE
) -> SizeClass:
    """Return whether a municipality with so many inhabitants is small, medium or large."""
    if population < small_below:
        return SizeClass.SMALL
    return SizeClass.LARGE if population > large_above else SizeClass.MEDIUM


# Stored form --------------------------------------------------------------------------------------


def to_json(parameters: Parameters) -> str:
    """Return what a rule asks for as it is stored."""
    return json.dumps(asdict(parameters), ensure_ascii=False, sort_keys=True)


def from_json(kind: RuleKind, text: str) -> Parameters:
    """Return what a rule of a kind asks for; RuleError if the text is not such a rule's."""
    form = PARAMETERS[kind]
    try:
        read = json.loads(text)
        wanted = {field.name: field.type for field in fields(form)}
        if not isinstance(read, dict) or not read.keys() <= wanted.keys():
            raise TypeError
        found = form(**{key: _value(wanted[key], value) for key, value in read.items()})
    except (TypeError, ValueError) as error:
        raise RuleError(
            _("What this rule asks for cannot be read. Correct the rule, or delete it.")
        ) from error
    found.check()
    return found


def read_or_not(kind: RuleKind, text: str) -> Parameters:
    """Return what a rule of a kind asks for, or why it cannot be read."""
    try:
        return from_json(kind, text)
    except RuleError as error:
        return Unreadable(kind, str(error))


def _value(form: Any, value: Any) -> Any:
    """Return a value of JSON as the field wants it; TypeError if it cannot be."""
    if form is Grouping:
        return Grouping(value)
    if form == tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise TypeError
        return tuple(value)
    if value is None and form == int | None:
        return None
    plain = bool if form is bool else int
    if type(value) is not plain:
        raise TypeError
    return value
