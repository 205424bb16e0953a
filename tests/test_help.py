"""The help is whole, alike in its three languages, and true of the program."""

import argparse
import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from samstyring.app import main
from samstyring.cli.arguments import make_parser
from samstyring.domain.seats import SeatStatus
from samstyring.export.mandate_template import TEMPLATE_FIELDS
from samstyring.language import LANGUAGES
from samstyring.queries.search import find_body
from samstyring.queries.seats import seat_lines
from samstyring.ui.application import Application
from samstyring.ui.desk import Desk
from samstyring.ui.frame.pages import PAGES
from samstyring.ui.help import HelpWindow, help_path, help_topics
from samstyring.ui.help.window import TOPICS
from samstyring.ui.main_window import MainWindow
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.text_marking import LITERALS

CODES = tuple(code for code, _name in LANGUAGES)
ROOT = Path(__file__).resolve().parents[1]
# Keys that lists, forms and the graph take themselves, apart from the menus.
KEYS_OF_WIDGETS = {"Enter", "Esc", "Home", "Delete", "F2", "+", "-", "Shift"}
_KEY = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)(?:\+(?=.)|$))*(?:F\d+|PgUp|PgDown|Enter|Esc|Home|Delete|[^\s\w]|\w)?"
)

Own = Callable[[QWidget], QWidget]


def text_of(code: str, topic: str) -> str:
    """Return one help text."""
    return help_path(code, topic).read_text(encoding="utf-8")


def prose_of(code: str, topic: str) -> str:
    """Return one help text without its blocks of code."""
    return re.sub(r"(?ms)^```$.*?^```$", "", text_of(code, topic))


def bold_in(code: str, topic: str) -> list[str]:
    """Return what is named in bold: the texts of buttons, menus and fields."""
    return re.findall(r"\*\*(.+?)\*\*", prose_of(code, topic))


def marked_in(code: str, topic: str) -> list[str]:
    """Return what is set as code within the sentences."""
    return re.findall(r"`([^`]+)`", prose_of(code, topic))


def commands_in(code: str) -> list[str]:
    """Return the lines of command that the help on the command line shows."""
    pages = "\n".join(text_of(code, topic) for topic in ("command-line", "command-line-work"))
    return re.findall(r"(?m)^samstyring .+$", pages)


def bare(text: str) -> str:
    """Return a text without mnemonic, ellipsis and count, as people speak of it."""
    return re.sub(r"( \(\{\w+\}\)|…)$", "", text.replace("&", ""))


