"""The part of the canvas that shows: it paints a scene, knows where it looks, and fades over."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from samstyring.export.scene_painter import font_measure
from samstyring.graph.drawing import Scene
from samstyring.graph.layout import Box, Point
from samstyring.graph.measuring import TextMeasure
from samstyring.language import _
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.orggraph.canvas_drawing import Over, anchor_of, draw_area, paint_over
from samstyring.ui.orggraph.canvas_fade import Fade, Side, blank_picture
from samstyring.ui.orggraph.canvas_map import SmallMap
from samstyring.ui.orggraph.canvas_overlay import (
    legend_height,
    names_width,
    paint_legend,
    screen_rect,
)
from samstyring.ui.orggraph.canvas_pointer import Drag
from samstyring.ui.orggraph.canvas_style import style_of
from samstyring.ui.orggraph.canvas_tiles import TileCache
from samstyring.ui.orggraph.canvas_view import View
from samstyring.ui.orggraph.canvas_world import World
from samstyring.ui.theme import tones

_TILE_SECONDS = 0.008
_SETTLE_MS = 120
_READABLE = 0.8
_SMALLEST = (240, 180)
_USUAL_NAMES = 140.0
_MANY = 4000
_MOST_FOR_LEGEND = 0.3


class Fitted(Enum):
    """What the view goes on showing when scene or widget change, until people move it."""

    NO = auto()
    READABLE = auto()
    ALL = auto()


class GraphSurface(QWidget):
    """Shows a scene, large or small; nothing that people do is answered here."""

    box_selected = Signal(str)
    zoom_changed = Signal(float)
    measure_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*_SMALLEST)
        self.setAccessibleName(_("Graph of bodies"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._style = style_of(tones(), self.font())
        self._world = World(Scene())
        self._view = View()
        self._tiles = TileCache(self._draw_area)
        self._fitted = Fitted.READABLE
        self._toggled: str | None = None
        self._selected: str | None = None
        self._hovered: str | None = None
        self._map = SmallMap()
        self._map_shown = True
        self._legend_height = 0.0
        self._fade = Fade(self)
        self._fade.stepped.connect(self.update)
        self._building = LatestJob(self)
        self._building.finished.connect(self._on_built)
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
    def view(self) -> View:
        """Where the canvas looks now."""
        return self._view.copy()

    @property
    def selected(self) -> str | None:
        """The id of the selected box."""
        return self._selected

    @property
    def zoom(self) -> float:
        """The zoom, where 1 is 100 %."""
        return self._view.zoom

    @property
    def aspect(self) -> float:
        """Width by height of the room for boxes, for ``LayoutOptions.aspect``.

        It goes by tenths, so that a pane moved a little gives the same drawing.
        """
        width, height = self._room()
        inner = width - (self._names() or min(_USUAL_NAMES, width / 4))
        return max(0.5, min(4.0, round(inner / max(height, 1.0), 1)))

    @property
    def room(self) -> QRegion:
        """Where on the widget the graph is seen: all of it but the legend and the small map."""
        whole, small = QRectF(0.0, 0.0, *self._room()), self._map_rect()
        region = QRegion(whole.toAlignedRect())
        return region.subtracted(QRegion(small.toAlignedRect())) if small is not None else region

    @property
    def visible_area(self) -> Box:
        """The part of the scene that is in sight."""
        return self._view.seen(*self._room())

    @property
    def is_passing(self) -> bool:
        """Whether the picture is still on its way from the last scene to this one."""
        return self._fade.is_under_way

    def set_animation(self, allowed: bool) -> None:
        """Say whether a new scene may fade in; off at first, and for reduced motion."""
        self._fade.allowed = allowed

    def set_scene(self, scene: Scene) -> None:
        """Show another scene; selection and view stay with the boxes that are still there.

        One with thousands of boxes is made ready in a thread of its own and shown after that.
        """
        if len(scene.boxes) <= _MANY:
            self._building.cancel()
            self._show(World(scene))
            return

        def work(_control: JobControl) -> World:
            return World(scene)

        self._building.start(work)

    def _on_built(self, world: object) -> None:
        assert isinstance(world, World)
        self._show(world)

    def _show(self, world: World) -> None:
        before = self._side() if self._fade.allowed and self.isVisible() else None
        anchor, place = anchor_of(self._world, self._view, self._room(), self._selected)
        self._world = world
        self._forget_pictures()
        if self._selected not in world.boxes:
            self._selected = None
        self._hovered = None
        self._forget_gestures()
        self.setAccessibleDescription(world.scene.sentence)
        box = world.boxes.get(anchor or "")
        if self._fitted is not Fitted.NO or box is None:
            self._fit_again()
        else:
            self._view.hold((box.rect.x, box.rect.y), place)
        self._show_toggled()
        if before is not None:
            self._fade.begin(before, self._side(), self._style)
        self.update()

    def _show_toggled(self) -> None:
        """Bring what was just folded or unfolded into sight."""
        box, self._toggled = self._world.boxes.get(self._toggled or ""), None
        if box is not None and self._view.bring_in(box.rect, *self._room()):
            self._fitted = Fitted.NO

    def _side(self) -> Side:
        """Return what is seen now, as one side of a fade."""
        picture = blank_picture(self._room(), self.devicePixelRatioF(), self._style)
        painter = QPainter(picture)
        self._tiles.paint(painter, self._view, self._room(), picture.devicePixelRatio(), 0.0)
        painter.end()
        return Side(self._world, self._view.copy(), self._room(), picture)

    def set_map_shown(self, shown: bool) -> None:
        """Show or hide the small map; it appears only when something is out of sight."""
        self._map_shown = shown
        self.update()

    def select(self, name: str | None) -> None:
        """Select a box, or none; an id that is not shown selects none. Sends no signal."""
        self._selected = name if name in self._world.boxes else None
        self.update()

    def fit(self) -> None:
        """Show all of the scene, or where names could not be read then, the top of it.

        The box that is selected is in sight. No larger than 100 %.
        """
        box = self._world.boxes.get(self._selected or "")
        about = box.rect.middle if box else (self._inner().middle[0], self._inner().y)
        room, aside = self._room(), self._names()
        self._view.fit_readable(self._inner(), *room, aside, about)
        self._fitted = Fitted.READABLE
        self._zoomed()

    def fit_all(self) -> None:
        """Show all of the scene, however small the boxes become; no larger than 100 %."""
        self._view.fit(self._inner(), *self._room(), self._names())
        self._fitted = Fitted.ALL
        self._zoomed()

    def fit_in_turn(self) -> None:
        """Show as much as can be read; where that is seen already, all of the scene."""
        before = self._view.copy()
        self.fit()
        if self._view == before:
            self.fit_all()

    def _fit_again(self) -> None:
        if self._fitted is Fitted.ALL:
            self.fit_all()
        else:
            self.fit()

    def _inner(self) -> Box:
        """Return the part of the scene beside the titles of its bands."""
        bounds, gutter = self.scene.bounds, self.scene.gutter
        return Box(bounds.x + gutter, bounds.y, bounds.width - gutter, bounds.height)

    def _names(self) -> float:
        """Return the width that is kept for the titles of bands."""
        return names_width(self.scene, self._style, self._room()[0])

    def zoom_to(self, name: str) -> None:
        """Bring a box to the middle, large enough to be read."""
        box = self._world.boxes.get(name)
        if box is None:
            return
        width, height = self._room()
        self._view.zoom = max(self._view.zoom, _READABLE)
        self._view.hold(box.rect.middle, (width / 2, height / 2))
        self._fitted = Fitted.NO
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
        sharp = self._paint_graph(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, handle = self.hasFocus(), self._handle()
        over = Over(self._selected, self._hovered, focused, self._drag(), handle)
        paint_over(painter, self._world, self._style, self._view, over, (width, height))
        rect = self._map_rect()
        if rect is not None:
            ratio = self.devicePixelRatioF()
            self._map.paint(painter, rect, self.visible_area, self._style, ratio)
        painter.restore()
        strip = QRectF(0, height, width, self.height() - height)
        if strip.height() > 0:
            paint_legend(painter, self.scene, self._style, strip)
        painter.end()
        if not sharp and not self._settle.isActive():
            QTimer.singleShot(0, self, self.update)

    def _paint_graph(self, painter: QPainter) -> bool:
        """Paint tiles, or what is between two scenes; true when nothing more is to come."""
        room, ratio = self._room(), self.devicePixelRatioF()
        if self._fade.covers(self._view):
            self._fade.paint_moving(painter, self._style)
            return True
        budget = 0.0 if self._settle.isActive() else _TILE_SECONDS
        sharp = self._tiles.paint(painter, self._view, room, ratio, budget)
        self._fade.paint_over(painter, self._view, sharp=sharp)
        return sharp

    def _draw_area(self, painter: QPainter, area: Box, zoom: float) -> None:
        draw_area(painter, self._world, self._style, area, zoom)

    def _map_rect(self) -> QRectF | None:
        return self._map.rect(self.visible_area, self._room()) if self._map_shown else None

    def _drag(self) -> Drag | None:
        """Return the drag under way, for those who have one."""
        return None

    def _handle(self) -> str | None:
        """Return the box whose handle is shown, for those who draw relations."""
        return None

    def _forget_gestures(self) -> None:
        """Drop what was under way with boxes that may be gone."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure_legend()
        if self._fitted is not Fitted.NO:
            self._fit_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        # Qt sends changes of the parent's font while the constructor still runs.
        if event.type() in kinds and hasattr(self, "_settle"):
            self._style = style_of(tones(), self.font())
            self._fade.stop()
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
        tall = legend_height(self.scene, self._style, self.width())
        # In a low window the graph comes first; pointing at a line still tells what it means.
        self._legend_height = tall if tall <= self.height() * _MOST_FOR_LEGEND else 0.0

    def _pan(self, dx: float, dy: float) -> None:
        self._view.pan(dx, dy)
        self._view.keep_near(self.scene.bounds, *self._room())
        self._fitted = Fitted.NO
        self.update()

    def _zoom_about(self, place: QPointF, factor: float) -> None:
        self._view.zoom_about(place.x(), place.y(), factor)
        self._view.keep_near(self.scene.bounds, *self._room())
        self._fitted = Fitted.NO
        self._settle.start()
        self._zoomed()

    def _zoomed(self) -> None:
        self.zoom_changed.emit(self._view.zoom)
        self.update()
