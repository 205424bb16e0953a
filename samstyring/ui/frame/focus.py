"""Gives the keyboard to the first thing in a part of the window that can take it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first_in(part: QWidget | None) -> None:
    """Let the keyboard go on in a part of the window; nothing where it takes no keys."""
    widget = part.nextInFocusChain() if part is not None else None
    while widget is not None and widget is not part:
        if part is not None and part.isAncestorOf(widget) and _takes_keys(widget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()


def _takes_keys(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