@pytest.fixture(scope="module")
def source_texts() -> dict[str, set[str]]:
    """Return every English text of the program, by its bare form."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "samstyring").rglob("*.py"):
        for text in _texts_in(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(bare(text), set()).add(text)
    return found


def _texts_in(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[: LITERALS.get(node.func.id, 0)]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def catalogue(code: str) -> Catalog:
    """Return the translations into a language."""
    with (ROOT / "resources" / "translations" / f"{code}.po").open("rb") as file:
        return read_po(file)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Workspace.in_memory(), Settings(tmp_path / "settings.ini"))
    yield made
    made.close()


@pytest.mark.parametrize("code", CODES)
def test_that_every_topic_is_there_with_a_title_and_a_text(code: str) -> None:
    assert [topic for topic, _title in help_topics(code)] == list(TOPICS)
    for topic, title in help_topics(code):
        assert text_of(code, topic).startswith(f"# {title}\n\n"), topic
        assert 120 < len(text_of(code, topic).split()) < 560, topic


def test_that_every_help_file_is_a_topic() -> None:
    for code in CODES:
        folder = help_path(code, "start").parent
        assert sorted(path.stem for path in folder.iterdir()) == sorted(TOPICS)


def test_that_every_page_of_the_window_has_a_topic() -> None:
    assert {entry.key for entry in PAGES} <= set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_that_a_topic_is_built_alike_in_every_language(topic: str) -> None:
    def shape(code: str) -> list[str]:
        starts = re.findall(r"(?m)^(#+ |- |\d+\. |```$)", text_of(code, topic))
        links = re.findall(r"\]\((.+?)\)", text_of(code, topic))
        return [*starts, *links, *marked_in(code, topic)]

    for code in CODES:
        assert shape(code) == shape("en"), code


@pytest.mark.parametrize("code", CODES)
def test_that_every_link_leads_to_a_topic(code: str) -> None:
    for topic in TOPICS:
        for address in re.findall(r"\]\((.+?)\)", text_of(code, topic)):
            assert address.removesuffix(".md") in TOPICS, f"{topic}: {address}"


def test_that_every_key_named_is_a_key_of_the_program(
    desk: Desk, own_windows: Callable[[MainWindow], MainWindow]
) -> None:
    window = own_windows(MainWindow(desk, PAGES))
    window.make_all_pages()
    portable = QKeySequence.SequenceFormat.PortableText
    known = KEYS_OF_WIDGETS | {
        keys.toString(portable)
        for menu in window.menus.values()
        for action in menu.actions()
        for keys in action.shortcuts()
    }
    named = {key for topic in TOPICS for key in marked_in("en", topic) if _KEY.fullmatch(key)}
    assert {"Ctrl+K", "F2", "Alt+←"} <= named
    assert {key.replace("←", "Left").replace("→", "Right") for key in named} <= known


def test_that_what_stands_in_bold_is_a_text_of_the_program(
    source_texts: dict[str, set[str]],
) -> None:
    for topic in TOPICS:
        if topic != "words":
            strangers = [text for text in bold_in("en", topic) if text not in source_texts]
            assert not strangers, f"{topic}: {strangers}"


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_that_what_stands_in_bold_is_called_as_it_is_on_the_screen(
    code: str, source_texts: dict[str, set[str]]
) -> None:
    translations, strangers = catalogue(code), []
    for topic in TOPICS:
        pairs = list(zip(bold_in("en", topic), bold_in(code, topic), strict=True))
        for english, shown in pairs if topic != "words" else ():
            messages = (translations.get(text) for text in source_texts.get(english, ()))
            words = {bare(str(m.string)) for m in messages if m is not None and m.string}
            if words and shown not in words:
                strangers.append(f"{topic}: {shown} is {words} on the screen")
    assert not strangers, "\n".join(strangers)


def test_that_every_field_of_a_template_is_explained() -> None:
    for code in CODES:
        listed = re.findall(r"(?m)^- `(\w+)`: \S", text_of(code, "documents"))
        assert listed == [name for name, _words in TEMPLATE_FIELDS]


def test_that_every_verb_has_an_example() -> None:
    shown = {command.split()[1] for command in commands_in("en")}
    verbs = next(
        action
        for action in make_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    assert shown == set(verbs.choices)
    assert all(commands_in(code) == commands_in("en") for code in CODES)


def test_that_the_examples_work_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in commands_in("en"):
        words = [first or other for first, other in re.findall(r'"(.+?)"|(\S+)', command)][1:]
        if "ID" in words:
            words[words.index("ID")] = _vacant_seat(Path("eksempel.samstyring"))
        assert main(words) == 0, command
    for made in ("graf.svg", "du.png", "mandat.docx", "mandat.pdf", "frister.ics"):
        assert (tmp_path / made).stat().st_size > 1000


def _vacant_seat(path: Path) -> str:
    workspace = Workspace.open(path, read_only=True)
    try:
        day = date.today()
        body_id = workspace.read(find_body, "DU", as_of=day)
        seats = workspace.read(seat_lines, as_of=day, body_id=body_id)
        return next(seat.id for seat in seats if seat.status is SeatStatus.VACANT)
    finally:
        workspace.close()


def test_that_f1_opens_the_help_on_the_page_that_is_shown(tmp_path: Path, own_windows: Own) -> None:
    application = Application(
        Settings(tmp_path / "settings.ini"), PAGES, lambda _path, _day: None, lambda _file: None
    )
    Workspace.create(tmp_path / "a.samstyring").close()
    assert application.open_path(tmp_path / "a.samstyring")
    assert application.window is not None
    own_windows(application.window)
    application.window.show_page("history")
    application.window.actions_by_key["help"].trigger()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, HelpWindow))
    own_windows(window)
    assert window.isVisible()
    assert window.current_topic() == "history"
    application.close()


def test_that_every_page_shows_its_own_text(own_windows: Own) -> None:
    window = HelpWindow("nb")
    own_windows(window)
    for entry in PAGES:
        window.show_page(entry.key)
        assert window.text.toPlainText().startswith(dict(help_topics("nb"))[entry.key])


def test_that_a_link_leads_to_another_topic_and_never_out(own_windows: Own) -> None:
    window = HelpWindow("nn")
    own_windows(window)
    window.show_page("today")
    window.text.anchorClicked.emit(QUrl("bodies.md"))
    assert window.current_topic() == "bodies"
    assert window.text.toPlainText().startswith("Organ\n")
    window.text.anchorClicked.emit(QUrl("https://example.org/elsewhere"))
    assert window.current_topic() == TOPICS[0]


def test_that_escape_closes_the_help(own_windows: Own) -> None:
    window = HelpWindow("nb")
    own_windows(window)
    window.show_page("start")
    window.show()
    QTest.keyClick(window.text, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_that_an_open_help_does_not_keep_the_program_running(own_windows: Own) -> None:
    window = HelpWindow("nb")
    own_windows(window)
    # Qt ends the program with the last window that has this; it tells so only while it runs.
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_that_the_text_grows_with_the_font_and_headings_stay_calm(own_windows: Own) -> None:
    window = HelpWindow("en")
    own_windows(window)
    window.show_page("files")
    window.show()
    before = window.text.document().defaultFont().pointSizeF()
    font = window.font()
    font.setPointSizeF(before * 2)
    window.setFont(font)
    assert window.text.document().defaultFont().pointSizeF() == pytest.approx(before * 2)
    page = window.text.document()
    heading = page.documentLayout().blockBoundingRect(page.findBlockByNumber(0)).height()
    assert heading < 2.2 * window.text.fontMetrics().height()


def test_that_long_commands_break_within_a_narrow_window(own_windows: Own) -> None:
    window = HelpWindow("en")
    own_windows(window)
    window.resize(420, 400)
    window.show_page("command-line")
    window.show()
    assert window.text.horizontalScrollBar().maximum() == 0
