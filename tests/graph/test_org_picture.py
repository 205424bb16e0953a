"""From the structure to a scene: what is drawn, folded, lined and said."""

from dataclasses import replace

import pytest

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import OrgSnapshot, Placement
from samstyring.graph.drawing import Scene
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import PictureOptions, org_scene
from tests.graph.test_structure import structure


def scene(options: PictureOptions | None = None, of: OrgSnapshot | None = None) -> Scene:
    return org_scene(of or structure(), options or PictureOptions(), estimated_measure())


def titles(drawn: Scene) -> set[str]:
    return {box.title for box in drawn.boxes}


def box(drawn: Scene, name: str) -> object:
    return next(found for found in drawn.boxes if found.id == name)


def test_that_what_a_network_holds_is_folded_to_a_number_at_first() -> None:
    drawn = scene()
    assert "Frosta" not in titles(drawn)
    network = next(found for found in drawn.boxes if found.id == "DigiTrøndelag")
    assert network.folded_count == 2
    assert network.lines == ("1 municipality · 1 body",)


def test_that_vacancies_of_what_is_folded_are_seen_on_the_box() -> None:
    network = next(found for found in scene().boxes if found.id == "DigiTrøndelag")
    assert [mark.word for mark in network.marks] == ["2 vacant"]


def test_that_an_unfolded_network_is_a_frame_around_what_it_holds() -> None:
    drawn = scene(PictureOptions(unfolded=frozenset({"DigiTrøndelag"})))
    boxes = {found.id: found for found in drawn.boxes}
    outer, inner = boxes["DigiTrøndelag"].rect, boxes["Frosta"].rect
    assert boxes["DigiTrøndelag"].frame
    assert boxes["Frosta"].chip
    assert outer.x < inner.x < inner.right < outer.right
    assert outer.y < inner.y < inner.bottom < outer.bottom


def test_that_a_line_to_what_is_folded_ends_at_what_holds_it() -> None:
    lines = frozenset({RelationKind.LOCATED_IN})
    drawn = scene(PictureOptions(lines=lines))
    assert {(edge.source, edge.target) for edge in drawn.edges} == {("DigiTrøndelag", "Trøndelag")}


def test_that_only_the_chosen_kinds_of_line_are_drawn_and_explained() -> None:
    drawn = scene(PictureOptions(lines=frozenset({RelationKind.ADVISES})))
    assert [edge.kind for edge in drawn.edges] == ["advises"]
    assert [entry.word for entry in drawn.legend] == ["advises"]


def test_that_a_filter_leaves_only_what_passes() -> None:
    assert titles(scene(PictureOptions(kinds=frozenset({BodyKind.COMMITTEE})))) == {"DU"}
    assert titles(scene(PictureOptions(levels=frozenset({Level.NATIONAL})))) == {
        "KS", "DU", "Fagråd",
    }  # fmt: skip


def test_that_focus_shows_what_is_around_and_says_so() -> None:
    drawn = scene(PictureOptions(focus="DU", steps=1))
    assert titles(drawn) == {"DU", "KS", "Fagråd", "DigiTrøndelag"}
    assert drawn.sentence.startswith("Around DU")


def test_that_a_municipality_in_focus_is_drawn_in_its_network() -> None:
    drawn = scene(PictureOptions(focus="Frosta", steps=1))
    assert {"Frosta", "DigiTrøndelag"} <= titles(drawn)


def test_that_a_box_that_was_placed_keeps_its_place() -> None:
    placed = replace(structure(), placements=(Placement("KS", 1234.0, -50.0),))
    rect = next(found for found in scene(of=placed).boxes if found.id == "KS").rect
    assert (rect.x, rect.y) == (1234.0, -50.0)


@pytest.mark.parametrize("name", ["A" * 200, "<b>&", "Ørretråd\u0301", "樣式", ""])
def test_that_any_name_can_be_drawn(name: str) -> None:
    whole = structure()
    first = replace(whole.bodies[0], name=name)
    drawn = scene(of=replace(whole, bodies=(first, *whole.bodies[1:])))
    assert len(drawn.boxes) == len(scene().boxes)


def test_that_an_empty_structure_is_an_empty_picture() -> None:
    empty = scene(of=OrgSnapshot(structure().day, (), ()))
    assert empty.boxes == ()
    assert empty.sentence == "0 bodies, 0 municipalities, 0 vacant seats."
