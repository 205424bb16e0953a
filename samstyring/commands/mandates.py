"""Commands on mandates: draft a version, write its sections, adopt it, end it."""

import re
from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name, name_of
from samstyring.commands.command import about, command, the
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.mandates import SectionKind
from samstyring.domain.periods import PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_line, clean_text
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import N_, _, texts_in
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging

SectionText = tuple[SectionKind, str, str]


@command(N_("Draft a mandate"))
def draft_mandate(
    session: Session,
    body_id: str,
    *,
    title_nb: str = "",
    title_nn: str = "",
    derived_from: str = "",
    sections: Iterable[tuple[str, Iterable[SectionText]]] = (),
) -> str:
    """Draft a new version of a body's mandate and return the version's id.

    ``sections`` is, for each written form, (kind, heading, text) in order. Without any, the
    newest version's are copied, and so is its basis. The first draft of a body begins its mandate.
    """
    about(session, lambda: name_of(session, body_id))
    mandate = _mandate_of(session, body_id) or _new_mandate(session, body_id)
    mandate.title_nb = clean_line(title_nb) or mandate.title_nb
    mandate.title_nn = clean_line(title_nn) or mandate.title_nn
    earlier = _versions(session, mandate.id)
    basis = clean_text(derived_from) or (earlier[-1].derived_from if earlier else "")
    version = t.MandateVersionRow(
        id=new_id(), mandate_id=mandate.id, number=_next_number(earlier), consultation_on=None,
        adopted_by="", adopted_on=None, case_number="", derived_from=basis,
        first_day=None, last_day=None,
    )  # fmt: skip
    session.add(version)
    texts = [(language, list(parts)) for language, parts in sections]
    for language, parts in texts or _texts_of(session, earlier[-1].id if earlier else ""):
        for kind, heading, text in parts:
            add_section(session, version.id, kind, heading, text, language=language)
    return version.id


def _new_mandate(session: Session, body_id: str) -> t.MandateRow:
    name = name_of(session, body_id)
    row = t.MandateRow(id=new_id(), body_id=body_id)
    row.title_nb, row.title_nn = f"Mandat for {name}", f"Mandat for {name}"
    session.add(row)
    session.flush()
    return row


def _mandate_of(session: Session, body_id: str) -> t.MandateRow | None:
    statement = select(t.MandateRow).where(t.MandateRow.body_id == body_id)
    return session.scalar(statement.order_by(t.MandateRow.id).limit(1))


def _versions(session: Session, mandate_id: str) -> list[t.MandateVersionRow]:
    statement = select(t.MandateVersionRow).where(t.MandateVersionRow.mandate_id == mandate_id)
    return list(session.scalars(statement.order_by(t.MandateVersionRow.id)))


def _next_number(earlier: list[t.MandateVersionRow]) -> str:
    numbers = [int(found.group()) for row in earlier if (found := re.match(r"\d+", row.number))]
    return str(max(numbers, default=0) + 1)


def _texts_of(session: Session, version_id: str) -> list[tuple[str, list[SectionText]]]:
    texts: dict[str, list[SectionText]] = {}
    for row in _sections(session, version_id):
        part = (SectionKind(row.kind), row.heading, row.text)
        texts.setdefault(row.language, []).append(part)
    return list(texts.items())


def _sections(session: Session, version_id: str, language: str = "") -> list[t.SectionRow]:
    session.flush()
    statement = select(t.SectionRow).where(t.SectionRow.version_id == version_id)
    if language:
        statement = statement.where(t.SectionRow.language == language)
    return list(session.scalars(statement.order_by(t.SectionRow.language, t.SectionRow.position)))


@command(N_("Change a mandate's title"))
def correct_mandate(
    session: Session,
    version_id: str,
    *,
    title_nb: str,
    title_nn: str,
    number: str,
    derived_from: str,
    consultation_on: PartialDate | None = None,
) -> None:
    """Write titles, number and basis of a draft; RuleError once it is adopted."""
    version = _draft(session, version_id)
    mandate = the(session, t.MandateRow, version.mandate_id)
    mandate.title_nb, mandate.title_nn = clean_line(title_nb), clean_line(title_nn)
    version.number, version.derived_from = clean_line(number), clean_text(derived_from)
    version.consultation_on = iso_or_none(consultation_on)


@command(N_("Add a section"))
def add_section(
    session: Session,
    version_id: str,
    kind: SectionKind,
    heading: str,
    text: str = "",
    *,
    language: str = "nb",
) -> str:
    """Add a section at the end of one written form of a draft; return its id."""
    _draft(session, version_id)
    session.flush()
    last = session.scalar(
        select(func.max(t.SectionRow.position)).where(
            t.SectionRow.version_id == version_id, t.SectionRow.language == language
        )
    )
    row = t.SectionRow(
        id=new_id(), version_id=version_id, language=language, kind=kind.value,
        position=(last or 0) + 1, heading=checked_name(heading), text=clean_text(text),
    )  # fmt: skip
    session.add(row)
    return row.id


@command(N_("Write a section"))
def write_section(
    session: Session, section_id: str, *, kind: SectionKind, heading: str, text: str
) -> None:
    """Write a section of a draft; RuleError once the version is adopted."""
    row = the(session, t.SectionRow, section_id)
    _draft(session, row.version_id)
    row.kind, row.heading, row.text = kind.value, checked_name(heading), clean_text(text)


