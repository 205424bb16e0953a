"""The key to a drawing as every picture has it: lines first, then colours, sizes and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from samstyring.export.scene_painter import paint_legend_line
from samstyring.export.scene_style import SceneStyle
from samstyring.graph.drawing import ColourEntry, LegendEntry, Scene

KeyEntry = LegendEntry | ColourEntry

_LINE = 36.0
_SWATCH = 12.0
_SMALL = 7.0
_GAP = 8.0
_DOT = 4.5


def key_of(scene: Scene) -> tuple[KeyEntry, ...]:
    """Return what the drawing needs a key for, in the order it is shown everywhere."""
    return (*scene.legend, *scene.colours)


def sample_width(entry: KeyEntry) -> float:
    """Return how wide the sample is with the gap after it, in scene pixels."""
    if isinstance(entry, LegendEntry):
        return _LINE + _GAP
    one = entry.family or entry.tone
    return (_SWATCH if one else _SMALL + 3.0 + _SWATCH) + _GAP


def key_rows(
    entries: Iterable[KeyEntry], room: float, gap: float, advance: Callable[[str], float]
) -> list[list[KeyEntry]]:
    """Return the entries in rows no wider than the room, with a gap between two of them."""
    rows: list[list[KeyEntry]] = []
    reach = 0.0
    for entry in entries:
        wide = sample_width(entry) + advance(entry.word)
        if not rows or reach + wide > room:
            rows.append([])
            reach = 0.0
        rows[-1].append(entry)
        reach += wide + gap
    return rows


def paint_sample(
    painter: QPainter, entry: KeyEntry, style: SceneStyle, x: float, middle: float
) -> None:
    """Paint a line, a colour, a mark's dot, or a small box beside a large one, from x and about
    a height.
    """
    if isinstance(entry, LegendEntry):
        paint_legend_line(painter, entry, style, x, middle, _LINE)
    elif entry.family:
        swatch = QRectF(x, middle - _SWATCH / 2, _SWATCH, _SWATCH)
        painter.fillRect(swatch, QColor(style.kind(entry.family)))
    elif entry.tone:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.tone(entry.tone)[2]))
        painter.drawEllipse(QPointF(x + _SWATCH / 2, middle), _DOT, _DOT)
    else:
        painter.setPen(QPen(QColor(style.border), 1.0))
        painter.setBrush(QColor(style.base))
        for left, side in ((x, _SMALL), (x + _SMALL + 3.0, _SWATCH)):
            painter.drawRect(QRectF(left, middle + _SWATCH / 2 - side, side, side))
