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


def fit_words(row: FlowLayout, groups: Sequence[Sequence[QToolButton]], width: int) -> None:
    """Drop the words of as few groups, the first one first, as give the row its fewest lines."""
    heights = []
    for dropped in range(len(groups) + 1):
        _drop(groups, dropped)
        heights.append(row.heightForWidth(width))
    _drop(groups, heights.index(min(heights)))


def _drop(groups: Sequence[Sequence[QToolButton]], dropped: int) -> None:
    for place, group in enumerate(groups):
        for button in group:
            button.setToolButtonStyle(_ICONS if place < dropped else _WORDS)
