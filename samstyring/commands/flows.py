"""Commands on channels: the standing flows between bodies."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from samstyring.commands.bodies import name_of
from samstyring.commands.command import about, command, the
from samstyring.domain.errors import RuleError
from samstyring.domain.flows import FlowKind
from samstyring.domain.ids import new_id
from samstyring.domain.periods import ALWAYS, PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_line, clean_text
from samstyring.language import N_, _
from samstyring.store import tables as t


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """What can be written about a channel; bodies and the responsible seat are ids."""

    from_id: str
    to_id: str
    kind: FlowKind
    medium: str = ""
    rhythm: str = ""
    seat_id: str | None = None
    period: Period = ALWAYS
    note: str = ""


@command(N_("Add a channel"))
def add_channel(session: Session, facts: ChannelFacts) -> str:
    """Add a standing flow between two bodies; return its id. RuleError for one to itself."""
    row = t.ChannelRow(id=new_id())
    _write(session, row, facts)
    session.add(row)
    return row.id


@command(N_("Correct a channel"))
def correct_channel(session: Session, channel_id: str, facts: ChannelFacts) -> None:
    """Write the channel as it should have stood."""
    _write(session, the(session, t.ChannelRow, channel_id), facts)


def _write(session: Session, row: t.ChannelRow, facts: ChannelFacts) -> None:
    about(session, lambda: f"{name_of(session, facts.from_id)} → {name_of(session, facts.to_id)}")
    if facts.from_id == facts.to_id:
        raise RuleError(_("A channel runs between two bodies. Choose another body at one end."))
    facts.period.check()
    row.from_id, row.to_id, row.kind = facts.from_id, facts.to_id, facts.kind.value
    row.medium, row.rhythm = clean_line(facts.medium), clean_line(facts.rhythm)
    row.seat_id, row.note = facts.seat_id, clean_text(facts.note)
    row.first_day, row.last_day = iso_or_none(facts.period.first), iso_or_none(facts.period.last)


@command(N_("Change a channel from a date"))
def change_channel(
    session: Session, channel_id: str, facts: ChannelFacts, from_day: PartialDate
) -> str:
    """End a channel the day before, begin it anew with these facts, and return the new one's id.

    The first day of the facts is left aside. RuleError if the channel begins that day or later,
    or is over by then.
    """
    row = the(session, t.ChannelRow, channel_id)
    period = Period.of(row.first_day, row.last_day)
    if period.begins_after(from_day.day_before().last_day()):
        raise RuleError(_("The channel begins no sooner than that. Correct it instead."))
    if period.ended_before(from_day.first_day()):
        raise RuleError(_("The channel is over by then. Add a new one instead."))
    row.last_day = from_day.day_before().iso
    return add_channel(session, replace(facts, period=Period(from_day, facts.period.last)))


@command(N_("End a channel"))
def end_channel(session: Session, channel_id: str, last_day: PartialDate) -> None:
    """Let a channel end on a day."""
    row = the(session, t.ChannelRow, channel_id)
    about(session, lambda: f"{name_of(session, row.from_id)} → {name_of(session, row.to_id)}")
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day = last_day.iso


@command(N_("Delete a channel"))
def delete_channel(session: Session, channel_id: str) -> None:
    """Delete a channel that never was."""
    row = the(session, t.ChannelRow, channel_id)
    about(session, lambda: f"{name_of(session, row.from_id)} → {name_of(session, row.to_id)}")
    session.delete(row)
