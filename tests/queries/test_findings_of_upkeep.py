"""What keeps a register true: mandates to revise, facts to verify, rules that are broken."""

from datetime import date

from sqlalchemy.orm import Session

from samstyring.commands.command import command
from samstyring.commands.composition import add_rule, answer_breach
from samstyring.commands.snoozes import set_care_limits
from samstyring.commands.sources import add_source, verify_fact
from samstyring.domain.composition_rules import Force, Size
from samstyring.domain.findings import CareLimits, Finding, FindingKind
from samstyring.queries.findings import findings
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, a_seat, day

DAY = date(2026, 3, 1)


def found(workspace: Workspace, kind: FindingKind, on: date = DAY) -> list[Finding]:
    """Return the findings of one kind on a day."""
    return [each for each in workspace.read(findings, as_of=on) if each.kind is kind]


def test_that_a_mandate_is_due_for_revision_four_years_after_it_was_adopted(
    workspace: Workspace,
) -> None:
    council = a_body(workspace)
    version = a_mandate(workspace, council, adopted_on="2022-02-01")
    assert found(workspace, FindingKind.REVISION, date(2026, 1, 31)) == []
    (due,) = found(workspace, FindingKind.REVISION)
    assert due.sentence == "The mandate was adopted 01.02.2022 and is due for revision."
    assert (due.place, due.place_id, due.days) == ("version", version, 28)


def test_that_a_newer_mandate_takes_the_old_one_off_the_list(workspace: Workspace) -> None:
    council = a_body(workspace)
    a_mandate(workspace, council, adopted_on="2020-01-01")
    a_mandate(workspace, council, adopted_on="2026-02-01")
    assert found(workspace, FindingKind.REVISION) == []


def test_that_the_file_says_how_old_a_mandate_may_be(workspace: Workspace) -> None:
    a_mandate(workspace, adopted_on="2024-01-01")
    workspace.run(set_care_limits, CareLimits(revise_months=24))
    assert len(found(workspace, FindingKind.REVISION)) == 1


def test_that_facts_are_counted_by_body_and_gone_when_verified(workspace: Workspace) -> None:
    council = a_body(workspace)
    seat = a_seat(workspace, council)
    about_body = workspace.run(add_source, council, "A", verified_on=day("2024-12-31"))
    about_seat = workspace.run(add_source, seat, "B", verified_on=day("2025-02"))
    workspace.run(add_source, a_body(workspace, "KS"), "C", verified_on=day("2025-03-01"))
    (stale,) = found(workspace, FindingKind.UNVERIFIED)
    assert stale.sentence == ("2 facts have not been verified lately, the oldest since 31.12.2024.")
    assert (stale.body_id, stale.days) == (council, 425)
    for source in (about_body, about_seat):
        workspace.run(verify_fact, source, day("2026-02-28"), "Kari")
    assert found(workspace, FindingKind.UNVERIFIED) == []


def test_that_a_fact_nobody_ever_verified_has_no_days(workspace: Workspace) -> None:
    workspace.run(add_source, a_body(workspace), "A")
    (stale,) = found(workspace, FindingKind.UNVERIFIED)
    assert (stale.sentence, stale.days) == ("1 fact has never been verified.", None)


def test_that_a_broken_rule_is_work_until_a_reason_is_given(workspace: Workspace) -> None:
    council = a_body(workspace)
    rule = workspace.run(add_rule, council, Size(3, 5), force=Force.BINDING)
    (breach,) = found(workspace, FindingKind.BREACH)
    assert (breach.id, breach.place, breach.place_id) == (f"breach:{rule}", "rule", rule)
    assert breach.next_step == "Mend it or give a reason"
    workspace.run(answer_breach, rule, "The council is new.", on_day=DAY, by_whom="Kari")
    assert found(workspace, FindingKind.BREACH) == []


def test_that_a_rule_that_is_off_is_no_work(workspace: Workspace) -> None:
    workspace.run(add_rule, a_body(workspace), Size(3, 5), force=Force.OFF)
    assert found(workspace, FindingKind.BREACH) == []


def test_that_a_rule_that_cannot_be_read_is_work_and_the_others_are_judged(
    workspace: Workspace,
) -> None:
    council = a_body(workspace)
    broken = workspace.run(add_rule, council, Size(3, 5), force=Force.BINDING)
    garbled = workspace.run(add_rule, council, Size(1, 2))
    workspace.run(_garble, garbled)
    first, second = found(workspace, FindingKind.BREACH)
    assert {first.place_id, second.place_id} == {broken, garbled}
    unreadable = first if first.place_id == garbled else second
    assert unreadable.sentence.startswith("What this rule asks for cannot be read.")


@command("Garble a rule")
def _garble(session: Session, rule_id: str) -> None:
    session.get_one(t.CompositionRuleRow, rule_id).parameters = "?"
