"""Records that go into a layout and come out of it, free of any toolkit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


class Arrangement(StrEnum):
    """The ways a graph can be laid out."""

    BANDS = "bands"
    RINGS = "rings"
    TREE = "tree"


@dataclass(frozen=True, slots=True)
class LayoutNode:
    """A box to be placed; a node that others name as parent is a frame of at least this size.

    ``key`` is the domain order (county, region, network, name). ``pinned`` is the top left corner
    the box must keep; it is ignored for a node inside a frame, whose place the frame decides.
    """

    id: str
    level: int
    width: float
    height: float
    key: tuple[str, ...] = ()
    parent: str | None = None
    pinned: Point | None = None


@dataclass(frozen=True, slots=True)
class LayoutEdge:
    """A line to be routed from one node to another."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """How to lay out; lengths are in scene pixels at 100 %.

    ``target_width`` None chooses the width from ``aspect`` (width by height); infinity never folds.
    ``focus`` names the node in the middle of the rings or at the root of the tree.
    Edges of ``stacked_kinds`` within one level put the source in a row below the target.
    """

    arrange: Arrangement = Arrangement.BANDS
    target_width: float | None = None
    aspect: float = 1.7
    node_gap: float = 24.0
    line_gap: float = 10.0
    row_gap: float = 44.0
    band_gap: float = 72.0
    frame_padding: float = 12.0
    frame_gap: float = 8.0
    focus: str | None = None
    window: int = 10
    rounds: int = 3
    share_trunks: bool = True
    stacked_kinds: tuple[str, ...] = ("reports_to", "part_of")


UNFOLDED = LayoutOptions(target_width=math.inf)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node stands; ``frame`` tells that it holds others."""

    x: float
    y: float
    width: float
    height: float
    frame: bool = False

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre of the box."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Tell whether the two boxes share area, or are nearer than the gap."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Route:
    """A routed line: a start point and then three control points for each cubic piece.

    ``tails`` tells how many pieces at each end run inside a frame, between what it holds.
    """

    source: str
    target: str
    kind: str
    points: tuple[Point, ...]
    tails: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class LayoutBand:
    """The strip of one level, from y0 down to y1."""

    level: int
    y0: float
    y1: float
