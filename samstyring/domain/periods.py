"""Dates known to the day, month or year, and the periods between them, both ends included."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from samstyring.domain.errors import RuleError
from samstyring.language import _

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_NORWEGIAN = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the day and the month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return the whole date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read 07.02.2026, 02.2026, 2026 or the same in ISO order; RuleError for others."""
        iso, norwegian = _ISO.fullmatch(text.strip()), _NORWEGIAN.fullmatch(text.strip())
        parts = iso.groups() if iso else norwegian.groups()[::-1] if norwegian else None
        try:
            if parts is None:
                raise ValueError
            return cls(*(int(part) if part else None for part in parts))  # type: ignore[arg-type]
        except ValueError as error:
            raise RuleError(
                _("“{text}” is not a date. Write it as 07.02.2026, 02.2026 or 2026.").format(
                    text=text.strip()
                )
            ) from error

    @property
    def iso(self) -> str:
        """The date as it is stored: ``2026``, ``2026-02`` or ``2026-02-07``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def first_day(self) -> date:
        """Return the first day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the last day this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def day_before(self) -> "PartialDate":
        """Return the date before this one, known just as well: 2019 before 2020."""
        if self.month is None:
            return PartialDate(self.year - 1)
        if self.day is None:
            before = self.first_day() - timedelta(days=1)
            return PartialDate(before.year, before.month)
        return PartialDate.of(self.first_day() - timedelta(days=1))

    def __str__(self) -> str:
        return self.iso


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both included («til og med»); either may be open."""

    first: PartialDate | None = None
    last: PartialDate | None = None

    @staticmethod
    @lru_cache(maxsize=16_384)  # the same periods stand in thousands of rows
    def of(first: str | None, last: str | None) -> "Period":
        """Return the period of two stored dates."""
        return Period(_stored(first), _stored(last))

    def covers(self, day: date) -> bool:
        """Say whether the day lies in the period.

        A reduced start counts as its first possible day, a reduced end as its last.
        """
        return not self.begins_after(day) and not self.ended_before(day)

    def begins_after(self, day: date) -> bool:
        """Say whether the period has yet to begin on that day."""
        return self.first is not None and self.first.first_day() > day

    def ended_before(self, day: date) -> bool:
        """Say whether the period was over before that day."""
        return self.last is not None and self.last.last_day() < day

    def overlaps(self, other: "Period") -> bool:
        """Say whether some day lies in both periods."""
        return not (
            (self.last is not None and other.begins_after(self.last.last_day()))
            or (other.last is not None and self.begins_after(other.last.last_day()))
        )

    def check(self) -> "Period":
        """Return the period itself; RuleError if it ends before it begins."""
        if self.first and self.last and self.last.last_day() < self.first.first_day():
            raise RuleError(
                _("The last day ({last}) is before the first day ({first}).").format(
                    first=self.first.iso, last=self.last.iso
                )
            )
        return self


ALWAYS = Period()


@lru_cache(maxsize=16_384)  # the same days stand in thousands of rows
def _stored(text: str | None) -> PartialDate | None:
    """Return a date from its stored form, which is always ISO and valid."""
    return PartialDate(*map(int, text.split("-"))) if text else None


def iso_or_none(day: PartialDate | date | None) -> str | None:
    """Return the stored form of a date, or None for an open end."""
    if day is None:
        return None
    return day.iso if isinstance(day, PartialDate) else day.isoformat()


def months_later(day: date, months: int) -> date:
    """Return the day that many months on, held within the month it lands in."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
