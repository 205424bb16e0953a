"""What belongs to the file itself: journal, search entries, placements and settings."""

from sqlalchemy import Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from samstyring.store.tables.row import Row, TrackedRow, reference


class PlacementRow(TrackedRow):
    """Where a person placed a body in a view; x and y in scene units."""

    __tablename__ = "placement"
    view: Mapped[str] = mapped_column(Text)
    body_id: Mapped[str] = reference("body")
    x: Mapped[float] = mapped_column(Float)
    y: Mapped[float] = mapped_column(Float)


class FileSettingRow(TrackedRow):
    """A setting that belongs to the data; its id is its name."""

    __tablename__ = "file_setting"
    value: Mapped[str] = mapped_column(Text)


class ChangeSetRow(Row):
    """The journal: what one command did, in its own transaction."""

    __tablename__ = "change_set"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  an id is never used again
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    time: Mapped[str] = mapped_column(String(32))
    author: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(10), index=True)
    target: Mapped[int | None] = mapped_column(Integer)
    undone_by: Mapped[int | None] = mapped_column(Integer, index=True)


class ChangeRowRow(Row):
    """One row's change in a change set: JSON of the fields before and after."""

    __tablename__ = "change_row"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    change_set_id: Mapped[int] = mapped_column(
        Integer, ForeignKey("change_set.id", deferrable=True, initially="DEFERRED"), index=True
    )
    table_name: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[str] = mapped_column(String(36), index=True)
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)


class SearchEntryRow(Row):
    """What the search field finds: folded text for each thing, kept by the search index."""

    __tablename__ = "search_entry"
    target_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(Text)
    detail: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
