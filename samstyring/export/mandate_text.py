"""Read the plain text of a mandate's section as paragraphs, numbered points and bullets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

# A paragraph may begin with a day: "1. januar 2026 trer mandatet i kraft".
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_NUMBERED = re.compile(rf"(\d{{1,3}})[.)]\s+(?!(?:{_MONTHS})\b)(\S.*)", re.IGNORECASE)
_BULLET = re.compile(r"[-–•*]\s+(\S.*)")
_OWN_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?\s+(?=\S)")
# XML 1.0, 2.2: the characters that no XML file may hold, and those that only steer the writing.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BLANK_LINES = re.compile(r"\n\s*\n")
_INDENT_OF_A_POINT_BELOW = 2


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    NUMBERED = "numbered"
    BULLETS = "bullets"


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list, with the points below it, which are numbered or bullets."""

    text: str
    below: tuple[str, ...] = ()
    below_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (its lines parted by line breaks) or a list; `start` is the first number."""

    kind: BlockKind
    text: str = ""
    points: tuple[Point, ...] = ()
    start: int = 1


@dataclass(frozen=True, slots=True)
class _Line:
    kind: BlockKind
    text: str
    number: int
    is_below: bool


def writable(text: str) -> str:
    """Return the text without what XML cannot hold; form feeds become line breaks."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\f", "\n"))


def heading_without_number(heading: str) -> str:
    """Return a heading without a number that its author typed, since headings are numbered."""
    return _OWN_NUMBER.sub("", heading.strip(), count=1)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a section's text in order.

    A line that begins with "1. " or "1) " and is next in its row is a numbered point, one with
    "- " a bullet, and an indented one belongs to the point above. A later numbered list in the
    same text goes on where the former stopped, so that no number is used twice.
    """
    blocks: list[Block] = []
    last_number = 0
    for chunk in _BLANK_LINES.split(text.strip("\n")):
        for index, raw in enumerate(filter(str.strip, chunk.split("\n"))):
            line = _read(raw, last_number, has_point_above=_ends_in_list(blocks))
            if line.kind is BlockKind.NUMBERED and not line.is_below:
                last_number = line.number
            _add(blocks, line, follows_blank=index == 0)
    return tuple(_numbered_on(blocks))


def _read(raw: str, last_number: int, *, has_point_above: bool) -> _Line:
    stripped = raw.strip()
    is_below = has_point_above and len(raw) - len(raw.lstrip()) >= _INDENT_OF_A_POINT_BELOW
    numbered = _NUMBERED.fullmatch(stripped)
    # A sentence may begin with any number; only the next in the row makes a point.
    if numbered and (int(numbered[1]) in (1, last_number + 1) or is_below):
        return _Line(BlockKind.NUMBERED, numbered[2], int(numbered[1]), is_below)
    bullet = _BULLET.fullmatch(stripped)
    if bullet:
        return _Line(BlockKind.BULLETS, bullet[1], 0, is_below)
    return _Line(BlockKind.PARAGRAPH, stripped, 0, is_below)


def _ends_in_list(blocks: list[Block]) -> bool:
    return bool(blocks) and blocks[-1].kind is not BlockKind.PARAGRAPH


def _add(blocks: list[Block], line: _Line, *, follows_blank: bool) -> None:
    grown = _grown(blocks[-1], line, follows_blank=follows_blank) if blocks else None
    if grown is None:
        blocks.append(_begun(line))
    else:
        blocks[-1] = grown


def _begun(line: _Line) -> Block:
    if line.kind is BlockKind.PARAGRAPH:
        return Block(line.kind, line.text)
    return Block(line.kind, points=(Point(line.text),))


def _grown(block: Block, line: _Line, *, follows_blank: bool) -> Block | None:
    """Return the block with the line added, or None when the line begins a block of its own."""
    if block.kind is BlockKind.PARAGRAPH:
        if follows_blank or line.kind is not BlockKind.PARAGRAPH:
            return None
        return replace(block, text=f"{block.text}\n{line.text}")
    if line.is_below:
        return replace(block, points=(*block.points[:-1], _deepened(block.points[-1], line)))
    if line.kind is block.kind:
        return replace(block, points=(*block.points, Point(line.text)))
    return None


def _deepened(point: Point, line: _Line) -> Point:
    if line.kind is not BlockKind.PARAGRAPH:
        is_numbered = point.below_numbered if point.below else line.kind is BlockKind.NUMBERED
        return replace(point, below=(*point.below, line.text), below_numbered=is_numbered)
    if point.below:
        return replace(point, below=(*point.below[:-1], f"{point.below[-1]} {line.text}"))
    return replace(point, text=f"{point.text} {line.text}")


def _numbered_on(blocks: list[Block]) -> Iterator[Block]:
    used = 0
    for block in blocks:
        if block.kind is BlockKind.NUMBERED:
            yield replace(block, start=used + 1)
            used += len(block.points)
        else:
            yield block
