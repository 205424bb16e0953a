"""Scenes: texts stay in their boxes, looks differ by kind, bounds hold everything."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.bodies import RelationKind
from samstyring.graph.box_text import BoxText, Mark, placed_texts, sized_node
from samstyring.graph.drawing import Scene, line_style, make_scene
from samstyring.graph.layout import LayoutEdge, Route, lay_out
from samstyring.graph.measuring import Face, elided, estimated_measure, wrapped
from tests.ui.orggraph.sample import sample_scene

MEASURE = estimated_measure()
words = st.text("abcdefgæøåÆØÅ IJW", min_size=1, max_size=60)
marks = st.lists(st.builds(Mark, words, st.just("vacant")), max_size=4).map(tuple)
texts = st.builds(
    BoxText,
    st.just("id"),
    words,
    st.lists(words, max_size=3).map(tuple),
    st.just("council"),
    marks,
    st.integers(0, 400),
    st.booleans(),
)


@given(text=texts, frame=st.booleans())
def test_that_every_text_fits_its_box(text: BoxText, frame: bool) -> None:
    frame = frame and not text.chip
    node = sized_node(text, 0, (), MEASURE, frame=frame)
    placed, toggle = placed_texts(text, node.width, MEASURE, frame=frame)
    for item in placed:
        assert item.x >= 0
        assert item.x + item.width <= node.width + 0.01
        assert item.y + item.height <= node.height + 0.01
        pill = 14 if item.tone else 0
        assert item.text in ("…", "") or (
            MEASURE.width(item.text, item.face) <= item.width - pill + 0.01
        )
    assert toggle is None or toggle.x + toggle.width <= node.width


@given(text=texts)
def test_that_texts_of_a_box_do_not_lie_on_each_other(text: BoxText) -> None:
    node = sized_node(text, 0, (), MEASURE)
    placed, _ = placed_texts(text, node.width, MEASURE, frame=False)
    lines = [item for item in placed if item.tone is None]
    pills = [item for item in placed if item.tone is not None]
    for pill in pills:
        for line in lines:
            reach = line.x + MEASURE.width(line.text, line.face)
            apart = pill.x >= reach or pill.y >= line.y + line.height - 1.0
            assert apart or pill.y + pill.height <= line.y + 0.01


def test_that_a_long_word_is_shortened_and_a_short_one_is_not() -> None:
    assert elided("Bergen", MEASURE, Face.TEXT, 100.0) == "Bergen"
    short = elided("Digitaliseringsutvalget", MEASURE, Face.TEXT, 60.0)
    assert short.endswith("…")
    assert MEASURE.width(short, Face.TEXT) <= 60.0
    assert wrapped("ett to tre fire fem", MEASURE, Face.TEXT, 50.0, 2)[-1].endswith("…")
    assert wrapped("", MEASURE, Face.TEXT, 50.0, 2) == []


def test_that_every_kind_of_relation_looks_different() -> None:
    looks = [line_style(kind) for kind in RelationKind]
    assert len(set(looks)) == len(looks)


def test_that_the_bounds_hold_all_boxes_and_lines() -> None:
    scene = sample_scene(MEASURE)
    bounds = scene.bounds
    for box in scene.boxes:
        assert bounds.x < box.rect.x
        assert box.rect.right < bounds.right
        assert bounds.y < box.rect.y
        assert box.rect.bottom < bounds.bottom
    for edge in scene.edges:
        assert all(bounds.x < x < bounds.right for x, _ in edge.points[::3])


def test_that_legend_and_edges_carry_the_same_words() -> None:
    scene = sample_scene(MEASURE)
    assert [entry.word for entry in scene.legend] == [
        "rapporterer til",
        "gir råd til",
        "nominerer til",
        "er medlem av",
        "oppnevner til",
    ]
    looks = {entry.kind: (entry.word, entry.dash, entry.colour) for entry in scene.legend}
    assert all(looks[edge.kind] == (edge.word, edge.dash, edge.colour) for edge in scene.edges)


def test_that_boxes_know_their_band_and_frames_come_before_what_they_hold() -> None:
    scene = sample_scene(MEASURE)
    order = [box.id for box in scene.boxes]
    assert order.index("DigiTrøndelag") < order.index("DigiTrøndelag/Frøya")
    bands = {box.id: box.level_band for box in scene.boxes}
    titles = [band.title for band in scene.bands]
    assert titles[bands["Skate"] or 0] == "STAT"
    assert titles[bands["DigiTrøndelag/Frøya"] or 0] == "REGIONALT"


def test_that_a_folded_frame_is_one_box_that_tells_how_many_it_hides() -> None:
    scene = sample_scene(MEASURE, frozenset({"DigiTrøndelag"}))
    folded = next(box for box in scene.boxes if box.id == "DigiTrøndelag")
    assert not folded.frame
    assert folded.toggle is not None
    assert (folded.toggle.count, folded.toggle.open) == (28, False)


def test_that_a_line_from_inside_a_frame_is_drawn_from_the_frame() -> None:
    scene = sample_scene(MEASURE)
    frame = next(box for box in scene.boxes if box.id == "DigiTrøndelag").rect
    edge = next(edge for edge in scene.edges if edge.source == "DigiTrøndelag/board")
    assert edge.outside[0][1] == frame.y
    assert edge.points[0][1] > frame.y
    assert edge.outside[-1] == edge.points[-1]


def test_that_nothing_makes_an_empty_scene() -> None:
    empty = make_scene(lay_out([], []), {}, words={}, band_titles={}, measure=MEASURE)
    assert empty == Scene()


def test_that_a_kind_nobody_knows_gets_a_plain_line_last_in_the_legend() -> None:
    named = [BoxText("a", "A"), BoxText("b", "B")]
    nodes = [sized_node(text, level, (), MEASURE) for level, text in enumerate(named)]
    edges = [LayoutEdge("b", "a", "mystery"), LayoutEdge("b", "a", "reports_to")]
    scene = make_scene(
        lay_out(nodes, edges),
        {text.id: text for text in named},
        words={"mystery": "gåte", "reports_to": "rapporterer til"},
        band_titles={},
        measure=MEASURE,
    )
    assert [entry.word for entry in scene.legend] == ["rapporterer til", "gåte"]


def test_that_two_lines_between_the_same_boxes_never_lie_on_each_other() -> None:
    named = [BoxText("a", "A"), BoxText("b", "B")]
    nodes = [sized_node(text, level, (), MEASURE) for level, text in enumerate(named)]
    layout = lay_out(nodes, [LayoutEdge("a", "b", "advises")])
    way = layout.routes[0].points
    same = (
        Route("a", "b", "advises", way),
        Route("b", "a", "reports_to", way[::-1]),
        Route("a", "b", "appoints", way),
    )
    layout = replace(layout, routes=same)
    scene = make_scene(layout, {t.id: t for t in named}, words={}, band_titles={}, measure=MEASURE)
    ends = [sorted((edge.points[0], edge.points[-1])) for edge in scene.edges]
    assert len(ends) == 3
    apart = [math.dist(one[0], other[0]) for one, other in combinations(ends, 2)]
    assert 5.0 < min(apart) <= max(apart) < 20.0
    assert {way, way[::-1]} & {edge.points for edge in scene.edges}
