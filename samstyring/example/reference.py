"""Reads the municipalities and counties since 2017 into the records that a command adds.

A municipality goes on through a new number or name, and through a merger from which one
comes out under the name it had; the others end, and what came out follows upon them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from samstyring.commands.municipalities import (
    ReferenceBody,
    ReferenceName,
    ReferenceSuccession,
    add_reference_data,
)
from samstyring.domain.bodies import NameKind, SuccessionKind
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.periods import Period
from samstyring.example.reading import Line, table
from samstyring.workspace import Workspace

# Names that are no longer in use, and so not among the names of today's municipalities.
_FORMER_SAMI = {"Divtasvuodna": "smj"}
_GOES_ON = ("renumbered", "renamed")
_OSLO = "03"


@dataclass(frozen=True, slots=True)
class Reference:
    """All that a new file begins with; keys are the latest official numbers."""

    counties: tuple[ReferenceBody, ...]
    municipalities: tuple[ReferenceBody, ...]
    successions: tuple[ReferenceSuccession, ...]


def set_up_new(workspace: Workspace) -> dict[str, str]:
    """Add municipalities and counties to a new file; return their ids by latest number.

    They are its foundation, which undo does not reach.
    """
    read = reference()
    ids = workspace.run(add_reference_data, read.counties, read.municipalities, read.successions)
    workspace.settle()
    return ids


@cache
def reference() -> Reference:
    """Return the municipalities and counties since 2017, read once."""
    changes = table("reference", "municipality_changes.csv")
    facts = {line["number"]: line for line in table("reference", "municipalities.csv")}
    periods = {line["number"]: line for line in table("reference", "municipality_periods.csv")}
    chains = _chains(periods, changes)
    languages = _languages(facts.values())
    municipalities = tuple(
        _municipality(chain, facts.get(chain[-1]["number"]), languages, changes) for chain in chains
    )
    county_changes = table("reference", "county_changes.csv")
    counties = tuple(_county(line) for line in table("reference", "counties.csv"))
    key_of = {line["number"]: chain[-1]["number"] for chain in chains for line in chain}
    successions = (*_successions(changes, key_of), *_successions(county_changes, {}))
    return Reference(counties, municipalities, successions)


def _chains(periods: dict[str, Line], changes: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return each municipality as its lines in time, one for each number it has had."""
    following = {
        change["old_number"]: change["new_number"]
        for change in changes
        if change["old_number"] != change["new_number"] and _goes_on(change)
    }
    followers = set(following.values())
    return tuple(
        tuple(_followed(number, periods, following))
        for number in periods
        if number not in followers
    )


def _followed(number: str, periods: dict[str, Line], following: dict[str, str]) -> Iterator[Line]:
    while True:
        yield periods[number]
        if number not in following:
            return
        number = following[number]


def _goes_on(change: Line) -> bool:
    if change["change"] in _GOES_ON:
        return True
    return bool(_parts(change["old_name"]) & _parts(change["new_name"]))


def _parts(name: str) -> set[str]:
    return set(name.split(" (")[0].split(" - "))


def _languages(facts: Iterable[Line]) -> dict[str, str]:
    """Return the language of every Sami and Kven name."""
    languages = dict(_FORMER_SAMI)
    for line in facts:
        if line["sami_name"]:
            languages[line["sami_name"]] = line["sami_language"]
        if line["kven_name"]:
            languages[line["kven_name"]] = "fkv"
    return languages


def _municipality(
    chain: tuple[Line, ...],
    facts: Line | None,
    languages: dict[str, str],
    changes: Iterable[Line],
) -> ReferenceBody:
    life = Period.of(chain[0]["first_day"] or None, chain[-1]["last_day"] or None)
    return ReferenceBody(
        key=chain[-1]["number"],
        period=life,
        names=tuple(_names(chain, languages, _renamed_on(chain, changes))),
        numbers=tuple((line["number"], _period(line)) for line in chain),
        counties=tuple(_joined((line["county"], _period(line)) for line in chain)),
        organisation_number=facts["organisation_number"] if facts else "",
        home_page=facts["home_page"] if facts else "",
        end_reason="Kommunesammenslåing" if life.last else "",
        facts=_facts(facts) if facts else None,
    )


