"""graph: what each file holds, and what is said when it cannot be written."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from lxml import etree
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from samstyring.cli import run
from samstyring.commands.views import save_view
from samstyring.graph.picture_options import PictureOptions, options_as_json
from samstyring.graph.structure import ALL_LINES
from samstyring.workspace import Workspace
from tests.cli.conftest import DAY, Answer, Ask, Register

ROOT = Path(__file__).resolve().parents[2]
GEXF = "{http://gexf.net/1.3}"


@pytest.fixture
def draw(capsys: pytest.CaptureFixture[str], qapp: QApplication) -> Ask:
    """Return the program with Qt to paint with, as a function of the words after its name."""

    def answered(*words: object) -> Answer:
        capsys.readouterr()
        code = run([str(word) for word in words], start_painting=lambda: qapp)
        written = capsys.readouterr()
        return Answer(code, written.out, written.err)

    return answered


@pytest.fixture
def viewed(register: Register) -> Register:
    """Return the register with a view around DU two steps out, and one of a day before."""
    options = PictureOptions(focus=register["du"], steps=2)
    with_all = PictureOptions(lines=frozenset(ALL_LINES))
    workspace = Workspace.open(register.path)
    workspace.run(save_view, "Rundt DU", options_as_json(options))
    workspace.run(save_view, "I fjor", options_as_json(with_all), day=date(2023, 5, 17))
    workspace.close()
    return register


def words_in(picture: Path) -> str:
    """Return the text that an SVG picture holds."""
    return " ".join(ElementTree.parse(picture).getroot().itertext())


# For other programs ------------------------------------------------------------------------------


def test_that_graphml_holds_every_body_and_line(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "graf.graphml"
    assert ask("graph", register.path, "-o", path).code == 0
    read = nx.read_graphml(path, force_multigraph=True)
    assert read.nodes[register["du"]]["label"] == "DU"
    assert (register["steinkjer"], register["digi"]) in set(read.edges())
    assert len(read) == 6


def test_that_a_focus_leaves_others_out_of_graphml(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "graf.graphml"
    ask("graph", register.path, "-o", path, "--focus", "KS", "--as-of", DAY)
    assert set(nx.read_graphml(path, force_multigraph=True)) == {register["ks"], register["du"]}


def test_that_gexf_is_of_the_language_and_the_view(
    ask: Ask, viewed: Register, tmp_path: Path
) -> None:
    path = tmp_path / "graf.gexf"
    ask("graph", viewed.path, "-o", path, "--view", "rundt du", "--language", "nn")
    root = etree.parse(path).getroot()
    labels = [node.get("label") for node in root.iter(f"{GEXF}node")]
    assert sorted(labels) == ["DU", "DigiTrøndelag", "KS", "Steinkjer", "Trondheim"]
    assert root.findtext(f"{GEXF}meta/{GEXF}description") == "Rundt DU"
    assert "er medlem av" in {edge.get("label") for edge in root.iter(f"{GEXF}edge")}


def test_that_mermaid_is_text_with_title_and_day(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "graf.mmd"
    ask("graph", register.path, "-o", path, "--as-of", DAY)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("flowchart BT\n  accTitle: The organisation graph, As of 1 March 2026\n")
    assert "subgraph band" in text
    assert "DU" in text
    document = tmp_path / "graf.md"
    ask("graph", register.path, "-o", document, "--as-of", DAY)
    assert "```mermaid" in document.read_text(encoding="utf-8")


def test_that_rings_have_no_bands(ask: Ask, register: Register, tmp_path: Path) -> None:
    path = tmp_path / "graf.mmd"
    ask("graph", register.path, "-o", path, "--focus", "DU", "--arrange", "rings")
    assert "subgraph band" not in path.read_text(encoding="utf-8")


# The leader's file -------------------------------------------------------------------------------


def page_of(path: Path) -> etree._Element:
    """Return a page as it is read by a browser."""
    return etree.HTML(path.read_text(encoding="utf-8"))


def test_that_the_leader_s_file_shows_the_whole_country_unfolded(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "leder.html"
    ask("graph", register.path, "-o", path, "--as-of", DAY, "--language", "nb")
    page = page_of(path)
    assert page.get("lang") == "nb"
    assert page.xpath("//select/option/text()") == ["1. mars 2026"]
    assert "Steinkjer" in " ".join(page.xpath("//*[local-name()='svg']//text()"))
    assert "digi.samstyring" in "".join(page.xpath("//footer/text()"))


def test_that_the_leader_s_file_tells_what_has_changed(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "leder.html"
    ask("graph", register.path, "-o", path, "--as-of", DAY, "--diff", "2023-01-01")
    page = page_of(path)
    assert page.xpath("//select/option/text()") == ["1 March 2026", "1 January 2023"]
    changes = " ".join(page.xpath("//details//text()"))
    assert "From 1 January 2023 to 1 March 2026" in changes
    assert "Kari Nordmann is new in Digitaliseringsutvalget" in changes


def test_that_the_leader_s_file_marks_what_differs_and_says_so_in_its_key(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "leder.html"
    ask("graph", register.path, "-o", path, "--as-of", DAY, "--diff", "2023-01-01")
    page = page_of(path)
    later, earlier = page.xpath("//section")
    marks = later.xpath(".//*[contains(@class, 'm-')]//text()")
    assert "person in" in marks
    assert "person in" in later.xpath(".//ul[@class='legend']//text()")
    assert "person in" not in earlier.xpath(".//ul[@class='legend']//text()")


def test_that_the_leader_s_file_leaves_out_a_day_before_the_body_in_focus(
    ask: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "leder.html"
    words = ("-o", path, "--focus", "Steinkjer", "--as-of", DAY, "--diff", "2017-01-01")
    assert ask("graph", register.path, *words).code == 0
    page = page_of(path)
    assert page.xpath("//select/option/text()") == ["1 March 2026"]
    changes = " ".join(page.xpath("//details//text()"))
    assert "Steinkjer is new" in changes
    assert "Kari" not in changes


# Pictures ----------------------------------------------------------------------------------------


def test_that_a_view_gives_its_name_focus_and_day(
    draw: Ask, viewed: Register, tmp_path: Path
) -> None:
    path = tmp_path / "graf.svg"
    assert draw("graph", viewed.path, "-o", path, "--view", "I fjor").code == 0
    assert "I fjor" in words_in(path)
    assert "As of 17 May 2023" in words_in(path)
    draw("graph", viewed.path, "-o", path, "--view", "I fjor", "--as-of", DAY)
    assert "As of 1 March 2026" in words_in(path)
    draw("graph", viewed.path, "-o", path, "--view", "Rundt DU", "--steps", "1")
    assert "Around Digitaliseringsutvalget" in words_in(path)
    assert "Steinkjer" not in words_in(path)


@pytest.mark.parametrize(
    ("direction", "seen", "unseen"), [("out", "KS", "DigiTrøndelag"), ("in", "DigiTrøndelag", "KS")]
)
def test_that_a_direction_is_followed(
    draw: Ask, register: Register, tmp_path: Path, direction: str, seen: str, unseen: str
) -> None:
    path = tmp_path / "graf.svg"
    words = ("-o", path, "--focus", "DU", "--direction", direction, "--as-of", DAY)
    assert draw("graph", register.path, *words).code == 0
    assert seen in words_in(path).split()
    assert unseen not in words_in(path).split()


def test_that_what_differs_is_marked(draw: Ask, register: Register, tmp_path: Path) -> None:
    path = tmp_path / "graf.svg"
    draw("graph", register.path, "-o", path, "--as-of", DAY, "--diff", "2023-01-01")
    assert "person in" in words_in(path)
    assert "From 1 January 2023 to 1 March 2026" in words_in(path)


def test_that_only_what_is_seen_is_counted_among_what_differs(
    draw: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "graf.svg"
    words = ("--focus", "Steinkjer", "--as-of", DAY, "--diff", "2017-01-01")
    draw("graph", register.path, "-o", path, *words)
    assert "of which 2 differ" in words_in(path)


def test_that_all_can_be_unfolded(draw: Ask, register: Register, tmp_path: Path) -> None:
    path = tmp_path / "graf.svg"
    for words, seen in (([], False), (["--unfold"], True)):
        draw("graph", register.path, "-o", path, *words)
        assert ("Steinkjer" in words_in(path)) is seen


def test_that_a_poster_is_written_as_pdf_and_as_png(
    draw: Ask, register: Register, tmp_path: Path
) -> None:
    sheets, sheet = tmp_path / "plakat.pdf", tmp_path / "plakat.png"
    for path, paper in ((sheets, "A4"), (sheet, "A3")):
        words = ("-o", path, "--poster", paper, "--unfold", "--as-of", DAY)
        assert draw("graph", register.path, *words).code == 0
    assert sheets.read_bytes().startswith(b"%PDF")
    assert max(QImage(str(sheet)).width(), QImage(str(sheet)).height()) == 4961


# What cannot be ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["-o", "a.svg", "--direction", "in"], "needs --focus"),
        (["-o", "a.svg", "--arrange", "rings"], "need --focus"),
        (["-o", "a.svg", "--arrange", "heap"], "invalid choice: 'heap'"),
        (["-o", "a.svg", "--focus", "DU", "--direction", "up"], "invalid choice: 'up'"),
        (["-o", "a.svg", "--poster", "A4"], "ends in .pdf or .png"),
        (["-o", "a.pdf", "--poster", "A0"], "invalid choice: 'A0'"),
        (["-o", "a.gexf", "--diff", "2020-01-01"], "--diff means nothing"),
        (["-o", "a.graphml", "--arrange", "bands"], "--arrange means nothing"),
        (["-o", "a.graphml", "--unfold"], "--unfold means nothing"),
        (["-o", "a.svg", "--diff", "2020-13"], "“2020-13” is not a date"),
    ],
)
def test_that_options_that_do_not_go_together_are_wrong_usage(
    ask: Ask, words: list[str], gist: str
) -> None:
    answer = ask("graph", "a.samstyring", *words)
    assert (answer.code, answer.out) == (2, "")
    assert gist in answer.err


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["a.svg", "--view", "Ukjent"], "No view is called “Ukjent”. There are: I fjor, Rundt DU."),
        (["a.svg", "--view", "I fjor", "--steps", "2"], "needs --focus"),
        (["a.svg", "--view", "I fjor", "--arrange", "tree"], "need --focus"),
        (["a.html", "--focus", "Nowhere"], "“Nowhere”"),
        (["a.mmd", "--focus", "5001", "--as-of", "2017-01-01"], "is not there on"),
        (["a.svg", "--as-of", DAY, "--diff", DAY], "two different days"),
        (["a.dot"], ".graphml"),
        (["nowhere/a.graphml"], "nowhere"),
        (["nowhere/a.html"], "nowhere"),
        (["nowhere/a.pdf", "--poster", "A4"], "nowhere"),
    ],
)
def test_that_what_cannot_be_written_is_said_in_a_sentence(
    draw: Ask,
    viewed: Register,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    gist: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = draw("graph", viewed.path, "-o", *words)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err
    assert list(tmp_path.iterdir()) == [viewed.path]


def test_that_a_file_without_views_says_so(ask: Ask, register: Register) -> None:
    answer = ask("layout", register.path, "--view", "Ukjent")
    assert (answer.code, answer.err) == (1, "No view has been saved in this file.\n")


def test_that_a_view_about_a_body_of_another_time_is_refused(ask: Ask, register: Register) -> None:
    options = options_as_json(PictureOptions(focus=register["steinkjer"]))
    workspace = Workspace.open(register.path)
    workspace.run(save_view, "Steinkjer", options)
    workspace.close()
    answer = ask("layout", register.path, "--view", "Steinkjer", "--as-of", "2017-01-01")
    assert answer.code == 1
    assert answer.err == "What the view “Steinkjer” is about is not there on 01.01.2017.\n"


def test_that_a_file_that_is_not_there_is_3(ask: Ask, tmp_path: Path) -> None:
    for words in (["graph", "-o", "a.mmd"], ["describe", "KS"], ["layout"]):
        assert ask(words[0], tmp_path / "no.samstyring", *words[1:]).code == 3


# Without a screen --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        *(["graph", f"-oa.{ending}"] for ending in ("graphml", "gexf", "html", "mmd", "md")),
        ["describe", "DU"],
        ["describe", "DU", "KS"],
        ["layout", "--json"],
    ],
    ids=" ".join,
)
def test_that_what_is_not_painted_needs_no_qt(
    register: Register, tmp_path: Path, words: list[str]
) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; from samstyring.cli import run;"
        "sys.exit(run(sys.argv[1:]))"
    )
    verb, *rest = words
    done = subprocess.run(
        [sys.executable, "-c", code, verb, str(register.path), *rest],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "LANG": "C.UTF-8", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext to read it back")
def test_that_the_text_of_a_poster_is_read_back(
    draw: Ask, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "plakat.pdf"
    draw("graph", register.path, "-o", path, "--poster", "A4", "--as-of", DAY, "--language", "nn")
    text = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("1. mars 2026", "DU", "digi.samstyring", "rapporterer til"):
        assert words in text
