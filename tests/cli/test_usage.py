"""What is asked for, in which language, and what is said to words that make no sense."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from samstyring.cli import is_window_request, language_asked, run
from samstyring.cli.arguments import KINDS
from samstyring.cli.composing import GROUPINGS
from samstyring.cli.listings import LISTINGS
from samstyring.cli.remembered import remembered_language, settings_path
from samstyring.domain.letters import LetterKind
from samstyring.domain.nominations import StepKind
from samstyring.language import pseudo
from samstyring.ui.settings import LANGUAGE, Settings, default_settings_path
from tests.cli.conftest import Ask, Register

ROOT = Path(__file__).resolve().parents[2]
VERBS = (
    "new", "info", "list", "show", "graph", "describe", "layout", "mandate", "nominate", "appoint",
    "history", "undo", "redo", "composition", "suggest", "coverage", "round", "answer", "forward",
    "step", "trace", "today", "letters", "calendar", "reappoint",
)  # fmt: skip
ROUND_ACTIONS = ("ask", "pass", "on", "close")
SLOW = ("PySide6", "alembic", "typst", "docxtpl", "networkx", "highspy", "numpy")


# The window or a verb ----------------------------------------------------------------------------


@pytest.mark.parametrize("argv", [[], ["digi.samstyring"], ["/home/kari/Å b.SAMSTYRING"]])
def test_that_no_verb_asks_for_the_window(argv: list[str]) -> None:
    assert is_window_request(argv)


@pytest.mark.parametrize(
    "argv",
    [["info"], ["info", "a.samstyring"], ["--help"], ["--version"], ["-x.samstyring"], ["lsit"]],
)
def test_that_verbs_options_and_slips_are_for_the_command_line(argv: list[str]) -> None:
    assert not is_window_request(argv)


# Help and version --------------------------------------------------------------------------------


def test_that_help_names_every_verb_and_the_window(ask: Ask) -> None:
    answer = ask("--help")
    assert answer.code == 0
    assert all(f"\n    {verb} " in answer.out for verb in VERBS)
    assert "opens the window" in answer.out


@pytest.mark.parametrize("verb", VERBS)
def test_that_every_verb_explains_itself(ask: Ask, verb: str) -> None:
    answer = ask(verb, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: samstyring {verb} ")


def test_that_the_version_is_told(ask: Ask) -> None:
    assert ask("--version").out == "samstyring 0.1.0\n"


def test_that_the_kinds_of_the_help_are_those_that_can_be_listed() -> None:
    assert set(KINDS) == set(LISTINGS)


# Wrong usage -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        ([], "required: VERB"),
        (["fly"], "invalid choice: 'fly'"),
        (["info"], "required: FILE"),
        (["info", "a", "b"], "unrecognized arguments: b"),
        (["info", "a", "--js"], "unrecognized arguments: --js"),
        (["list", "a", "chairs"], "invalid choice: 'chairs'"),
        (["list", "a", "bodies", "--format", "xml"], "invalid choice: 'xml'"),
        (["list", "a", "bodies", "--as-of", "31.02.2026"], "“31.02.2026” is not a date"),
        (["round", "a", "close", "b", "--on", "2026"], "“2026” is not a whole date"),
        (["answer", "a", "b", "c", "--on", "31.02.2026"], "Write it as 07.02.2026.\n"),
        (["list", "a", "bodies", "--as-of"], "expected one argument"),
        (["show", "a"], "required: NAME"),
        (["graph", "a"], "required: -o/--out"),
        (["graph", "a", "-o", "b.svg", "--steps", "2"], "needs --focus"),
        (["graph", "a", "-o", "b.svg", "--focus", "KS", "--steps", "-1"], "number of steps"),
        (["mandate", "a", "KS", "-o", "b.pdf", "--language", "en"], "invalid choice: 'en'"),
        (["nominate", "a"], "required: --seat, --person, --by"),
        (["appoint", "a", "b"], "required: --from"),
        (["--language", "se", "info", "a"], "invalid choice: 'se'"),
        (["info", "\udce5.samstyring"], "cannot be read as text"),
        (["info", "a\0b"], "cannot be read as text"),
    ],
)
def test_that_wrong_usage_is_2_and_says_why(ask: Ask, words: list[str], gist: str) -> None:
    answer = ask(*words)
    assert (answer.code, answer.out) == (2, "")
    assert gist in answer.err


# The language ------------------------------------------------------------------------------------


def test_that_the_language_of_the_window_is_kept_to(ask: Ask, register: Register) -> None:
    _remember("nn")
    assert "kommune" in ask("list", register.path, "bodies").out
    assert "municipality" in ask("--language", "en", "list", register.path, "bodies").out


@pytest.mark.parametrize("words", [["--help"], *([verb, "--help"] for verb in VERBS)])
def test_that_every_word_of_the_help_is_translated(ask: Ask, words: list[str]) -> None:
    with pseudo():
        out = ask(*words).out
    unmarked = re.sub(r"«§.*?§»", "", out, flags=re.DOTALL)
    codes = r"\[?-[-\w]+|\{[-\w,]+\}|samstyring"
    left = re.sub(codes, "", unmarked)
    assert set(re.findall(r"\w{2,}", left)) <= {
        *(*VERBS, *KINDS, *ROUND_ACTIONS, *LetterKind, *StepKind),
        *"-".join(GROUPINGS).split("-"),
    }


@pytest.mark.parametrize(
    "words", [["info"], ["fly"], ["info", "a", "--js"], ["list", "a", "bodies", "--as-of", "x"]]
)
def test_that_what_is_said_to_wrong_usage_is_translated(ask: Ask, words: list[str]) -> None:
    with pseudo():
        _usage, *problem = ask(*words).err.split("«§usage: §»")[1].splitlines()
    assert all(line.startswith(" ") or "«§" in line for line in problem)


def test_that_headings_and_sentences_are_translated(ask: Ask, register: Register) -> None:
    with pseudo():
        table = ask("list", register.path, "seats").out.splitlines()
        shown = ask("show", register.path, "DU").out.split("\n\n")
        told = ask("info", register.path).out.splitlines()
    assert re.sub(r"«§.*?§»|\s", "", table[0]) == ""
    assert table[-1].startswith("«§")
    assert all(part.startswith("«§") for part in shown[1:])
    assert all("«§" in line for line in told[1:])


def test_that_the_window_s_settings_are_looked_for_where_qt_puts_them() -> None:
    before = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    QCoreApplication.setOrganizationName("samstyring")
    QCoreApplication.setApplicationName("samstyring")
    try:
        assert settings_path() == default_settings_path()
    finally:
        QCoreApplication.setOrganizationName(before[0])
        QCoreApplication.setApplicationName(before[1])


@pytest.mark.parametrize("text", ["", "language=nn", "[General]\nlanguage=tlh", "[General", "\0"])
def test_that_settings_that_make_no_sense_choose_no_language(tmp_path: Path, text: str) -> None:
    path = tmp_path / "samstyring.ini"
    path.write_text(text, encoding="utf-8")
    assert remembered_language(path) == ""


def test_that_settings_in_another_encoding_choose_no_language(tmp_path: Path) -> None:
    path = tmp_path / "samstyring.ini"
    path.write_bytes(b"[General]\nlast_file=\xe5\nlanguage=nn\n")
    assert remembered_language(path) == ""


@pytest.mark.parametrize(
    ("argv", "language"),
    [
        (["--language", "nn", "info", "a"], "nn"),
        (["--language=nn", "info", "a"], "nn"),
        (["info", "a", "--language", "en"], "en"),
        (["mandate", "a", "KS", "--language", "nn"], ""),
        (["--language", "en", "mandate", "a", "KS", "--language", "nn"], "en"),
        (["info", "a", "--language"], ""),
        (["--language", "tlh"], ""),
    ],
)
def test_that_the_language_is_found_among_the_words(argv: list[str], language: str) -> None:
    assert language_asked(argv) == language


def _remember(language: str) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True)
    settings = Settings(path)
    settings.set_value(LANGUAGE, language)
    settings.sync()


# As a program of its own -------------------------------------------------------------------------


def _program(*words: object, code: str = "") -> list[str]:
    start = code or "import sys; from samstyring.cli import run; sys.exit(run(sys.argv[1:]))"
    return [sys.executable, "-c", start, *map(str, words)]


def test_that_start_up_loads_nothing_slow(register: Register) -> None:
    code = (
        "import sys; from samstyring.cli import run; run(sys.argv[1:]);"
        f"sys.exit(' '.join(name for name in {SLOW!r} if name in sys.modules) or 0)"
    )
    for words in (["info", register.path], ["list", register.path, "bodies"], ["--help"]):
        done = subprocess.run(
            _program(*words, code=code), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_that_a_pipe_that_closes_early_is_no_trouble(register: Register) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            _program("list", register.path, "bodies"),
            cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("words", ["list", "--help"])
def test_that_a_full_disk_is_told_in_a_sentence(register: Register, words: str) -> None:
    asked = ("list", register.path, "bodies") if words == "list" else ("--help",)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            _program(*asked), cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The answer could not be written")
    assert b"Traceback" not in done.stderr


def test_that_a_pipe_gets_utf8_whatever_the_system_speaks(register: Register) -> None:
    done = subprocess.run(
        _program("list", register.path, "people"),
        cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )  # fmt: skip
    assert "Máret Sara" in done.stdout.decode("utf-8")


def test_that_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_argv: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("samstyring.cli.program.parsed", interrupted)
    assert run(["--help"]) == 130
