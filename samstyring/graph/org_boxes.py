"""What the boxes of the picture say: texts, marks, and what their colours and sizes stand for."""

from collections.abc import Collection
from dataclasses import replace

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import Outcome
from samstyring.domain.kind_families import family_of
from samstyring.domain.org import OrgBody
from samstyring.domain.seats import Balance
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import counted, short_date
from samstyring.graph.box_key import kind_key, mark_key
from samstyring.graph.box_text import BoxText, Mark
from samstyring.graph.drawing import ColourEntry
from samstyring.graph.layout import LayoutNode
from samstyring.graph.picture import Picture, whole_balance
from samstyring.graph.picture_options import Colouring, Sizing
from samstyring.language import _

GHOST = "ghost"
_LARGEST = 0.7
_YEAR = 365
# Colours that are told apart well, by the family of kinds they belong to otherwise.
_FREE, _SOME, _MANY, _OLD, _UNKNOWN = "municipality", "sector", "network", "company", "other"
_RULED: dict[Outcome | None, str] = {
    Outcome.MET: _FREE,
    Outcome.CANNOT_BE_JUDGED: _SOME,
    Outcome.BROKEN: _MANY,
}
_IN_TURN = (
    "council", "sector", "expert", "network", "state", "municipality", "company", "group",
    "political",
)  # fmt: skip


def box_text(picture: Picture, body_id: str) -> BoxText:
    """Return what the box of a body says."""
    body = picture.bodies[body_id]
    held = [picture.bodies[other] for other in picture.held.held_by(body_id)]
    folded = [other for other in held if other.id not in picture.shown]
    family, differs = box_family(picture, body_id), _differing(picture, body_id)
    if body.kind is BodyKind.MUNICIPALITY and picture.held.holder.get(body_id) in picture.shown:
        return BoxText(body_id, body.label, kind_family=family, marks=differs, chip=not differs)
    marks = (*differs, *_marks(whole_balance([body, *folded])))
    return BoxText(body_id, body.label, _lines(picture, body, held), family, marks, len(folded))


def box_family(picture: Picture, body_id: str) -> str:
    """Return the kind family whose colour a box has."""
    body = picture.bodies[body_id]
    if any(mark.ghost for mark in picture.marks.get(body_id, ())):
        return GHOST
    match picture.options.colouring:
        case Colouring.NETWORK:
            return _network_family(picture, body_id)
        case Colouring.VACANCIES:
            return (_FREE, _SOME, _MANY)[min(2, _with_held(picture, body).vacant)]
        case Colouring.BALANCE:
            return _RULED.get(picture.beside.care.rules.get(body_id), _UNKNOWN)
        case Colouring.AGE:
            return _age_family(picture, body_id)
    return family_of(body.kind.value)


def colour_key(picture: Picture) -> tuple[ColourEntry, ...]:
    """Return what colours, sizes and marks of the boxes that are shown stand for."""
    return (*_colours(picture), *_sizes(picture), *mark_key(picture))


def _colours(picture: Picture) -> tuple[ColourEntry, ...]:
    match picture.options.colouring:
        case Colouring.KIND:
            return kind_key(box_family(picture, body_id) for body_id in picture.shown)
        case Colouring.NETWORK:
            return _network_colours(picture)
        case Colouring.VACANCIES:
            return (
                ColourEntry(_FREE, _("no vacant seat")),
                ColourEntry(_SOME, _("one vacant seat")),
                ColourEntry(_MANY, _("more vacant seats")),
            )
        case Colouring.BALANCE:
            return (
                ColourEntry(_FREE, _("all rules are met")),
                ColourEntry(_SOME, _("a rule cannot be judged")),
                ColourEntry(_MANY, _("a rule is broken")),
                ColourEntry(_UNKNOWN, _("no rules")),
            )
        case Colouring.AGE:
            return (
                ColourEntry(_FREE, _("checked within a year")),
                ColourEntry(_SOME, _("checked within two years")),
                ColourEntry(_OLD, _("checked longer ago")),
                ColourEntry(_UNKNOWN, _("never checked")),
            )
    return ()


