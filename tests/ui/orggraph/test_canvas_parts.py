"""The parts under the canvas: view, tiles, accessible interface."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from samstyring.graph.layout import Box
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.orggraph.canvas_accessibility import install_accessible_canvas
from samstyring.ui.orggraph.canvas_tiles import TILE, TileCache
from samstyring.ui.orggraph.canvas_view import View
from tests.ui.orggraph.sample import sample_scene

numbers = st.floats(-2000, 2000)


@given(x=numbers, y=numbers, factor=st.floats(0.2, 5))
def test_that_zooming_keeps_the_point_under_the_pointer(x: float, y: float, factor: float) -> None:
    view = View(-100, 50, 0.8)
    before = view.to_scene(x, y)
    view.zoom_about(x, y, factor)
    assert view.to_scene(x, y) == pytest.approx(before, abs=1e-6)


def test_that_fitting_shows_the_whole_area_in_the_middle() -> None:
    view = View()
    view.fit(Box(100, 200, 4000, 1000), 800, 600)
    seen = view.seen(800, 600)
    assert seen.x <= 100
    assert seen.right >= 4100
    assert seen.middle == pytest.approx((2100, 700))


def paint(cache: TileCache, view: View, budget: float, target: QPixmap) -> bool:
    painter = QPainter(target)
    sharp = cache.paint(painter, view, (1024.0, 512.0), 1.0, budget)
    painter.end()
    return sharp


def test_that_tiles_are_drawn_once_and_shed_when_too_many(qapp: object) -> None:
    drawn: list[Box] = []

    def draw(painter: QPainter, area: Box, zoom: float) -> None:
        drawn.append(area)

    most = 20 * TILE * TILE * 4
    cache = TileCache(draw, limit=most)
    target = QPixmap(1024, 512)
    view = View()
    assert paint(cache, view, 9.0, target)
    assert paint(cache, view, 9.0, target)
    assert len(drawn) == (1024 // TILE + 1) * (512 // TILE + 1)
    for step in range(20):
        view.left = step * 512.0
        assert paint(cache, view, 9.0, target)
    assert cache.held_bytes <= most
    cache.clear()
    assert cache.held_bytes == 0


def test_that_without_time_the_picture_is_not_called_sharp(qapp: object) -> None:
    cache = TileCache(lambda painter, area, zoom: None)
    assert not paint(cache, View(), 0.0, QPixmap(1024, 512))


def test_that_assistive_technology_finds_the_boxes(
    qtbot: QtBot, own_windows: Callable[[GraphCanvas], GraphCanvas]
) -> None:
    install_accessible_canvas()
    canvas = own_windows(GraphCanvas())
    canvas.resize(1200, 800)
    canvas.set_scene(sample_scene(canvas.measure))
    canvas.show()
    place = QAccessible.queryAccessibleInterface(canvas)
    assert place.role() == QAccessible.Role.List
    assert place.text(QAccessible.Text.Name) == "Graph of bodies"
    assert "14 organer" in place.text(QAccessible.Text.Description)
    found = {}
    for number in range(place.childCount()):
        child = place.child(number)
        assert place.indexOfChild(child) == number
        found[child.text(QAccessible.Text.Name)] = child
    committee = found["Digitaliseringsutvalget"]
    said = committee.text(QAccessible.Text.Description)
    assert said.startswith("13 av 14 plasser, 1 ledig, ")
    assert "rapporterer til KommIT-rådet" in said
    middle = committee.rect().center()
    assert place.childAt(middle.x(), middle.y()) is committee
    canvas.select("Digitaliseringsutvalget")
    assert committee.state().selected
    canvas.set_scene(sample_scene(canvas.measure).__class__())
    assert not committee.isValid()
    assert place.childCount() == 0
