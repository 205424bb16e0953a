"""Days for the leader's file, made from the small structure that the graph's tests use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samstyring.domain.org import OrgSnapshot
from samstyring.domain.seats import SeatLine
from samstyring.export.leader_file import LeaderDay
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import PictureOptions, org_scene
from samstyring.graph.structure import ALL_LINES, holding
from tests.graph.test_structure import structure
from tests.graph.test_words import SEATS, seat

ALL_DRAWN = frozenset(ALL_LINES)
PERSONS: tuple[SeatLine, ...] = (
    replace(seat("DU", "Kari Nordmann", of="Frosta"), note="kari@example.no 99 88 77 66"),
    replace(SEATS[1], body_id="DU"),
)


def a_day(
    label: str = "21.11.2026",
    snapshot: OrgSnapshot | None = None,
    seats: tuple[SeatLine, ...] = PERSONS,
    *,
    folded: bool = False,
) -> LeaderDay:
    """Return a day with every line drawn, and networks open unless they shall be folded."""
    whole = snapshot or structure()
    open_ones = frozenset() if folded else frozenset(holding(whole).holder.values())
    options = PictureOptions(lines=ALL_DRAWN, unfolded=open_ones)
    return LeaderDay(label, org_scene(whole, options, estimated_measure()), whole, seats)


def named(name: str) -> OrgSnapshot:
    """Return the structure with DU called something else."""
    whole = structure()
    bodies = tuple(replace(b, name=name) if b.id == "DU" else b for b in whole.bodies)
    return replace(whole, bodies=bodies, day=date(2025, 1, 1))
