"""new, nominate, appoint, undo and redo: what stands in the file afterwards."""

from pathlib import Path

import pytest

from samstyring.commands.command import command
from samstyring.domain.errors import RuleError
from samstyring.workspace import Workspace
from tests.builders import a_candidacy, a_round, journal_length, state
from tests.cli.conftest import DAY, Ask, Register
from tests.store.test_migrate import stored


def stands(register: Register) -> object:
    """Return all that stands in the file, and how much of it is history."""
    workspace = Workspace.open(register.path, read_only=True)
    try:
        return state(workspace), journal_length(workspace)
    finally:
        workspace.close()


# nominate ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["id", "nye medlemmer"])
def test_that_a_person_is_put_forward(ask: Ask, register: Register, name: str) -> None:
    answer = ask(
        "nominate", register.path, "--seat", register["seat"], "--person", "Máret Sara", "--by",
        "DigiTrøndelag", "--on", "01.03.2026",
        "--round", register["round"] if name == "id" else name, "--reason", "Erfaren",
    )  # fmt: skip
    assert answer.code == 0
    assert answer.out.startswith(
        "Máret Sara is put forward by DigiTrøndelag for seat 2 of Digitaliseringsutvalget."
    )
    words = ("list", register.path, "candidacies", "--as-of", DAY, "--format", "json")
    maret, _ola = ask(*words).json
    assert maret["id"] in answer.out
    assert (maret["person_id"], maret["seat_id"]) == (register["maret"], register["seat"])
    assert (maret["round_id"], maret["reason"]) == (register["round"], "Erfaren")
    assert (maret["step"], maret["day"]) == ("proposed", "2026-03-01")


@pytest.mark.parametrize(
    ("changed", "gist"),
    [
        ({"--seat": "7"}, "No seat has the id “7”"),
        ({"--person": "Nobody"}, "“Nobody”"),
        ({"--by": "Nowhere"}, "“Nowhere”"),
        ({"--round": "7"}, "No round is called “7”."),
        ({"--person": "Ola Åsen"}, "has been put forward for that seat already"),
    ],
)
def test_that_what_cannot_be_put_forward_changes_nothing(
    ask: Ask, register: Register, changed: dict[str, str], gist: str
) -> None:
    before = stands(register)
    options = {
        "--seat": register["seat"],
        "--person": "Máret Sara",
        "--by": "DigiTrøndelag",
        **changed,
    }
    words = [word for pair in options.items() for word in pair]
    answer = ask("nominate", register.path, *words)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert answer.err.count("\n") == 1
    assert stands(register) == before


# appoint -----------------------------------------------------------------------------------------


def _seat(ask: Ask, register: Register, day: str) -> dict[str, str]:
    words = ("list", register.path, "seats", "--body", "DU", "--as-of", day, "--format", "json")
    seats: list[dict[str, str]] = ask(*words).json
    return next(seat for seat in seats if seat["id"] == register["seat"])


@pytest.mark.parametrize("name", ["id", "Ola Åsen"])
def test_that_an_appointment_fills_the_seat(ask: Ask, register: Register, name: str) -> None:
    candidacy = register["candidacy"] if name == "id" else name
    answer = ask(
        "appoint", register.path, candidacy, "--from", "01.04.2026", "--to", "2027", "--decision",
        "26/7",
    )  # fmt: skip
    assert answer.code == 0
    assert "Ola Åsen is appointed to seat 2 of Digitaliseringsutvalget" in answer.out
    seat = _seat(ask, register, "2026-04-01")
    assert (seat["person_name"], seat["since"], seat["term_last"]) == (
        "Ola Åsen",
        "2026-04-01",
        "2027",
    )
    assert _seat(ask, register, "2026-03-31")["person_id"] is None


def test_that_an_appointment_tells_whose_term_it_ends(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    round_id = a_round(workspace, register["ks"], name="Leder", seat_ids=(register["chair"],))
    candidacy = a_candidacy(
        workspace, register["chair"], register["maret"], register["digi"], round_id=round_id
    )
    workspace.close()
    answer = ask("appoint", register.path, candidacy, "--from", "2026-04-01")
    assert answer.out.endswith("The term of Kari Nordmann there ends on 31.03.2026.\n")


def test_that_a_term_without_an_end_is_as_long_as_the_body_s(ask: Ask, register: Register) -> None:
    ask("appoint", register.path, register["candidacy"], "--from", "2026-04-01")
    assert _seat(ask, register, "2026-04-01")["term_last"] == "2028-03-31"


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["Nobody", "--from", "2026"], "“Nobody”"),
        (["Kari Nordmann", "--from", "2026"], "Kari Nordmann has no open candidacy."),
        (["Ola Åsen", "--from", "2026-05", "--to", "2026-04"], "is before the first day"),
    ],
)
def test_that_what_cannot_be_appointed_changes_nothing(
    ask: Ask, register: Register, words: list[str], gist: str
) -> None:
    before = stands(register)
    answer = ask("appoint", register.path, *words)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert stands(register) == before


def test_that_someone_with_two_candidacies_is_asked_about(ask: Ask, register: Register) -> None:
    workspace = Workspace.open(register.path)
    other = a_candidacy(workspace, register["chair"], register["ola"], register["digi"])
    workspace.close()
    answer = ask("appoint", register.path, "Ola Åsen", "--from", "2026")
    assert answer.code == 1
    assert other in answer.err
    assert register["candidacy"] in answer.err


# undo and redo -----------------------------------------------------------------------------------


