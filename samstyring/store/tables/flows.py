"""The standing flows between bodies."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import TrackedRow, reference


class ChannelRow(TrackedRow):
    """A standing flow from a body to another."""

    __tablename__ = "channel"
    from_id: Mapped[str] = reference("body")
    to_id: Mapped[str] = reference("body")
    kind: Mapped[str] = mapped_column(String(20))
    medium: Mapped[str] = mapped_column(Text)
    rhythm: Mapped[str] = mapped_column(Text)
    seat_id: Mapped[str | None] = reference("seat", optional=True)
    first_day: Mapped[str | None] = mapped_column(String(10))
    last_day: Mapped[str | None] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text)
