"""Bodies, their names, numbers, relations and succession, and where facts come from."""

from sqlalchemy import Float, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import TrackedRow, reference


class BodyRow(TrackedRow):
    """A body of the structure."""

    __tablename__ = "body"
    kind: Mapped[str] = mapped_column(String(40), index=True)
    level: Mapped[str] = mapped_column(String(40))
    legal_form: Mapped[str] = mapped_column(Text)
    purpose: Mapped[str] = mapped_column(Text)
    home_page: Mapped[str] = mapped_column(Text)
    organisation_number: Mapped[str] = mapped_column(String(20))
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))
    end_reason: Mapped[str] = mapped_column(Text)
    ends_soon_days: Mapped[int] = mapped_column(Integer)
    term_months: Mapped[int | None] = mapped_column(Integer)


class BodyNameRow(TrackedRow):
    """One name of a body."""

    __tablename__ = "body_name"
    body_id: Mapped[str] = reference("body")
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    language: Mapped[str] = mapped_column(String(10))
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class OfficialNumberRow(TrackedRow):
    """A municipality's or county's official number in a period."""

    __tablename__ = "official_number"
    body_id: Mapped[str] = reference("body")
    number: Mapped[str] = mapped_column(String(10), index=True)
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))


class MunicipalityRow(TrackedRow):
    """Facts of a municipality that are not names, numbers or relations."""

    __tablename__ = "municipality"
    body_id: Mapped[str] = reference("body")
    population: Mapped[int | None] = mapped_column(Integer)
    population_day: Mapped[str] = mapped_column(String(10))
    written_form: Mapped[str] = mapped_column(String(10))
    centre: Mapped[str] = mapped_column(Text)
    area_km2: Mapped[float | None] = mapped_column(Float)
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)


class SuccessionRow(TrackedRow):
    """One body followed upon another."""

    __tablename__ = "succession"
    from_id: Mapped[str] = reference("body")
    to_id: Mapped[str] = reference("body")
    kind: Mapped[str] = mapped_column(String(20))
    day: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text)


class RelationRow(TrackedRow):
    """One body's relation to another in a period."""

    __tablename__ = "relation"
    from_id: Mapped[str] = reference("body")
    to_id: Mapped[str] = reference("body")
    kind: Mapped[str] = mapped_column(String(30), index=True)
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text)


class SourceRow(TrackedRow):
    """Where a fact comes from and when it was last verified; any row can be the target."""

    __tablename__ = "source"
    target_id: Mapped[str] = mapped_column(String(36), index=True)
    title: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    seen_on: Mapped[str] = mapped_column(String(10))
    verified_on: Mapped[str] = mapped_column(String(10))
    verified_by: Mapped[str] = mapped_column(Text)
