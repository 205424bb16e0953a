"""The structure turned over so that one body's own lines, seats and people are quickly found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.org import OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.seats import Balance, SeatLine, SeatStatus
from samstyring.domain.text import sort_key
from samstyring.graph.structure import AnyLine, Holding, holding


@dataclass(frozen=True, slots=True)
class Ties:
    """What hangs on each body by its id; lines come as (kind, the other body's id).

    ``sent`` are the seats elsewhere of those a body sends, ``to_nominate`` the vacant ones that
    it nominates to.
    """

    bodies: dict[str, OrgBody]
    out: dict[str, dict[AnyLine, list[str]]]
    into: dict[str, dict[AnyLine, list[str]]]
    seats: dict[str, list[SeatLine]]
    sent: dict[str, list[SeatLine]]
    towns_of: dict[str, set[str]]
    held: Holding
    to_nominate: dict[str, list[SeatLine]]

    def names(self, ids: Iterable[str]) -> list[str]:
        """Return the names of bodies, sorted the Norwegian way."""
        return sorted((self.bodies[body_id].name for body_id in ids), key=sort_key)

    def towns_in(self, body: OrgBody) -> set[str]:
        """Return the municipalities of the regions that a body covers."""
        found: set[str] = set()
        for region in filter(None, body.region.split(", ")):
            found |= self.towns_of.get(region, set())
        return found

    def members(self, body_id: str) -> set[str]:
        """Return the municipalities that are members of a body."""
        ids = self.into.get(body_id, {}).get(RelationKind.MEMBER_OF, [])
        return {each for each in ids if self.bodies[each].kind is BodyKind.MUNICIPALITY}

    def vacant_in(self, body_id: str) -> list[str]:
        """Return the groups a body holds, and itself, that have vacant seats."""
        each = (body_id, *self.held.held_by(body_id))
        return [one for one in each if self.bodies[one].balance.vacant]

    def balance(self, body_id: str) -> Balance:
        """Return the seats of a body and of the groups it holds, by status."""
        held = [b for b in self.held.held_by(body_id) if self.bodies[b].balance.seats]
        all_of = [self.bodies[each].balance for each in (body_id, *held)]
        return Balance(
            sum(each.seats for each in all_of),
            sum(each.filled for each in all_of),
            sum(each.ends_soon for each in all_of),
            sum(each.term_over for each in all_of),
        )


def ties_of(snapshot: OrgSnapshot, seats: Sequence[SeatLine] = ()) -> Ties:
    """Return the structure turned over, once for as many questions as one has."""
    bodies = {body.id: body for body in snapshot.bodies}
    seats_of, sent, empty = defaultdict(list), defaultdict(list), defaultdict(list)
    for seat in seats:
        seats_of[seat.body_id].append(seat)
        if seat.person_id:
            for sender in {seat.represents_id, seat.employer_id} - {"", seat.body_id}:
                sent[sender].append(seat)
        elif seat.status is SeatStatus.VACANT and seat.nominates_id not in ("", seat.body_id):
            empty[seat.nominates_id].append(seat)
    towns = defaultdict(set)
    for body in snapshot.bodies:
        if body.kind is BodyKind.MUNICIPALITY and body.region:
            towns[body.region].add(body.id)
    out, into = _both_ways(snapshot.lines)
    return Ties(
        bodies, out, into, dict(seats_of), dict(sent), dict(towns), holding(snapshot), dict(empty)
    )


_Lines = dict[str, dict[AnyLine, list[str]]]


def _both_ways(lines: Iterable[OrgLine]) -> tuple[_Lines, _Lines]:
    out: _Lines = {}
    into: _Lines = {}
    for line in lines:
        out.setdefault(line.from_id, {}).setdefault(line.kind, []).append(line.to_id)
        into.setdefault(line.to_id, {}).setdefault(line.kind, []).append(line.from_id)
    return out, into