@command(N_("Add the other written form"))
def add_written_form(session: Session, version_id: str, language: str) -> None:
    """Give a draft the sections it has in another written form, with headings and no text.

    A heading becomes the usual one of its kind in that language; where a kind has none, or has
    several sections, it is copied. RuleError if the draft has that written form already.
    """
    _draft(session, version_id)
    texts = dict(_texts_of(session, version_id))
    if language in texts:
        raise RuleError(_("The draft has that written form already."))
    parts = next(iter(texts.values()), [])
    kinds = [kind for kind, _heading, _text in parts]
    with texts_in(language):
        headings = [
            word(kind) if kind is not SectionKind.OTHER and kinds.count(kind) == 1 else heading
            for kind, heading, _text in parts
        ]
    for kind, heading in zip(kinds, headings, strict=True):
        add_section(session, version_id, kind, heading, language=language)


@command(N_("Move a section"))
def move_section(session: Session, section_id: str, by: int) -> None:
    """Move a section up (negative) or down within its written form; past an end nothing moves."""
    row = the(session, t.SectionRow, section_id)
    _draft(session, row.version_id)
    rows = _sections(session, row.version_id, row.language)
    place = rows.index(row)
    rows.insert(max(0, min(len(rows) - 1, place + by)), rows.pop(place))
    for position, section in enumerate(rows, start=1):
        section.position = position


@command(N_("Delete a section"))
def delete_section(session: Session, section_id: str) -> None:
    """Delete a section of a draft."""
    row = the(session, t.SectionRow, section_id)
    _draft(session, row.version_id)
    session.delete(row)


@command(N_("Adopt a mandate"))
def adopt_mandate(
    session: Session,
    version_id: str,
    *,
    adopted_by: str,
    adopted_on: PartialDate,
    case_number: str = "",
    valid_from: PartialDate | None = None,
    valid_to: PartialDate | None = None,
) -> None:
    """Adopt a draft: from then on it is not changed; the version in force ends the day before.

    RuleError without words to adopt, or if a version in force begins the same day or later.
    """
    version = _draft(session, version_id)
    if not _sections(session, version_id):
        raise RuleError(_("The draft has no sections yet. Write at least one, then adopt it."))
    begins = valid_from or adopted_on
    Period(begins, valid_to).check()
    for other in _versions(session, version.mandate_id):
        if other.id != version.id and other.adopted_on is not None:
            _end_at(other, begins)
    version.adopted_by, version.adopted_on = checked_name(adopted_by), adopted_on.iso
    version.case_number = clean_line(case_number)
    version.first_day, version.last_day = begins.iso, iso_or_none(valid_to)


def _end_at(earlier: t.MandateVersionRow, begins: PartialDate) -> None:
    period = Period.of(earlier.first_day, earlier.last_day)
    if period.ended_before(begins.first_day()):
        return
    if period.first is not None and period.first.first_day() >= begins.first_day():
        raise RuleError(
            _("Version {number} is valid from {day}. Choose a later first day.").format(
                number=earlier.number, day=short_date(period.first)
            )
        )
    earlier.last_day = begins.day_before().iso


@command(N_("Correct an adoption"))
def correct_adoption(
    session: Session,
    version_id: str,
    *,
    adopted_by: str,
    adopted_on: PartialDate,
    case_number: str,
    period: Period,
) -> None:
    """Write who adopted a version, when, and how long it is valid, as it should have stood.

    RuleError for a draft, without a first day, or if another version is valid in that period.
    """
    version = the(session, t.MandateVersionRow, version_id)
    _about_version(session, version)
    if version.adopted_on is None:
        raise RuleError(_("A draft has no adoption to correct. Adopt it first."))
    if period.first is None:
        raise RuleError(_("Write the first day it is valid."))
    _check_alone(session, version, period.check())
    version.adopted_by, version.adopted_on = checked_name(adopted_by), adopted_on.iso
    version.case_number = clean_line(case_number)
    version.first_day, version.last_day = period.first.iso, iso_or_none(period.last)


def _check_alone(session: Session, version: t.MandateVersionRow, period: Period) -> None:
    for other in _versions(session, version.mandate_id):
        if other.id == version.id or other.adopted_on is None:
            continue
        if period.overlaps(Period.of(other.first_day, other.last_day)):
            raise RuleError(
                _("Version {number} is valid then. Choose days on which no other is.").format(
                    number=other.number
                )
            )


@command(N_("End a mandate"))
def end_mandate(session: Session, version_id: str, last_day: date) -> None:
    """Let an adopted version end on a day without another to follow it.

    RuleError for a draft, or a day before the version begins.
    """
    version = the(session, t.MandateVersionRow, version_id)
    _about_version(session, version)
    if version.adopted_on is None:
        raise RuleError(_("A draft is not in force and cannot end. Delete it instead."))
    last = PartialDate.of(last_day)
    Period(Period.of(version.first_day, None).first, last).check()
    version.last_day = last.iso


@command(N_("Delete a mandate version"))
def delete_version(session: Session, version_id: str) -> None:
    """Delete a version that never was; the mandate goes with its last version."""
    version = the(session, t.MandateVersionRow, version_id)
    _about_version(session, version)
    if len(_versions(session, version.mandate_id)) == 1:
        delete_with_hanging(session, the(session, t.MandateRow, version.mandate_id))
    else:
        delete_with_hanging(session, version)


def _draft(session: Session, version_id: str) -> t.MandateVersionRow:
    version = the(session, t.MandateVersionRow, version_id)
    _about_version(session, version)
    if version.adopted_on is not None:
        raise RuleError(
            _("Version {number} is adopted and no longer changed. Draft a new version.").format(
                number=version.number
            )
        )
    return version


def _about_version(session: Session, version: t.MandateVersionRow) -> None:
    mandate = the(session, t.MandateRow, version.mandate_id)
    about(session, lambda: f"{name_of(session, mandate.body_id)} {version.number}")
