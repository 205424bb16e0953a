"""Setting up municipalities, and letting them join a network."""

from dataclasses import replace
from datetime import date

from samstyring.commands.municipalities import (
    ReferenceBody,
    ReferenceName,
    ReferenceSuccession,
    add_reference_data,
    join_network,
)
from samstyring.domain.bodies import BodyKind, Level, RelationKind, SuccessionKind
from samstyring.domain.errors import RuleError
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.periods import ALWAYS, Period
from samstyring.queries.municipalities import municipality_lines
from samstyring.workspace import Workspace
from tests.builders import a_body, state
from tests.commands.conftest import Refused

TODAY = date(2026, 1, 1)
COUNTY = ReferenceBody("46", ALWAYS, (ReferenceName("Vestland fylkeskommune"),), (("46", ALWAYS),))
ENDED = Period.of(None, "2019-12-31")
BEGUN = Period.of("2020-01-01", None)


def a_municipality(number: str, name: str, period: Period = ALWAYS) -> ReferenceBody:
    return ReferenceBody(
        number, period, (ReferenceName(name, "nb", period),), ((number, period),),
        counties=(("46", period),), facts=MunicipalityFacts(population=1200, centre="Sentrum"),
    )  # fmt: skip


def set_up(workspace: Workspace, *municipalities: ReferenceBody) -> dict[str, str]:
    return workspace.run(add_reference_data, (COUNTY,), municipalities)


def test_that_a_municipality_comes_with_number_county_and_facts(workspace: Workspace) -> None:
    set_up(workspace, a_municipality("4602", "Kinn"))
    (line,) = workspace.read(municipality_lines, as_of=TODAY)
    assert (line.number, line.name, line.population) == ("4602", "Kinn", 1200)
    assert line.county_name == "Vestland fylkeskommune"


def test_that_a_county_is_regional_and_a_municipality_local(workspace: Workspace) -> None:
    ids = set_up(workspace, a_municipality("4602", "Kinn"))

    county, municipality = (state(workspace)["body"][ids[key]] for key in ("46", "4602"))
    assert (county["kind"], county["level"]) == (BodyKind.COUNTY_MUNICIPALITY, Level.REGIONAL)
    assert (municipality["kind"], municipality["level"]) == (BodyKind.MUNICIPALITY, Level.LOCAL)


def test_that_one_that_ended_is_there_until_then(workspace: Workspace) -> None:
    ended, begun = a_municipality("1401", "Flora", ENDED), a_municipality("4602", "Kinn", BEGUN)
    followed = ReferenceSuccession("1401", "4602", SuccessionKind.MERGED, "2020-01-01")
    workspace.run(add_reference_data, (COUNTY,), (ended, begun), (followed,))
    before = workspace.read(municipality_lines, as_of=date(2019, 12, 31))
    after = workspace.read(municipality_lines, as_of=date(2020, 1, 1))
    assert [line.name for line in (*before, *after)] == ["Flora", "Kinn"]
    assert len(state(workspace)["succession"]) == 1


def test_that_a_number_is_given_once_at_a_time(workspace: Workspace, refused: Refused) -> None:
    set_up(workspace, a_municipality("4602", "Kinn"))
    again = (a_municipality("4602", "Flora"),)
    refused(RuleError, "4602 is in the file already", add_reference_data, (), again)


def test_that_a_number_may_be_used_again_later(workspace: Workspace) -> None:
    first = replace(a_municipality("4602", "Flora", ENDED), key="Flora")
    set_up(workspace, first, a_municipality("4602", "Kinn", BEGUN))
    assert len(workspace.read(municipality_lines, as_of=TODAY)) == 1


def test_that_setting_up_is_undone_in_one_step(workspace: Workspace) -> None:
    before = state(workspace)
    set_up(workspace, a_municipality("4602", "Kinn"), a_municipality("4601", "Bergen"))
    workspace.undo()
    assert state(workspace) == before


def test_that_municipalities_join_a_network_for_a_period(workspace: Workspace) -> None:
    ids = set_up(workspace, a_municipality("4602", "Kinn"), a_municipality("4601", "Bergen"))
    network = a_body(workspace, "DigiVestland", kind=BodyKind.REGIONAL_NETWORK)
    workspace.run(join_network, network, [ids["4602"], ids["4601"]], BEGUN)
    before = workspace.read(municipality_lines, as_of=date(2019, 12, 31))
    after = workspace.read(municipality_lines, as_of=date(2020, 1, 1))
    assert [line.network_name for line in before] == ["", ""]
    assert [line.network_name for line in after] == ["DigiVestland", "DigiVestland"]


def test_that_nobody_joins_twice(workspace: Workspace, refused: Refused) -> None:
    ids = set_up(workspace, a_municipality("4602", "Kinn"))
    network = a_body(workspace, "DigiVestland", kind=BodyKind.REGIONAL_NETWORK)
    workspace.run(join_network, network, [ids["4602"]], BEGUN)
    joins = [ids["4602"]]
    refused(RuleError, "Kinn has joined already", join_network, network, joins, ALWAYS)


def test_that_one_may_join_again_after_having_left(workspace: Workspace) -> None:
    ids = set_up(workspace, a_municipality("4602", "Kinn"))
    network = a_body(workspace, "DigiVestland", kind=BodyKind.REGIONAL_NETWORK)
    for period in (ENDED, BEGUN):
        workspace.run(join_network, network, [ids["4602"]], period)
    (line,) = workspace.read(municipality_lines, as_of=TODAY)
    assert line.network_id == network


def test_that_a_network_does_not_join_itself(workspace: Workspace, refused: Refused) -> None:
    network = a_body(workspace, "DigiVestland", kind=BodyKind.REGIONAL_NETWORK)
    refused(RuleError, "cannot be related to itself", join_network, network, [network], ALWAYS)


def test_that_bodies_can_join_in_another_way(workspace: Workspace) -> None:
    network, group = a_body(workspace, "DigiAgder"), a_body(workspace, "Arbeidsgruppen")
    workspace.run(join_network, network, [group], ALWAYS, RelationKind.PART_OF)
    (relation,) = state(workspace)["relation"].values()
    assert relation["kind"] == RelationKind.PART_OF
