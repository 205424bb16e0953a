"""What can be chosen to see in the picture of the structure, and how the choice is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import TypeVar

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind
from samstyring.graph.layout import Arrangement
from samstyring.graph.structure import AnyLine, Direction

BACKBONE: frozenset[AnyLine] = frozenset({RelationKind.REPORTS_TO, RelationKind.PART_OF})
MOST_STEPS = 9
E = TypeVar("E", bound=StrEnum)


class Colouring(StrEnum):
    """What the colour of a box says."""

    KIND = "kind"
    NETWORK = "network"
    VACANCIES = "vacancies"
    BALANCE = "balance"
    AGE = "age"


class Sizing(StrEnum):
    """What the size of a box says."""

    EVEN = "even"
    SEATS = "seats"
    VACANCIES = "vacancies"


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What to show: empty collections of kinds, levels, regions and networks mean all of them.

    ``unfolded`` are the holders whose insides are drawn; ``focus`` with ``steps`` narrows the
    picture to what stands around a body; ``networks`` are ids of what holds others. ``table``
    asks for the same in rows instead of drawn. ``compared`` is another day to compare with.
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
    networks: frozenset[str] = frozenset()
    vacant_only: bool = False
    flagged_only: bool = False
    colouring: Colouring = Colouring.KIND
    sizing: Sizing = Sizing.EVEN
    table: bool = False
    compared: date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether a filter or a focus leaves something out."""
        chosen = (self.kinds, self.levels, self.regions, self.networks, self.focus)
        return any(chosen) or self.vacant_only or self.flagged_only


def options_as_json(options: PictureOptions) -> str:
    """Return the options as text for a file; what is as at first is left out."""
    return json.dumps(stored_options(options), sort_keys=True, ensure_ascii=False)


def options_from_json(text: str) -> PictureOptions:
    """Return the options of a text; what makes no sense is as at first."""
    try:
        stored = json.loads(text)
    except ValueError:
        return PictureOptions()
    return options_of(stored) if isinstance(stored, dict) else PictureOptions()


def stored_options(options: PictureOptions) -> dict[str, object]:
    """Return the options as plain values by name; what is as at first is left out."""
    plain = PictureOptions()
    return {
        each.name: _plain(getattr(options, each.name))
        for each in fields(PictureOptions)
        if getattr(options, each.name) != getattr(plain, each.name)
    }


def options_of(stored: Mapping[str, object]) -> PictureOptions:
    """Return the options of plain values by name; what makes no sense is as at first."""
    lines = frozenset[AnyLine](
        (*_known(stored, "lines", RelationKind), *_known(stored, "lines", LineKind))
    )
    focus, steps = stored.get("focus", ""), stored.get("steps", 1)
    return PictureOptions(
        lines=lines if "lines" in stored else BACKBONE,
        kinds=frozenset(_known(stored, "kinds", BodyKind)),
        levels=frozenset(_known(stored, "levels", Level)),
        regions=frozenset(_texts(stored, "regions")),
        unfolded=frozenset(_texts(stored, "unfolded")),
        focus=focus if isinstance(focus, str) else "",
        steps=min(MOST_STEPS, max(1, steps)) if isinstance(steps, int) else 1,
        direction=_one(stored, "direction", Direction.BOTH),
        arrange=_one(stored, "arrange", Arrangement.BANDS),
        placed=stored.get("placed") is not False,
        networks=frozenset(_texts(stored, "networks")),
        vacant_only=stored.get("vacant_only") is True,
        flagged_only=stored.get("flagged_only") is True,
        colouring=_one(stored, "colouring", Colouring.KIND),
        sizing=_one(stored, "sizing", Sizing.EVEN),
        table=stored.get("table") is True,
        compared=_day(stored, "compared"),
    )


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value


def _day(stored: Mapping[str, object], key: str) -> date | None:
    try:
        return date.fromisoformat(str(stored.get(key)))
    except ValueError:
        return None


def _texts(stored: Mapping[str, object], key: str) -> list[str]:
    value = stored.get(key, [])
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _known(stored: Mapping[str, object], key: str, kind: type[E]) -> list[E]:
    return [kind(text) for text in _texts(stored, key) if text in set(kind)]


def _one(stored: Mapping[str, object], key: str, otherwise: E) -> E:
    value = stored.get(key)
    known = isinstance(value, str) and value in set(type(otherwise))
    return type(otherwise)(str(value)) if known else otherwise
