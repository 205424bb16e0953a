"""Where a day stands on the timeline."""

from dataclasses import dataclass
from datetime import date

YEARS_BEFORE, YEARS_AFTER = 2, 3


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from left to right, between two places in pixels."""

    first_year: int
    last_year: int
    left: float
    right: float

    @classmethod
    def around(cls, day: date, left: float, right: float) -> "Axis":
        """Return the years around a day."""
        return cls(day.year - YEARS_BEFORE, day.year + YEARS_AFTER, left, right)

    def place(self, day: date | None, unknown: float) -> float:
        """Return the place of a day, held within the axis; ``unknown`` for no day."""
        if day is None:
            return unknown
        begins = date(self.first_year, 1, 1)
        span = (date(self.last_year + 1, 1, 1) - begins).days
        share = (day - begins).days / span
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def years(self) -> range:
        """Return the years that are shown."""
        return range(self.first_year, self.last_year + 1)


def first_day_shown(day: date) -> date:
    """Return the first day of the timeline around a day."""
    return date(day.year - YEARS_BEFORE, 1, 1)
