"""What the file holds: its format, how much of each kind, and the last change."""

from dataclasses import dataclass

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from samstyring.store import tables as t


@dataclass(frozen=True, slots=True)
class FileInfo:
    """What the file holds; ``integrity`` is ``ok`` or the first thing that is wrong."""

    format: int
    counts: tuple[tuple[str, int], ...]
    changes: int
    last_change: str
    last_label: str
    integrity: str


def file_info(session: Session) -> FileInfo:
    """Return format, counts by kind in the tables' order, the last change and the integrity."""
    counts = tuple(
        (name, session.scalar(select(func.count()).select_from(row)) or 0)
        for name, row in t.TRACKED.items()
    )
    entry = t.ChangeSetRow
    last = session.scalar(select(entry).order_by(entry.id.desc()).limit(1))
    verdict = session.scalar(text("PRAGMA integrity_check(1)")) or "ok"
    missing = session.execute(text("PRAGMA foreign_key_check")).first()
    changes = session.scalar(select(func.count()).select_from(entry)) or 0
    return FileInfo(
        session.scalar(text("PRAGMA user_version")) or 0, counts, changes,
        last.time if last else "", last.label if last else "",
        "missing reference" if verdict == "ok" and missing else verdict,
    )  # fmt: skip
