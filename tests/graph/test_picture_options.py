"""Options of the picture: what they leave out, what colours and sizes say, how they are kept."""

from dataclasses import fields, replace
from datetime import date

import pytest

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.composition import Outcome
from samstyring.domain.org import LineKind, Placement
from samstyring.domain.views import Care
from samstyring.graph.difference import both_days, difference
from samstyring.graph.drawing import Scene, SceneBox
from samstyring.graph.layout import Arrangement
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_boxes import box_family, colour_key
from samstyring.graph.org_picture import Beside, PictureOptions, org_scene
from samstyring.graph.paths import how_related
from samstyring.graph.picture import picture_of
from samstyring.graph.picture_options import (
    Colouring,
    Sizing,
    options_as_json,
    options_from_json,
)
from samstyring.graph.picture_table import picture_lines
from samstyring.graph.picture_words import described_picture
from samstyring.graph.structure import Direction
from tests.graph.test_structure import structure

MEASURE = estimated_measure()
EVERYTHING = PictureOptions(
    lines=frozenset({LineKind.NOMINATES}),
    kinds=frozenset({BodyKind.COUNCIL}),
    levels=frozenset({Level.NATIONAL}),
    regions=frozenset({"Trøndelag"}),
    unfolded=frozenset({"DigiTrøndelag"}),
    focus="Frosta",
    steps=3,
    direction=Direction.IN,
    arrange=Arrangement.RINGS,
    placed=False,
    networks=frozenset({"DigiTrøndelag"}),
    vacant_only=True,
    flagged_only=True,
    colouring=Colouring.AGE,
    sizing=Sizing.SEATS,
    table=True,
    compared=date(2020, 1, 1),
)


def drawn(options: PictureOptions, beside: Beside | None = None) -> dict[str, SceneBox]:
    scene = org_scene(structure(), options, MEASURE, beside or Beside())
    return {box.id: box for box in scene.boxes}


def test_that_options_come_back_from_text_as_they_were() -> None:
    plain = PictureOptions()
    assert all(
        getattr(EVERYTHING, each.name) != getattr(plain, each.name)
        for each in fields(PictureOptions)
    )
    assert options_from_json(options_as_json(EVERYTHING)) == EVERYTHING
    assert options_as_json(plain) == "{}"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"kinds": 3, "steps": "x", "arrange": "spiral", "focus": null}',
     '{"kinds": ["gone"], "lines": 1, "table": 1, "compared": 7, "colouring": [], "levels": [2]}'],
)  # fmt: skip
def test_that_options_which_make_no_sense_are_as_at_first(text: str) -> None:
    read = options_from_json(text)
    assert replace(read, lines=PictureOptions().lines) == PictureOptions()


def test_that_a_network_shows_alone_with_what_it_holds() -> None:
    boxes = drawn(
        PictureOptions(networks=frozenset({"DigiTrøndelag"}), unfolded=frozenset({"DigiTrøndelag"}))
    )
    assert "Frosta" in boxes
    assert "KS" not in boxes


def test_that_only_bodies_with_vacant_seats_can_be_shown() -> None:
    boxes = drawn(PictureOptions(vacant_only=True))
    vacant = {body.id for body in structure().bodies if body.balance.vacant}
    assert vacant
    assert set(boxes) == vacant


def test_that_only_bodies_that_need_care_can_be_shown() -> None:
    boxes = drawn(PictureOptions(flagged_only=True), Beside(Care(frozenset({"KS"}))))
    assert set(boxes) == {"KS"}


def test_that_colour_tells_how_many_seats_are_vacant() -> None:
    options = PictureOptions(colouring=Colouring.VACANCIES)
    boxes = drawn(options)
    assert boxes["DigiTrøndelag"].kind_family != boxes["KS"].kind_family
    key = {entry.family: entry.word for entry in colour_key(picture_of(structure(), options))}
    assert key[boxes["KS"].kind_family] == "no vacant seat"
    assert key[boxes["DigiTrøndelag"].kind_family] == "more vacant seats"


def test_that_age_of_facts_is_said_in_words_too() -> None:
    care = Care(verified={"KS": date(2019, 1, 1)})
    boxes = drawn(PictureOptions(colouring=Colouring.AGE), Beside(care))
    assert "checked 01.01.2019" in boxes["KS"].lines
    assert "never checked" in boxes["DigiTrøndelag"].lines


