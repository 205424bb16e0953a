"""Rounds, requests and candidacies as they stood on a day."""

from datetime import date

import pytest

from samstyring.commands.nominations import answer_request, appoint, close_round, take_step
from samstyring.domain.errors import NotFoundError
from samstyring.domain.nominations import RequestStatus, StepKind
from samstyring.queries.nominations import (
    candidacy_detail,
    candidacy_lines,
    round_detail,
    round_lines,
)
from samstyring.workspace import Workspace
from tests.builders import a_body, a_candidacy, a_person, a_round, a_seat, day


def on(text: str) -> date:
    """Return an ISO day."""
    return date.fromisoformat(text)


def test_that_a_candidacy_stands_where_it_stood_that_day(workspace: Workspace) -> None:
    candidacy = a_candidacy(workspace, on_day=on("2026-02-01"))
    for step, text in ((StepKind.ASKED, "2026-02-10"), (StepKind.ACCEPTED, "2026-02-20")):
        workspace.run(take_step, candidacy, step, on(text))

    def step_on(text: str) -> list[StepKind]:
        return [line.step for line in workspace.read(candidacy_lines, as_of=on(text))]

    assert step_on("2026-01-31") == []
    assert step_on("2026-02-01") == [StepKind.PROPOSED]
    assert step_on("2026-02-19") == [StepKind.ASKED]
    assert step_on("2026-02-20") == [StepKind.ACCEPTED]


def test_that_steps_of_one_day_count_in_the_order_they_were_taken(workspace: Workspace) -> None:
    candidacy = a_candidacy(workspace, on_day=on("2026-02-01"))
    for step in (StepKind.ASKED, StepKind.ACCEPTED, StepKind.NOMINATED):
        workspace.run(take_step, candidacy, step, on("2026-02-01"))
    (line,) = workspace.read(candidacy_lines, as_of=on("2026-02-01"))
    assert line.step is StepKind.NOMINATED
    detail = workspace.read(candidacy_detail, candidacy, as_of=on("2026-02-01"))
    assert [step.kind.value for step in detail.steps] == [
        "proposed",
        "asked",
        "accepted",
        "nominated",
    ]


def test_that_candidacies_can_be_of_one_round_body_or_person(workspace: Workspace) -> None:
    body, other = a_body(workspace, "DU"), a_body(workspace, "KommIT-rådet")
    seat, elsewhere = a_seat(workspace, body), a_seat(workspace, other)
    kari, ola = a_person(workspace, "Kari"), a_person(workspace, "Ola")
    round_id = a_round(workspace, seat_ids=(seat,))
    first = a_candidacy(workspace, seat, kari, other, round_id=round_id)
    second = a_candidacy(workspace, elsewhere, ola)
    third = a_candidacy(workspace, elsewhere, kari)

    def ids(**wanted: str) -> set[str]:
        lines = workspace.read(candidacy_lines, as_of=on("2026-03-01"), **wanted)
        return {line.id for line in lines}

    assert ids() == {first, second, third}
    assert ids(round_id=round_id) == {first}
    assert ids(body_id=body) == {first}
    assert ids(body_id=other) == {first, second, third}
    assert ids(person_id=kari) == {first, third}


def test_that_an_appointed_candidate_is_open_until_that_day(workspace: Workspace) -> None:
    candidacy = a_candidacy(workspace)
    workspace.run(appoint, candidacy, day("2026-04-01"), on_day=on("2026-03-01"))
    days = (on("2026-02-28"), on("2026-03-01"))
    found = [line.open for day in days for line in workspace.read(candidacy_lines, as_of=day)]
    assert found == [True, False]


def test_that_a_round_counts_its_requests_as_of_the_day(workspace: Workspace) -> None:
    bodies = tuple(a_body(workspace, f"Digi {letter}") for letter in "ABC")
    round_id = a_round(workspace, ask_ids=bodies, due_on="2026-02-15")
    first = workspace.read(round_detail, round_id, as_of=on("2026-02-01")).requests[0]
    workspace.run(answer_request, first.id, on("2026-02-10"), answer="Ingen kandidat")

    def counted(text: str) -> tuple[int, int, int]:
        (line,) = workspace.read(round_lines, as_of=on(text))
        return line.requests, line.answered, line.overdue

    assert counted("2026-02-09") == (3, 0, 0)
    assert counted("2026-02-15") == (3, 1, 0)
    assert counted("2026-02-16") == (3, 1, 2)


def test_that_the_detail_of_a_round_says_what_its_line_says(example: Workspace) -> None:
    day = on("2026-03-01")
    for line in example.read(round_lines, as_of=day):
        detail = example.read(round_detail, line.id, as_of=day)
        assert len(detail.requests) == line.requests
        assert len(detail.seats) == line.seats
        statuses = [request.status for request in detail.requests]
        assert statuses.count(RequestStatus.OVERDUE) == line.overdue
        assert statuses.count(RequestStatus.ANSWERED) == line.answered


def test_that_putting_someone_forward_answers_the_request(workspace: Workspace) -> None:
    seat, body = a_seat(workspace), a_body(workspace, "Digi Agder")
    round_id = a_round(workspace, seat_ids=(seat,), ask_ids=(body,))
    a_candidacy(workspace, seat, by_id=body, round_id=round_id, on_day=on("2026-02-05"))
    (request,) = workspace.read(round_detail, round_id, as_of=on("2026-02-05")).requests
    assert (request.status, request.candidates) == (RequestStatus.ANSWERED, 1)


def test_that_open_rounds_come_first_then_the_newest(workspace: Workspace) -> None:
    caller = a_body(workspace, "KS")
    for name, called in (("Old", "2024-01-10"), ("Closed", "2026-01-10"), ("New", "2025-01-10")):
        round_id = a_round(workspace, caller, name=name, called_on=called, due_on="2026-12-01")
        if name == "Closed":
            workspace.run(close_round, round_id, on("2026-02-01"))

    def names(text: str) -> list[str]:
        return [line.name for line in workspace.read(round_lines, as_of=on(text))]

    assert names("2026-03-01") == ["New", "Old", "Closed"]
    assert names("2026-01-31") == ["Closed", "New", "Old"]
    assert names("2024-06-01") == ["Old"]


def test_that_what_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="round"):
        workspace.read(round_detail, "gone", as_of=on("2026-01-01"))
    with pytest.raises(NotFoundError, match="candidacy"):
        workspace.read(candidacy_detail, "gone", as_of=on("2026-01-01"))
