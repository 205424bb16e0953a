"""What differs between the structure on two days, or in a draft and now, line by line."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.org import OrgSnapshot
from samstyring.domain.seats import SeatLine


class DifferenceKind(StrEnum):
    """What happened to a body, the weightiest first."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"
    PERSON_IN = "person_in"
    PERSON_OUT = "person_out"
    PERSON_CHANGED = "person_changed"


DIFFERENCE_ORDER: dict[DifferenceKind, int] = {
    kind: place for place, kind in enumerate(DifferenceKind)
}
PERSON_KINDS = frozenset(
    {DifferenceKind.PERSON_IN, DifferenceKind.PERSON_OUT, DifferenceKind.PERSON_CHANGED}
)
# The names of tones that every picture and list knows the colours of.
TONES: dict[DifferenceKind, str] = {
    DifferenceKind.NEW: "ok",
    DifferenceKind.GONE: "vacant",
    DifferenceKind.MOVED: "accent",
    DifferenceKind.CHANGED: "soon",
    DifferenceKind.PERSON_IN: "ok",
    DifferenceKind.PERSON_OUT: "muted",
    DifferenceKind.PERSON_CHANGED: "muted",
}


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One thing that differs; the sentence is in the language that was in use."""

    body_id: str
    body_name: str
    kind: DifferenceKind
    sentence: str
    person_id: str = ""

    @property
    def id(self) -> str:
        """A name of the line that stays the same when the difference is read again."""
        return f"{self.body_id}:{self.kind.value}:{self.person_id or self.sentence}"

    @property
    def tone(self) -> str:
        """The name of the tone that colours the line and the mark."""
        return TONES[self.kind]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs, sorted by body; within one the weightiest first."""

    before: date
    after: date
    changes: tuple[DifferenceLine, ...] = ()

    def of(self, *kinds: DifferenceKind) -> tuple[DifferenceLine, ...]:
        """Return the lines of some kinds."""
        return tuple(line for line in self.changes if line.kind in kinds)

    def bodies(self, kind: DifferenceKind) -> tuple[str, ...]:
        """Return the ids of the bodies that have lines of the kind, each once."""
        return tuple(dict.fromkeys(line.body_id for line in self.of(kind)))


@dataclass(frozen=True, slots=True)
class TwoDays:
    """The structure and its seats on two days, as a difference is made from them."""

    before: OrgSnapshot
    after: OrgSnapshot
    seats_before: tuple[SeatLine, ...] = ()
    seats_after: tuple[SeatLine, ...] = ()
