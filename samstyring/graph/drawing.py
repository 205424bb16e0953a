"""The drawing of a graph as records that the canvas and every exporter share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from samstyring.graph.box_text import BoxText, Mark, SceneText, Toggle, placed_texts
from samstyring.graph.layout import Box, LayoutResult, Point
from samstyring.graph.measuring import Face, TextMeasure, wrapped

__all__ = [
    "BoxText",
    "ColourEntry",
    "LegendEntry",
    "Mark",
    "Scene",
    "SceneBand",
    "SceneBox",
    "SceneEdge",
    "SceneText",
    "Toggle",
    "line_style",
    "make_scene",
]

_MARGIN = 24.0
_GUTTER_TEXT = 108.0
_APART = 7.0
_NOWHERE = Box(0.0, 0.0, 1.0, 1.0)

Dash = tuple[float, ...]

_SOLID: Dash = ()
_DASHED: Dash = (6.0, 4.0)
_DOTTED: Dash = (1.5, 3.5)
_DASH_DOT: Dash = (8.0, 3.0, 1.5, 3.0)
_LONG: Dash = (12.0, 4.0)

_LINE_STYLES: Mapping[str, tuple[str, Dash]] = {
    "reports_to": ("plain", _SOLID),
    "part_of": ("plain", _LONG),
    "located_in": ("plain", _DOTTED),
    "advises": ("advice", _DASHED),
    "prepares_cases_for": ("advice", _SOLID),
    "observes": ("advice", _DOTTED),
    "nominates": ("people", _DOTTED),
    "member_of": ("people", _SOLID),
    "appoints": ("power", _DASH_DOT),
    "owns": ("power", _SOLID),
    "hosts": ("service", _LONG),
    "secretariat_for": ("service", _DASHED),
    "need": ("people", _DASHED),
    "input": ("advice", _DASHED),
    "case_preparation": ("advice", _SOLID),
    "recommendation": ("people", _LONG),
    "decision": ("power", _SOLID),
    "commission": ("power", _DASH_DOT),
    "information": ("service", _DOTTED),
    "consultation": ("advice", _DASH_DOT),
    "report": ("plain", _DASHED),
    "rollout": ("service", _SOLID),
    "minutes": ("plain", _DASH_DOT),
}


@dataclass(frozen=True, slots=True)
class SceneBox:
    """One box: where it is, what it says and whether it holds others.

    ``texts`` and ``toggle`` lie relative to the top left corner. ``level_band`` is the number of
    the band it stands in, or None where there are no bands.
    """

    id: str
    rect: Box
    title: str
    lines: tuple[str, ...]
    kind_family: str
    marks: tuple[Mark, ...]
    folded_count: int
    level_band: int | None
    frame: bool
    chip: bool
    texts: tuple[SceneText, ...]
    toggle: Toggle | None


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """One line: cubic control points, the word for its kind, its colour key and its dash.

    ``tails`` counts the pieces at each end that run inside frames: many of them would clutter the
    boxes, so they are painted only when the line is asked about.
    """

    source: str
    target: str
    kind: str
    points: tuple[Point, ...]
    word: str
    colour: str
    dash: Dash
    tails: tuple[int, int] = (0, 0)

    @property
    def outside(self) -> tuple[Point, ...]:
        """The points of the line as far as it runs outside frames."""
        first, last = self.tails
        return self.points[3 * first : len(self.points) - 3 * last]


@dataclass(frozen=True, slots=True)
class SceneBand:
    """A strip behind the boxes; its title is broken into lines that fit the gutter."""

    title: str
    title_lines: tuple[str, ...]
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What one kind of line means."""

    kind: str
    word: str
    dash: Dash
    colour: str


