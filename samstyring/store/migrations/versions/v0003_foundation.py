"""What a file was set up with is its foundation, which undo does not reach."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_REFERENCE = "Set up the municipalities"
_EXAMPLE = tuple(
    f"Set up the {what} of the example"
    for what in ("bodies", "mandates", "persons", "seats", "rules", "channels", "nominations")
)


def upgrade() -> None:
    """Mark the entries of the journal that set up a new file or the example and still stand."""
    entry = sa.table(
        "change_set",
        *(sa.column(name) for name in ("id", "label", "author", "kind", "undone_by")),
    )
    first = sa.select(sa.func.min(entry.c.id)).scalar_subquery()
    reference = sa.and_(entry.c.label == _REFERENCE, entry.c.id == first)
    example = sa.and_(entry.c.label.in_(_EXAMPLE), entry.c.author == "samstyring")
    op.execute(
        sa.update(entry)
        .where(entry.c.kind == "edit", entry.c.undone_by.is_(None), sa.or_(reference, example))
        .values(kind="foundation")
    )
