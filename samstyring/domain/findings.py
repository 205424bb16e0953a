"""Findings: what needs care on a day, each with the place where it is mended."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What is wrong or waiting, the most pressing first."""

    VACANT = "vacant"
    TERM_OVER = "term_over"
    OVERDUE = "overdue"
    ENDS_SOON = "ends_soon"
    UNANSWERED = "unanswered"
    NO_MANDATE = "no_mandate"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that needs care.

    ``place`` names where it is mended (``body``, ``seat``, ``round`` or ``candidacy``) and
    ``place_id`` which one; ``days`` counts from the day it began or until it comes.
    """

    id: str
    kind: FindingKind
    body_id: str
    body_name: str
    sentence: str
    place: str
    place_id: str
    days: int | None = None

    @property
    def name(self) -> str:
        """The finding in words."""
        return self.sentence
