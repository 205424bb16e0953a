"""What the commands on rounds, requests and candidacies do to the file, and what they refuse."""

from datetime import date

import pytest

from samstyring.commands.nominations import (
    RoundFacts,
    add_round_seat,
    answer_request,
    appoint,
    ask,
    call_round,
    close_round,
    correct_candidacy,
    correct_request,
    correct_round,
    delete_candidacy,
    delete_request,
    delete_round,
    nominate,
    nominate_newcomer,
    remove_round_seat,
    take_step,
)
from samstyring.commands.people import PersonFacts
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nominations import StepKind
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_period,
    a_person,
    a_round,
    a_seat,
    an_appointment,
    day,
    rows,
    state,
    the_row,
)
from tests.commands.conftest import Refused

TODAY = date(2026, 2, 7)


def _asked(workspace: Workspace) -> tuple[str, str, str]:
    """Return a round, the seat it is to fill and the body that is asked."""
    seat_id, body_id = a_seat(workspace), a_body(workspace, "Digi Agder")
    return a_round(workspace, seat_ids=(seat_id,), ask_ids=(body_id,)), seat_id, body_id


def test_that_a_call_names_its_seats_and_asks_its_bodies_at_once(workspace: Workspace) -> None:
    round_id, seat_id, body_id = _asked(workspace)
    assert the_row(workspace, t.RoundSeatRow, round_id=round_id)["seat_id"] == seat_id
    request = the_row(workspace, t.RequestRow, round_id=round_id)
    assert request["body_id"] == body_id
    assert (request["asked_on"], request["due_on"]) == ("2026-01-10", "2026-03-01")
    assert request["answered_on"] is None
    workspace.undo()
    for table in (t.RoundRow, t.RoundSeatRow, t.RequestRow):
        assert rows(workspace, table) == []


def test_that_a_round_can_be_corrected_closed_and_deleted(workspace: Workspace) -> None:
    round_id, seat_id, body_id = _asked(workspace)
    a_candidacy(workspace, seat_id, by_id=body_id, round_id=round_id)
    caller = the_row(workspace, t.RoundRow)["caller_id"]
    workspace.run(correct_round, round_id, RoundFacts("Høst", caller, criteria="a\nb"))
    workspace.run(close_round, round_id, TODAY)
    row = the_row(workspace, t.RoundRow)
    assert (row["name"], row["due_on"], row["closed_on"]) == ("Høst", None, "2026-02-07")
    workspace.run(delete_round, round_id)
    assert rows(workspace, t.RequestRow) == []
    candidacy = the_row(workspace, t.CandidacyRow)
    assert (candidacy["round_id"], candidacy["request_id"]) == (None, None)


def test_that_a_seat_can_be_added_to_a_round_and_taken_out(workspace: Workspace) -> None:
    round_id, seat_id = a_round(workspace), a_seat(workspace)
    round_seat = workspace.run(add_round_seat, round_id, seat_id)
    assert the_row(workspace, t.RoundSeatRow)["id"] == round_seat
    workspace.run(remove_round_seat, round_seat)
    assert rows(workspace, t.RoundSeatRow) == []


def test_that_no_candidate_is_an_answer_too(workspace: Workspace) -> None:
    _asked(workspace)
    request_id = the_row(workspace, t.RequestRow)["id"]
    workspace.run(answer_request, request_id, TODAY, answer="Vi har ingen.")
    row = the_row(workspace, t.RequestRow)
    assert (row["answered_on"], row["answer"]) == ("2026-02-07", "Vi har ingen.")
    workspace.run(
        correct_request, request_id, asked_on=day("2026-01"), due_on=None, answered_on=None
    )
    row = the_row(workspace, t.RequestRow)
    assert (row["asked_on"], row["due_on"], row["answered_on"]) == ("2026-01", None, None)
    workspace.run(delete_request, request_id)
    assert rows(workspace, t.RequestRow) == []


def test_that_putting_someone_forward_answers_the_request(workspace: Workspace) -> None:
    round_id, seat_id, body_id = _asked(workspace)
    a_candidacy(workspace, seat_id, by_id=body_id, round_id=round_id, on_day=TODAY)
    request = the_row(workspace, t.RequestRow)
    assert request["answered_on"] == "2026-02-07"
    assert the_row(workspace, t.CandidacyRow)["request_id"] == request["id"]
    step = the_row(workspace, t.StepRow)
    assert (step["place"], step["kind"], step["day"]) == (1, "proposed", "2026-02-07")


def test_that_a_second_candidate_keeps_the_day_of_the_answer(workspace: Workspace) -> None:
    round_id, seat_id, body_id = _asked(workspace)
    for name, when in (("Ola", date(2026, 2, 1)), ("Kari", TODAY)):
        a_candidacy(
            workspace, seat_id, a_person(workspace, name), body_id, round_id=round_id, on_day=when
        )
    assert the_row(workspace, t.RequestRow)["answered_on"] == "2026-02-01"


