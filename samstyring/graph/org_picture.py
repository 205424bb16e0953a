"""From the structure as of a day to a scene: what is shown, what a box says, where it stands."""

from collections.abc import Collection
from dataclasses import dataclass, field

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.seats import Balance
from samstyring.domain.text import fold
from samstyring.domain.words import word
from samstyring.formats import counted
from samstyring.graph.box_text import BoxText, Mark, scaled_options, sized_node
from samstyring.graph.drawing import Scene, make_scene
from samstyring.graph.layout import Arrangement, LayoutEdge, LayoutNode, LayoutOptions, lay_out
from samstyring.graph.measuring import TextMeasure
from samstyring.graph.structure import (
    ALL_LINES,
    BAND_ORDER,
    AnyLine,
    Band,
    Direction,
    Holding,
    around,
    band_of,
    holding,
)
from samstyring.language import _

BACKBONE: frozenset[AnyLine] = frozenset({RelationKind.REPORTS_TO, RelationKind.PART_OF})


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What to show: empty collections of kinds, levels and regions mean all of them.

    ``unfolded`` are the holders whose insides are drawn; ``focus`` with ``steps`` narrows the
    picture to what stands around a body.
    """

    lines: frozenset[AnyLine] = BACKBONE
    kinds: frozenset[BodyKind] = frozenset()
    levels: frozenset[Level] = frozenset()
    regions: frozenset[str] = frozenset()
    unfolded: frozenset[str] = frozenset()
    focus: str = ""
    steps: int = 1
    direction: Direction = Direction.BOTH
    arrange: Arrangement = Arrangement.BANDS
    placed: bool = True


@dataclass(slots=True)
class _Picture:
    """What is worked out on the way from a snapshot to a scene."""

    snapshot: OrgSnapshot
    options: PictureOptions
    held: Holding
    bodies: dict[str, OrgBody]
    chosen: set[str]
    shown: set[str] = field(default_factory=set)


def org_scene(snapshot: OrgSnapshot, options: PictureOptions, measure: TextMeasure) -> Scene:
    """Return the drawing of the structure with the texts of its boxes in the language in use."""
    picture = _picture(snapshot, options)
    texts = {body_id: _box_text(picture, body_id) for body_id in sorted(picture.shown)}
    layout = lay_out(
        _nodes(picture, texts, measure), _edges(picture), _layout_options(picture, measure)
    )
    return make_scene(
        layout,
        texts,
        words={kind.value: word(kind) for kind in ALL_LINES},
        band_titles={place: band_title(band) for band, place in BAND_ORDER.items()},
        measure=measure,
        title=_("The organisation graph"),
        sentence=_sentence(picture),
    )


def band_title(band: Band) -> str:
    """Return what is written beside a band."""
    return {
        Band.STATE: _("State"),
        Band.POLITICAL: _("National, political"),
        Band.COUNCILS: _("National councils and committees"),
        Band.SECTOR: _("National, sector and expert"),
        Band.REGIONAL: _("Regional"),
        Band.SUB_REGIONAL: _("Sub-regional"),
        Band.LOCAL: _("Local"),
    }[band]


def _picture(snapshot: OrgSnapshot, options: PictureOptions) -> _Picture:
    bodies = {body.id: body for body in snapshot.bodies}
    picture = _Picture(snapshot, options, holding(snapshot), bodies, set())
    picture.chosen = _chosen(picture)
    picture.shown = {body_id for body_id in picture.chosen if _is_drawn(picture, body_id)}
    return picture


def _chosen(picture: _Picture) -> set[str]:
    """Return the bodies that the filters and the focus let through, with what holds them."""
    options = picture.options
    chosen = {body.id for body in picture.snapshot.bodies if _passes(body, options)}
    if options.focus in picture.bodies:
        near = around(picture.snapshot, options.focus, options.steps, ALL_LINES, options.direction)
        chosen &= set(near)
        chosen.add(options.focus)
    for body_id in tuple(chosen):
        holder = picture.held.holder.get(body_id)
        if holder is not None and (holder in chosen or options.focus):
            chosen.add(holder)
    return chosen


def _passes(body: OrgBody, options: PictureOptions) -> bool:
    regions = set(body.region.split(", "))
    return (
        (not options.kinds or body.kind in options.kinds)
        and (not options.levels or body.level in options.levels)
        and (not options.regions or bool(regions & options.regions) or body.name in options.regions)
    )


def _is_drawn(picture: _Picture, body_id: str) -> bool:
    """Say whether a body gets a box of its own: nothing that holds it is folded."""
    holder = picture.held.holder.get(body_id)
    if holder is None or holder not in picture.chosen:
        # A municipality that nothing holds is drawn only where it was asked for.
        alone = picture.bodies[body_id].kind is BodyKind.MUNICIPALITY
        asked = picture.options.focus or picture.options.kinds
        return not alone or bool(asked) or holder is None
    if body_id == picture.options.focus:
        return True
    return holder in picture.options.unfolded or (
        picture.options.focus != "" and picture.held.holder.get(picture.options.focus) == holder
    )


def _nodes(picture: _Picture, texts: dict[str, BoxText], measure: TextMeasure) -> list[LayoutNode]:
    holders = {picture.held.holder.get(body_id) for body_id in picture.shown}
    placed = {p.body_id: (p.x, p.y) for p in picture.snapshot.placements}
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
                pinned=placed.get(body_id) if picture.options.placed else None,
                frame=body_id in holders,
            )
        )
    return nodes


def _edges(picture: _Picture) -> list[LayoutEdge]:
    """Return the lines between what is shown; one to a body that is folded away ends at what
    holds it, and what a frame already says is not drawn.
    """
    edges: dict[LayoutEdge, None] = {}
    for line in picture.snapshot.lines:
        if not _is_asked_for(picture, line):
            continue
        if line.from_id not in picture.chosen or line.to_id not in picture.chosen:
            continue
        source = picture.held.shown_for(line.from_id, picture.shown)
        target = picture.held.shown_for(line.to_id, picture.shown)
        if source and target and source != target and not _says_frame(picture, source, target):
            edges[LayoutEdge(source, target, line.kind.value)] = None
    return list(edges)


def _is_asked_for(picture: _Picture, line: OrgLine) -> bool:
    """Say whether a line's kind was chosen; of the body in focus every line is shown."""
    ends = (line.from_id, line.to_id)
    return line.kind in picture.options.lines or picture.options.focus in ends


