"""Mandates: a family of versions for a body, each with sections in one or two written forms."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.periods import PartialDate, Period


class SectionKind(StrEnum):
    """What a section of a mandate is about; the order is the usual one."""

    BACKGROUND = "background"
    PURPOSE = "purpose"
    TASKS = "tasks"
    AUTHORITY = "authority"
    COMPOSITION = "composition"
    LEADERSHIP = "leadership"
    WAY_OF_WORKING = "way_of_working"
    SECRETARIAT = "secretariat"
    REPORTING = "reporting"
    OTHER = "other"


class MandateState(StrEnum):
    """How it stands with a version on a day, worked out from its dates."""

    DRAFT = "draft"
    IN_CONSULTATION = "in_consultation"
    ADOPTED = "adopted"
    IN_FORCE = "in_force"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a version in one written form."""

    id: str
    kind: SectionKind
    language: str
    position: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class MandateLine:
    """One version of a body's mandate as of a day."""

    id: str
    mandate_id: str
    body_id: str
    body_name: str
    name: str
    number: str
    state: MandateState
    adopted_by: str
    adopted_on: str
    case_number: str
    period: Period
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MandateDetail:
    """All of one version."""

    line: MandateLine
    titles: tuple[tuple[str, str], ...]
    derived_from: str
    consultation_on: str
    sections: tuple[Section, ...]

    def sections_in(self, language: str) -> tuple[Section, ...]:
        """Return the sections of one written form in order."""
        return tuple(section for section in self.sections if section.language == language)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of the roster as a mandate prints it."""

    name: str
    role: str
    employer: str
    represents: str
    term: str


@dataclass(frozen=True, slots=True)
class MandateDocument:
    """What a mandate document holds, in words of its own language."""

    language: str
    title: str
    body_name: str
    state: str
    number: str
    adopted_by: str
    adopted_on: str
    case_number: str
    valid: str
    derived_from: str
    sections: tuple[Section, ...]
    roster: tuple[RosterRow, ...]
    roster_day: str
    made_on: str


def mandate_state(
    adopted_on: str | None, consultation_on: str | None, period: Period, day: date
) -> MandateState:
    """Return how it stands with a version on ``day``."""
    if adopted_on is None or PartialDate.parse(adopted_on).first_day() > day:
        asked = consultation_on is not None and consultation_on <= day.isoformat()
        return MandateState.IN_CONSULTATION if asked else MandateState.DRAFT
    if period.ended_before(day):
        return MandateState.REPLACED
    return MandateState.IN_FORCE if period.covers(day) else MandateState.ADOPTED
