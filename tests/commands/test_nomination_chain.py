"""A nomination as a chain: passed on downwards, forwarded upwards, and closed as one."""

from datetime import date
from typing import NamedTuple

import pytest

from samstyring.commands.nominations import (
    answer_request,
    appoint,
    ask,
    close_round,
    correct_request,
    delete_candidacy,
    delete_request,
    delete_round,
    forward_candidacy,
    nominate,
    pass_on,
    take_step,
)
from samstyring.commands.people import delete_person
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


class Called(NamedTuple):
    """A round in which a network was asked, a municipality below it, and the seat to fill."""

    round: str
    seat: str
    network: str
    municipality: str
    request: str


@pytest.fixture
def called(workspace: Workspace) -> Called:
    """Call a round and ask one network, with the deadline 01.03.2026."""
    seat, network = a_seat(workspace), a_body(workspace, "Digi Trøndelag")
    municipality = a_body(workspace, "Steinkjer")
    round_id = a_round(workspace, seat_ids=(seat,), ask_ids=(network,))
    request = str(the_row(workspace, t.RequestRow)["id"])
    return Called(round_id, seat, network, municipality, request)


def steps_of(workspace: Workspace, candidacy_id: str) -> list[str]:
    """Return the steps of a candidacy in their order."""
    found = rows(workspace, t.StepRow, candidacy_id=candidacy_id)
    return [row["kind"] for row in sorted(found, key=lambda row: row["place"])]


# Passing on -------------------------------------------------------------------------------------


def test_that_a_request_is_passed_on_to_several_at_once(
    workspace: Workspace, called: Called
) -> None:
    verdal = a_body(workspace, "Verdal")
    before = state(workspace)
    made = workspace.run(
        pass_on, called.request, (called.municipality, verdal), due_on=day("2026-02-15")
    )
    below = [the_row(workspace, t.RequestRow, id=request_id) for request_id in made]
    assert [row["body_id"] for row in below] == [called.municipality, verdal]
    assert {row["passed_on_from_id"] for row in below} == {called.request}
    assert {row["due_on"] for row in below} == {"2026-02-15"}
    workspace.undo()
    assert state(workspace) == before


def test_that_a_request_passed_on_without_a_deadline_has_the_same(
    workspace: Workspace, called: Called
) -> None:
    (made,) = workspace.run(pass_on, called.request, (called.municipality,))
    assert the_row(workspace, t.RequestRow, id=made)["due_on"] == "2026-03-01"


def test_that_a_request_cannot_be_passed_on_past_its_deadline(
    refused: Refused, called: Called, workspace: Workspace
) -> None:
    args = (called.request, (called.municipality,))
    refused(RuleError, "01.03.2026 at the latest", pass_on, *args, due_on=day("2026-03-02"))
    refused(RuleError, "01.03.2026 at the latest", pass_on, *args, due_on=day("2026-03"))
    refused(RuleError, "before the day of the call", pass_on, *args, due_on=day("2026-01-09"))
    refused(RuleError, "at least one body", pass_on, called.request, ())
    refused(RuleError, "asked already", pass_on, called.request, (called.network,))
    both = (called.municipality, called.network)
    refused(RuleError, "asked already", pass_on, called.request, both)


