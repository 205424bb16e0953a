"""The parts that put rows in order: counting, sifting, isotonic places, stability."""

from __future__ import annotations

import random
import statistics
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.graph.layout import (
    UNFOLDED,
    Box,
    BoxGrid,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    lay_out,
)
from samstyring.graph.layout.chains import build_row_graph
from samstyring.graph.layout.crossings import count_crossings
from samstyring.graph.layout.detours import is_behind
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.sifting import sift
from tests.benchmarks.bench_layout import synthetic

Pairs = list[tuple[int, int]]


@st.composite
def layered(draw: st.DrawFn) -> tuple[list[list[int]], Pairs]:
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5))
    numbers = iter(range(sum(sizes)))
    rows = [[next(numbers) for _ in range(size)] for size in sizes]
    item = st.integers(0, sum(sizes) - 1)
    return rows, draw(st.lists(st.tuples(item, item), max_size=24))


def brute_force(rows: list[list[int]], down: list[list[int]]) -> int:
    total = 0
    for upper, lower in pairwise(rows):
        segments = [(upper.index(a), lower.index(b)) for a in upper for b in down[a]]
        total += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(segments, 2))
    return total


@given(case=layered(), share=st.booleans())
def test_that_crossings_are_counted_as_by_hand(
    case: tuple[list[list[int]], Pairs], share: bool
) -> None:
    rows, pairs = case
    edges = [(a, b, "k") for a, b in pairs]
    graph = build_row_graph(rows, [10.0] * sum(map(len, rows)), edges, share_trunks=share)
    assert count_crossings(graph.rows, graph.down) == brute_force(graph.rows, graph.down)


@given(case=layered(), seed=st.integers(0, 99))
def test_that_sifting_keeps_every_item_and_never_adds_a_crossing(
    case: tuple[list[list[int]], Pairs], seed: int
) -> None:
    rows, pairs = case
    random.Random(seed).shuffle(rows[0])
    edges = [(a, b, "k") for a, b in pairs]
    graph = build_row_graph(rows, [10.0] * sum(map(len, rows)), edges, share_trunks=True)
    before, items = brute_force(graph.rows, graph.down), [sorted(row) for row in graph.rows]
    sift(graph, window=3, rounds=2)
    assert brute_force(graph.rows, graph.down) <= before
    assert [sorted(row) for row in graph.rows] == items


def test_that_sifting_untangles_two_crossed_rows() -> None:
    edges = [(number, 9 - number, "k") for number in range(5)]
    graph = build_row_graph([[*range(5)], [*range(5, 10)]], [10.0] * 10, edges, share_trunks=True)
    assert count_crossings(graph.rows, graph.down) == 10
    sift(graph, window=15, rounds=3)
    assert count_crossings(graph.rows, graph.down) == 0


def test_that_edges_of_one_kind_from_one_body_share_their_trunk() -> None:
    edges = [(0, 2, "k"), (0, 3, "k"), (0, 3, "other")]
    shared = build_row_graph([[0], [1], [2, 3]], [10.0] * 4, edges, share_trunks=True)
    apart = build_row_graph([[0], [1], [2, 3]], [10.0] * 4, edges, share_trunks=False)
    assert len(shared.widths) - 4 == 2
    assert len(apart.widths) - 4 == 3


wishes = st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 9)), min_size=1, max_size=8)


@given(rows=wishes, step=st.floats(0, 20))
def test_that_spread_keeps_order_and_distance(rows: list[tuple[float, float]], step: float) -> None:
    wish, weight = [row[0] for row in rows], [row[1] for row in rows]
    places = spread(wish, weight, [step] * (len(rows) - 1), -500.0, 500.0)
    assert all(b - a >= step - 1e-6 for a, b in pairwise(places))


def test_that_spread_leaves_wishes_that_fit_and_pools_those_that_clash() -> None:
    assert spread([0.0, 50.0], [1.0, 1.0], [10.0]) == [0.0, 50.0]
    assert spread([5.0, 5.0], [1.0, 1.0], [10.0]) == [0.0, 10.0]
    assert spread([5.0, 5.0], [3.0, 1.0], [8.0]) == [3.0, 11.0]
    assert spread([-40.0, 90.0], [1.0, 1.0], [10.0], -20.0, 30.0) == [-20.0, 30.0]


def country(seed: int) -> tuple[list[LayoutNode], list[LayoutEdge]]:
    chance = random.Random(seed)
    nodes = []
    for level, count in enumerate((3, 6, 14, 30, 50, 60)):
        for number in range(count):
            key = (f"{number * 15 // count:02}", f"{number:03}")
            width = 100.0 + chance.randrange(60)
            nodes.append(LayoutNode(f"{level}-{number:03}", level, width, 44.0, key))
    edges = []
    by_level = [[n for n in nodes if n.level == level] for level in range(6)]
    for child in nodes[3:]:
        above, row = by_level[child.level - 1], by_level[child.level]
        spot = row.index(child) * len(above) // len(row)
        parent = above[max(0, min(len(above) - 1, spot + chance.choice((-1, 0, 0, 0, 1))))]
        edges.append(LayoutEdge(child.id, parent.id, "reports_to"))
    return nodes, edges


def moved_by_an_edit(
    nodes: list[LayoutNode], edges: list[LayoutEdge], at: int, options: LayoutOptions
) -> float:
    """Return how far the median box moves, apart from a shift common to all."""
    before = lay_out(nodes, edges, options)
    like = nodes[at]
    added = replace(like, id="added", key=(*like.key[:-1], like.key[-1] + "x"))
    more = [LayoutEdge("added", nodes[4].id, "reports_to")]
    after = lay_out([*nodes, added], [*edges[:9], *edges[10:], *more], options)
    xs = [after.boxes[n.id].x - before.boxes[n.id].x for n in nodes]
    ys = [after.boxes[n.id].y - before.boxes[n.id].y for n in nodes]
    mx, my = statistics.median(xs), statistics.median(ys)
    return statistics.median(
        ((x - mx) ** 2 + (y - my) ** 2) ** 0.5 for x, y in zip(xs, ys, strict=True)
    )


def test_that_a_small_edit_leaves_the_median_box_where_it_was() -> None:
    medians = [
        moved_by_an_edit(*country(seed), 40 + 20 * seed, LayoutOptions()) for seed in range(6)
    ]
    assert statistics.median(medians) < 20.0, medians


@pytest.mark.parametrize(
    "options", [LayoutOptions(), UNFOLDED, replace(UNFOLDED, stacked_kinds=())]
)
def test_that_a_small_edit_of_a_large_graph_leaves_the_median_box_where_it_was(
    options: LayoutOptions,
) -> None:
    nodes, edges = synthetic(600, 1500)
    medians = [moved_by_an_edit(nodes, edges, at, options) for at in (150, 300, 500)]
    assert statistics.median(medians) < 20.0, medians


@pytest.mark.parametrize("options", [LayoutOptions(), UNFOLDED])
def test_that_lines_of_a_large_graph_do_not_run_behind_boxes(options: LayoutOptions) -> None:
    nodes, edges = synthetic(500, 900)
    result = lay_out(nodes, edges, options)
    inner = {
        name: Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
        for name, box in result.boxes.items()
    }
    grid = BoxGrid(inner.items(), 300.0)
    assert len(result.rows) > 14
    assert [route for route in result.routes if is_behind(route, grid)] == []
