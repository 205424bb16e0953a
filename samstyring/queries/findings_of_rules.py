"""Rules of composition that are broken on a day, and nobody has said why."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.composition import Composition, Outcome
from samstyring.domain.composition_rules import Force
from samstyring.domain.errors import RuleError
from samstyring.domain.findings import Finding, FindingKind
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.composition import composition
from samstyring.store import tables as t


def unexplained_breaches(session: Session, day: date) -> list[Finding]:
    """Return each broken rule without a reason that holds that day, binding or advisory."""
    rule, body = t.CompositionRuleRow, t.BodyRow
    ruled = (
        select(rule.body_id)
        .join(body, body.id == rule.body_id)
        .where(alive(rule, day), alive(body, day), rule.force != Force.OFF.value)
        .distinct()
        .order_by(rule.body_id)
    )
    return [
        finding
        for body_id in list(session.scalars(ruled))
        for finding in _of_body(session, body_id, day)
    ]


def _of_body(session: Session, body_id: str, day: date) -> Iterator[Finding]:
    try:
        found = composition(session, body_id, as_of=day)
    except RuleError as error:  # a rule that cannot be read is a finding, not the end of Today
        name = names_as_of(session, day, {body_id}).get(body_id, NOBODY).official
        yield _finding(f"breach:{body_id}", body_id, name, str(error))
        return
    yield from _broken(found)


def _broken(found: Composition) -> Iterator[Finding]:
    for verdict in found.before.verdicts:
        if verdict.outcome is Outcome.BROKEN:
            yield _finding(f"breach:{verdict.id}", found.body_id, found.body_name, verdict.sentence)


def _finding(finding_id: str, body_id: str, body_name: str, sentence: str) -> Finding:
    return Finding(
        finding_id, FindingKind.BREACH, body_id, body_name, sentence, "body", body_id, None,
        (body_id,),
    )  # fmt: skip
