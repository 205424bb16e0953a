"""The structure with the periods of its bodies and lines, as other programs draw it over time."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind
from samstyring.domain.periods import PartialDate, Period


@dataclass(frozen=True, slots=True)
class TimedBody:
    """One body with its life; names, region and number are as of the day that was asked for."""

    id: str
    name: str
    short_name: str
    kind: BodyKind
    level: Level
    region: str
    number: str
    period: Period

    @property
    def label(self) -> str:
        """The short name where there is one, else the name."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class TimedLine:
    """One line with every period it stood in, the first first; none of them meet."""

    id: str
    from_id: str
    to_id: str
    kind: RelationKind | LineKind
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class GraphOverTime:
    """Every body and line there ever was; each line joins two of the bodies."""

    day: date
    bodies: tuple[TimedBody, ...]
    lines: tuple[TimedLine, ...]

    def only(self, body_ids: Collection[str]) -> "GraphOverTime":
        """Return the part that has some of the bodies, and the lines between those."""
        kept = set(body_ids)
        return replace(
            self,
            bodies=tuple(body for body in self.bodies if body.id in kept),
            lines=tuple(line for line in self.lines if {line.from_id, line.to_id} <= kept),
        )


def joined(periods: Collection[Period]) -> tuple[Period, ...]:
    """Return the periods in order, those that overlap made into one."""
    ordered = sorted(set(periods), key=_begins)
    found: list[Period] = []
    for period in ordered:
        if found and found[-1].overlaps(period):
            found[-1] = Period(found[-1].first, _later_end(found[-1], period))
        else:
            found.append(period)
    return tuple(found)


def _begins(period: Period) -> date:
    return period.first.first_day() if period.first else date.min


def _later_end(one: Period, other: Period) -> PartialDate | None:
    if one.last is None or other.last is None:
        return None
    return max(one.last, other.last, key=PartialDate.last_day)
