"""round, answer, forward and trace: what stands in the file afterwards, and what is told."""

import pytest

from samstyring.commands.requests import ask as ask_body
from samstyring.workspace import Workspace
from tests.builders import a_seat, journal_length, state
from tests.cli.conftest import DAY, Ask, Register

ROUND = "Nye medlemmer 2026"


def stands(register: Register) -> object:
    """Return all that stands in the file, and how much of it is history."""
    workspace = Workspace.open(register.path, read_only=True)
    try:
        return state(workspace), journal_length(workspace)
    finally:
        workspace.close()


def _shown(ask: Ask, register: Register, name: str = ROUND) -> dict[str, object]:
    found: dict[str, object] = ask(
        "round", register.path, "show", name, "--as-of", DAY, "--json"
    ).json
    return found


# Reading -----------------------------------------------------------------------------------------


def test_that_rounds_are_listed(ask: Ask, finished_register: Register) -> None:
    words = ("round", finished_register.path, "list", "--as-of", DAY)
    (line,) = ask(*words, "--json").json
    assert (line["id"], line["name"], line["caller_name"]) == (
        finished_register["round"], ROUND, "KS",
    )  # fmt: skip
    assert (line["requests"], line["answered"], line["closed_on"]) == (1, 1, None)
    answer = ask(*words)
    assert ROUND in answer.out
    assert answer.out.endswith("1 round as of 01.03.2026\n")


def test_that_a_round_is_shown_whole(ask: Ask, finished_register: Register) -> None:
    shown = _shown(ask, finished_register)
    assert shown["due_on"] == "2026-03-01"
    assert [seat["seat_id"] for seat in shown["seats"]] == [finished_register["seat"]]  # type: ignore[attr-defined]
    (request,) = shown["requests"]  # type: ignore[misc]
    assert (request["body_name"], request["status"]) == ("DigiTrøndelag", "answered")
    assert [line["person_name"] for line in shown["candidacies"]] == ["Ola Åsen"]  # type: ignore[attr-defined]
    text = ask("round", finished_register.path, "show", ROUND, "--as-of", DAY).out
    for word in (ROUND, "DigiTrøndelag", "Ola Åsen", "proposed", "As of 01.03.2026"):
        assert word in text


def test_that_an_option_for_the_language_may_stand_last(
    ask: Ask, finished_register: Register
) -> None:
    answer = ask("round", finished_register.path, "list", "--as-of", DAY, "--language", "nb")
    assert answer.code == 0
    assert "01.03.2026" in answer.out


# Changing ----------------------------------------------------------------------------------------


