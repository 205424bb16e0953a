"""The part of a drawing that one sheet of a poster holds."""

from dataclasses import replace

from samstyring.graph.drawing import Scene, SceneBand, SceneBox, SceneEdge
from samstyring.graph.layout import Box

_TITLE_TOP, _TITLE_LINE = 12.0, 20.0
# Arrow heads and pens reach a little beyond the line.
_BESIDE = 8.0


def part_of(scene: Scene, area: Box) -> Scene:
    """Return the scene with the boxes, texts and lines that are seen in an area, and its legend.

    Bands stay as they are, since their shades go by turns.
    """
    return replace(
        scene,
        boxes=tuple(_box_in(box, area) for box in scene.boxes if box.rect.overlaps(area)),
        edges=tuple(edge for edge in scene.edges if _around(edge).overlaps(area)),
    )


def titled_bands(scene: Scene, area: Box) -> Scene:
    """Return the scene with the bands whose titles are seen in an area, and no others."""
    return replace(scene, bands=tuple(b for b in scene.bands if _title(scene, b).overlaps(area)))


def _box_in(box: SceneBox, area: Box) -> SceneBox:
    x, y = box.rect.x, box.rect.y
    texts = tuple(
        text
        for text in box.texts
        if Box(x + text.x, y + text.y, text.width, text.height).overlaps(area)
    )
    return box if texts == box.texts else replace(box, texts=texts)


def _around(edge: SceneEdge) -> Box:
    xs, ys = [x for x, _y in edge.points], [y for _x, y in edge.points]
    left, top = min(xs) - _BESIDE, min(ys) - _BESIDE
    return Box(left, top, max(xs) + _BESIDE - left, max(ys) + _BESIDE - top)


def _title(scene: Scene, band: SceneBand) -> Box:
    lines = len(band.title_lines)
    return Box(scene.bounds.x, band.y0 + _TITLE_TOP, scene.gutter, max(1, lines) * _TITLE_LINE)
