"""Who sits in a body as its rules see them, the rules, and what is said of how they are met."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition_rules import Force, Grouping, Parameters, RuleKind
from samstyring.domain.people import Gender
from samstyring.domain.periods import ALWAYS, Period
from samstyring.domain.seats import MEMBER_ROLES, SUBSTITUTE_ROLES, SeatRole


class SeatGroup(StrEnum):
    """Those whom a rule counts together."""

    MEMBERS = "members"
    SUBSTITUTES = "substitutes"


class Outcome(StrEnum):
    """How it stands with a rule."""

    MET = "met"
    BROKEN = "broken"
    CANNOT_BE_JUDGED = "cannot_be_judged"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Region:
    """A network, county or sub-region."""

    by: Grouping
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Sitter:
    """What rules need to know of a person in a seat.

    ``regions`` are where the employer belongs, or else whom the seat represents; ``population``
    is that of the municipality, None for another employer or where it is not known; ``terms``
    counts the terms in this body with the present one; ``stated`` is where a competence may be
    stated: title, note and candidacy.
    """

    seat_id: str
    number: int
    role: SeatRole
    person_id: str
    person_name: str
    votes: bool = True
    gender: Gender = Gender.NOT_STATED
    title: str = ""
    employer_name: str = ""
    employer_kind: BodyKind | None = None
    population: int | None = None
    regions: tuple[Region, ...] = ()
    stated: str = ""
    terms: int = 1
    candidacy_id: str = ""

    @property
    def group(self) -> SeatGroup | None:
        """Whom the sitter is counted with: members who vote, substitutes, or nobody."""
        if self.role in SUBSTITUTE_ROLES:
            return SeatGroup.SUBSTITUTES
        return SeatGroup.MEMBERS if self.votes and self.role in MEMBER_ROLES else None

    def regions_by(self, grouping: Grouping) -> frozenset[str]:
        """Return the ids of the regions of a kind that the sitter comes from."""
        return frozenset(region.id for region in self.regions if region.by is grouping)


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a breach is meant: a logged reason, and how long it is said to hold."""

    id: str
    reason: str
    answered_on: str
    by_whom: str
    holds_until: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a body as of a day.

    ``regions`` are those of that day that a rule per region asks for; ``chairs`` are the two who
    chaired last by that day, the newest first; ``answer`` is what holds that day.
    """

    id: str
    body_id: str
    parameters: Parameters
    force: Force = Force.ADVISORY
    period: Period = ALWAYS
    regions: tuple[Region, ...] = ()
    chairs: tuple[Sitter, ...] = ()
    answer: Answer | None = None

    @property
    def kind(self) -> RuleKind:
        """What the rule is about."""
        return self.parameters.kind

    def chaired_before(self, chair: Sitter) -> Sitter | None:
        """Return who chaired before someone who chairs or is to chair; None if nobody is known."""
        others = (each for each in self.chairs if each.person_id != chair.person_id)
        return next(others, None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How it stands with one rule, in one sentence."""

    rule: Rule
    outcome: Outcome
    sentence: str

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id

    @property
    def name(self) -> str:
        """The verdict in words."""
        return self.sentence


@dataclass(frozen=True, slots=True)
class Standing:
    """Those who sit in a body, what its rules say of them, and their spread in one line."""

    sitters: tuple[Sitter, ...]
    verdicts: tuple[Verdict, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Composition:
    """The composition of a body on a day, and what it would be with the chosen candidates.

    ``vacant`` are seats with nobody in them before; ``after`` is None when nobody is chosen.
    """

    body_id: str
    body_name: str
    day: date
    rules: tuple[Rule, ...]
    before: Standing
    vacant: int
    after: Standing | None = None


# Over all bodies ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeatsIn:
    """How many seats are held in one body."""

    body_id: str
    body_name: str
    seats: int


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """What one region, or municipalities of one size, hold of seats, and what they owe.

    ``members`` and ``substitutes`` sit, ``bodies`` says where; ``fills`` are seats the region
    nominates to that are filled, ``owes`` those that are vacant, ``unanswered`` the requests it
    has been asked and not answered.
    """

    id: str
    name: str
    members: int
    substitutes: int
    persons: int
    bodies: tuple[SeatsIn, ...]
    fills: int = 0
    owes: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Two bodies that somebody sits in both of."""

    from_id: str
    from_name: str
    to_id: str
    to_name: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """A person in two bodies or more, and the links between them that nobody else carries."""

    id: str
    name: str
    bodies: tuple[SeatsIn, ...]
    alone: tuple[Link, ...]
