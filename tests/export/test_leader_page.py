"""The leader's file as a reader meets it: in a browser, with mouse, keys, dates, dark and paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from samstyring.export.leader_file import write_leader_file
from tests.export.chromium import CHROMIUM, Page, chromium_page
from tests.export.leader_samples import a_day, named
from tests.graph.test_structure import structure

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

NUMBER = {body.id: number for number, body in enumerate(structure().bodies)}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Start one browser for all tests here."""
    with chromium_page(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Iterator[Page]:
    """Open a page of two days; what the browser complains about fails the test."""
    path = tmp_path / "leder.html"
    days = (a_day("2026"), a_day("2025", named("Rådet for digitalisering")))
    write_leader_file(path, days, title="Hele landet", language="en", source_line="Kilde")
    browser.problems.clear()
    browser.size(1280, 900)
    browser.prefer("light")
    browser.open(path)
    yield browser
    assert browser.problems == []


def chosen(page: Page) -> str:
    said = page.ask("panel.hidden ? '' : panel.querySelector('h2').textContent")
    assert isinstance(said, str)
    return said


def box(name: str, day: int = 0) -> str:
    return f"#d{day}b{NUMBER[name]}"


def has(page: Page, selector: str, mark: str) -> bool:
    return bool(page.ask(f"document.querySelector({json.dumps(selector)}).matches('.{mark}')"))


def test_that_a_click_shows_who_sits_there_and_what_is_around(page: Page) -> None:
    page.click(box("DU"))
    assert chosen(page) == "DU"
    assert "Kari Nordmann" in page.ask("panel.textContent")
    assert has(page, box("DU"), "here")
    assert has(page, box("KS"), "near")
    assert not has(page, box("Oslo"), "near")


def test_that_a_click_on_nothing_shows_all_again(page: Page) -> None:
    page.click(box("DU"))
    page.click("#panel .close")
    assert chosen(page) == ""
    assert page.ask("document.querySelectorAll('.some,.near,.here').length") == 0


def test_that_keys_move_to_the_nearest_box_and_open_it(page: Page) -> None:
    page.ask("document.querySelector('.stage').focus()")
    page.press("ArrowDown")
    first = page.ask("document.querySelector('.at').id")
    page.press("ArrowDown")
    second = page.ask("document.querySelector('.at').id")
    assert first != second
    assert page.ask("document.activeElement.getAttribute('aria-activedescendant')") == second
    page.press("Enter", "\r")
    assert page.ask("document.activeElement.id") == "panel"
    page.press("Escape")
    assert chosen(page) == ""


def test_that_search_finds_persons_and_folds_letters(page: Page) -> None:
    page.ask("document.querySelector('.stage').focus()")
    page.press("/", "/")
    assert page.ask("document.activeElement.id") == "find"
    for typed, found in (
        ("nordm", ["DU Kari Nordmann"]),
        ("fågr", []),
        ("faagr", []),
        ("roros", []),
        ("DIGITRØND", ["DigiTrøndelag"]),
    ):
        page.enter("#find", typed, "input")
        hits = "[...document.querySelectorAll('#found [role=option]')].map(e => e.textContent)"
        assert page.ask(hits) == found
    page.press("Enter")
    assert chosen(page) == "DigiTrøndelag"


def test_that_two_a_find_the_letter_they_stand_for(page: Page) -> None:
    page.ask("document.querySelector('#find').focus()")
    page.enter("#find", "raad", "input")
    assert page.ask("document.querySelectorAll('#found [role=option]').length") == 1
    assert page.ask("document.querySelector('#found li').textContent") == "Fagråd"


def test_that_a_body_stays_chosen_when_another_date_is(page: Page) -> None:
    page.click(box("DU"))
    page.enter("#when", "1", "change")
    assert chosen(page) == "Rådet for digitalisering"
    assert page.ask("[d0.hidden, d1.hidden]") == [True, False]
    assert has(page, box("DU", 1), "here")


def test_that_the_lists_of_a_later_day_are_whole(page: Page) -> None:
    rows = "[...d1.querySelectorAll('tbody tr')].every(row => row.cells.length === 6)"
    assert page.ask(rows) is True
    assert page.ask("[...d1.querySelectorAll('.text li')].every(li => li.textContent)") is True


def test_that_a_name_in_the_table_opens_the_body(page: Page) -> None:
    page.click("[data-view=table]")
    page.click(f"#d0t{NUMBER['Fagråd']} a")
    assert chosen(page) == "Fagråd"
    assert page.ask("document.querySelector('[data-view=table]').ariaPressed") == "true"


def test_that_zoom_keeps_the_middle_and_all_can_be_shown_again(page: Page) -> None:
    place = "document.querySelector('.world').style.transform"
    before = page.ask(place)
    page.click("#in")
    assert page.ask(place) != before
    page.click("#fit")
    assert page.ask(place) == before


def test_that_dark_follows_the_system_and_the_switch_and_never_the_paper(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.ask(ground)
    page.prefer("dark")
    dark = page.ask(ground)
    assert dark != light
    page.click("#theme")
    assert page.ask(ground) == light
    page.click("#theme")
    page.prefer("dark", "print")
    assert page.ask(ground) == "rgb(255, 255, 255)"
    assert page.ask("getComputedStyle(document.querySelector('.world')).transform") == "none"


def test_that_no_other_script_runs_on_the_page(page: Page) -> None:
    page.ask("document.body.append(Object.assign(document.createElement('script'), "
             "{textContent: 'window.ran = 1'}))")  # fmt: skip
    assert page.ask("window.ran === undefined") is True
    assert any("Content Security Policy" in problem for problem in page.problems)
    page.problems.clear()
