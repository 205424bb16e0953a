"""From the structure as of a day to a scene: what is shown, where it stands, what it says."""

from collections.abc import Collection

from samstyring.domain.bodies import BodyKind
from samstyring.domain.difference import Difference
from samstyring.domain.org import OrgSnapshot
from samstyring.domain.text import fold
from samstyring.domain.words import word
from samstyring.formats import counted
from samstyring.graph.box_text import BoxText, scaled_options, sized_node
from samstyring.graph.drawing import Scene, make_scene
from samstyring.graph.layout import (
    Arrangement,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    LayoutResult,
    lay_out,
)
from samstyring.graph.measuring import TextMeasure
from samstyring.graph.org_boxes import box_text, colour_key, resized
from samstyring.graph.picture import (
    NOTHING_BESIDE,
    Beside,
    Picture,
    drawn_lines,
    picture_of,
    whole_balance,
)
from samstyring.graph.picture_options import BACKBONE, PictureOptions
from samstyring.graph.structure import ALL_LINES, BAND_ORDER, Band, band_of
from samstyring.language import _

__all__ = [
    "BACKBONE",
    "Beside",
    "PictureOptions",
    "band_title",
    "layout_of",
    "org_scene",
    "scene_of",
]


def org_scene(
    snapshot: OrgSnapshot,
    options: PictureOptions,
    measure: TextMeasure,
    beside: Beside = NOTHING_BESIDE,
) -> Scene:
    """Return the drawing of the structure with the texts of its boxes in the language in use."""
    return scene_of(picture_of(snapshot, options, beside), measure)


def scene_of(picture: Picture, measure: TextMeasure, aspect: float | None = None) -> Scene:
    """Return the drawing of a picture; ``aspect`` is the width by height of where it is shown."""
    texts = _texts(picture)
    return make_scene(
        _laid_out(picture, texts, measure, aspect),
        texts,
        words={kind.value: word(kind) for kind in ALL_LINES},
        band_titles={place: band_title(band) for band, place in BAND_ORDER.items()},
        measure=measure,
        title=_("The organisation graph"),
        sentence=_sentence(picture),
        colours=colour_key(picture),
    )


def layout_of(picture: Picture, measure: TextMeasure) -> LayoutResult:
    """Return the layout that the scene of a picture has, with rows, crossings and seconds."""
    return _laid_out(picture, _texts(picture), measure, None)


def band_title(band: Band) -> str:
    """Return what is written beside a band."""
    return {
        Band.STATE: _("The state"),
        Band.POLITICAL: _("National, political"),
        Band.COUNCILS: _("National councils and committees"),
        Band.SECTOR: _("National, sector and expert"),
        Band.REGIONAL: _("Regional"),
        Band.SUB_REGIONAL: _("Sub-regional"),
        Band.LOCAL: _("Local"),
    }[band]


def _texts(picture: Picture) -> dict[str, BoxText]:
    return {body_id: box_text(picture, body_id) for body_id in sorted(picture.shown)}


def _laid_out(
    picture: Picture, texts: dict[str, BoxText], measure: TextMeasure, aspect: float | None
) -> LayoutResult:
    options = _layout_options(picture, measure, aspect)
    return lay_out(_nodes(picture, texts, measure), _edges(picture), options)


def _nodes(picture: Picture, texts: dict[str, BoxText], measure: TextMeasure) -> list[LayoutNode]:
    holders = {picture.held.holder.get(body_id) for body_id in picture.shown}
    keeps = picture.options.placed and picture.options.arrange is Arrangement.BANDS
    placed = {p.body_id: (p.x, p.y) for p in picture.snapshot.placements} if keeps else {}
    nodes = []
    for body_id in sorted(picture.shown):
        body, holder = picture.bodies[body_id], picture.held.holder.get(body_id)
        nodes.append(
            sized_node(
                texts[body_id],
                BAND_ORDER[band_of(body)],
                (fold(body.region), fold(body.label)),
                measure,
                parent=holder if holder in picture.shown else None,
                pinned=placed.get(body_id),
                frame=body_id in holders,
            )
        )
    return resized(picture, nodes)


def _edges(picture: Picture) -> list[LayoutEdge]:
    return [LayoutEdge(one, other, kind.value) for one, other, kind in drawn_lines(picture)]


def _layout_options(picture: Picture, measure: TextMeasure, aspect: float | None) -> LayoutOptions:
    focus = picture.options.focus or None
    arrange = picture.options.arrange
    if arrange is not Arrangement.BANDS and focus not in picture.shown:
        arrange = Arrangement.BANDS
    plain = LayoutOptions(arrange=arrange, focus=focus)
    wide = LayoutOptions(arrange=arrange, focus=focus, aspect=aspect) if aspect else plain
    return scaled_options(wide, measure)


def _sentence(picture: Picture) -> str:
    """Say in one line what the picture shows."""
    focus = picture.bodies.get(picture.options.focus)
    if picture.beside.difference is not None:
        return _differing(picture.beside.difference, *_counted(picture, picture.chosen))
    # Frames are drawn around what is near, and are not near themselves.
    counted_ids = picture.near if focus else picture.chosen
    bodies, towns = _counted(picture, counted_ids)
    whole = [picture.bodies[body_id] for body_id in counted_ids] + ([focus] if focus else [])
    vacant = whole_balance(whole).vacant
    vacancies = counted("{count} vacant seat", "{count} vacant seats", vacant)
    if focus:
        return _("Around {body}: {bodies}, {municipalities}; {vacancies} in all.").format(
            body=focus.name, bodies=bodies, municipalities=towns, vacancies=vacancies
        )
    return _("{bodies}, {municipalities}, {vacancies}.").format(
        bodies=bodies, municipalities=towns, vacancies=vacancies
    )


def _counted(picture: Picture, ids: Collection[str]) -> tuple[str, str]:
    """Return how many bodies, and how many municipalities, some of them are."""
    towns = sum(picture.bodies[body_id].kind is BodyKind.MUNICIPALITY for body_id in ids)
    return (
        counted("{count} body", "{count} bodies", len(ids) - towns),
        counted("{count} municipality", "{count} municipalities", towns),
    )


def _differing(difference: Difference, bodies: str, towns: str) -> str:
    count = len({line.body_id for line in difference.changes})
    differ = counted("{count} differs", "{count} differ", count)
    return _("On either day {bodies}, {municipalities}, of which {differ}.").format(
        bodies=bodies, municipalities=towns, differ=differ
    )
