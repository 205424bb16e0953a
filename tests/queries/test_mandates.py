"""Mandates as of a day: which version is in force, and what its document says."""

from datetime import date

import pytest

from samstyring.commands.mandates import adopt_mandate, draft_mandate
from samstyring.domain.errors import NotFoundError
from samstyring.domain.mandates import MandateState
from samstyring.domain.seats import SeatRole
from samstyring.language import set_language
from samstyring.queries.mandates import (
    mandate_detail,
    mandate_document,
    mandate_in_force,
    mandate_lines,
)
from samstyring.workspace import Workspace
from tests.builders import SECTIONS, a_body, a_mandate, a_person, a_seat, an_appointment, day

DAY = date(2026, 3, 1)


def two_versions(workspace: Workspace) -> tuple[str, str, str]:
    """Adopt two versions of one mandate, from 2022 and 2025; return the body and both."""
    body = a_body(workspace, "DU")
    first = a_mandate(workspace, body, title_nb="Mandat for DU", adopted_on="2022-01-01")
    second = workspace.run(draft_mandate, body)
    workspace.run(adopt_mandate, second, adopted_by="KS", adopted_on=day("2025-01-01"))
    return body, first, second


def test_that_the_version_in_force_is_that_of_the_day(workspace: Workspace) -> None:
    body, first, second = two_versions(workspace)
    days = (date(2024, 12, 31), date(2025, 1, 1))
    found = [workspace.read(mandate_in_force, body, as_of=day) for day in days]
    assert found == [first, second]
    states = {line.id: line.state for line in workspace.read(mandate_lines, as_of=DAY)}
    assert states == {first: MandateState.REPLACED, second: MandateState.IN_FORCE}


def test_that_a_draft_stands_in_where_nothing_is_in_force(workspace: Workspace) -> None:
    body = a_body(workspace)
    assert workspace.read(mandate_in_force, body, as_of=DAY) is None
    draft = a_mandate(workspace, body)
    assert workspace.read(mandate_in_force, body, as_of=DAY) == draft


def test_that_all_of_a_version_is_told(workspace: Workspace) -> None:
    _body, first, _second = two_versions(workspace)
    detail = workspace.read(mandate_detail, first, as_of=DAY)
    assert dict(detail.titles)["nb"] == "Mandat for DU"
    assert [(each.heading, each.text) for each in detail.sections_in("nb")] == [
        (heading, text) for _kind, heading, text in SECTIONS
    ]
    assert detail.line.languages == ("nb",)


def test_that_a_document_speaks_its_own_language(workspace: Workspace) -> None:
    version = a_mandate(workspace, adopted_on="2024-02-01")
    set_language("en")
    document = workspace.read(mandate_document, version, as_of=DAY)
    assert (document.language, document.adopted_on) == ("nb", "1. februar 2024")
    assert document.roster_day == "1. mars 2026"


def test_that_a_document_in_a_form_it_is_not_written_in_is_refused(workspace: Workspace) -> None:
    version = a_mandate(workspace)
    with pytest.raises(NotFoundError, match="It has: nb"):
        workspace.read(mandate_document, version, as_of=DAY, language="nn")


def test_that_the_roster_of_a_document_is_that_of_the_day(workspace: Workspace) -> None:
    body = a_body(workspace, "DU")
    seat = a_seat(workspace, body)
    a_seat(workspace, body, role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id=seat)
    employer = a_body(workspace, "Bergen kommune")
    kari = a_person(workspace, "Kari", employer_id=employer, title="direktør")
    an_appointment(workspace, seat, kari, from_day="2024-01-01", term_last="2027")
    version = a_mandate(workspace, body)
    member, substitute = workspace.read(mandate_document, version, as_of=DAY).roster
    assert (member.name, member.role, member.employer) == (
        "Kari",
        "medlem",
        "direktør, Bergen kommune",
    )
    assert member.term == "01.01.2024 – 2027"
    assert "Kari" in substitute.role
    assert substitute.term == ""
    earlier = workspace.read(mandate_document, version, as_of=date(2023, 1, 1)).roster[0]
    assert earlier.name != "Kari"


def test_that_a_version_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="mandate"):
        workspace.read(mandate_detail, "gone", as_of=DAY)
