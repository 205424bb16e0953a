"""Municipalities as of a day: which there were, their numbers, names, county and network."""

from datetime import date

import pytest

from samstyring.commands.bodies import add_relation, end_relation
from samstyring.commands.municipalities import ReferenceBody, ReferenceName, add_reference_data
from samstyring.domain.bodies import BodyKind, Level, NameKind, RelationKind
from samstyring.domain.municipalities import MunicipalityFacts, MunicipalityLine
from samstyring.queries.municipalities import municipality_facts, municipality_lines
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, day

DAY = date(2026, 3, 1)


def lines_by_number(workspace: Workspace, on: str) -> dict[str, MunicipalityLine]:
    """Return the municipalities of an ISO day by their numbers."""
    lines = workspace.read(municipality_lines, as_of=date.fromisoformat(on))
    found = {line.number: line for line in lines}
    assert len(found) == len(lines)
    return found


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("2017-06-01", 426),
        ("2018-06-01", 422),
        ("2019-12-31", 422),
        ("2020-01-01", 356),
        ("2023-12-31", 356),
        ("2024-01-01", 357),
        ("2026-03-01", 357),
    ],
)
def test_that_the_municipalities_are_those_of_the_day(
    example: Workspace, on: str, count: int
) -> None:
    assert len(lines_by_number(example, on)) == count


@pytest.mark.parametrize(
    ("on", "number", "county"),
    [
        ("2019-06-01", "1902", "Troms fylkeskommune"),
        ("2020-06-01", "5401", "Troms og Finnmark fylkeskommune"),
        ("2024-06-01", "5501", "Troms fylkeskommune"),
    ],
)
def test_that_one_municipality_has_the_number_and_county_of_the_day(
    example: Workspace, on: str, number: str, county: str
) -> None:
    tromso = lines_by_number(example, on)[number]
    assert (tromso.name, tromso.county_name) == ("Tromsø", county)


def test_that_the_municipalities_of_2019_had_the_names_of_2019(example: Workspace) -> None:
    then = lines_by_number(example, "2019-06-01")
    names = {line.name for line in then.values()}
    assert {"Sogndal", "Leikanger", "Balestrand", "Sandnes", "Forsand"} <= names
    assert "Lillestrøm" not in names
    assert all(line.county_id and line.county_name and line.name for line in then.values())


def test_that_lines_come_by_number(example: Workspace) -> None:
    numbers = [line.number for line in example.read(municipality_lines, as_of=DAY)]
    assert numbers == sorted(numbers)


def _place(**more: object) -> ReferenceBody:
    life = a_period("2020", None)
    names = (
        ReferenceName("Porsanger", "nb", life),
        ReferenceName("Porsáŋgu", "se", life),
        ReferenceName("Porsanki", "fkv", life, NameKind.ALTERNATIVE),
    )
    return ReferenceBody("5622", life, names, (("5622", life),), **more)  # type: ignore[arg-type]


def test_that_names_in_three_languages_are_told_apart(workspace: Workspace) -> None:
    workspace.run(add_reference_data, (), (_place(),))
    (line,) = workspace.read(municipality_lines, as_of=DAY)
    assert (line.name, line.sami_name, line.kven_name) == ("Porsanger", "Porsáŋgu", "Porsanki")
    assert (line.county_id, line.network_id, line.population) == ("", "", None)


def test_that_a_network_is_joined_and_left_on_a_day(workspace: Workspace) -> None:
    body = workspace.run(add_reference_data, (), (_place(),))["5622"]
    digi = a_body(workspace, "DigiNord", kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL)
    period = a_period("2022", None)
    joined = workspace.run(add_relation, body, digi, RelationKind.MEMBER_OF, period=period)
    workspace.run(end_relation, joined, day("2024-06"))
    days = ("2021-12-31", "2022-01-01", "2024-06-30", "2024-07-01")
    networks = [lines_by_number(workspace, on)["5622"].network_name for on in days]
    assert networks == ["", "DigiNord", "DigiNord", ""]


def test_that_membership_of_another_kind_of_body_is_no_network(workspace: Workspace) -> None:
    body = workspace.run(add_reference_data, (), (_place(),))["5622"]
    workspace.run(add_relation, body, a_body(workspace, "KS"), RelationKind.MEMBER_OF)
    assert lines_by_number(workspace, "2026-01-01")["5622"].network_id == ""


def test_that_facts_are_those_of_a_municipality_only(workspace: Workspace) -> None:
    facts = MunicipalityFacts(3_900, "2026-01-01", "bokmål", "Lakselv")
    body = workspace.run(add_reference_data, (), (_place(facts=facts),))["5622"]
    assert workspace.read(municipality_facts, body) == facts
    assert workspace.read(municipality_facts, a_body(workspace, "KS")) is None
    assert lines_by_number(workspace, "2026-01-01")["5622"].centre == "Lakselv"
