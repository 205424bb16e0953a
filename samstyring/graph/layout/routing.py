"""Draw the lines of a layered layout: upright out of a box, soft between rows, never behind one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samstyring.graph.layout.chains import RowGraph
from samstyring.graph.layout.curves import backwards, straight, upright
from samstyring.graph.layout.detours import around_boxes
from samstyring.graph.layout.records import (
    Box,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    Point,
    Route,
)

_PORT_STEP = 14.0
_PORT_SHARE = 0.6
_LOWEST_ARC = 12.0
_ARC_SHARE = 0.4

Ports = Mapping[tuple[int, bool, str], float]
Hops = dict[int, tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class RowLines:
    """Everything the lines of a layered layout are drawn from."""

    graph: RowGraph
    centres: Sequence[float]
    extents: Sequence[tuple[float, float]]
    nodes: tuple[LayoutNode, ...]
    boxes: Mapping[str, Box]
    options: LayoutOptions


def route_rows(lines: RowLines, edges: Sequence[LayoutEdge]) -> tuple[Route, ...]:
    """Return one route for each edge, in their order; ``edges`` are those of the row graph."""
    ports = _ports(lines, edges)
    off_row = {item for item in range(len(lines.nodes)) if _is_off_row(lines, item)}
    hops: Hops = {}
    routes: list[Route] = []
    for edge, chain in zip(edges, lines.graph.chains, strict=True):
        points = _points(lines, chain, edge, ports, hops, off_row)
        if lines.nodes[chain[0]].id != edge.source:
            points.reverse()
        routes.append(Route(edge.source, edge.target, edge.kind, tuple(points)))
    return around_boxes(routes, lines.boxes, _loose(lines, routes))


def _loose(lines: RowLines, routes: Sequence[Route]) -> set[int]:
    """Return the numbers of the lines that go to a pinned box or come near one."""
    pinned = {node.id: lines.boxes[node.id] for node in lines.nodes if node.pinned is not None}
    if not pinned:
        return set()
    return {
        number
        for number, route in enumerate(routes)
        if route.source in pinned
        or route.target in pinned
        or _reaches(route.points, pinned.values())
    }


def _reaches(points: Sequence[Point], boxes: Iterable[Box]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    area = Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
    return any(box.overlaps(area) for box in boxes)


def _points(
    lines: RowLines,
    chain: tuple[int, ...],
    edge: LayoutEdge,
    ports: Ports,
    hops: Hops,
    off_row: Collection[int],
) -> list[Point]:
    first, last = chain[0], chain[-1]
    if first == last:
        return list(_loop(lines.boxes[edge.source]))
    if lines.graph.row_of[first] == lines.graph.row_of[last]:
        return list(_arc(lines, first, last, edge.kind, ports))
    if first in off_row or last in off_row:
        return list(_free_run(lines, first, last))
    return _chain_run(lines, chain, edge.kind, ports, hops)


def _chain_run(
    lines: RowLines, chain: tuple[int, ...], kind: str, ports: Ports, hops: Hops
) -> list[Point]:
    row_of = lines.graph.row_of
    box, row = _box(lines, chain[0]), row_of[chain[0]]
    points: list[Point] = [(ports[chain[0], False, kind], box.bottom)]
    foot = points[0][0], lines.extents[row][1]
    if foot[1] > box.bottom:
        points += straight(points[0], foot)
    end = ports[chain[-1], True, kind], lines.extents[row_of[chain[-1]]][0]
    if len(chain) > 2:
        head = lines.centres[chain[1]], lines.extents[row_of[chain[1]]][0]
        points += upright(foot, head)
        for item, following in pairwise(chain[1:-1]):
            hop = hops.get(item)
            if hop is None:
                hop = hops[item] = _hop(lines, item, following)
            points += hop
        head = points[-1]
        foot = head[0], lines.extents[row_of[chain[-2]]][1]
        points += (head, foot, foot)
    points += upright(foot, end)
    return points


def _hop(lines: RowLines, bend: int, following: int) -> tuple[Point, ...]:
    """Return the controls from the top of a bend's row to the top of the next bend's."""
    # Written out, since a large graph has a hundred thousand of them.
    row, x, after = lines.graph.row_of[bend], lines.centres[bend], lines.centres[following]
    top, bottom = lines.extents[row]
    low = lines.extents[row + 1][0]
    middle = (bottom + low) / 2
    foot = (x, bottom)
    return (x, top), foot, foot, (x, middle), (after, middle), (after, low)


def _arc(lines: RowLines, first: int, last: int, kind: str, ports: Ports) -> tuple[Point, ...]:
    left, right = sorted((first, last), key=lambda item: lines.centres[item])
    start = ports[left, True, kind], _box(lines, left).y
    end = ports[right, True, kind], _box(lines, right).y
    row = lines.graph.row_of[first]
    gap = lines.extents[row][0] - lines.extents[row - 1][1] if row else lines.options.band_gap
    rise = min(_ARC_SHARE * gap, _LOWEST_ARC + 0.02 * (end[0] - start[0]))
    top = min(start[1], end[1]) - rise * 4 / 3
    points = (start, (start[0], top), (end[0], top), end)
    return points if left == first else backwards(points)


def _loop(box: Box) -> tuple[Point, ...]:
    x, reach = box.right - 10.0, min(16.0, box.width / 4)
    return (x - reach, box.y), (x - reach, box.y - 18.0), (x, box.y - 18.0), (x, box.y)


def _free_run(lines: RowLines, first: int, last: int) -> tuple[Point, ...]:
    upper, lower = _box(lines, first), _box(lines, last)
    downwards = upper.bottom <= lower.y
    start = upper.middle[0], upper.bottom if downwards else upper.y
    end = lower.middle[0], lower.y if downwards else lower.bottom
    return start, *upright(start, end)


def _is_off_row(lines: RowLines, item: int) -> bool:
    box, row = _box(lines, item), lines.graph.row_of[item]
    return abs(box.y - lines.extents[row][0]) > 1.0


def _box(lines: RowLines, item: int) -> Box:
    return lines.boxes[lines.nodes[item].id]


def _ports(lines: RowLines, edges: Sequence[LayoutEdge]) -> Ports:
    """Give each kind a place on the upper and the lower side of each box, its own if it can."""
    reached: dict[tuple[int, bool], dict[str, list[float]]] = {}
    for edge, chain in zip(edges, lines.graph.chains, strict=True):
        level = lines.graph.row_of[chain[0]] == lines.graph.row_of[chain[-1]]
        for item, above, other in (
            (chain[0], level, chain[min(1, len(chain) - 1)]),
            (chain[-1], True, chain[-2]),
        ):
            kinds = reached.setdefault((item, above), {})
            kinds.setdefault(edge.kind, []).append(lines.centres[other])
    ports: dict[tuple[int, bool, str], float] = {}
    for (item, above), kinds in reached.items():
        box = _box(lines, item)
        shared = _shared_ports(kinds) if len(kinds) > 1 else [list(kinds)]
        room = box.width * _PORT_SHARE / max(1, len(shared) - 1)
        step = min(_PORT_STEP, room)
        for slot, together in enumerate(shared):
            shift = (slot - (len(shared) - 1) / 2) * step
            for kind in together:
                ports[item, above, kind] = box.middle[0] + shift
    return ports


def _shared_ports(kinds: Mapping[str, Sequence[float]]) -> list[list[str]]:
    """Return the kinds from left to right, those together whose lines would cross each other."""
    shared: list[tuple[float, float, list[str]]] = []
    spans = sorted((min(ends) + max(ends), kind) for kind, ends in kinds.items())
    for _, kind in spans:
        low, high, together = min(kinds[kind]), max(kinds[kind]), [kind]
        while shared and shared[-1][1] > low:
            left, right, others = shared.pop()
            low, high, together = min(low, left), max(high, right), others + together
        shared.append((low, high, together))
    return [together for _, _, together in shared]
