"""The days that a calendar is told, and that they keep their ids."""

from datetime import date

from samstyring.commands.nominations import close_round
from samstyring.commands.seats import correct_appointment
from samstyring.queries.calendar_events import calendar_events
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, a_round, an_appointment, day

DAY = date(2026, 3, 1)


def test_that_the_end_of_a_term_is_an_event_on_its_last_day(workspace: Workspace) -> None:
    held = an_appointment(workspace, term_last="2026-04")
    (event,) = workspace.read(calendar_events, as_of=DAY)
    assert (event.id, event.day) == (f"term-{held}", date(2026, 4, 30))
    assert event.title == "The term ends: Kari Nordmann, KommIT-rådet"


def test_that_a_changed_term_is_the_same_event_in_a_newer_revision(workspace: Workspace) -> None:
    held = an_appointment(workspace, term_last="2026-04-30")
    (before,) = workspace.read(calendar_events, as_of=DAY)
    workspace.run(
        correct_appointment, held, period=a_period("2024-01-01"), term_last=day("2026-05-31")
    )
    (after,) = workspace.read(calendar_events, as_of=DAY)
    assert (after.id, after.day) == (before.id, date(2026, 5, 31))
    assert after.revision > before.revision


def test_that_the_deadline_of_a_round_is_told_until_it_is_closed(workspace: Workspace) -> None:
    round_id = a_round(workspace, ask_ids=(a_body(workspace, "Digi Agder"),), due_on="2026-03-20")
    (event,) = workspace.read(calendar_events, as_of=DAY)
    assert (event.id, event.title) == (f"round-{round_id}", "Deadline: Nye medlemmer 2026")
    workspace.run(close_round, round_id, date(2026, 2, 28), with_open_requests=True)
    assert workspace.read(calendar_events, as_of=DAY) == ()