def _says_frame(picture: _Picture, one: str, other: str) -> bool:
    return picture.held.holder.get(one) == other or picture.held.holder.get(other) == one


def _layout_options(picture: _Picture, measure: TextMeasure) -> LayoutOptions:
    focus = picture.options.focus or None
    arrange = picture.options.arrange
    if arrange is not Arrangement.BANDS and focus not in picture.shown:
        arrange = Arrangement.BANDS
    return scaled_options(LayoutOptions(arrange=arrange, focus=focus), measure)


def _box_text(picture: _Picture, body_id: str) -> BoxText:
    body = picture.bodies[body_id]
    held = [picture.bodies[other] for other in picture.held.held_by(body_id)]
    folded = [other for other in held if other.id not in picture.shown]
    if body.kind is BodyKind.MUNICIPALITY and picture.held.holder.get(body_id) in picture.shown:
        return BoxText(body_id, body.label, kind_family=body.kind.value, chip=True)
    return BoxText(
        body_id,
        body.label,
        _lines(picture, body, held),
        body.kind.value,
        _marks(_total([body, *folded])),
        len(folded),
    )


def _lines(picture: _Picture, body: OrgBody, held: Collection[OrgBody]) -> tuple[str, ...]:
    if held:
        municipalities = sum(other.kind is BodyKind.MUNICIPALITY for other in held)
        groups = len(held) - municipalities
        parts = []
        if municipalities:
            parts.append(counted("{count} municipality", "{count} municipalities", municipalities))
        if groups:
            parts.append(counted("{count} body", "{count} bodies", groups))
        return (" · ".join(parts),)
    if body.balance.seats:
        return (_seats_in_words(body.balance),)
    return (word(body.kind),)


def _seats_in_words(balance: Balance) -> str:
    if balance.filled == balance.seats:
        return counted("{count} seat, filled", "{count} seats, all filled", balance.seats)
    return _("{filled} of {seats} seats").format(filled=balance.filled, seats=balance.seats)


def _total(bodies: Collection[OrgBody]) -> Balance:
    return Balance(
        sum(body.balance.seats for body in bodies),
        sum(body.balance.filled for body in bodies),
        sum(body.balance.ends_soon for body in bodies),
        sum(body.balance.term_over for body in bodies),
    )


def _marks(balance: Balance) -> tuple[Mark, ...]:
    marks = []
    if balance.vacant:
        marks.append(Mark(counted("{count} vacant", "{count} vacant", balance.vacant), "vacant"))
    if balance.term_over:
        marks.append(Mark(counted("{count} over", "{count} over", balance.term_over), "over"))
    if balance.ends_soon:
        word_soon = counted("{count} ends soon", "{count} end soon", balance.ends_soon)
        marks.append(Mark(word_soon, "soon"))
    return tuple(marks)


def _sentence(picture: _Picture) -> str:
    """Say in one line what the picture shows."""
    chosen = [picture.bodies[body_id] for body_id in picture.chosen]
    municipalities = sum(body.kind is BodyKind.MUNICIPALITY for body in chosen)
    total = _total(chosen)
    bodies = counted("{count} body", "{count} bodies", len(chosen) - municipalities)
    towns = counted("{count} municipality", "{count} municipalities", municipalities)
    vacancies = counted("{count} vacant seat", "{count} vacant seats", total.vacant)
    if picture.options.focus in picture.bodies:
        about = picture.bodies[picture.options.focus].name
        return _("Around {body}: {bodies}, {municipalities}, {vacancies}.").format(
            body=about, bodies=bodies, municipalities=towns, vacancies=vacancies
        )
    return _("{bodies}, {municipalities}, {vacancies}.").format(
        bodies=bodies, municipalities=towns, vacancies=vacancies
    )
