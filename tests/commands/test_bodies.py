"""What the commands on bodies do to the file, and what they refuse."""

from dataclasses import replace
from datetime import date

import pytest

from samstyring.commands.bodies import (
    add_body,
    add_name,
    add_relation,
    correct_body,
    correct_name,
    correct_relation,
    delete_body,
    delete_name,
    delete_relation,
    delete_succession,
    end_body,
    end_name,
    end_relation,
    rename_body,
    succeed,
)
from samstyring.commands.nominations import appoint
from samstyring.domain.bodies import (
    BodyFacts,
    BodyKind,
    Level,
    NameKind,
    RelationKind,
    SuccessionKind,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.periods import ALWAYS, PartialDate
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_channel,
    a_mandate,
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

_FACTS = BodyFacts(BodyKind.COUNCIL, Level.NATIONAL)


def test_that_a_body_is_added_with_its_names_and_its_place(workspace: Workspace) -> None:
    above = a_body(workspace, "KS")
    body_id = a_body(
        workspace, "  KommIT-rådet ", short_name="KIR", parent_id=above, period=a_period("2021")
    )
    body = the_row(workspace, t.BodyRow, id=body_id)
    assert (body["kind"], body["level"], body["first_day"]) == ("council", "national", "2021")
    names = rows(workspace, t.BodyNameRow, body_id=body_id)
    assert {(name["kind"], name["name"]) for name in names} == {
        ("official", "KommIT-rådet"),
        ("short", "KIR"),
    }
    relation = the_row(workspace, t.RelationRow, from_id=body_id)
    assert (relation["to_id"], relation["kind"]) == (above, "reports_to")
    assert relation["first_day"] == "2021"


def test_that_a_body_and_all_with_it_is_one_undo(workspace: Workspace) -> None:
    above = a_body(workspace, "KS")
    before = state(workspace)
    a_body(workspace, short_name="KIR", parent_id=above)
    workspace.undo()
    assert state(workspace) == before


def test_that_correcting_a_body_writes_what_should_have_stood(workspace: Workspace) -> None:
    body_id = a_body(workspace, term_months=24)
    facts = replace(_FACTS, purpose=" Samordne\r\nog prioritere ", ends_soon_days=0)
    workspace.run(correct_body, body_id, facts)
    body = the_row(workspace, t.BodyRow, id=body_id)
    assert body["purpose"] == "Samordne\nog prioritere"
    assert (body["ends_soon_days"], body["term_months"]) == (0, None)


def test_that_a_name_can_be_added_corrected_and_deleted(workspace: Workspace) -> None:
    body_id = a_body(workspace, "Sametinget")
    name_id = workspace.run(add_name, body_id, "Sámedigi", language="sma")
    workspace.run(
        correct_name, name_id, "Sámediggi", kind=NameKind.OFFICIAL, language="se", period=ALWAYS
    )
    name = the_row(workspace, t.BodyNameRow, id=name_id)
    assert (name["name"], name["language"]) == ("Sámediggi", "se")
    workspace.run(delete_name, name_id)
    assert the_row(workspace, t.BodyNameRow, body_id=body_id)["name"] == "Sametinget"


def test_that_renaming_from_a_date_ends_the_name_the_day_before(workspace: Workspace) -> None:
    body_id = a_body(workspace, "KommIT", short_name="KIT")
    workspace.run(add_name, body_id, "KommIT (nynorsk)", language="nn")
    new_id = workspace.run(rename_body, body_id, "KommIT-rådet", day("2024-03-01"))
    ends = {row["name"]: row["last_day"] for row in rows(workspace, t.BodyNameRow)}
    assert ends == {
        "KommIT": "2024-02-29",
        "KIT": None,
        "KommIT (nynorsk)": None,
        "KommIT-rådet": None,
    }
    assert the_row(workspace, t.BodyNameRow, id=new_id)["first_day"] == "2024-03-01"


def test_that_renaming_from_a_year_ends_the_name_the_year_before(workspace: Workspace) -> None:
    body_id = a_body(workspace, "KommIT", period=a_period("2012"))
    workspace.run(rename_body, body_id, "KommIT-rådet", day("2024"))
    assert the_row(workspace, t.BodyNameRow, name="KommIT")["last_day"] == "2023"


@pytest.mark.parametrize("languages", [("nb", "se", "nn"), ("se", "nn", "nb")])
def test_that_the_journal_names_a_body_in_bokmaal_when_it_can(
    workspace: Workspace, languages: tuple[str, ...]
) -> None:
    body_id = workspace.run(add_body, languages[0], _FACTS, language=languages[0])
    for language in languages[1:]:
        workspace.run(add_name, body_id, language, language=language)
    workspace.run(correct_body, body_id, replace(_FACTS, purpose="Ny"))
    assert workspace.undo_state().undo == "Correct a body: nb"


def test_that_a_relation_can_be_corrected_ended_and_deleted(workspace: Workspace) -> None:
    one, other = a_body(workspace, "A"), a_body(workspace, "B")
    relation_id = workspace.run(add_relation, one, other, RelationKind.ADVISES)
    workspace.run(
        correct_relation, relation_id, RelationKind.PART_OF, period=a_period("2020"), note="se sak"
    )
    workspace.run(end_relation, relation_id, day("2025-06"))
    relation = the_row(workspace, t.RelationRow)
    assert (relation["kind"], relation["note"]) == ("part_of", "se sak")
    assert (relation["first_day"], relation["last_day"]) == ("2020", "2025-06")
    workspace.run(delete_relation, relation_id)
    assert rows(workspace, t.RelationRow) == []


def test_that_the_same_relation_can_come_back_in_another_period(workspace: Workspace) -> None:
    one, other = a_body(workspace, "A"), a_body(workspace, "B")
    for period in (a_period("2018", "2019"), a_period("2020", None)):
        workspace.run(add_relation, one, other, RelationKind.ADVISES, period=period)
    assert len(rows(workspace, t.RelationRow)) == 2


def test_that_each_of_the_merged_bodies_goes_before_the_new(workspace: Workspace) -> None:
    old = [a_body(workspace, name) for name in ("Digi Hedmark", "Digi Oppland")]
    new = a_body(workspace, "Digi Innlandet")
    workspace.run(succeed, old, [new], SuccessionKind.MERGED, day("2020-01-01"), note="reform")
    found = rows(workspace, t.SuccessionRow)
    assert {row["from_id"] for row in found} == set(old)
    assert {(row["to_id"], row["kind"], row["day"]) for row in found} == {
        (new, "merged", "2020-01-01")
    }


def test_that_a_body_takes_its_seats_and_those_who_sit_there_with_it(workspace: Workspace) -> None:
    above = a_body(workspace, "KS")
    body_id = a_body(workspace, "Prosjektrådet", parent_id=above)
    seat_id = a_seat(workspace, body_id)
    an_appointment(workspace, seat_id)
    workspace.run(end_body, body_id, day("2026-06-30"), reason="Prosjektet er ferdig")
    body = the_row(workspace, t.BodyRow, id=body_id)
    assert (body["last_day"], body["end_reason"]) == ("2026-06-30", "Prosjektet er ferdig")
    ended = [
        the_row(workspace, t.SeatRow, id=seat_id),
        the_row(workspace, t.AppointmentRow),
        the_row(workspace, t.BodyNameRow, body_id=body_id),
        the_row(workspace, t.RelationRow),
    ]
    assert {row["last_day"] for row in ended} == {"2026-06-30"}
    assert the_row(workspace, t.BodyRow, id=above)["last_day"] is None


def test_that_nobody_sits_on_in_a_body_that_has_ended(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    planned = an_appointment(workspace, a_seat(workspace, body_id), last_day="2028-12-31")
    over = an_appointment(workspace, a_seat(workspace, body_id), last_day="2025-12-31")
    workspace.run(end_body, body_id, day("2026-06-30"))
    assert the_row(workspace, t.AppointmentRow, id=planned)["last_day"] == "2026-06-30"
    assert the_row(workspace, t.AppointmentRow, id=over)["last_day"] == "2025-12-31"


def test_that_deleting_a_body_takes_all_that_hangs_on_it(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    elsewhere = a_seat(workspace, a_body(workspace, "KS"), represents_id=body_id)
    an_appointment(workspace, a_seat(workspace, body_id))
    a_person(workspace, "Ola", employer_id=body_id)
    a_channel(workspace, body_id)
    a_mandate(workspace, body_id)
    before = state(workspace)
    workspace.run(delete_body, body_id)
    for table in (t.AppointmentRow, t.EmploymentRow, t.ChannelRow, t.MandateRow, t.SectionRow):
        assert rows(workspace, table) == []
    assert the_row(workspace, t.SeatRow)["id"] == elsewhere
    assert the_row(workspace, t.SeatRow)["represents_id"] is None
    workspace.undo()
    assert state(workspace) == before


def test_that_a_name_can_go_out_of_use_without_another(
    refused: Refused, workspace: Workspace
) -> None:
    a_body(workspace, short_name="KIR", period=a_period("2020"))
    short = the_row(workspace, t.BodyNameRow, kind="short")["id"]
    refused(RuleError, "before the first day", end_name, short, day("2019"))
    workspace.run(end_name, short, day("2024-06"))
    assert the_row(workspace, t.BodyNameRow, id=short)["last_day"] == "2024-06"


def test_that_a_succession_that_never_was_can_be_deleted(workspace: Workspace) -> None:
    old, new = a_body(workspace, "Gammel"), a_body(workspace, "Ny")
    workspace.run(succeed, [old], [new], SuccessionKind.RENAMED, day("2020"))
    workspace.run(delete_succession, the_row(workspace, t.SuccessionRow)["id"])
    assert rows(workspace, t.SuccessionRow) == []


# What is refused --------------------------------------------------------------------------------


def test_that_a_name_is_neither_empty_nor_endless(refused: Refused, workspace: Workspace) -> None:
    refused(RuleError, "A name is needed", add_body, " \n ", _FACTS)
    refused(RuleError, "301 letters; at most 300", add_body, "å" * 301, _FACTS)


def test_that_facts_which_cannot_be_are_refused(refused: Refused, workspace: Workspace) -> None:
    body_id = a_body(workspace)
    backwards = replace(_FACTS, period=a_period("2025", "2024"))
    refused(RuleError, "before the first day", add_body, "A", backwards)
    negative = replace(_FACTS, ends_soon_days=-1)
    refused(RuleError, "cannot be less than 0", correct_body, body_id, negative)
    no_term = replace(_FACTS, term_months=0)
    refused(RuleError, "at least one month", correct_body, body_id, no_term)


def test_that_a_body_keeps_one_official_name(refused: Refused, workspace: Workspace) -> None:
    a_body(workspace, short_name="KIR")
    official = the_row(workspace, t.BodyNameRow, kind="official")["id"]
    refused(RuleError, "Add another official name first", delete_name, official)


@pytest.mark.parametrize("begins", ["2024-03-01", "2025", "2030-01-01"])
def test_that_a_name_is_not_renamed_before_it_begins(
    refused: Refused, workspace: Workspace, begins: str
) -> None:
    body_id = a_body(workspace, period=a_period(begins))
    refused(RuleError, "begins that day or later", rename_body, body_id, "Ny", day("2024-03-01"))


def test_that_relations_are_between_two_bodies_and_once(
    refused: Refused, workspace: Workspace
) -> None:
    one, other = a_body(workspace, "A"), a_body(workspace, "B")
    kind = RelationKind.ADVISES
    refused(RuleError, "related to itself", add_relation, one, one, kind)
    relation_id = workspace.run(add_relation, one, other, kind, period=a_period("2020", None))
    refused(
        RuleError, "there already", add_relation, one, other, kind, period=a_period(None, "2020")
    )
    refused(RuleError, "before the first day", end_relation, relation_id, day("2019"))
    backwards = a_period("2022", "2021")
    refused(
        RuleError, "before the first day", correct_relation, relation_id, kind, period=backwards
    )


def test_that_a_body_follows_upon_another(refused: Refused, workspace: Workspace) -> None:
    one = a_body(workspace)
    kind, when = SuccessionKind.RENAMED, PartialDate(2020)
    refused(RuleError, "follow upon itself", succeed, [one], [one], kind, when)
    refused(RuleError, "Choose both", succeed, [], [one], kind, when)
    refused(RuleError, "Choose both", succeed, [one], [], kind, when)


def test_that_a_body_does_not_end_before_it_begins(refused: Refused, workspace: Workspace) -> None:
    body_id = a_body(workspace, period=a_period("2024"))
    refused(RuleError, "before the first day", end_body, body_id, day("2023"))


def test_that_a_body_that_is_gone_is_said_to_be(refused: Refused, workspace: Workspace) -> None:
    refused(NotFoundError, "no longer in the file", delete_body, "gone")
    refused(NotFoundError, "no longer in the file", delete_name, "gone")
    refused(NotFoundError, "no longer in the file", rename_body, "gone", "Ny", day("2024"))


def test_that_channels_and_mandates_end_with_their_body(workspace: Workspace) -> None:
    body_id, other = a_body(workspace), a_body(workspace)
    a_channel(workspace, body_id, other)
    a_mandate(workspace, body_id, adopted_on="2020")
    workspace.run(end_body, body_id, day("2025-06-30"))
    assert the_row(workspace, t.ChannelRow)["last_day"] == "2025-06-30"
    assert the_row(workspace, t.MandateVersionRow)["last_day"] == "2025-06-30"


def test_that_a_term_of_thousands_of_months_is_refused(refused: Refused) -> None:
    endless = replace(_FACTS, term_months=5_000)
    refused(RuleError, "at most 600 months", add_body, "Rådet", endless)


def test_that_a_body_whose_candidate_was_appointed_is_ended_not_deleted(
    refused: Refused, workspace: Workspace
) -> None:
    network, committee = a_body(workspace), a_body(workspace)
    candidacy = a_candidacy(workspace, a_seat(workspace, committee), by_id=network)
    workspace.run(appoint, candidacy, day("2026-01-01"), on_day=date(2026, 2, 1))
    refused(RuleError, "End the body instead", delete_body, network)
    workspace.run(delete_body, committee)
