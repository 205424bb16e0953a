"""The canvas: one widget that paints the graph and lets people move about in it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from samstyring.graph.drawing import SceneBox
from samstyring.language import _
from samstyring.ui.orggraph.canvas_accessibility import install_accessible_canvas
from samstyring.ui.orggraph.canvas_keys import ACTIVATE, DIRECTIONS, step_asked_for
from samstyring.ui.orggraph.canvas_pointer import Drag, Pointer
from samstyring.ui.orggraph.canvas_port import is_on_port, pull_at_edge, target_of
from samstyring.ui.orggraph.canvas_surface import Fitted, GraphSurface
from samstyring.ui.orggraph.canvas_world import Direction

_ZOOM_STEP = 1.2
_HINT_REACH = 6.0
_PULL_MS = 30


class GraphCanvas(GraphSurface):
    """Shows a scene. It changes nothing by itself: what people ask for goes out as signals.

    ``relation_drawn(from, to)`` tells of a line drawn from the handle of one box to another; a
    click on the handle alone sends an empty ``to``. ``relation_begun(from)`` and
    ``relation_left()`` tell when the drawing begins and when it comes to nothing.
    """

    body_activated = Signal(str)
    focus_requested = Signal(str)
    focus_cleared = Signal()
    steps_changed = Signal(int)
    box_placed = Signal(str, float, float)
    frame_toggled = Signal(str)
    context_requested = Signal(str, QPoint)
    relation_begun = Signal(str)
    relation_drawn = Signal(str, str)
    relation_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_accessible_canvas()
        self.setMouseTracking(True)
        self._steps = 1
        self._placing, self._relating = True, False
        self._pointer = Pointer(self)
        self._pointer.held.connect(self.focus_requested)
        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)

    def set_steps(self, steps: int) -> None:
        """Say how many steps the focus now shows, so that + and - go on from there."""
        self._steps = steps

    def set_placing(self, allowed: bool) -> None:
        """Say whether boxes can be dragged to a place of their own."""
        self._placing = allowed

    def set_relating(self, allowed: bool) -> None:
        """Say whether boxes have a handle to draw relations from; at first they have none."""
        self._relating = allowed
        if not allowed:
            self._leave_relation()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan(float(turned), 0.0)
        elif turned:
            self._zoom_about(event.position(), _ZOOM_STEP ** (turned / 120))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_about(event.position(), 1.0 + event.value())
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._hint_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"<p>{escape(text)}</p>" if text else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        rect = self._map_rect()
        if rect is not None and rect.contains(place):
            self._pointer.grab_map()
            self._look_at_map(place, rect)
            return
        held = self._held_at(place)
        box = self._box_at(place)
        if event.button() == Qt.MouseButton.LeftButton and held is not None:
            self._pointer.press_handle(place, held)
        elif event.button() == Qt.MouseButton.LeftButton:
            movable = box is not None and self._placing and self._world.holder_of(box.id) is None
            self._pointer.press(place, box, movable=movable)
            self._choose(box.id if box else None)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._pointer.press(place, None, movable=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pointer.on_map:
            self._look_at_map(place, self._map_rect())
            return
        began = self._pointer.drag is None
        moved = self._pointer.move(place)
        if self._pointer.is_relating:
            self._draw_on(began and self._pointer.drag is not None)
        elif (
            moved is not None and self._pointer.drag is not None and self._pointer.drag.box is None
        ):
            self._pan(moved.x(), moved.y())
        elif self._pointer.drag is not None:
            self.update()
        elif not event.buttons():
            held = self._held_at(place)
            box = held or self._box_at(place)
            self._hover(box.id if box else None)
            if self._relating and self.cursor().shape() != _shape(held):
                self.setCursor(_shape(held))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        relating = self._pointer.is_relating
        drag, pressed = self._pointer.release()
        if relating and pressed is not None:
            self._end_relation(drag, pressed)
        elif drag is not None and drag.box is not None:
            x, y = drag.landing(self._view.zoom)
            self.box_placed.emit(drag.box.id, x, y)
        elif drag is None and pressed is not None and self._on_toggle(event.position()):
            self._toggle(pressed.id)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        box = self._box_at(event.position())
        self._pointer.forget()
        if self._held_at(event.position()) is not None:
            return
        if box is not None and not self._on_toggle(event.position()):
            self.body_activated.emit(box.id)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if self._selected is not None:
                middle = self.screen_rect_of(self._selected).center().toPoint()
                self.context_requested.emit(self._selected, self.mapToGlobal(middle))
            return
        box = self._box_at(QPointF(event.pos()))
        if box is not None:
            self._choose(box.id)
        self._forget_gestures()
        self.context_requested.emit(box.id if box else "", event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = step_asked_for(event.text(), self._steps)
        if key in DIRECTIONS:
            self._go(DIRECTIONS[key])
        elif key in ACTIVATE and self._selected:
            self.body_activated.emit(self._selected)
        elif key == Qt.Key.Key_Space and self._selected:
            if self._world.boxes[self._selected].toggle:
                self._toggle(self._selected)
        elif key == Qt.Key.Key_Escape:
            if not self._leave_relation():
                self.focus_cleared.emit()
        elif key == Qt.Key.Key_Home:
            self.fit_in_turn()
        elif steps is not None:
            self._steps = steps
            self.steps_changed.emit(steps)
        else:
            super().keyPressEvent(event)

    def _go(self, direction: Direction) -> None:
        following = self._world.next_box(self._selected, direction)
        if following is not None:
            self._choose(following)
            if self._view.bring_in(self._world.boxes[following].rect, *self._room()):
                self._fitted = Fitted.NO

    def _look_at_map(self, place: QPointF, rect: QRectF | None) -> None:
        if rect is None:
            return
        width, height = self._room()
        self._view.hold(self._map.point_at(place, rect), (width / 2, height / 2))
        self._fitted = Fitted.NO
        self.update()

    def _drag(self) -> Drag | None:
        return self._pointer.drag

    def _handle(self) -> str | None:
        shown = self._hovered or self._selected
        return shown if self._relating and not self._pointer.is_relating else None

    def _held_at(self, place: QPointF) -> SceneBox | None:
        """Return the box whose handle is at the place, if handles are shown."""
        box = self._world.boxes.get(self._handle() or "")
        return box if box is not None and is_on_port(box, self._view, place) else None

    def _hint_at(self, place: QPointF) -> str:
        if self._held_at(place) is not None:
            return _("Drag to another body to draw a relation, or click to choose it.")
        point = self._view.to_scene(place.x(), place.y())
        return self._world.hint_at(point, _HINT_REACH / self._view.zoom)

    def _draw_on(self, begins: bool) -> None:
        """Follow the line that is drawn, and look further where it comes to the edge."""
        drag = self._pointer.drag
        if drag is None or drag.box is None:
            return
        if begins:
            self.relation_begun.emit(drag.box.id)
        if pull_at_edge(drag.here, self._room()).isNull():
            self._pull.stop()
        elif not self._pull.isActive():
            self._pull.start()
        self.update()

    def _on_pull(self) -> None:
        drag = self._pointer.drag
        if drag is None or not drag.relates:
            self._pull.stop()
            return
        step = pull_at_edge(drag.here, self._room())
        self._pan(step.x(), step.y())

    def _end_relation(self, drag: Drag | None, pressed: SceneBox) -> None:
        self._pull.stop()
        target = target_of(self._world, self._view, drag) if drag is not None else None
        if drag is not None:
            self.relation_left.emit()
        if target is not None or drag is None:
            self.relation_drawn.emit(pressed.id, target.id if target else "")

    def _leave_relation(self) -> bool:
        """Drop a line that is being drawn; false where there is none."""
        drawing = self._pointer.is_relating
        if drawing:
            self._forget_gestures()
            self.update()
        return drawing

    def _forget_gestures(self) -> None:
        relating, drag = self._pointer.is_relating, self._pointer.drag
        self._pull.stop()
        self._pointer.forget()
        if relating and drag is not None:
            self.relation_left.emit()

    def _box_at(self, place: QPointF) -> SceneBox | None:
        if place.y() > self._room()[1]:
            return None
        return self._world.box_at(self._view.to_scene(place.x(), place.y()))

    def _on_toggle(self, place: QPointF) -> bool:
        point = self._view.to_scene(place.x(), place.y())
        return self._world.toggle_at(point) is not None

    def _toggle(self, name: str) -> None:
        self._toggled = name
        self.frame_toggled.emit(name)

    def _choose(self, name: str | None) -> None:
        if name == self._selected:
            return
        self._selected = name
        self.box_selected.emit(name or "")
        self.update()

    def _hover(self, name: str | None) -> None:
        if name != self._hovered:
            self._hovered = name
            self.update()


def _shape(held: SceneBox | None) -> Qt.CursorShape:
    return Qt.CursorShape.ArrowCursor if held is None else Qt.CursorShape.CrossCursor
