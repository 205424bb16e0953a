"""Lays the channels of the example, and says where its facts come from."""

from datetime import date

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.commands.flows import ChannelFacts, add_channel
from samstyring.commands.sources import add_source
from samstyring.domain.flows import FlowKind
from samstyring.domain.periods import Period
from samstyring.example.days import day_of
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import Line, table
from samstyring.language import N_


@command(N_("Set up the channels of the example"))
def compose_flows(session: Session, ids: Ids, today: date) -> None:
    """Add every standing flow, and a source for each body that has one."""
    about(session, THE_WHOLE)
    for line in table("example", "channels.csv"):
        add_channel(session, _channel(line, ids, today))
    for line in table("example", "sources.csv"):
        add_source(
            session, ids[line["body"]], line["title"], address=line["address"],
            verified_on=day_of(line["verified_on"], today), verified_by=line["verified_by"],
        )  # fmt: skip


def _channel(line: Line, ids: Ids, today: date) -> ChannelFacts:
    return ChannelFacts(
        from_id=ids[line["from"]],
        to_id=ids[line["to"]],
        kind=FlowKind(line["kind"]),
        medium=line["medium"],
        rhythm=line["rhythm"],
        seat_id=ids[line["seat"]] if line["seat"] else None,
        period=Period(day_of(line["first_day"], today), None),
        note=line["note"],
    )
