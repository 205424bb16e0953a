"""Rounds, requests, candidacies and their steps."""

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import TrackedRow, reference


class RoundRow(TrackedRow):
    """A nomination round."""

    __tablename__ = "nomination_round"
    name: Mapped[str] = mapped_column(Text)
    caller_id: Mapped[str] = reference("body")
    criteria: Mapped[str] = mapped_column(Text)
    call_text: Mapped[str] = mapped_column(Text)
    called_on: Mapped[str | None] = mapped_column(String(10))
    due_on: Mapped[str | None] = mapped_column(String(10))
    closed_on: Mapped[str | None] = mapped_column(String(10))


class RoundSeatRow(TrackedRow):
    """A seat that a round is to fill."""

    __tablename__ = "round_seat"
    round_id: Mapped[str] = reference("nomination_round")
    seat_id: Mapped[str] = reference("seat")


class RequestRow(TrackedRow):
    """One body asked to nominate in a round; it may be passed on from another request."""

    __tablename__ = "request"
    round_id: Mapped[str] = reference("nomination_round")
    body_id: Mapped[str] = reference("body")
    passed_on_from_id: Mapped[str | None] = reference("request", optional=True)
    asked_on: Mapped[str | None] = mapped_column(String(10))
    due_on: Mapped[str | None] = mapped_column(String(10))
    answered_on: Mapped[str | None] = mapped_column(String(10))
    answer: Mapped[str] = mapped_column(Text)


class CandidacyRow(TrackedRow):
    """A person put forward for a seat by a body."""

    __tablename__ = "candidacy"
    person_id: Mapped[str] = reference("person")
    seat_id: Mapped[str] = reference("seat")
    by_id: Mapped[str] = reference("body")
    round_id: Mapped[str | None] = reference("nomination_round", optional=True)
    request_id: Mapped[str | None] = reference("request", optional=True)
    forwarded_from_id: Mapped[str | None] = reference("candidacy", optional=True)
    rank: Mapped[int | None] = mapped_column(Integer)
    reason: Mapped[str] = mapped_column(Text)
    statement: Mapped[str] = mapped_column(Text)


class StepRow(TrackedRow):
    """One step a candidacy took; the newest by place is where it stands."""

    __tablename__ = "step"
    candidacy_id: Mapped[str] = reference("candidacy")
    place: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(20))
    day: Mapped[str] = mapped_column(String(10))
    by_whom: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    decision: Mapped[str] = mapped_column(Text)


class KeptCandidacyRow(TrackedRow):
    """A candidate who was not chosen and has agreed to be kept for the next round."""

    __tablename__ = "kept_candidacy"
    candidacy_id: Mapped[str] = reference("candidacy")
    consent_on: Mapped[str] = mapped_column(String(10))
    kept_until: Mapped[str] = mapped_column(String(10))
