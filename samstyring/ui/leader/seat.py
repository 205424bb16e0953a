"""What the leader's window remembers: whether one starts in it, and when it was last open."""

from datetime import date
from pathlib import Path

from samstyring.ui.settings import Settings

_PAGE = "leader"
_START = "start"
_SEEN = "seen"


def starts_with_leader(settings: Settings) -> bool:
    """Say whether the program is to start in the leader's window."""
    return settings.page(_PAGE).get(_START) is True


def set_starts_with_leader(settings: Settings, wanted: bool) -> None:
    """Choose whether the program starts in the leader's window."""
    settings.set_page(_PAGE, {**settings.page(_PAGE), _START: wanted})


def last_seen(settings: Settings, path: Path | None) -> date | None:
    """Return the day the file was last seen in the leader's window, or None the first time."""
    days = settings.page(_PAGE).get(_SEEN)
    day = days.get(str(path)) if isinstance(days, dict) else None
    try:
        return date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        return None


def remember_seen(settings: Settings, path: Path | None, day: date) -> None:
    """Remember that the file was seen on a day."""
    stored = settings.page(_PAGE)
    days = stored.get(_SEEN)
    known = dict(days) if isinstance(days, dict) else {}
    known[str(path)] = day.isoformat()
    settings.set_page(_PAGE, {**stored, _SEEN: known})
