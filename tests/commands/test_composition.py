"""Rules of a body and answers to breaches: what is written, and what is refused."""

import json
from datetime import date

import pytest

from samstyring.commands.bodies import delete_body
from samstyring.commands.composition import (
    add_rule,
    answer_breach,
    correct_rule,
    delete_answer,
    delete_rule,
    end_rule,
)
from samstyring.domain.composition_rules import Force, MostTerms, Parameters, PerRegion, Size
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.periods import ALWAYS
from samstyring.queries.history import journal_lines
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, day, rows, state, the_row
from tests.commands.conftest import Refused

TODAY = date(2026, 3, 1)


@pytest.fixture
def rule_id(workspace: Workspace) -> str:
    """Return a rule on size that began in 2020."""
    body_id = a_body(workspace, "DU")
    return workspace.run(add_rule, body_id, Size(14, 14), period=a_period("2020"))


def test_that_a_rule_is_written_with_what_it_asks_for(workspace: Workspace) -> None:
    body_id = a_body(workspace, "DU")
    workspace.run(add_rule, body_id, Size(7, 9), force=Force.BINDING, period=a_period("2020-05"))
    row = the_row(workspace, t.CompositionRuleRow)
    assert (row["body_id"], row["kind"], row["force"]) == (body_id, "size", "binding")
    assert (row["first_day"], row["last_day"]) == ("2020-05", None)
    assert json.loads(row["parameters"]) == {"least": 7, "most": 9}


def test_that_the_journal_names_the_body_and_the_rule(workspace: Workspace, rule_id: str) -> None:
    workspace.run(end_rule, rule_id, day("2025"))
    ended, added = workspace.read(journal_lines)[:2]
    assert (ended.label, ended.subject) == ("End a rule", "DU, number of members")
    assert (added.label, added.subject) == ("Add a rule", "DU, number of members")


def test_that_adding_a_rule_is_one_undo(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    before = state(workspace)
    workspace.run(add_rule, body_id, MostTerms(2))
    workspace.undo()
    assert state(workspace) == before


@pytest.mark.parametrize("asked", [Size(5, 3), MostTerms(0), PerRegion(least=0)])
def test_that_a_rule_nothing_could_meet_is_refused(
    workspace: Workspace, refused: Refused, asked: Parameters
) -> None:
    refused(RuleError, "at least|a number", add_rule, a_body(workspace), asked)


def test_that_the_same_rule_twice_is_refused(
    workspace: Workspace, refused: Refused, rule_id: str
) -> None:
    body_id = the_row(workspace, t.CompositionRuleRow)["body_id"]
    refused(RuleError, "that very rule", add_rule, body_id, Size(14, 14))
    workspace.run(end_rule, rule_id, day("2024"))
    workspace.run(add_rule, body_id, Size(14, 14), period=a_period("2025"))
    assert len(rows(workspace, t.CompositionRuleRow)) == 2


def test_that_a_rule_for_a_region_that_is_gone_is_refused(
    workspace: Workspace, refused: Refused
) -> None:
    asked = PerRegion(regions=("gone",))
    refused(NotFoundError, "no longer in the file", add_rule, a_body(workspace), asked)


def test_that_a_rule_for_a_body_that_is_gone_is_refused(refused: Refused) -> None:
    refused(NotFoundError, "no longer in the file", add_rule, "gone", MostTerms())


def test_that_a_rule_is_corrected(workspace: Workspace, rule_id: str) -> None:
    workspace.run(correct_rule, rule_id, Size(11, 14), force=Force.OFF, period=ALWAYS)
    row = the_row(workspace, t.CompositionRuleRow)
    assert json.loads(row["parameters"]) == {"least": 11, "most": 14}
    assert (row["force"], row["first_day"]) == ("off", None)


def test_that_a_rule_keeps_its_kind(refused: Refused, rule_id: str) -> None:
    refused(
        RuleError, "keeps its kind", correct_rule, rule_id, MostTerms(), force=Force.BINDING,
        period=ALWAYS,
    )  # fmt: skip


def test_that_a_rule_cannot_end_before_it_begins(refused: Refused, rule_id: str) -> None:
    refused(RuleError, "before the first day", end_rule, rule_id, day("2019"))


def test_that_a_breach_is_answered_with_a_reason(workspace: Workspace, rule_id: str) -> None:
    workspace.run(
        answer_breach, rule_id, " Én plass er ledig. ", on_day=TODAY, by_whom="KS",
        holds_until=day("2026-06"),
    )  # fmt: skip
    row = the_row(workspace, t.RuleAnswerRow)
    assert (row["rule_id"], row["reason"], row["by_whom"]) == (rule_id, "Én plass er ledig.", "KS")
    assert (row["answered_on"], row["holds_until"]) == ("2026-03-01", "2026-06")


def test_that_an_answer_needs_a_reason(refused: Refused, rule_id: str) -> None:
    refused(RuleError, "Write why the breach", answer_breach, rule_id, " ", on_day=TODAY)


def test_that_an_answer_cannot_end_before_it_is_given(refused: Refused, rule_id: str) -> None:
    refused(
        RuleError, "before the first day", answer_breach, rule_id, "Ja", on_day=TODAY,
        holds_until=day("2026-02"),
    )  # fmt: skip


def test_that_an_answer_can_be_taken_back(workspace: Workspace, rule_id: str) -> None:
    answer_id = workspace.run(answer_breach, rule_id, "Ja", on_day=TODAY)
    workspace.run(delete_answer, answer_id)
    assert rows(workspace, t.RuleAnswerRow) == []


def test_that_answers_go_with_their_rule(workspace: Workspace, rule_id: str) -> None:
    workspace.run(answer_breach, rule_id, "Ja", on_day=TODAY)
    before = state(workspace)
    workspace.run(delete_rule, rule_id)
    assert rows(workspace, t.CompositionRuleRow) == rows(workspace, t.RuleAnswerRow) == []
    workspace.undo()
    assert state(workspace) == before


def test_that_rules_go_with_their_body(workspace: Workspace, rule_id: str) -> None:
    body_id = the_row(workspace, t.CompositionRuleRow, id=rule_id)["body_id"]
    workspace.run(delete_body, body_id)
    assert rows(workspace, t.CompositionRuleRow) == []
