"""Queries on channels: the standing flows as of a day."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.choices import Choice
from samstyring.domain.errors import NotFoundError
from samstyring.domain.flows import ChannelLine, FlowDirection, FlowKind, flow_direction
from samstyring.domain.periods import Period
from samstyring.domain.seats import SeatRole
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.language import _
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
    return tuple(sorted(_lines(session, session.scalars(statement).all(), as_of), key=_order))


def channel_detail(session: Session, channel_id: str, *, as_of: date) -> ChannelLine:
    """Return one channel, whether it runs that day or not; names are those of the day.

    NotFoundError if it is gone.
    """
    row = session.get(t.ChannelRow, channel_id)
    if row is None:
        raise NotFoundError(_("This channel is no longer in the file."))
    return _lines(session, (row,), as_of)[0]


def channels_over_time(
    session: Session, from_id: str, to_id: str, *, as_of: date
) -> tuple[ChannelLine, ...]:
    """Return the channels of all time from one body to another, the newest first."""
    row = t.ChannelRow
    rows = session.scalars(select(row).where(row.from_id == from_id, row.to_id == to_id)).all()
    ordered = sorted(rows, key=lambda found: (found.first_day or "", found.id), reverse=True)
    return tuple(_lines(session, ordered, as_of))


def networks_without(
    session: Session, direction: FlowDirection, *, as_of: date
) -> tuple[Choice, ...]:
    """Return the regional networks that no channel leads up from, or none down to, that day."""
    lines = [line for line in channel_lines(session, as_of=as_of) if line.direction is direction]
    reached = {line.from_id if direction is FlowDirection.UP else line.to_id for line in lines}
    row = t.BodyRow
    networks = session.scalars(
        select(row.id).where(row.kind == BodyKind.REGIONAL_NETWORK.value, alive(row, as_of))
    )
    lacking = [body_id for body_id in networks if body_id not in reached]
    names = names_as_of(session, as_of, lacking)
    choices = (Choice(body_id, names.get(body_id, NOBODY).official) for body_id in lacking)
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.label)))


def _lines(session: Session, rows: Sequence[t.ChannelRow], as_of: date) -> list[ChannelLine]:
    if not rows:
        return []
    ends = {row.from_id for row in rows} | {row.to_id for row in rows}
    names = names_as_of(session, as_of, ends)
    levels = {
        found: Level(level)
        for found, level in session.execute(
            select(t.BodyRow.id, t.BodyRow.level).where(t.BodyRow.id.in_(ends))
        )
    }
    seats = _seats(session, {row.seat_id for row in rows if row.seat_id}, as_of)
    return [
        ChannelLine(
            row.id, row.from_id, names.get(row.from_id, NOBODY).official,
            row.to_id, names.get(row.to_id, NOBODY).official, FlowKind(row.kind),
            flow_direction(levels[row.from_id], levels[row.to_id]), row.medium, row.rhythm,
            row.seat_id or "", seats.get(row.seat_id or "", ""),
            Period.of(row.first_day, row.last_day), row.note,
        )
        for row in rows
    ]  # fmt: skip


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
