"""Persons, whom they work for, seats and who sits in them."""

from sqlalchemy import Boolean, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import TrackedRow, reference


class PersonRow(TrackedRow):
    """A person."""

    __tablename__ = "person"
    name: Mapped[str] = mapped_column(Text)
    gender: Mapped[str] = mapped_column(String(12))
    privacy_notice_on: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text)


class ContactRow(TrackedRow):
    """One way to reach a person."""

    __tablename__ = "contact"
    person_id: Mapped[str] = reference("person")
    kind: Mapped[str] = mapped_column(String(10))
    value: Mapped[str] = mapped_column(Text)
    primary: Mapped[bool] = mapped_column(Boolean)


class EmploymentRow(TrackedRow):
    """A person's work for a body in a period."""

    __tablename__ = "employment"
    person_id: Mapped[str] = reference("person")
    employer_id: Mapped[str] = reference("body")
    title: Mapped[str] = mapped_column(Text)
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class SeatRow(TrackedRow):
    """A seat in a body, filled or not."""

    __tablename__ = "seat"
    body_id: Mapped[str] = reference("body")
    role: Mapped[str] = mapped_column(String(20))
    number: Mapped[int] = mapped_column(Integer)
    votes: Mapped[bool] = mapped_column(Boolean)
    represents_id: Mapped[str | None] = reference("body", optional=True)
    nominates_id: Mapped[str | None] = reference("body", optional=True)
    appoints_id: Mapped[str | None] = reference("body", optional=True)
    substitute_for_id: Mapped[str | None] = reference("seat", optional=True)
    term_months: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str] = mapped_column(Text)
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class AppointmentRow(TrackedRow):
    """A person in a seat: sits from first to last day, the term was set to ``term_last``."""

    __tablename__ = "appointment"
    seat_id: Mapped[str] = reference("seat")
    person_id: Mapped[str] = reference("person")
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))
    term_last: Mapped[str | None] = mapped_column(String(10))
    candidacy_id: Mapped[str | None] = reference("candidacy", optional=True)
    decision: Mapped[str] = mapped_column(Text)
    end_reason: Mapped[str] = mapped_column(Text)


class CompositionRuleRow(TrackedRow):
    """A rule about who should sit in a body; parameters are JSON of the rule's kind."""

    __tablename__ = "composition_rule"
    body_id: Mapped[str] = reference("body")
    kind: Mapped[str] = mapped_column(String(30))
    parameters: Mapped[str] = mapped_column(Text)
    force: Mapped[str] = mapped_column(String(10))
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class RuleAnswerRow(TrackedRow):
    """Why a breach of a rule is meant: a logged reason, for as long as it is said to hold."""

    __tablename__ = "rule_answer"
    rule_id: Mapped[str] = reference("composition_rule")
    reason: Mapped[str] = mapped_column(Text)
    answered_on: Mapped[str] = mapped_column(String(10))
    by_whom: Mapped[str] = mapped_column(Text)
    holds_until: Mapped[str | None] = mapped_column(String(10))
