"""Queries on channels: the standing flows as of a day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import Level
from samstyring.domain.flows import ChannelLine, FlowKind, flow_direction
from samstyring.domain.periods import Period
from samstyring.domain.seats import SeatRole
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.store import tables as t


def channel_lines(
    session: Session, *, as_of: date, body_id: str | None = None
) -> tuple[ChannelLine, ...]:
    """Return every channel there is that day, of all or of one body, by sender and receiver."""
    row = t.ChannelRow
    statement = select(row).where(alive(row, as_of))
    if body_id is not None:
        statement = statement.where((row.from_id == body_id) | (row.to_id == body_id))
    rows = list(session.scalars(statement))
    ends = {row.from_id for row in rows} | {row.to_id for row in rows}
    names = names_as_of(session, as_of, ends)
    levels = {
        found: Level(level)
        for found, level in session.execute(
            select(t.BodyRow.id, t.BodyRow.level).where(t.BodyRow.id.in_(ends))
        )
    }
    seats = _seats(session, {row.seat_id for row in rows if row.seat_id}, as_of)
    lines = [
        ChannelLine(
            row.id, row.from_id, names.get(row.from_id, NOBODY).official,
            row.to_id, names.get(row.to_id, NOBODY).official, FlowKind(row.kind),
            flow_direction(levels[row.from_id], levels[row.to_id]), row.medium, row.rhythm,
            row.seat_id or "", seats.get(row.seat_id or "", ""),
            Period.of(row.first_day, row.last_day), row.note,
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(lines, key=_order))


def _order(line: ChannelLine) -> tuple[object, ...]:
    return sort_key(line.from_name), sort_key(line.to_name), line.kind.value, line.id


def _seats(session: Session, seat_ids: set[str], day: date) -> dict[str, str]:
    seat, held = t.SeatRow, t.AppointmentRow
    found: dict[str, str] = {}
    for seat_id, role, number in session.execute(
        select(seat.id, seat.role, seat.number).where(seat.id.in_(seat_ids))
    ):
        found[seat_id] = f"{word(SeatRole(role))} {number}"
    sitting = (
        select(held.seat_id, t.PersonRow.name)
        .join(t.PersonRow, t.PersonRow.id == held.person_id)
        .where(held.seat_id.in_(seat_ids), alive(held, day))
    )
    for seat_id, name in session.execute(sitting):
        found[seat_id] = name
    return found
