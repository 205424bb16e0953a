"""What a calendar is told: whole days on which a term ends or an answer is due."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One whole day to remember.

    ``id`` stays the same for the same thing, so that a calendar that is given it again moves the
    day instead of adding another; ``revision`` grows when the thing changes.
    """

    id: str
    day: date
    title: str
    detail: str
    revision: int = 0