def _network_colours(picture: Picture) -> tuple[ColourEntry, ...]:
    used = {_network_of(picture, body_id) for body_id in picture.shown}
    ordered = sorted(used - {""}, key=lambda holder: sort_key(picture.bodies[holder].label))
    named = tuple(
        ColourEntry(_network_family(picture, holder), picture.bodies[holder].label)
        for holder in ordered
    )
    return (*named, ColourEntry(_UNKNOWN, _("in no network"))) if "" in used else named


def _sizes(picture: Picture) -> tuple[ColourEntry, ...]:
    match picture.options.sizing:
        case Sizing.SEATS:
            return (ColourEntry("", _("the larger, the more seats")),)
        case Sizing.VACANCIES:
            return (ColourEntry("", _("the larger, the more vacant seats")),)
    return ()


def resized(picture: Picture, nodes: list[LayoutNode]) -> list[LayoutNode]:
    """Return the nodes with sizes that go with what the size of a box stands for."""
    sizing = picture.options.sizing
    if sizing is Sizing.EVEN:
        return nodes
    counts = {node.id: _count(picture, node.id, sizing) for node in nodes}
    most = max(counts.values(), default=0)
    return [_grown(node, counts[node.id] / most) if most else node for node in nodes]


def _count(picture: Picture, body_id: str, sizing: Sizing) -> int:
    balance = _with_held(picture, picture.bodies[body_id])
    return balance.seats if sizing is Sizing.SEATS else balance.vacant


def _grown(node: LayoutNode, share: float) -> LayoutNode:
    # The area grows with the count, so the sides grow with its root.
    factor = 1 + _LARGEST * share**0.5
    return replace(node, width=node.width * factor, height=node.height * factor)


def _with_held(picture: Picture, body: OrgBody) -> Balance:
    """Return the seats of a body with those of what is folded into it."""
    held = (picture.bodies[other] for other in picture.held.held_by(body.id))
    return whole_balance([body, *(other for other in held if other.id not in picture.shown)])


def _network_of(picture: Picture, body_id: str) -> str:
    """Return the network a body is or lies in; empty where there is none."""
    holders = set(picture.held.holder.values())
    return body_id if body_id in holders else picture.held.holder.get(body_id, "")


def _network_family(picture: Picture, body_id: str) -> str:
    network = _network_of(picture, body_id)
    if not network:
        return _UNKNOWN
    ordered = sorted(
        set(picture.held.holder.values()), key=lambda each: sort_key(picture.bodies[each].label)
    )
    return _IN_TURN[ordered.index(network) % len(_IN_TURN)]


def _age_family(picture: Picture, body_id: str) -> str:
    checked = picture.beside.care.verified.get(body_id)
    if checked is None:
        return _UNKNOWN
    years = (picture.snapshot.day - checked).days / _YEAR
    return _FREE if years <= 1 else _SOME if years <= 2 else _OLD


def _differing(picture: Picture, body_id: str) -> tuple[Mark, ...]:
    return tuple(Mark(mark.word, mark.tone) for mark in picture.marks.get(body_id, ()))


def _lines(picture: Picture, body: OrgBody, held: Collection[OrgBody]) -> tuple[str, ...]:
    lines = [_own_line(body, held)]
    if picture.options.colouring is Colouring.AGE:
        checked = picture.beside.care.verified.get(body.id)
        lines.append(
            _("checked {day}").format(day=short_date(checked)) if checked else _("never checked")
        )
    return tuple(lines)


def _own_line(body: OrgBody, held: Collection[OrgBody]) -> str:
    if held:
        municipalities = sum(other.kind is BodyKind.MUNICIPALITY for other in held)
        groups = len(held) - municipalities
        parts = []
        if municipalities:
            parts.append(counted("{count} municipality", "{count} municipalities", municipalities))
        if groups:
            parts.append(counted("{count} body", "{count} bodies", groups))
        return " · ".join(parts)
    return seats_in_words(body.balance) if body.balance.seats else word(body.kind)


def seats_in_words(balance: Balance) -> str:
    """Return in words how many seats there are and how many are filled."""
    if balance.filled == balance.seats:
        return counted("{count} seat, filled", "{count} seats, all filled", balance.seats)
    return _("{filled} of {seats} seats").format(filled=balance.filled, seats=balance.seats)


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
