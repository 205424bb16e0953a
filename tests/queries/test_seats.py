"""Rosters as of a day: who sits, for whom, since when, and the balance of a body's seats."""

from collections import Counter
from datetime import date

import pytest

from samstyring.commands.bodies import end_body
from samstyring.commands.seats import end_appointment
from samstyring.domain.bodies import BodyLine
from samstyring.domain.seats import Balance, SeatLine, SeatRole, SeatStatus
from samstyring.queries.bodies import body_lines
from samstyring.queries.seats import balances, seat_lines
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, a_person, a_seat, an_appointment, day

DAY = date(2026, 3, 1)


def the_seat(workspace: Workspace, on: str = "2026-03-01") -> SeatLine:
    """Return the one seat there is on an ISO day."""
    (line,) = workspace.read(seat_lines, as_of=date.fromisoformat(on))
    return line


def test_that_a_roster_is_by_role_then_number(workspace: Workspace) -> None:
    body = a_body(workspace)
    order = (SeatRole.MEMBER, SeatRole.SUBSTITUTE, SeatRole.CHAIR, SeatRole.MEMBER)
    for role in order:
        a_seat(workspace, body, role=role)
    lines = workspace.read(seat_lines, as_of=DAY, body_id=body)
    assert [(line.role, line.number) for line in lines] == [
        (SeatRole.CHAIR, 3),
        (SeatRole.MEMBER, 1),
        (SeatRole.MEMBER, 4),
        (SeatRole.SUBSTITUTE, 2),
    ]


def test_that_the_roster_is_that_of_the_day(workspace: Workspace) -> None:
    seat = a_seat(workspace)
    an_appointment(workspace, seat, a_person(workspace, "Kari"), from_day="2022")
    an_appointment(workspace, seat, a_person(workspace, "Ola"), from_day="2025-07-01")
    assert the_seat(workspace, "2021-12-31").person_name == ""
    assert the_seat(workspace, "2025-06-30").person_name == "Kari"
    assert the_seat(workspace, "2025-07-01").person_name == "Ola"


def test_that_who_sits_there_works_for_their_employer_of_the_day(workspace: Workspace) -> None:
    bergen = a_body(workspace, "Bergen")
    kari = a_person(workspace, employer_id=bergen, title="direktør", employed_from="2025")
    an_appointment(workspace, person_id=kari)
    assert (the_seat(workspace).employer_name, the_seat(workspace).title) == ("Bergen", "direktør")
    assert the_seat(workspace, "2024-06-01").employer_id == ""


def test_that_a_substitute_is_shown_with_whom_they_stand_in_for(workspace: Workspace) -> None:
    body = a_body(workspace)
    seat = a_seat(workspace, body)
    an_appointment(workspace, seat, a_person(workspace, "Kari"))
    a_seat(workspace, body, role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id=seat)
    member, substitute = workspace.read(seat_lines, as_of=DAY, body_id=body)
    assert (member.substitute_for_name, substitute.substitute_for_name) == ("", "Kari")


def test_that_a_seat_is_gone_with_its_body(workspace: Workspace) -> None:
    body = a_body(workspace)
    a_seat(workspace, body)
    workspace.run(end_body, body, day("2025"))
    assert workspace.read(seat_lines, as_of=DAY) == ()
    assert len(workspace.read(seat_lines, as_of=date(2025, 12, 31))) == 1


# Vacancies and ends ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ends", "since"),
    [
        (["2024-05-10"], "2024-05-11"),
        (["2024"], "2025-01-01"),
        (["2023", "2025-02"], "2025-03-01"),
        (["2024-03-31", "2024"], "2025-01-01"),
    ],
)
def test_that_a_seat_is_vacant_since_the_day_after_the_last_one_sat_there(
    workspace: Workspace, ends: list[str], since: str
) -> None:
    seat = a_seat(workspace)
    for number, last in enumerate(ends):
        first = f"{2023 + number}-01" if number == 0 else "2024-04-01"
        an_appointment(workspace, seat, from_day=first, last_day=last)
    line = the_seat(workspace)
    assert (line.status, str(line.vacant_since)) == (SeatStatus.VACANT, since)


def test_that_a_seat_nobody_sat_in_is_vacant_since_it_began(workspace: Workspace) -> None:
    a_seat(workspace, period=a_period("2025-06", None))
    assert str(the_seat(workspace).vacant_since) == "2025-06"


def test_that_a_seat_without_a_beginning_has_been_vacant_nobody_knows_how_long(
    workspace: Workspace,
) -> None:
    a_seat(workspace)
    assert the_seat(workspace).vacant_since is None


def test_that_the_end_that_comes_first_is_the_one_told(workspace: Workspace) -> None:
    held = an_appointment(workspace, from_day="2024", term_last="2028")
    workspace.run(end_appointment, held, day("2026-03-31"))
    line = the_seat(workspace)
    assert (line.status, str(line.term_last)) == (SeatStatus.ENDS_SOON, "2026-03-31")


def test_that_a_term_that_is_over_is_told_by_its_own_end(workspace: Workspace) -> None:
    an_appointment(workspace, from_day="2024", term_last="2025", last_day="2026-12-31")
    line = the_seat(workspace)
    assert (line.status, str(line.term_last)) == (SeatStatus.TERM_OVER, "2025")


# Balances ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", ["2022-06-01", "2026-03-01", "2028-01-01"])
def test_that_the_balance_of_every_body_is_that_of_its_roster(example: Workspace, on: str) -> None:
    day = date.fromisoformat(on)
    counted: dict[str, Counter[SeatStatus]] = {}
    for line in example.read(seat_lines, as_of=day):
        counted.setdefault(line.body_id, Counter())[line.status] += 1
    there = {line.id for line in example.read(body_lines, as_of=day)}
    found = example.read(balances, as_of=day)
    assert counted
    assert {key: found[key] for key in there & set(found)} == {
        key: Balance(
            count.total(),
            count.total() - count[SeatStatus.VACANT],
            count[SeatStatus.ENDS_SOON],
            count[SeatStatus.TERM_OVER],
        )
        for key, count in counted.items()
    }


@pytest.mark.parametrize("on", ["2022-06-01", "2026-03-01"])
def test_that_the_roster_of_one_body_is_its_part_of_all(example: Workspace, on: str) -> None:
    day = date.fromisoformat(on)
    every = example.read(seat_lines, as_of=day)
    for body_id in sorted({line.body_id for line in every})[:12]:
        own = tuple(line for line in every if line.body_id == body_id)
        assert example.read(seat_lines, as_of=day, body_id=body_id) == own


def _by_name(lines: tuple[BodyLine, ...]) -> dict[str, BodyLine]:
    return {line.name: line for line in lines}


def test_that_a_line_counts_the_seats_of_its_body(workspace: Workspace) -> None:
    body = a_body(workspace, "DU")
    filled, _vacant = a_seat(workspace, body), a_seat(workspace, body)
    an_appointment(workspace, filled, term_last="2025")
    line = _by_name(workspace.read(body_lines, as_of=DAY))["DU"]
    assert (line.seats_in_words, line.vacant, line.term_over, line.ends_soon) == ("1/2", 1, 1, 0)
