"""What the commands on persons do to the file, and what they refuse."""

from samstyring.commands.people import (
    PersonFacts,
    add_employment,
    add_person,
    change_employment,
    correct_employment,
    correct_person,
    delete_employment,
    delete_person,
    end_employment,
    give_privacy_notice,
)
from samstyring.domain.errors import ConflictError, NotFoundError, RuleError
from samstyring.domain.people import ContactKind, Gender
from samstyring.domain.periods import PartialDate
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_period,
    a_person,
    a_seat,
    an_appointment,
    day,
    rows,
    state,
    the_row,
)
from tests.commands.conftest import Refused

EMAIL, PHONE = ContactKind.EMAIL, ContactKind.PHONE


def test_that_a_person_is_added_with_contacts_and_employer(workspace: Workspace) -> None:
    employer = a_body(workspace, "Bergen kommune")
    contacts = ((EMAIL, "kari@bergen.no"), (PHONE, " "), (PHONE, "55 56 00 00"))
    facts = PersonFacts(" Kari  Nordmann", Gender.FEMALE, PartialDate(2026, 1), "Obs", contacts)
    person_id = workspace.run(
        add_person, facts, employer_id=employer, title="IT-sjef", employed_from=day("2019")
    )
    person = the_row(workspace, t.PersonRow, id=person_id)
    assert (person["name"], person["gender"]) == ("Kari Nordmann", "female")
    assert (person["privacy_notice_on"], person["note"]) == ("2026-01", "Obs")
    stored = {row["value"]: row["primary"] for row in rows(workspace, t.ContactRow)}
    assert stored == {"kari@bergen.no": True, "55 56 00 00": False}
    employment = the_row(workspace, t.EmploymentRow, person_id=person_id)
    assert (employment["employer_id"], employment["first_day"]) == (employer, "2019")


def test_that_correcting_contacts_keeps_the_rows_that_stay(workspace: Workspace) -> None:
    person_id = a_person(workspace, email="kari@bergen.no")
    kept = the_row(workspace, t.ContactRow)["id"]
    contacts = ((PHONE, "99 99 99 99"), (EMAIL, "kari@bergen.no"), (PHONE, "99 99 99 99"))
    workspace.run(correct_person, person_id, PersonFacts("Kari", contacts=contacts))
    found = {row["value"]: (row["id"], row["primary"]) for row in rows(workspace, t.ContactRow)}
    assert found["kari@bergen.no"] == (kept, False)
    assert found["99 99 99 99"][1] is True
    workspace.run(correct_person, person_id, PersonFacts("Kari"))
    assert rows(workspace, t.ContactRow) == []


def test_that_changing_employer_from_a_date_keeps_the_seat(workspace: Workspace) -> None:
    old, new = a_body(workspace, "Bergen"), a_body(workspace, "Oslo")
    person_id = a_person(workspace, employer_id=old, title="IT-sjef")
    an_appointment(workspace, person_id=person_id)
    workspace.run(change_employment, person_id, new, "Direktør", day("2026-01-01"))
    ends = {row["employer_id"]: row["last_day"] for row in rows(workspace, t.EmploymentRow)}
    assert ends == {old: "2025-12-31", new: None}
    assert the_row(workspace, t.AppointmentRow)["last_day"] is None


def test_that_an_employment_can_be_corrected_ended_and_deleted(workspace: Workspace) -> None:
    person_id, body_id = a_person(workspace), a_body(workspace)
    employment_id = workspace.run(add_employment, person_id, body_id, "Rådgiver")
    workspace.run(correct_employment, employment_id, body_id, "Sjef", period=a_period("2020", None))
    workspace.run(end_employment, employment_id, day("2024"))
    row = the_row(workspace, t.EmploymentRow)
    assert (row["title"], row["first_day"], row["last_day"]) == ("Sjef", "2020", "2024")
    workspace.run(delete_employment, employment_id)
    assert rows(workspace, t.EmploymentRow) == []


def test_that_deleting_a_person_takes_all_of_theirs_and_undo_brings_it_back(
    workspace: Workspace,
) -> None:
    person_id = a_person(workspace, email="a@b.no", employer_id=a_body(workspace, "Bergen"))
    seat_id = a_seat(workspace)
    a_candidacy(workspace, seat_id, person_id)
    an_appointment(workspace, seat_id, person_id)
    before = state(workspace)
    workspace.run(delete_person, person_id)
    for table in (
        t.PersonRow, t.ContactRow, t.EmploymentRow, t.AppointmentRow, t.CandidacyRow, t.StepRow,
    ):  # fmt: skip
        assert rows(workspace, table) == [], table
    assert the_row(workspace, t.SeatRow)["id"] == seat_id
    workspace.undo()
    assert state(workspace) == before
    workspace.redo()
    assert rows(workspace, t.PersonRow) == []


def test_that_the_day_of_the_privacy_notice_is_noted(workspace: Workspace) -> None:
    person_id = a_person(workspace)
    workspace.run(give_privacy_notice, person_id, day("2026-02-07"))
    assert the_row(workspace, t.PersonRow)["privacy_notice_on"] == "2026-02-07"


# What is refused --------------------------------------------------------------------------------


def test_that_a_person_has_a_name(refused: Refused, workspace: Workspace) -> None:
    person_id = a_person(workspace)
    refused(RuleError, "A name is needed", add_person, PersonFacts(" "))
    refused(RuleError, "A name is needed", correct_person, person_id, PersonFacts(""))


def test_that_an_employment_has_an_order_of_days(refused: Refused, workspace: Workspace) -> None:
    person_id, body_id = a_person(workspace), a_body(workspace)
    backwards = a_period("2024", "2023")
    gist = "before the first day"
    refused(RuleError, gist, add_employment, person_id, body_id, "", period=backwards)
    standing = workspace.run(add_employment, person_id, body_id, "", period=a_period("2024"))
    refused(RuleError, gist, correct_employment, standing, body_id, "", period=backwards)
    refused(RuleError, gist, end_employment, standing, day("2023"))
    for from_day in ("2024", "2023-12-31"):
        refused(
            RuleError, "begins that day or later", change_employment, person_id, body_id, "",
            day(from_day),
        )  # fmt: skip


def test_that_a_person_or_employer_that_is_gone_is_said_to_be(
    refused: Refused, workspace: Workspace
) -> None:
    refused(NotFoundError, "no longer in the file", delete_person, "gone")
    refused(NotFoundError, "no longer in the file", delete_employment, "gone")
    refused(ConflictError, "hangs together", add_employment, a_person(workspace), "gone", "Sjef")
