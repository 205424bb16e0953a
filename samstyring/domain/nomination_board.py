"""The board of a round: seats as rows, bodies that nominate as columns, where each stands."""

from dataclasses import dataclass

from samstyring.domain.nominations import CandidacyLine, RequestStatus, RoundSeat


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A body that was asked, or that put somebody forward without being asked (no status)."""

    body_id: str
    body_name: str
    request_id: str = ""
    due_on: str = ""
    status: RequestStatus | None = None
    no_candidate: bool = False
    passed_on_from_name: str = ""

    @property
    def late(self) -> bool:
        """Whether the body's answer is overdue."""
        return self.status is RequestStatus.OVERDUE


@dataclass(frozen=True, slots=True)
class BoardCell:
    """Those whom a body has put forward for a seat, by rank.

    ``late`` tells that the body's answer is overdue and that it is expected to nominate here.
    """

    body_id: str
    candidacies: tuple[CandidacyLine, ...]
    late: bool = False


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A seat of the round with a cell for every column; ``in_round`` is whether it is to fill."""

    seat: RoundSeat
    cells: tuple[BoardCell, ...]
    in_round: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """Where every candidacy of a round stands on a day."""

    round_id: str
    columns: tuple[BoardColumn, ...]
    rows: tuple[BoardRow, ...]

    @property
    def late(self) -> tuple[BoardColumn, ...]:
        """The bodies whose answer is overdue."""
        return tuple(column for column in self.columns if column.late)
