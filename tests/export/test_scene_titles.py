"""Titles seen from afar: as large as they fit, shortened only where nothing else helps."""

from __future__ import annotations

import pytest

from samstyring.export.scene_titles import fitted_title, title_sizes

SCRIPTS = {
    "latin": "Kommunedirektørutvalget for digitalisering " * 5,
    "greek": "Επιτροπή Ψηφιακής Διακυβέρνησης " * 7,
    "cyrillic": "Совет по цифровому управлению " * 7,
    "arabic": "مجلس الرقمنة البلدية المشترك " * 7,
    "han": "市町村数字化共同治理委员会" * 16,
    "devanagari": "डिजिटल शासन समिति " * 11,
}


def advance(text: str) -> float:
    return 0.6 * len(text)


def test_that_a_short_title_is_as_large_as_it_may_be() -> None:
    found = fitted_title("KDU", 100.0, 40.0, (20, 18, 16), advance)
    assert found is not None
    assert (found.pixels, found.lines) == (20, ("KDU",))


def test_that_a_longer_title_breaks_between_words_before_it_shrinks() -> None:
    found = fitted_title("Digi Møre og Romsdal", 120.0, 60.0, (20, 18, 16), advance)
    assert found is not None
    assert (found.pixels, found.lines) == (20, ("Digi Møre", "og Romsdal"))


def test_that_a_title_shrinks_before_it_is_cut() -> None:
    found = fitted_title("Politidirektoratet", 180.0, 30.0, (20, 18, 16), advance)
    assert found is not None
    assert (found.pixels, found.lines) == (16, ("Politidirektoratet",))


def test_that_a_title_too_long_is_cut_on_its_last_line() -> None:
    found = fitted_title("Kommunedirektørutvalget i Lister", 120.0, 40.0, (16,), advance)
    assert found is not None
    assert found.lines == ("Kommunedire…", "i Lister")


def test_that_a_few_letters_are_left_out_altogether() -> None:
    assert fitted_title("Kommunedirektørutvalget", 30.0, 20.0, (16,), advance) is None
    assert fitted_title("KDU", 100.0, 5.0, (16,), advance) is None
    assert fitted_title("", 100.0, 50.0, (16,), advance) is None


@pytest.mark.parametrize("title", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_that_two_hundred_letters_of_any_script_stay_within_the_box(title: str) -> None:
    sizes = title_sizes(0.5)
    for width, height in ((60.0, 40.0), (150.0, 48.0), (260.0, 64.0)):
        found = fitted_title(title, width, height, sizes, advance)
        if found is not None:
            assert all(advance(line) * found.pixels <= width for line in found.lines)
            assert found.line * len(found.lines) <= height
