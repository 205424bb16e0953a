"""describe and layout: what is told of bodies in words, and of boxes in figures."""

import re
from dataclasses import replace
from datetime import date

import pytest

from samstyring.commands.placements import place_body
from samstyring.graph.layout import Arrangement
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import layout_of, scene_of
from samstyring.graph.picture import picture_of
from samstyring.graph.picture_options import PictureOptions, Sizing
from samstyring.graph.structure import ALL_LINES, holding
from samstyring.queries.org import org_snapshot
from samstyring.workspace import Workspace
from tests.cli.conftest import DAY, Ask, Register

TODAY = date.fromisoformat(DAY)


# describe ----------------------------------------------------------------------------------------


def test_that_a_body_is_told_of_in_the_language_and_of_the_day(
    ask: Ask, register: Register
) -> None:
    told = ask("describe", register.path, "DU", "--as-of", DAY).out
    assert told.startswith("Digitaliseringsutvalget (DU")
    assert "The chair is Kari Nordmann." in told
    assert "Kari" not in ask("describe", register.path, "DU", "--as-of", "2023-01-01").out
    assert "Leder er" in ask("describe", register.path, "DU", "--language", "nb").out


def test_that_it_is_told_how_two_bodies_are_related(ask: Ask, register: Register) -> None:
    answer = ask("describe", register.path, "Steinkjer", "KS")
    assert answer.code == 0
    assert "DigiTrøndelag" in answer.out
    assert answer.out.startswith("Steinkjer ")


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["Nowhere"], "“Nowhere”"),
        (["KS", "Nowhere"], "“Nowhere”"),
        (["DU", "Digitaliseringsutvalget"], "are the same body"),
        (["Steinkjer", "--as-of", "2017-01-01"], "is not there on 01.01.2017"),
    ],
)
def test_that_what_cannot_be_told_is_said(
    ask: Ask, register: Register, words: list[str], gist: str
) -> None:
    answer = ask("describe", register.path, *words)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err


# layout ------------------------------------------------------------------------------------------


def test_that_the_layout_is_told_box_by_box(ask: Ask, register: Register) -> None:
    told = ask("layout", register.path, "--json", "--unfold", "--as-of", DAY).json
    assert set(told) == {"boxes", "rows", "crossings", "seconds"}
    boxes = {box.pop("id"): box for box in told["boxes"]}
    assert all(set(box) == {"x", "y", "width", "height", "frame"} for box in boxes.values())
    digi, steinkjer = boxes[register["digi"]], boxes[register["steinkjer"]]
    assert digi["frame"] is True
    assert steinkjer["frame"] is False
    assert digi["x"] < steinkjer["x"] < digi["x"] + digi["width"]
    assert digi["y"] < steinkjer["y"] < digi["y"] + digi["height"]
    places = {body_id: number for number, row in enumerate(told["rows"]) for body_id in row}
    assert places[register["ks"]] < places[register["du"]] < places[register["digi"]]


def test_that_the_layout_is_told_in_words(ask: Ask, register: Register) -> None:
    lines = ask("layout", register.path, "--as-of", DAY).out.splitlines()
    assert "DU" in "".join(lines[:-1])
    assert re.fullmatch(r"4 boxes in 3 rows, 0 crossings, laid out in \d+ ms\.", lines[-1])


OPTIONS = (
    PictureOptions(lines=frozenset(ALL_LINES)),
    PictureOptions(sizing=Sizing.SEATS),
    PictureOptions(placed=False),
)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("arrange", Arrangement)
@pytest.mark.parametrize("focused", [True, False])
@pytest.mark.parametrize("unfolded", [True, False])
def test_that_the_layout_is_that_of_the_drawing(
    register: Register, options: PictureOptions, arrange: Arrangement, focused: bool, unfolded: bool
) -> None:
    workspace = Workspace.open(register.path)
    workspace.run(place_body, "whole", register["du"], 700.0, 40.0)
    snapshot = workspace.read(org_snapshot, as_of=TODAY, view="whole")
    workspace.close()
    shown = frozenset(holding(snapshot).holder.values()) if unfolded else frozenset[str]()
    focus = register["digi"] if focused else ""
    picture = picture_of(
        snapshot, replace(options, arrange=arrange, focus=focus, steps=2, unfolded=shown)
    )
    scene = scene_of(picture, estimated_measure())
    found = layout_of(picture, estimated_measure())
    assert {box.id: box.rect for box in scene.boxes} == dict(found.boxes)
    drawn = {(edge.source, edge.target, edge.kind, edge.points) for edge in scene.edges}
    assert drawn == {(r.source, r.target, r.kind, r.points) for r in found.routes}
