"""What can be tried out in a body: its seats, those put forward in any round, and anyone."""

from datetime import date

import pytest

from samstyring.commands.composition import add_rule
from samstyring.commands.nominations import correct_candidacy, forward_candidacy
from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition_rules import Grouping, Size
from samstyring.domain.errors import NotFoundError
from samstyring.domain.nominations import StepKind
from samstyring.queries.composition_trial import body_to_try, person_to_try, regions_there
from samstyring.workspace import Workspace
from tests import builders

DAY = date(2026, 3, 1)


def test_that_every_seat_has_its_holder_and_open_candidates(workspace: Workspace) -> None:
    body = builders.a_body(workspace, "DU")
    held, vacant = builders.a_seat(workspace, body), builders.a_seat(workspace, body)
    builders.an_appointment(workspace, held, builders.a_person(workspace, "Ola Nes"))
    kari = builders.a_person(workspace, "Kari Ås")
    wanted = builders.a_candidacy(workspace, vacant, kari, round_id=builders.a_round(workspace))
    builders.a_candidacy(
        workspace, vacant, builders.a_person(workspace), first_step=StepKind.DECLINED
    )
    workspace.run(add_rule, body, Size(2, 2))
    problem = workspace.read(body_to_try, body, as_of=DAY)
    (tried,) = problem.bodies
    first, second = tried.seats
    assert (tried.body_name, problem.round_id, len(tried.rules)) == ("DU", "", 1)
    assert first.holder is not None
    assert first.holder.person_name == "Ola Nes"
    assert second.holder is None
    assert [each.candidacy_id for each in second.candidates] == [wanted]


def test_that_a_candidacy_from_the_body_to_another_is_not_its_own(workspace: Workspace) -> None:
    body = builders.a_body(workspace, "Digi Agder")
    builders.a_seat(workspace, body)
    builders.a_candidacy(workspace, by_id=body)
    (tried,) = workspace.read(body_to_try, body, as_of=DAY).bodies
    assert [seat.candidates for seat in tried.seats] == [()]


def test_that_one_who_is_forwarded_is_tried_as_the_last_body_put_them_forward(
    workspace: Workspace,
) -> None:
    body = builders.a_body(workspace, "DU")
    seat = builders.a_seat(workspace, body)
    first = builders.a_candidacy(workspace, seat)
    workspace.run(correct_candidacy, first, rank=2, reason="", statement="")
    network = builders.a_body(workspace, "Digi Agder")
    last = workspace.run(forward_candidacy, first, network, on_day=DAY)
    (tried,) = workspace.read(body_to_try, body, as_of=DAY).bodies
    (candidate,) = tried.seats[0].candidates
    assert (candidate.candidacy_id, candidate.rank) == (last, 2)


def test_that_anyone_can_be_tried_with_employer_and_terms(workspace: Workspace) -> None:
    bergen = builders.a_body(workspace, "Bergen", kind=BodyKind.MUNICIPALITY)
    person = builders.a_person(
        workspace, "Kari Ås", employer_id=bergen, title="IT-sjef", employed_from="2020"
    )
    seat = builders.a_seat(workspace)
    builders.an_appointment(workspace, seat, person, from_day="2020", last_day="2022")
    tried = workspace.read(person_to_try, seat, person, as_of=DAY)
    sitter = tried.sitter
    assert (tried.candidacy_id, sitter.seat_id, sitter.terms) == ("", seat, 2)
    assert (sitter.title, sitter.employer_name) == ("IT-sjef", "Bergen")


def test_that_someone_deleted_cannot_be_tried(workspace: Workspace) -> None:
    seat = builders.a_seat(workspace)
    with pytest.raises(NotFoundError):
        workspace.read(person_to_try, seat, "gone", as_of=DAY)
    with pytest.raises(NotFoundError):
        workspace.read(body_to_try, "gone", as_of=DAY)


def test_that_regions_come_by_name_and_only_those_of_the_day(workspace: Workspace) -> None:
    kind = BodyKind.REGIONAL_NETWORK
    for name, last in (("Digi Ås", None), ("Digi Agder", None), ("Digi Før", "2020")):
        builders.a_body(workspace, name, kind=kind, period=builders.a_period(None, last))
    found = workspace.read(regions_there, Grouping.NETWORK, as_of=DAY)
    assert [region.name for region in found] == ["Digi Agder", "Digi Ås"]
