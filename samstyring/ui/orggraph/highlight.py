"""What is painted over the graph: the way between two bodies, and what is gone as ghosts."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from samstyring.graph.drawing import Scene, SceneEdge
from samstyring.graph.layout.curves import cubics
from samstyring.graph.org_boxes import GHOST
from samstyring.graph.picture import Picture
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.theme import tones

_VEIL = 150


class Highlight(QWidget):
    """Lies over a canvas and follows it; nothing that is done with the mouse comes to it."""

    def __init__(self, canvas: GraphCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture: Picture | None = None
        self._scene: Scene | None = None
        self._path: tuple[str, ...] = ()
        self._ghosts: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.installEventFilter(self)
        self.hide()

    def show_picture(self, picture: Picture) -> None:
        """Show the way and the ghosts of a picture."""
        self._picture, self._scene = picture, None
        self.setGeometry(self._canvas.rect())
        self.setVisible(bool(picture.on_path) or picture.beside.difference is not None)
        self.update()

    def _find(self) -> None:
        """Find what to paint in the scene that is shown now; a large one comes later."""
        picture, scene = self._picture, self._canvas.scene
        if picture is None or scene is self._scene:
            return
        self._scene, shown = scene, self._canvas.world.boxes
        place = (picture.held.shown_for(body_id, shown) for body_id in picture.on_path)
        self._path = tuple(dict.fromkeys(body_id for body_id in place if body_id))
        self._ghosts = tuple(box.id for box in scene.boxes if box.kind_family == GHOST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the canvas."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._find()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(self._canvas.room)
        for body_id in self._ghosts:
            self._paint_ghost(painter, body_id)
        self._paint_path(painter)
        painter.end()

    def _paint_ghost(self, painter: QPainter, body_id: str) -> None:
        rect = self._rect(body_id)
        if rect is None:
            return
        veil = QColor(tones().window)
        veil.setAlpha(_VEIL)
        painter.fillRect(rect, veil)

    def _paint_path(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wanted = set(pairwise(self._path))
        pen = QPen(QColor(tones().accent.edge), 3.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for edge in self._canvas.scene.edges:
            if {(edge.source, edge.target), (edge.target, edge.source)} & wanted:
                painter.drawPath(self._curve(edge))
        for body_id in self._path:
            rect = self._rect(body_id)
            if rect is not None:
                painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 5, 5)

    def _curve(self, edge: SceneEdge) -> QPainterPath:
        path = QPainterPath()
        for start, first, second, end in cubics(edge.points):
            path.moveTo(self._point(*start))
            path.cubicTo(self._point(*first), self._point(*second), self._point(*end))
        return path

    def _point(self, x: float, y: float) -> QPointF:
        seen, zoom = self._canvas.visible_area, self._canvas.zoom
        return QPointF((x - seen.x) * zoom, (y - seen.y) * zoom)

    def _rect(self, body_id: str) -> QRectF | None:
        there = body_id in self._canvas.world.boxes
        return self._canvas.screen_rect_of(body_id) if there else None