def _period(line: Line) -> Period:
    return Period.of(line["first_day"] or None, line["last_day"] or None)


def _renamed_on(chain: tuple[Line, ...], changes: Iterable[Line]) -> str:
    """Return the day from which the municipality has had its names in more languages, or ''."""
    numbers = {line["number"] for line in chain}
    days = (
        change["day"]
        for change in changes
        if change["change"] == "renamed" and change["new_number"] in numbers
    )
    return next(days, "")


def _names(
    chain: tuple[Line, ...], languages: dict[str, str], renamed_on: str
) -> Iterator[ReferenceName]:
    life = Period.of(chain[0]["first_day"] or None, chain[-1]["last_day"] or None)
    spoken = _joined((_norwegian(line["name"], languages), _period(line)) for line in chain)
    for name, period in spoken:
        yield ReferenceName(name, "nb", period)
    others = Period.of(renamed_on, None) if renamed_on else Period(life.first, None)
    for part in chain[-1]["name"].split(" - "):
        if part in languages:
            yield ReferenceName(part, languages[part], Period(others.first, life.last))
    if " (" in chain[-1]["name"]:
        period = Period(_period(chain[-1]).first, life.last)
        yield ReferenceName(chain[-1]["name"], "nb", period, NameKind.ALTERNATIVE)


def _norwegian(name: str, languages: dict[str, str]) -> str:
    return next(part for part in name.split(" (")[0].split(" - ") if part not in languages)


def _joined(pairs: Iterable[tuple[str, Period]]) -> list[tuple[str, Period]]:
    """Return periods in order, those of the same text next to each other made one."""
    joined: list[tuple[str, Period]] = []
    for text, period in pairs:
        if joined and joined[-1][0] == text:
            joined[-1] = (text, Period(joined[-1][1].first, period.last))
        else:
            joined.append((text, period))
    return joined


def _facts(line: Line) -> MunicipalityFacts:
    return MunicipalityFacts(
        population=int(line["population"]) if line["population"] else None,
        population_day=line["population_day"],
        written_form=line["written_form"],
        centre=line["centre"],
        area_km2=float(line["area_km2"]),
        latitude=float(line["latitude"]),
        longitude=float(line["longitude"]),
    )


def _county(line: Line) -> ReferenceBody:
    period = _period(line)
    # Oslo is one municipality that is a county too.
    whole = "Oslo fylke" if line["number"] == _OSLO else f"{line['name']} fylkeskommune"
    names = [
        ReferenceName(whole, "nb", period),
        ReferenceName(line["name"], "nb", period, NameKind.SHORT),
    ]
    if line["sami_name"]:
        language = line["sami_language"]
        names.append(ReferenceName(line["sami_name"], language, period, NameKind.ALTERNATIVE))
    if line["kven_name"]:
        names.append(ReferenceName(line["kven_name"], "fkv", period, NameKind.ALTERNATIVE))
    return ReferenceBody(
        key=line["number"],
        period=period,
        names=tuple(names),
        numbers=((line["number"], period),),
        organisation_number=line["organisation_number"],
        end_reason="Ny fylkesinndeling" if period.last else "",
    )


def _successions(changes: Iterable[Line], key_of: dict[str, str]) -> Iterator[ReferenceSuccession]:
    for change in changes:
        from_key = key_of.get(change["old_number"], change["old_number"])
        to_key = key_of.get(change["new_number"], change["new_number"])
        if from_key != to_key and change["change"] not in _GOES_ON:
            kind = SuccessionKind(change["change"])
            yield ReferenceSuccession(from_key, to_key, kind, change["day"])
