"""What the user has chosen to see in the graph, kept between sessions."""

from dataclasses import replace
from enum import StrEnum

from samstyring.domain.bodies import RelationKind
from samstyring.domain.org import LineKind
from samstyring.graph.layout import Arrangement
from samstyring.graph.picture_options import (
    Colouring,
    PictureOptions,
    Sizing,
    options_of,
    stored_options,
)
from samstyring.graph.structure import AnyLine, Direction
from samstyring.language import _
from samstyring.ui.settings import Settings

_PAGE = "graph"
VACANT, FLAGGED = "vacant", "flagged"
TABLE = "table"


def line_of(key: str) -> AnyLine:
    """Return the kind of line with that value."""
    return LineKind(key) if key in set(LineKind) else RelationKind(key)


def read_choices(settings: Settings) -> PictureOptions:
    """Return the options as they were left; what makes no sense any more is left out."""
    return options_of(settings.page(_PAGE))


def read_view(settings: Settings) -> str:
    """Return the id of the saved view that was shown last; empty for the whole."""
    return str(settings.page(_PAGE).get("view", ""))


def write_choices(settings: Settings, options: PictureOptions, view_id: str) -> None:
    """Remember the options and the view; outside a view, focus is of the moment and not kept."""
    kept = options if view_id else replace(options, focus="", steps=1)
    settings.set_page(_PAGE, {**stored_options(kept), "view": view_id})


def toggled(options: PictureOptions, holder: str) -> PictureOptions:
    """Return the options with a holder folded or unfolded."""
    return replace(options, unfolded=options.unfolded ^ {holder})


def arrangement_words() -> tuple[tuple[str, str, str], ...]:
    """Return the ways to show the structure as (key, icon, word)."""
    return (
        (Arrangement.BANDS.value, "layers", _("Bands")),
        (Arrangement.RINGS.value, "rings", _("Rings")),
        (Arrangement.TREE.value, "tree", _("Tree")),
        (TABLE, "table", _("Table")),
    )


def only_words() -> tuple[tuple[str, str], ...]:
    """Return what the graph can be narrowed to as (key, word)."""
    return ((VACANT, _("Bodies with vacant seats")), (FLAGGED, _("Bodies that need care")))


def choice_word(choice: StrEnum) -> str:
    """Return the word for a direction, a colouring or a sizing."""
    words: dict[StrEnum, str] = {
        Direction.BOTH: _("Both ways"),
        Direction.OUT: _("Out: who it informs"),
        Direction.IN: _("In: who informs it"),
        Colouring.KIND: _("Colour by kind"),
        Colouring.NETWORK: _("Colour by network"),
        Colouring.VACANCIES: _("Colour by vacant seats"),
        Colouring.BALANCE: _("Colour by balance"),
        Colouring.AGE: _("Colour by age of facts"),
        Sizing.EVEN: _("Sizes as the text needs"),
        Sizing.SEATS: _("Size by seats"),
        Sizing.VACANCIES: _("Size by vacant seats"),
    }
    return words[choice]
