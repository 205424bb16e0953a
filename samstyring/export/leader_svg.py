"""A drawing as SVG inside a web page: classes for colours, numbers for the bodies, small."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from samstyring.export.leader_colours import family
from samstyring.graph.drawing import ColourEntry, Scene, SceneBox, SceneEdge
from samstyring.graph.layout import Box, Point
from samstyring.graph.layout.curves import cubics
from samstyring.graph.measuring import Face
from samstyring.graph.org_boxes import GHOST

_STRIPE = 5
_HEAD = 7.5
# Where the letters stand in the height of a line.
_BASELINE = 0.77
Piece = tuple[Point, Point, Point, Point]
_FACES = {Face.TITLE: "t", Face.TEXT: "x", Face.SMALL: "s"}


def scene_svg(scene: Scene, day: int, numbers: Mapping[str, int], labels: Mapping[str, str]) -> str:
    """Return the drawing as an svg element.

    ``numbers`` gives each body the number it has in the page, ``labels`` what a screen reader
    says of it. Ids of elements are those numbers, so nothing a person wrote comes into them.
    """
    b = scene.bounds
    kinds = {entry.kind: place for place, entry in enumerate(scene.legend)}
    parts = [
        f'<svg viewBox="{_n(b.x)} {_n(b.y)} {_n(b.width)} {_n(b.height)}" width="{_n(b.width)}" '
        f'height="{_n(b.height)}" role="none" focusable="false">',
        *_bands(scene),
        *(_box(box, day, numbers, labels) for box in scene.boxes if box.frame),
        *_edges(scene.edges, kinds, numbers),
        *(_box(box, day, numbers, labels) for box in scene.boxes if not box.frame),
        "</svg>",
    ]
    return "\n".join(parts)


def legend_html(scene: Scene) -> str:
    """Return the list of what lines, colours, sizes and marks mean, each with a sample."""
    items = "".join(
        f'<li><svg width="44" height="8" class="c-{_word(entry.colour)} n{place}" role="none">'
        f'<path class="l" d="M0 4h44"/></svg>{escape(entry.word)}</li>'
        for place, entry in enumerate(scene.legend)
    )
    items += "".join(_swatch(entry) for entry in scene.colours)
    return f'<ul class="legend">{items}</ul>' if items else ""


def _swatch(entry: ColourEntry) -> str:
    shape, wide = '<rect class="k" width="14" height="14"/>', 14
    if entry.tone:
        shape = '<circle class="dot" cx="7" cy="7" r="4.5"/>'
    elif not entry.family:
        shape, wide = (
            (
                '<rect class="size" x=".5" y="6.5" width="7" height="7"/>'
                '<rect class="size" x="10.5" y=".5" width="13" height="13"/>'
            ),
            24,
        )
    look = f"m-{_word(entry.tone)}" if entry.tone else f"k-{family(entry.family)}"
    return (
        f'<li><svg width="{wide}" height="14" class="{look}" role="none">'
        f"{shape}</svg>{escape(entry.word)}</li>"
    )


def dash_rules(scenes: Sequence[Scene]) -> str:
    """Return the style rules of the dashes, for the lines of each scene by their place there."""
    rules = []
    for day, scene in enumerate(scenes):
        for place, entry in enumerate(scene.legend):
            if entry.dash:
                dash = " ".join(f"{length:g}" for length in entry.dash)
                rules.append(f"#d{day} .n{place}{{stroke-dasharray:{dash}}}")
    return "\n".join(rules)


def _bands(scene: Scene) -> Iterator[str]:
    b = scene.bounds
    for number, band in enumerate(scene.bands):
        yield (
            f'<rect class="band{number % 2}" x="{_n(b.x)}" y="{_n(band.y0)}" '
            f'width="{_n(b.width)}" height="{_n(band.y1 - band.y0)}"/>'
        )
        for place, line in enumerate(band.title_lines):
            y = band.y0 + 24 + 15 * place
            yield f'<text class="s soft" x="{_n(b.x + 24)}" y="{_n(y)}">{escape(line)}</text>'


def _box(box: SceneBox, day: int, numbers: Mapping[str, int], labels: Mapping[str, str]) -> str:
    number, r = numbers[box.id], box.rect
    shape = " f" if box.frame else " chip" if box.chip else ""
    shape += " ghost" if box.kind_family == GHOST else ""
    label = escape(_spoken(box, labels.get(box.id, box.title)), quote=True)
    # The spaces keep apart, for who listens, what the eye sees apart.
    texts = " ".join(_texts(box))
    stripe = "" if box.chip else _stripe(r)
    return (
        f'<g class="b{shape} k-{family(box.kind_family)}" id="d{day}b{number}" role="option" '
        f'aria-selected="false" aria-label="{label}" transform="translate({_n(r.x)} {_n(r.y)})">'
        f'<rect width="{_n(r.width)}" height="{_n(r.height)}" rx="6"/>{stripe}{texts}</g>'
    )


def _spoken(box: SceneBox, label: str) -> str:
    """Return what a box is called: what is written on it, which who speaks to the page says,
    and what the label tells beside that.
    """
    seen = " ".join(text.text for text in box.texts)
    rest = [part for part in label.split(", ") if part not in seen]
    return ", ".join(part for part in (seen, *rest) if part)


def _stripe(rect: Box) -> str:
    low = _n(rect.height - 2 * _STRIPE)
    return f'<path class="k" d="M5 0v{_n(rect.height)}a5 5 0 0 1-5-5v-{low}a5 5 0 0 1 5-5z"/>'


def _texts(box: SceneBox) -> Iterator[str]:
    for item in box.texts:
        y = _n(item.y + item.height * _BASELINE)
        if item.tone is None:
            yield (
                f'<text class="{_FACES[item.face]}" x="{_n(item.x)}" y="{y}">'
                f"{escape(item.text)}</text>"
            )
        else:
            yield (
                f'<g class="m m-{_word(item.tone)}"><rect x="{_n(item.x)}" y="{_n(item.y)}" '
                f'width="{_n(item.width)}" height="{_n(item.height)}" rx="8"/>'
                f'<text class="s" x="{_n(item.x + item.width / 2)}" y="{y}">'
                f"{escape(item.text)}</text></g>"
            )


def _edges(
    edges: Sequence[SceneEdge], kinds: Mapping[str, int], numbers: Mapping[str, int]
) -> Iterator[str]:
    """Yield each line as a group: its path, its head, and what is seen only when asked about.

    A piece that several lines share is drawn by the first: dashes on dashes would look whole.
    """
    drawn: set[tuple[str, frozenset[Point], tuple[Point, ...]]] = set()
    for edge in edges:
        own: list[Piece] = []
        shared = list(_tails(edge))
        for piece in cubics(edge.outside):
            key = edge.kind, frozenset((piece[0], piece[-1])), tuple(sorted(piece))
            (shared if key in drawn else own).append(piece)
            drawn.add(key)
        inside = f'<path class="l in" d="{_path(shared)}"/>' if shared else ""
        yield (
            f'<g class="e c-{_word(edge.colour)} n{kinds.get(edge.kind, 0)}" '
            f'data-a="{numbers[edge.source]}" data-b="{numbers[edge.target]}">'
            f'<path class="l" d="{_path(own)}"/><path class="h" d="{_head(edge.outside)}"/>'
            f"{inside}</g>"
        )


def _tails(edge: SceneEdge) -> Iterator[Piece]:
    """Yield the pieces of a line inside frames, which would clutter what is in them."""
    first, last = edge.tails
    pieces = list(cubics(edge.points))
    yield from pieces[:first]
    yield from pieces[len(pieces) - last :]


def _path(pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    here: Point | None = None
    for start, *rest in pieces:
        if start != here:
            parts.append(f"M{_n(start[0])} {_n(start[1])}")
        parts.append("C" + " ".join(f"{_n(x)} {_n(y)}" for x, y in rest))
        here = rest[-1]
    return "".join(parts)


def _head(points: Sequence[Point]) -> str:
    if len(points) < 4:
        return ""
    tip = points[-1]
    back = next((p for p in reversed(points[:-1]) if math.dist(p, tip) > _HEAD / 3), None)
    if back is None:
        return ""
    length = math.dist(back, tip)
    dx, dy = (tip[0] - back[0]) / length * _HEAD, (tip[1] - back[1]) / length * _HEAD
    left = tip[0] - dx + dy / 2, tip[1] - dy - dx / 2
    right = tip[0] - dx - dy / 2, tip[1] - dy + dx / 2
    corners = "L".join(f"{_n(x)} {_n(y)}" for x, y in (tip, left, right))
    return f"M{corners}z"


def _n(length: float) -> str:
    """Return a length in as few letters as a screen can tell apart."""
    return f"{round(length, 1):g}" if abs(length) < 1000 else str(round(length))


def _word(name: str) -> str:
    """Return a colour's name as a class may be called; these come from our own tables."""
    return name if name.isidentifier() else "plain"
