"""Queries on mandates: versions as of a day, one version whole, and what its document holds."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.domain.choices import Choice
from samstyring.domain.errors import NotFoundError
from samstyring.domain.mandates import (
    MandateDetail,
    MandateDocument,
    MandateLine,
    MandateState,
    RosterRow,
    Section,
    SectionKind,
    mandate_state,
)
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SUBSTITUTE_ROLES, SeatLine, SeatStatus
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import long_date, long_period, short_date
from samstyring.language import _, texts_in
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.bodies import mandated_as_of
from samstyring.queries.seats import seat_lines
from samstyring.store import tables as t


def mandate_lines(
    session: Session, *, as_of: date, body_id: str | None = None
) -> tuple[MandateLine, ...]:
    """Return every version by body and the newest first, with how it stands that day."""
    mandate, version = t.MandateRow, t.MandateVersionRow
    statement = select(version, mandate).join(mandate, mandate.id == version.mandate_id)
    if body_id is not None:
        statement = statement.where(mandate.body_id == body_id)
    rows = session.execute(statement.order_by(version.id.desc())).all()
    names = names_as_of(session, as_of, {family.body_id for _version, family in rows})
    forms = _languages(session)
    lines = [
        MandateLine(
            row.id, family.id, family.body_id, names.get(family.body_id, NOBODY).official,
            family.title_nb or family.title_nn, row.number, _state(row, as_of), row.adopted_by,
            row.adopted_on or "", row.case_number, Period.of(row.first_day, row.last_day),
            forms.get(row.id, ()),
        )
        for row, family in rows
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: sort_key(line.body_name)))


def _state(row: t.MandateVersionRow, day: date) -> MandateState:
    period = Period.of(row.first_day, row.last_day)
    return mandate_state(row.adopted_on, row.consultation_on, period, day)


def _languages(session: Session) -> dict[str, tuple[str, ...]]:
    row, forms = t.SectionRow, dict[str, tuple[str, ...]]()
    pairs = select(row.version_id, row.language).distinct().order_by(row.language)
    for version_id, language in session.execute(pairs):
        forms[version_id] = (*forms.get(version_id, ()), language)
    return forms


def mandate_detail(session: Session, version_id: str, *, as_of: date) -> MandateDetail:
    """Return all of one version. NotFoundError if it is gone."""
    version = session.get(t.MandateVersionRow, version_id)
    if version is None:
        raise NotFoundError(_("This mandate is no longer in the file."))
    mandate = session.get_one(t.MandateRow, version.mandate_id)
    lines = mandate_lines(session, as_of=as_of, body_id=mandate.body_id)
    line = next(line for line in lines if line.id == version_id)
    titles = (("nb", mandate.title_nb), ("nn", mandate.title_nn))
    return MandateDetail(
        line, titles, version.derived_from, version.consultation_on or "",
        _sections(session, version_id),
    )  # fmt: skip


def _sections(session: Session, version_id: str) -> tuple[Section, ...]:
    row = t.SectionRow
    statement = select(row).where(row.version_id == version_id)
    return tuple(
        Section(s.id, SectionKind(s.kind), s.language, s.position, s.heading, s.text)
        for s in session.scalars(statement.order_by(row.language, row.position))
    )


def mandate_in_force(session: Session, body_id: str, *, as_of: date) -> str | None:
    """Return the id of the version in force that day; else of the newest version, or None."""
    lines = mandate_lines(session, as_of=as_of, body_id=body_id)
    in_force = [line for line in lines if line.state is MandateState.IN_FORCE]
    found = next(iter(in_force or lines), None)
    return found.id if found else None


def bodies_without_mandate(session: Session, *, as_of: date) -> tuple[Choice, ...]:
    """Return the bodies with members of their own but no mandate in force that day, by name.

    Political bodies have their mandate in law. The detail is the word for the kind.
    """
    seat, body = t.SeatRow, t.BodyRow
    substitutes = [role.value for role in SUBSTITUTE_ROLES]
    seated = (
        select(body.id, body.kind)
        .join(seat, seat.body_id == body.id)
        .where(alive(seat, as_of), alive(body, as_of), seat.role.not_in(substitutes))
        .where(body.kind != BodyKind.POLITICAL_BODY.value)
        .distinct()
    )
    mandated = mandated_as_of(session, as_of)
    kinds = {key: kind for key, kind in session.execute(seated) if key not in mandated}
    names = names_as_of(session, as_of, kinds)
    choices = (
        Choice(key, names.get(key, NOBODY).official, word(BodyKind(kind)))
        for key, kind in kinds.items()
    )
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.label)))


def mandate_document(
    session: Session, version_id: str, *, as_of: date, language: str = ""
) -> MandateDocument:
    """Return what the document of a version holds, in words of its own language.

    ``language`` is nb or nn; without it the first the version is written in. NotFoundError if
    the version has no text in that language.
    """
    detail = mandate_detail(session, version_id, as_of=as_of)
    chosen = language or (detail.line.languages or ("nb",))[0]
    sections = detail.sections_in(chosen)
    if not sections:
        raise NotFoundError(
            _("This mandate has no text in that written form. It has: {forms}.").format(
                forms=", ".join(detail.line.languages) or "–"
            )
        )
    with texts_in(chosen):
        line, body = detail.line, names_as_of(session, as_of, {detail.line.body_id})
        roster = seat_lines(session, as_of=as_of, body_id=line.body_id)
        return MandateDocument(
            language=chosen,
            title=dict(detail.titles).get(chosen) or line.name,
            body_name=body.get(line.body_id, NOBODY).official,
            state=word(line.state),
            number=line.number,
            adopted_by=line.adopted_by,
            adopted_on=_long(line.adopted_on),
            case_number=line.case_number,
            valid=long_period(line.period),
            derived_from=detail.derived_from,
            sections=sections,
            roster=tuple(_roster_row(seat) for seat in roster),
            roster_day=long_date(as_of),
            made_on=long_date(as_of),
        )


def _long(stored: str) -> str:
    return long_date(PartialDate.parse(stored)) if stored else ""


def _roster_row(seat: SeatLine) -> RosterRow:
    employer = ", ".join(filter(None, (seat.title, seat.employer_name)))
    role = word(seat.role)
    if seat.substitute_for_name:
        role = _("{role} for {person}").format(role=role, person=seat.substitute_for_name)
    name = seat.person_name or _("Vacant seat")
    if seat.status is SeatStatus.VACANT:
        return RosterRow(name, role, employer, seat.represents_name, "")
    term = " – ".join(filter(None, (short_date(seat.since), short_date(seat.term_last))))
    return RosterRow(name, role, employer, seat.represents_name, term)
