"""Who gets which letter of a round, and the facts it holds."""

from datetime import date

import pytest

from samstyring.commands.bodies import add_relation
from samstyring.commands.nominations import (
    add_round_seat,
    answer_request,
    appoint,
    correct_candidacy,
    forward_candidacy,
    pass_on,
)
from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.letters import Letter, LetterKind
from samstyring.domain.nominations import StepKind
from samstyring.queries.letters import letters
from samstyring.queries.nominations import round_detail, round_lines
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_person,
    a_round,
    a_seat,
    an_appointment,
    day,
)

DAY = date(2026, 3, 10)


class Round:
    """A round for two seats, one of them held; two networks are asked, one has answered."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.agder = a_body(workspace, "Digi Agder", kind=BodyKind.REGIONAL_NETWORK)
        self.viken = a_body(workspace, "DigiViken", kind=BodyKind.REGIONAL_NETWORK)
        self.council = a_body(workspace, "KommIT-rådet")
        self.own = a_seat(workspace, self.council, represents_id=self.agder)
        self.other = a_seat(workspace, self.council, represents_id=self.viken)
        self.kari = a_person(workspace, "Kari Nordmann")
        an_appointment(workspace, self.own, self.kari, term_last="2026-04-30")
        self.id = a_round(
            workspace, seat_ids=(self.own, self.other), ask_ids=(self.agder, self.viken)
        )
        requests = workspace.read(round_detail, self.id, as_of=DAY).requests
        viken = next(each for each in requests if each.body_id == self.viken)
        workspace.run(answer_request, viken.id, date(2026, 2, 20), answer="Ja")

    def letters(
        self, kind: LetterKind, language: str = "nb", *, everyone: bool = False
    ) -> tuple[Letter, ...]:
        """Return the letters of a kind."""
        return self.workspace.read(
            letters, self.id, kind, as_of=DAY, language=language, everyone=everyone
        )


@pytest.fixture
def called(workspace: Workspace) -> Round:
    return Round(workspace)


def value(letter: Letter, name: str) -> str:
    """Return one of the facts that a letter's text may name."""
    return dict(letter.values)[name]


def test_that_each_network_is_called_for_its_own_seats(called: Round) -> None:
    agder, viken = called.letters(LetterKind.CALL)
    assert (agder.recipient, viken.recipient) == ("Digi Agder", "DigiViken")
    assert (agder.sender, value(agder, "due")) == ("KS", "1. mars 2026")
    (row,) = agder.tables[0].rows
    assert row == ("KommIT-rådet", "medlem 1\nDigi Agder", "Kari Nordmann", "30.04.2026")


def test_that_only_those_who_have_not_answered_are_reminded(called: Round) -> None:
    (reminder,) = called.letters(LetterKind.REMINDER)
    assert reminder.recipient == "Digi Agder"
    assert (value(reminder, "due_past"), value(reminder, "due_coming")) == ("1. mars 2026", "")


def test_that_who_passed_the_request_on_reminds(called: Round, workspace: Workspace) -> None:
    risor = a_body(workspace, "Risør", kind=BodyKind.MUNICIPALITY)
    request = workspace.read(round_detail, called.id, as_of=DAY).requests[0]
    assert request.body_id == called.agder
    workspace.run(pass_on, request.id, (risor,), due_on=day("2026-02-20"))
    letter = next(each for each in called.letters(LetterKind.REMINDER) if each.recipient == "Risør")
    assert letter.sender == "Digi Agder"
    assert value(letter, "due_past") == "20. februar 2026"
    assert [row[1] for row in letter.tables[0].rows] == ["medlem 1\nDigi Agder"]


def test_that_a_network_asks_all_its_members_only_when_told_to(
    called: Round, workspace: Workspace
) -> None:
    risor = a_body(workspace, "Risør", kind=BodyKind.MUNICIPALITY)
    workspace.run(add_relation, risor, called.agder, RelationKind.MEMBER_OF)
    assert called.letters(LetterKind.MUNICIPALITY) == ()
    (letter,) = called.letters(LetterKind.MUNICIPALITY, everyone=True)
    assert (letter.sender, letter.recipient) == ("Digi Agder", "Risør")
    assert (value(letter, "network"), value(letter, "due")) == ("Digi Agder", "1. mars 2026")
    assert [row[1] for row in letter.tables[0].rows] == ["medlem 1\nDigi Agder"]


def test_that_members_of_a_network_that_has_answered_are_not_asked(
    called: Round, workspace: Workspace
) -> None:
    asker = a_body(workspace, "Asker", kind=BodyKind.MUNICIPALITY)
    workspace.run(add_relation, asker, called.viken, RelationKind.MEMBER_OF)
    assert called.letters(LetterKind.MUNICIPALITY, everyone=True) == ()


