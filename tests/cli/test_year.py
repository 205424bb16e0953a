"""The verbs of the year: today, letters and calendar."""

from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar

from tests.cli.conftest import DAY, Ask, Register

LATE = "2026-03-10"


def test_that_today_lists_the_work_with_its_next_step(ask: Ask, register: Register) -> None:
    answer = ask("today", register.path, "--on", DAY, "--language", "en")
    assert answer.code == 0
    assert "Put forward a successor" in answer.out
    assert answer.out.splitlines()[-1].endswith("things need care as of 01.03.2026")


def test_that_today_answers_in_json_with_keys_that_stay(ask: Ask, register: Register) -> None:
    found = ask("today", register.path, "--on", LATE, "--json", "--language", "nb").json
    waiting = next(each for each in found if each["kind"] == "unanswered")
    assert (waiting["place"], waiting["place_id"]) == ("candidacy", register["candidacy"])
    assert waiting["concerns"] == [register["du"], register["digi"]]
    assert set(waiting) == {
        "id", "name", "kind", "body_id", "body_name", "sentence", "place", "place_id", "days",
        "concerns", "next_step",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["id", "nye MEDLEMMER", "2026"])
def test_that_the_letters_of_a_round_are_written_to_a_folder(
    ask: Ask, register: Register, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    answer = ask(
        "letters", register.path, register["round"] if name == "id" else name,
        "--kind", "call", "-o", out, "--on", LATE, "--language", "nn",
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    (path,) = out.iterdir()
    assert path.name == "Spørsmål om kandidatar - DigiTrøndelag.docx"
    assert Document(str(path)).core_properties.language == "nn-NO"


def test_that_letters_can_be_pdf(ask: Ask, register: Register, tmp_path: Path) -> None:
    ask("letters", register.path, "Nye", "--kind", "booklet", "-o", tmp_path, "--format", "pdf")
    assert [path.suffix for path in tmp_path.glob("Hvem*")] == [".pdf"]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("Ukjent", "--kind", "call"), 1, "No round is called “Ukjent”"),
        (("Nye", "--kind", "thanks"), 1, "nobody to write to"),
        (("Nye", "--kind", "poem"), 2, "invalid choice: 'poem'"),
        (("Nye", "--kind", "call", "--format", "odt"), 2, "invalid choice: '.odt'"),
    ],
)
def test_that_what_cannot_be_written_is_told_of(
    ask: Ask, register: Register, tmp_path: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = ask("--language", "en", "letters", register.path, *words, "-o", tmp_path / "out")
    assert answer.code == code
    assert sentence in answer.err


def test_that_members_who_are_not_asked_are_written_to_only_when_told(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    seats = ("--seat", register["seat"], "--ask", "DigiTrøndelag")
    ask("round", register.path, "new", "Ny runde", "--by", "KS", *seats, "--on", DAY)
    words = ("letters", register.path, "Ny runde", "--kind", "municipality")
    spoken = ("-o", tmp_path / "out", "--on", DAY, "--language", "nb")
    assert ask(*words, *spoken).code == 1
    answer = ask(*words, "--all", *spoken)
    assert (answer.code, answer.err) == (0, "")
    assert [path.stem.split(" - ")[1] for path in sorted((tmp_path / "out").iterdir())] == [
        "Steinkjer",
        "Trondheim",
    ]


def test_that_a_calendar_can_be_imported_again(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "year.ics"
    for _time in range(2):
        answer = ask("calendar", register.path, "-o", path, "--on", DAY, "--language", "en")
        assert answer.out == f"“{path}” is written, with 2 days.\n"
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert sorted(str(event["UID"]).split("-")[0] for event in events) == ["round", "term"]


def test_that_a_calendar_has_its_own_ending(ask: Ask, register: Register, tmp_path: Path) -> None:
    answer = ask("--language", "en", "calendar", register.path, "-o", tmp_path / "year.txt")
    assert (answer.code, answer.err) == (1, "Choose a file name that ends in .ics.\n")
    assert list(tmp_path.glob("*.txt")) == []
