"""Saying where a fact comes from, and that it was verified."""

from samstyring.commands.sources import add_source, correct_source, delete_source, verify_fact
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.workspace import Workspace
from tests.builders import a_body, day, state
from tests.commands.conftest import Refused


def test_that_a_source_is_kept_with_its_days(workspace: Workspace) -> None:
    body = a_body(workspace)
    workspace.run(
        add_source, body, " KS:  KommIT ", address="https://ks.no/kommit", seen_on=day("2026-01")
    )
    (source,) = state(workspace)["source"].values()
    assert (source["title"], source["target_id"]) == ("KS: KommIT", body)
    assert (source["seen_on"], source["verified_on"]) == ("2026-01", "")


def test_that_a_fact_is_verified_by_someone_on_a_day(workspace: Workspace) -> None:
    source = workspace.run(add_source, a_body(workspace), "KS: KommIT")
    workspace.run(verify_fact, source, day("2026-03-01"), "Kari Nordmann")
    (row,) = state(workspace)["source"].values()
    assert (row["verified_on"], row["verified_by"]) == ("2026-03-01", "Kari Nordmann")


def test_that_a_source_is_corrected_and_what_was_verified_stands(workspace: Workspace) -> None:
    source = workspace.run(add_source, a_body(workspace), "KS: KomIT", address="side 3")
    workspace.run(verify_fact, source, day("2026-03-01"), "Kari Nordmann")
    workspace.run(correct_source, source, " KS:  KommIT ", seen_on=day("2026-02"))
    (row,) = state(workspace)["source"].values()
    assert (row["title"], row["address"], row["seen_on"]) == ("KS: KommIT", "", "2026-02")
    assert row["verified_on"] == "2026-03-01"
    workspace.undo()
    (row,) = state(workspace)["source"].values()
    assert (row["title"], row["address"]) == ("KS: KomIT", "side 3")


def test_that_a_source_needs_a_title(workspace: Workspace, refused: Refused) -> None:
    refused(RuleError, "A name is needed", add_source, a_body(workspace), " ")


def test_that_a_source_can_be_deleted(workspace: Workspace) -> None:
    source = workspace.run(add_source, a_body(workspace), "KS: KommIT")
    workspace.run(delete_source, source)
    assert state(workspace)["source"] == {}


def test_that_a_source_that_is_gone_cannot_be_verified(
    workspace: Workspace, refused: Refused
) -> None:
    refused(NotFoundError, "no longer in the file", verify_fact, "gone", day("2026"), "Kari")
