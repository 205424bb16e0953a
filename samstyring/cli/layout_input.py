"""The layout behind a picture, made from the same parts as its drawing."""

from samstyring.domain.text import fold
from samstyring.graph.box_text import scaled_options, sized_node
from samstyring.graph.layout import (
    Arrangement,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    LayoutResult,
    lay_out,
)
from samstyring.graph.measuring import TextMeasure
from samstyring.graph.org_boxes import box_text, resized
from samstyring.graph.picture import Picture, is_asked_for
from samstyring.graph.structure import BAND_ORDER, band_of


def layout_of(picture: Picture, measure: TextMeasure) -> LayoutResult:
    """Return the layout that the scene of the picture has, with rows, crossings and seconds."""
    focus, arrange = picture.options.focus or None, picture.options.arrange
    if focus not in picture.shown:
        arrange = Arrangement.BANDS
    options = scaled_options(LayoutOptions(arrange=arrange, focus=focus), measure)
    return lay_out(_nodes(picture, measure), _edges(picture), options)


def _nodes(picture: Picture, measure: TextMeasure) -> list[LayoutNode]:
    keeps = picture.options.placed and picture.options.arrange is Arrangement.BANDS
    placed = {p.body_id: (p.x, p.y) for p in picture.snapshot.placements} if keeps else {}
    holders = {picture.held.holder.get(body_id) for body_id in picture.shown}
    nodes = []
    for body_id in sorted(picture.shown):
        body, holder = picture.bodies[body_id], picture.held.holder.get(body_id)
        nodes.append(
            sized_node(
                box_text(picture, body_id), BAND_ORDER[band_of(body)],
                (fold(body.region), fold(body.label)), measure,
                parent=holder if holder in picture.shown else None,
                pinned=placed.get(body_id), frame=body_id in holders,
            )
        )  # fmt: skip
    return resized(picture, nodes)


def _edges(picture: Picture) -> list[LayoutEdge]:
    found: dict[LayoutEdge, None] = {}
    holder = picture.held.holder
    for line in picture.snapshot.lines:
        if not is_asked_for(picture, line) or not {line.from_id, line.to_id} <= picture.chosen:
            continue
        source = picture.held.shown_for(line.from_id, picture.shown)
        target = picture.held.shown_for(line.to_id, picture.shown)
        framed = holder.get(source or "") == target or holder.get(target or "") == source
        if source and target and source != target and not framed:
            found[LayoutEdge(source, target, line.kind.value)] = None
    return list(found)
