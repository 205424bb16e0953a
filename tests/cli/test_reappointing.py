"""reappoint: the new term, what the limit of terms says, who follows, and what is refused."""

import pytest

from samstyring.commands.composition import add_rule
from samstyring.domain.composition_rules import MostTerms
from samstyring.domain.seats import SeatRole
from samstyring.workspace import Workspace
from tests.builders import a_person, a_seat, an_appointment
from tests.cli.conftest import DAY, Ask, Register


def _terms(ask: Ask, register: Register, seat: str, day: str) -> tuple[str, str]:
    words = ("list", register.path, "seats", "--body", "DU", "--as-of", day, "--format", "json")
    found = next(each for each in ask(*words).json if each["id"] == seat)
    return found["person_name"], found["term_last"]


@pytest.mark.parametrize("called", ["Kari Nordmann", "chair"])
def test_that_who_sits_is_given_a_new_term(ask: Ask, register: Register, called: str) -> None:
    who = register.ids.get(called, called)
    answer = ask("reappoint", register.path, who, "--on", DAY, "--decision", "26/9")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Kari Nordmann is reappointed to seat 1 of Digitaliseringsutvalget"
        " from 01.05.2026 to 30.04.2028.\n"
    )
    assert _terms(ask, register, register["chair"], "2026-05-01") == ("Kari Nordmann", "2028-04-30")
    assert "undone" in ask("undo", register.path).out.lower()


def test_that_the_limit_of_terms_is_told_and_decides_nothing(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    workspace.run(add_rule, register["du"], MostTerms(1))
    workspace.close()
    answer = ask("reappoint", register.path, "Kari Nordmann", "--on", DAY, "--to", "2027")
    assert answer.code == 0
    assert "term number 2 for Kari Nordmann; the body's rule is at most 1 term." in answer.out
    assert _terms(ask, register, register["chair"], "2026-05-01") == ("Kari Nordmann", "2027")


@pytest.mark.parametrize("option", [(), ("--substitutes",)])
def test_that_personal_substitutes_follow_when_asked(
    ask: Ask, register: Register, option: tuple[str, ...]
) -> None:
    workspace = Workspace.open(register.path)
    seat = a_seat(
        workspace, register["du"], role=SeatRole.PERSONAL_SUBSTITUTE,
        substitute_for_id=register["chair"],
    )  # fmt: skip
    an_appointment(workspace, seat, a_person(workspace, "Liv Vik"), term_last="2026-04")
    workspace.close()
    answer = ask("reappoint", register.path, "Kari Nordmann", "--on", DAY, *option)
    if option:
        assert "Liv Vik, the personal substitute, follows." in answer.out
        assert _terms(ask, register, seat, "2026-05-01") == ("Liv Vik", "2028-04-30")
    else:
        assert "does not follow; “--substitutes” lets both go on." in answer.out
        assert _terms(ask, register, seat, "2026-05-01") == ("Liv Vik", "2026-04")


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["Nobody"], "“Nobody”"),
        (["Ola Åsen"], "Ola Åsen sits in no seat on 01.03.2026."),
        (["Kari Nordmann", "--body", "KS"], "sits in no seat"),
        (["Kari Nordmann", "--from", "2023"], "taken by Kari Nordmann"),
        (["Kari Nordmann", "--to", "2026-01"], "is before the first day"),
    ],
)
def test_that_what_cannot_be_is_refused_in_a_sentence(
    ask: Ask, register: Register, words: list[str], gist: str
) -> None:
    answer = ask("reappoint", register.path, *words, "--on", DAY)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert answer.err.count("\n") == 1


def test_that_one_in_several_seats_is_asked_which(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    an_appointment(workspace, a_seat(workspace), register["kari"])
    workspace.close()
    answer = ask("reappoint", register.path, "Kari Nordmann", "--on", DAY)
    assert answer.code == 1
    assert register["chair"] in answer.err
    assert ask("reappoint", register.path, "Kari Nordmann", "--body", "DU", "--on", DAY).code == 0
