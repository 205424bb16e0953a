"""What a box says, how large it must be to say it, and where each text stands in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samstyring.graph.layout import LayoutNode, LayoutOptions, Point
from samstyring.graph.measuring import Face, TextMeasure, elided, wrapped

_LEFT = 16.0
_RIGHT = 12.0
_TOP = 7.0
_CHIP_SIDE = 8.0
_CHIP_TOP = 3.0
_PILL_SIDE = 7.0
_PILL_GAP = 6.0
_LINE_GAP = 2.0
_WIDEST_TEXT = 15.5
_WIDEST_CHIP = 7.2
_NARROWEST = 8.5
_HEADER_GAP = 10.0
_ORDINARY_LINE = 17.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A short word of state on a box, such as "1 vacant"; the tone names its colours."""

    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class BoxText:
    """What one box says. ``folded_count`` is how many boxes are folded away into it.

    A chip is a small box of one line, for the many that a frame holds.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    kind_family: str = "other"
    marks: tuple[Mark, ...] = ()
    folded_count: int = 0
    chip: bool = False


@dataclass(frozen=True, slots=True)
class SceneText:
    """A line of text in a box: top left corner relative to the box, and size.

    With a tone it stands in a pill of that tone, and x, y, width and height are the pill's.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    face: Face
    tone: str | None = None


@dataclass(frozen=True, slots=True)
class Toggle:
    """Where a frame is folded or unfolded by a click, relative to its box."""

    x: float
    y: float
    width: float
    height: float
    open: bool
    count: int


def sized_node(
    text: BoxText,
    level: int,
    key: tuple[str, ...],
    measure: TextMeasure,
    *,
    parent: str | None = None,
    pinned: Point | None = None,
    frame: bool = False,
) -> LayoutNode:
    """Return the layout node with the room its texts need; ``frame`` when others name it parent."""
    width = _wanted_width(text, measure, frame=frame)
    texts, toggle = placed_texts(text, width, measure, frame=frame)
    low = max((item.y + item.height for item in texts), default=0.0)
    if toggle:
        low = max(low, toggle.y + toggle.height)
    height = low + (_CHIP_TOP if text.chip else _HEADER_GAP if frame else _TOP)
    return LayoutNode(text.id, level, width, height, key, parent, pinned)


def scaled_options(options: LayoutOptions, measure: TextMeasure) -> LayoutOptions:
    """Return the options with gaps that go with the size of the text."""
    scale = measure.line(Face.TEXT) / _ORDINARY_LINE
    return replace(
        options,
        node_gap=options.node_gap * scale,
        line_gap=options.line_gap * scale,
        row_gap=options.row_gap * scale,
        band_gap=options.band_gap * scale,
        frame_padding=options.frame_padding * scale,
        frame_gap=options.frame_gap * scale,
    )


def placed_texts(
    text: BoxText, width: float, measure: TextMeasure, *, frame: bool
) -> tuple[tuple[SceneText, ...], Toggle | None]:
    """Return the texts of a box of the given width, nothing reaching outside it, and the toggle."""
    if text.chip:
        line = measure.line(Face.SMALL)
        inner = width - 2 * _CHIP_SIDE
        word = elided(text.title, measure, Face.SMALL, inner)
        return (SceneText(_CHIP_SIDE, _CHIP_TOP, inner, line, word, Face.SMALL),), None
    toggle = _toggle(text, width, measure, frame=frame)
    inner = width - _LEFT - _RIGHT
    room = inner - (toggle.width + _PILL_GAP if toggle else 0.0)
    placed: list[SceneText] = []
    y = _TOP
    for word in wrapped(text.title, measure, Face.TITLE, room, 2):
        placed.append(SceneText(_LEFT, y, room, measure.line(Face.TITLE), word, Face.TITLE))
        y += measure.line(Face.TITLE)
    y += _LINE_GAP
    for line_text in text.lines:
        word = elided(line_text, measure, Face.TEXT, inner)
        placed.append(SceneText(_LEFT, y, inner, measure.line(Face.TEXT), word, Face.TEXT))
        y += measure.line(Face.TEXT)
    placed.extend(_pills(text, placed, y, inner, measure))
    return tuple(placed), toggle


def _toggle(text: BoxText, width: float, measure: TextMeasure, *, frame: bool) -> Toggle | None:
    if not frame and not text.folded_count:
        return None
    height = measure.line(Face.SMALL) + 4
    word = measure.width(str(text.folded_count), Face.SMALL) + 4 if text.folded_count else 0.0
    wide = height + word
    return Toggle(width - wide - _RIGHT / 2, _TOP - 2, wide, height, frame, text.folded_count)


def _pills(
    text: BoxText, placed: list[SceneText], y: float, inner: float, measure: TextMeasure
) -> list[SceneText]:
    """Put the marks to the right on the last line where it has room, else on lines of their own."""
    line = measure.line(Face.SMALL)
    widths = [measure.width(mark.word, Face.SMALL) + 2 * _PILL_SIDE for mark in text.marks]
    total = sum(widths) + _PILL_GAP * (len(widths) - 1)
    pills: list[SceneText] = []
    if text.marks and text.lines and len(placed) > 1:
        last = placed[-1]
        free = inner - measure.width(last.text, last.face) - 2 * _PILL_GAP
        if total <= free:
            top = last.y + (last.height - line) / 2 - 1
            x = _LEFT + inner - total
            for mark, wide in zip(text.marks, widths, strict=True):
                pills.append(SceneText(x, top, wide, line + 2, mark.word, Face.SMALL, mark.tone))
                x += wide + _PILL_GAP
            return pills
    x, y = _LEFT, y + _LINE_GAP
    for mark, wide in zip(text.marks, widths, strict=True):
        wide = min(wide, inner)
        if x > _LEFT and x + wide > _LEFT + inner:
            x, y = _LEFT, y + line + 2 + _LINE_GAP
        word = elided(mark.word, measure, Face.SMALL, wide - 2 * _PILL_SIDE)
        pills.append(SceneText(x, y, wide, line + 2, word, Face.SMALL, mark.tone))
        x += wide + _PILL_GAP
    return pills


def _wanted_width(text: BoxText, measure: TextMeasure, *, frame: bool) -> float:
    line = measure.line(Face.TEXT)
    if text.chip:
        wide = measure.width(text.title, Face.SMALL)
        return min(wide, _WIDEST_CHIP * line) + 2 * _CHIP_SIDE + 1
    toggle = _toggle(text, 0.0, measure, frame=frame)
    beside = toggle.width + _PILL_GAP if toggle else 0.0
    pills = sum(measure.width(m.word, Face.SMALL) + 2 * _PILL_SIDE + _PILL_GAP for m in text.marks)
    wants = [measure.width(text.title, Face.TITLE) + beside]
    for number, words in enumerate(text.lines):
        last = number == len(text.lines) - 1
        wants.append(measure.width(words, Face.TEXT) + (pills + _PILL_GAP if last else 0.0))
    widest = _WIDEST_TEXT * line
    return max(_NARROWEST * line, min(widest, max(wants) + 1)) + _LEFT + _RIGHT
