"""Bodies of the structure: what kinds there are, their names, relations and life."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.periods import ALWAYS, Period


class BodyKind(StrEnum):
    """What a body is, in the field's own words."""

    POLITICAL_BODY = "political_body"
    COUNCIL = "council"
    COMMITTEE = "committee"
    EXPERT_COUNCIL = "expert_council"
    SECTOR_COMMITTEE = "sector_committee"
    REGIONAL_NETWORK = "regional_network"
    PROGRAMME_BOARD = "programme_board"
    RESOURCE_GROUP = "resource_group"
    EXPERT_GROUP = "expert_group"
    THEME_GROUP = "theme_group"
    WORKING_GROUP = "working_group"
    SECRETARIAT = "secretariat"
    MUNICIPALITY = "municipality"
    COUNTY_MUNICIPALITY = "county_municipality"
    STATE_AGENCY = "state_agency"
    COMPANY = "company"
    IT_COOPERATION = "it_cooperation"
    OTHER = "other"


class Level(StrEnum):
    """Where in the structure a body stands, from the state down."""

    STATE = "state"
    NATIONAL = "national"
    REGIONAL = "regional"
    SUB_REGIONAL = "sub_regional"
    LOCAL = "local"


LEVEL_ORDER: dict[Level, int] = {level: place for place, level in enumerate(Level)}


class NameKind(StrEnum):
    """How a name is used."""

    OFFICIAL = "official"
    SHORT = "short"
    ALTERNATIVE = "alternative"


class RelationKind(StrEnum):
    """How one body stands to another; read from the first body to the second."""

    REPORTS_TO = "reports_to"
    PART_OF = "part_of"
    ADVISES = "advises"
    PREPARES_CASES_FOR = "prepares_cases_for"
    SECRETARIAT_FOR = "secretariat_for"
    HOSTS = "hosts"
    OWNS = "owns"
    MEMBER_OF = "member_of"
    LOCATED_IN = "located_in"
    OBSERVES = "observes"


class SuccessionKind(StrEnum):
    """How one body followed upon another."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class BodyName:
    """One name of a body, in one language, for one period."""

    id: str
    name: str
    kind: NameKind
    language: str
    period: Period


@dataclass(frozen=True, slots=True)
class Relation:
    """One body's relation to another; names are as of the day that was asked for."""

    id: str
    kind: RelationKind
    from_id: str
    from_name: str
    to_id: str
    to_name: str
    period: Period
    note: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """One body followed upon another on a day."""

    id: str
    kind: SuccessionKind
    from_id: str
    from_name: str
    to_id: str
    to_name: str
    day: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from, and when it was last verified."""

    id: str
    title: str
    address: str = ""
    seen_on: str = ""
    verified_on: str = ""
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One line of the list of bodies, as of a day."""

    id: str
    name: str
    short_name: str
    kind: BodyKind
    level: Level
    region: str
    number: str
    seats: int
    filled: int
    vacant: int
    ends_soon: int
    term_over: int
    period: Period
    mandate_in_force: bool = False

    @property
    def seats_in_words(self) -> str:
        """Seats filled of seats, as numbers: ``13/14``; empty for a body without seats."""
        return f"{self.filled}/{self.seats}" if self.seats else ""


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What can be written about a body itself, apart from its names and relations."""

    kind: BodyKind
    level: Level
    period: Period = ALWAYS
    legal_form: str = ""
    purpose: str = ""
    home_page: str = ""
    organisation_number: str = ""
    end_reason: str = ""
    ends_soon_days: int = 90
    term_months: int | None = None


@dataclass(frozen=True, slots=True)
class BodyDetail:
    """All of one body as of a day, apart from its roster, mandates and nominations."""

    id: str
    name: str
    short_name: str
    facts: BodyFacts
    names: tuple[BodyName, ...]
    relations: tuple[Relation, ...]
    successions: tuple[Succession, ...]
    sources: tuple[Source, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class Dependents:
    """What hangs on a thing and would be deleted with it, by the word for each kind."""

    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How many rows hang on the thing."""
        return sum(count for _word, count in self.counts)


def age_in_days(day: date, since: date) -> int:
    """Return whole days from ``since`` to ``day``."""
    return (day - since).days