def test_that_networks_have_colours_of_their_own_and_a_key() -> None:
    options = PictureOptions(colouring=Colouring.NETWORK)
    key = colour_key(picture_of(structure(), options))
    assert "DigiTrøndelag" in [entry.word for entry in key]


def test_that_the_key_has_the_kinds_and_marks_that_are_there() -> None:
    key = colour_key(picture_of(structure(), PictureOptions()))
    assert [(entry.family, entry.tone, entry.word) for entry in key] == [
        ("political", "", "political body"),
        ("council", "", "council"),
        ("expert", "", "expert council"),
        ("network", "", "network"),
        ("municipality", "", "municipality"),
        ("", "vacant", "vacant"),
        ("", "soon", "ends soon"),
    ]
    alone = PictureOptions(kinds=frozenset({BodyKind.POLITICAL_BODY}))
    assert [entry.family for entry in colour_key(picture_of(structure(), alone))] == ["political"]


def test_that_the_key_of_a_difference_says_what_is_marked() -> None:
    words = [(entry.word, entry.tone) for entry in _scene_of_difference().colours]
    assert ("gone", "vacant") in words
    assert "new" not in [each for each, _tone in words]


def test_that_size_goes_with_vacant_seats() -> None:
    even, sized = drawn(PictureOptions()), drawn(PictureOptions(sizing=Sizing.VACANCIES))
    assert sized["DigiTrøndelag"].rect.height > even["DigiTrøndelag"].rect.height
    assert sized["KS"].rect.height == even["KS"].rect.height


def _scene_of_difference() -> Scene:
    before = structure()
    after = replace(
        before,
        day=date(2027, 1, 1),
        bodies=tuple(body for body in before.bodies if body.id != "KS"),
        lines=tuple(line for line in before.lines if "KS" not in (line.from_id, line.to_id)),
    )
    found = difference(before, after)
    return org_scene(both_days(before, after), PictureOptions(), MEASURE, Beside(difference=found))


def test_that_what_is_gone_is_drawn_as_a_ghost_with_a_word() -> None:
    scene = _scene_of_difference()
    ghost = next(box for box in scene.boxes if box.id == "KS")
    assert ghost.kind_family == "ghost"
    assert next(mark.word for mark in ghost.marks) == "gone"
    assert "of which" in scene.sentence


def test_that_a_way_is_drawn_with_its_lines_though_they_are_not_chosen() -> None:
    path = how_related(structure(), "Frosta", "KS")[0]
    scene = org_scene(structure(), PictureOptions(lines=frozenset()), MEASURE, Beside(path=path))
    assert set(path.body_ids) <= {box.id for box in scene.boxes}
    joined = {edge.source for edge in scene.edges} | {edge.target for edge in scene.edges}
    assert "KS" in joined


def test_that_places_chosen_by_hand_are_kept_in_bands_alone() -> None:
    placed = replace(structure(), placements=(Placement("KS", 5000.0, 40.0),))
    for arrange, kept in ((Arrangement.BANDS, True), (Arrangement.RINGS, False)):
        options = PictureOptions(arrange=arrange, focus="KS", steps=2)
        boxes = {box.id: box for box in org_scene(placed, options, MEASURE).boxes}
        assert (boxes["KS"].rect.x == 5000.0) is kept


def test_that_the_table_says_what_the_boxes_and_lines_say() -> None:
    rows = picture_lines(picture_of(structure(), PictureOptions()))
    assert [row.name for row in rows] == [
        box.title
        for box in sorted(
            org_scene(structure(), PictureOptions(), MEASURE).boxes,
            key=lambda box: [row.id for row in rows].index(box.id),
        )
    ]
    du = next(row for row in rows if row.id == "DU")
    assert (du.lines, du.balance.vacant) == ("reports to KS", 1)
    assert next(row for row in rows if row.id == "DigiTrøndelag").holds == 2


