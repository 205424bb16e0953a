"""The language of the screen, and of a document apart from it."""

import csv
import importlib
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samstyring import language
from samstyring.language import (
    N_,
    _,
    current_language,
    language_for,
    ngettext,
    pgettext,
    pseudo,
    set_language,
    system_language,
    texts_in,
    translate,
)

ANSWERS: dict[str, dict[str, str | list[str]]] = {
    "nb": {
        "Body": "Organ",
        "Only in bokmål": "Bare på bokmål",
        "{count} seat": ["{count} plass", "{count} plasser"],
        "verb\u0004open": "åpne",
        "state\u0004open": "åpen",
    },
    "nn": {"Body": "Organ (nn)", "verb\u0004open": "opne"},
}
SOURCE = """
from samstyring.language import N_, _, ngettext, pgettext
TEXTS = (_("Body"), N_("Only in bokmål"), pgettext("verb", "open"), pgettext("state", "open"))
def seats(n: int) -> str:
    return ngettext("{count} seat", "{count} seats", n).format(count=n)
"""


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return importlib.import_module("check_translations")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small program with one module, and nothing translated yet."""
    write(tmp_path, SOURCE)
    return tmp_path


@pytest.fixture
def catalogues(check: Any, project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program speak from the small program's catalogues, in bokmål."""
    for code, answers in ANSWERS.items():
        assert check.fill(check.Tree(project), code, answers) == []
    before = current_language()
    monkeypatch.setattr(language, "resource_path", (project / "resources").joinpath)
    language._catalogue.cache_clear()
    set_language("nb")
    yield
    set_language(before)
    language._catalogue.cache_clear()


def write(root: Path, source: str, name: str = "module.py") -> None:
    module = root / "samstyring" / name
    module.parent.mkdir(exist_ok=True)
    module.write_text(source, encoding="utf-8")


def translated(check: Any, project: Path) -> Any:
    """Return the small program with every text translated in both languages."""
    tree = check.Tree(project)
    for code in ("nb", "nn"):
        check.fill(tree, code, ANSWERS["nb"])
    assert check.problems_in(tree) == []
    return tree


@pytest.mark.usefixtures("catalogues")
def test_that_a_text_is_shown_in_the_language_that_was_set() -> None:
    assert _("Body") == "Organ"
    set_language("nn")
    assert _("Body") == "Organ (nn)"
    set_language("en")
    assert _("Body") == "Body"


@pytest.mark.usefixtures("catalogues")
def test_that_nynorsk_falls_back_to_bokmal_and_then_to_english() -> None:
    set_language("nn")
    assert translate(N_("Only in bokmål")) == "Bare på bokmål"
    assert _("Nowhere translated") == "Nowhere translated"


@pytest.mark.usefixtures("catalogues")
def test_that_a_count_chooses_the_form() -> None:
    assert [ngettext("{count} seat", "{count} seats", n) for n in (0, 1, 2)] == [
        "{count} plasser",
        "{count} plass",
        "{count} plasser",
    ]


@pytest.mark.usefixtures("catalogues")
def test_that_the_context_chooses_the_meaning() -> None:
    assert (pgettext("verb", "open"), pgettext("state", "open")) == ("åpne", "åpen")


@pytest.mark.usefixtures("catalogues")
def test_that_an_empty_text_stays_empty() -> None:
    assert _("") == ""


@pytest.mark.usefixtures("catalogues")
def test_that_a_document_has_its_own_language() -> None:
    with texts_in("nn") as texts:
        assert (_("Body"), texts.gettext("Body")) == ("Organ (nn)", "Organ (nn)")
    assert _("Body") == "Organ"
    assert texts.gettext("Body") == "Organ (nn)"


@pytest.mark.usefixtures("catalogues")
def test_that_a_document_in_one_thread_leaves_the_other_threads_alone() -> None:
    inside, checked, seen = threading.Event(), threading.Event(), []

    def render() -> None:
        with texts_in("nn"):
            inside.set()
            checked.wait(5)
            seen.append(_("Body"))

    worker = threading.Thread(target=render)
    worker.start()
    assert inside.wait(5)
    set_language("en")
    on_screen = _("Body")
    checked.set()
    worker.join()
    assert (on_screen, seen) == ("Body", ["Organ (nn)"])


@pytest.mark.usefixtures("catalogues")
def test_that_pseudo_text_shows_what_went_through_translation() -> None:
    with pseudo():
        assert _("Body") == "«§Organ§»"
        with texts_in("nn"):
            assert _("Body") == "«§Organ (nn)§»"
    assert _("Body") == "Organ"


def test_that_missing_catalogues_leave_the_english_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "resource_path", tmp_path.joinpath)
    language._catalogue.cache_clear()
    with texts_in("nn"):
        assert _("Body") == "Body"
        assert ngettext("a seat", "some seats", 2) == "some seats"
    language._catalogue.cache_clear()


