"""Crossings as they are drawn, counted again by walking every pair of lines in small steps."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from samstyring.graph.layout import (
    UNFOLDED,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    Point,
    lay_out,
)
from samstyring.graph.layout.curves import cubics, straight, upright
from samstyring.graph.layout.drawn_crossings import drawn_crossings
from tests.benchmarks.bench_layout import synthetic
from tests.graph.layout.strategies import Graph, graphs

FOLDED = LayoutOptions(target_width=500.0)
STEPS = 25
TINY = 1e-9

Piece = tuple[Point, ...]


def point_at(piece: Piece, t: float) -> Point:
    shares = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3]
    return (
        math.fsum(share * x for share, (x, _) in zip(shares, piece, strict=True)),
        math.fsum(share * y for share, (_, y) in zip(shares, piece, strict=True)),
    )


def turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def is_apart(one: list[Point], other: list[Point], axis: int) -> bool:
    some, others = [point[axis] for point in one], [point[axis] for point in other]
    return max(some) <= min(others) or max(others) <= min(some)


def slowly_counted(lines: Sequence[Sequence[Point]]) -> int:
    """Count the crossings of each pair of pieces that are not drawn on top of each other."""
    pieces = {min(piece, piece[::-1]) for line in lines for piece in cubics(line)}
    walks = [[point_at(piece, step / STEPS) for step in range(STEPS + 1)] for piece in pieces]
    total = 0
    for one, other in combinations(walks, 2):
        if is_apart(one, other, 0) or is_apart(one, other, 1):
            continue
        for a, b in pairwise(one):
            for c, d in pairwise(other):
                sides = turn(a, b, c) * turn(a, b, d), turn(c, d, a) * turn(c, d, b)
                total += max(sides) < -TINY
    return total


@pytest.mark.parametrize("options", [UNFOLDED, FOLDED])
@settings(max_examples=25, deadline=None, derandomize=True)
@given(graph=graphs(frames=False))
def test_that_crossings_are_those_that_are_seen(graph: Graph, options: LayoutOptions) -> None:
    result = lay_out(*graph, options)
    assert result.crossings == slowly_counted([route.points for route in result.routes])


def test_that_two_lines_that_change_sides_cross_once() -> None:
    lines = [
        ((0.0, 0.0), *upright((0.0, 0.0), (50.0, 80.0))),
        ((50.0, 0.0), *upright((50.0, 0.0), (0.0, 80.0))),
    ]
    assert drawn_crossings(lines) == slowly_counted(lines) == 1


def test_that_lines_on_top_of_each_other_are_one_line() -> None:
    across = ((0.0, 20.0), *straight((0.0, 20.0), (90.0, 50.0)))
    down = ((40.0, 0.0), *upright((40.0, 0.0), (40.0, 80.0)))
    back = tuple(reversed(down))
    assert drawn_crossings([across, down, down, back]) == 1


def test_that_lines_from_one_port_do_not_cross_there() -> None:
    lines = [((40.0, 0.0), *upright((40.0, 0.0), (x, 80.0))) for x in (0.0, 40.0, 90.0)]
    assert drawn_crossings(lines) == 0


def test_that_an_arc_over_other_lines_crosses_each_twice() -> None:
    nodes = [LayoutNode(name, 1, 80.0, 40.0, (name,)) for name in "abcd"]
    nodes.append(LayoutNode("top", 0, 80.0, 40.0))
    edges = [LayoutEdge("a", "d", "advises")]
    edges += [LayoutEdge(name, "top", "advises") for name in "bc"]
    assert lay_out(nodes, edges, UNFOLDED).crossings == 2


def test_that_folding_does_not_cost_more_crossings_than_one_row_a_level_has_in_dot() -> None:
    # Graphviz dot 2.43 counts so many in the same graphs, its levels drawn as one row each.
    for seed, of_dot in ((1, 10283), (2, 14811), (3, 10577)):
        nodes, edges = synthetic(600, 1500, seed)
        level_of = {node.id: node.level for node in nodes}
        across = [edge for edge in edges if level_of[edge.source] != level_of[edge.target]]
        assert lay_out(nodes, across).crossings <= of_dot
