"""Terms over the years: how each stands on a day, and for which network."""

from datetime import date

from samstyring.domain.bodies import BodyKind
from samstyring.domain.terms import Term, TermState
from samstyring.queries.terms import terms
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, a_seat, an_appointment

DAY, SINCE = date(2026, 3, 1), date(2024, 1, 1)


def all_terms(workspace: Workspace, on: date = DAY) -> dict[str, Term]:
    """Return the terms by person."""
    found = workspace.read(terms, as_of=on, since=SINCE)
    return {term.person_name: term for term in found}


def test_that_a_term_is_over_ending_sitting_planned_or_former(workspace: Workspace) -> None:
    for name, first, last, term_last in (
        ("Over", "2022-01-01", None, "2025-12-31"),
        ("Soon", "2024-01-01", None, "2026-04-30"),
        ("Sits", "2024-01-01", None, "2027-12-31"),
        ("Plan", "2026-06-01", None, "2028-05-31"),
        ("Gone", "2022-01-01", "2025-06-30", None),
    ):
        person = a_person(workspace, name)
        an_appointment(
            workspace, a_seat(workspace), person, from_day=first, last_day=last, term_last=term_last
        )
    assert {name: term.state for name, term in all_terms(workspace).items()} == {
        "Over": TermState.OVER,
        "Soon": TermState.ENDS_SOON,
        "Sits": TermState.SITTING,
        "Plan": TermState.PLANNED,
        "Gone": TermState.FORMER,
    }


def test_that_a_term_that_ended_before_is_left_out(workspace: Workspace) -> None:
    an_appointment(workspace, from_day="2019-01-01", last_day="2023-12-31")
    assert all_terms(workspace) == {}


def test_that_a_term_knows_its_network_and_its_end(workspace: Workspace) -> None:
    network = a_body(workspace, "Digi Agder", kind=BodyKind.REGIONAL_NETWORK)
    seat = a_seat(workspace, represents_id=network)
    an_appointment(workspace, seat, from_day="2024", last_day="2026-05-01", term_last="2027")
    term = all_terms(workspace)["Kari Nordmann"]
    assert (term.network_id, term.network_name) == (network, "Digi Agder")
    assert (term.first, term.end) == (date(2024, 1, 1), date(2026, 5, 1))
    assert term.written == "2024–01.05.2026"
