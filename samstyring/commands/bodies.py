"""Commands on bodies: add, correct, rename from a date, relate, succeed, end, delete."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.command import about, command, the
from samstyring.domain.bodies import BodyFacts, NameKind, RelationKind, SuccessionKind
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.periods import ALWAYS, PartialDate, Period, iso_or_none
from samstyring.domain.seats import check_term
from samstyring.domain.text import MAX_NAME_LENGTH, clean_line, clean_text
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging

_EndingRow = (
    t.BodyNameRow
    | t.RelationRow
    | t.SeatRow
    | t.AppointmentRow
    | t.ChannelRow
    | t.MandateVersionRow
)


@command(N_("Add a body"))
def add_body(
    session: Session,
    name: str,
    facts: BodyFacts,
    *,
    short_name: str = "",
    language: str = "nb",
    parent_id: str | None = None,
    parent_relation: RelationKind = RelationKind.REPORTS_TO,
) -> str:
    """Add a body with its official name, and at once its relation to one above it; return its id.

    RuleError for an empty name or a period that ends before it begins.
    """
    body = t.BodyRow(id=new_id())
    _write_facts(body, facts)
    session.add(body)
    add_name(session, body.id, name, language=language, period=facts.period)
    if short_name:
        add_name(session, body.id, short_name, kind=NameKind.SHORT, period=facts.period)
    if parent_id:
        add_relation(session, body.id, parent_id, parent_relation, period=facts.period)
    about(session, clean_line(name))
    return body.id


@command(N_("Correct a body"))
def correct_body(session: Session, body_id: str, facts: BodyFacts) -> None:
    """Write what should have stood there; for a change in the world, change it from a date."""
    body = the(session, t.BodyRow, body_id)
    about(session, lambda: name_of(session, body_id))
    _write_facts(body, facts)


def _write_facts(body: t.BodyRow, facts: BodyFacts) -> None:
    facts.period.check()
    if facts.ends_soon_days < 0:
        raise RuleError(_("“Ends soon” counts days and cannot be less than 0."))
    check_term(facts.term_months)
    body.kind, body.level = facts.kind.value, facts.level.value
    body.first_day, body.last_day = iso_or_none(facts.period.first), iso_or_none(facts.period.last)
    body.legal_form, body.purpose = clean_line(facts.legal_form), clean_text(facts.purpose)
    body.home_page = clean_line(facts.home_page)
    body.organisation_number = clean_line(facts.organisation_number)
    body.end_reason, body.ends_soon_days = clean_line(facts.end_reason), facts.ends_soon_days
    body.term_months = facts.term_months


@command(N_("Add a name"))
def add_name(
    session: Session,
    body_id: str,
    name: str,
    *,
    kind: NameKind = NameKind.OFFICIAL,
    language: str = "nb",
    period: Period = ALWAYS,
) -> str:
    """Add a name to a body and return its id; RuleError for an empty or endless name."""
    about(session, clean_line(name))
    row = t.BodyNameRow(id=new_id(), body_id=body_id)
    _write_name(row, name, kind, language, period)
    session.add(row)
    return row.id


@command(N_("Correct a name"))
def correct_name(
    session: Session, name_id: str, name: str, *, kind: NameKind, language: str, period: Period
) -> None:
    """Write the name as it should have stood."""
    about(session, clean_line(name))
    _write_name(the(session, t.BodyNameRow, name_id), name, kind, language, period)


def _write_name(
    row: t.BodyNameRow, name: str, kind: NameKind, language: str, period: Period
) -> None:
    period.check()
    row.name, row.kind, row.language = checked_name(name), kind.value, language
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)


def checked_name(name: str) -> str:
    """Return the name as it is stored; RuleError if it is empty or too long."""
    cleaned = clean_line(name)
    if not cleaned:
        raise RuleError(_("A name is needed."))
    if len(cleaned) > MAX_NAME_LENGTH:
        raise RuleError(
            _("The name has {length} letters; at most {most} are kept. Shorten it.").format(
                length=len(cleaned), most=MAX_NAME_LENGTH
            )
        )
    return cleaned


@command(N_("End a name"))
def end_name(session: Session, name_id: str, last_day: PartialDate) -> None:
    """Let a name go out of use after a day; RuleError if that is before it came into use."""
    row = the(session, t.BodyNameRow, name_id)
    about(session, row.name)
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day = last_day.iso


@command(N_("Delete a name"))
def delete_name(session: Session, name_id: str) -> None:
    """Delete a name that should not have stood there; RuleError for a body's last official one."""
    row = the(session, t.BodyNameRow, name_id)
    about(session, row.name)
    official = _names(session, row.body_id, NameKind.OFFICIAL)
    if official == [row]:
        raise RuleError(_("A body needs a name. Add another official name first."))
    session.delete(row)


