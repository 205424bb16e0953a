"""Carry the lines of boxes inside frames out to the frame, through the lanes between the boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samstyring.graph.layout.curves import backwards, rounded, straight
from samstyring.graph.layout.frames import FramePlan
from samstyring.graph.layout.records import Box, LayoutEdge, LayoutOptions, Point, Route

_ROUND = 4.0


def lifted(edge: LayoutEdge, plan: FramePlan) -> LayoutEdge | None:
    """Return the edge between the free nodes that hold the ends, or None within one frame."""
    source = _holders(edge.source, plan.parents)[-1]
    target = _holders(edge.target, plan.parents)[-1]
    if source == target and edge.source != edge.target:
        return None
    return LayoutEdge(source, target, edge.kind)


def full_routes(
    edges: Sequence[LayoutEdge],
    free_routes: Sequence[Route],
    boxes: Mapping[str, Box],
    plan: FramePlan,
    options: LayoutOptions,
) -> tuple[Route, ...]:
    """Return a route for every edge but those between a frame and what it holds."""
    by_ends = {(route.source, route.target, route.kind): route for route in free_routes}
    routes: list[Route] = []
    for edge in edges:
        free = lifted(edge, plan)
        if free is None:
            points, tails = _within(edge, boxes, plan, options), (0, 0)
        else:
            main = by_ends[free.source, free.target, free.kind].points
            points, tails = _with_tails(edge, main, boxes, plan, options)
        if points:
            routes.append(Route(edge.source, edge.target, edge.kind, points, tails))
    return tuple(routes)


def _holders(node: str, parents: Mapping[str, str]) -> list[str]:
    chain = [node]
    while chain[-1] in parents:
        chain.append(parents[chain[-1]])
    return chain


def _with_tails(
    edge: LayoutEdge,
    main: tuple[Point, ...],
    boxes: Mapping[str, Box],
    plan: FramePlan,
    options: LayoutOptions,
) -> tuple[tuple[Point, ...], tuple[int, int]]:
    points, before, after = main, 0, 0
    if edge.source == edge.target and edge.source in plan.parents:
        return (), (0, 0)
    if edge.source in plan.parents:
        tail = rounded(_tail(edge.source, main[0], boxes, plan, options), _ROUND)
        points, before = (*tail, *points[1:]), len(tail) // 3
    if edge.target in plan.parents:
        tail = rounded(_tail(edge.target, main[-1], boxes, plan, options), _ROUND)
        points, after = (*points, *backwards(tail)[1:]), len(tail) // 3
    return points, (before, after)


def _tail(
    node: str, port: Point, boxes: Mapping[str, Box], plan: FramePlan, options: LayoutOptions
) -> list[Point]:
    frame = boxes[_holders(node, plan.parents)[-1]]
    way = _climb(node, None, boxes, plan, options)
    middle = frame.middle[1]
    if frame.y < port[1] < frame.bottom:
        return _without_repeats([*way, (way[-1][0], port[1]), port])
    edge = frame.y if port[1] < middle else frame.bottom
    return _without_repeats([*way, (way[-1][0], edge), (port[0], edge), port])


def _climb(
    node: str,
    upto: str | None,
    boxes: Mapping[str, Box],
    plan: FramePlan,
    options: LayoutOptions,
) -> list[Point]:
    """Return the way from the top of a box to the lane above it in the frame asked for.

    Beyond the outermost frame (None) the way ends in that frame's side lane.
    """
    way = [(boxes[node].middle[0], boxes[node].y)]
    while True:
        lane = boxes[node].y - options.frame_gap / 2
        way.append((way[-1][0], lane))
        holder = plan.parents[node]
        if holder == upto:
            return way
        way.append((_side(boxes[holder], way[-1][0], options), lane))
        if holder not in plan.parents:
            return way
        way.append((way[-1][0], boxes[holder].y))
        node = holder


def _side(frame: Box, x: float, options: LayoutOptions) -> float:
    left = frame.x + options.frame_padding * 0.7
    right = frame.right - options.frame_padding / 2
    return left if x - left < right - x else right


def _within(
    edge: LayoutEdge, boxes: Mapping[str, Box], plan: FramePlan, options: LayoutOptions
) -> tuple[Point, ...]:
    ups, downs = _holders(edge.source, plan.parents), _holders(edge.target, plan.parents)
    if edge.source in downs or edge.target in ups:
        return ()
    common = next(holder for holder in ups if holder in downs)
    there = _climb(edge.source, common, boxes, plan, options)
    back = _climb(edge.target, common, boxes, plan, options)
    side = _side(boxes[common], there[-1][0], options)
    across = [] if there[-1][1] == back[-1][1] else [(side, there[-1][1]), (side, back[-1][1])]
    way = _without_repeats([*there, *across, *back[::-1]])
    return rounded(way, _ROUND) if len(way) > 1 else (way[0], *straight(way[0], way[0]))


def _without_repeats(way: Sequence[Point]) -> list[Point]:
    return [point for number, point in enumerate(way) if number == 0 or point != way[number - 1]]
