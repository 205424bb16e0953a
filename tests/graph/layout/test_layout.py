"""What is true of every layout, tried on small random graphs and on the hard cases."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.graph.layout import (
    UNFOLDED,
    Arrangement,
    Box,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    LayoutResult,
    lay_out,
)
from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.curves import flat, meets
from tests.graph.layout.strategies import Graph, graphs

FOLDED = LayoutOptions(target_width=500.0)
WAYS = [
    UNFOLDED,
    FOLDED,
    LayoutOptions(arrange=Arrangement.RINGS),
    LayoutOptions(arrange=Arrangement.TREE),
]


def node(name: str, level: int = 0, parent: str | None = None, **more: float) -> LayoutNode:
    return LayoutNode(
        name, level, more.get("width", 120.0), more.get("height", 44.0), (name,), parent
    )


def holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def overlapping(result: LayoutResult) -> list[tuple[str, str]]:
    return [
        (first, second)
        for (first, a), (second, b) in combinations(result.boxes.items(), 2)
        if a.overlaps(b, -0.01) and not (a.frame and holds(a, b)) and not (b.frame and holds(b, a))
    ]


def shrunk(box: Box) -> Box:
    return Box(box.x + 0.5, box.y + 0.5, max(0.1, box.width - 1), max(0.1, box.height - 1))


def lines_behind_boxes(result: LayoutResult) -> list[tuple[str, str, str]]:
    found = []
    grid = BoxGrid(result.boxes.items(), 200.0)
    for route in result.routes:
        corners = flat(route.points, 24)
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
        ends = [result.boxes[route.source], result.boxes[route.target]]
        for name, box in grid.near(Box(left, top, right - left + 1, bottom - top + 1)):
            own = any(holds(box, end) or holds(end, box) for end in ends)
            if not own and meets(corners, shrunk(box)):
                found.append((route.source, route.target, name))
    return found


@pytest.mark.parametrize("options", WAYS)
@given(graph=graphs())
def test_that_no_box_lies_on_another(graph: Graph, options: LayoutOptions) -> None:
    assert overlapping(lay_out(*graph, options)) == []


@pytest.mark.parametrize("options", WAYS)
@given(graph=graphs(), seed=st.integers(0, 99))
def test_that_the_order_of_the_input_does_not_matter(
    graph: Graph, options: LayoutOptions, seed: int
) -> None:
    nodes, edges = list(graph[0]), list(graph[1])
    first = lay_out(nodes, edges, options)
    random.Random(seed).shuffle(nodes)
    random.Random(seed).shuffle(edges)
    second = lay_out(nodes, edges, options)
    assert (first.boxes, first.rows, first.routes) == (second.boxes, second.rows, second.routes)


@pytest.mark.parametrize("options", [UNFOLDED, FOLDED])
@given(graph=graphs())
def test_that_no_line_in_bands_runs_behind_a_foreign_box(
    graph: Graph, options: LayoutOptions
) -> None:
    assert lines_behind_boxes(lay_out(*graph, options)) == []


@pytest.mark.parametrize("options", [UNFOLDED, FOLDED])
@given(graph=graphs(frames=False))
def test_that_bands_follow_the_levels_and_do_not_share_height(
    graph: Graph, options: LayoutOptions
) -> None:
    result = lay_out(*graph, options)
    levels = {node.id: node.level for node in graph[0]}
    assert [band.level for band in result.bands] == sorted(set(levels.values()))
    assert all(upper.y1 <= lower.y0 for upper, lower in pairwise(result.bands))
    bands = {band.level: band for band in result.bands}
    for name, box in result.boxes.items():
        band = bands[levels[name]]
        assert band.y0 <= box.y
        assert box.bottom <= band.y1


@pytest.mark.parametrize("options", [UNFOLDED, FOLDED])
@given(graph=graphs(frames=False))
def test_that_each_edge_has_a_line_from_box_to_box(graph: Graph, options: LayoutOptions) -> None:
    result = lay_out(*graph, options)
    assert len(result.routes) == len(set(graph[1]))
    for route in result.routes:
        for point, name in ((route.points[0], route.source), (route.points[-1], route.target)):
            box = result.boxes[name]
            assert box.x - 0.01 <= point[0] <= box.right + 0.01
            assert min(abs(point[1] - box.y), abs(point[1] - box.bottom)) < 0.01


@pytest.mark.parametrize("options", [UNFOLDED, FOLDED])
@given(graph=graphs(frames=False, pins=True))
def test_that_pinned_boxes_stay_and_others_keep_clear(graph: Graph, options: LayoutOptions) -> None:
    result = lay_out(*graph, options)
    pinned = {node.id: node.pinned for node in graph[0] if node.pinned}
    for name, corner in pinned.items():
        assert (result.boxes[name].x, result.boxes[name].y) == corner
    # Two pins may lie on each other: people put them there.
    assert [pair for pair in overlapping(result) if not set(pair) <= set(pinned)] == []


@pytest.mark.parametrize("options", [UNFOLDED, FOLDED])
@given(graph=graphs(frames=False, pins=True))
def test_that_no_line_runs_behind_a_foreign_box_where_boxes_are_pinned(
    graph: Graph, options: LayoutOptions
) -> None:
    result = lay_out(*graph, options)
    # A box that a person laid under another has its own lines begin there.
    covered = {name for pair in overlapping(result) for name in pair}
    behind = [line for line in lines_behind_boxes(result) if not covered & set(line[:2])]
    assert behind == []


@pytest.mark.parametrize("options", [UNFOLDED, LayoutOptions()])
@pytest.mark.parametrize("seed", range(3))
def test_that_lines_of_a_dense_graph_find_their_way_between_many_pinned_boxes(
    seed: int, options: LayoutOptions
) -> None:
    chance = random.Random(seed)
    nodes = [node(f"n{number}", chance.randrange(5)) for number in range(80)]
    ends = [(chance.choice(nodes).id, chance.choice(nodes).id) for _ in range(200)]
    edges = [LayoutEdge(*pair, chance.choice(["reports_to", "advises"])) for pair in ends]
    places = [(x * 175.0 - 1000.0, y * 93.0 + 11.0) for x in range(12) for y in range(9)]
    chance.shuffle(places)
    nodes = [replace(n, pinned=places.pop()) if chance.random() < 0.5 else n for n in nodes]
    result = lay_out(nodes, edges, options)
    assert overlapping(result) == []
    assert lines_behind_boxes(result) == []


def test_that_a_pinned_box_off_its_row_has_no_line_run_behind_it() -> None:
    pinned = LayoutNode("wall", 1, 400.0, 40.0, ("wall",), None, (-200.0, 60.0))
    nodes = [node("top"), pinned, node("middle", 1), node("low", 2)]
    edges = [LayoutEdge("low", "top", "a"), LayoutEdge("middle", "top", "a")]
    result = lay_out(nodes, edges, UNFOLDED)
    assert lines_behind_boxes(result) == []


def test_that_nothing_gives_nothing() -> None:
    for options in WAYS:
        result = lay_out([], [], options)
        assert (result.boxes, result.routes, result.bands) == ({}, (), ())


def test_that_one_node_with_a_line_to_itself_gets_a_loop() -> None:
    for options in WAYS:
        result = lay_out([node("a")], [LayoutEdge("a", "a", "k")], options)
        assert len(result.boxes) == len(result.routes) == 1


def test_that_a_body_with_four_hundred_lines_is_laid_out() -> None:
    nodes = [node("hub"), *(node(f"m{number:03}", 1) for number in range(400))]
    edges = [LayoutEdge(n.id, "hub", "member_of") for n in nodes[1:]]
    result = lay_out(nodes, edges)
    assert len(result.routes) == 400
    assert overlapping(result) == []
    assert lines_behind_boxes(result) == []
    width = max(b.right for b in result.boxes.values()) - min(b.x for b in result.boxes.values())
    assert width < 8_000


@pytest.mark.parametrize("options", [UNFOLDED, LayoutOptions()])
def test_that_bodies_of_one_level_alone_are_laid_out(options: LayoutOptions) -> None:
    nodes = [node(f"n{number:03}") for number in range(320)]
    edges = [LayoutEdge(a.id, b.id, "reports_to") for a, b in zip(nodes[1:], nodes, strict=False)]
    edges += [LayoutEdge("n000", "n319", "reports_to"), LayoutEdge("n005", "n005", "advises")]
    result = lay_out(nodes, edges, options)
    assert overlapping(result) == []
    assert lines_behind_boxes(result) == []
    assert len(result.bands) == 1


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("options", WAYS)
def test_that_hardly_any_bodies_are_laid_out(count: int, options: LayoutOptions) -> None:
    nodes = [node(f"n{number}", number) for number in range(count)]
    edges = [LayoutEdge(a.id, b.id, "k") for a in nodes for b in nodes]
    result = lay_out(nodes, edges, options)
    assert len(result.boxes) == count
    assert len(result.routes) == count**2


@pytest.mark.parametrize("options", WAYS)
def test_that_a_circle_of_reports_and_very_wide_boxes_are_laid_out(options: LayoutOptions) -> None:
    nodes = [node(name, 1, width=2600.0) for name in "abc"] + [node("d"), node("e", 2)]
    ends = ["ab", "bc", "ca", "da", "ed", "be"]
    edges = [LayoutEdge(*pair, "reports_to") for pair in ends]
    result = lay_out(nodes, edges, options)
    assert overlapping(result) == []
    assert lines_behind_boxes(result) == []
    assert len(result.routes) == len(edges)


def test_that_a_frame_holds_its_children_and_grows_with_them() -> None:
    few = [node("frame"), *(node(f"c{number}", 1, "frame", width=50.0) for number in range(4))]
    many = [*few, *(node(f"d{number}", 1, "frame", width=50.0) for number in range(30))]
    small, large = lay_out(few, []).boxes, lay_out(many, []).boxes
    assert large["frame"].height > small["frame"].height
    assert all(holds(large["frame"], large[n.id]) for n in many[1:])
    assert large["frame"].frame
    assert not large["c0"].frame


def test_that_parents_in_a_ring_do_not_hang_the_layout() -> None:
    nodes = [node("a", 0, "b"), node("b", 0, "a"), node("c", 0, "c"), node("d", 0, "nobody")]
    assert len(lay_out(nodes, []).boxes) == 4


def test_that_a_line_from_inside_a_frame_runs_between_its_boxes() -> None:
    nodes = [node("top"), node("frame", 1), node("inner", 1, "frame")]
    nodes += [node(f"c{number}", 1, "inner", width=50.0) for number in range(9)]
    edges = [
        LayoutEdge("c4", "top", "a"),
        LayoutEdge("c8", "c0", "a"),
        LayoutEdge("c1", "frame", "a"),
    ]
    result = lay_out(nodes, edges)
    assert {(route.source, route.target) for route in result.routes} == {
        ("c4", "top"),
        ("c8", "c0"),
    }
    assert lines_behind_boxes(result) == []


@pytest.mark.parametrize("arrange", [Arrangement.RINGS, Arrangement.TREE])
def test_that_lines_of_rings_and_trees_are_led_round_boxes(arrange: Arrangement) -> None:
    nodes = [node(f"n{number}", number % 3) for number in range(16)]
    edges = [LayoutEdge(f"n{n}", f"n{n // 3}", "a") for n in range(1, 16)]
    edges += [LayoutEdge("n15", "n1", "b"), LayoutEdge("n7", "n12", "b")]
    result = lay_out(nodes, edges, LayoutOptions(arrange=arrange, focus="n0"))
    assert overlapping(result) == []
    assert lines_behind_boxes(result) == []


def test_that_rings_go_by_steps_from_the_focus() -> None:
    nodes = [node(name) for name in "abcdx"]
    edges = [LayoutEdge("a", "b", "k"), LayoutEdge("b", "c", "k"), LayoutEdge("c", "d", "k")]
    result = lay_out(nodes, edges, LayoutOptions(arrange=Arrangement.RINGS, focus="b"))
    assert [set(ring) for ring in result.rows] == [{"b"}, {"a", "c"}, {"d"}, {"x"}]
    far = [math.hypot(*result.boxes[name].middle) for name in "bcdx"]
    assert far == sorted(far)


def test_that_rings_of_many_boxes_stay_close_together() -> None:
    chance = random.Random(4)
    nodes = [node(f"n{number:03}", width=90.0 + chance.randrange(90)) for number in range(400)]
    edges = [LayoutEdge(f"n{n:03}", f"n{chance.randrange(n):03}", "k") for n in range(1, 400)]
    boxes = lay_out(nodes, edges, LayoutOptions(arrange=Arrangement.RINGS, focus="n000")).boxes
    width = max(b.right for b in boxes.values()) - min(b.x for b in boxes.values())
    height = max(b.bottom for b in boxes.values()) - min(b.y for b in boxes.values())
    covered = sum(box.width * box.height for box in boxes.values())
    assert covered > 0.1 * width * height
    assert 1.0 < width / height < 4.0


def test_that_two_lines_between_the_same_bodies_are_both_seen_in_rings() -> None:
    nodes = [node("a"), node("b")]
    edges = [LayoutEdge("a", "b", "k"), LayoutEdge("a", "b", "m"), LayoutEdge("b", "a", "k")]
    routes = lay_out(nodes, edges, LayoutOptions(arrange=Arrangement.RINGS)).routes
    spots = {frozenset((route.points[0], route.points[-1])) for route in routes}
    assert len(spots) == 3


def test_that_a_tree_grows_to_the_right() -> None:
    nodes = [node(name) for name in "abcd"]
    edges = [LayoutEdge("b", "a", "k"), LayoutEdge("c", "a", "k"), LayoutEdge("d", "c", "k")]
    boxes = lay_out(nodes, edges, LayoutOptions(arrange=Arrangement.TREE, focus="a")).boxes
    assert boxes["a"].right < boxes["b"].x == boxes["c"].x
    assert boxes["c"].right < boxes["d"].x


def test_that_a_long_chain_of_bodies_makes_a_tree() -> None:
    nodes = [node(f"n{number:04}") for number in range(1600)]
    edges = [LayoutEdge(a.id, b.id, "k") for a, b in pairwise(nodes)]
    result = lay_out(nodes, edges, LayoutOptions(arrange=Arrangement.TREE))
    assert len(result.rows) == 1600


def test_that_the_grid_finds_what_overlaps_and_nothing_else() -> None:
    boxes = {str(n): Box(n * 90.0 - 300, n * 70.0 - 300, 80, 60) for n in range(12)}
    area = Box(-50, -100, 300, 200)
    wanted = {name for name, box in boxes.items() if box.overlaps(area)}
    assert {name for name, _ in BoxGrid(boxes.items(), 100.0).near(area)} == wanted


def test_that_pinning_one_box_leaves_the_others_where_they_were() -> None:
    nodes = [node(f"{level}{number}", level) for level in range(3) for number in range(6)]
    edges = [LayoutEdge(f"{n // 6 + 1}{n % 6}", f"{n // 6}{n % 5}", "k") for n in range(12)]
    before = lay_out(nodes, edges, UNFOLDED).boxes
    corner = before["13"].x + 20.0, before["13"].y + 8.0
    pinned = [replace(n, pinned=corner) if n.id == "13" else n for n in nodes]
    after = lay_out(pinned, edges, UNFOLDED).boxes
    moved = [name for name in before if after[name] != before[name] and name[0] != "1"]
    assert moved == []
    assert all(abs(after[name].x - before[name].x) <= 40 for name in before)
