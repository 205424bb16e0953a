"""What the commands on channels do to the file, and what they refuse."""

from samstyring.commands.flows import (
    ChannelFacts,
    add_channel,
    change_channel,
    correct_channel,
    delete_channel,
    end_channel,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.flows import FlowKind
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_channel, a_period, a_seat, day, rows, the_row
from tests.commands.conftest import Refused


def test_that_a_channel_can_be_added_corrected_ended_and_deleted(workspace: Workspace) -> None:
    one, other = a_body(workspace, "Digi Agder"), a_body(workspace, "KS")
    channel_id = a_channel(workspace, one, other)
    facts = ChannelFacts(
        other, one, FlowKind.INFORMATION, " e-post ", "hver måned", a_seat(workspace, one),
        a_period("2024"), "a\nb",
    )  # fmt: skip
    workspace.run(correct_channel, channel_id, facts)
    workspace.run(end_channel, channel_id, day("2025"))
    row = the_row(workspace, t.ChannelRow)
    assert (row["from_id"], row["to_id"], row["kind"]) == (other, one, "information")
    assert (row["medium"], row["rhythm"], row["note"]) == ("e-post", "hver måned", "a\nb")
    assert (row["first_day"], row["last_day"]) == ("2024", "2025")
    workspace.run(delete_channel, channel_id)
    assert rows(workspace, t.ChannelRow) == []


def test_that_a_channel_that_cannot_be_is_refused(refused: Refused, workspace: Workspace) -> None:
    one, other = a_body(workspace, "Digi Agder"), a_body(workspace, "KS")
    kind = FlowKind.NEED
    refused(RuleError, "between two bodies", add_channel, ChannelFacts(one, one, kind))
    backwards = ChannelFacts(one, other, kind, period=a_period("2025", "2024"))
    refused(RuleError, "before the first day", add_channel, backwards)
    channel_id = a_channel(workspace, one, other, period=a_period("2024"))
    refused(RuleError, "before the first day", correct_channel, channel_id, backwards)
    refused(RuleError, "before the first day", end_channel, channel_id, day("2023"))


def test_that_what_is_gone_is_said_to_be(refused: Refused, workspace: Workspace) -> None:
    facts = ChannelFacts(a_body(workspace), "gone", FlowKind.NEED)
    refused(NotFoundError, "no longer in the file", add_channel, facts)
    refused(NotFoundError, "no longer in the file", delete_channel, "gone")


def test_that_a_channel_changed_from_a_date_ends_the_day_before(workspace: Workspace) -> None:
    one, other = a_body(workspace, "Digi Agder"), a_body(workspace, "KS")
    old = a_channel(workspace, one, other, period=a_period("2024", "2029"))
    facts = ChannelFacts(one, other, FlowKind.INPUT, "møte", period=a_period("2024", "2029"))
    new = workspace.run(change_channel, old, facts, day("2026-03-01"))
    before, after = (the_row(workspace, t.ChannelRow, id=key) for key in (old, new))
    assert (before["kind"], before["last_day"]) == ("need", "2026-02-28")
    assert (after["kind"], after["first_day"], after["last_day"]) == ("input", "2026-03-01", "2029")
    workspace.undo()
    assert the_row(workspace, t.ChannelRow)["last_day"] == "2029"


def test_that_a_channel_is_changed_only_while_it_runs(
    refused: Refused, workspace: Workspace
) -> None:
    one, other = a_body(workspace, "Digi Agder"), a_body(workspace, "KS")
    channel_id = a_channel(workspace, one, other, period=a_period("2024-01-01", "2025"))
    facts = ChannelFacts(one, other, FlowKind.INPUT)
    refused(RuleError, "no sooner", change_channel, channel_id, facts, day("2024-01-01"))
    refused(RuleError, "over by then", change_channel, channel_id, facts, day("2026"))
