"""Municipalities: official numbers, counties, population and written form."""

from dataclasses import dataclass

from samstyring.domain.periods import Period


@dataclass(frozen=True, slots=True)
class MunicipalityLine:
    """One municipality as of a day."""

    id: str
    name: str
    number: str
    sami_name: str
    kven_name: str
    county_id: str
    county_name: str
    network_id: str
    network_name: str
    population: int | None
    written_form: str
    centre: str
    period: Period


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    """Facts of a municipality that are not names, numbers or relations."""

    population: int | None = None
    population_day: str = ""
    written_form: str = ""
    centre: str = ""
    area_km2: float | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class OfficialNumber:
    """The number a municipality or county had in a period."""

    id: str
    number: str
    period: Period