@command(N_("Rename a body from a date"))
def rename_body(
    session: Session,
    body_id: str,
    name: str,
    from_day: PartialDate,
    *,
    language: str = "nb",
    kind: NameKind = NameKind.OFFICIAL,
) -> str:
    """End the name in use the day before and begin the new one; return the new name's id."""
    about(session, lambda: f"{name_of(session, body_id)} → {clean_line(name)}")
    for row in _names(session, body_id, kind):
        period = Period.of(row.first_day, row.last_day)
        if row.language == language and not period.ended_before(from_day.first_day()):
            if period.first is not None and period.first.first_day() >= from_day.first_day():
                raise RuleError(
                    _("“{name}” begins that day or later. Correct that name instead.").format(
                        name=row.name
                    )
                )
            row.last_day = from_day.day_before().iso
    return add_name(
        session, body_id, name, kind=kind, language=language, period=Period(from_day, None)
    )


def _names(session: Session, body_id: str, kind: NameKind) -> list[t.BodyNameRow]:
    statement = select(t.BodyNameRow).where(
        t.BodyNameRow.body_id == body_id, t.BodyNameRow.kind == kind.value
    )
    return list(session.scalars(statement.order_by(t.BodyNameRow.id)))


@command(N_("Add a relation"))
def add_relation(
    session: Session,
    from_id: str,
    to_id: str,
    kind: RelationKind,
    *,
    period: Period = ALWAYS,
    note: str = "",
) -> str:
    """Relate one body to another and return the relation's id.

    RuleError for a body related to itself, or the same relation twice at one time.
    """
    about(session, lambda: f"{name_of(session, from_id)} → {name_of(session, to_id)}")
    _check_relation(session, from_id, to_id, kind, period.check())
    row = t.RelationRow(id=new_id(), from_id=from_id, to_id=to_id, kind=kind.value)
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)
    row.note = clean_text(note)
    session.add(row)
    return row.id


def _check_relation(
    session: Session, from_id: str, to_id: str, kind: RelationKind, period: Period, own_id: str = ""
) -> None:
    if from_id == to_id:
        raise RuleError(_("A body cannot be related to itself. Choose another body."))
    same = select(t.RelationRow).where(
        t.RelationRow.from_id == from_id,
        t.RelationRow.to_id == to_id,
        t.RelationRow.kind == kind.value,
        t.RelationRow.id != own_id,
    )
    if any(
        Period.of(row.first_day, row.last_day).overlaps(period) for row in session.scalars(same)
    ):
        raise RuleError(_("That relation is there already in the same period."))


@command(N_("Correct a relation"))
def correct_relation(
    session: Session, relation_id: str, kind: RelationKind, *, period: Period, note: str = ""
) -> None:
    """Write the relation as it should have stood."""
    row = the(session, t.RelationRow, relation_id)
    about(session, lambda: f"{name_of(session, row.from_id)} → {name_of(session, row.to_id)}")
    _check_relation(session, row.from_id, row.to_id, kind, period.check(), row.id)
    row.kind, row.note = kind.value, clean_text(note)
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)


@command(N_("End a relation"))
def end_relation(session: Session, relation_id: str, last_day: PartialDate) -> None:
    """Let the relation end on a day; RuleError if that is before it begins."""
    row = the(session, t.RelationRow, relation_id)
    about(session, lambda: f"{name_of(session, row.from_id)} → {name_of(session, row.to_id)}")
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day = last_day.iso


@command(N_("Delete a relation"))
def delete_relation(session: Session, relation_id: str) -> None:
    """Delete a relation that never was; one that is over is ended instead."""
    row = the(session, t.RelationRow, relation_id)
    about(session, lambda: f"{name_of(session, row.from_id)} → {name_of(session, row.to_id)}")
    session.delete(row)


