"""The columns of the list of municipalities, as data."""

from samstyring.domain.municipalities import MunicipalityLine
from samstyring.formats import number
from samstyring.language import N_, translate
from samstyring.ui.tables import Align, Column

_WRITTEN_FORMS = {
    "bokmål": N_("Bokmål"),
    "nynorsk": N_("Nynorsk"),
    "nøytral": N_("neutral"),
}


def written_form(code: str) -> str:
    """Return the word for the written form that a municipality has chosen."""
    return translate(_WRITTEN_FORMS[code]) if code in _WRITTEN_FORMS else code


def _population(line: MunicipalityLine) -> str:
    return "" if line.population is None else number(line.population)


MUNICIPALITY_COLUMNS: tuple[Column, ...] = (
    Column("number", N_("Number"), lambda line: line.number, width=8),
    Column("name", N_("Name"), lambda line: line.name, width=18),
    Column("network", N_("Network"), lambda line: line.network_name, width=18),
    Column("county", N_("County"), lambda line: line.county_name, width=22),
    Column(
        "population",
        N_("Population"),
        _population,
        sort=lambda line: line.population or 0,
        align=Align.END,
        width=11,
    ),
    Column("sami_name", N_("Sami name"), lambda line: line.sami_name, width=16),
    Column("kven_name", N_("Kven name"), lambda line: line.kven_name, width=14),
    Column("form", N_("Written form"), lambda line: written_form(line.written_form), width=12),
    Column("centre", N_("Centre"), lambda line: line.centre, width=16),
)
