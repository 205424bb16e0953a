"""Putting a finding off, taking it up again, and saying what counts as long."""

from datetime import date

import pytest

from samstyring.commands.snoozes import put_off, set_care_limits, take_up
from samstyring.domain.errors import RuleError
from samstyring.domain.findings import CareLimits
from samstyring.queries.findings import care_limits, findings, put_off_until
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_seat, rows

DAY, LATER = date(2026, 3, 1), date(2026, 3, 15)


@pytest.fixture
def vacant(workspace: Workspace) -> str:
    """Return the id of the finding about a vacant seat."""
    return f"vacant:{a_seat(workspace)}"


def ids(workspace: Workspace, day: date) -> set[str]:
    """Return the ids of what needs care on a day."""
    return {finding.id for finding in workspace.read(findings, as_of=day)}


def test_that_a_finding_is_left_out_until_the_day_and_shown_on_it(
    workspace: Workspace, vacant: str
) -> None:
    workspace.run(put_off, vacant, LATER, on_day=DAY, by_whom="Kari")
    assert vacant not in ids(workspace, DAY)
    assert vacant not in ids(workspace, date(2026, 3, 14))
    assert vacant in ids(workspace, LATER)


def test_that_what_is_put_off_can_be_asked_for(workspace: Workspace, vacant: str) -> None:
    workspace.run(put_off, vacant, LATER, on_day=DAY)
    every = workspace.read(findings, as_of=DAY, put_off=True)
    assert {each.id: each.put_off_until for each in every}[vacant] == "2026-03-15"


def test_that_putting_off_again_moves_the_day(workspace: Workspace, vacant: str) -> None:
    workspace.run(put_off, vacant, LATER, on_day=DAY, by_whom="Kari")
    workspace.run(put_off, vacant, date(2026, 4, 1), on_day=DAY, by_whom="Ola")
    (row,) = rows(workspace, t.SnoozeRow)
    assert (row["until"], row["by_whom"]) == ("2026-04-01", "Ola")


def test_that_a_day_that_has_come_is_refused(workspace: Workspace, vacant: str) -> None:
    with pytest.raises(RuleError, match="still to come"):
        workspace.run(put_off, vacant, DAY, on_day=DAY)
    assert rows(workspace, t.SnoozeRow) == []


def test_that_a_finding_is_taken_up_again_and_that_this_can_be_undone(
    workspace: Workspace, vacant: str
) -> None:
    workspace.run(put_off, vacant, LATER, on_day=DAY)
    workspace.run(take_up, vacant, subject="Seat 1 (member) is vacant.")
    assert vacant in ids(workspace, DAY)
    assert workspace.undo_state().undo == "Take up again: Seat 1 (member) is vacant."
    workspace.undo()
    assert workspace.read(put_off_until, DAY) == {vacant: "2026-03-15"}


def test_that_the_limits_are_a_year_and_four_years_until_they_are_changed(
    workspace: Workspace,
) -> None:
    assert workspace.read(care_limits) == CareLimits(12, 48)
    workspace.run(set_care_limits, CareLimits(6, 24))
    assert workspace.read(care_limits) == CareLimits(6, 24)
    workspace.undo()
    assert workspace.read(care_limits) == CareLimits(12, 48)


@pytest.mark.parametrize("limits", [CareLimits(0, 48), CareLimits(12, 601)])
def test_that_a_limit_without_sense_is_refused(workspace: Workspace, limits: CareLimits) -> None:
    with pytest.raises(RuleError, match="between 1 and 600"):
        workspace.run(set_care_limits, limits)
