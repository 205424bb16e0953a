"""The calendar file: whole days, stable ids, and text that no sign can break."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from samstyring.domain.calendar_events import CalendarEvent
from samstyring.domain.errors import ExportError
from samstyring.export.calendar_file import export_calendar

EVENT = CalendarEvent("term-1", date(2026, 4, 30), "Ås, «æøå»; slutt", "A" * 200, 3)
MADE = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def test_that_an_event_is_a_whole_day_with_an_id_of_its_own(tmp_path: Path) -> None:
    path = export_calendar([EVENT], tmp_path / "year.ics", name="KommIT", made=MADE)
    calendar = Calendar.from_ical(path.read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "term-1@samstyring"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (
        date(2026, 4, 30),
        date(2026, 5, 1),
    )
    assert (event["SUMMARY"], event["SEQUENCE"]) == ("Ås, «æøå»; slutt", 3)


def test_that_lines_are_no_longer_than_the_standard_allows(tmp_path: Path) -> None:
    path = export_calendar([EVENT], tmp_path / "year.ics", name="KommIT", made=MADE)
    assert max(len(line) for line in path.read_bytes().split(b"\r\n")) <= 75


def test_that_the_same_days_are_the_same_file(tmp_path: Path) -> None:
    first, second = (
        export_calendar([EVENT], tmp_path / name, name="KommIT", made=MADE).read_bytes()
        for name in ("a.ics", "b.ics")
    )
    assert first == second


def test_that_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is not there"):
        export_calendar([EVENT], tmp_path / "gone" / "year.ics", name="KommIT", made=MADE)
