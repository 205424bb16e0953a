"""How two bodies are related: the ways, their lines, and the sentence of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind, OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.seats import Balance
from samstyring.graph.clauses import clause
from samstyring.graph.paths import MOST_PATHS, describe_path, describe_relation, how_related
from samstyring.graph.structure import ALL_LINES
from samstyring.language import texts_in
from tests.graph.test_structure import body, structure

R = RelationKind


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Frosta er medlem av DigiTrøndelag, som nominerer til DU."),
        ("nn", "Frosta er medlem av DigiTrøndelag, som nominerer til DU."),
        ("en", "Frosta is a member of DigiTrøndelag, which nominates to DU."),
    ],
)
def test_that_a_way_is_one_sentence(language: str, said: str) -> None:
    with texts_in(language):
        (way,) = how_related(structure(), "Frosta", "DU")
        assert way.sentence == describe_path(structure(), way) == said


def test_that_a_way_names_its_bodies_and_the_lines_to_draw() -> None:
    (way,) = how_related(structure(), "Frosta", "DU")
    assert way.body_ids == ("Frosta", "DigiTrøndelag", "DU")
    assert way.line_ids == ("4", "7")
    assert way.steps == 2


def test_that_a_way_against_its_lines_is_told_the_other_way() -> None:
    (way,) = how_related(structure(), "DU", "Frosta")
    assert way.sentence == (
        "DU gets nominations from DigiTrøndelag, which has among its members Frosta."
    )


def in_the_same_network() -> OrgSnapshot:
    """Return the structure with two municipalities in a network whose name sorts last."""
    whole = structure()
    network = body("Østnett", BodyKind.IT_COOPERATION, Level.SUB_REGIONAL)
    members = (
        OrgLine("8", "Frosta", network.id, R.MEMBER_OF),
        OrgLine("9", "Røros", network.id, R.MEMBER_OF),
    )
    return replace(whole, bodies=(*whole.bodies, network), lines=(*whole.lines, *members))


def test_that_lying_in_the_same_county_is_told_last() -> None:
    ways = how_related(in_the_same_network(), "Frosta", "Røros")
    assert [way.body_ids[1] for way in ways] == ["Østnett", "Trøndelag"]


def test_that_a_county_tells_less_than_any_other_line_between_the_same_two() -> None:
    whole = structure()
    more = OrgLine("8", "Trøndelag", "Frosta", LineKind.APPOINTS)
    (way,) = how_related(replace(whole, lines=(*whole.lines, more)), "Frosta", "Trøndelag")
    assert way.line_ids == ("8",)


def test_that_of_two_lines_between_the_same_the_more_telling_is_told() -> None:
    whole = structure()
    more = OrgLine("0", "DigiTrøndelag", "DU", R.ADVISES)
    (way,) = how_related(replace(whole, lines=(more, *whole.lines)), "DigiTrøndelag", "DU")
    assert way.line_ids == ("7",)


def test_that_every_tie_of_a_step_is_told_and_drawn() -> None:
    whole = structure()
    more = (
        OrgLine("0", "DigiTrøndelag", "DU", R.ADVISES),
        OrgLine("8", "DU", "DigiTrøndelag", R.OBSERVES),
    )
    (way,) = how_related(replace(whole, lines=(*more, *whole.lines)), "Frosta", "DU")
    assert way.sentence == (
        "Frosta is a member of DigiTrøndelag, which nominates to DU, advises DU"
        " and is observed by DU."
    )
    assert (way.line_ids, way.beside_ids) == (("4", "7"), ("0", "8"))


def test_that_of_many_ways_the_first_five_by_name_are_told() -> None:
    names = [f"Nettverk {n}" for n in range(20)]
    bodies = tuple(
        OrgBody(name, name, "", BodyKind.REGIONAL_NETWORK, Level.REGIONAL, "", "", Balance())
        for name in ("A", "B", *reversed(names))
    )
    lines = tuple(
        OrgLine(f"{end}{name}", name, end, LineKind.NOMINATES) for name in names for end in "AB"
    )
    ways = how_related(OrgSnapshot(date(2026, 1, 1), bodies, lines), "A", "B")
    assert [way.body_ids[1] for way in ways] == names[:MOST_PATHS]


def test_that_nothing_between_two_is_said() -> None:
    assert how_related(structure(), "Oslo", "DU") == ()
    assert how_related(structure(), "DU", "DU") == ()
    assert how_related(structure(), "DU", "gone") == ()
    assert describe_relation(structure(), "Oslo", "DU") == "Nothing joins Oslo and DU."


def test_that_several_ways_are_counted_before_they_are_told() -> None:
    said = describe_relation(in_the_same_network(), "Frosta", "Røros")
    assert said.startswith("Frosta and Røros are two steps apart, in two ways. Frosta is a member")


def test_that_a_way_over_a_line_that_is_gone_is_refused() -> None:
    (way,) = how_related(structure(), "Frosta", "DU")
    with pytest.raises(ValueError, match="7"):
        describe_path(replace(structure(), lines=structure().lines[:-1]), way)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_that_every_kind_of_line_reads_both_ways_and_ends_in_the_other(language: str) -> None:
    with texts_in(language):
        for kind in ALL_LINES:
            both = [clause(kind, "X", along=along) for along in (True, False)]
            assert both[0] != both[1]
            assert all(text.endswith(" X") for text in both), kind
