"""What people do on the canvas, and what they then see or what then happens."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samstyring.graph.drawing import Scene
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.orggraph.canvas_port import port_of
from samstyring.ui.theme import Theme, apply_theme
from tests.ui.orggraph.sample import sample_scene

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def canvas(qtbot: QtBot, own_windows: Callable[[GraphCanvas], GraphCanvas]) -> GraphCanvas:
    canvas = own_windows(GraphCanvas())
    canvas.resize(1200, 800)
    canvas.set_scene(sample_scene(canvas.measure))
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def middle_of(canvas: GraphCanvas, name: str) -> QPoint:
    return canvas.screen_rect_of(name).center().toPoint()


def drag(canvas: GraphCanvas, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas, LEFT, pos=start)
    QTest.mouseMove(canvas, start + (end - start) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, LEFT, pos=end)


def turn_wheel(canvas: GraphCanvas, place: QPoint, steps: int) -> None:
    point = QPointF(place)
    none = Qt.KeyboardModifier.NoModifier
    turn = QPoint(0, 120 * steps)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(point, point, QPoint(), turn, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(canvas, event)


def point_at(canvas: GraphCanvas, place: QPointF, held: Qt.MouseButton = NONE) -> None:
    # Sent by hand: QTest moves nothing when an earlier test left the pointer at the place.
    no_keys = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, NONE, held, no_keys)
    QApplication.sendEvent(canvas, move)


def picture_at_rest(canvas: GraphCanvas) -> QImage:
    """Return what is painted when two pictures after one another are the same."""
    last, picture = None, canvas.grab().toImage()
    while picture != last:
        QTest.qWait(50)
        last, picture = picture, canvas.grab().toImage()
    return picture


def test_that_a_click_selects_the_box_under_it(qtbot: QtBot, canvas: GraphCanvas) -> None:
    with qtbot.waitSignal(canvas.box_selected) as said:
        QTest.mouseClick(canvas, LEFT, pos=middle_of(canvas, "KDU"))
    assert said.args == ["KDU"]
    assert canvas.selected == "KDU"


def test_that_a_click_on_a_chip_selects_it_and_not_its_frame(canvas: GraphCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, pos=middle_of(canvas, "DigiTrøndelag/Frøya"))
    assert canvas.selected == "DigiTrøndelag/Frøya"


def test_that_a_click_beside_the_boxes_selects_none(qtbot: QtBot, canvas: GraphCanvas) -> None:
    canvas.select("KDU")
    with qtbot.waitSignal(canvas.box_selected) as said:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(2, 2))
    assert said.args == [""]


def test_that_a_double_click_activates_the_body(qtbot: QtBot, canvas: GraphCanvas) -> None:
    with qtbot.waitSignal(canvas.body_activated) as said:
        QTest.mouseDClick(canvas, LEFT, pos=middle_of(canvas, "Skate"))
    assert said.args == ["Skate"]


def test_that_click_and_hold_asks_for_focus(qtbot: QtBot, canvas: GraphCanvas) -> None:
    with qtbot.waitSignal(canvas.focus_requested, timeout=30_000) as said:
        QTest.mousePress(canvas, LEFT, pos=middle_of(canvas, "KDU"))
    QTest.mouseRelease(canvas, LEFT, pos=middle_of(canvas, "KDU"))
    assert said.args == ["KDU"]


def test_that_a_dragged_box_is_placed_where_it_was_dropped(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    start = middle_of(canvas, "KDU")
    before = canvas.world.boxes["KDU"].rect
    with qtbot.waitSignal(canvas.box_placed) as said:
        drag(canvas, start, start + QPoint(60, 30))
    name, x, y = said.args
    assert name == "KDU"
    assert x - before.x == pytest.approx(60 / canvas.zoom)
    assert y - before.y == pytest.approx(30 / canvas.zoom)


def test_that_a_drag_inside_a_frame_moves_the_view_and_places_nothing(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    canvas.zoom_by(3.0)
    canvas.zoom_to("DigiTrøndelag/Grong")
    start = middle_of(canvas, "DigiTrøndelag/Grong")
    with qtbot.assertNotEmitted(canvas.box_placed):
        drag(canvas, start, start + QPoint(80, -40))
    assert middle_of(canvas, "DigiTrøndelag/Grong") == start + QPoint(80, -40)


def test_that_boxes_stay_put_when_placing_is_not_allowed(qtbot: QtBot, canvas: GraphCanvas) -> None:
    canvas.set_placing(False)
    start = middle_of(canvas, "KDU")
    with qtbot.assertNotEmitted(canvas.box_placed):
        drag(canvas, start, start + QPoint(60, 30))


def test_that_the_wheel_zooms_about_the_pointer(canvas: GraphCanvas) -> None:
    place = middle_of(canvas, "FPU eHelse")
    zoom = canvas.zoom
    turn_wheel(canvas, place, 2)
    assert canvas.zoom > zoom
    assert (middle_of(canvas, "FPU eHelse") - place).manhattanLength() <= 2


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("Kristiansand", Qt.Key.Key_Up, "Kongsbergregionen"),
        ("KDU", Qt.Key.Key_Right, "KS Hovedstyret"),
        ("KS Hovedstyret", Qt.Key.Key_Left, "KDU"),
        ("Kongsbergregionen", Qt.Key.Key_Down, "Kristiansand"),
    ],
)
def test_that_arrows_go_to_the_nearest_box_that_way(
    canvas: GraphCanvas, start: str, key: Qt.Key, end: str
) -> None:
    canvas.select(start)
    QTest.keyClick(canvas, key)
    assert canvas.selected == end


def test_that_arrows_bring_a_box_out_of_sight_into_it(canvas: GraphCanvas) -> None:
    canvas.zoom_to("DFD")
    canvas.zoom_by(3.0)
    canvas.select("DFD")
    for _ in range(4):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected not in (None, "DFD")
    assert canvas.rect().contains(middle_of(canvas, canvas.selected or ""))


def test_that_keys_activate_fold_clear_and_set_steps(qtbot: QtBot, canvas: GraphCanvas) -> None:
    canvas.select("DigiViken")
    with qtbot.waitSignal(canvas.body_activated):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    with qtbot.waitSignal(canvas.frame_toggled) as folded:
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert folded.args == ["DigiViken"]
    with qtbot.waitSignal(canvas.focus_cleared):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    for key, steps in (("3", 3), ("+", 4), ("-", 3)):
        with qtbot.waitSignal(canvas.steps_changed) as said:
            QTest.keyClicks(canvas, key)
        assert said.args == [steps]


def test_that_a_click_on_the_fold_mark_toggles_the_frame(qtbot: QtBot, canvas: GraphCanvas) -> None:
    box = canvas.world.boxes["DigiVestland"]
    assert box.toggle is not None
    area = canvas.screen_rect_of("DigiVestland")
    x = area.x() + (box.toggle.x + box.toggle.width / 2) * canvas.zoom
    y = area.y() + (box.toggle.y + box.toggle.height / 2) * canvas.zoom
    with qtbot.waitSignal(canvas.frame_toggled) as said:
        QTest.mouseClick(canvas, LEFT, pos=QPoint(round(x), round(y)))
    assert said.args == ["DigiVestland"]


def test_that_a_new_scene_keeps_selection_and_place(canvas: GraphCanvas) -> None:
    canvas.zoom_to("KommIT-rådet")
    canvas.select("KommIT-rådet")
    place = canvas.screen_rect_of("KommIT-rådet").topLeft()
    canvas.set_scene(sample_scene(canvas.measure, frozenset({"DigiTrøndelag", "DigiVestland"})))
    assert canvas.selected == "KommIT-rådet"
    moved = canvas.screen_rect_of("KommIT-rådet").topLeft() - place
    assert moved.manhattanLength() < 1


def test_that_a_selected_box_that_is_gone_is_no_longer_selected(canvas: GraphCanvas) -> None:
    canvas.select("DigiTrøndelag/Frøya")
    canvas.set_scene(sample_scene(canvas.measure, frozenset({"DigiTrøndelag"})))
    assert canvas.selected is None


def seen(canvas: GraphCanvas) -> set[str]:
    rects = {name: canvas.screen_rect_of(name).toAlignedRect() for name in canvas.world.boxes}
    return {name for name, rect in rects.items() if canvas.rect().contains(rect)}


def test_that_all_is_seen_at_first_and_after_a_resize(canvas: GraphCanvas) -> None:
    assert seen(canvas) == set(canvas.world.boxes)
    canvas.fit_all()
    for size in ((1200, 800), (700, 500)):
        canvas.resize(*size)
        assert seen(canvas) == set(canvas.world.boxes)


def test_that_names_stay_readable_in_a_small_window_and_once_more_shows_all(
    canvas: GraphCanvas,
) -> None:
    canvas.resize(420, 300)
    canvas.fit()
    assert canvas.zoom >= 0.34
    first = min(box.rect.y for box in canvas.world.boxes.values())
    assert first in {canvas.world.boxes[name].rect.y for name in seen(canvas)}
    canvas.fit_in_turn()
    assert seen(canvas) == set(canvas.world.boxes)
    canvas.fit_in_turn()
    assert canvas.zoom >= 0.34


def test_that_a_selected_box_is_in_sight_when_not_all_is(canvas: GraphCanvas) -> None:
    canvas.resize(420, 300)
    for name in canvas.world.boxes:
        canvas.select(name)
        canvas.fit()
        assert name in seen(canvas) or canvas.world.boxes[name].frame


def test_that_what_is_unfolded_comes_into_sight(canvas: GraphCanvas) -> None:
    canvas.resize(420, 300)
    canvas.set_scene(sample_scene(canvas.measure, frozenset({"DigiTrøndelag"})))
    canvas.select("DigiTrøndelag")
    canvas.fit()
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    canvas.set_scene(sample_scene(canvas.measure))
    frame = canvas.screen_rect_of("DigiTrøndelag")
    assert canvas.rect().contains(frame.topLeft().toPoint())


def test_that_the_context_menu_is_asked_for_with_the_box(qtbot: QtBot, canvas: GraphCanvas) -> None:
    place = middle_of(canvas, "DFD")
    reason = QContextMenuEvent.Reason.Mouse
    with qtbot.waitSignal(canvas.context_requested) as said:
        QApplication.sendEvent(canvas, QContextMenuEvent(reason, place, canvas.mapToGlobal(place)))
    assert said.args == ["DFD", canvas.mapToGlobal(place)]
    reason = QContextMenuEvent.Reason.Keyboard
    canvas.select("Skate")
    with qtbot.waitSignal(canvas.context_requested) as said:
        QApplication.sendEvent(canvas, QContextMenuEvent(reason, place, canvas.mapToGlobal(place)))
    assert said.args[0] == "Skate"


def test_that_a_hint_says_what_a_box_and_a_line_mean(canvas: GraphCanvas) -> None:
    world = canvas.world
    box = world.boxes["Digitaliseringsutvalget"]
    assert world.hint_at(box.rect.middle, 5) == (
        "Digitaliseringsutvalget · 13 av 14 plasser · 1 ledig"
    )
    edge = next(edge for edge in world.scene.edges if edge.source == "KDU")
    assert world.hint_at(edge.points[0], 5).startswith("KDU gir råd til KommIT-rådet") or (
        world.hint_at((edge.points[0][0], edge.points[0][1] + 3), 5)
        == "KDU gir råd til KommIT-rådet"
    )


def test_that_selecting_changes_the_picture_and_dark_is_dark(canvas: GraphCanvas) -> None:
    plain = picture_at_rest(canvas)
    canvas.select("KDU")
    assert canvas.grab().toImage() != plain
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, Theme.DARK)
        dark = picture_at_rest(canvas)
        assert dark.pixelColor(3, 3).lightnessF() < 0.3
    finally:
        apply_theme(app, Theme.LIGHT)
    assert plain.pixelColor(3, 3).lightnessF() > 0.8


def test_that_an_empty_scene_is_shown_without_complaint(canvas: GraphCanvas) -> None:
    canvas.set_scene(Scene())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(canvas, key)
    QTest.mouseClick(canvas, LEFT, pos=QPoint(100, 100))
    assert canvas.selected is None
    assert not canvas.grab().isNull()


def test_that_painting_loses_no_reference_to_none(canvas: GraphCanvas) -> None:
    before = sys.getrefcount(None)
    for turn in range(10):
        turn_wheel(canvas, QPoint(300, 300), 1 if turn % 2 else -1)
        canvas.grab()
    assert sys.getrefcount(None) > before - 100


def test_that_the_map_moves_the_view(canvas: GraphCanvas) -> None:
    canvas.zoom_to("DFD")
    canvas.zoom_by(2.0)
    before = canvas.visible_area
    QTest.mouseClick(canvas, LEFT, pos=QPoint(1200 - 80, canvas.height() - 75))
    assert canvas.visible_area != before


def test_that_pointing_shows_on_the_picture_and_leaving_takes_it_away(
    canvas: GraphCanvas,
) -> None:
    place = QPointF(middle_of(canvas, "KDU"))
    plain = picture_at_rest(canvas)
    point_at(canvas, place)
    assert picture_at_rest(canvas) != plain
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert picture_at_rest(canvas) == plain


# Drawing a relation ------------------------------------------------------------------------------


def handle_of(canvas: GraphCanvas, name: str) -> QPoint:
    canvas.set_relating(True)
    point_at(canvas, QPointF(middle_of(canvas, name)))
    port = port_of(canvas.world.boxes[name], canvas.view)
    assert port is not None
    return port.toPoint()


def test_that_a_drag_from_the_handle_to_a_box_draws_a_relation(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    with qtbot.waitSignal(canvas.relation_drawn) as said, qtbot.assertNotEmitted(canvas.box_placed):
        drag(canvas, handle_of(canvas, "KDU"), middle_of(canvas, "Skate"))
    assert said.args == ["KDU", "Skate"]


def test_that_a_line_that_ends_beside_the_boxes_draws_nothing(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    with qtbot.assertNotEmitted(canvas.relation_drawn), qtbot.waitSignal(canvas.relation_left):
        drag(canvas, handle_of(canvas, "KDU"), QPoint(2, 2))
    with qtbot.assertNotEmitted(canvas.relation_drawn):
        drag(canvas, handle_of(canvas, "KDU"), middle_of(canvas, "KDU"))


def test_that_escape_drops_the_line_and_leaves_the_focus(qtbot: QtBot, canvas: GraphCanvas) -> None:
    QTest.mousePress(canvas, LEFT, pos=handle_of(canvas, "KDU"))
    point_at(canvas, QPointF(middle_of(canvas, "Skate")), LEFT)
    with qtbot.assertNotEmitted(canvas.focus_cleared), qtbot.waitSignal(canvas.relation_left):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(canvas.relation_drawn):
        QTest.mouseRelease(canvas, LEFT, pos=middle_of(canvas, "Skate"))


def test_that_a_click_on_the_handle_asks_for_the_other_body(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    with qtbot.waitSignal(canvas.relation_drawn) as said:
        QTest.mouseClick(canvas, LEFT, pos=handle_of(canvas, "KDU"))
    assert said.args == ["KDU", ""]


def test_that_without_leave_there_is_no_handle_and_the_drag_places(
    qtbot: QtBot, canvas: GraphCanvas
) -> None:
    place = handle_of(canvas, "KDU")
    shown = canvas.grab().toImage()
    canvas.set_relating(False)
    assert canvas.grab().toImage() != shown
    with qtbot.waitSignal(canvas.box_placed), qtbot.assertNotEmitted(canvas.relation_drawn):
        drag(canvas, place - QPoint(4, 0), place + QPoint(60, 40))


def test_that_the_box_under_the_line_is_lit_up(canvas: GraphCanvas) -> None:
    QTest.mousePress(canvas, LEFT, pos=handle_of(canvas, "KDU"))
    aim = middle_of(canvas, "Skate")
    inside = aim + QPoint(0, round(canvas.screen_rect_of("Skate").height() / 2) - 3)
    point_at(canvas, QPointF(QPoint(2, 2)), LEFT)
    before = canvas.grab().toImage().pixelColor(inside)
    point_at(canvas, QPointF(aim), LEFT)
    assert canvas.grab().toImage().pixelColor(inside) != before


def test_that_a_line_held_at_the_edge_moves_the_view_on(qtbot: QtBot, canvas: GraphCanvas) -> None:
    canvas.zoom_to("KDU")
    canvas.zoom_by(2.0)
    QTest.mousePress(canvas, LEFT, pos=handle_of(canvas, "KDU"))
    before = canvas.visible_area.x
    point_at(canvas, QPointF(QPoint(canvas.width() // 2, 200)), LEFT)
    point_at(canvas, QPointF(QPoint(canvas.width() - 1, 200)), LEFT)
    qtbot.waitUntil(lambda: canvas.visible_area.x > before)
    canvas.set_relating(False)