def test_that_steps_are_kept_in_order_with_who_and_why(workspace: Workspace) -> None:
    candidacy_id = a_candidacy(workspace)
    workspace.run(take_step, candidacy_id, StepKind.ASKED, TODAY, by_whom="Sekretær", note="Ringt")
    workspace.run(take_step, candidacy_id, StepKind.ACCEPTED, TODAY, decision="Sak 3")
    found = sorted(rows(workspace, t.StepRow), key=lambda row: row["place"])
    assert [row["kind"] for row in found] == ["proposed", "asked", "accepted"]
    assert (found[1]["by_whom"], found[1]["note"]) == ("Sekretær", "Ringt")
    assert found[2]["decision"] == "Sak 3"


def test_that_a_candidacy_can_be_corrected_and_deleted(workspace: Workspace) -> None:
    candidacy_id = a_candidacy(workspace)
    workspace.run(correct_candidacy, candidacy_id, rank=1, reason="Erfaren", statement="Ja")
    row = the_row(workspace, t.CandidacyRow)
    assert (row["rank"], row["reason"], row["statement"]) == (1, "Erfaren", "Ja")
    workspace.run(delete_candidacy, candidacy_id)
    assert rows(workspace, t.CandidacyRow) == rows(workspace, t.StepRow) == []


def test_that_appointing_fills_the_seat_and_ends_the_earlier_term(workspace: Workspace) -> None:
    seat_id = a_seat(workspace, a_body(workspace, term_months=24))
    earlier = an_appointment(workspace, seat_id, a_person(workspace, "Ola"))
    round_id = a_round(workspace, seat_ids=(seat_id,))
    candidacy_id = a_candidacy(workspace, seat_id, round_id=round_id)
    before = state(workspace)
    appointment_id = workspace.run(
        appoint, candidacy_id, day("2026-03-01"), on_day=TODAY, decision="Sak 7/26"
    )
    row = the_row(workspace, t.AppointmentRow, id=appointment_id)
    assert (row["first_day"], row["term_last"], row["last_day"]) == (
        "2026-03-01",
        "2028-02-29",
        None,
    )
    assert (row["candidacy_id"], row["decision"]) == (candidacy_id, "Sak 7/26")
    assert the_row(workspace, t.AppointmentRow, id=earlier)["last_day"] == "2026-02-28"
    assert [step["kind"] for step in rows(workspace, t.StepRow)] == ["proposed", "appointed"]
    workspace.undo()
    assert state(workspace) == before


@pytest.mark.parametrize(
    ("body_months", "seat_months", "given_last", "term_last"),
    [
        (24, 12, None, "2026-12-31"),
        (None, None, None, None),
        (24, None, "2026-06-30", "2026-06-30"),
    ],
)
def test_that_a_term_is_the_seats_or_the_bodys_unless_it_is_given(
    workspace: Workspace,
    body_months: int | None,
    seat_months: int | None,
    given_last: str | None,
    term_last: str | None,
) -> None:
    body_id = a_body(workspace, term_months=body_months)
    candidacy_id = a_candidacy(workspace, a_seat(workspace, body_id, term_months=seat_months))
    workspace.run(
        appoint, candidacy_id, day("2026"), on_day=TODAY,
        term_last=day(given_last) if given_last else None,
    )  # fmt: skip
    assert the_row(workspace, t.AppointmentRow)["term_last"] == term_last


def test_that_a_newcomer_and_the_candidacy_are_one_undo(workspace: Workspace) -> None:
    round_id, seat_id, body_id = _asked(workspace)
    before = state(workspace)
    candidacy_id = workspace.run(
        nominate_newcomer, seat_id, PersonFacts("Ny Nordmann"), body_id, on_day=TODAY,
        employer_id=body_id, title="Rådgiver", round_id=round_id,
    )  # fmt: skip
    person_id = the_row(workspace, t.PersonRow, name="Ny Nordmann")["id"]
    assert the_row(workspace, t.CandidacyRow, id=candidacy_id)["person_id"] == person_id
    assert the_row(workspace, t.EmploymentRow)["title"] == "Rådgiver"
    assert the_row(workspace, t.RequestRow)["answered_on"] == "2026-02-07"
    workspace.undo()
    assert state(workspace) == before


def test_that_a_newcomer_who_cannot_be_put_forward_is_not_added(
    refused: Refused, workspace: Workspace
) -> None:
    seat_id, by_id = a_seat(workspace, period=a_period(None, "2025")), a_body(workspace, "KS")
    facts = PersonFacts("Ny Nordmann")
    refused(RuleError, "ended on 2025", nominate_newcomer, seat_id, facts, by_id, on_day=TODAY)


