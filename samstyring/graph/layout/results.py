"""What comes out of a layout: where everything stands, and how well the lines go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samstyring.graph.layout.drawn_crossings import drawn_crossings
from samstyring.graph.layout.records import Box, LayoutBand, Route


@dataclass(frozen=True, slots=True)
class LayoutResult:
    """A finished layout. ``rows`` lists the ids left to right, top row first.

    An edge between a frame and what it holds has no route: the frame itself says it.
    """

    boxes: Mapping[str, Box]
    rows: tuple[tuple[str, ...], ...]
    routes: tuple[Route, ...]
    bands: tuple[LayoutBand, ...]
    seconds: float

    @property
    def crossings(self) -> int:
        """How often lines cross as they are drawn, counted anew each time it is asked for."""
        return drawn_crossings([route.points for route in self.routes])
