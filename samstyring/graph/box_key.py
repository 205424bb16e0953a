"""The key to the boxes of the picture: which colour is which kind, and what their marks say."""

from collections.abc import Iterable

from samstyring.domain.difference import TONES, DifferenceKind
from samstyring.domain.seats import SeatStatus
from samstyring.domain.words import word
from samstyring.graph.difference import kind_word, weightiest_of
from samstyring.graph.drawing import ColourEntry
from samstyring.graph.picture import Picture, whole_balance
from samstyring.language import N_, translate

# In the order they are told: from the state down, and what is of no kind of its own last.
_FAMILIES = {
    "state": N_("state agency"),
    "political": N_("political body"),
    "council": N_("council"),
    "sector": N_("sector committee"),
    "expert": N_("expert council"),
    "network": N_("network"),
    "group": N_("group"),
    "municipality": N_("municipality"),
    "company": N_("company"),
    "other": N_("other"),
}


def kind_key(families: Iterable[str]) -> tuple[ColourEntry, ...]:
    """Return what the colours stand for where they are those of kinds, each that is there."""
    there = set(families)
    return tuple(
        ColourEntry(family, translate(text))
        for family, text in _FAMILIES.items()
        if family in there
    )


def mark_key(picture: Picture) -> tuple[ColourEntry, ...]:
    """Return what the marks stand for that boxes have: what differs, then how seats stand."""
    return (*_differing(picture), *_standing(picture))


def _differing(picture: Picture) -> tuple[ColourEntry, ...]:
    found = picture.beside.difference
    weightiest = weightiest_of(found) if found else {}
    seen = {kind for body_id, kind in weightiest.items() if body_id in picture.shown}
    return tuple(
        ColourEntry("", kind_word(kind), TONES[kind]) for kind in DifferenceKind if kind in seen
    )


def _standing(picture: Picture) -> tuple[ColourEntry, ...]:
    """Return what the marks of seats say; those of who is folded away are on what holds them."""
    total = whole_balance(
        [body for body in picture.bodies.values() if picture.held.shown_for(body.id, picture.shown)]
    )
    counts = (
        (SeatStatus.VACANT, "vacant", total.vacant),
        (SeatStatus.TERM_OVER, "over", total.term_over),
        (SeatStatus.ENDS_SOON, "soon", total.ends_soon),
    )
    return tuple(ColourEntry("", word(status), tone) for status, tone, count in counts if count)
