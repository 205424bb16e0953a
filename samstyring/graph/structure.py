"""The structure as a graph: what stands around a body, and what holds what."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind, OrgBody, OrgLine, OrgSnapshot

AnyLine = RelationKind | LineKind
ALL_LINES: tuple[AnyLine, ...] = (*RelationKind, *LineKind)

_HOLDING_KINDS = frozenset({BodyKind.REGIONAL_NETWORK, BodyKind.IT_COOPERATION})
_REGIONAL = frozenset({Level.REGIONAL, Level.SUB_REGIONAL})
# How a body comes to lie inside another, the surest sign first.
_INSIDE = (
    RelationKind.PART_OF,
    RelationKind.REPORTS_TO,
    RelationKind.SECRETARIAT_FOR,
    RelationKind.PREPARES_CASES_FOR,
)
_NATIONAL_COUNCILS = frozenset(
    {
        BodyKind.COUNCIL,
        BodyKind.COMMITTEE,
        BodyKind.PROGRAMME_BOARD,
        BodyKind.COMPANY,
        BodyKind.SECRETARIAT,
        BodyKind.OTHER,
    }
)


class Band(StrEnum):
    """The bands of the picture, from the state down; the order is the picture's."""

    STATE = "state"
    POLITICAL = "political"
    COUNCILS = "councils"
    SECTOR = "sector"
    REGIONAL = "regional"
    SUB_REGIONAL = "sub_regional"
    LOCAL = "local"


BAND_ORDER: dict[Band, int] = {band: place for place, band in enumerate(Band)}


def band_of(body: OrgBody) -> Band:
    """Return the band a body stands in: its level, and nationally also its kind."""
    if body.level is not Level.NATIONAL:
        return Band(body.level.value)
    if body.kind is BodyKind.POLITICAL_BODY:
        return Band.POLITICAL
    return Band.COUNCILS if body.kind in _NATIONAL_COUNCILS else Band.SECTOR


def as_graph(
    snapshot: OrgSnapshot, kinds: Collection[AnyLine] = ALL_LINES
) -> "nx.MultiDiGraph[str]":
    """Return the structure as a networkx graph with the lines of some kinds, keyed by line id."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(body.id for body in snapshot.bodies)
    for line in snapshot.lines:
        if line.kind in kinds:
            graph.add_edge(line.from_id, line.to_id, key=line.id, kind=line.kind)
    return graph


class Direction(StrEnum):
    """Which way lines are followed from a body in focus."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


def around(
    snapshot: OrgSnapshot,
    focus: str,
    steps: int,
    kinds: Collection[AnyLine] = ALL_LINES,
    direction: Direction = Direction.BOTH,
) -> dict[str, int]:
    """Return every body within so many steps of ``focus``, with how many steps it takes."""
    graph = as_graph(snapshot, kinds)
    if focus not in graph:
        return {}
    walked = {
        Direction.OUT: graph,
        Direction.IN: graph.reverse(copy=False),
        Direction.BOTH: graph.to_undirected(as_view=True),
    }[direction]
    return dict(nx.single_source_shortest_path_length(walked, focus, cutoff=steps))


@dataclass(frozen=True, slots=True)
class Holding:
    """Which body is drawn inside which: ``holder`` by the id of what it holds."""

    holder: dict[str, str]

    def held_by(self, body_id: str) -> tuple[str, ...]:
        """Return what a body holds, directly."""
        return tuple(held for held, holder in self.holder.items() if holder == body_id)

    def shown_for(self, body_id: str, shown: Collection[str]) -> str | None:
        """Return the body itself, or the nearest holder of it, that is shown."""
        seen: set[str] = set()
        current: str | None = body_id
        while current is not None and current not in shown and current not in seen:
            seen.add(current)
            current = self.holder.get(current)
        return current if current in shown else None


def holding(snapshot: OrgSnapshot) -> Holding:
    """Return what is held by what: belonging is a place, not a line.

    A network or IT cooperation holds its groups, and the groups of those; a network holds its
    municipalities; a county holds the municipalities outside every network and the state's
    office there.
    """
    bodies = {body.id: body for body in snapshot.bodies}
    holder: dict[str, str] = {}
    for line in _lines_of(snapshot.lines, RelationKind.MEMBER_OF):
        held, into = bodies[line.from_id], bodies[line.to_id]
        if held.kind is BodyKind.MUNICIPALITY and into.kind is BodyKind.REGIONAL_NETWORK:
            holder.setdefault(held.id, into.id)
    for line in _lines_of(snapshot.lines, RelationKind.LOCATED_IN):
        held, into = bodies[line.from_id], bodies[line.to_id]
        local = held.kind in (BodyKind.MUNICIPALITY, BodyKind.STATE_AGENCY)
        if local and into.kind is BodyKind.COUNTY_MUNICIPALITY:
            holder.setdefault(held.id, into.id)
    _hold_groups(snapshot, bodies, holder)
    return Holding(holder)


def _hold_groups(snapshot: OrgSnapshot, bodies: dict[str, OrgBody], holder: dict[str, str]) -> None:
    """Let groups lie in what they belong to, and groups of groups in the same place."""
    lines = [line for kind in _INSIDE for line in _lines_of(snapshot.lines, kind)]
    found = True
    while found:
        found = False
        for line in lines:
            held, into = bodies[line.from_id], bodies[line.to_id]
            place = into.id if into.kind in _HOLDING_KINDS else holder.get(into.id)
            if place is None or held.id in holder or held.kind in _HOLDING_KINDS:
                continue
            if held.level in _REGIONAL and held.kind is not BodyKind.COUNTY_MUNICIPALITY:
                holder[held.id] = place
                found = True


def _lines_of(lines: Iterable[OrgLine], kind: RelationKind) -> Iterable[OrgLine]:
    return (line for line in lines if line.kind is kind)
