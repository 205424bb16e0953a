"""The columns of the list of bodies, as data."""

from samstyring.domain.bodies import LEVEL_ORDER, BodyLine
from samstyring.domain.words import word
from samstyring.formats import period
from samstyring.language import N_, _
from samstyring.ui.tables import Align, Column
from samstyring.ui.theme import ToneName


def _count(count: int) -> str:
    return str(count) if count else ""


def _mandate(line: BodyLine) -> str:
    return _("in force") if line.mandate_in_force else ""


def _share(line: BodyLine) -> float:
    return line.filled / line.seats if line.seats else 2.0


BODY_COLUMNS: tuple[Column, ...] = (
    Column("name", N_("Name"), lambda line: line.name, width=30),
    Column("short_name", N_("Short name"), lambda line: line.short_name, width=14, shown=False),
    Column(
        "seats",
        N_("Filled"),
        lambda line: line.seats_in_words,
        sort=_share,
        align=Align.END,
        width=8,
    ),
    Column(
        "vacant",
        N_("Vacant"),
        lambda line: _count(line.vacant),
        sort=lambda line: line.vacant,
        align=Align.END,
        tone=lambda line: ToneName.VACANT if line.vacant else None,
        width=8,
    ),
    Column(
        "ends_soon",
        N_("Ends soon"),
        lambda line: _count(line.ends_soon),
        sort=lambda line: line.ends_soon,
        align=Align.END,
        tone=lambda line: ToneName.SOON if line.ends_soon else None,
        width=10,
    ),
    Column(
        "term_over",
        N_("Term over"),
        lambda line: _count(line.term_over),
        sort=lambda line: line.term_over,
        align=Align.END,
        tone=lambda line: ToneName.OVER if line.term_over else None,
        width=10,
    ),
    Column("kind", N_("Kind"), lambda line: word(line.kind), width=20),
    Column(
        "level",
        N_("Level"),
        lambda line: word(line.level),
        sort=lambda line: LEVEL_ORDER[line.level],
        width=11,
    ),
    Column("mandate", N_("Mandate"), _mandate, width=10),
    Column("region", N_("Region"), lambda line: line.region, width=18),
    Column("life", N_("Life"), lambda line: period(line.period), width=12),
    Column("number", N_("Number"), lambda line: line.number, width=8, shown=False),
)
