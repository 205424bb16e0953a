"""What the commands on seats and terms do to the file, and what they refuse."""

import pytest

from samstyring.commands.seats import (
    SeatFacts,
    add_seat,
    correct_appointment,
    correct_seat,
    delete_appointment,
    delete_seat,
    end_appointment,
    end_seat,
    fill_seat,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.seats import SeatRole
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_period,
    a_person,
    a_seat,
    an_appointment,
    day,
    rows,
    state,
    the_row,
)
from tests.commands.conftest import Refused


def test_that_seats_of_a_body_are_numbered_one_after_the_other(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    for _each in range(3):
        a_seat(workspace, body_id)
    a_seat(workspace)
    assert [row["number"] for row in rows(workspace, t.SeatRow, body_id=body_id)] == [1, 2, 3]


def test_that_correcting_a_seat_writes_what_should_have_stood(workspace: Workspace) -> None:
    body_id, other = a_body(workspace), a_body(workspace, "KS")
    first, second = a_seat(workspace, body_id), a_seat(workspace, body_id)
    facts = SeatFacts(
        SeatRole.PERSONAL_SUBSTITUTE, votes=False, represents_id=other, nominates_id=other,
        appoints_id=other, substitute_for_id=first, term_months=24, period=a_period("2024"),
    )  # fmt: skip
    workspace.run(correct_seat, second, facts)
    row = the_row(workspace, t.SeatRow, id=second)
    assert (row["role"], row["votes"], row["term_months"]) == ("personal_substitute", False, 24)
    assert row["represents_id"] == row["nominates_id"] == row["appoints_id"] == other
    assert (row["substitute_for_id"], row["first_day"]) == (first, "2024")


def test_that_filling_a_seat_ends_the_term_of_who_sat_there(workspace: Workspace) -> None:
    seat_id = a_seat(workspace)
    earlier = an_appointment(workspace, seat_id, a_person(workspace, "Ola"))
    an_appointment(workspace, seat_id, a_person(workspace, "Kari"), from_day="2026-03-01")
    row = the_row(workspace, t.AppointmentRow, id=earlier)
    assert (row["last_day"], row["end_reason"]) == ("2026-02-28", "followed:")


def test_that_a_person_can_follow_upon_themselves(workspace: Workspace) -> None:
    seat_id, person_id = a_seat(workspace), a_person(workspace)
    earlier = an_appointment(workspace, seat_id, person_id, from_day="2022", term_last="2023")
    an_appointment(workspace, seat_id, person_id, from_day="2024", term_last="2025")
    row = the_row(workspace, t.AppointmentRow, id=earlier)
    assert (row["last_day"], row["end_reason"]) == ("2023", "")


def test_that_ending_a_seat_ends_the_term_there(workspace: Workspace) -> None:
    seat_id = a_seat(workspace)
    an_appointment(workspace, seat_id, from_day="2020", last_day="2021")
    an_appointment(workspace, seat_id, from_day="2024")
    workspace.run(end_seat, seat_id, day("2026-06-30"))
    assert the_row(workspace, t.SeatRow)["last_day"] == "2026-06-30"
    lasts = {row["first_day"]: row["last_day"] for row in rows(workspace, t.AppointmentRow)}
    assert lasts == {"2020": "2021", "2024": "2026-06-30"}


def test_that_deleting_a_seat_takes_terms_and_candidacies(workspace: Workspace) -> None:
    seat_id = a_seat(workspace)
    a_candidacy(workspace, seat_id)
    an_appointment(workspace, seat_id)
    before = state(workspace)
    workspace.run(delete_seat, seat_id)
    for table in (t.SeatRow, t.AppointmentRow, t.CandidacyRow, t.StepRow):
        assert rows(workspace, table) == []
    workspace.undo()
    assert state(workspace) == before


def test_that_a_term_can_be_ended_corrected_and_deleted(workspace: Workspace) -> None:
    appointment_id = an_appointment(workspace)
    workspace.run(end_appointment, appointment_id, day("2025-05"), reason="Ny jobb")
    row = the_row(workspace, t.AppointmentRow)
    assert (row["last_day"], row["end_reason"]) == ("2025-05", "Ny jobb")
    workspace.run(
        correct_appointment, appointment_id, period=a_period("2023", None), term_last=day("2026"),
        decision="Sak 12/23",
    )  # fmt: skip
    row = the_row(workspace, t.AppointmentRow)
    assert (row["first_day"], row["last_day"], row["term_last"]) == ("2023", None, "2026")
    assert row["decision"] == "Sak 12/23"
    workspace.run(delete_appointment, appointment_id)
    assert rows(workspace, t.AppointmentRow) == []


# What is refused --------------------------------------------------------------------------------


def test_that_a_seat_that_cannot_be_is_refused(refused: Refused, workspace: Workspace) -> None:
    body_id = a_body(workspace)
    seat_id, elsewhere = a_seat(workspace, body_id), a_seat(workspace)
    for gist, facts in (
        ("before the first day", SeatFacts(period=a_period("2024", "2023"))),
        ("at least one month", SeatFacts(term_months=0)),
        ("needs a seat to stand in for", SeatFacts(SeatRole.PERSONAL_SUBSTITUTE)),
        ("another seat of the same body", SeatFacts(substitute_for_id=elsewhere)),
        ("another seat of the same body", SeatFacts(substitute_for_id=seat_id)),
    ):
        refused(RuleError, gist, correct_seat, seat_id, facts)
    refused(RuleError, "at least one month", add_seat, body_id, SeatFacts(term_months=0))


@pytest.mark.parametrize("from_day", ["2023-12-31", "2026-01-01"])
def test_that_nobody_is_seated_when_the_seat_does_not_exist(
    refused: Refused, workspace: Workspace, from_day: str
) -> None:
    seat_id = a_seat(workspace, period=a_period("2024", "2025"))
    gist = "does not exist on"
    refused(RuleError, gist, fill_seat, seat_id, a_person(workspace), day(from_day))


@pytest.mark.parametrize(
    ("sits_from", "sits_to", "from_day"),
    [("2024-01-01", None, "2024-01-01"), ("2024", None, "2023"), ("2020", "2025", "2024"),
     (None, None, None)],
)  # fmt: skip
def test_that_a_term_is_not_laid_over_another(
    refused: Refused,
    workspace: Workspace,
    sits_from: str | None,
    sits_to: str | None,
    from_day: str | None,
) -> None:
    seat_id, person_id = a_seat(workspace), a_person(workspace, "Ola")
    an_appointment(workspace, seat_id, from_day=sits_from, last_day=sits_to)
    begins = day(from_day) if from_day else None
    refused(RuleError, "taken by Kari Nordmann", fill_seat, seat_id, person_id, begins)


def test_that_a_term_does_not_end_before_it_begins(refused: Refused, workspace: Workspace) -> None:
    seat_id, person_id = a_seat(workspace), a_person(workspace)
    start, before, gist = day("2024"), day("2023"), "before the first day"
    refused(RuleError, gist, fill_seat, seat_id, person_id, start, last_day=before)
    refused(RuleError, gist, fill_seat, seat_id, person_id, start, term_last=before)
    appointment_id = an_appointment(workspace, seat_id, person_id)
    refused(RuleError, gist, end_appointment, appointment_id, before)
    backwards = a_period("2024", "2023")
    refused(RuleError, gist, correct_appointment, appointment_id, period=backwards, term_last=None)
    dated = a_seat(workspace, period=a_period("2024"))
    refused(RuleError, gist, end_seat, dated, before)


def test_that_a_corrected_term_stays_clear_of_the_next(
    refused: Refused, workspace: Workspace
) -> None:
    seat_id = a_seat(workspace)
    earlier = an_appointment(workspace, seat_id, from_day="2022")
    an_appointment(workspace, seat_id, from_day="2024")
    wide = a_period("2022", "2024")
    refused(RuleError, "seat is taken", correct_appointment, earlier, period=wide, term_last=None)


def test_that_what_is_gone_is_said_to_be(refused: Refused, workspace: Workspace) -> None:
    refused(NotFoundError, "no longer in the file", delete_seat, "gone")
    refused(NotFoundError, "no longer in the file", add_seat, "gone", SeatFacts())
    refused(NotFoundError, "no longer in the file", delete_appointment, "gone")
