"""Passing from one scene to the next, and scenes that are made ready beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from samstyring.graph.drawing import Scene
from samstyring.graph.layout import Box
from samstyring.ui.orggraph.canvas import GraphCanvas
from tests.ui.orggraph.sample import sample_scene


class Clock:
    """A clock that stands still until it is moved, however busy the machine is."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock()
    monkeypatch.setattr("samstyring.ui.orggraph.canvas_fade.perf_counter", standing)
    return standing


@pytest.fixture
def canvas(qtbot: QtBot, own_windows: Callable[[GraphCanvas], GraphCanvas]) -> GraphCanvas:
    canvas = own_windows(GraphCanvas())
    canvas.resize(1200, 800)
    canvas.set_animation(True)
    canvas.set_scene(sample_scene(canvas.measure))
    canvas.show()
    qtbot.waitExposed(canvas)
    grab_sharp(canvas)
    return canvas


def grab_sharp(canvas: GraphCanvas) -> None:
    """Paint until every tile is made: each frame makes one at least."""
    for _ in range(40):
        canvas.grab()


def with_box_at(scene: Scene, name: str, x: float, y: float) -> Scene:
    return replace(
        scene,
        boxes=tuple(
            replace(box, rect=replace(box.rect, x=x, y=y)) if box.id == name else box
            for box in scene.boxes
        ),
    )


def colour_in(canvas: GraphCanvas, area: Box) -> str:
    """Return the colour in the middle of an area of the scene, as it is painted now."""
    seen = canvas.visible_area
    x, y = area.middle
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    place = (x - seen.x) * canvas.zoom * ratio, (y - seen.y) * canvas.zoom * ratio
    return image.pixelColor(round(place[0]), round(place[1])).name()


def test_that_one_moved_box_is_on_its_way_and_then_there(
    qtbot: QtBot, canvas: GraphCanvas, clock: Clock
) -> None:
    old = canvas.world.boxes["KDU"].rect
    there = replace(old, x=old.x + 4 * old.width)
    empty = colour_in(canvas, there)
    canvas.set_scene(with_box_at(canvas.scene, "KDU", there.x, there.y))
    assert colour_in(canvas, there) == empty
    assert colour_in(canvas, old) != empty
    clock.now += 60
    qtbot.waitUntil(lambda: colour_in(canvas, there) != empty, timeout=20_000)
    qtbot.waitUntil(lambda: colour_in(canvas, old) == empty, timeout=20_000)


def test_that_another_picture_fades_in_over_the_old(
    qtbot: QtBot, canvas: GraphCanvas, clock: Clock
) -> None:
    box = canvas.world.boxes["KDU"].rect
    before = colour_in(canvas, box)
    canvas.set_scene(replace(canvas.scene, boxes=(), edges=()))
    assert colour_in(canvas, box) == before
    grab_sharp(canvas)  # a fade begins when the new picture is sharp
    clock.now += 60
    qtbot.waitUntil(lambda: colour_in(canvas, box) != before, timeout=20_000)


def test_that_with_reduced_motion_the_new_picture_is_there_at_once(canvas: GraphCanvas) -> None:
    canvas.set_animation(False)
    old = canvas.world.boxes["KDU"].rect
    there = replace(old, x=old.x + 4 * old.width)
    empty = colour_in(canvas, there)
    canvas.set_scene(with_box_at(canvas.scene, "KDU", there.x, there.y))
    assert not canvas.is_passing
    grab_sharp(canvas)
    assert colour_in(canvas, old) == empty
    assert colour_in(canvas, there) != empty


def test_that_moving_on_ends_the_passage(canvas: GraphCanvas) -> None:
    old = canvas.world.boxes["KDU"].rect
    there = replace(old, x=old.x + 4 * old.width)
    canvas.set_scene(with_box_at(canvas.scene, "KDU", there.x, there.y))
    canvas.zoom_by(1.1)
    empty = canvas.world.is_free(old)
    assert empty
    canvas.grab()
    assert not canvas.is_passing


def test_that_a_scene_of_thousands_comes_without_holding_up_the_window(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    box = canvas.scene.boxes[0]
    many = tuple(
        replace(box, id=str(n), rect=replace(box.rect, x=n % 90 * 300.0, y=n // 90 * 90.0))
        for n in range(5000)
    )
    canvas.set_scene(replace(canvas.scene, boxes=many, edges=(), bounds=Box(0, 0, 27000, 5000)))
    assert len(canvas.scene.boxes) < 100
    qtbot.waitUntil(lambda: len(canvas.scene.boxes) == 5000, timeout=30_000)
    canvas.fit_all()
    assert canvas.zoom < 0.12
    ground = colour_in(canvas, Box(-50, 20, 10, 10))
    qtbot.waitUntil(lambda: colour_in(canvas, many[2500].rect) != ground, timeout=30_000)


def test_that_a_canvas_can_be_read_out_from_the_start(canvas: GraphCanvas) -> None:
    place = QAccessible.queryAccessibleInterface(canvas)
    assert place.role() == QAccessible.Role.List


def test_that_the_aspect_follows_the_room_for_boxes(canvas: GraphCanvas) -> None:
    wide = canvas.aspect
    canvas.resize(700, 800)
    assert canvas.aspect < wide
    canvas.resize(703, 801)
    narrow = canvas.aspect
    canvas.resize(704, 802)
    assert canvas.aspect == narrow
