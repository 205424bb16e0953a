"""Commands on the rules of a body's composition, and on answers to breaches of them."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import name_of
from samstyring.commands.command import about, command, the
from samstyring.domain.composition_rules import (
    Force,
    Parameters,
    PerRegion,
    RuleKind,
    to_json,
)
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.periods import ALWAYS, PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_line, clean_text
from samstyring.domain.words import word
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging


@command(N_("Add a rule"))
def add_rule(
    session: Session,
    body_id: str,
    parameters: Parameters,
    *,
    force: Force = Force.ADVISORY,
    period: Period = ALWAYS,
) -> str:
    """Give a body a rule about its composition; return the rule's id.

    RuleError for a rule that nothing could meet, or that the body has in that period already.
    """
    about(session, lambda: f"{name_of(session, body_id)}, {word(parameters.kind)}")
    row = t.CompositionRuleRow(id=new_id(), body_id=body_id)
    _write(session, row, parameters, force, period)
    session.add(row)
    return row.id


@command(N_("Correct a rule"))
def correct_rule(
    session: Session,
    rule_id: str,
    parameters: Parameters,
    *,
    force: Force,
    period: Period,
) -> None:
    """Write a rule as it should have stood; a rule keeps its kind. RuleError as for adding."""
    row = _rule(session, rule_id)
    if RuleKind(row.kind) is not parameters.kind:
        raise RuleError(_("A rule keeps its kind. Add another rule, and end this one."))
    _write(session, row, parameters, force, period)


def _write(
    session: Session,
    row: t.CompositionRuleRow,
    parameters: Parameters,
    force: Force,
    period: Period,
) -> None:
    parameters.check()
    period.check()
    if isinstance(parameters, PerRegion):
        for region_id in parameters.regions:
            the(session, t.BodyRow, region_id)
    text = to_json(parameters)
    _check_new(session, row, parameters.kind, text, period)
    row.kind, row.parameters, row.force = parameters.kind.value, text, force.value
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)


def _check_new(
    session: Session, row: t.CompositionRuleRow, kind: RuleKind, text: str, period: Period
) -> None:
    other = t.CompositionRuleRow
    same = select(other).where(
        other.body_id == row.body_id,
        other.kind == kind.value,
        other.parameters == text,
        other.id != row.id,
    )
    session.flush()
    held = [Period.of(each.first_day, each.last_day) for each in session.scalars(same)]
    if any(each.overlaps(period) for each in held):
        raise RuleError(_("The body has that very rule in that period already."))


@command(N_("End a rule"))
def end_rule(session: Session, rule_id: str, last_day: PartialDate) -> None:
    """Let a rule hold until a day; RuleError if that is before it began."""
    row = _rule(session, rule_id)
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day = last_day.iso


@command(N_("Delete a rule"))
def delete_rule(session: Session, rule_id: str) -> None:
    """Delete a rule that never was, with the answers to it; one that is over is ended instead."""
    delete_with_hanging(session, _rule(session, rule_id))


@command(N_("Answer a breach"))
def answer_breach(
    session: Session,
    rule_id: str,
    reason: str,
    *,
    on_day: date,
    by_whom: str = "",
    holds_until: PartialDate | None = None,
) -> str:
    """Log why a breach of a rule is meant, and until when that holds; return the answer's id.

    RuleError without a reason, or for an answer that ends before the day it was given.
    """
    row = _rule(session, rule_id)
    written = clean_text(reason)
    if not written:
        raise RuleError(_("Write why the breach is meant; the reason is logged with the rule."))
    Period(PartialDate.of(on_day), holds_until).check()
    answer = t.RuleAnswerRow(
        id=new_id(), rule_id=row.id, reason=written, answered_on=on_day.isoformat(),
        by_whom=clean_line(by_whom), holds_until=iso_or_none(holds_until),
    )  # fmt: skip
    session.add(answer)
    return answer.id


@command(N_("Take back an answer"))
def delete_answer(session: Session, answer_id: str) -> None:
    """Take back the answer to a breach, so that the breach stands unanswered."""
    answer = the(session, t.RuleAnswerRow, answer_id)
    _rule(session, answer.rule_id)
    session.delete(answer)


def _rule(session: Session, rule_id: str) -> t.CompositionRuleRow:
    row = the(session, t.CompositionRuleRow, rule_id)
    about(session, lambda: f"{name_of(session, row.body_id)}, {word(RuleKind(row.kind))}")
    return row
