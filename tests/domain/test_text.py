"""Folding for search and keys for sorting, the Norwegian way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.text import clean_line, clean_text, fold, sort_key, words_of

_NORWEGIAN = st.text("abcdefgæøåÆØÅAzé 0123456789-", max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ås", "aas"),
        ("ÅS", "ås"),
        ("Aa\u030as", "aås"),
        ("A\u030as", "Ås"),
        ("Kárášjohka", "karasjohka"),
        ("Guovdageaidnu", "GUOVDAGEAIDNU"),
        ("Deatnu – Tana", "deatnu – tana"),
        ("Porsáŋgu", "porsangu"),
        ("Háŧŧi", "hatti"),
        ("Đárdnu", "dardnu"),
        ("Malmö", "Malmø"),
        ("Idé", "ide"),
    ],
)
def test_that_search_finds_a_letter_by_what_a_keyboard_has(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("bår", "bar"), ("bør", "bor"), ("bær", "bar"), ("Ås", "As"), ("lån", "lan")]
)
def test_that_a_norwegian_letter_is_never_another_letter(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(_NORWEGIAN)
def test_that_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_that_any_text_can_be_folded_sorted_and_cleaned(text: str) -> None:
    assert "aa" not in fold(text)
    assert "".join(str(piece[1] or piece[2]) for piece in sort_key(text)) or not fold(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)


def test_that_a_search_is_made_of_folded_words() -> None:
    assert words_of("  Ås  KOMMUNE ") == ("ås", "kommune")
    assert words_of("") == ()


def test_that_names_sort_as_in_a_norwegian_directory() -> None:
    sorted_names = [
        "2 andre", "10 andre", "Agder", "Bergen", "Ole 2", "Ole 10", "Zulu", "Ærlig", "Østre",
        "Aasen", "Åseral",
    ]  # fmt: skip
    shuffled = sorted(sorted_names, reverse=True)
    assert sorted(shuffled, key=sort_key) == sorted_names


def test_that_aa_sorts_as_the_letter_it_stands_for() -> None:
    assert sort_key("Aas") == sort_key("Ås")
    assert sort_key("Ål") < sort_key("Aas") < sort_key("Åt")


def test_that_a_line_keeps_no_breaks_control_marks_or_double_spaces() -> None:
    assert clean_line("  Digi\u202e \n\tAgder\x00 ") == "Digi Agder"
    assert clean_line("A\u030as") == "Ås"


def test_that_a_text_keeps_its_line_breaks() -> None:
    assert clean_text("\r\n1. Én \r\n\r2.\tTo\x07  \n") == "1. Én\n\n2. To"
