"""The structure over time: every body and line with its periods, and two days side by side."""

from __future__ import annotations

from datetime import date

from samstyring.commands.bodies import add_relation
from samstyring.commands.seats import SeatFacts, add_seat
from samstyring.domain.bodies import RelationKind
from samstyring.domain.graph_over_time import joined
from samstyring.domain.org import LineKind
from samstyring.domain.seats import SeatRole
from samstyring.queries.difference import two_days
from samstyring.queries.graph_over_time import graph_over_time
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, a_seat, an_appointment

TODAY = date(2026, 11, 21)


def test_that_a_body_that_has_ended_is_still_there_with_its_life(workspace: Workspace) -> None:
    a_body(workspace, "KommIT-rådet", period=a_period("2012", "2019-06-30"))
    (body,) = workspace.read(graph_over_time, as_of=TODAY).bodies
    assert (body.name, body.period) == ("KommIT-rådet", a_period("2012", "2019-06-30"))


def test_that_a_relation_comes_with_its_period(workspace: Workspace) -> None:
    one, other = a_body(workspace, "Fagråd"), a_body(workspace, "KS")
    period = a_period("2020-01-01", "2022-12-31")
    workspace.run(add_relation, one, other, RelationKind.ADVISES, period=period)
    (line,) = workspace.read(graph_over_time, as_of=TODAY).lines
    assert (line.from_id, line.to_id, line.kind) == (one, other, RelationKind.ADVISES)
    assert line.periods == (period,)


def test_that_who_nominates_is_one_line_with_a_period_for_each_time(workspace: Workspace) -> None:
    network, council = a_body(workspace, "Digi Agder"), a_body(workspace, "Rådet")
    for first, last in (("2024", None), ("2016", "2017"), ("2017-05-01", "2019")):
        facts = SeatFacts(SeatRole.MEMBER, nominates_id=network, period=a_period(first, last))
        workspace.run(add_seat, council, facts)
    (line,) = workspace.read(graph_over_time, as_of=TODAY).lines
    assert line.kind is LineKind.NOMINATES
    assert line.periods == (a_period("2016", "2019"), a_period("2024"))


def test_that_the_part_of_a_view_has_only_lines_within_it(workspace: Workspace) -> None:
    one, other = a_body(workspace, "Fagråd"), a_body(workspace, "KS")
    workspace.run(add_relation, one, other, RelationKind.ADVISES)
    part = workspace.read(graph_over_time, as_of=TODAY).only([one])
    assert [body.id for body in part.bodies] == [one]
    assert part.lines == ()


def test_that_periods_that_meet_are_one_and_an_open_end_stays_open() -> None:
    meeting = (a_period("2018", "2020"), a_period("2020-06-01"), a_period(None, "2012"))
    assert joined(meeting) == (a_period(None, "2012"), a_period("2018"))
    within = (a_period("2018", "2025"), a_period("2019", "2020"))
    assert joined(within) == (a_period("2018", "2025"),)


def test_that_two_days_hold_who_was_there_and_who_sat_on_each(workspace: Workspace) -> None:
    body_id = a_body(workspace, "Rådet", period=a_period("2020"))
    an_appointment(workspace, a_seat(workspace, body_id), from_day="2024-01-01")
    days = workspace.read(two_days, before=date(2019, 1, 1), after=TODAY)
    assert (days.before.bodies, days.seats_before) == ((), ())
    assert [body.id for body in days.after.bodies] == [body_id]
    assert [seat.person_name for seat in days.seats_after] == ["Kari Nordmann"]
