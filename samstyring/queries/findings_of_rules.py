"""Rules of composition that are broken on a day, and nobody has said why."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.composition import Composition, Outcome
from samstyring.domain.composition_rules import Force, Unreadable
from samstyring.domain.findings import Finding, FindingKind
from samstyring.queries.as_of import alive
from samstyring.queries.composition import composition
from samstyring.store import tables as t


def unexplained_breaches(session: Session, day: date) -> list[Finding]:
    """Return each broken rule without a reason that holds that day, binding or advisory.

    A rule that cannot be read is one of them: it has to be written anew.
    """
    return [
        finding
        for body_id in _ruled(session, day)
        for finding in _breaches(composition(session, body_id, as_of=day))
    ]


def rules_of_bodies(session: Session, *, as_of: date) -> dict[str, Outcome]:
    """Return how it stands with the rules of each body that has any: broken if one is, else that
    one cannot be judged, else met. A breach that somebody has answered for is still one.
    """
    return {
        body_id: _whole(composition(session, body_id, as_of=as_of))
        for body_id in _ruled(session, as_of)
    }


def _whole(found: Composition) -> Outcome:
    outcomes = {verdict.outcome for verdict in found.before.verdicts}
    if outcomes & {Outcome.BROKEN, Outcome.ANSWERED}:
        return Outcome.BROKEN
    unsure = Outcome.CANNOT_BE_JUDGED
    return unsure if unsure in outcomes else Outcome.MET


def _ruled(session: Session, day: date) -> list[str]:
    rule, body = t.CompositionRuleRow, t.BodyRow
    ruled = (
        select(rule.body_id)
        .join(body, body.id == rule.body_id)
        .where(alive(rule, day), alive(body, day), rule.force != Force.OFF.value)
        .distinct()
        .order_by(rule.body_id)
    )
    return list(session.scalars(ruled))


def _breaches(found: Composition) -> Iterator[Finding]:
    for verdict in found.before.verdicts:
        unreadable = isinstance(verdict.rule.parameters, Unreadable)
        if verdict.outcome is Outcome.BROKEN or unreadable:
            yield _finding(verdict.id, found.body_id, found.body_name, verdict.sentence)


def _finding(rule_id: str, body_id: str, body_name: str, sentence: str) -> Finding:
    return Finding(
        f"breach:{rule_id}", FindingKind.BREACH, body_id, body_name, sentence, "rule", rule_id,
        None, (body_id,),
    )  # fmt: skip
