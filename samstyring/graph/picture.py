"""What of the structure is in the picture: chosen by filters and focus, folded or drawn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from samstyring.domain.bodies import BodyKind
from samstyring.domain.difference import Difference
from samstyring.domain.org import OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.seats import Balance
from samstyring.domain.views import Care
from samstyring.graph.difference import BodyMark, marks_shown
from samstyring.graph.layout import Arrangement
from samstyring.graph.paths import Path
from samstyring.graph.picture_options import PictureOptions
from samstyring.graph.structure import ALL_LINES, AnyLine, Holding, around, holding

NO_CARE = Care()


@dataclass(frozen=True, slots=True)
class Beside:
    """What a picture is told beside the structure: care, what differs, and a way between two."""

    care: Care = NO_CARE
    difference: Difference | None = None
    path: Path | None = None


NOTHING_BESIDE = Beside()


@dataclass(slots=True)
class Picture:
    """What is worked out on the way from a snapshot to a scene or a table.

    ``ways`` are the lines along which each body is reached from the one in the middle; ``near``
    are the bodies around that one, without itself and without what only frames them.
    """

    snapshot: OrgSnapshot
    options: PictureOptions
    beside: Beside
    held: Holding
    bodies: dict[str, OrgBody]
    chosen: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    marks: dict[str, tuple[BodyMark, ...]] = field(default_factory=dict)
    ways: frozenset[str] = frozenset()
    near: set[str] = field(default_factory=set)

    @property
    def on_path(self) -> Collection[str]:
        """The bodies of the way that is shown."""
        return self.beside.path.body_ids if self.beside.path else ()


def picture_of(
    snapshot: OrgSnapshot, options: PictureOptions, beside: Beside = NOTHING_BESIDE
) -> Picture:
    """Return what of the structure the options show."""
    bodies = {body.id: body for body in snapshot.bodies}
    picture = Picture(snapshot, options, beside, holding(snapshot), bodies)
    picture.chosen = _chosen(picture)
    picture.shown = {body_id for body_id in picture.chosen if _is_drawn(picture, body_id)}
    if beside.difference is not None:
        found = _narrowed(picture, beside.difference)
        picture.beside = replace(beside, difference=found)
        picture.marks = marks_shown(found, picture.held, picture.shown)
    return picture


def is_asked_for(picture: Picture, line: OrgLine) -> bool:
    """Say whether a line's kind was chosen; of the body in focus and of a way all are shown."""
    path = picture.beside.path
    return (
        line.kind in picture.options.lines
        or picture.options.focus in (line.from_id, line.to_id)
        or (path is not None and line.id in (*path.line_ids, *path.beside_ids))
        or line.id in picture.ways
    )


def drawn_lines(picture: Picture) -> tuple[tuple[str, str, AnyLine], ...]:
    """Return the lines between what is shown as from, to and kind, each once.

    One to a body that is folded away ends at what holds it; what a frame says is not drawn.
    """
    drawn: dict[tuple[str, str, AnyLine], None] = {}
    for line in picture.snapshot.lines:
        if not is_asked_for(picture, line):
            continue
        if line.from_id not in picture.chosen or line.to_id not in picture.chosen:
            continue
        source = picture.held.shown_for(line.from_id, picture.shown)
        target = picture.held.shown_for(line.to_id, picture.shown)
        if source and target and source != target and not _says_frame(picture, source, target):
            drawn[source, target, line.kind] = None
    return tuple(drawn)


def whole_balance(bodies: Collection[OrgBody]) -> Balance:
    """Return the seats of several bodies taken together."""
    return Balance(
        sum(body.balance.seats for body in bodies),
        sum(body.balance.filled for body in bodies),
        sum(body.balance.ends_soon for body in bodies),
        sum(body.balance.term_over for body in bodies),
    )


def _says_frame(picture: Picture, one: str, other: str) -> bool:
    return picture.held.holder.get(one) == other or picture.held.holder.get(other) == one


def _narrowed(picture: Picture, found: Difference) -> Difference:
    """Return what differs of the bodies that were chosen: of the others nothing is seen."""
    if not picture.options.narrowed:
        return found
    kept = tuple(line for line in found.changes if line.body_id in picture.chosen)
    return replace(found, changes=kept)


def _chosen(picture: Picture) -> set[str]:
    """Return the bodies that the filters and the focus let through, with what holds them."""
    options = picture.options
    chosen = {body.id for body in picture.snapshot.bodies if _passes(picture, body)}
    if options.focus in picture.bodies:
        near = around(picture.snapshot, options.focus, options.steps, ALL_LINES, options.direction)
        chosen &= set(near)
        picture.ways, picture.near = _ways(picture, near), chosen - {options.focus}
        chosen.add(options.focus)
    chosen |= {body_id for body_id in picture.on_path if body_id in picture.bodies}
    for body_id in tuple(chosen):
        holder = picture.held.holder.get(body_id)
        if holder is not None and (holder in chosen or options.focus):
            chosen.add(holder)
    return chosen


def _ways(picture: Picture, steps: Mapping[str, int]) -> frozenset[str]:
    """Return a line for each body that leads one step nearer to the middle of rings or a tree."""
    if picture.options.arrange is Arrangement.BANDS:
        return frozenset()
    ways: dict[str, str] = {}
    asked = picture.options.lines
    for line in sorted(picture.snapshot.lines, key=lambda line: line.kind not in asked):
        one, other = steps.get(line.from_id), steps.get(line.to_id)
        if one is not None and other is not None and abs(one - other) == 1:
            ways.setdefault(line.from_id if one > other else line.to_id, line.id)
    return frozenset(ways.values())


def _passes(picture: Picture, body: OrgBody) -> bool:
    options = picture.options
    regions = set(body.region.split(", "))
    return (
        (not options.kinds or body.kind in options.kinds)
        and (not options.levels or body.level in options.levels)
        and (not options.regions or bool(regions & options.regions) or body.name in options.regions)
        and (not options.networks or _lies_in(picture, body, options.networks))
        and (not options.vacant_only or bool(body.balance.vacant))
        and (not options.flagged_only or body.id in picture.beside.care.flagged)
    )


def _lies_in(picture: Picture, body: OrgBody, networks: Collection[str]) -> bool:
    return body.id in networks or picture.held.holder.get(body.id) in networks


def _is_drawn(picture: Picture, body_id: str) -> bool:
    """Say whether a body gets a box of its own: nothing that holds it is folded."""
    options, holder = picture.options, picture.held.holder.get(body_id)
    if body_id == options.focus or body_id in picture.on_path:
        return True
    if holder is None or holder not in picture.chosen:
        # A municipality that nothing holds is drawn only where it was asked for.
        alone = picture.bodies[body_id].kind is BodyKind.MUNICIPALITY
        return not alone or bool(options.focus or options.kinds) or holder is None
    return holder in options.unfolded or (
        options.focus != "" and picture.held.holder.get(options.focus) == holder
    )