def test_that_undo_and_redo_go_back_and_forth(ask: Ask, register: Register) -> None:
    before = ask("list", register.path, "channels", "--as-of", DAY, "--format", "json").json
    undone = ask("undo", register.path)
    assert undone.out == "Undone: Add a channel: DigiTrøndelag → Digitaliseringsutvalget\n"
    assert ask("list", register.path, "channels", "--as-of", DAY, "--format", "json").json == []
    done = ask("redo", register.path)
    assert done.out == "Done again: Add a channel: DigiTrøndelag → Digitaliseringsutvalget\n"
    after = ask("list", register.path, "channels", "--as-of", DAY, "--format", "json").json
    assert after == before


def test_that_nothing_to_undo_or_redo_is_said(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "empty.samstyring"
    Workspace.create(path).close()
    assert (ask("undo", path).code, ask("undo", path).err) == (1, "There is nothing to undo.\n")
    assert (ask("redo", path).code, ask("redo", path).err) == (1, "There is nothing to redo.\n")


def test_that_undo_stops_at_what_a_new_file_was_set_up_with(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "new.samstyring"
    assert ask("new", path).code == 0
    before = ask("info", path, "--json").json
    refused = ask("undo", path)
    assert (refused.code, refused.err) == (1, "There is nothing more to undo.\n")
    assert ask("info", path, "--json").json == before
    (line,) = ask("history", path, "--json").json
    assert (line["name"], line["kind"]) == (
        "The beginning: Set up the municipalities", "foundation",
    )  # fmt: skip


def test_that_a_name_that_no_system_takes_is_told_of(ask: Ask, tmp_path: Path) -> None:
    answer = ask("new", tmp_path / f"{'å' * 200}.samstyring")
    assert (answer.code, answer.out) == (3, "")
    assert "cannot be made" in answer.err


# Older files -------------------------------------------------------------------------------------


def test_that_an_older_file_is_read_as_it_is_and_says_its_format(ask: Ask, tmp_path: Path) -> None:
    path = stored(tmp_path, 1)
    before = path.read_bytes()
    assert ask("info", path, "--json").json["format"] == 1
    assert "Format: 1, an older one" in ask("info", path).out
    assert [line["name"] for line in ask("list", path, "people", "--format", "json").json] == [
        "Åse Kárášjohka"
    ]
    assert ask("show", path, "KommIT-rådet", "--json").json["roster"][0]["role"] == "member"
    assert ask("history", path).err == ""
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_that_an_older_file_is_brought_up_to_date_and_kept_when_it_is_changed(
    ask: Ask, tmp_path: Path
) -> None:
    path = stored(tmp_path, 1)
    undone = ask("undo", path)
    assert undone.out.startswith("Undone: Fill a seat")
    (kept,) = (each for each in tmp_path.iterdir() if each != path)
    assert kept.name in undone.err
    assert "has been brought up to date" in undone.err
    assert ask("redo", path).err == ""


# Files that cannot be written --------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["undo"],
        ["redo"],
        ["appoint", "Ola Åsen", "--from", "2026"],
        ["nominate", "--seat", "7", "--person", "Ola Åsen", "--by", "KS"],
    ],
)
def test_that_a_file_that_another_has_open_is_not_changed(
    ask: Ask, register: Register, words: list[str]
) -> None:
    workspace = Workspace.open(register.path)
    before = state(workspace), journal_length(workspace)
    try:
        answer = ask(words[0], register.path, *words[1:])
        assert (answer.code, answer.out) == (3, "")
        assert "has the file open since" in answer.err
        assert (state(workspace), journal_length(workspace)) == before
    finally:
        workspace.close()


def test_that_the_right_to_write_is_given_back(ask: Ask, register: Register) -> None:
    assert ask("undo", register.path).code == 0
    assert ask("appoint", register.path, "Nobody", "--from", "2026").code == 1
    assert list(register.path.parent.iterdir()) == [register.path]
    workspace = Workspace.open(register.path)
    assert not workspace.read_only
    workspace.close()


# new ---------------------------------------------------------------------------------------------


def test_that_a_new_file_has_the_municipalities_in_it(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "new.samstyring"
    answer = ask("new", path)
    assert (answer.code, answer.err) == (0, "")
    words = ("list", path, "municipalities", "--as-of", "2026-01-01", "--format", "json")
    assert len(ask(*words).json) == 357
    assert ask("list", path, "people", "--format", "json").json == []
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_new_file_can_have_the_example_in_it(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "new.samstyring"
    assert ask("new", path, "--example").code == 0
    assert ask("show", path, "Digitaliseringsutvalget", "--json").json["roster"]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("words", [[], ["--example"]])
def test_that_a_file_that_is_there_is_not_overwritten(
    ask: Ask, tmp_path: Path, words: list[str]
) -> None:
    path = tmp_path / "precious.txt"
    path.write_text("precious", encoding="utf-8")
    answer = ask("new", path, *words)
    assert answer.code == 3
    assert "exists already and is not overwritten" in answer.err
    assert path.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("words", [[], ["--example"]])
def test_that_a_new_file_needs_its_folder(ask: Ask, tmp_path: Path, words: list[str]) -> None:
    answer = ask("new", tmp_path / "nowhere" / "new.samstyring", *words)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.count("\n") == 1


def test_that_a_new_file_that_fails_half_way_is_taken_away(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @command("Fail")
    def fail(_session: object) -> None:
        raise RuleError("No luck today.")

    def set_up(workspace: Workspace) -> None:
        workspace.run(fail)

    monkeypatch.setattr("samstyring.cli.making.set_up_new", set_up)
    answer = ask("new", tmp_path / "new.samstyring")
    assert (answer.code, answer.err) == (1, "No luck today.\n")
    assert list(tmp_path.iterdir()) == []
