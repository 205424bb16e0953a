"""Measure and break text without a toolkit; a window passes its own font's measures instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Face(StrEnum):
    """The three sizes of text in a drawing."""

    TITLE = "title"
    TEXT = "text"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class TextMeasure:
    """How wide a text is in a face, and how high a line of the face is, in scene pixels."""

    width: Callable[[str, Face], float]
    line: Callable[[Face], float]


_PIXELS = {Face.TITLE: 13.0, Face.TEXT: 12.0, Face.SMALL: 11.0}
_NARROW = frozenset("iljtfrI.,:;'|!()[] ·")
_WIDE = frozenset("mwMWÆŒ@%")


def estimated_measure() -> TextMeasure:
    """Return measures for a sans-serif at 12 pixels, on the wide side so that texts fit."""
    return TextMeasure(_estimated_width, _estimated_line)


def elided(text: str, measure: TextMeasure, face: Face, width: float) -> str:
    """Return the text, shortened with an ellipsis where it is wider than the width."""
    if measure.width(text, face) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(text[:middle].rstrip() + "…", face) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrapped(text: str, measure: TextMeasure, face: Face, width: float, most: int) -> list[str]:
    """Return the text in at most so many lines, broken between words, the last one elided."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and measure.width(" ".join(words[: count + 1]), face) <= width:
            count += 1
        lines.append(elided(" ".join(words[:count]), measure, face, width))
        words = words[count:]
    if words:
        lines.append(elided(" ".join(words), measure, face, width))
    return lines


def _estimated_width(text: str, face: Face) -> float:
    units = sum(0.34 if c in _NARROW else 0.95 if c in _WIDE else 0.62 for c in text)
    return units * _PIXELS[face] * (1.06 if face is Face.TITLE else 1.0)


def _estimated_line(face: Face) -> float:
    return _PIXELS[face] * 1.36
