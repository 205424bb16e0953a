"""The search entries follow what is in the file."""

from samstyring.commands.bodies import add_name, delete_body, end_name, rename_body
from samstyring.commands.people import PersonFacts, correct_person, delete_person
from samstyring.domain.people import ContactKind
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, a_period, a_person, a_round, day, rows, the_row


def test_that_a_body_is_found_by_each_of_its_names(workspace: Workspace) -> None:
    body_id = a_body(workspace, "Karasjok kommune", short_name="KK")
    workspace.run(add_name, body_id, "Kárášjoga gielda", language="se")
    entry = the_row(workspace, t.SearchEntryRow, target_id=body_id)
    assert (entry["kind"], entry["title"], entry["detail"]) == (
        "body", "Karasjok kommune", "council",
    )  # fmt: skip
    assert set(entry["folded"].split()) == {"karasjok", "kommune", "kk", "karasjoga", "gielda"}


def test_that_a_renamed_body_is_found_by_old_and_new_and_shown_by_the_new(
    workspace: Workspace,
) -> None:
    body_id = a_body(workspace, "KommIT")
    workspace.run(rename_body, body_id, "Digirådet", day("2024"))
    entry = the_row(workspace, t.SearchEntryRow, target_id=body_id)
    assert entry["title"] == "Digirådet"
    assert set(entry["folded"].split()) == {"kommit", "digirådet"}


def test_that_a_name_out_of_use_is_never_what_is_shown(workspace: Workspace) -> None:
    body_id = a_body(workspace, "Gammel")
    ended = the_row(workspace, t.BodyNameRow)["id"]
    workspace.run(end_name, ended, day("2023"))
    workspace.run(add_name, body_id, "Nynamn", language="nn", period=a_period("2024"))
    assert the_row(workspace, t.SearchEntryRow)["title"] == "Nynamn"


def test_that_the_name_in_bokmaal_is_shown_among_those_in_use(workspace: Workspace) -> None:
    body_id = a_body(workspace, "Karasjok")
    workspace.run(add_name, body_id, "Kárášjohka", language="se")
    assert the_row(workspace, t.SearchEntryRow)["title"] == "Karasjok"


def test_that_a_person_is_found_by_name_and_contact(workspace: Workspace) -> None:
    person_id = a_person(workspace, "Åse Aas", email="ase@ks.no")
    assert the_row(workspace, t.SearchEntryRow)["folded"] == "åse ås ase@ks.no"
    facts = PersonFacts("Åse Berg", contacts=((ContactKind.PHONE, "99887766"),))
    workspace.run(correct_person, person_id, facts)
    assert the_row(workspace, t.SearchEntryRow)["folded"] == "åse berg 99887766"


def test_that_mandates_and_rounds_are_found_too(workspace: Workspace) -> None:
    a_round(workspace, name="Vårrunden")
    a_mandate(workspace, title_nb="Mandat for rådet")
    titles = {row["kind"]: row["title"] for row in rows(workspace, t.SearchEntryRow)}
    assert titles["round"] == "Vårrunden"
    assert titles["mandate"] == "Mandat for rådet"


def test_that_what_is_deleted_is_not_found_until_it_is_back(workspace: Workspace) -> None:
    body_id, person_id = a_body(workspace), a_person(workspace)
    before = rows(workspace, t.SearchEntryRow)
    workspace.run(delete_body, body_id)
    workspace.run(delete_person, person_id)
    assert rows(workspace, t.SearchEntryRow) == []
    workspace.undo()
    workspace.undo()
    assert rows(workspace, t.SearchEntryRow) == before
