"""What needs care on a day: the list of work that Today shows."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.findings import CareLimits, Finding, FindingKind
from samstyring.domain.text import sort_key
from samstyring.queries.findings_of_rounds import (
    lapsed_consents,
    overdue_requests,
    unanswered_candidacies,
)
from samstyring.queries.findings_of_rules import unexplained_breaches
from samstyring.queries.findings_of_seats import seat_findings, seats_that_day
from samstyring.queries.findings_of_upkeep import (
    lacking_mandates,
    mandates_to_revise,
    unverified_facts,
)
from samstyring.store import tables as t

_ORDER = {kind: place for place, kind in enumerate(FindingKind)}


def findings(session: Session, *, as_of: date, put_off: bool = False) -> tuple[Finding, ...]:
    """Return what needs care that day, by kind, then the longest waiting or nearest first.

    What someone has put off until a later day is left out unless ``put_off`` asks for it too.
    """
    seats, limits = seats_that_day(session, as_of), care_limits(session)
    found = [
        *seat_findings(session, seats, as_of),
        *overdue_requests(session, as_of),
        *unanswered_candidacies(session, as_of),
        *lapsed_consents(session, as_of),
        *unexplained_breaches(session, as_of),
        *lacking_mandates(session, seats, as_of),
        *mandates_to_revise(session, as_of, limits.revise_months),
        *unverified_facts(session, as_of, limits.verify_months),
    ]
    names = {name: sort_key(name) for name in {each.body_name for each in found}}
    found.sort(key=lambda each: (_ORDER[each.kind], _urgency(each), names[each.body_name]))
    return _without_put_off(found, put_off_until(session, as_of), keep=put_off)


def put_off_until(session: Session, day: date) -> dict[str, str]:
    """Return the findings that are put off on a day: until which ISO day, by their ids."""
    row = t.SnoozeRow
    found = session.execute(select(row.finding, row.until).where(row.until > day.isoformat()))
    return {finding: until for finding, until in found}


def care_limits(session: Session) -> CareLimits:
    """Return how long facts may stand unverified, and mandates unrevised, in this file."""
    row = t.FileSettingRow
    names = ("verify_months", "revise_months")
    kept = session.execute(select(row.id, row.value).where(row.id.in_(names)))
    return CareLimits(**{name: int(value) for name, value in kept})


def _urgency(finding: Finding) -> int:
    if finding.days is None:
        return 0
    return finding.days if finding.kind is FindingKind.ENDS_SOON else -finding.days


def _without_put_off(
    found: list[Finding], later: dict[str, str], *, keep: bool
) -> tuple[Finding, ...]:
    if not later:
        return tuple(found)
    if keep:
        return tuple(replace(each, put_off_until=later.get(each.id, "")) for each in found)
    return tuple(each for each in found if each.id not in later)
