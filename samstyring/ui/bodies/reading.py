"""Reads all that a body's detail shows, in one go."""

from dataclasses import dataclass

from samstyring.domain.bodies import BodyDetail
from samstyring.domain.changes import JournalLine
from samstyring.domain.flows import ChannelLine
from samstyring.domain.mandates import MandateLine
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.seats import SeatLine
from samstyring.queries.bodies import body_detail
from samstyring.queries.flows import channel_lines
from samstyring.queries.history import journal_lines
from samstyring.queries.mandates import mandate_lines
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk

# Undoing writes lines of its own, which are not shown: some more are read than are wanted.
_JOURNAL_LINES = 60


@dataclass(frozen=True, slots=True)
class WholeBody:
    """A body with all that hangs on it, as of a day."""

    detail: BodyDetail
    roster: tuple[SeatLine, ...]
    mandates: tuple[MandateLine, ...]
    candidacies: tuple[CandidacyLine, ...]
    channels: tuple[ChannelLine, ...]
    journal: tuple[JournalLine, ...]


def read_whole_body(desk: Desk, body_id: str) -> WholeBody:
    """Return all of a body as of the desk's day; NotFoundError if it is gone."""
    return WholeBody(
        desk.read(body_detail, body_id, as_of=desk.day),
        desk.read(seat_lines, as_of=desk.day, body_id=body_id),
        desk.read(mandate_lines, as_of=desk.day, body_id=body_id),
        desk.read(candidacy_lines, as_of=desk.day, body_id=body_id),
        desk.read(channel_lines, as_of=desk.day, body_id=body_id),
        desk.read(journal_lines, of=body_id, limit=_JOURNAL_LINES),
    )
