"""Views and stories of the graph, what is put off, kept candidates, answers to rules."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "saved_view",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "snooze",
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("until", sa.String(length=10), nullable=False),
        sa.Column("by_whom", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
    )
    op.create_table(
        "story",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_table(
        "story_page",
        sa.Column("story_id", sa.String(length=36), nullable=False),
        sa.Column("view_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story_id"],
            ["story.id"],
            name=op.f("fk_story_page_story_id_story"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["view_id"],
            ["saved_view.id"],
            name=op.f("fk_story_page_view_id_saved_view"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_page")),
    )
    op.create_index(op.f("ix_story_page_story_id"), "story_page", ["story_id"], unique=False)
    op.create_index(op.f("ix_story_page_view_id"), "story_page", ["view_id"], unique=False)
    op.create_table(
        "rule_answer",
        sa.Column("rule_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.String(length=10), nullable=False),
        sa.Column("by_whom", sa.Text(), nullable=False),
        sa.Column("holds_until", sa.String(length=10), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rule_id"],
            ["composition_rule.id"],
            name=op.f("fk_rule_answer_rule_id_composition_rule"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_answer")),
    )
    op.create_index(op.f("ix_rule_answer_rule_id"), "rule_answer", ["rule_id"], unique=False)
    op.create_table(
        "kept_candidacy",
        sa.Column("candidacy_id", sa.String(length=36), nullable=False),
        sa.Column("consent_on", sa.String(length=10), nullable=False),
        sa.Column("kept_until", sa.String(length=10), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacy.id"],
            name=op.f("fk_kept_candidacy_candidacy_id_candidacy"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_candidacy")),
    )
    op.create_index(
        op.f("ix_kept_candidacy_candidacy_id"), "kept_candidacy", ["candidacy_id"], unique=False
    )
