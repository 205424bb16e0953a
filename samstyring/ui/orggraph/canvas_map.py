"""The small map in the corner: everything in little, and a frame around what is seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from samstyring.export.scene_style import SceneStyle
from samstyring.graph.drawing import Scene, SceneBox
from samstyring.graph.layout import Box, Point
from samstyring.ui.orggraph.canvas_view import View

_WIDTH = 150.0
_HEIGHT = 110.0
_SPACE = 12.0
_SMALL_WIDTH = 480.0
_SMALL_HEIGHT = 320.0
_MANY = 2000


class SmallMap:
    """Draws the scene in little once, and then only the frame for each view."""

    def __init__(self) -> None:
        self._scene = Scene()
        self._picture: QPixmap | None = None

    def show(self, scene: Scene) -> None:
        """Show this scene, in colours that may have changed."""
        self._scene = scene
        self._picture = None

    def rect(self, seen: Box, room: Point) -> QRectF | None:
        """Return where the map lies; None when all is seen or the canvas is small."""
        bounds = self._scene.bounds
        inside = seen.x <= bounds.x and bounds.right <= seen.right
        inside = inside and seen.y <= bounds.y and bounds.bottom <= seen.bottom
        if inside or room[0] < _SMALL_WIDTH or room[1] < _SMALL_HEIGHT:
            return None
        return QRectF(room[0] - _WIDTH - _SPACE, room[1] - _HEIGHT - _SPACE, _WIDTH, _HEIGHT)

    def point_at(self, place: QPointF, rect: QRectF) -> Point:
        """Return the scene point under a place of the widget."""
        return self._view().to_scene(place.x() - rect.x(), place.y() - rect.y())

    def paint(
        self, painter: QPainter, rect: QRectF, seen: Box, style: SceneStyle, ratio: float
    ) -> None:
        """Paint the map with the frame around what is seen."""
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._drawn(style, ratio)
        painter.drawPixmap(rect.topLeft(), self._picture)
        view = self._view()
        x, y = view.to_screen(seen.x, seen.y)
        frame = QRectF(x, y, seen.width * view.zoom, seen.height * view.zoom)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(style.accent), 2.0))
        inner = rect.adjusted(2, 2, -2, -2)
        painter.drawRect(frame.translated(rect.topLeft()).intersected(inner))

    def _drawn(self, style: SceneStyle, ratio: float) -> QPixmap:
        picture = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        view = self._view()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(style.border), 1.0))
        painter.setBrush(QColor(style.base))
        painter.drawRoundedRect(QRectF(0.5, 0.5, _WIDTH - 1, _HEIGHT - 1), 6.0, 6.0)
        by_colour: dict[str, list[QRectF]] = {}
        for box in self._shown_boxes():
            x, y = view.to_screen(box.rect.x, box.rect.y)
            wide, tall = box.rect.width * view.zoom, box.rect.height * view.zoom
            colour = style.divider if box.frame else style.kind(box.kind_family)
            rect = QRectF(x, y, max(wide, 1.5), max(tall, 1.5))
            by_colour.setdefault(colour, []).append(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(self._scene.boxes) < _MANY)
        for colour, rects in by_colour.items():
            painter.setBrush(QColor(colour))
            painter.drawRects(rects)
        painter.end()
        return picture

    def _shown_boxes(self) -> list[SceneBox]:
        boxes = [box for box in self._scene.boxes if not box.chip]
        # More of them than this lie on each other, and take longer than a frame.
        return boxes[:: 1 + len(boxes) // _MANY]

    def _view(self) -> View:
        view = View()
        view.fit(self._scene.bounds, _WIDTH, _HEIGHT)
        return view