# What is refused --------------------------------------------------------------------------------


def test_that_a_round_that_cannot_be_is_refused(refused: Refused, workspace: Workspace) -> None:
    round_id, seat_id, body_id = _asked(workspace)
    caller = a_body(workspace, "KS")
    refused(RuleError, "A name is needed", call_round, RoundFacts(" ", caller))
    late = RoundFacts("Vår", caller, day("2026-02"), day("2026-01"))
    refused(RuleError, "is before the day of the call", call_round, late)
    refused(RuleError, "is before the day of the call", correct_round, round_id, late)
    refused(RuleError, "fill that seat already", add_round_seat, round_id, seat_id)
    refused(RuleError, "Digi Agder has been asked already", ask, round_id, body_id)
    twice = RoundFacts("Vår", caller)
    refused(RuleError, "asked already", call_round, twice, ask_ids=(body_id, body_id))


def test_that_a_deadline_is_after_the_request(refused: Refused, workspace: Workspace) -> None:
    round_id, _seat_id, _body_id = _asked(workspace)
    dates = {"asked_on": day("2026-02"), "due_on": day("2026-01")}
    gist = "is before the day of the call"
    refused(RuleError, gist, ask, round_id, a_body(workspace, "Ny"), **dates)
    request_id = the_row(workspace, t.RequestRow)["id"]
    refused(RuleError, gist, correct_request, request_id, answered_on=None, **dates)


def test_that_a_candidate_is_put_forward_once(refused: Refused, workspace: Workspace) -> None:
    seat_id, person_id, by_id = a_seat(workspace), a_person(workspace), a_body(workspace, "KS")
    candidacy_id = a_candidacy(workspace, seat_id, person_id, by_id)
    refused(
        RuleError, "Kari Nordmann has been put forward", nominate, seat_id, person_id, by_id,
        on_day=TODAY,
    )  # fmt: skip
    workspace.run(take_step, candidacy_id, StepKind.WITHDRAWN, TODAY)
    a_candidacy(workspace, seat_id, person_id, by_id)
    assert len(rows(workspace, t.CandidacyRow)) == 2


def test_that_nobody_is_put_forward_for_a_seat_that_has_ended(
    refused: Refused, workspace: Workspace
) -> None:
    seat_id = a_seat(workspace, period=a_period(None, "2025"))
    person_id, by_id = a_person(workspace), a_body(workspace, "KS")
    refused(RuleError, "ended on 2025", nominate, seat_id, person_id, by_id, on_day=TODAY)


def test_that_ranks_begin_at_one(refused: Refused, workspace: Workspace) -> None:
    candidacy_id = a_candidacy(workspace)
    refused(
        RuleError, "begin at 1", correct_candidacy, candidacy_id, rank=0, reason="", statement=""
    )


def test_that_steps_are_taken_in_order(refused: Refused, workspace: Workspace) -> None:
    candidacy_id = a_candidacy(workspace)
    for step in (StepKind.ACCEPTED, StepKind.RECOMMENDED, StepKind.APPOINTED, StepKind.PROPOSED):
        refused(RuleError, "cannot become", take_step, candidacy_id, step, TODAY)


def test_that_a_closed_candidacy_goes_no_further(refused: Refused, workspace: Workspace) -> None:
    candidacy_id = a_candidacy(workspace)
    workspace.run(take_step, candidacy_id, StepKind.WITHDRAWN, TODAY)
    refused(RuleError, "is closed", take_step, candidacy_id, StepKind.ASKED, TODAY)
    refused(RuleError, "is closed", appoint, candidacy_id, day("2026"), on_day=TODAY)


def test_that_an_appointment_refused_by_the_seat_leaves_no_step(
    refused: Refused, workspace: Workspace
) -> None:
    seat_id = a_seat(workspace)
    candidacy_id = a_candidacy(workspace, seat_id)
    an_appointment(workspace, seat_id, a_person(workspace, "Ola"), from_day="2027")
    refused(RuleError, "taken by Ola", appoint, candidacy_id, day("2026"), on_day=TODAY)


def test_that_what_is_gone_is_said_to_be(refused: Refused, workspace: Workspace) -> None:
    gist, seat_id, person_id = "no longer in the file", a_seat(workspace), a_person(workspace)
    refused(NotFoundError, gist, delete_round, "gone")
    refused(NotFoundError, gist, delete_candidacy, "gone")
    refused(NotFoundError, gist, nominate, seat_id, person_id, "gone", on_day=TODAY)
    by_id = a_body(workspace)
    refused(NotFoundError, gist, nominate, seat_id, person_id, by_id, on_day=TODAY, round_id="gone")