def test_that_a_deadline_cannot_be_corrected_past_the_chain(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    (below,) = workspace.run(
        pass_on, called.request, (called.municipality,), due_on=day("2026-02-15")
    )
    dates = {"asked_on": None, "answered_on": None}
    refused(RuleError, "at the latest", correct_request, below, due_on=day("2026-04"), **dates)
    refused(RuleError, "at the latest", correct_request, below, due_on=None, **dates)
    earlier = day("2026-02-10")
    refused(RuleError, "at the latest", correct_request, called.request, due_on=earlier, **dates)
    workspace.run(correct_request, below, due_on=day("2026-02-20"), **dates)
    assert the_row(workspace, t.RequestRow, id=below)["due_on"] == "2026-02-20"


# Answers ----------------------------------------------------------------------------------------


def test_that_no_candidate_is_kept_as_a_key_and_a_reason(
    workspace: Workspace, called: Called
) -> None:
    workspace.run(answer_request, called.request, TODAY, answer="Ingen har tid.", no_candidate=True)
    assert the_row(workspace, t.RequestRow)["answer"] == "no_candidate: Ingen har tid."


def test_that_no_candidate_needs_a_reason_and_no_candidate(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    args = (called.request, TODAY)
    refused(RuleError, "Write why", answer_request, *args, answer=" ", no_candidate=True)
    a_candidacy(workspace, called.seat, by_id=called.network, round_id=called.round)
    refused(RuleError, "has a candidate", answer_request, *args, answer="Nei", no_candidate=True)
    refused(RuleError, "has put candidates forward", delete_request, called.request)


# Forwarding -------------------------------------------------------------------------------------


def _chain(workspace: Workspace, called: Called) -> tuple[str, str]:
    workspace.run(pass_on, called.request, (called.municipality,))
    first = a_candidacy(
        workspace, called.seat, by_id=called.municipality, round_id=called.round,
        on_day=date(2026, 2, 1),
    )  # fmt: skip
    second = workspace.run(
        forward_candidacy, first, called.network, on_day=TODAY, rank=1, reason="Vår fremste"
    )
    return first, second


def test_that_a_forwarded_candidacy_leads_back_and_answers_the_request(
    workspace: Workspace, called: Called
) -> None:
    first, second = _chain(workspace, called)
    row = the_row(workspace, t.CandidacyRow, id=second)
    assert (row["forwarded_from_id"], row["by_id"], row["rank"]) == (first, called.network, 1)
    assert (row["round_id"], row["request_id"]) == (called.round, called.request)
    assert the_row(workspace, t.RequestRow, id=called.request)["answered_on"] == "2026-02-07"
    assert steps_of(workspace, first) == ["proposed"]
    assert steps_of(workspace, second) == ["nominated"]


def test_that_appointing_closes_every_link(workspace: Workspace, called: Called) -> None:
    first, second = _chain(workspace, called)
    before = state(workspace)
    workspace.run(appoint, second, day("2026-04-01"), on_day=TODAY, decision="Sak 7")
    assert steps_of(workspace, first) == ["proposed", "appointed"]
    assert steps_of(workspace, second) == ["nominated", "appointed"]
    assert the_row(workspace, t.AppointmentRow)["candidacy_id"] == second
    workspace.undo()
    assert state(workspace) == before


@pytest.mark.parametrize(
    ("step", "other_stands"),
    [
        (StepKind.DECLINED, "declined"),
        (StepKind.NOT_APPOINTED, "not_appointed"),
        (StepKind.WITHDRAWN, "proposed"),
    ],
)
def test_that_what_the_person_and_the_appointing_body_say_holds_for_the_chain(
    workspace: Workspace, called: Called, step: StepKind, other_stands: str
) -> None:
    first, second = _chain(workspace, called)
    workspace.run(take_step, second, step, TODAY)
    assert steps_of(workspace, second)[-1] == step.value
    assert steps_of(workspace, first)[-1] == other_stands


def test_that_a_chain_has_each_body_once_and_is_appointed_at_its_end(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    first, second = _chain(workspace, called)
    for link in (first, second):
        for body in (called.municipality, called.network):
            gist = "in this chain already"
            refused(RuleError, gist, forward_candidacy, link, body, on_day=TODAY)
    gist = "Digi Trøndelag has forwarded this candidacy"
    refused(RuleError, gist, appoint, first, day("2026-04-01"), on_day=TODAY)
    refused(RuleError, gist, delete_candidacy, first)
    refused(NotFoundError, "no longer", forward_candidacy, second, "gone", on_day=TODAY)


def test_that_a_candidacy_is_forwarded_by_one_body_at_a_time(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    first, second = _chain(workspace, called)
    other = a_body(workspace, "Digi Innlandet")
    gist = "Digi Trøndelag has forwarded .* already.*Forward the candidacy of Digi Trøndelag"
    refused(RuleError, gist, forward_candidacy, first, other, on_day=TODAY)
    workspace.run(forward_candidacy, second, other, on_day=TODAY)
    workspace.undo()
    workspace.run(take_step, second, StepKind.WITHDRAWN, TODAY)
    third = workspace.run(forward_candidacy, first, other, on_day=TODAY)
    assert the_row(workspace, t.CandidacyRow, id=third)["forwarded_from_id"] == first


def test_that_a_withdrawal_takes_with_it_what_was_forwarded_from_it(
    workspace: Workspace, called: Called
) -> None:
    first, second = _chain(workspace, called)
    ks = workspace.run(forward_candidacy, second, a_body(workspace, "KS"), on_day=TODAY)
    before = state(workspace)
    workspace.run(take_step, second, StepKind.WITHDRAWN, TODAY, note="Har fått ny jobb")
    assert steps_of(workspace, first) == ["proposed"]
    assert steps_of(workspace, second) == ["nominated", "withdrawn"]
    assert steps_of(workspace, ks) == ["nominated", "withdrawn"]
    workspace.undo()
    assert state(workspace) == before
    workspace.redo()
    assert steps_of(workspace, ks) == ["nominated", "withdrawn"]


def test_that_a_closed_candidacy_is_not_forwarded(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    candidacy = a_candidacy(workspace, called.seat, by_id=called.municipality)
    workspace.run(take_step, candidacy, StepKind.WITHDRAWN, TODAY)
    refused(
        RuleError, "is closed .withdrawn.", forward_candidacy, candidacy, called.network,
        on_day=TODAY,
    )  # fmt: skip


def test_that_the_way_to_an_appointment_cannot_be_deleted(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    _first, second = _chain(workspace, called)
    workspace.run(appoint, second, day("2026-04-01"), on_day=TODAY)
    refused(RuleError, "Delete the term first", delete_candidacy, second)
    refused(RuleError, "has led to appointments", delete_round, called.round)
    refused(RuleError, "has put candidates forward", delete_request, called.request)


# Whom a seat is for -----------------------------------------------------------------------------


def test_that_a_person_is_put_forward_once_whoever_does_it(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    kari = a_person(workspace)
    a_candidacy(workspace, called.seat, kari, called.municipality)
    gist = "already, by Steinkjer. Forward that candidacy instead"
    refused(RuleError, gist, nominate, called.seat, kari, called.network, on_day=TODAY)


def test_that_who_comes_late_is_told_whose_candidacy_to_forward(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    first, _second = _chain(workspace, called)
    person = the_row(workspace, t.CandidacyRow, id=first)["person_id"]
    other = a_body(workspace, "Digi Innlandet")
    gist = "already, by Digi Trøndelag. Forward that candidacy instead"
    refused(RuleError, gist, nominate, called.seat, person, other, on_day=TODAY)


def test_that_nobody_is_put_forward_for_a_seat_that_is_filled(
    refused: Refused, workspace: Workspace
) -> None:
    seat, by = a_seat(workspace), a_body(workspace, "KS")
    an_appointment(workspace, seat, a_person(workspace, "Ola"), term_last="2027-12-31")
    kari = a_person(workspace)
    gist = "The seat is filled by Ola"
    refused(RuleError, gist, nominate, seat, kari, by, on_day=TODAY)
    elsewhere = a_round(workspace)
    refused(RuleError, gist, nominate, seat, kari, by, on_day=TODAY, round_id=elsewhere)


def test_that_a_round_may_ask_early_for_a_seat_that_is_filled(workspace: Workspace) -> None:
    seat = a_seat(workspace)
    an_appointment(workspace, seat, a_person(workspace, "Ola"), term_last="2027-12-31")
    a_candidacy(workspace, seat, round_id=a_round(workspace, seat_ids=(seat,)))
    assert len(rows(workspace, t.CandidacyRow)) == 1


def test_that_a_round_fills_each_seat_once(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    first = a_candidacy(workspace, called.seat, by_id=called.network, round_id=called.round)
    workspace.run(
        appoint, first, day("2026-04-01"), on_day=date(2026, 2, 5), term_last=day("2028-03")
    )
    ola = a_person(workspace, "Ola")
    refused(
        RuleError, "is filled by Kari", nominate, called.seat, ola, called.municipality,
        on_day=TODAY, round_id=called.round,
    )  # fmt: skip
    late = date(2026, 2, 4)  # before it was decided, written afterwards
    a_candidacy(
        workspace, called.seat, ola, called.municipality, round_id=called.round, on_day=late
    )


def test_that_the_holder_of_a_seat_whose_term_ends_can_be_followed(workspace: Workspace) -> None:
    seat = a_seat(workspace)
    an_appointment(workspace, seat, a_person(workspace, "Ola"), term_last="2026-04-01")
    a_candidacy(workspace, seat)
    assert len(rows(workspace, t.CandidacyRow)) == 1


# Closing ----------------------------------------------------------------------------------------


def test_that_a_round_with_open_requests_closes_only_when_told_to(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    workspace.run(pass_on, called.request, (called.municipality,))
    gist = "No answer yet from Digi Trøndelag and Steinkjer"
    refused(RuleError, gist, close_round, called.round, TODAY)
    workspace.run(close_round, called.round, TODAY, with_open_requests=True)
    assert the_row(workspace, t.RoundRow)["closed_on"] == "2026-02-07"


def test_that_a_round_does_not_close_before_it_was_called(refused: Refused, called: Called) -> None:
    day_before = date(2026, 1, 9)
    refused(
        RuleError, "before it was called", close_round, called.round, day_before,
        with_open_requests=True,
    )  # fmt: skip


def test_that_nothing_is_asked_or_put_forward_in_a_closed_round(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    workspace.run(close_round, called.round, TODAY, with_open_requests=True)
    gist = "was closed on 07.02.2026"
    refused(RuleError, gist, ask, called.round, called.municipality)
    refused(RuleError, gist, pass_on, called.request, (called.municipality,))
    after = {"on_day": date(2026, 2, 8), "round_id": called.round}
    refused(RuleError, gist, nominate, called.seat, a_person(workspace), called.network, **after)
    a_candidacy(workspace, called.seat, by_id=called.network, round_id=called.round, on_day=TODAY)


# Dates that cannot be ---------------------------------------------------------------------------


def test_that_a_term_ends_after_its_start_and_overlaps_no_other(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    candidacy = a_candidacy(workspace, called.seat, by_id=called.network)
    refused(
        RuleError, "is before the first day", appoint, candidacy, day("2026-04-01"),
        term_last=day("2026-03-31"), on_day=TODAY,
    )  # fmt: skip
    an_appointment(
        workspace, called.seat, a_person(workspace, "Ola"), from_day="2026-03-01",
        last_day="2026-12-31",
    )  # fmt: skip
    refused(RuleError, "taken by Ola", appoint, candidacy, day("2026-04-01"), on_day=TODAY)


def test_that_nobody_is_appointed_before_the_seat_is_there(
    refused: Refused, workspace: Workspace
) -> None:
    candidacy = a_candidacy(workspace, a_seat(workspace, period=a_period("2026-06-01", None)))
    refused(RuleError, "does not exist on", appoint, candidacy, day("2026-04-01"), on_day=TODAY)


# Someone is erased ------------------------------------------------------------------------------


def test_that_a_round_goes_on_without_someone_who_is_erased(
    refused: Refused, workspace: Workspace, called: Called
) -> None:
    first, second = _chain(workspace, called)
    ola = a_candidacy(
        workspace, called.seat, a_person(workspace, "Ola"), called.network, round_id=called.round
    )
    before = state(workspace)
    workspace.run(delete_person, the_row(workspace, t.CandidacyRow, id=first)["person_id"])
    assert [row["id"] for row in rows(workspace, t.CandidacyRow)] == [ola]
    gone = "no longer in the file"
    refused(NotFoundError, gone, take_step, second, StepKind.RECOMMENDED, TODAY)
    refused(NotFoundError, gone, appoint, second, day("2026-04-01"), on_day=TODAY)
    refused(NotFoundError, gone, forward_candidacy, first, called.network, on_day=TODAY)
    workspace.run(appoint, ola, day("2026-04-01"), on_day=TODAY)
    workspace.undo()
    workspace.undo()
    assert state(workspace) == before


def test_that_a_step_is_not_taken_before_the_latest_or_before_the_call(
    refused: Refused, called: Called, workspace: Workspace
) -> None:
    args = (called.seat, a_person(workspace), called.municipality)
    too_early = date(2026, 1, 9)
    refused(RuleError, "called on 10.01.2026", nominate, *args, on_day=too_early,
            round_id=called.round)  # fmt: skip
    first = workspace.run(nominate, *args, on_day=TODAY, round_id=called.round)
    earlier = date(2026, 2, 6)
    refused(RuleError, "taken on 07.02.2026", take_step, first, StepKind.ASKED, earlier)
    refused(RuleError, "taken on 07.02.2026", forward_candidacy, first, called.network,
            on_day=earlier)  # fmt: skip
    refused(RuleError, "taken on 07.02.2026", appoint, first, day("2026-03-01"), on_day=earlier)
    workspace.run(take_step, first, StepKind.ASKED, TODAY)


def test_that_an_answer_is_not_before_the_request(
    refused: Refused, called: Called, workspace: Workspace
) -> None:
    too_early = date(2026, 1, 9)
    refused(RuleError, "asked on 10.01.2026", answer_request, called.request, too_early,
            answer="Ja")  # fmt: skip
    refused(RuleError, "asked on 10.01.2026", correct_request, called.request,
            asked_on=day("2026-01-10"), due_on=None, answered_on=day("2026-01-09"))  # fmt: skip
    (made,) = workspace.run(
        pass_on, called.request, (called.municipality,), asked_on=day("2026-02-08")
    )
    refused(RuleError, "asked on 08.02.2026", answer_request, made, TODAY, answer="Ja")


def test_that_an_answer_says_something(
    refused: Refused, called: Called, workspace: Workspace
) -> None:
    refused(RuleError, "has put nobody forward", answer_request, called.request, TODAY, answer=" ")
    a_candidacy(workspace, called.seat, by_id=called.network, round_id=called.round)
    workspace.run(answer_request, called.request, TODAY)
    assert the_row(workspace, t.RequestRow)["answered_on"] == "2026-02-07"
