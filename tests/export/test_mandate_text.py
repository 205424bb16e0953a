"""How the plain text of a section is read as paragraphs and lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.export.mandate_text import (
    Block,
    BlockKind,
    Point,
    blocks_of,
    heading_without_number,
    writable,
)


def texts(block: Block) -> list[str]:
    """Return the texts of a block's points."""
    return [point.text for point in block.points]


def test_that_a_blank_line_parts_paragraphs_and_a_line_break_does_not() -> None:
    first, second = blocks_of("a\nb\n\n\nc")
    assert (first.text, second.text) == ("a\nb", "c")


def test_that_numbered_lines_become_one_list() -> None:
    (block,) = blocks_of("1. a\n2) b\n\n3. c")
    assert (block.kind, texts(block)) == (BlockKind.NUMBERED, ["a", "b", "c"])


@pytest.mark.parametrize("mark", ["-", "–", "•", "*"])
def test_that_marked_lines_become_bullets(mark: str) -> None:
    (block,) = blocks_of(f"{mark} a\n{mark} b")
    assert (block.kind, texts(block)) == (BlockKind.BULLETS, ["a", "b"])


def test_that_an_indented_mark_belongs_to_the_point_above() -> None:
    (block,) = blocks_of("1. a\n   - b\n   - c\n2. d")
    assert block.points == (Point("a", ("b", "c")), Point("d"))


def test_that_an_indented_number_is_a_numbered_point_below() -> None:
    (block,) = blocks_of("1. a\n   1. b\n   2. c")
    assert block.points == (Point("a", ("b", "c"), below_numbered=True),)


def test_that_an_indented_line_goes_on_with_the_point_above() -> None:
    (block,) = blocks_of("- a\n  b")
    assert texts(block) == ["a b"]


def test_that_a_later_list_goes_on_where_the_former_stopped() -> None:
    first, _between, second = blocks_of("1. a\n2. b\nog\n1. c")
    assert (first.start, second.start) == (1, 3)


@pytest.mark.parametrize(
    "sentence", ["2024. var et godt år", "1. januar 2026 trer dette i kraft", "1.1 a", "-a", "5. b"]
)
def test_that_a_sentence_that_looks_like_a_point_stays_a_paragraph(sentence: str) -> None:
    (block,) = blocks_of(sentence)
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, sentence)


@given(st.text(alphabet="a1.-) \n", max_size=60))
def test_that_no_letter_is_lost(text: str) -> None:
    blocks = blocks_of(text)
    kept = "".join(
        [block.text for block in blocks]
        + [point.text + "".join(point.below) for block in blocks for point in block.points]
    )
    assert kept.count("a") == text.count("a")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("1 Formål", "Formål"), ("2.1. Oppgaver", "Oppgaver"), ("Formål", "Formål"), ("7", "7")],
)
def test_that_a_heading_loses_the_number_its_author_typed(heading: str, expected: str) -> None:
    assert heading_without_number(heading) == expected


def test_that_what_xml_cannot_hold_is_left_out() -> None:
    assert writable("a\x00b\x0cc\ud800d\ufffee\tf") == "ab\ncde\tf"
