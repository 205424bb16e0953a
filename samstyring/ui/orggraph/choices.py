"""What the user has chosen to see in the graph, kept between sessions."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind
from samstyring.graph.org_picture import BACKBONE, PictureOptions
from samstyring.graph.structure import AnyLine
from samstyring.ui.settings import Settings

_PAGE = "graph"
E = TypeVar("E", bound=StrEnum)


def line_of(key: str) -> AnyLine:
    """Return the kind of line with that value."""
    return LineKind(key) if key in set(LineKind) else RelationKind(key)


def read_choices(settings: Settings) -> PictureOptions:
    """Return the options as they were left; what makes no sense any more is left out."""
    stored: Mapping[str, object] = settings.page(_PAGE)
    lines = frozenset[AnyLine](
        (*_known(stored, "lines", RelationKind), *_known(stored, "lines", LineKind))
    )
    return PictureOptions(
        lines=lines if "lines" in stored else BACKBONE,
        kinds=frozenset(_known(stored, "kinds", BodyKind)),
        levels=frozenset(_known(stored, "levels", Level)),
        regions=frozenset(_texts(stored, "regions")),
        unfolded=frozenset(_texts(stored, "unfolded")),
    )


def write_choices(settings: Settings, options: PictureOptions) -> None:
    """Remember the options; focus is of the moment and is not kept."""
    settings.set_page(
        _PAGE,
        {
            "lines": sorted(kind.value for kind in options.lines),
            "kinds": sorted(kind.value for kind in options.kinds),
            "levels": sorted(level.value for level in options.levels),
            "regions": sorted(options.regions),
            "unfolded": sorted(options.unfolded),
        },
    )


def toggled(options: PictureOptions, holder: str) -> PictureOptions:
    """Return the options with a holder folded or unfolded."""
    return replace(options, unfolded=options.unfolded ^ {holder})


def _texts(stored: Mapping[str, object], key: str) -> list[str]:
    value = stored.get(key, [])
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _known(stored: Mapping[str, object], key: str, kind: type[E]) -> list[E]:
    return [kind(text) for text in _texts(stored, key) if text in set(kind)]
