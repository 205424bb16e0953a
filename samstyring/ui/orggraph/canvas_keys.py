"""What the keys of the canvas mean."""

from __future__ import annotations

from PySide6.QtCore import Qt

from samstyring.ui.orggraph.canvas_world import Direction

DIRECTIONS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}

ACTIVATE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_MOST_STEPS = 9


def step_asked_for(text: str, steps: int) -> int | None:
    """Return the number of steps a typed character asks for, from the number there is now."""
    if text == "+":
        return min(_MOST_STEPS, steps + 1)
    if text == "-":
        return max(1, steps - 1)
    if len(text) == 1 and text in "123456789":
        return int(text)
    return None