def test_that_one_who_is_asked_is_told_the_deadline_and_the_seats_of_the_network(
    called: Round, workspace: Workspace
) -> None:
    risor = a_body(workspace, "Risør", kind=BodyKind.MUNICIPALITY)
    workspace.run(add_relation, risor, called.agder, RelationKind.MEMBER_OF)
    region = a_body(workspace, "Østregionen")
    request = workspace.read(round_detail, called.id, as_of=DAY).requests[0]
    (passed,) = workspace.run(pass_on, request.id, (region,), due_on=day("2026-02-25"))
    workspace.run(pass_on, passed, (risor,), due_on=day("2026-02-20"))
    for everyone in (False, True):
        (letter,) = called.letters(LetterKind.MUNICIPALITY, everyone=everyone)
        assert (letter.sender, value(letter, "due")) == ("Østregionen", "20. februar 2026")
        assert [row[1] for row in letter.tables[0].rows] == ["medlem 1\nDigi Agder"]


def test_that_a_recommendation_shows_ranks_and_who_would_sit(
    called: Round, workspace: Workspace
) -> None:
    ola, per = a_person(workspace, "Ola Åsen"), a_person(workspace, "Per Berg")
    for person, step in ((ola, StepKind.NOMINATED), (per, StepKind.WITHDRAWN)):
        a_candidacy(
            workspace, called.other, person, called.viken, round_id=called.id, first_step=step
        )
    (letter,) = called.letters(LetterKind.RECOMMENDATION)
    candidates, composition, balance = letter.tables
    assert [row[2] for row in candidates.rows] == ["Ola Åsen"]
    assert [row[1:] for row in composition.rows] == [
        ("Kari Nordmann", "Kari Nordmann"),
        ("Ledig plass", "Ola Åsen"),
    ]
    assert balance.rows[0] == ("members", "1", "2")


def test_that_each_body_of_a_recommendation_has_a_balance_of_its_own(
    called: Round, workspace: Workspace
) -> None:
    committee = a_body(workspace, "Utvalget")
    workspace.run(add_round_seat, called.id, a_seat(workspace, committee))
    (letter,) = called.letters(LetterKind.RECOMMENDATION)
    balances = {each.title: each.rows[0] for each in letter.tables if each.key == "balance"}
    assert balances == {
        "KommIT-rådet": ("members", "1", "1"),
        "Utvalget": ("members", "0", "0"),
    }


def test_that_one_who_is_forwarded_is_recommended_once_with_the_way(
    called: Round, workspace: Workspace
) -> None:
    risor = a_body(workspace, "Risør", kind=BodyKind.MUNICIPALITY)
    first = a_candidacy(
        workspace, called.own, a_person(workspace, "Ola"), risor, round_id=called.id
    )
    workspace.run(correct_candidacy, first, rank=2, reason="Dyktig", statement="")
    workspace.run(forward_candidacy, first, called.agder, on_day=date(2026, 2, 20))
    (letter,) = called.letters(LetterKind.RECOMMENDATION)
    (row,) = letter.tables[0].rows
    assert row[1:] == ("2", "Ola", "Risør\nDigi Agder", "Dyktig")


def test_that_the_appointed_are_told_and_those_who_leave_are_thanked(
    called: Round, workspace: Workspace
) -> None:
    ola = a_person(workspace, "Ola Åsen")
    candidacy = a_candidacy(
        workspace, called.own, ola, called.agder, round_id=called.id,
        first_step=StepKind.RECOMMENDED,
    )  # fmt: skip
    assert called.letters(LetterKind.APPOINTMENT) == ()
    assert called.letters(LetterKind.THANKS) == ()
    workspace.run(
        appoint, candidacy, day("2026-03-05"), term_last=day("2028-03-04"),
        on_day=date(2026, 3, 2), decision="Sak 7/26",
    )  # fmt: skip
    (appointed,) = called.letters(LetterKind.APPOINTMENT)
    assert (appointed.recipient, value(appointed, "role")) == ("Ola Åsen", "medlem")
    assert value(appointed, "from_day") == "5. mars 2026"
    assert (value(appointed, "to_day"), value(appointed, "decision")) == (
        "4. mars 2028",
        "Sak 7/26",
    )
    (thanked,) = called.letters(LetterKind.THANKS)
    assert (thanked.recipient, value(thanked, "to_day")) == ("Kari Nordmann", "4. mars 2026")
    assert value(thanked, "successor") == "Ola Åsen"


def test_that_a_municipality_is_written_to_in_the_form_it_has_chosen(example: Workspace) -> None:
    round_id = example.read(round_lines, as_of=DAY)[0].id
    found = example.read(letters, round_id, LetterKind.MUNICIPALITY, as_of=DAY, everyone=True)
    forms = {letter.recipient: letter.language for letter in found}
    assert (forms["Bykle"], forms["Arendal"]) == ("nn", "nb")


def test_that_a_roster_is_of_the_bodies_of_the_round_and_the_booklet_of_all(
    called: Round, workspace: Workspace
) -> None:
    a_seat(workspace, a_body(workspace, "Ågruppa"))
    assert [each.recipient for each in called.letters(LetterKind.ROSTER)] == ["KommIT-rådet"]
    (booklet,) = called.letters(LetterKind.BOOKLET, "nn")
    assert [table.title for table in booklet.tables] == ["KommIT-rådet", "Ågruppa"]
    assert booklet.tables[1].rows == (("Ledig plass", "medlem", "", ""),)
