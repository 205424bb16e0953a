"""Fit the title of a box into the whole of it, for drawings seen from afar."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

_SIZES = (11.0, 10.0, 9.0, 8.0)
_MEASURED = 100
_LINE = 1.16
_MOST_LINES = 3
_TELLING = 5

Advance = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class FittedTitle:
    """The size of the letters in scene pixels, and the lines."""

    pixels: int
    lines: tuple[str, ...]

    @property
    def line(self) -> float:
        """The height of a line in scene pixels."""
        return self.pixels * _LINE


def title_sizes(zoom: float) -> tuple[int, ...]:
    """Return the sizes to try in scene pixels, largest first, so that they can be read."""
    return tuple(max(6, round(size / zoom)) for size in _SIZES)


def advance_of(font: QFont) -> Advance:
    """Return the width of a text in letters of one pixel, in the family and weight of the font."""
    return _advance_of(font.family(), font.bold())


@lru_cache(maxsize=8)
def _advance_of(family: str, bold: bool) -> Advance:
    font = QFont(family)
    font.setBold(bold)
    font.setPixelSize(_MEASURED)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)

    @lru_cache(maxsize=20_000)
    def advance(text: str) -> float:
        return metrics.horizontalAdvance(text) / _MEASURED

    return advance


@lru_cache(maxsize=8192)
def fitted_title(
    title: str, width: float, height: float, sizes: tuple[int, ...], advance: Advance
) -> FittedTitle | None:
    """Return the title as large as it fits whole, else shortened; None where it would say nothing.

    Widths, heights and sizes are in scene pixels, the largest size first.
    """
    for pixels in sizes:
        lines = _broken(title.split(), width / pixels, advance)
        most = min(_MOST_LINES, int(height / (pixels * _LINE)))
        whole = all(advance(line) * pixels <= width for line in lines)
        if lines and whole and len(lines) <= most:
            return FittedTitle(pixels, tuple(lines))
    return _shortened(title, width, height, sizes[-1], advance)


def _shortened(
    title: str, width: float, height: float, pixels: int, advance: Advance
) -> FittedTitle | None:
    most = min(_MOST_LINES, int(height / (pixels * _LINE)))
    if most < 1:
        return None
    room = width / pixels
    lines = _broken(title.split(), room, advance)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = " ".join(lines[most - 1 :])
    kept = [_cut(line, room, advance) for line in kept]
    # The first few letters of a name say nothing.
    says = kept and (len(kept) > 1 or len(kept[0]) >= min(len(title), _TELLING))
    return FittedTitle(pixels, tuple(kept)) if says else None


def _broken(words: Sequence[str], room: float, advance: Advance) -> list[str]:
    lines: list[str] = []
    space = advance(" ")
    reach = math.inf
    for word in words:
        wide = advance(word)
        if reach + space + wide <= room:
            lines[-1] += f" {word}"
            reach += space + wide
        else:
            lines.append(word)
            reach = wide
    return lines


def _cut(line: str, room: float, advance: Advance) -> str:
    if advance(line) <= room:
        return line
    count = len(line)
    while count and advance(line[:count]) + advance("…") > room:
        count -= 1
    return line[:count].rstrip() + "…"
