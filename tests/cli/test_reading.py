"""info, list, show and history: what is answered, in each format, and what cannot be."""

import csv
import io
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from samstyring.commands.people import PersonFacts, correct_person, delete_person
from samstyring.domain.people import Gender
from samstyring.domain.periods import PartialDate
from samstyring.language import set_language
from samstyring.store.files import FORMAT
from samstyring.workspace import Workspace
from tests.builders import a_person
from tests.cli.conftest import DAY, Ask, Register

KINDS = ["bodies", "people", "seats", "candidacies", "mandates", "channels", "municipalities"]


def named(objects: list[dict[str, Any]]) -> set[str]:
    """Return the names of a JSON list."""
    return {each["name"] for each in objects}


# info --------------------------------------------------------------------------------------------


def test_that_info_says_what_the_file_holds(ask: Ask, register: Register) -> None:
    found = ask("info", register.path, "--json").json
    assert found["format"] == FORMAT
    assert found["integrity"] == "ok"
    assert (found["counts"]["person"], found["counts"]["seat"], found["counts"]["body"]) == (
        3,
        2,
        6,
    )
    assert found["last_label"] == "Add a channel"
    assert found["last_change"].endswith("+00:00")


def test_that_info_says_it_in_words(ask: Ask, register: Register) -> None:
    out = ask("info", register.path).out
    assert "the file is whole" in out
    assert "3 persons\n" in out
    assert "Add a channel" in out


def test_that_a_new_file_has_no_last_change(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "empty.samstyring"
    Workspace.create(path).close()
    assert ask("info", path, "--json").json["last_change"] is None
    assert "none yet" in ask("info", path).out


# list: formats -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_that_every_kind_can_be_had_in_every_format(
    ask: Ask, register: Register, kind: str
) -> None:
    as_json = ask("list", register.path, kind, "--as-of", DAY, "--format", "json").json
    assert as_json
    assert all(each["id"] for each in as_json)
    as_csv = ask("list", register.path, kind, "--as-of", DAY, "--format", "csv").out
    lines = list(csv.reader(io.StringIO(as_csv.removeprefix("\ufeff")), delimiter=";"))
    assert len(lines) == len(as_json) + 1
    assert [line[-1] for line in lines[1:]] == [each["id"] for each in as_json]
    table = ask("list", register.path, kind, "--as-of", DAY).out.splitlines()
    assert len(table) == len(as_json) + 3
    assert table[-1].startswith(f"{len(as_json)} ")
    assert table[-1].endswith("as of 01.03.2026")


def test_that_an_empty_list_is_said_to_be_empty(ask: Ask, register: Register) -> None:
    words = ("list", register.path, "municipalities", "--as-of", "2017-06-01")
    assert ask(*words).out == "0 municipalities as of 01.06.2017\n"
    assert ask(*words, "--format", "json").json == []
    assert ask(*words, "--format", "csv").out.startswith("\ufeffNumber;Name;")


def test_that_a_seat_in_json_has_links_dates_and_its_status(ask: Ask, register: Register) -> None:
    chair, seat = ask("list", register.path, "seats", "--as-of", DAY, "--format", "json").json
    assert (chair["role"], chair["status"], chair["since"]) == ("chair", "ends_soon", "2024")
    assert (chair["term_last"], chair["person_name"]) == ("2026-04", "Kari Nordmann")
    assert (seat["represents_id"], seat["represents_name"]) == (register["digi"], "DigiTrøndelag")
    assert (seat["status"], seat["person_id"], seat["name"]) == ("vacant", None, None)


def test_that_a_channel_in_json_has_both_ends_and_its_period(ask: Ask, register: Register) -> None:
    (channel,) = ask("list", register.path, "channels", "--as-of", DAY, "--format", "json").json
    assert channel["from_id"] == register["digi"]
    assert channel["to_name"] == "Digitaliseringsutvalget"
    assert (channel["kind"], channel["direction"]) == ("need", "up")
    assert (channel["first_day"], channel["last_day"]) == ("2024-02", None)


