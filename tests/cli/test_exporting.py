"""graph and mandate: what is written where, and what is said when it cannot be."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from samstyring.cli import run
from tests.cli.conftest import DAY, Answer, Ask, Register

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def draw(capsys: pytest.CaptureFixture[str], qapp: QApplication) -> Ask:
    """Return the program with Qt to paint with, as a function of the words after its name."""

    def answered(*words: object) -> Answer:
        capsys.readouterr()
        code = run([str(word) for word in words], start_painting=lambda: qapp)
        written = capsys.readouterr()
        return Answer(code, written.out, written.err)

    return answered


# graph -------------------------------------------------------------------------------------------


def words_in(picture: Path) -> str:
    """Return the text that an SVG picture holds."""
    return " ".join(ElementTree.parse(picture).getroot().itertext())


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_that_the_structure_is_drawn(
    draw: Ask, register: Register, tmp_path: Path, ending: str, begins: bytes
) -> None:
    picture = tmp_path / f"graph.{ending}"
    answer = draw("graph", register.path, "-o", picture, "--as-of", DAY)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"“{picture}” is written.\n"
    assert picture.read_bytes().startswith(begins)


def test_that_the_picture_is_of_the_day_and_in_the_language(
    draw: Ask, register: Register, tmp_path: Path
) -> None:
    picture = tmp_path / "graph.svg"
    draw("graph", register.path, "-o", picture, "--as-of", DAY, "--language", "nb")
    assert "1. mars 2026" in words_in(picture)
    assert "DU" in words_in(picture)


def test_that_a_focus_leaves_out_what_is_further_away(
    draw: Ask, register: Register, tmp_path: Path
) -> None:
    picture = tmp_path / "graph.svg"
    for steps, seen in (([], False), (["--steps", "2"], True)):
        words = ("graph", register.path, "-o", picture, "--as-of", DAY, "--focus", "KS", *steps)
        assert draw(*words).code == 0
        assert "DU" in words_in(picture)
        assert ("DigiTrøndelag" in words_in(picture)) is seen


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["-o", "graph.gif"], "ends in .svg, .png or .pdf"),
        (["-o", "nowhere/graph.svg"], "nowhere"),
        (["-o", "graph.svg", "--focus", "Nowhere"], "“Nowhere”"),
        (["-o", "graph.svg", "--focus", "5001", "--as-of", "2017-01-01"], "is not there on"),
    ],
)
def test_that_what_cannot_be_drawn_is_said(
    draw: Ask,
    register: Register,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    gist: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = draw("graph", register.path, *words)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert list(tmp_path.iterdir()) == [register.path]


def test_that_nothing_is_drawn_without_something_to_paint_with(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    answer = ask("graph", register.path, "-o", tmp_path / "graph.svg")
    assert (answer.code, answer.err) == (1, "Pictures cannot be drawn here.\n")


def test_that_a_picture_can_be_drawn_where_there_is_no_screen(
    register: Register, tmp_path: Path
) -> None:
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; from samstyring.cli import run;"
        "sys.exit(run(sys.argv[1:], start_painting=lambda: QGuiApplication(['samstyring'])))"
    )
    picture = tmp_path / "graph.png"
    done = subprocess.run(
        [sys.executable, "-c", code, "graph", str(register.path), "-o", str(picture)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert picture.stat().st_size > 1000


# mandate -----------------------------------------------------------------------------------------


def document_text(path: Path) -> str:
    """Return the text of a Word document."""
    with zipfile.ZipFile(path) as parts:
        root = ElementTree.fromstring(parts.read("word/document.xml"))
    return " ".join(root.itertext())


def test_that_a_mandate_is_written_for_word(ask: Ask, register: Register, tmp_path: Path) -> None:
    document = tmp_path / "mandat.docx"
    answer = ask("mandate", register.path, "DU", "-o", document, "--as-of", DAY)
    assert (answer.code, answer.err) == (0, "")
    assert "Mandat for DU" in document_text(document)
    assert "Kari Nordmann" in document_text(document)


def test_that_a_mandate_is_written_as_pdf(ask: Ask, register: Register, tmp_path: Path) -> None:
    document = tmp_path / "mandat.pdf"
    assert ask("mandate", register.path, "DU", "-o", document).code == 0
    assert document.read_bytes().startswith(b"%PDF")


def test_that_the_roster_of_a_mandate_is_that_of_the_day(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    document = tmp_path / "mandat.docx"
    ask("mandate", register.path, "DU", "-o", document, "--as-of", "2023-01-01")
    assert "Kari Nordmann" not in document_text(document)


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["KS", "-o", "mandat.docx"], "“KS” has no mandate."),
        (["Nowhere", "-o", "mandat.docx"], "“Nowhere”"),
        (["DU", "-o", "mandat.docx", "--language", "nn"], "It has: nb"),
        (["DU", "-o", "mandat.txt"], ".docx"),
        (["DU", "-o", "nowhere/mandat.docx"], "nowhere"),
        (["DU", "-o", "mandat.docx", "--template", "nowhere.docx"], "nowhere.docx"),
    ],
)
def test_that_what_cannot_be_written_is_said(
    ask: Ask,
    register: Register,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    gist: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("mandate", register.path, *words)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert list(tmp_path.iterdir()) == [register.path]
