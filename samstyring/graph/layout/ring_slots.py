"""Find room for the boxes of each ring: slots along ellipses, several to a ring with many boxes."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.records import Box, LayoutOptions, Point

_TOP = math.pi * -0.5
_SQUASH = 0.62
_RISE = 0.42
_LARGE = 2.0
_STRIDE = 0.25
_LITTLE_MORE = 1.35
_GROWTH = 1.08
_FIRST_ANGLE = math.pi / 2

Sizes = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Half the width and half the height of an ellipse around the focus."""

    a: float
    b: float

    def at(self, angle: float) -> Point:
        """Return the point at an angle, clockwise from the right."""
        return self.a * math.cos(angle), self.b * math.sin(angle)

    def beyond(self, width: float, height: float) -> Ellipse:
        """Return the ellipse on which boxes so large lie outside those on this one."""
        rise = max(height, width * _RISE)
        return Ellipse(self.a + max(width, rise / _SQUASH), self.b + rise)


def ring_centres(
    rings: Sequence[Sequence[str]], parents: Mapping[str, str], sizes: Sizes, options: LayoutOptions
) -> dict[str, Point]:
    """Return the centre of each node: the first in the middle, the others ring by ring.

    ``parents`` tells through which node each is reached, and so at which side it should be.
    """
    focus = rings[0][0]
    angles, centres = {focus: _FIRST_ANGLE}, {focus: (0.0, 0.0)}
    ellipse = Ellipse(sizes[focus][0] / 2, sizes[focus][1] / 2)
    for number, ring in enumerate(rings[1:]):
        wishes = {node: angles.get(parents.get(node, ""), _FIRST_ANGLE) for node in ring}
        if number == 0:
            wishes = {node: _TOP + math.tau * n / len(ring) for n, node in enumerate(ring)}
        gap = options.band_gap
        for group in _by_size(ring, sizes):
            ellipse = _place(group, ellipse, gap, wishes, sizes, options, centres, angles)
            gap = options.node_gap
    return centres


def _by_size(ring: Sequence[str], sizes: Sizes) -> list[list[str]]:
    """Part the large boxes, as frames are, from the others: they would make every slot large."""
    widths, heights = zip(*(sizes[node] for node in ring), strict=True)
    middle = sorted(widths)[len(ring) // 2], sorted(heights)[len(ring) // 2]
    large = {
        node
        for node in ring
        if sizes[node][0] > _LARGE * middle[0] or sizes[node][1] > _LARGE * middle[1]
    }
    groups = [node for node in ring if node not in large], [node for node in ring if node in large]
    return [group for group in groups if group]


def _place(
    group: Sequence[str],
    inner: Ellipse,
    gap: float,
    wishes: Mapping[str, float],
    sizes: Sizes,
    options: LayoutOptions,
    centres: dict[str, Point],
    angles: dict[str, float],
) -> Ellipse:
    """Place the group outside the inner ellipse; return the outermost ellipse it took."""
    width, height = (max(sizes[node][axis] for node in group) for axis in (0, 1))
    slot = width + options.node_gap, height + options.node_gap
    ellipse = inner.beyond(width / 2 + gap, height / 2 + gap)
    taken = [_box(centres[node], *sizes[node]) for node in centres]
    found = _slots(ellipse, slot, taken)
    while len(found) < len(group) <= _LITTLE_MORE * max(len(found), 6):
        ellipse = Ellipse(ellipse.a * _GROWTH, ellipse.b * _GROWTH)
        found = _slots(ellipse, slot, taken)
    shells = [(ellipse, found)]
    while sum(len(found) for _, found in shells) < len(group):
        taken.extend(_box(shells[-1][0].at(angle), *slot) for angle in shells[-1][1])
        ellipse = ellipse.beyond(*slot)
        shells.append((ellipse, _slots(ellipse, slot, taken)))
    for (shell, found), nodes in zip(shells, _dealt(group, wishes, shells), strict=True):
        for node, angle in _near_wishes(nodes, wishes, found):
            angles[node], centres[node] = angle, shell.at(angle)
    return Ellipse(ellipse.a + width / 2, ellipse.b + height / 2)


def _box(centre: Point, width: float, height: float) -> Box:
    return Box(centre[0] - width / 2, centre[1] - height / 2, width, height)


def _slots(ellipse: Ellipse, slot: tuple[float, float], taken: Iterable[Box]) -> list[float]:
    """Return the angles, from the top clockwise, where boxes so large stand clear of all others."""
    grid = BoxGrid(((str(number), box) for number, box in enumerate(taken)), 400.0)
    stride = min(slot) * _STRIDE / max(ellipse.a, ellipse.b)
    angles: list[float] = []
    boxes: list[Box] = []
    for step in range(int(math.tau / stride)):
        box = _box(ellipse.at(_TOP + step * stride), *slot)
        near = [boxes[0], boxes[-1]] if boxes else []
        if not any(box.overlaps(other) for other in near) and not grid.near(box):
            angles.append(_TOP + step * stride)
            boxes.append(box)
    return angles


def _dealt(
    group: Sequence[str],
    wishes: Mapping[str, float],
    shells: Sequence[tuple[Ellipse, Sequence[float]]],
) -> list[list[str]]:
    """Deal the nodes, in the order of their wishes, out over the shells by the room they have."""
    ordered = sorted(group, key=lambda node: _turned(wishes[node]))
    dealt: list[list[str]] = [[] for _ in shells]
    room = [len(found) for _, found in shells]
    for node in ordered:
        shares = [(len(held) + 1) / max(size, 0.5) for held, size in zip(dealt, room, strict=True)]
        dealt[shares.index(min(shares))].append(node)
    return dealt


def _turned(angle: float) -> float:
    return (angle - _TOP) % math.tau


def _near_wishes(
    nodes: Sequence[str], wishes: Mapping[str, float], slots: Sequence[float]
) -> list[tuple[str, float]]:
    """Give each node a slot as near to its wish as order and room allow."""
    if not nodes:
        return []
    cut = _widest_gap(sorted(_turned(wishes[node]) for node in nodes))
    turned = {node: (_turned(wishes[node]) - cut) % math.tau for node in nodes}
    ordered = sorted(nodes, key=lambda node: turned[node])
    places = sorted(((_turned(angle) - cut) % math.tau, angle) for angle in slots)
    ways = [way for way, _ in places]
    wished = [float(_nearest(ways, turned[node])) for node in ordered]
    spots = spread(wished, [1.0] * len(nodes), [1.0] * (len(nodes) - 1), 0.0, len(slots) - 1.0)
    # At least one apart, so that no two are rounded down to the same slot.
    return [(node, places[int(spot + 1e-6)][1]) for node, spot in zip(ordered, spots, strict=True)]


def _nearest(ways: Sequence[float], wish: float) -> int:
    after = min(bisect_left(ways, wish), len(ways) - 1)
    return after - 1 if after and wish - ways[after - 1] < ways[after] - wish else after


def _widest_gap(angles: Sequence[float]) -> float:
    """Return the angle in the middle of the widest empty stretch of the circle."""
    gaps = [(after - before, before) for before, after in pairwise([*angles, angles[0] + math.tau])]
    wide, start = max(gaps)
    return (start + wide / 2) % math.tau
