"""The canvas: one widget that paints the graph and lets people move about in it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from samstyring.export.scene_painter import font_measure
from samstyring.graph.drawing import Scene, SceneBox
from samstyring.graph.layout import Box, Point
from samstyring.graph.measuring import TextMeasure
from samstyring.language import _
from samstyring.ui.orggraph.canvas_drawing import Over, anchor_of, draw_area, paint_over
from samstyring.ui.orggraph.canvas_keys import ACTIVATE, DIRECTIONS, step_asked_for
from samstyring.ui.orggraph.canvas_map import SmallMap
from samstyring.ui.orggraph.canvas_overlay import (
    legend_height,
    names_width,
    paint_legend,
    screen_rect,
)
from samstyring.ui.orggraph.canvas_pointer import Pointer
from samstyring.ui.orggraph.canvas_style import style_of
from samstyring.ui.orggraph.canvas_tiles import TileCache
from samstyring.ui.orggraph.canvas_view import View
from samstyring.ui.orggraph.canvas_world import Direction, World
from samstyring.ui.theme import tones

_TILE_SECONDS = 0.008
_SETTLE_MS = 120
_ZOOM_STEP = 1.2
_READABLE = 0.8
_HINT_REACH = 6.0
_SMALLEST = (240, 180)


class GraphCanvas(QWidget):
    """Shows a scene. It changes nothing by itself: what people ask for goes out as signals."""

    box_selected = Signal(str)
    body_activated = Signal(str)
    focus_requested = Signal(str)
    focus_cleared = Signal()
    steps_changed = Signal(int)
    box_placed = Signal(str, float, float)
    frame_toggled = Signal(str)
    context_requested = Signal(str, QPoint)
    zoom_changed = Signal(float)
    measure_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(*_SMALLEST)
        self.setAccessibleName(_("Graph of bodies"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._style = style_of(tones(), self.font())
        self._world = World(Scene())
        self._view = View()
        self._tiles = TileCache(self._draw_area)
        self._fitted = True
        self._selected: str | None = None
        self._hovered: str | None = None
        self._steps = 1
        self._placing = True
        self._map = SmallMap()
        self._map_shown = True
        self._legend_height = 0.0
        self._pointer = Pointer(self)
        self._pointer.held.connect(self.focus_requested)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.update)

    @property
    def measure(self) -> TextMeasure:
        """The measures of the canvas's own font, to size boxes with."""
        return font_measure(self._style)

    @property
    def scene(self) -> Scene:
        """The scene that is shown."""
        return self._world.scene

    @property
    def world(self) -> World:
        """The index over the scene."""
        return self._world

    @property
    def selected(self) -> str | None:
        """The id of the selected box."""
        return self._selected

    @property
    def zoom(self) -> float:
        """The zoom, where 1 is 100 %."""
        return self._view.zoom

    @property
    def visible_area(self) -> Box:
        """The part of the scene that is in sight."""
        return self._view.seen(*self._room())

    def set_scene(self, scene: Scene) -> None:
        """Show another scene; selection and view stay with the boxes that are still there."""
        anchor, place = anchor_of(self._world, self._view, self._room(), self._selected)
        self._world = World(scene)
        self._forget_pictures()
        if self._selected not in self._world.boxes:
            self._selected = None
        self._hovered = None
        self._pointer.forget()
        self.setAccessibleDescription(scene.sentence)
        box = self._world.boxes.get(anchor or "")
        if self._fitted or box is None:
            self.fit()
        else:
            self._view.hold((box.rect.x, box.rect.y), place)
        self.update()

    def set_steps(self, steps: int) -> None:
        """Say how many steps the focus now shows, so that + and - go on from there."""
        self._steps = steps

    def set_placing(self, allowed: bool) -> None:
        """Say whether boxes can be dragged to a place of their own."""
        self._placing = allowed

    def set_map_shown(self, shown: bool) -> None:
        """Show or hide the small map; it appears only when something is out of sight."""
        self._map_shown = shown
        self.update()

    def select(self, name: str | None) -> None:
        """Select a box, or none; an id that is not shown selects none. Sends no signal."""
        self._selected = name if name in self._world.boxes else None
        self.update()

    def fit(self) -> None:
        """Show all of the scene, no larger than 100 %."""
        bounds, gutter = self.scene.bounds, self.scene.gutter
        inner = Box(bounds.x + gutter, bounds.y, bounds.width - gutter, bounds.height)
        self._view.fit(inner, *self._room(), names_width(self.scene, self._style))
        self._fitted = True
        self._zoomed()

    def zoom_to(self, name: str) -> None:
        """Bring a box to the middle, large enough to be read."""
        box = self._world.boxes.get(name)
        if box is None:
            return
        width, height = self._room()
        self._view.zoom = max(self._view.zoom, _READABLE)
        self._view.hold(box.rect.middle, (width / 2, height / 2))
        self._fitted = False
        self._zoomed()

    def zoom_to_selection(self) -> None:
        """Bring the selected box to the middle; without one, show all."""
        if self._selected is None:
            self.fit()
        else:
            self.zoom_to(self._selected)

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle."""
        width, height = self._room()
        self._zoom_about(QPointF(width / 2, height / 2), factor)

    def screen_rect_of(self, name: str) -> QRectF:
        """Return where a box is on the widget."""
        return screen_rect(self._world.boxes[name], self._view)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self._room()
        painter.fillRect(self.rect(), QColor(self._style.window))
        painter.save()
        painter.setClipRect(QRectF(0, 0, width, height))
        budget = 0.0 if self._settle.isActive() else _TILE_SECONDS
        ratio = self.devicePixelRatioF()
        sharp = self._tiles.paint(painter, self._view, (width, height), ratio, budget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = Over(self._selected, self._hovered, self.hasFocus(), self._pointer.drag)
        paint_over(painter, self._world, self._style, self._view, over, (width, height))
        rect = self._map_rect()
        if rect is not None:
            self._map.paint(painter, rect, self.visible_area, self._style, ratio)
        painter.restore()
        strip = QRectF(0, height, width, self.height() - height)
        if strip.height() > 0:
            paint_legend(painter, self.scene, self._style, strip)
        painter.end()
        if not sharp and not self._settle.isActive():
            QTimer.singleShot(0, self, self.update)

    def _draw_area(self, painter: QPainter, area: Box, zoom: float) -> None:
        draw_area(painter, self._world, self._style, area, zoom)

    def _map_rect(self) -> QRectF | None:
        return self._map.rect(self.visible_area, self._room()) if self._map_shown else None

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
            point = self._view.to_scene(event.pos().x(), event.pos().y())
            text = self._world.hint_at(point, _HINT_REACH / self._view.zoom)
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
        box = self._box_at(place)
        if event.button() == Qt.MouseButton.LeftButton:
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
        moved = self._pointer.move(place)
        if moved is not None and self._pointer.drag is not None and self._pointer.drag.box is None:
            self._pan(moved.x(), moved.y())
        elif self._pointer.drag is not None:
            self.update()
        elif not event.buttons():
            box = self._box_at(place)
            self._hover(box.id if box else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, pressed = self._pointer.release()
        if drag is not None and drag.box is not None:
            x, y = drag.landing(self._view.zoom)
            self.box_placed.emit(drag.box.id, x, y)
        elif drag is None and pressed is not None and self._on_toggle(event.position()):
            self.frame_toggled.emit(pressed.id)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        box = self._box_at(event.position())
        self._pointer.forget()
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
        self._pointer.forget()
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
                self.frame_toggled.emit(self._selected)
        elif key == Qt.Key.Key_Escape:
            self.focus_cleared.emit()
        elif key == Qt.Key.Key_Home:
            self.fit()
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
                self._fitted = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure_legend()
        if self._fitted:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        # Qt sends changes of the parent's font while the constructor still runs.
        if event.type() in kinds and hasattr(self, "_settle"):
            self._style = style_of(tones(), self.font())
            self._forget_pictures()
            self.update()
            if event.type() == QEvent.Type.FontChange:
                self.measure_changed.emit()

    def _room(self) -> Point:
        return float(self.width()), self.height() - self._legend_height

    def _forget_pictures(self) -> None:
        self._tiles.clear()
        self._map.show(self.scene)
        self._measure_legend()

    def _measure_legend(self) -> None:
        self._legend_height = legend_height(self.scene, self._style, self.width())

    def _pan(self, dx: float, dy: float) -> None:
        self._view.pan(dx, dy)
        self._view.keep_near(self.scene.bounds, *self._room())
        self._fitted = False
        self.update()

    def _zoom_about(self, place: QPointF, factor: float) -> None:
        self._view.zoom_about(place.x(), place.y(), factor)
        self._view.keep_near(self.scene.bounds, *self._room())
        self._fitted = False
        self._settle.start()
        self._zoomed()

    def _zoomed(self) -> None:
        self.zoom_changed.emit(self._view.zoom)
        self.update()

    def _look_at_map(self, place: QPointF, rect: QRectF | None) -> None:
        if rect is None:
            return
        width, height = self._room()
        self._view.hold(self._map.point_at(place, rect), (width / 2, height / 2))
        self._fitted = False
        self.update()

    def _box_at(self, place: QPointF) -> SceneBox | None:
        if place.y() > self._room()[1]:
            return None
        return self._world.box_at(self._view.to_scene(place.x(), place.y()))

    def _on_toggle(self, place: QPointF) -> bool:
        point = self._view.to_scene(place.x(), place.y())
        return self._world.toggle_at(point) is not None

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