def test_that_json_keeps_its_keys_and_values_in_every_language(
    ask: Ask, register: Register
) -> None:
    words = ("list", register.path, "candidacies", "--as-of", DAY, "--format", "json")
    assert ask(*words, "--language", "nn").json == ask(*words, "--language", "en").json


def test_that_csv_cells_are_no_formulas_and_numbers_stay_numbers(
    ask: Ask, register: Register
) -> None:
    people = ask("list", register.path, "people", "--as-of", DAY, "--format", "csv").out
    assert "Kari Nordmann;'=leder;DigiTrøndelag" in people
    places = ask("list", register.path, "municipalities", "--as-of", DAY, "--format", "csv").out
    assert ";24000;" in places


def test_that_csv_dates_are_iso_and_words_are_in_the_language(ask: Ask, register: Register) -> None:
    words = ("list", register.path, "seats", "--as-of", DAY, "--format", "csv")
    english, norwegian = ask(*words).out, ask(*words, "--language", "nb").out
    assert ";chair;Kari Nordmann;" in english
    assert ";2024;2026-04;" in english
    assert ";leder;Kari Nordmann;" in norwegian


def test_that_a_table_has_its_numbers_to_the_right(ask: Ask, register: Register) -> None:
    table = ask("list", register.path, "municipalities", "--as-of", DAY).out.splitlines()
    end = table[0].index("Population") + len("Population")
    assert table[3][:end].endswith(" 24,000")


# list: filters and days --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("bodies", "DU", {"Digitaliseringsutvalget", "DigiTrøndelag", "Trondheim", "Steinkjer"}),
        ("bodies", "50", {"Trøndelag fylkeskommune", "Trondheim", "Steinkjer"}),
        ("people", "digitaliseringsutvalget", {"Kari Nordmann"}),
        ("people", "KS", set()),
        ("seats", "DU", {"Kari Nordmann", None}),
        ("seats", "KS", set()),
        ("candidacies", "DU", {"Ola Åsen"}),
        ("candidacies", "DigiTrøndelag", set()),
        ("mandates", "DU", {"Mandat for DU"}),
        ("mandates", "KS", set()),
        ("channels", "DigiTrøndelag", {"DigiTrøndelag → Digitaliseringsutvalget"}),
        ("channels", "DU", {"DigiTrøndelag → Digitaliseringsutvalget"}),
        ("channels", "KS", set()),
        ("municipalities", "DigiTrøndelag", {"Trondheim", "Steinkjer"}),
        ("municipalities", "50", {"Trondheim", "Steinkjer"}),
        ("municipalities", "KS", set()),
    ],
)
def test_that_a_list_can_be_of_one_body(
    ask: Ask, register: Register, kind: str, body: str, expected: set[str | None]
) -> None:
    words = ("list", register.path, kind, "--body", body, "--as-of", DAY, "--format", "json")
    assert named(ask(*words).json) == expected


def test_that_a_list_is_as_of_the_day_asked_about(ask: Ask, register: Register) -> None:
    def in_network(day: str) -> set[str]:
        words = ("list", register.path, "municipalities", "--body", "DigiTrøndelag")
        return named(ask(*words, "--as-of", day, "--format", "json").json)

    assert in_network("31.12.2019") == set()
    assert in_network("01.01.2020") == {"Trondheim", "Steinkjer"}


@pytest.mark.parametrize("name", ["5001", "Trondheim", "trondheim", "Tråante", "TRÅANTE"])
def test_that_a_body_is_known_by_any_of_its_names(ask: Ask, register: Register, name: str) -> None:
    assert ask("show", register.path, name, "--json").json["name"] == "Trondheim"


# show --------------------------------------------------------------------------------------------


