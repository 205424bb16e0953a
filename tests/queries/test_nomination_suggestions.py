"""What the forms of nominations suggest: seats, bodies, and what an appointment would do."""

from datetime import date

from samstyring.commands.nominations import close_round
from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.seats import SeatStatus
from samstyring.queries.nomination_suggestions import (
    appointment_outlook,
    bodies_to_ask,
    seats_to_fill,
)
from samstyring.queries.nominations import round_lines
from samstyring.workspace import Workspace
from tests import builders

DAY = date(2026, 3, 10)


def test_that_vacant_seats_and_terms_that_end_are_suggested(workspace: Workspace) -> None:
    body = builders.a_body(workspace)
    ends, vacant, filled = (builders.a_seat(workspace, body) for _seat in range(3))
    ola = builders.a_person(workspace, "Ola Nordmann")
    builders.an_appointment(workspace, ends, ola, term_last="2026-04-01")
    builders.an_appointment(workspace, filled, term_last="2030-01-01")
    found = workspace.read(seats_to_fill, as_of=DAY)
    assert [(seat.id, seat.status) for seat in found] == [
        (ends, SeatStatus.ENDS_SOON),
        (vacant, SeatStatus.VACANT),
    ]
    assert found[0].holder_name == "Ola Nordmann"
    assert found[0].since == builders.day("2026-04-01")


def test_that_a_seat_tells_the_open_round_that_has_it(workspace: Workspace) -> None:
    seat = builders.a_seat(workspace)
    round_id = builders.a_round(workspace, name="Runde 1", seat_ids=(seat,))
    assert workspace.read(seats_to_fill, as_of=DAY)[0].round_name == "Runde 1"
    workspace.run(close_round, round_id, date(2026, 3, 5))
    assert workspace.read(seats_to_fill, as_of=DAY)[0].round_name == ""


def test_that_networks_can_be_asked_and_councils_cannot(workspace: Workspace) -> None:
    network = builders.a_body(workspace, "Digi Agder", kind=BodyKind.REGIONAL_NETWORK)
    builders.a_body(workspace, "KommIT-rådet")
    assert [choice.id for choice in workspace.read(bodies_to_ask, as_of=DAY)] == [network]


def test_that_a_sub_region_is_told_from_other_bodies(workspace: Workspace) -> None:
    region = builders.a_body(
        workspace, "Digi Salten", kind=BodyKind.OTHER, level=Level.SUB_REGIONAL
    )
    other = builders.a_body(workspace, "KS", kind=BodyKind.OTHER)
    found = workspace.read(bodies_to_ask, as_of=DAY, also=(region, other))
    assert [choice.detail for choice in found] == ["sub-region", "other body"]


def test_that_the_outlook_tells_who_stops_and_when_the_term_ends(workspace: Workspace) -> None:
    body = builders.a_body(workspace, term_months=24)
    seat = builders.a_seat(workspace, body)
    builders.an_appointment(workspace, seat, builders.a_person(workspace, "Ola Nordmann"))
    kari, round_id = (
        builders.a_person(workspace, "Kari Ås"),
        builders.a_round(workspace, seat_ids=(seat,)),
    )
    candidacy = builders.a_candidacy(workspace, seat, kari, round_id=round_id)
    outlook = workspace.read(appointment_outlook, candidacy, from_day=builders.day("2026-04-01"))
    assert outlook.candidate_name == "Kari Ås"
    assert outlook.holder_name == "Ola Nordmann"
    assert outlook.holder_stops == builders.day("2026-03-31")
    assert outlook.term_last == builders.day("2028-03-31")


def test_that_nobody_stops_when_the_seat_is_vacant(workspace: Workspace) -> None:
    candidacy = builders.a_candidacy(workspace)
    outlook = workspace.read(appointment_outlook, candidacy, from_day=builders.day("2026-04-01"))
    assert (outlook.holder_name, outlook.holder_stops, outlook.term_last) == ("", None, None)


def test_that_a_round_is_open_until_the_day_it_is_closed(workspace: Workspace) -> None:
    round_id = builders.a_round(workspace)
    workspace.run(close_round, round_id, date(2026, 3, 5))
    assert workspace.read(round_lines, as_of=date(2026, 3, 4))[0].closed_on == ""
    assert workspace.read(round_lines, as_of=date(2026, 3, 5))[0].closed_on == "2026-03-05"