@pytest.mark.parametrize("choose", [set_language, lambda code: texts_in(code).__enter__()])
def test_that_an_unknown_language_is_refused(choose: Any) -> None:
    with pytest.raises(ValueError, match="'sv'"):
        choose("sv")


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["nn_NO.UTF-8"], "nn"),
        (["nb-NO"], "nb"),
        (["no"], "nb"),
        (["Norwegian Nynorsk_Norway"], "nn"),
        (["Norwegian Bokmål_Norway"], "nb"),
        (["English_United Kingdom"], "en"),
        (["de_DE", "en_GB"], "en"),
        (["C", "POSIX", "de_DE"], "nb"),
        ([], "nb"),
    ],
)
def test_that_the_names_of_systems_lead_to_our_languages(names: list[str], code: str) -> None:
    assert language_for(names) == code


def test_that_the_environment_decides_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LANGUAGE", "sv:nn:en")
    assert system_language() == "nn"


def test_that_the_catalogues_use_the_words_of_the_glossary(check: Any) -> None:
    tree = check.Tree(check.ROOT)
    with (tree.po("nb").parent / "glossary.csv").open(encoding="utf-8", newline="") as file:
        words = list(csv.DictReader(file))
    for code in check.TRANSLATED:
        used = {
            name.lower(): message.string.lower()
            for name, message in check.messages(check.read(tree, code)).items()
            if isinstance(message.string, str) and message.string
        }
        wanted = {row["en"]: row[code].lower() for row in words if row["en"] in used}
        assert len(wanted) > 20
        assert {name: used[name] for name in wanted} == wanted


def test_that_a_translated_program_has_no_problems(check: Any, project: Path) -> None:
    translated(check, project)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("_(name)", "no literal text"),
        ("N_('a' + name)", "no literal text"),
        ("_(f'Hello {name}')", "f-string in _()"),
        ("ngettext('one', name, 2)", "no literal text"),
        ("name = f'{_(\"Body\")}: {name}'", "inside an f-string"),
        ("label.setText('Hello')", "shown by setText()"),
        ("QLabel(f'{name} seats')", "shown by QLabel()"),
        ("QLabel(text='Hello')", "shown by QLabel()"),
        ("menu.addAction(icon, 'Open')", "shown by addAction()"),
        ("label.setToolTip(_('Body') if name else 'None')", "shown by setToolTip()"),
        ("label.setAccessibleName('Seats: {n}'.format(n=1))", "shown by setAccessibleName()"),
        ("tree.setHeaderLabels([_('Body'), 'Seats'])", "shown by setHeaderLabels()"),
        ("QMessageBox.warning(window, 'Careful', name)", "shown by warning()"),
        ("RuleError('That is not so.')", "shown by RuleError()"),
    ],
)
def test_that_text_outside_the_translation_is_told_with_its_line(
    check: Any, project: Path, line: str, problem: str
) -> None:
    write(project, f"\n{line}\n", "page.py")
    (told,) = check.source_problems(check.Tree(project))
    assert told.startswith("samstyring/page.py:2: ")
    assert problem in told


@pytest.mark.parametrize(
    "line",
    [
        "label.setText(name)",
        "label.setText('')",
        "label.setText(f'{first}–{last}')",
        "label.setText(_('Body').format(name='Skate'))",
        "box.addItem(_('Body'), 'body')",
        "window.setWindowTitle('samstyring')  # as is",
        "print('a note for developers')",
        "translate(name)",
        "def counted(one, more, n): return ngettext(one, more, n)",
    ],
)
def test_that_text_that_needs_no_translation_is_let_through(
    check: Any, project: Path, line: str
) -> None:
    write(project, f"{line}\n", "page.py")
    assert list(check.source_problems(check.Tree(project))) == []


@pytest.mark.parametrize(
    "line",
    ["print('Hello')", "p.add_argument('--day', help='the day')", "print(f'{n} bodies')"],
)
def test_that_the_command_line_is_translated_too(check: Any, project: Path, line: str) -> None:
    write(project, f"{line}\n", "cli.py")
    assert len(list(check.source_problems(check.Tree(project)))) == 1


def test_that_a_text_new_in_the_source_is_told(check: Any, project: Path) -> None:
    tree = translated(check, project)
    write(project, "\n\n_('Seat')\n", "page.py")
    told = check.problems_in(tree)
    assert [line.split(":")[:2] for line in told] == [["samstyring/page.py", "3"]] * 2


def test_that_a_text_gone_from_the_source_is_told(check: Any, project: Path) -> None:
    tree = translated(check, project)
    write(project, SOURCE.replace('_("Body"), ', ""))
    told = check.problems_in(tree)
    assert len(told) == 2
    assert all("no longer in the source: 'Body'" in line for line in told)


