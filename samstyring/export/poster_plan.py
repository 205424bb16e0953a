"""How a large picture is shared between sheets of paper: scale, sheets, and what each holds."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from samstyring.graph.layout import Box

# What no printer reaches, and where marks and labels stand.
MARGIN_MM = 12.0
# What two neighbours both show, to be glued.
OVERLAP_MM = 10.0
# A pixel of the picture at 100 %: titles are then 10 points high.
NATURAL_MM = 25.4 / 96
LEAST_MM, MOST_MM = 0.8 * NATURAL_MM, 1.6 * NATURAL_MM
_TRIES = 120
_NEARLY_EMPTY = 1 / 3
_LIKES_NATURAL = 0.15
_TINY = 1e-9


class Paper(StrEnum):
    """The sizes of paper that a poster can be printed on."""

    A4 = "A4"
    A3 = "A3"

    @property
    def sides(self) -> tuple[float, float]:
        """The short and the long side in millimetres."""
        return (210.0, 297.0) if self is Paper.A4 else (297.0, 420.0)


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """One sheet: its label (A1 is the top left), place, and the area of the picture it holds."""

    label: str
    row: int
    column: int
    area: Box


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A picture of some size, in its own units, on sheets; all other lengths in millimetres."""

    width: float
    height: float
    paper_width: float
    paper_height: float
    scale: float

    @property
    def inner(self) -> tuple[float, float]:
        """The width and height of what one sheet shows."""
        return self.paper_width - 2 * MARGIN_MM, self.paper_height - 2 * MARGIN_MM

    @property
    def columns(self) -> int:
        """How many sheets stand side by side."""
        return _count(self.width * self.scale, self.inner[0])

    @property
    def rows(self) -> int:
        """How many sheets stand above each other."""
        return _count(self.height * self.scale, self.inner[1])

    @property
    def last_filled(self) -> float:
        """How much the last row or column shows that others do not, whichever is the less."""
        return min(
            _last_share(self.width * self.scale, self.inner[0], self.columns),
            _last_share(self.height * self.scale, self.inner[1], self.rows),
        )

    @property
    def waste(self) -> float:
        """The share of the paper that stays empty."""
        across = self.width * self.scale / _reach(self.inner[0], self.columns)
        down = self.height * self.scale / _reach(self.inner[1], self.rows)
        return 1.0 - across * down

    @property
    def cost(self) -> tuple[bool, float]:
        """What makes a plan worse than others: a sheet for next to nothing, then empty paper."""
        strange = abs(math.log(self.scale / NATURAL_MM)) * _LIKES_NATURAL
        return self.last_filled < _NEARLY_EMPTY, self.waste + strange

    def sheets(self) -> Iterator[PosterSheet]:
        """Yield the sheets row by row, with areas in units of the picture."""
        wide, high = (side / self.scale for side in self.inner)
        step_x, step_y = ((side - OVERLAP_MM) / self.scale for side in self.inner)
        for row in range(self.rows):
            for column in range(self.columns):
                label = f"{row_letters(row)}{column + 1}"
                area = Box(column * step_x, row * step_y, wide, high)
                yield PosterSheet(label, row, column, area)


def planned(width: float, height: float, paper: Paper, *, landscape: bool) -> SheetPlan:
    """Return the plan that wastes least paper, none of whose last rows is nearly empty.

    Width and height are those of the picture in its own units; where every size that can be read
    leaves a last row nearly empty, the best of them is taken all the same.
    """
    short, long = paper.sides
    sides = (long, short) if landscape else (short, long)
    plans = [SheetPlan(width, height, *sides, scale) for scale in _scales(width, height, *sides)]
    return min(plans, key=lambda plan: plan.cost)


def row_letters(row: int) -> str:
    """Return the letters of a row: A to Z, and then AA, AB …"""
    letters = chr(ord("A") + row % 26)
    return letters if row < 26 else row_letters(row // 26 - 1) + letters


def _scales(width: float, height: float, wide: float, high: float) -> Iterator[float]:
    """Yield sizes to try: all over what can be read, and those that fill the sheets exactly."""
    for step in range(_TRIES + 1):
        yield LEAST_MM * (MOST_MM / LEAST_MM) ** (step / _TRIES)
    for length, side in ((width, wide - 2 * MARGIN_MM), (height, high - 2 * MARGIN_MM)):
        least, most = (_count(length * scale, side) for scale in (LEAST_MM, MOST_MM))
        for count in range(least, most + 1):
            scale = _reach(side, count) / length
            if LEAST_MM <= scale <= MOST_MM:
                yield scale


def _reach(side: float, count: int) -> float:
    """Return how long a picture so many sheets have room for."""
    return side + (count - 1) * (side - OVERLAP_MM)


def _count(length: float, side: float) -> int:
    return max(1, math.ceil((length - OVERLAP_MM) / (side - OVERLAP_MM) - _TINY))


def _last_share(length: float, side: float, count: int) -> float:
    if count == 1:
        return 1.0
    return (length - _reach(side, count - 1)) / (side - OVERLAP_MM)
