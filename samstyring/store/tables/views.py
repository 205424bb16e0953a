"""What people keep of their own looking: views, stories, and what they put off."""

from sqlalchemy import Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import TrackedRow, reference


class SavedViewRow(TrackedRow):
    """A way to see the graph under a name; ``options`` is JSON, ``day`` None for today."""

    __tablename__ = "saved_view"
    name: Mapped[str] = mapped_column(Text)
    options: Mapped[str] = mapped_column(Text)
    day: Mapped[str | None] = mapped_column(String(10))
    position: Mapped[int] = mapped_column(Integer)


class StoryRow(TrackedRow):
    """A row of views with words, to be told or printed."""

    __tablename__ = "story"
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer)


class StoryPageRow(TrackedRow):
    """One page of a story: a view and the words about it; a view that is gone leaves the words."""

    __tablename__ = "story_page"
    story_id: Mapped[str] = reference("story")
    view_id: Mapped[str | None] = reference("saved_view", optional=True)
    position: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class SnoozeRow(TrackedRow):
    """A finding that someone has put off until a day; ``finding`` is its stable id."""

    __tablename__ = "snooze"
    finding: Mapped[str] = mapped_column(Text)
    until: Mapped[str] = mapped_column(String(10))
    by_whom: Mapped[str] = mapped_column(Text)
