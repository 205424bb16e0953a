"""What differs between two days: which line, in which words, and how it is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.difference import DifferenceKind, DifferenceLine
from samstyring.domain.org import LineKind, OrgLine, OrgSnapshot
from samstyring.domain.seats import Balance, SeatLine, SeatRole
from samstyring.graph.difference import both_days, difference, line_text, marks_of, marks_shown
from samstyring.graph.structure import holding
from samstyring.language import texts_in
from tests.graph.test_structure import body, structure
from tests.graph.test_words import seat

D, R = DifferenceKind, RelationKind
OTHER_PARENT = OrgLine("9", "DU", "Fagråd", R.REPORTS_TO)


def changed(body_id: str, **values: object) -> OrgSnapshot:
    """Return the structure with one body changed."""
    whole = structure()
    bodies = tuple(
        replace(each, **values) if each.id == body_id else each  # type: ignore[arg-type]
        for each in whole.bodies
    )
    return replace(whole, bodies=bodies)


def relined(*lines: OrgLine, without: str = "") -> OrgSnapshot:
    """Return the structure with lines added and one taken away."""
    kept = tuple(line for line in structure().lines if line.id != without)
    return replace(structure(), lines=(*kept, *lines))


def without(body_id: str) -> OrgSnapshot:
    """Return the structure without a body and its lines."""
    whole = structure()
    return replace(
        whole,
        bodies=tuple(each for each in whole.bodies if each.id != body_id),
        lines=tuple(line for line in whole.lines if body_id not in (line.from_id, line.to_id)),
    )


def the_line(before: OrgSnapshot, after: OrgSnapshot) -> DifferenceLine:
    (line,) = difference(before, after).changes
    return line


def test_that_nothing_differs_from_itself() -> None:
    assert difference(structure(), structure()).changes == ()


def test_that_a_body_that_came_is_new_and_one_that_went_is_gone() -> None:
    new, gone = (
        difference(without("Oslo"), structure()).of(D.NEW),
        difference(structure(), without("Oslo")).of(D.GONE),
    )
    assert [(line.sentence, line.tone) for line in new] == [("Oslo is new (municipality).", "ok")]
    assert [(line.sentence, line.tone) for line in gone] == [("Oslo is no longer there.", "vacant")]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": "Digitaliseringsrådet"}, "DU is now called Digitaliseringsrådet."),
        ({"short_name": "D"}, "DU is now called D for short."),
        ({"kind": BodyKind.COUNCIL}, "DU is now council, before committee."),
        ({"balance": Balance(16, 13)}, "DU now has 16 seats, before 14."),
        ({"balance": Balance()}, "DU now has no seats, before 14."),
    ],
)
def test_that_what_changed_about_a_body_is_said(values: dict[str, object], said: str) -> None:
    line = the_line(structure(), changed("DU", **values))
    assert (line.kind, line.sentence, line.tone) == (D.CHANGED, said, "soon")


def test_that_another_level_is_said() -> None:
    line = the_line(structure(), changed("Fagråd", level=Level.STATE))
    assert line.sentence == "Fagråd now has the level state, before national."


def test_that_another_parent_is_a_move() -> None:
    line = the_line(structure(), relined(OTHER_PARENT, without="1"))
    assert (line.kind, line.tone) == (D.MOVED, "accent")
    assert line.sentence == "New: DU reports to Fagråd. No longer: DU reports to KS."


def test_that_another_network_is_a_move_told_once() -> None:
    other = body("Digi Innlandet", BodyKind.REGIONAL_NETWORK, Level.REGIONAL)
    before = replace(structure(), bodies=(*structure().bodies, other))
    lines = (*before.lines, OrgLine("9", "Frosta", "Digi Innlandet", R.MEMBER_OF))
    after = replace(before, lines=tuple(line for line in lines if line.id != "4"))
    line = the_line(before, after)
    assert (line.body_id, line.kind) == ("Frosta", D.MOVED)
    assert line.sentence.startswith("New: Frosta is a member of Digi Innlandet. No longer:")


def test_that_a_first_membership_and_the_end_of_one_are_no_moves() -> None:
    first = the_line(structure(), relined(OrgLine("9", "Oslo", "DigiTrøndelag", R.MEMBER_OF)))
    assert (first.kind, first.sentence) == (
        D.CHANGED, "New: Oslo is a member of DigiTrøndelag.",
    )  # fmt: skip
    assert the_line(structure(), relined(without="1")).kind is D.CHANGED


def test_that_a_county_left_and_a_network_entered_are_not_one_move() -> None:
    joined = OrgLine("9", "Røros", "DigiTrøndelag", R.MEMBER_OF)
    found = difference(structure(), relined(joined, without="6")).changes
    assert {line.kind for line in found} == {D.CHANGED}


@pytest.mark.parametrize(
    ("numbers", "new", "old"),
    [(("20", "56"), "Trøndelag (no. 56)", "Trøndelag (no. 20)"),
     (("", ""), "Trøndelag (2027)", "Trøndelag (2026)")],
)  # fmt: skip
def test_that_bodies_of_one_name_are_told_apart(
    numbers: tuple[str, str], new: str, old: str
) -> None:
    before = changed("Trøndelag", number=numbers[0])
    county = next(each for each in before.bodies if each.id == "Trøndelag")
    later = replace(county, id="later", number=numbers[1])
    after = replace(
        before,
        day=before.day.replace(year=2027),
        bodies=tuple(later if each is county else each for each in before.bodies),
        lines=tuple(
            replace(line, to_id="later") if line.to_id == "Trøndelag" else line
            for line in before.lines
        ),
    )
    said = {line.sentence for line in difference(before, after).changes}
    assert f"New: Frosta lies in {new}. No longer: Frosta lies in {old}." in said
    assert {f"{new} is new (county municipality).", f"{old} is no longer there."} <= said


def test_that_a_line_adds_the_word_only_where_the_sentence_does_not_say_it() -> None:
    moved = the_line(structure(), relined(OTHER_PARENT, without="1"))
    assert line_text(moved).endswith(". · moved")
    new = difference(structure(), structure(), (), (seat("DU", "Per"),)).changes[0]
    assert line_text(new) == "Per is new in DU as member."


def test_that_who_nominates_is_a_change() -> None:
    line = the_line(structure(), relined(without="7"))
    assert (line.kind, line.sentence) == (
        D.CHANGED, "No longer: DigiTrøndelag nominates to DU.",
    )  # fmt: skip


def test_that_a_group_whose_parent_moved_is_told_to_belong_elsewhere() -> None:
    group = body("Faggruppe", BodyKind.EXPERT_GROUP, Level.REGIONAL)
    inner = OrgLine("9", "Faggruppe", "Programstyre", R.REPORTS_TO)
    before = structure()
    before = replace(before, bodies=(*before.bodies, group), lines=(*before.lines, inner))
    after = replace(before, lines=tuple(line for line in before.lines if line.id != "3"))
    said = {line.body_id: line.sentence for line in difference(before, after).changes}
    assert said["Faggruppe"] == "Faggruppe no longer belongs to DigiTrøndelag."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ["Kari er nå leder i DU, før medlem.", "Ola har gått ut av DU.",
                "Per er ny i DU som medlem."]),
        ("nn", ["Kari er no leiar i DU, før medlem.", "Ola har gått ut av DU.",
                "Per er ny i DU som medlem."]),
        ("en", ["Kari is now chair in DU, before member.", "Ola has left DU.",
                "Per is new in DU as member."]),
    ],
)  # fmt: skip
def test_that_persons_in_out_and_up_are_told(language: str, said: Sequence[str]) -> None:
    before = (seat("DU", "Kari"), seat("DU", "Ola"))
    after = (seat("DU", "Kari", SeatRole.CHAIR), seat("DU", "Per"))
    with texts_in(language):
        found = difference(structure(), structure(), before, after)
    assert sorted(line.sentence for line in found.changes) == said
    assert {line.person_id for line in found.changes} == {"Kari", "Ola", "Per"}


def test_that_one_who_changes_seat_in_the_same_role_is_not_told() -> None:
    one: SeatLine = seat("DU", "Kari")
    found = difference(structure(), structure(), (one,), (replace(one, id="other", number=2),))
    assert found.changes == ()


def test_that_a_vacant_seat_has_nobody_to_tell() -> None:
    empty = replace(seat("DU", ""), person_id="", person_name="")
    assert difference(structure(), structure(), (), (empty,)).changes == ()


def test_that_the_weightiest_line_marks_a_body() -> None:
    after = changed("DU", name="Rådet")
    after = replace(after, lines=relined(OTHER_PARENT, without="1").lines)
    found = difference(structure(), after, (), (seat("DU", "Kari"),))
    mark = marks_of(found)["DU"]
    assert (mark.word, mark.tone, mark.ghost) == ("moved", "accent", False)


def test_that_what_is_gone_can_be_drawn_as_a_ghost() -> None:
    after = without("DU")
    whole = both_days(structure(), after)
    assert {each.id for each in whole.bodies} == {each.id for each in structure().bodies}
    assert {line.id for line in whole.lines} == {line.id for line in structure().lines}
    assert marks_of(difference(structure(), after))["DU"].ghost


def test_that_differences_folded_away_are_counted_on_what_holds_them() -> None:
    after = changed("Programstyre", name="Styret")
    found = difference(structure(), after)
    marks = marks_shown(found, holding(after), {"DigiTrøndelag", "DU"})
    assert [mark.word for mark in marks["DigiTrøndelag"]] == ["one differs inside"]
    shown = marks_shown(found, holding(after), {"DigiTrøndelag", "Programstyre"})
    assert [mark.word for mark in shown["Programstyre"]] == ["changed"]


def test_that_lines_come_by_body_and_weight_with_ids_of_their_own() -> None:
    after = replace(changed("DU", name="Digitaliseringsrådet"),
                    lines=relined(OTHER_PARENT, without="1").lines)  # fmt: skip
    gone = tuple(each for each in after.bodies if each.id != "Oslo")
    found = difference(structure(), replace(after, bodies=gone), (), (seat("DU", "Kari"),))
    assert [line.kind for line in found.changes if line.body_id == "DU"][:2] == [
        D.MOVED, D.CHANGED,
    ]  # fmt: skip
    assert len({line.id for line in found.changes}) == len(found.changes)


def test_that_a_nomination_is_told_by_the_one_who_nominates() -> None:
    more = OrgLine("8", "Fagråd", "KS", LineKind.NOMINATES)
    assert the_line(structure(), relined(more)).body_id == "Fagråd"
