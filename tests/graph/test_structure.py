"""The structure as a graph: bands, what holds what, and what stands around a body."""

from datetime import date

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind, OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.seats import Balance
from samstyring.graph.structure import Band, Direction, around, band_of, holding

K, R = BodyKind, RelationKind


def body(name: str, kind: BodyKind, level: Level, **more: object) -> OrgBody:
    balance = more.get("balance", Balance())
    assert isinstance(balance, Balance)
    return OrgBody(name, name, "", kind, level, str(more.get("region", "")), "", balance)


def structure() -> OrgSnapshot:
    bodies = (
        body("KS", K.POLITICAL_BODY, Level.NATIONAL),
        body("DU", K.COMMITTEE, Level.NATIONAL, balance=Balance(14, 13, 1, 0)),
        body("Fagråd", K.EXPERT_COUNCIL, Level.NATIONAL),
        body("DigiTrøndelag", K.REGIONAL_NETWORK, Level.REGIONAL, region="Trøndelag"),
        body("Programstyre", K.PROGRAMME_BOARD, Level.REGIONAL, balance=Balance(8, 6)),
        body("Trøndelag", K.COUNTY_MUNICIPALITY, Level.REGIONAL),
        body("Frosta", K.MUNICIPALITY, Level.LOCAL, region="Trøndelag"),
        body("Oslo", K.MUNICIPALITY, Level.LOCAL, region="Oslo"),
        body("Røros", K.MUNICIPALITY, Level.LOCAL, region="Trøndelag"),
    )
    lines = (
        OrgLine("1", "DU", "KS", R.REPORTS_TO),
        OrgLine("2", "Fagråd", "DU", R.ADVISES),
        OrgLine("3", "Programstyre", "DigiTrøndelag", R.PART_OF),
        OrgLine("4", "Frosta", "DigiTrøndelag", R.MEMBER_OF),
        OrgLine("5", "Frosta", "Trøndelag", R.LOCATED_IN),
        OrgLine("6", "Røros", "Trøndelag", R.LOCATED_IN),
        OrgLine("7", "DigiTrøndelag", "DU", LineKind.NOMINATES),
    )
    return OrgSnapshot(date(2026, 1, 1), bodies, lines)


def test_that_national_bodies_stand_in_bands_by_kind() -> None:
    bands = {found.id: band_of(found) for found in structure().bodies}
    assert bands["KS"] is Band.POLITICAL
    assert bands["DU"] is Band.COUNCILS
    assert bands["Fagråd"] is Band.SECTOR
    assert bands["Frosta"] is Band.LOCAL


def test_that_a_network_holds_its_groups_and_municipalities() -> None:
    held = holding(structure())
    assert set(held.held_by("DigiTrøndelag")) == {"Programstyre", "Frosta"}


def test_that_a_county_holds_the_municipalities_that_no_network_does() -> None:
    assert holding(structure()).held_by("Trøndelag") == ("Røros",)


def test_that_what_is_folded_is_shown_as_what_holds_it() -> None:
    held = holding(structure())
    assert held.shown_for("Frosta", {"DigiTrøndelag", "DU"}) == "DigiTrøndelag"
    assert held.shown_for("Oslo", {"DigiTrøndelag"}) is None


def test_that_steps_are_counted_from_the_focus() -> None:
    near = around(structure(), "DU", 1)
    assert near == {"DU": 0, "KS": 1, "Fagråd": 1, "DigiTrøndelag": 1}
    assert around(structure(), "DU", 2)["Frosta"] == 2


def test_that_focus_has_a_direction() -> None:
    assert set(around(structure(), "DU", 3, direction=Direction.OUT)) == {"DU", "KS"}
    assert "KS" not in around(structure(), "DU", 3, direction=Direction.IN)


def test_that_a_focus_that_is_not_there_gives_nothing() -> None:
    assert around(structure(), "gone", 2) == {}
