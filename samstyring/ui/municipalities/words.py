"""What is said about a municipality, and its past as rows."""

from collections.abc import Sequence
from datetime import date

from samstyring.domain.municipalities import MunicipalityFacts, OfficialNumber
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatLine
from samstyring.domain.words import word
from samstyring.formats import capital, listed, number, period, short_date
from samstyring.language import _, ngettext
from samstyring.ui.municipalities.columns import written_form
from samstyring.ui.municipalities.reading import WholeMunicipality
from samstyring.ui.parts.links import Link
from samstyring.ui.parts.rows import Row
from samstyring.ui.seats.words import STATUS_TONES, term_note
from samstyring.ui.theme import ToneName

ATTRIBUTION_HOLDERS = ("Kartverket", "Statistisk sentralbyrå", "Brønnøysundregistrene", "GeoNames")


def attribution() -> str:
    """Return whose data the municipalities are made of, and under which licences."""
    mapping, statistics, registers, places = ATTRIBUTION_HOLDERS
    return _(
        "Contains data from {mapping} (CC BY 4.0), {statistics} (CC BY 4.0 / NLOD),"
        " {registers} (NLOD 2.0) and {places} (CC BY 4.0)."
    ).format(mapping=mapping, statistics=statistics, registers=registers, places=places)


def municipality_sentence(whole: WholeMunicipality, day: date) -> str:
    """Say which county and network a municipality belongs to, and how many sit somewhere."""
    counties = [each.to_name for each in whole.counties if each.period.covers(day)]
    networks = [each.to_name for each in whole.members_on(day)]
    said = []
    if counties:
        said.append(_("It lies in {county}.").format(county=listed(counties)))
    if networks:
        said.append(_("It takes part in {networks}.").format(networks=listed(networks)))
    else:
        said.append(_("It takes part in no network."))
    if whole.seats:
        people = len({line.person_id for line in whole.seats})
        text = ngettext(
            "{count} person from here sits in a body.",
            "{count} persons from here sit in bodies.",
            people,
        )
        said.append(text.format(count=number(people)))
    return " ".join(said)


def fact_pairs(facts: MunicipalityFacts) -> tuple[tuple[str, str], ...]:
    """Return the facts as keys and values; what is not known is an empty value."""
    return (
        (_("Population"), _population(facts)),
        (_("Written form"), written_form(facts.written_form)),
        (_("Centre"), facts.centre),
        (_("Area"), _area(facts)),
    )


def _population(facts: MunicipalityFacts) -> str:
    if facts.population is None:
        return ""
    if not facts.population_day:
        return number(facts.population)
    return _("{count} on {day}").format(
        count=number(facts.population), day=short_date(PartialDate.parse(facts.population_day))
    )


def _area(facts: MunicipalityFacts) -> str:
    if facts.area_km2 is None:
        return ""
    return _("{area} km²").format(area=number(facts.area_km2, 0))


def number_rows(numbers: Sequence[OfficialNumber], day: date) -> tuple[Row, ...]:
    """Return the official numbers a municipality has had."""
    return tuple(
        Row(held.id, held.number, aside=period(held.period), chip=_now(held.period, day))
        for held in numbers
    )


def _now(held: Period, day: date) -> tuple[str, ToneName] | None:
    return (_("in use"), ToneName.OK) if held.covers(day) else None


def seat_rows(lines: Sequence[SeatLine], day: date) -> tuple[Row, ...]:
    """Return who from a municipality sits where."""
    return tuple(
        Row(
            line.id,
            line.person_name,
            Link("person", line.person_id, line.person_name),
            notes=(_where(line), term_note(line, day)),
            chip=(word(line.status), STATUS_TONES[line.status]),
            links=(Link("body", line.body_id, line.body_name),),
        )
        for line in lines
    )


def _where(line: SeatLine) -> str:
    role = _("{role} in {body}").format(role=word(line.role), body=line.body_name)
    return " · ".join(filter(None, (capital(role), line.title)))
