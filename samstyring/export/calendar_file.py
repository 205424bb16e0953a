"""Write days to remember as a calendar file (RFC 5545) that can be imported again and again."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from samstyring.domain.calendar_events import CalendarEvent
from samstyring.domain.errors import ExportError
from samstyring.export.writing import written
from samstyring.language import _, current_language

_PRODUCT = "-//samstyring//calendar//EN"


def export_calendar(
    events: Sequence[CalendarEvent], target: Path, *, name: str, made: datetime | None = None
) -> Path:
    """Write the events to a calendar file and return it; ExportError if it cannot be written.

    name: what the calendar is called. made: the moment it is made, with a time zone; now
    without it. Each event keeps its UID, so a second import moves it instead of adding another.
    """
    if target.suffix.lower() != ".ics":
        raise ExportError(_("Choose a file name that ends in .ics."))
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    stamp = (made or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    for event in events:
        calendar.add_component(_event(event, stamp))
    with written(target) as place:
        place.write_bytes(calendar.to_ical())
    return target


def _event(event: CalendarEvent, stamp: datetime) -> Event:
    found = Event()
    found.add("uid", f"{event.id}@samstyring")
    found.add("dtstamp", stamp)
    found.add("last-modified", stamp)
    found.add("sequence", event.revision)
    # A whole day: from the day itself until, but not with, the next one.
    found.add("dtstart", event.day)
    found.add("dtend", event.day + timedelta(days=1))
    found.add("summary", event.title, parameters={"LANGUAGE": current_language()})
    found.add("description", event.detail)
    # It is something to know, and nobody is busy because of it.
    found.add("transp", "TRANSPARENT")
    return found
