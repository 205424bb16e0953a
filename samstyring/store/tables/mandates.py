"""Mandates in versions and sections, what they promise, and agreements."""

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import TrackedRow, reference


class MandateRow(TrackedRow):
    """A body's mandate as a family of versions."""

    __tablename__ = "mandate"
    body_id: Mapped[str] = reference("body")
    title_nb: Mapped[str] = mapped_column(Text)
    title_nn: Mapped[str] = mapped_column(Text)


class MandateVersionRow(TrackedRow):
    """One version of a mandate; one decision adopts all its written forms."""

    __tablename__ = "mandate_version"
    mandate_id: Mapped[str] = reference("mandate")
    number: Mapped[str] = mapped_column(String(20))
    consultation_on: Mapped[str | None] = mapped_column(String(10))
    adopted_by: Mapped[str] = mapped_column(Text)
    adopted_on: Mapped[str | None] = mapped_column(String(10))
    case_number: Mapped[str] = mapped_column(Text)
    derived_from: Mapped[str] = mapped_column(Text)
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class SectionRow(TrackedRow):
    """One section of a version in one written form."""

    __tablename__ = "section"
    version_id: Mapped[str] = reference("mandate_version")
    language: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(20))
    position: Mapped[int] = mapped_column(Integer)
    heading: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class CommitmentRow(TrackedRow):
    """What a mandate promises in a form that can be checked; parameters are JSON."""

    __tablename__ = "commitment"
    version_id: Mapped[str] = reference("mandate_version")
    kind: Mapped[str] = mapped_column(String(30))
    parameters: Mapped[str] = mapped_column(Text)


class AgreementRow(TrackedRow):
    """A cooperation agreement of a body."""

    __tablename__ = "agreement"
    body_id: Mapped[str] = reference("body")
    title: Mapped[str] = mapped_column(Text)
    gives: Mapped[str] = mapped_column(Text)
    commits_to: Mapped[str] = mapped_column(Text)
    signed_on: Mapped[str | None] = mapped_column(String(10))
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class AgreementPartyRow(TrackedRow):
    """A body that is party to an agreement."""

    __tablename__ = "agreement_party"
    agreement_id: Mapped[str] = reference("agreement")
    body_id: Mapped[str] = reference("body")
    decided_on: Mapped[str | None] = mapped_column(String(10))