def test_that_a_round_is_called(ask: Ask, register: Register) -> None:
    answer = ask(
        "round", register.path, "new", "Høst 2026", "--by", "KS", "--seat", register["chair"],
        "--ask", "DigiTrøndelag", "--ask", "Steinkjer", "--on", "01.02.2026", "--due",
        "01.04.2026", "--criteria", "Erfaring",
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    shown = _shown(ask, register, "Høst 2026")
    assert str(shown["id"]) in answer.out
    assert (shown["called_on"], shown["criteria"]) == ("2026-02-01", "Erfaring")
    requests = shown["requests"]
    assert [each["body_name"] for each in requests] == ["DigiTrøndelag", "Steinkjer"]  # type: ignore[attr-defined]


def test_that_a_round_is_asked_in_passed_on_and_answered(ask: Ask, register: Register) -> None:
    asked = ask("round", register.path, "ask", ROUND, "KS", "--on", "12.01.2026")
    assert asked.out == "KS asked to nominate in “Nye medlemmer 2026”.\n"
    passed = ask(
        "round", register.path, "pass-on", ROUND, "Steinkjer", "Trondheim", "--from",
        "DigiTrøndelag", "--on", "12.01.2026", "--due", "01.02.2026",
    )  # fmt: skip
    assert passed.code == 0
    answered = ask(
        "answer", register.path, ROUND, "Steinkjer", "--on", "20.01.2026", "--no-candidate",
        "Ingen har tid.",
    )  # fmt: skip
    assert answered.out == "Steinkjer has no candidate in “Nye medlemmer 2026”.\n"
    requests = {each["body_name"]: each for each in _shown(ask, register)["requests"]}  # type: ignore[attr-defined]
    assert requests["KS"]["due_on"] == "2026-03-01"
    steinkjer = requests["Steinkjer"]
    assert (steinkjer["no_candidate"], steinkjer["answer"]) == (True, "Ingen har tid.")
    assert steinkjer["passed_on_from_name"] == "DigiTrøndelag"
    assert requests["Trondheim"]["status"] == "overdue"
    assert requests["DigiTrøndelag"]["overdue_below"] == 1


def test_that_a_round_with_open_requests_closes_only_when_told_to(
    ask: Ask, register: Register
) -> None:
    ask("round", register.path, "ask", ROUND, "KS", "--on", "12.01.2026")
    before = stands(register)
    words = ("round", register.path, "close", ROUND, "--on", DAY)
    answer = ask(*words)
    assert (answer.code, answer.out) == (1, "")
    assert "No answer yet from KS." in answer.err
    assert "--anyway" in answer.err
    assert stands(register) == before
    assert ask(*words, "--anyway").out == "“Nye medlemmer 2026” is closed on 01.03.2026.\n"
    assert _shown(ask, register)["closed_on"] == DAY


def test_that_a_chain_is_forwarded_appointed_and_traced(ask: Ask, register: Register) -> None:
    answer = ask(
        "forward", register.path, "Ola Åsen", "--by", "KS", "--on", "10.02.2026", "--rank", "1"
    )
    assert answer.out.startswith("Ola Åsen is forwarded by KS for seat 2 of Digital")
    appointed = ask(
        "appoint", register.path, "Ola Åsen", "--from", "01.04.2026", "--on", DAY, "--decision",
        "26/7",
    )  # fmt: skip
    assert appointed.code == 0
    told = ask("trace", register.path, "Ola Åsen")
    assert told.out == (
        "Ola Åsen\n"
        "Nye medlemmer 2026, called by KS\n"
        "DigiTrøndelag: proposed 01.02.2026, appointed 01.03.2026 · asked by KS 10.01.2026\n"
        "  KS: nominated 10.02.2026, appointed 01.03.2026 · rank 1\n"
        "    Appointed: Digitaliseringsutvalget, member, seat 2, from 01.04.2026"
        " · decision 26/7\n"
    )
    chain = ask("trace", register.path, register["candidacy"], "--json").json
    assert [link["body_name"] for link in chain["links"]] == ["DigiTrøndelag", "KS"]
    assert (chain["whole"], chain["first_day"], chain["decision"]) == (True, "2026-04-01", "26/7")
    by_term = ask("trace", register.path, chain["appointment_id"], "--json").json
    assert by_term == chain


def test_that_only_the_rest_of_a_term_is_filled(ask: Ask, register: Register) -> None:
    ask("nominate", register.path, "--seat", register["chair"], "--person", "Máret Sara",
        "--by", "KS", "--on", DAY)  # fmt: skip
    answer = ask(
        "appoint", register.path, "Máret Sara", "--from", "01.04.2026", "--rest-of-term", "--on",
        DAY,
    )  # fmt: skip
    assert answer.code == 0
    words = ("list", register.path, "seats", "--as-of", "2026-04-01", "--format", "json")
    chair = next(seat for seat in ask(*words).json if seat["id"] == register["chair"])
    assert (chair["person_name"], chair["term_last"]) == ("Máret Sara", "2026-04")


# What is refused ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["round", "show", "Nowhere"], "No round is called “Nowhere”"),
        (["round", "ask", ROUND, "KS", "DigiTrøndelag", "--on", "12.01.2026"], "asked already"),
        (["round", "ask", ROUND, "Nowhere"], "“Nowhere”"),
        (["round", "ask", ROUND, "KS", "--on", "02.03.2026"], "before the day of the call"),
        (["round", "new", "Høst", "--by", "KS", "--seat", "7"], "No seat has one of these ids"),
        (["round", "new", "Høst", "--by", "KS", "--due", "01.01.2020"], "before the day of"),
        (["round", "pass-on", ROUND, "KS", "--from", "DU"], "DU has not been asked"),
        (
            ["round", "pass-on", ROUND, "KS", "--from", "DigiTrøndelag", "--due", "02.03.2026",
             "--on", "12.01.2026"],
            "01.03.2026 at the latest",
        ),
        (["answer", ROUND, "KS"], "KS has not been asked"),
        (["answer", ROUND, "DigiTrøndelag", "--no-candidate", "Nei"], "has a candidate"),
        (["answer", ROUND, "DigiTrøndelag", "--no-candidate", " "], "Write why"),
        (["forward", "Ola Åsen", "--by", "DigiTrøndelag"], "in this chain already"),
        (["forward", "Kari Nordmann", "--by", "KS"], "has no open candidacy"),
        (["trace", "Kari Nordmann"], "has never been put forward"),
        (["trace", "Nobody"], "“Nobody”"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_done_changes_nothing(
    ask: Ask, register: Register, words: list[str], gist: str
) -> None:
    before = stands(register)
    answer = ask(words[0], register.path, *words[1:])
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert answer.err.count("\n") == 1
    assert stands(register) == before


def test_that_two_rounds_of_one_name_are_asked_about(ask: Ask, register: Register) -> None:
    ask("round", register.path, "new", ROUND, "--by", "KS", "--on", DAY)
    answer = ask("round", register.path, "show", ROUND)
    assert answer.code == 1
    assert register["round"] in answer.err


def test_that_two_candidacies_are_asked_about(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    seat = a_seat(workspace, register["du"])
    workspace.run(ask_body, register["round"], register["ks"])
    workspace.close()
    ask("nominate", register.path, "--seat", seat, "--person", "Ola Åsen", "--by", "KS")
    answer = ask("trace", register.path, "Ola Åsen")
    assert answer.code == 1
    assert register["candidacy"] in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["round"],
        ["round", "show"],
        ["round", "dance"],
        ["answer", ROUND, "KS", "--text", "x", "--no-candidate", "y"],
        ["forward", "Ola Åsen"],
    ],
)
def test_that_wrong_usage_is_explained(
    ask: Ask, finished_register: Register, words: list[str]
) -> None:
    answer = ask(words[0], finished_register.path, *words[1:])
    assert answer.code == 2
    assert "--help" in answer.err


def test_that_the_answer_of_the_person_is_written(ask: Ask, register: Register) -> None:
    spoken = ("--language", "en")
    for step, day in (("asked", "02.03.2026"), ("accepted", "03.03.2026")):
        answer = ask(
            "step", register.path, "Ola Åsen", step, "--on", day, "--note", "E-post", *spoken
        )
        assert (answer.code, answer.err) == (0, "")
    assert answer.out == "Ola Åsen, seat 2 of Digitaliseringsutvalget: accepted 03.03.2026.\n"
    (link,) = ask("trace", register.path, "Ola Åsen", "--json").json["links"]
    assert [each["kind"] for each in link["steps"]] == ["proposed", "asked", "accepted"]
    late = ask("step", register.path, "Ola Åsen", "withdrawn", "--on", "01.03.2026", *spoken)
    assert (late.code, late.out) == (1, "")


def test_that_a_late_answer_is_told_of_as_late_and_not_before_it_came(
    ask: Ask, register: Register
) -> None:
    name, path = "Vår 2026", register.path
    begun = ("--by", "KS", "--seat", register["seat"], "--ask", "DigiTrøndelag")
    ask("round", path, "new", name, *begun, "--on", "2026-02-01", "--due", "2026-02-10")
    said = ("--no-candidate", "Ingen meldte seg.", "--on", "2026-02-13")
    assert ask("answer", path, name, "DigiTrøndelag", *said).code == 0

    def request(day: str) -> dict[str, object]:
        shown = ask("round", path, "show", name, "--as-of", day, "--json").json
        (found,) = shown["requests"]
        return {key: found[key] for key in ("status", "answered_on", "days_late", "answer")}

    late = {"status": "answered", "answered_on": "2026-02-13", "days_late": 3}
    assert request("2026-02-13") == {**late, "answer": "Ingen meldte seg."}
    assert request("2026-02-12") == {
        "status": "overdue", "answered_on": None, "days_late": 0, "answer": "",
    }  # fmt: skip
    early = ask("round", path, "show", name, "--as-of", "2026-01-31").out
    assert "As of 31.01.2026: not called yet" in early
