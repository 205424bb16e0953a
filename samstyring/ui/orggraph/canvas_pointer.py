"""What a press of the mouse turns into: a click, a hold, a drag of a box, a line or the view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from samstyring.graph.drawing import SceneBox
from samstyring.graph.layout import Point

_HOLD_MS = 450


@dataclass(slots=True)
class Drag:
    """A drag under way; without a box it is the view that is dragged.

    ``relates`` is true where it is not the box but a line from its handle that is dragged.
    """

    start: QPointF
    here: QPointF
    box: SceneBox | None
    relates: bool = False

    def landing(self, zoom: float) -> Point:
        """Return the scene point where the top left corner of the dragged box would come."""
        assert self.box is not None
        shift = self.here - self.start
        return self.box.rect.x + shift.x() / zoom, self.box.rect.y + shift.y() / zoom


class Pointer(QObject):
    """Follows one press from beginning to end. ``held`` carries the id of the box held down."""

    held = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.drag: Drag | None = None
        self.on_map = False
        self._start: QPointF | None = None
        self._box: SceneBox | None = None
        self._movable = self._relates = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_HOLD_MS)
        self._timer.timeout.connect(self._on_time)

    def press(self, place: QPointF, box: SceneBox | None, *, movable: bool) -> None:
        """Begin at a place of the widget, on a box or beside them."""
        self._start, self._box, self._movable = place, box, movable
        self.drag, self._relates = None, False
        if box is not None:
            self._timer.start()

    def press_handle(self, place: QPointF, box: SceneBox) -> None:
        """Begin on the handle of a box, from where a line can be drawn."""
        self._start, self._box = place, box
        self.drag, self._relates = None, True

    @property
    def is_relating(self) -> bool:
        """Whether a line is being drawn from a handle, or may soon be."""
        return self._relates and self._start is not None

    def grab_map(self) -> None:
        """Begin on the small map."""
        self.forget()
        self.on_map = True

    def move(self, place: QPointF) -> QPointF | None:
        """Go on to a place; return how far from the last one when this is a drag."""
        if self._start is None:
            return None
        if self.drag is None:
            far = (place - self._start).manhattanLength()
            if far < QGuiApplication.styleHints().startDragDistance():
                return None
            self._timer.stop()
            taken = self._box if self._movable or self._relates else None
            self.drag = Drag(self._start, self._start, taken, self._relates)
        moved = place - self.drag.here
        self.drag.here = place
        return moved

    def release(self) -> tuple[Drag | None, SceneBox | None]:
        """End; return the drag, or None and the box that was clicked (None after a hold)."""
        drag, box = self.drag, self._box
        self.forget()
        return drag, box

    def forget(self) -> None:
        """Drop whatever was under way."""
        self._timer.stop()
        self._start = self._box = self.drag = None
        self.on_map = False

    def _on_time(self) -> None:
        box = self._box
        self._box = self._start = None
        if box is not None:
            self.held.emit(box.id)
