"""The whole structure as of a day: what the graph, the words and the exports are made from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.seats import Balance


class LineKind(StrEnum):
    """What a line of the graph says beside the relations: who nominates, who appoints."""

    NOMINATES = "nominates"
    APPOINTS = "appoints"


@dataclass(frozen=True, slots=True)
class OrgBody:
    """One body of the structure as the graph draws it."""

    id: str
    name: str
    short_name: str
    kind: BodyKind
    level: Level
    region: str
    number: str
    balance: Balance
    population: int | None = None

    @property
    def label(self) -> str:
        """The short name where there is one, else the name."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class OrgLine:
    """One line of the structure: a relation, or that seats are nominated or appointed."""

    id: str
    from_id: str
    to_id: str
    kind: RelationKind | LineKind


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a person placed a body in a view, in scene units."""

    body_id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class OrgSnapshot:
    """The whole structure as of ``day``; every line joins two of its bodies."""

    day: date
    bodies: tuple[OrgBody, ...]
    lines: tuple[OrgLine, ...]
    placements: tuple[Placement, ...] = ()
