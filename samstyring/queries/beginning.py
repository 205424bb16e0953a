"""What a file has begun to hold beside the municipalities it was set up with."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.store import tables as t

_SET_UP = (BodyKind.MUNICIPALITY.value, BodyKind.COUNTY_MUNICIPALITY.value)


@dataclass(frozen=True, slots=True)
class Beginning:
    """One body that someone has added, or no id, and whether there are seats and persons."""

    body_id: str = ""
    seats: bool = False
    people: bool = False

    @property
    def begun(self) -> bool:
        """Whether there is some of each."""
        return bool(self.body_id) and self.seats and self.people


def beginning(session: Session) -> Beginning:
    """Return what there is of bodies, seats and persons, as far as a beginner needs to know."""
    body = select(t.BodyRow.id).where(t.BodyRow.kind.not_in(_SET_UP)).limit(1)
    return Beginning(
        session.scalar(body) or "",
        session.scalar(select(t.SeatRow.id).limit(1)) is not None,
        session.scalar(select(t.PersonRow.id).limit(1)) is not None,
    )