def test_that_all_of_a_body_is_shown(ask: Ask, register: Register) -> None:
    body = ask("show", register.path, "DU", "--as-of", DAY, "--json").json
    assert (body["type"], body["id"], body["name"]) == (
        "body",
        register["du"],
        "Digitaliseringsutvalget",
    )
    assert (body["kind"], body["level"], body["term_months"]) == ("council", "national", 24)
    assert {each["kind"] for each in body["names"]} == {"official", "short"}
    assert [each["from_name"] for each in body["relations"]] == [
        "Digitaliseringsutvalget",
        "DigiTrøndelag",
    ]
    assert {each["id"] for each in body["roster"]} == {register["chair"], register["seat"]}
    assert [each["state"] for each in body["mandates"]] == ["in_force"]
    assert [each["id"] for each in body["candidacies"]] == [register["candidacy"]]
    assert body["successions"] == []
    assert [(each["title"], each["verified_on"]) for each in body["sources"]] == [
        ("Mandat for DU", "2026-01")
    ]


def test_that_a_municipality_is_shown_with_its_facts(ask: Ask, register: Register) -> None:
    place = ask("show", register.path, "5006", "--json").json
    assert (place["number"], place["municipality"]["population"]) == ("5006", 24_000)


def test_that_all_of_a_person_is_shown(ask: Ask, register: Register) -> None:
    person = ask("show", register.path, "Kari Nordmann", "--as-of", DAY, "--json").json
    assert (person["type"], person["id"], person["gender"]) == (
        "person",
        register["kari"],
        "not_stated",
    )
    assert [each["employer_id"] for each in person["employments"]] == [register["digi"]]
    assert [(each["body_id"], each["status"]) for each in person["seats"]] == [
        (register["du"], "ends_soon")
    ]
    assert [each["value"] for each in person["contacts"]] == ["kari@example.org"]


def test_that_a_body_is_shown_in_words(ask: Ask, register: Register) -> None:
    out = ask("show", register.path, "DU", "--as-of", DAY).out
    assert out.startswith("Digitaliseringsutvalget (DU)\ncouncil · national\nAs of 01.03.2026\n")
    for heading in ("Names", "Relations", "Seats", "Mandates", "Candidacies", "Sources"):
        assert f"\n{heading}\n" in out
    assert "Before and after" not in out


def test_that_a_body_says_when_it_is_not_there(ask: Ask, register: Register) -> None:
    def shown(day: str) -> str:
        return ask("show", register.path, "Trondheim", "--as-of", day).out

    assert "It does not exist yet on this day; it begins 01.01.2018." in shown("1066")
    assert "does not exist" not in shown("2018")


def test_that_a_person_is_shown_in_words(ask: Ask, register: Register) -> None:
    out = ask("show", register.path, "Kari Nordmann").out
    assert "e-mail  kari@example.org" in out
    assert "DigiTrøndelag  =leder" in out
    assert "Privacy notice: not given yet" in out
    assert "Gender" not in out


def test_that_what_a_person_has_stated_and_is_put_forward_for_is_shown_in_words(
    ask: Ask, register: Register
) -> None:
    workspace = Workspace.open(register.path)
    facts = PersonFacts("Ola Åsen", Gender.MALE, privacy_notice_on=PartialDate(2026, 1, 2))
    workspace.run(correct_person, register["ola"], facts)
    workspace.close()
    out = ask("show", register.path, "Ola Åsen", "--as-of", DAY).out
    assert out.startswith("Ola Åsen\nGender as stated: male\nPrivacy notice: given 02.01.2026\n")
    assert "\nCandidacies\n" in out
    assert "DigiTrøndelag" in out


# Names that are not understood -------------------------------------------------------------------


def test_that_an_unknown_name_gets_suggestions(ask: Ask, register: Register) -> None:
    for words in (("show",), ("list", "seats", "--body"), ("history", "--of")):
        verb, *rest = words
        answer = ask(verb, register.path, *rest, "Digitaliseringsutval")
        assert (answer.code, answer.out) == (1, "")
        assert "Did you mean: Digitaliseringsutvalget?" in answer.err


