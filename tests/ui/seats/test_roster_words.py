"""A roster says in words how it stands, groups seats by role, and says once what holds for all."""

from datetime import date

import pytest

from samstyring.domain.periods import ALWAYS, PartialDate
from samstyring.domain.seats import SeatLine, SeatRole, SeatStatus
from samstyring.ui.seats.roster import SeatVerb, roster_groups
from samstyring.ui.seats.words import appointer_sentence, roster_sentence, term_note

DAY = date(2026, 3, 1)
FILLED, SOON = SeatStatus.FILLED, SeatStatus.ENDS_SOON
OVER, VACANT = SeatStatus.TERM_OVER, SeatStatus.VACANT


def a_line(
    seat_id: str = "a",
    status: SeatStatus = FILLED,
    role: SeatRole = SeatRole.MEMBER,
    substitute_for_id: str = "",
    appoints: str = "",
    represents: str = "",
    nominates: str = "",
) -> SeatLine:
    """Return a seat of a roster, with somebody in it unless it is vacant."""
    return SeatLine(
        id=seat_id,
        body_id="body",
        body_name="Utvalget",
        role=role,
        number=1,
        votes=True,
        represents_id=represents,
        represents_name=represents,
        nominates_id=nominates,
        nominates_name=nominates,
        appoints_id=appoints,
        appoints_name=appoints,
        substitute_for_id=substitute_for_id,
        note="",
        period=ALWAYS,
        status=status,
        person_id="" if status is VACANT else f"person {seat_id}",
        person_name="" if status is VACANT else f"Person {seat_id}",
        since=PartialDate(2024),
        term_last=PartialDate(2026, 3, 31),
        vacant_since=PartialDate(2025, 6) if status is VACANT else None,
    )


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        ((FILLED, FILLED), "All 2 seats are filled."),
        ((FILLED,), "1 of 1 seat is filled."),
        ((FILLED, VACANT), "1 of 2 seats are filled; 1 is vacant."),
        ((FILLED, SOON, SOON), "All 3 seats are filled; 2 terms end soon."),
        (
            (VACANT, VACANT, SOON, OVER),
            "2 of 4 seats are filled; 2 are vacant, 1 term ends soon and 1 sits on after the term.",
        ),
    ],
)
def test_that_the_sentence_counts_what_needs_care(
    statuses: tuple[SeatStatus, ...], sentence: str
) -> None:
    assert roster_sentence([a_line(status=status) for status in statuses]) == sentence


def test_that_a_body_without_seats_gets_advice() -> None:
    assert roster_sentence([]).startswith("There are no seats yet.")


@pytest.mark.parametrize(
    ("status", "note"),
    [
        (FILLED, "Since 2024 · the term ends 31.03.2026"),
        (SOON, "Since 2024 · the term ends 31.03.2026 (in 30 days)"),
        (VACANT, "Vacant since 06.2025"),
    ],
)
def test_that_the_term_is_told_in_words(status: SeatStatus, note: str) -> None:
    assert term_note(a_line(status=status), DAY) == note


def test_that_a_term_that_is_over_is_told_as_past() -> None:
    assert "the term ended 31.03.2026 (31 days ago)" in term_note(
        a_line(status=OVER), date(2026, 5, 1)
    )


def test_that_personal_substitutes_stand_beneath_their_own() -> None:
    lines = [
        a_line("chair", role=SeatRole.CHAIR),
        a_line("member"),
        a_line("sub", role=SeatRole.SUBSTITUTE),
        a_line("own", role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id="chair"),
        a_line("watcher", role=SeatRole.OBSERVER),
    ]
    groups = roster_groups(lines, DAY)
    assert [(group.title, [row.id for row in group.rows]) for group in groups] == [
        ("Members", ["chair", "own", "member"]),
        ("Substitutes", ["sub"]),
        ("Observers and secretary", ["watcher"]),
    ]
    assert [row.indent for row in groups[0].rows] == [False, True, False]


def test_that_a_personal_substitute_of_a_seat_that_is_gone_is_not_lost() -> None:
    lines = [a_line("own", role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id="gone")]
    assert [row.id for group in roster_groups(lines, DAY) for row in group.rows] == ["own"]


def test_that_one_appointer_of_all_is_told_once() -> None:
    lines = [a_line("a", appoints="KS"), a_line("b", appoints="KS")]
    assert appointer_sentence(lines) == "All are appointed by KS."
    notes = [
        note for group in roster_groups(lines, DAY) for row in group.rows for note in row.notes
    ]
    assert not any("KS" in note for note in notes)


def test_that_different_appointers_are_told_at_each_seat() -> None:
    lines = [a_line("a", appoints="KS"), a_line("b", appoints="Digdir")]
    assert appointer_sentence(lines) == ""
    rows = [row for group in roster_groups(lines, DAY) for row in group.rows]
    assert [row.notes[1] for row in rows] == ["Appointed by KS", "Appointed by Digdir"]


def test_that_whom_a_seat_represents_and_who_nominates_is_told_in_one() -> None:
    (group,) = roster_groups([a_line(represents="Digi Agder", nominates="Digi Agder")], DAY)
    assert group.rows[0].notes[1] == "Represents and is nominated by Digi Agder"


def test_that_a_vacant_seat_can_be_filled_and_has_no_term_to_end() -> None:
    (group,) = roster_groups([a_line(status=VACANT)], DAY)
    keys = {verb.key for verb in group.rows[0].verbs}
    assert SeatVerb.FILL in keys
    assert SeatVerb.END_TERM not in keys