@command(N_("Let one body follow another"))
def succeed(
    session: Session,
    from_ids: Sequence[str],
    to_ids: Sequence[str],
    kind: SuccessionKind,
    day: PartialDate,
    *,
    note: str = "",
) -> None:
    """Write that some bodies followed upon others on a day: merged, split, replaced, renamed.

    RuleError without a body on each side, or for a body that would follow upon itself.
    """
    if not from_ids or not to_ids:
        raise RuleError(_("One body at least goes before, and one follows. Choose both."))
    about(session, lambda: name_of(session, from_ids[0]))
    for from_id in from_ids:
        for to_id in to_ids:
            if from_id == to_id:
                raise RuleError(_("A body cannot follow upon itself."))
            row = t.SuccessionRow(id=new_id(), from_id=from_id, to_id=to_id, kind=kind.value)
            row.day, row.note = day.iso, clean_text(note)
            session.add(row)


@command(N_("Delete a succession"))
def delete_succession(session: Session, succession_id: str) -> None:
    """Delete that one body followed upon another, when it never did."""
    row = the(session, t.SuccessionRow, succession_id)
    about(session, lambda: f"{name_of(session, row.from_id)} → {name_of(session, row.to_id)}")
    session.delete(row)


@command(N_("End a body"))
def end_body(session: Session, body_id: str, last_day: PartialDate, *, reason: str = "") -> None:
    """End a body on a day: names, relations, seats, channels and mandates end with it.

    Who sits there stops sitting that day. RuleError if it would end before it began.
    """
    body = the(session, t.BodyRow, body_id)
    about(session, lambda: name_of(session, body_id))
    Period(Period.of(body.first_day, None).first, last_day).check()
    body.last_day, body.end_reason = last_day.iso, clean_line(reason)
    for row in _rows_of(session, body_id):
        if Period.of(row.first_day, row.last_day).covers(last_day.last_day()):
            row.last_day = last_day.iso


def _rows_of(session: Session, body_id: str) -> list[_EndingRow]:
    relation, name, seat = t.RelationRow, t.BodyNameRow, t.SeatRow
    ends = (relation.from_id == body_id) | (relation.to_id == body_id)
    rows: list[_EndingRow] = []
    rows += session.scalars(select(relation).where(ends))
    rows += session.scalars(select(name).where(name.body_id == body_id))
    rows += session.scalars(select(seat).where(seat.body_id == body_id))
    appointments = select(t.AppointmentRow).join(seat, seat.id == t.AppointmentRow.seat_id)
    rows += session.scalars(appointments.where(seat.body_id == body_id))
    channel = t.ChannelRow
    runs = (channel.from_id == body_id) | (channel.to_id == body_id)
    rows += session.scalars(select(channel).where(runs))
    versions = select(t.MandateVersionRow).join(t.MandateRow)
    adopted = t.MandateVersionRow.adopted_on.is_not(None)
    rows += session.scalars(versions.where(t.MandateRow.body_id == body_id, adopted))
    return rows


@command(N_("Delete a body"))
def delete_body(session: Session, body_id: str) -> None:
    """Delete a body that never was, with all that hangs on it; one that is over is ended."""
    body = the(session, t.BodyRow, body_id)
    about(session, lambda: name_of(session, body_id))
    _check_no_trace_is_lost(session, body_id)
    delete_with_hanging(session, body)


def _check_no_trace_is_lost(session: Session, body_id: str) -> None:
    """Raise RuleError if someone elsewhere sits because this body put them forward."""
    led_to = (
        select(t.AppointmentRow.id)
        .join(t.CandidacyRow, t.CandidacyRow.id == t.AppointmentRow.candidacy_id)
        .join(t.SeatRow, t.SeatRow.id == t.AppointmentRow.seat_id)
        .where(t.CandidacyRow.by_id == body_id, t.SeatRow.body_id != body_id)
    )
    if session.scalar(led_to.limit(1)) is not None:
        raise RuleError(
            _("The body has put forward someone who was appointed. End the body instead.")
        )


def name_of(session: Session, body_id: str) -> str:
    """Return the newest official name of a body, in bokmål if it has one, for the journal."""
    the(session, t.BodyRow, body_id)
    session.flush()
    names = _names(session, body_id, NameKind.OFFICIAL)
    newest = max(names, key=_newest_in_bokmaal, default=None)
    return newest.name if newest else ""


def _newest_in_bokmaal(row: t.BodyNameRow) -> tuple[str, bool, str, str]:
    return row.last_day or "9999", row.language == "nb", row.first_day or "", row.id
