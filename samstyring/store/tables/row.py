"""The root of all tables, and the columns that point from one to another."""

from typing import Any

from sqlalchemy import ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMING)


class TrackedRow(Row):
    """A row that the recorder follows: it has an id made in Python and a version for races."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}


def reference(table: str, *, optional: bool = False) -> Any:
    """Return a column that points at a row of ``table``, checked when the transaction ends."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(String(36), key, index=True, nullable=optional)
