"""The columns of the table that says the same as the graph."""

from samstyring.domain.bodies import LEVEL_ORDER
from samstyring.domain.words import word
from samstyring.language import N_
from samstyring.ui.tables import Align, Column
from samstyring.ui.theme import ToneName


def _count(count: int) -> str:
    return str(count) if count else ""


PICTURE_COLUMNS: tuple[Column, ...] = (
    Column("name", N_("Name"), lambda line: line.name, width=34),
    Column("kind", N_("Kind"), lambda line: word(line.kind), width=18),
    Column(
        "level",
        N_("Level"),
        lambda line: word(line.level),
        sort=lambda line: LEVEL_ORDER[line.level],
        width=10,
    ),
    Column(
        "seats",
        N_("Seats"),
        lambda line: _count(line.balance.seats),
        sort=lambda line: line.balance.seats,
        align=Align.END,
        width=7,
    ),
    Column(
        "vacant",
        N_("Vacant"),
        lambda line: _count(line.balance.vacant),
        sort=lambda line: line.balance.vacant,
        align=Align.END,
        tone=lambda line: ToneName.VACANT if line.balance.vacant else None,
        width=8,
    ),
    Column(
        "lines", N_("Lines"), lambda line: line.lines, sort=lambda line: line.line_count, width=34
    ),
    Column("inside", N_("Belongs to"), lambda line: line.inside, width=16),
    Column("marks", N_("Differs"), lambda line: line.marks, width=12),
    Column("region", N_("Region"), lambda line: line.region, width=14, shown=False),
    Column(
        "holds",
        N_("Holds"),
        lambda line: _count(line.holds),
        sort=lambda line: line.holds,
        align=Align.END,
        width=7,
        shown=False,
    ),
)
