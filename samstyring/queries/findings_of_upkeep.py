"""What keeps a register true: mandates in force and not too old, and facts that are verified."""

from datetime import date
from typing import Any

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.mandates import MandateState, mandate_state
from samstyring.domain.periods import PartialDate, Period, months_later
from samstyring.domain.seats import SUBSTITUTE_ROLES
from samstyring.formats import counted, short_date
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.bodies import mandated_as_of
from samstyring.queries.findings_of_seats import SeatThatDay
from samstyring.store import tables as t


def lacking_mandates(session: Session, seats: dict[str, SeatThatDay], day: date) -> list[Finding]:
    """Bodies with members of their own, other than political ones, should have a mandate."""
    substitutes = {role.value for role in SUBSTITUTE_ROLES}
    seated = {
        seat.body_id
        for seat in seats.values()
        if seat.role not in substitutes and seat.kind != BodyKind.POLITICAL_BODY.value
    }
    lacking = seated - mandated_as_of(session, day)
    names = names_as_of(session, day, lacking)
    sentence = _("There is no mandate in force.")
    return [
        Finding(
            f"no_mandate:{body_id}", FindingKind.NO_MANDATE, body_id,
            names.get(body_id, NOBODY).official, sentence, "mandates_of", body_id, None, (body_id,),
        )
        for body_id in sorted(lacking)
    ]  # fmt: skip


def mandates_to_revise(session: Session, day: date, months: int) -> list[Finding]:
    """Return the mandates in force that were adopted so many months ago or earlier."""
    version, body = t.MandateVersionRow, t.BodyRow
    statement = (
        select(
            version.id, version.adopted_on, version.consultation_on, version.first_day,
            version.last_day, t.MandateRow.body_id,
        )
        .join(t.MandateRow, t.MandateRow.id == version.mandate_id)
        .join(body, body.id == t.MandateRow.body_id)
        .where(version.adopted_on.is_not(None), alive(version, day), alive(body, day))
    )  # fmt: skip
    old = [(row, due) for row in session.execute(statement) if (due := _due(row, day, months))]
    names = names_as_of(session, day, {row.body_id for row, _due in old})
    text = _("The mandate was adopted {day} and is due for revision.")
    return [
        Finding(
            f"revision:{row.id}", FindingKind.REVISION, row.body_id,
            names.get(row.body_id, NOBODY).official,
            text.format(day=short_date(PartialDate.parse(row.adopted_on))), "version", row.id,
            (day - due).days, (row.body_id,),
        )
        for row, due in old
    ]  # fmt: skip


def _due(row: Any, day: date, months: int) -> date | None:
    """Return the day a version in force was to be revised, if that day has come."""
    period = Period.of(row.first_day, row.last_day)
    state = mandate_state(row.adopted_on, row.consultation_on, period, day)
    due = months_later(PartialDate.parse(row.adopted_on).last_day(), months)
    return due if state is MandateState.IN_FORCE and due <= day else None


def unverified_facts(session: Session, day: date, months: int) -> list[Finding]:
    """Return one finding a body for its facts that nobody has verified for so many months."""
    limit = months_later(day, -months)
    stale: dict[str, list[date | None]] = {}
    for body_id, seen in _newest_looks(session):
        if seen is None or seen < limit:
            stale.setdefault(body_id, []).append(seen)
    standing = set(session.scalars(select(t.BodyRow.id).where(alive(t.BodyRow, day))))
    names = names_as_of(session, day, stale.keys() & standing)
    return [
        Finding(
            f"unverified:{body_id}", FindingKind.UNVERIFIED, body_id,
            names.get(body_id, NOBODY).official, _unverified(stale[body_id]), "body", body_id,
            max(((day - seen).days for seen in stale[body_id] if seen), default=None), (body_id,),
        )
        for body_id in sorted(stale.keys() & standing)
    ]  # fmt: skip


def _unverified(seen: list[date | None]) -> str:
    known = [each for each in seen if each is not None]
    if not known:
        return counted(
            "{count} fact has never been verified.", "{count} facts have never been verified.",
            len(seen),
        )  # fmt: skip
    return counted(
        "{count} fact has not been verified lately, the oldest since {day}.",
        "{count} facts have not been verified lately, the oldest since {day}.",
        len(seen), day=short_date(min(known)),
    )  # fmt: skip


def _newest_looks(session: Session) -> list[tuple[str, date | None]]:
    """Return, for each fact that has a source, its body and when it was last looked at."""
    row = t.SourceRow
    newest: dict[str, str] = {}
    for target, verified, seen in session.execute(
        select(row.target_id, row.verified_on, row.seen_on)
    ):
        newest[target] = max(newest.get(target, ""), verified or seen or "")
    owners = _owners(session)
    return [
        (owners.get(target, target), PartialDate.parse(seen).last_day() if seen else None)
        for target, seen in newest.items()
    ]


def _owners(session: Session) -> dict[str, str]:
    """Return the body that each fact with a source is about, where the fact is no body itself."""
    version, mandate = t.MandateVersionRow, t.MandateRow
    facts = union_all(
        select(t.SeatRow.id, t.SeatRow.body_id),
        select(t.RelationRow.id, t.RelationRow.from_id),
        select(t.ChannelRow.id, t.ChannelRow.from_id),
        select(version.id, mandate.body_id).join(mandate, mandate.id == version.mandate_id),
        select(mandate.id, mandate.body_id),
    ).subquery()
    targets = select(t.SourceRow.target_id)
    found = session.execute(select(facts).where(facts.c.id.in_(targets)))
    return {fact_id: body_id for fact_id, body_id in found}