@pytest.mark.parametrize(
    ("options", "gist"),
    [
        (PictureOptions(vacant_only=True), "Only bodies with vacant seats are shown."),
        (PictureOptions(flagged_only=True), "Nothing fits what was chosen."),
        (PictureOptions(networks=frozenset({"DigiTrøndelag"})), "belongs to DigiTrøndelag"),
        (PictureOptions(colouring=Colouring.AGE, sizing=Sizing.SEATS), "how long ago"),
        (PictureOptions(focus="gone"), "not there on 1 January 2026"),
    ],
)
def test_that_the_paragraph_says_what_was_chosen(options: PictureOptions, gist: str) -> None:
    assert gist in described_picture(picture_of(structure(), options))


def test_that_the_paragraph_names_the_lines_that_are_drawn() -> None:
    around = PictureOptions(focus="DU", lines=frozenset({RelationKind.PART_OF}))
    said = described_picture(picture_of(structure(), around))
    assert said.endswith("The lines say: reports to, advises and nominates to.")
    whole = described_picture(picture_of(structure(), PictureOptions()))
    assert whole.endswith("The lines say: reports to.")


def test_that_paragraph_and_status_count_the_same_around_a_focus() -> None:
    picture = picture_of(structure(), PictureOptions(focus="Frosta"))
    assert "Trøndelag" in picture.chosen
    assert "there are two bodies and no municipalities" in described_picture(picture)
    drawn = org_scene(structure(), PictureOptions(focus="Frosta"), MEASURE)
    assert drawn.sentence == "Around Frosta: 2 bodies, 0 municipalities; 0 vacant seats in all."
    inner = PictureOptions(focus="Programstyre", lines=frozenset(), vacant_only=True)
    picture = picture_of(structure(), inner)
    assert "there are no bodies and no municipalities" in described_picture(picture)
    drawn = org_scene(structure(), inner, MEASURE)
    assert drawn.sentence.startswith("Around Programstyre: 0 bodies, 0 municipalities; 2 vacant")


def test_that_an_empty_structure_is_told_in_a_sentence() -> None:
    empty = replace(structure(), bodies=(), lines=())
    picture = picture_of(empty, PictureOptions())
    assert described_picture(picture) == "There are no bodies on 1 January 2026."
    assert picture_lines(picture) == ()
    assert org_scene(empty, PictureOptions(), MEASURE).boxes == ()


@pytest.mark.parametrize("arrange", [Arrangement.RINGS, Arrangement.TREE])
def test_that_all_in_rings_or_a_tree_is_joined_to_the_middle_by_some_line(
    arrange: Arrangement,
) -> None:
    options = PictureOptions(
        focus="DU", steps=2, arrange=arrange, unfolded=frozenset({"DigiTrøndelag"})
    )
    scene = org_scene(structure(), options, MEASURE)
    joined = {"DU"}
    for _step in range(2):
        joined |= {
            end
            for edge in scene.edges
            for end in (edge.source, edge.target)
            if {edge.source, edge.target} & joined
        }
    held = {"Frosta", "Programstyre"}
    assert {box.id for box in scene.boxes} - held == joined - held
    assert "DigiTrøndelag" in joined


def test_that_bands_show_no_lines_that_were_not_asked_for() -> None:
    options = PictureOptions(focus="KS", steps=2)
    kinds = {edge.kind for edge in org_scene(structure(), options, MEASURE).edges}
    assert kinds == {"reports_to"}
    rings = org_scene(structure(), replace(options, arrange=Arrangement.RINGS), MEASURE)
    assert {edge.kind for edge in rings.edges} == {"reports_to", "advises", "nominates"}


def test_that_colours_can_tell_how_it_stands_with_the_rules() -> None:
    bodies = structure().bodies
    outcomes = (Outcome.MET, Outcome.BROKEN, Outcome.CANNOT_BE_JUDGED)
    rules = {body.id: outcome for body, outcome in zip(bodies, outcomes, strict=False)}
    options, beside = PictureOptions(colouring=Colouring.BALANCE), Beside(Care(rules=rules))
    picture = picture_of(structure(), options, beside)
    key = {entry.family: entry.word for entry in colour_key(picture)}
    words = {outcome: key[box_family(picture, body)] for body, outcome in rules.items()}
    assert words == {
        Outcome.MET: "all rules are met",
        Outcome.BROKEN: "a rule is broken",
        Outcome.CANNOT_BE_JUDGED: "a rule cannot be judged",
    }
    without = next(body.id for body in bodies if body.id not in rules)
    assert key[box_family(picture, without)] == "no rules"
    assert "rules of composition" in described_picture(picture)
