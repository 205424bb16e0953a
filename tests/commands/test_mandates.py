"""What the commands on mandates do to the file, and what they refuse."""

from datetime import date

import pytest

from samstyring.commands.mandates import (
    add_section,
    add_written_form,
    adopt_mandate,
    correct_adoption,
    correct_mandate,
    delete_section,
    delete_version,
    draft_mandate,
    end_mandate,
    move_section,
    write_section,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.mandates import SectionKind
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import SECTIONS, a_body, a_mandate, a_period, day, rows, state, the_row
from tests.commands.conftest import Refused


def _headings(workspace: Workspace, version_id: str) -> list[str]:
    found = rows(workspace, t.SectionRow, version_id=version_id)
    return [row["heading"] for row in sorted(found, key=lambda row: row["position"])]


def test_that_the_first_draft_begins_the_mandate(workspace: Workspace) -> None:
    version_id = a_mandate(workspace)
    assert the_row(workspace, t.MandateRow)["title_nb"] == "Mandat for KommIT-rådet"
    version = the_row(workspace, t.MandateVersionRow, id=version_id)
    assert (version["number"], version["adopted_on"]) == ("1", None)
    assert _headings(workspace, version_id) == ["Formål", "Oppgaver"]


def test_that_a_new_draft_copies_the_newest_words(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    a_mandate(workspace, body_id, adopted_on="2024-01-01")
    draft = workspace.run(draft_mandate, body_id)
    assert the_row(workspace, t.MandateVersionRow, id=draft)["number"] == "2"
    assert _headings(workspace, draft) == ["Formål", "Oppgaver"]
    assert len(rows(workspace, t.MandateRow)) == 1


def test_that_a_new_draft_has_the_basis_of_the_newest(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    workspace.run(draft_mandate, body_id, derived_from="KS' landsting 2020")
    draft = workspace.run(draft_mandate, body_id)
    assert the_row(workspace, t.MandateVersionRow, id=draft)["derived_from"] == "KS' landsting 2020"


@pytest.mark.parametrize(
    ("number", "following"), [("1.2", "2"), ("4a", "5"), ("2 utkast", "3"), ("B", "1"), ("", "1")]
)
def test_that_any_number_of_a_version_can_be_followed(
    workspace: Workspace, number: str, following: str
) -> None:
    body_id = a_body(workspace)
    version_id = a_mandate(workspace, body_id)
    workspace.run(
        correct_mandate, version_id, title_nb="Mandat", title_nn="Mandat", number=number,
        derived_from="",
    )  # fmt: skip
    draft = workspace.run(draft_mandate, body_id)
    assert the_row(workspace, t.MandateVersionRow, id=draft)["number"] == following


def test_that_a_draft_can_be_corrected_and_sent_on_consultation(workspace: Workspace) -> None:
    version_id = a_mandate(workspace)
    workspace.run(
        correct_mandate, version_id, title_nb="Mandat", title_nn="Mandat for rådet", number="1.1",
        derived_from="Sak 3/24", consultation_on=day("2026-02"),
    )  # fmt: skip
    version = the_row(workspace, t.MandateVersionRow)
    assert (version["number"], version["consultation_on"]) == ("1.1", "2026-02")
    assert version["derived_from"] == "Sak 3/24"
    assert the_row(workspace, t.MandateRow)["title_nn"] == "Mandat for rådet"


def test_that_sections_are_added_written_moved_and_deleted(workspace: Workspace) -> None:
    version_id = a_mandate(workspace)
    added = workspace.run(add_section, version_id, SectionKind.REPORTING, "Rapportering", "x")
    workspace.run(write_section, added, kind=SectionKind.OTHER, heading="Annet", text="1\n2")
    section = the_row(workspace, t.SectionRow, id=added)
    assert (section["kind"], section["text"]) == ("other", "1\n2")
    workspace.run(move_section, added, -5)
    assert _headings(workspace, version_id) == ["Annet", "Formål", "Oppgaver"]
    workspace.run(move_section, added, 1)
    assert _headings(workspace, version_id) == ["Formål", "Annet", "Oppgaver"]
    workspace.run(delete_section, added)
    assert _headings(workspace, version_id) == ["Formål", "Oppgaver"]


def test_that_each_written_form_has_its_own_order(workspace: Workspace) -> None:
    version_id = a_mandate(workspace)
    for heading in ("Føremål", "Oppgåver"):
        workspace.run(add_section, version_id, SectionKind.OTHER, heading, language="nn")
    positions = {row["heading"]: row["position"] for row in rows(workspace, t.SectionRow)}
    assert positions == {"Formål": 1, "Oppgaver": 2, "Føremål": 1, "Oppgåver": 2}


def test_that_adopting_ends_the_version_in_force_the_day_before(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    earlier = a_mandate(workspace, body_id, adopted_on="2022-01-01")
    later = a_mandate(workspace, body_id)
    before = state(workspace)
    workspace.run(
        adopt_mandate, later, adopted_by="Representantskapet", adopted_on=day("2026-02-07"),
        case_number="7/26", valid_from=day("2026-03-01"),
    )  # fmt: skip
    assert the_row(workspace, t.MandateVersionRow, id=earlier)["last_day"] == "2026-02-28"
    row = the_row(workspace, t.MandateVersionRow, id=later)
    assert (row["adopted_by"], row["adopted_on"]) == ("Representantskapet", "2026-02-07")
    assert (row["case_number"], row["first_day"], row["last_day"]) == ("7/26", "2026-03-01", None)
    workspace.undo()
    assert state(workspace) == before


def test_that_a_mandate_can_end_without_another_to_follow(workspace: Workspace) -> None:
    version_id = a_mandate(workspace, adopted_on="2022")
    workspace.run(end_mandate, version_id, date(2026, 6, 30))
    assert the_row(workspace, t.MandateVersionRow)["last_day"] == "2026-06-30"


def test_that_the_mandate_goes_with_its_last_version(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    first, second = a_mandate(workspace, body_id), a_mandate(workspace, body_id)
    workspace.run(delete_version, second)
    assert the_row(workspace, t.MandateVersionRow)["id"] == first
    workspace.run(delete_version, first)
    for table in (t.MandateRow, t.MandateVersionRow, t.SectionRow):
        assert rows(workspace, table) == []


# What is refused --------------------------------------------------------------------------------


def test_that_an_adopted_version_is_not_changed(refused: Refused, workspace: Workspace) -> None:
    version_id = a_mandate(workspace, adopted_on="2024")
    section_id = rows(workspace, t.SectionRow)[0]["id"]
    gist, other = "is adopted and no longer changed", SectionKind.OTHER
    refused(RuleError, gist, add_section, version_id, other, "Nytt")
    refused(RuleError, gist, write_section, section_id, kind=other, heading="Nytt", text="")
    refused(RuleError, gist, move_section, section_id, 1)
    refused(RuleError, gist, delete_section, section_id)
    refused(RuleError, gist, adopt_mandate, version_id, adopted_by="KS", adopted_on=day("2025"))
    refused(
        RuleError, gist, correct_mandate, version_id, title_nb="", title_nn="", number="9",
        derived_from="",
    )  # fmt: skip


def test_that_a_draft_without_words_or_body_is_not_adopted(
    refused: Refused, workspace: Workspace
) -> None:
    empty, written = a_mandate(workspace, sections=()), a_mandate(workspace)
    when = day("2026")
    refused(RuleError, "no sections yet", adopt_mandate, empty, adopted_by="KS", adopted_on=when)
    refused(RuleError, "A name is needed", adopt_mandate, written, adopted_by="", adopted_on=when)
    refused(
        RuleError, "before the first day", adopt_mandate, written, adopted_by="KS", adopted_on=when,
        valid_to=day("2025"),
    )  # fmt: skip


@pytest.mark.parametrize("adopted_on", ["2024-01-01", "2023"])
def test_that_a_version_does_not_begin_before_the_one_in_force(
    refused: Refused, workspace: Workspace, adopted_on: str
) -> None:
    body_id = a_body(workspace)
    a_mandate(workspace, body_id, adopted_on="2024-01-01")
    draft = a_mandate(workspace, body_id)
    refused(
        RuleError, "Version 1 is valid from 01.01.2024", adopt_mandate, draft, adopted_by="KS",
        adopted_on=day(adopted_on),
    )  # fmt: skip


def test_that_only_what_is_in_force_can_end(refused: Refused, workspace: Workspace) -> None:
    refused(RuleError, "A draft is not in force", end_mandate, a_mandate(workspace), date.today())
    adopted = a_mandate(workspace, adopted_on="2024")
    refused(RuleError, "before the first day", end_mandate, adopted, date(2023, 12, 31))


def test_that_a_section_has_a_heading(refused: Refused, workspace: Workspace) -> None:
    version_id = a_mandate(workspace)
    section_id = rows(workspace, t.SectionRow)[0]["id"]
    kind = SectionKind.OTHER
    refused(RuleError, "A name is needed", add_section, version_id, kind, " ")
    refused(
        RuleError, "A name is needed", write_section, section_id, kind=kind, heading="", text=""
    )
    empty = (("nb", ((kind, "", "Tekst"), *SECTIONS)),)
    refused(RuleError, "A name is needed", draft_mandate, a_body(workspace), sections=empty)


def test_that_what_is_gone_is_said_to_be(refused: Refused) -> None:
    refused(NotFoundError, "no longer in the file", draft_mandate, "gone")
    refused(NotFoundError, "no longer in the file", delete_version, "gone")
    refused(NotFoundError, "no longer in the file", move_section, "gone", 1)


def test_that_the_other_written_form_has_the_headings_and_no_text(workspace: Workspace) -> None:
    parts = (
        (SectionKind.TASKS, "Rådets oppgaver", "1. Prioritere"),
        (SectionKind.OTHER, "Særlige forhold", "Ingen."),
    )
    version_id = a_mandate(workspace, sections=parts)
    workspace.run(add_written_form, version_id, "nn")
    found = rows(workspace, t.SectionRow, version_id=version_id, language="nn")
    assert [(row["kind"], row["heading"], row["text"]) for row in found] == [
        ("tasks", "Oppgåver", ""),
        ("other", "Særlige forhold", ""),
    ]
    workspace.undo()
    assert rows(workspace, t.SectionRow, language="nn") == []


def test_that_a_written_form_is_added_once_and_only_to_a_draft(
    refused: Refused, workspace: Workspace
) -> None:
    draft = a_mandate(workspace)
    refused(RuleError, "has that written form", add_written_form, draft, "nb")
    adopted = a_mandate(workspace, a_body(workspace, "Fagrådet"), adopted_on="2024-01-01")
    refused(RuleError, "no longer changed", add_written_form, adopted, "nn")


def test_that_an_adoption_can_be_corrected(workspace: Workspace) -> None:
    version_id = a_mandate(workspace, adopted_on="2024-01-01")
    workspace.run(
        correct_adoption, version_id, adopted_by="KS Hovedstyret", adopted_on=day("2024-02-07"),
        case_number=" 24/57 ", period=a_period("2024-03-01"),
    )  # fmt: skip
    row = the_row(workspace, t.MandateVersionRow)
    assert (row["adopted_by"], row["adopted_on"]) == ("KS Hovedstyret", "2024-02-07")
    assert (row["case_number"], row["first_day"], row["last_day"]) == ("24/57", "2024-03-01", None)


def test_that_a_corrected_adoption_does_not_overlap_another(
    refused: Refused, workspace: Workspace
) -> None:
    body_id = a_body(workspace)
    first = a_mandate(workspace, body_id, adopted_on="2024-01-01")
    a_mandate(workspace, body_id, adopted_on="2025-01-01")
    draft = a_mandate(workspace, body_id)
    facts = {"adopted_by": "KS", "adopted_on": day("2024"), "case_number": ""}
    open_end, no_start = a_period("2024-01-01"), a_period(None, "2024")
    refused(RuleError, "Version 2 is valid", correct_adoption, first, period=open_end, **facts)
    refused(RuleError, "first day", correct_adoption, first, period=no_start, **facts)
    refused(RuleError, "no adoption", correct_adoption, draft, period=open_end, **facts)
