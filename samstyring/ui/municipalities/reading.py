"""Reads all that a municipality's detail shows, in one go."""

from dataclasses import dataclass
from datetime import date

from samstyring.domain.bodies import BodyDetail, Relation, RelationKind
from samstyring.domain.changes import JournalLine
from samstyring.domain.municipalities import MunicipalityFacts, OfficialNumber
from samstyring.domain.seats import SeatLine
from samstyring.queries.bodies import body_detail, relations_over_time
from samstyring.queries.history import journal_lines
from samstyring.queries.municipalities import municipality_facts, official_numbers
from samstyring.queries.seats import seats_held_from
from samstyring.ui.desk import Desk

_JOURNAL_LINES = 60


@dataclass(frozen=True, slots=True)
class WholeMunicipality:
    """A municipality with its past, and who sits somewhere from it, as of a day."""

    detail: BodyDetail
    facts: MunicipalityFacts
    numbers: tuple[OfficialNumber, ...]
    memberships: tuple[Relation, ...]
    counties: tuple[Relation, ...]
    seats: tuple[SeatLine, ...]
    journal: tuple[JournalLine, ...]

    def members_on(self, day: date) -> tuple[Relation, ...]:
        """Return the memberships that hold on a day."""
        return tuple(each for each in self.memberships if each.period.covers(day))


def read_whole_municipality(desk: Desk, body_id: str) -> WholeMunicipality:
    """Return all of a municipality as of the desk's day; NotFoundError if it is gone."""
    detail = desk.read(body_detail, body_id, as_of=desk.day)
    return WholeMunicipality(
        detail,
        desk.read(municipality_facts, body_id) or MunicipalityFacts(),
        desk.read(official_numbers, body_id),
        _outward(desk, body_id, RelationKind.MEMBER_OF),
        _outward(desk, body_id, RelationKind.LOCATED_IN),
        desk.read(seats_held_from, body_id, as_of=desk.day),
        desk.read(journal_lines, of=body_id, limit=_JOURNAL_LINES),
    )


def _outward(desk: Desk, body_id: str, kind: RelationKind) -> tuple[Relation, ...]:
    relations = desk.read(relations_over_time, body_id, as_of=desk.day, kinds=(kind,))
    return tuple(relation for relation in relations if relation.from_id == body_id)
