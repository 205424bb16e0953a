"""Persons as of a day: whom they work for, where they sit, have sat and are to sit."""

from datetime import date

import pytest

from samstyring.domain.errors import NotFoundError
from samstyring.queries.people import person_choices, person_detail, person_lines
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, a_person, a_seat, an_appointment

DAY = date(2026, 3, 1)


def test_that_people_come_in_norwegian_order(workspace: Workspace) -> None:
    for name in ("Ås", "Aase", "Ærlig", "Østby", "Zahl", "Berg", "Šárá"):
        a_person(workspace, name)
    names = [line.name for line in workspace.read(person_lines, as_of=DAY)]
    assert names == ["Berg", "Šárá", "Zahl", "Ærlig", "Østby", "Ås", "Aase"]


def test_that_a_line_says_where_a_person_works_and_sits_that_day(workspace: Workspace) -> None:
    body = a_body(workspace, "Digitaliseringsutvalget", short_name="DU")
    bergen = a_body(workspace, "Bergen")
    kari = a_person(
        workspace, email="kari@example.org", employer_id=bergen, title="direktør",
        employed_from="2025",
    )  # fmt: skip
    for last in (None, "2025-12-31"):
        an_appointment(workspace, a_seat(workspace, body), kari, last_day=last)
    (line,) = workspace.read(person_lines, as_of=DAY)
    assert (line.employer_name, line.title, line.email) == (
        "Bergen",
        "direktør",
        "kari@example.org",
    )
    assert (line.seats, line.bodies) == (1, "DU")
    (then,) = workspace.read(person_lines, as_of=date(2024, 6, 1))
    assert (then.employer_name, then.seats, then.bodies) == ("", 2, "DU")


def test_that_the_seats_of_a_person_are_past_present_and_to_come(workspace: Workspace) -> None:
    kari = a_person(workspace)
    for first, last, term in (
        ("2020", "2021", None),
        ("2024", None, "2025"),
        ("2024-02", None, "2026-04"),
        ("2025-03", None, None),
        ("2027", None, None),
    ):
        an_appointment(workspace, None, kari, from_day=first, last_day=last, term_last=term)
    seats = workspace.read(person_detail, kari, as_of=DAY).seats
    assert [seat.status for seat in seats] == [
        "planned",
        "filled",
        "ends_soon",
        "term_over",
        "past",
    ]


def test_that_the_newest_employment_comes_first(workspace: Workspace) -> None:
    bergen = a_body(workspace, "Bergen", period=a_period("2000", None))
    kari = a_person(workspace, employer_id=bergen, title="rådgiver", employed_from="2024")
    (work,) = workspace.read(person_detail, kari, as_of=DAY).employments
    assert (work.employer_name, work.title, str(work.period.first)) == (
        "Bergen",
        "rådgiver",
        "2024",
    )


def test_that_people_to_choose_from_are_told_apart_by_their_work(workspace: Workspace) -> None:
    bergen = a_body(workspace, "Bergen")
    a_person(workspace, "Kari Nordmann", employer_id=bergen, title="direktør")
    a_person(workspace, "Kari Nordmann")
    lines = {choice.line for choice in workspace.read(person_choices, as_of=DAY)}
    assert lines == {"Kari Nordmann · direktør, Bergen", "Kari Nordmann"}


def test_that_a_person_who_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="person"):
        workspace.read(person_detail, "gone", as_of=DAY)