def test_that_a_changed_plural_is_told(check: Any, project: Path) -> None:
    tree = translated(check, project)
    write(project, SOURCE.replace("{count} seats", "{count} places"))
    assert any("module.py" in line and "{count} seat" in line for line in check.problems_in(tree))


@pytest.mark.parametrize("code", ["nb", "nn"])
@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('msgstr "Organ"', 'msgstr ""', "not translated: 'Body'"),
        ('msgid "Body"', '#, fuzzy\nmsgid "Body"', "not translated: 'Body'"),
        ('[1] "{count} plasser"', '[1] ""', "not translated"),
        ('[1] "{count} plasser"', '[1] "{antall} plasser"', "placeholders differ"),
        ('[1] "{count} plasser"', '[1] "{count plasser"', "placeholders differ"),
        ('msgstr "Organ"', 'msgstr "&Organ"', "mnemonics differ"),
    ],
)
def test_that_a_flaw_in_a_catalogue_is_told_with_its_line(
    check: Any, project: Path, code: str, before: str, after: str, problem: str
) -> None:
    tree = translated(check, project)
    text = tree.po(code).read_text(encoding="utf-8")
    assert before in text
    tree.po(code).write_text(text.replace(before, after), encoding="utf-8")
    told = [line for line in check.problems_in(tree) if problem in line]
    assert len(told) == 1
    assert told[0].split(":")[1].isdecimal()


def test_that_the_compiled_catalogue_must_follow_the_written_one(check: Any, project: Path) -> None:
    tree = translated(check, project)
    text = tree.po("nn").read_text(encoding="utf-8").replace('msgstr "Organ"', 'msgstr "Lekam"')
    tree.po("nn").write_text(text, encoding="utf-8")
    (told,) = check.problems_in(tree)
    assert told.startswith("resources/translations/nn/LC_MESSAGES/samstyring.mo:1: not compiled")


def test_that_update_keeps_translations_and_drops_what_is_gone(check: Any, project: Path) -> None:
    tree = translated(check, project)
    write(project, SOURCE.replace('_("Body")', '_("Seat")'))
    assert check.main(["--update"], project) == 0
    texts = check.messages(check.read(tree, "nb"))
    assert "Body" not in texts
    assert (texts["Seat"].string, texts["verb\u0004open"].string) == ("", "åpne")


def test_that_update_leaves_what_is_doubtful_to_a_translator(check: Any, project: Path) -> None:
    tree = translated(check, project)
    text = tree.po("nb").read_text(encoding="utf-8")
    doubted = text.replace('msgid "Body"', '#, fuzzy\nmsgid "Body"')
    tree.po("nb").write_text(doubted, encoding="utf-8")
    write(project, SOURCE.replace("{count} seats", "{count} places"))
    assert check.main(["--update"], project) == 0
    assert check.missing(tree, "nb") == {"Body": "", "{count} seat": ["", ""]}


def test_that_updating_twice_writes_the_same_bytes(check: Any, project: Path) -> None:
    tree = translated(check, project)
    before = tree.po("nb").read_bytes(), tree.mo("nb").read_bytes()
    write(project, "\n\n" + SOURCE)
    assert check.main(["--update"], project) == 0
    assert (tree.po("nb").read_bytes(), tree.mo("nb").read_bytes()) == before


def test_that_a_translator_gets_what_is_missing_and_fills_it_in(
    check: Any, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main(["--missing", "nb"], project) == 0
    asked = json.loads(capsys.readouterr().out)
    assert asked == {k: ["", ""] if isinstance(v, list) else "" for k, v in ANSWERS["nb"].items()}
    file = project / "answers.json"
    file.write_text(json.dumps(ANSWERS["nb"]), encoding="utf-8")
    assert check.main(["--fill", "nb", str(file)], project) == 0
    assert check.missing(check.Tree(project), "nb") == {}


def test_that_filling_in_a_text_nobody_shows_is_told(
    check: Any, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "answers.json"
    file.write_text(json.dumps({"Nobody": "Ingen", "Body": ["Organ"]}), encoding="utf-8")
    assert check.main(["--fill", "nn", str(file)], project) == 1
    assert capsys.readouterr().out.splitlines() == [
        "nn: not in the source: 'Nobody'",
        "nn: wrong number of forms: 'Body'",
    ]


def test_that_the_check_fails_with_a_line_for_each_problem(
    check: Any, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    translated(check, project)
    write(project, "_(name)\n", "page.py")
    assert check.main([], project) == 1
    assert capsys.readouterr().out.splitlines() == [
        "samstyring/page.py:1: _() of no literal text; use translate() for what N_ marked"
    ]
