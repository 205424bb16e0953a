"""Show the canvas to assistive technology as a list of the boxes in sight."""

from __future__ import annotations

import shiboken6 as shiboken
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from samstyring.graph.drawing import SceneBox
from samstyring.ui.orggraph.canvas_surface import GraphSurface

_MOST_BOXES = 200


class BoxInterface(QAccessibleInterface):
    """One box: its name, what it says, where it is and whether it is selected."""

    def __init__(self, canvas: GraphSurface, name: str, holder: CanvasInterface) -> None:
        super().__init__()
        self._canvas = canvas
        self._name = name
        self._holder = holder

    def isValid(self) -> bool:
        return shiboken.isValid(self._canvas) and self._name in self._canvas.world.boxes

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._holder

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        box = self._canvas.world.boxes[self._name]
        if kind == QAccessible.Text.Name:
            return box.title
        return described(self._canvas, box) if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        area = self._canvas.screen_rect_of(self._name).toAlignedRect()
        return QRect(self._canvas.mapToGlobal(area.topLeft()), area.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        chosen = self.isValid() and self._canvas.selected == self._name
        state.focusable = state.selectable = True
        state.selected = chosen
        state.focused = chosen and self._canvas.hasFocus()
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> shiboken.VoidPtr:  # type: ignore[override]
        # An int or None here ends the process: the binding reads it as an address.
        return shiboken.VoidPtr(0)

    def virtual_hook(self, number: int, data: shiboken.VoidPtr) -> None:  # type: ignore[override]
        pass


class CanvasInterface(QAccessibleWidget):
    """The canvas as a list; its children are the boxes in sight, two hundred at most."""

    def __init__(self, canvas: GraphSurface) -> None:
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self.canvas = canvas
        # Qt does not own what Python makes here: without this reference it would be freed.
        self._children: dict[str, BoxInterface] = {}
        canvas.box_selected.connect(self._on_selected)

    def childCount(self) -> int:
        return len(self.names())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        names = self.names()
        return self.interface_of(names[index]) if 0 <= index < len(names) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        names = self.names()
        found = [number for number, name in enumerate(names) if self._children.get(name) is child]
        return found[0] if found else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        for name in reversed(self.names()):
            if self.interface_of(name).rect().contains(x, y):
                return self.interface_of(name)
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        name = self.canvas.selected
        return self.interface_of(name) if name and self.canvas.hasFocus() else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.canvas.accessibleName()
        if kind == QAccessible.Text.Description:
            return self.canvas.accessibleDescription()
        return ""

    def names(self) -> list[str]:
        """Return the ids of the boxes in sight, in the order they are painted."""
        if not shiboken.isValid(self.canvas):
            return []
        boxes = self.canvas.world.boxes_in(self.canvas.visible_area)
        return [box.id for box in boxes[:_MOST_BOXES]]

    def interface_of(self, name: str) -> BoxInterface:
        """Return the interface of a box, the same one each time."""
        if name not in self._children:
            self._children[name] = BoxInterface(self.canvas, name, self)
        return self._children[name]

    def _on_selected(self, name: str) -> None:
        if name and QAccessible.isActive():
            place = self.interface_of(name)
            QAccessible.updateAccessibility(QAccessibleEvent(place, QAccessible.Event.Focus))


def described(canvas: GraphSurface, box: SceneBox) -> str:
    """Return what a box says and how it is joined to others, in one line of plain text."""
    joined = [
        f"{edge.word} {canvas.world.boxes[edge.target].title}"
        for edge in canvas.world.edges_of(box.id)
        if edge.source == box.id
    ]
    return ", ".join([*box.lines, *(mark.word for mark in box.marks), *joined])


def install_accessible_canvas() -> None:
    """Let Qt ask for the canvas's interface; further calls do nothing."""
    if not _INSTALLED:
        _INSTALLED.append(True)
        QAccessible.installFactory(_interface_for)


_INSTALLED: list[bool] = []
_KEPT: dict[int, CanvasInterface] = {}


def _interface_for(key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, GraphSurface):
        return None
    kept = _KEPT.get(id(thing))
    # An id can come back after a canvas is gone, and then stands for another one.
    if kept is None or kept.canvas is not thing:
        kept = _KEPT[id(thing)] = CanvasInterface(thing)
    return kept
