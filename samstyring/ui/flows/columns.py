"""The columns of the list of channels, as data."""

from samstyring.domain.flows import ChannelLine, FlowDirection
from samstyring.domain.words import word
from samstyring.formats import period
from samstyring.language import N_
from samstyring.ui.flows.words import DIRECTION_ICONS
from samstyring.ui.tables import Column

_ORDER = list(FlowDirection)


def _direction_order(line: ChannelLine) -> int:
    return _ORDER.index(line.direction)


def _period_order(line: ChannelLine) -> str:
    return str(line.period.first or "")


COLUMNS = (
    Column("from", N_("From"), lambda line: line.from_name, width=20),
    Column("direction", N_("Direction"), lambda line: word(line.direction),
           sort=_direction_order, icon=lambda line: DIRECTION_ICONS[line.direction], width=15),
    Column("to", N_("To"), lambda line: line.to_name, width=20),
    Column("kind", N_("What travels"), lambda line: word(line.kind), width=15),
    Column("medium", N_("Medium"), lambda line: line.medium, width=18),
    Column("rhythm", N_("Rhythm"), lambda line: line.rhythm, width=18),
    Column("seat", N_("Responsible"), lambda line: line.seat_name, width=18),
    Column("period", N_("Period"), lambda line: period(line.period),
           sort=_period_order, width=18),
)  # fmt: skip