@dataclass(frozen=True, slots=True)
class ColourEntry:
    """What one colour of the boxes stands for, or one of their marks by its tone.

    Without family and tone it tells what their size stands for.
    """

    family: str
    word: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished drawing; ``gutter`` is the width kept for band titles at the left of bounds.

    ``colours`` tells what colours, sizes and marks of boxes stand for, as far as there are any.
    """

    boxes: tuple[SceneBox, ...] = ()
    edges: tuple[SceneEdge, ...] = ()
    bands: tuple[SceneBand, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    bounds: Box = _NOWHERE
    title: str = ""
    sentence: str = ""
    gutter: float = 0.0
    colours: tuple[ColourEntry, ...] = ()


def make_scene(
    layout: LayoutResult,
    texts: Mapping[str, BoxText],
    *,
    words: Mapping[str, str],
    band_titles: Mapping[int, str],
    measure: TextMeasure,
    title: str = "",
    sentence: str = "",
    colours: tuple[ColourEntry, ...] = (),
) -> Scene:
    """Return the scene of a layout.

    ``texts`` has one entry for each box, ``words`` one for each kind of line, ``band_titles`` one
    for each level. Frames come before what they hold, so that painting in order is right.
    """
    bands = tuple(
        SceneBand(name, tuple(wrapped(name, measure, Face.SMALL, _GUTTER_TEXT, 3)), b.y0, b.y1)
        for b in layout.bands
        for name in (band_titles.get(b.level, ""),)
    )
    boxes = tuple(
        _scene_box(texts[name], rect, bands, measure) for name, rect in layout.boxes.items()
    )
    edges = _side_by_side(
        SceneEdge(r.source, r.target, r.kind, r.points, words.get(r.kind, ""),
                  *line_style(r.kind), r.tails)
        for r in layout.routes
    )  # fmt: skip
    gutter = _gutter(bands, measure)
    bounds = _bounds([box.rect for box in boxes], edges, bands, gutter)
    return Scene(boxes, edges, bands, _legend(edges), bounds, title, sentence, gutter, colours)


def line_style(kind: str) -> tuple[str, Dash]:
    """Return colour key and dash (in pixels on and off, empty for solid) of a kind of line."""
    return _LINE_STYLES.get(kind, ("plain", _SOLID))


def _scene_box(
    text: BoxText, rect: Box, bands: Sequence[SceneBand], measure: TextMeasure
) -> SceneBox:
    placed, toggle = placed_texts(text, rect.width, measure, frame=rect.frame)
    middle = rect.middle[1]
    band = next((i for i, band in enumerate(bands) if band.y0 <= middle < band.y1), None)
    return SceneBox(
        text.id,
        rect,
        text.title,
        text.lines,
        text.kind_family,
        text.marks,
        text.folded_count,
        band,
        rect.frame,
        text.chip,
        placed,
        toggle,
    )


def _side_by_side(edges: Iterable[SceneEdge]) -> tuple[SceneEdge, ...]:
    """Return the lines, those that would lie on each other between two boxes set beside it."""
    placed = list(edges)
    pairs: dict[tuple[str, str], list[int]] = {}
    for number, edge in enumerate(placed):
        pairs.setdefault((min(edge.source, edge.target), max(edge.source, edge.target)), []).append(
            number
        )
    for numbers in pairs.values():
        ways: dict[tuple[Point, ...], list[int]] = {}
        for number in numbers if len(numbers) > 1 else ():
            points = placed[number].points
            ways.setdefault(min(points, points[::-1]), []).append(number)
        for way, same in ways.items():
            for place, number in enumerate(same if len(same) > 1 else ()):
                aside = (place - (len(same) - 1) / 2) * _APART
                placed[number] = _moved_aside(placed[number], way, aside)
    return tuple(placed)


def _moved_aside(edge: SceneEdge, way: Sequence[Point], aside: float) -> SceneEdge:
    (x0, y0), (x1, y1) = way[0], way[-1]
    length = math.dist(way[0], way[-1])
    if not length or not aside:
        return edge
    dx, dy = -(y1 - y0) / length * aside, (x1 - x0) / length * aside
    return replace(edge, points=tuple((x + dx, y + dy) for x, y in edge.points))


def _legend(edges: Sequence[SceneEdge]) -> tuple[LegendEntry, ...]:
    used = {edge.kind: edge for edge in edges}
    known = [kind for kind in _LINE_STYLES if kind in used]
    other = sorted(kind for kind in used if kind not in _LINE_STYLES)
    return tuple(
        LegendEntry(kind, used[kind].word, used[kind].dash, used[kind].colour)
        for kind in [*known, *other]
    )


def _gutter(bands: Sequence[SceneBand], measure: TextMeasure) -> float:
    lines = [line for band in bands for line in band.title_lines]
    widest = max((measure.width(line, Face.SMALL) for line in lines), default=0.0)
    return widest + _MARGIN if widest else 0.0


def _bounds(
    rects: Sequence[Box], edges: Sequence[SceneEdge], bands: Sequence[SceneBand], gutter: float
) -> Box:
    if not rects:
        return _NOWHERE
    # Control points lie beyond their curve; the ends of the pieces are what is seen.
    ends = [point for edge in edges for point in edge.points[::3]]
    left = min([*(r.x for r in rects), *(x for x, _ in ends)]) - _MARGIN - gutter
    rights = [*(r.right for r in rects), *(x for x, _ in ends)]
    tops = [*(r.y for r in rects), *(y for _, y in ends)]
    lows = [*(r.bottom for r in rects), *(y for _, y in ends)]
    edge = min(tops) - _MARGIN
    top = min(edge, min((band.y0 for band in bands), default=edge))
    bottom = max(max(lows) + _MARGIN, max((band.y1 for band in bands), default=top))
    return Box(left, top, max(rights) + _MARGIN - left, bottom - top)
