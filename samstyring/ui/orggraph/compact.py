"""Buttons that drop their words where a row of tools would otherwise take another line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from samstyring.ui.parts.flow_layout import FlowLayout

_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly


def named(buttons: Sequence[QToolButton]) -> tuple[QToolButton, ...]:
    """Return the buttons, each with a name and a tooltip that stay when its words are gone."""
    for button in buttons:
        button.setAccessibleName(button.text().replace("&", ""))
        button.setToolTip(button.toolTip() or button.accessibleName())
    return tuple(buttons)


def fit_words(row: FlowLayout, buttons: Sequence[QToolButton], width: int) -> None:
    """Show the words of the buttons unless the row takes fewer lines without them."""
    _set(buttons, _WORDS)
    whole = row.heightForWidth(width)
    _set(buttons, _ICONS)
    if row.heightForWidth(width) >= whole:
        _set(buttons, _WORDS)


def _set(buttons: Sequence[QToolButton], style: Qt.ToolButtonStyle) -> None:
    for button in buttons:
        button.setToolButtonStyle(style)
