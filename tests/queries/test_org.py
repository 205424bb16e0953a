"""The whole structure as of a day: bodies with their seats, lines and placements."""

from datetime import date

from samstyring.commands.bodies import add_relation, end_body
from samstyring.commands.placements import place_body
from samstyring.commands.seats import SeatFacts, add_seat
from samstyring.domain.bodies import RelationKind
from samstyring.domain.org import LineKind
from samstyring.queries.org import org_snapshot
from samstyring.workspace import Workspace
from tests.builders import a_body, a_seat, an_appointment, day

DAY = date(2026, 3, 1)


def test_that_a_body_is_drawn_with_its_short_name_and_its_seats(workspace: Workspace) -> None:
    body = a_body(workspace, "Digitaliseringsutvalget", short_name="DU")
    seat, _vacant = a_seat(workspace, body), a_seat(workspace, body)
    an_appointment(workspace, seat, term_last="2026-04")
    (drawn,) = workspace.read(org_snapshot, as_of=DAY).bodies
    assert (drawn.label, drawn.name) == ("DU", "Digitaliseringsutvalget")
    assert (drawn.balance.seats, drawn.balance.vacant, drawn.balance.ends_soon) == (2, 1, 1)


def test_that_who_nominates_and_appoints_is_one_line_however_many_seats(
    workspace: Workspace,
) -> None:
    body, network, ks = (a_body(workspace, name) for name in ("DU", "Digi Agder", "KS"))
    for _ in range(2):
        facts = SeatFacts(nominates_id=network, appoints_id=ks)
        workspace.run(add_seat, body, facts)
    workspace.run(add_seat, body, SeatFacts(nominates_id=body))
    lines = workspace.read(org_snapshot, as_of=DAY).lines
    assert {(line.kind, line.from_id, line.to_id) for line in lines} == {
        (LineKind.NOMINATES, network, body),
        (LineKind.APPOINTS, ks, body),
    }
    assert len(lines) == 2


def test_that_a_line_goes_when_one_end_is_over(workspace: Workspace) -> None:
    parent, child = a_body(workspace, "KS"), a_body(workspace, "DU")
    workspace.run(add_relation, child, parent, RelationKind.REPORTS_TO)
    workspace.run(end_body, parent, day("2025"))
    assert len(workspace.read(org_snapshot, as_of=date(2025, 12, 31)).lines) == 1
    assert workspace.read(org_snapshot, as_of=date(2026, 1, 1)).lines == ()


def test_that_placements_are_those_of_the_view(workspace: Workspace) -> None:
    body = a_body(workspace, "KS")
    workspace.run(place_body, "leaders", body, 10.0, 20.0)
    (placed,) = workspace.read(org_snapshot, as_of=DAY, view="leaders").placements
    assert (placed.body_id, placed.x, placed.y) == (body, 10.0, 20.0)
    assert workspace.read(org_snapshot, as_of=DAY).placements == ()