def test_that_the_name_of_two_asks_for_an_id(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    twin = a_person(workspace, "Kari Nordmann")
    workspace.close()
    answer = ask("show", register.path, "kari nordmann")
    assert answer.code == 1
    assert twin in answer.err
    assert register["kari"] in answer.err
    assert ask("show", register.path, twin, "--json").json["id"] == twin


def test_that_an_empty_name_is_unknown(ask: Ask, register: Register) -> None:
    assert ask("show", register.path, "").code == 1


# history -----------------------------------------------------------------------------------------


def test_that_history_is_told_newest_first(ask: Ask, register: Register) -> None:
    lines = ask("history", register.path, "--json").json
    assert lines[0]["label"] == "Add a channel"
    assert lines[-1]["name"] == "Add a body: KS"
    assert all(line["author"] == "Kari" and line["kind"] == "edit" for line in lines)


def test_that_the_history_of_one_thing_leaves_the_rest_out(ask: Ask, register: Register) -> None:
    names = named(ask("history", register.path, "--of", "Ola Åsen", "--json").json)
    assert names == {
        "Add a person: Ola Åsen",
        "Put forward a candidate: Ola Åsen, Digitaliseringsutvalget 2",
    }


@pytest.mark.parametrize("by", ["name", "id"])
def test_that_the_history_of_someone_deleted_can_be_asked_for(
    ask: Ask, register: Register, by: str
) -> None:
    workspace = Workspace.open(register.path)
    workspace.run(delete_person, register["maret"])
    workspace.close()
    name = "máret sara" if by == "name" else register["maret"]
    assert named(ask("history", register.path, "--of", name, "--json").json) == {
        "Add a person: Máret Sara",
        "Delete a person: Máret Sara",
    }


def test_that_history_is_told_in_words(ask: Ask, register: Register) -> None:
    ask("undo", register.path)
    out = ask("history", register.path).out.splitlines()
    assert "Undone: Add a channel: DigiTrøndelag" in out[2]
    assert out[3].endswith("yes")


def test_that_a_new_file_has_no_history(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "empty.samstyring"
    Workspace.create(path).close()
    assert ask("history", path).out == "No changes.\n"


# Files that cannot be read -----------------------------------------------------------------------


def _text(path: Path) -> None:
    path.write_text("Dear sir,\n" * 100, encoding="utf-8")


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("make", "gist"),
    [
        (lambda path: None, "There is no file"),
        (Path.mkdir, "is a folder"),
        (Path.touch, "is empty"),
        (_text, "is damaged"),
        (_foreign, "a database of another program"),
    ],
)
@pytest.mark.parametrize("verb", ["info", "list", "show", "history", "undo", "appoint"])
def test_that_a_file_that_is_none_of_ours_is_3(
    ask: Ask, tmp_path: Path, make: Any, gist: str, verb: str
) -> None:
    path = tmp_path / "strange.samstyring"
    make(path)
    more = {"list": ["bodies"], "show": ["KS"], "appoint": ["x", "--from", "2026"]}
    answer = ask(verb, path, *more.get(verb, []))
    assert (answer.code, answer.out) == (3, "")
    assert gist in answer.err
    assert answer.err.count("\n") == 1


def test_that_a_file_that_another_has_open_can_be_read(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    try:
        assert not workspace.read_only
        assert ask("list", register.path, "bodies").code == 0
    finally:
        workspace.close()


def test_that_reading_leaves_no_trace(ask: Ask, register: Register) -> None:
    before = register.path.read_bytes(), os.stat(register.path).st_mtime_ns
    ask("show", register.path, "DU")
    assert (register.path.read_bytes(), os.stat(register.path).st_mtime_ns) == before
    assert list(register.path.parent.iterdir()) == [register.path]


def test_that_a_file_with_signs_in_its_name_can_be_read(ask: Ask, register: Register) -> None:
    strange = register.path.with_name("100% å?#&.samstyring")
    shutil.copy(register.path, strange)
    assert ask("info", strange, "--json").json["path"] == str(strange)


def test_that_answers_follow_the_language_of_the_moment(ask: Ask, register: Register) -> None:
    set_language("nb")
    assert "utvalg" not in ask("list", register.path, "people").out.splitlines()[0]
    assert "kommune" in ask("list", register.path, "bodies", "--language", "nb").out
