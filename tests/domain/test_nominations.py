"""The steps of a candidacy, and how it stands with a request."""

from datetime import date

import pytest

from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import (
    CLOSED_STEPS,
    OPEN_STEPS,
    RequestStatus,
    StepKind,
    check_step,
    next_steps,
    request_status,
)
from samstyring.domain.periods import PartialDate


def test_that_every_step_is_open_or_closed() -> None:
    assert set(OPEN_STEPS) | CLOSED_STEPS == set(StepKind)
    assert not CLOSED_STEPS & set(OPEN_STEPS)


@pytest.mark.parametrize("step", sorted(CLOSED_STEPS))
def test_that_nothing_follows_upon_a_closed_candidacy(step: StepKind) -> None:
    assert next_steps(step) == ()
    with pytest.raises(RuleError, match="is closed"):
        check_step(step, StepKind.ASKED)


@pytest.mark.parametrize("step", OPEN_STEPS)
def test_that_an_open_candidacy_can_always_be_withdrawn_or_passed_over(step: StepKind) -> None:
    assert {StepKind.WITHDRAWN, StepKind.NOT_APPOINTED} <= set(next_steps(step))
    assert StepKind.APPOINTED not in next_steps(step)
    check_step(step, StepKind.WITHDRAWN)


def test_that_the_usual_way_is_open_from_first_to_last() -> None:
    way = (StepKind.PROPOSED, StepKind.ASKED, StepKind.ACCEPTED, StepKind.NOMINATED)
    for current, following in zip(way, (*way[1:], StepKind.RECOMMENDED), strict=True):
        check_step(current, following)


def test_that_a_step_cannot_be_skipped_backwards() -> None:
    with pytest.raises(RuleError, match="cannot become"):
        check_step(StepKind.RECOMMENDED, StepKind.ASKED)


@pytest.mark.parametrize(
    ("due_on", "answered_on", "status"),
    [
        (None, None, RequestStatus.ASKED),
        ("2026-02-07", None, RequestStatus.ASKED),
        ("2026-02-06", None, RequestStatus.OVERDUE),
        ("2026-02", None, RequestStatus.ASKED),
        ("2026-01", None, RequestStatus.OVERDUE),
        ("2026-02-06", "2026-02-07", RequestStatus.ANSWERED),
        ("2026-02-06", "2026-02-08", RequestStatus.OVERDUE),
        ("2026-03", "2026-02-08", RequestStatus.ASKED),
    ],
)
def test_that_a_request_is_asked_overdue_or_answered(
    due_on: str | None, answered_on: str | None, status: RequestStatus
) -> None:
    due = PartialDate.parse(due_on) if due_on else None
    assert request_status(due, answered_on, date(2026, 2, 7)) is status
