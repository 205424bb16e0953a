"""Bodies as a list and whole, what hangs on them, and what the file says of itself."""

from datetime import date

import pytest

from samstyring.commands.bodies import add_relation, succeed
from samstyring.commands.sources import add_source
from samstyring.domain.bodies import BodyKind, Level, RelationKind, SuccessionKind
from samstyring.domain.errors import NotFoundError
from samstyring.queries.bodies import body_choices, body_detail, body_lines
from samstyring.queries.dependents import dependents
from samstyring.queries.file_info import file_info
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, a_seat, an_appointment, day

DAY = date(2026, 3, 1)


def test_that_bodies_come_from_the_state_down_then_by_name(workspace: Workspace) -> None:
    for name, level in (
        ("Ås", Level.LOCAL),
        ("Bø", Level.LOCAL),
        ("Skate", Level.STATE),
        ("KS 10", Level.NATIONAL),
        ("KS 9", Level.NATIONAL),
    ):
        a_body(workspace, name, level=level)
    names = [line.name for line in workspace.read(body_lines, as_of=DAY)]
    assert names == ["Skate", "KS 9", "KS 10", "Bø", "Ås"]


def test_that_municipalities_can_be_left_out(workspace: Workspace) -> None:
    a_body(workspace, "Bergen", kind=BodyKind.MUNICIPALITY, level=Level.LOCAL)
    a_body(workspace, "KS")
    lines = workspace.read(body_lines, as_of=DAY, municipalities=False)
    assert [line.name for line in lines] == ["KS"]
    assert len(workspace.read(body_lines, as_of=DAY)) == 2


def test_that_a_body_lies_where_it_is_located(workspace: Workspace) -> None:
    network, west = a_body(workspace, "DigiVestland"), a_body(workspace, "Vestland fylkeskommune")
    north = a_body(workspace, "Møre og Romsdal fylkeskommune", short_name="Møre og Romsdal")
    for county in (west, north):
        workspace.run(add_relation, network, county, RelationKind.LOCATED_IN)
    regions = {line.name: line.region for line in workspace.read(body_lines, as_of=DAY)}
    assert regions["DigiVestland"] == "Møre og Romsdal, Vestland fylkeskommune"
    assert regions["Vestland fylkeskommune"] == ""


def test_that_a_body_with_a_mandate_in_force_is_marked(workspace: Workspace) -> None:
    a_mandate(workspace, a_body(workspace, "A"), adopted_on="2026-01-01")
    a_mandate(workspace, a_body(workspace, "B"))
    marks = {line.name: line.mandate_in_force for line in workspace.read(body_lines, as_of=DAY)}
    assert marks == {"A": True, "B": False}


def test_that_successions_and_sources_are_told_with_names(workspace: Workspace) -> None:
    before, after = a_body(workspace, "DigiHordaland"), a_body(workspace, "DigiVestland")
    workspace.run(succeed, [before], [after], SuccessionKind.REPLACED, day("2020"))
    workspace.run(add_source, after, "ks.no", seen_on=day("2025-10-01"))
    detail = workspace.read(body_detail, after, as_of=DAY)
    ((succession,), (source,)) = detail.successions, detail.sources
    assert (succession.from_name, succession.to_name) == ("DigiHordaland", "DigiVestland")
    assert (succession.kind, succession.day) == (SuccessionKind.REPLACED, "2020")
    assert (source.title, source.seen_on) == ("ks.no", "2025-10-01")
    assert workspace.read(body_detail, before, as_of=DAY).successions == detail.successions


def test_that_a_body_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="body"):
        workspace.read(body_detail, "gone", as_of=DAY)


def test_that_bodies_to_choose_from_have_their_kind_beside_them(workspace: Workspace) -> None:
    a_body(workspace, "KS", kind=BodyKind.POLITICAL_BODY)
    (choice,) = workspace.read(body_choices, as_of=DAY)
    assert choice.line == "KS · political body"


# What hangs on a thing, and the file itself ------------------------------------------------------


def test_that_what_hangs_on_a_body_is_counted_in_words(workspace: Workspace) -> None:
    body = a_body(workspace, "DU", short_name="DU")
    an_appointment(workspace, a_seat(workspace, body))
    a_seat(workspace, body)
    hanging = workspace.read(dependents, "body", body)
    assert set(hanging.counts) == {("names", 2), ("seats", 2), ("term", 1)}
    assert hanging.total == 5


def test_that_nothing_hangs_on_what_is_gone(workspace: Workspace) -> None:
    assert workspace.read(dependents, "body", "gone").total == 0


def test_that_the_file_tells_what_it_holds(workspace: Workspace) -> None:
    an_appointment(workspace)
    info = workspace.read(file_info)
    counts = dict(info.counts)
    assert (counts["body"], counts["seat"], counts["person"], counts["appointment"]) == (1, 1, 1, 1)
    assert (info.changes, info.last_label, info.integrity) == (4, "Fill a seat", "ok")
    assert info.last_change.endswith("+00:00")


def test_that_a_new_file_holds_nothing(workspace: Workspace) -> None:
    info = workspace.read(file_info)
    assert (info.changes, info.last_change) == (0, "")
    assert {count for _name, count in info.counts} == {0}
