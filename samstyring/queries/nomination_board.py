"""The board of a round: seats, the bodies that nominate for them, and where each stands."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.nomination_board import Board, BoardCell, BoardColumn, BoardRow
from samstyring.domain.nominations import CandidacyLine, RoundDetail, RoundSeat
from samstyring.queries.nominations import round_detail
from samstyring.store import tables as t


def nomination_board(session: Session, round_id: str, *, as_of: date) -> Board:
    """Return where every candidacy of a round stood on a day. NotFoundError if it is gone.

    Columns are those asked, in the order of the requests, then those who nominated unasked;
    rows the seats of the round, then seats that candidates were put forward for besides.
    """
    return board_of(session, round_detail(session, round_id, as_of=as_of))


def board_of(session: Session, detail: RoundDetail) -> Board:
    """Return the board of a round that is read already."""
    columns = _columns(detail)
    besides = _seats_besides(detail)
    seats = (*detail.seats, *besides)
    nominating = _nominating(session, {seat.seat_id for seat in seats})
    rows = tuple(
        BoardRow(
            seat,
            tuple(_cell(detail, seat, column, nominating) for column in columns),
            seat not in besides,
        )
        for seat in seats
    )
    return Board(detail.line.id, columns, rows)


def _columns(detail: RoundDetail) -> tuple[BoardColumn, ...]:
    asked = {
        request.body_id: BoardColumn(
            request.body_id, request.body_name, request.id, request.due_on, request.status,
            request.no_candidate, request.passed_on_from_name,
        )
        for request in detail.requests
    }  # fmt: skip
    unasked = {
        line.by_id: BoardColumn(line.by_id, line.by_name)
        for line in detail.candidacies
        if line.by_id not in asked
    }
    return (*asked.values(), *unasked.values())


def _seats_besides(detail: RoundDetail) -> tuple[RoundSeat, ...]:
    listed = {seat.seat_id for seat in detail.seats}
    besides = {
        line.seat_id: RoundSeat(
            "", line.seat_id, line.body_id, line.body_name, line.seat_role, line.seat_number, "", ""
        )
        for line in detail.candidacies
        if line.seat_id not in listed
    }
    return tuple(besides.values())


def _nominating(session: Session, seat_ids: set[str]) -> dict[str, str]:
    """Return the one body that nominates for a seat, for the seats that say who does."""
    row = t.SeatRow
    statement = select(row.id, row.nominates_id).where(row.id.in_(seat_ids))
    return {seat_id: body_id for seat_id, body_id in session.execute(statement) if body_id}


def _cell(
    detail: RoundDetail, seat: RoundSeat, column: BoardColumn, nominating: dict[str, str]
) -> BoardCell:
    candidacies = tuple(
        line
        for line in detail.candidacies
        if line.seat_id == seat.seat_id and line.by_id == column.body_id
    )
    expected = nominating.get(seat.seat_id, column.body_id) == column.body_id
    return BoardCell(column.body_id, _by_rank(candidacies), column.late and expected)


def _by_rank(lines: tuple[CandidacyLine, ...]) -> tuple[CandidacyLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.rank is None, line.rank)))
