"""How a picture is shared between sheets: none left out, none for next to nothing."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samstyring.export.poster_plan import (
    LEAST_MM,
    MARGIN_MM,
    MOST_MM,
    NATURAL_MM,
    OVERLAP_MM,
    Paper,
    PosterSheet,
    SheetPlan,
    planned,
    row_letters,
)

LENGTHS = st.floats(50.0, 20_000.0)
PAPERS = st.sampled_from(Paper)


def sheets_of(plan: SheetPlan) -> list[PosterSheet]:
    return list(plan.sheets())


@given(LENGTHS, LENGTHS, PAPERS, st.booleans())
@settings(max_examples=80, deadline=None)
def test_that_the_sheets_hold_the_whole_picture_at_a_size_that_can_be_read(
    width: float, height: float, paper: Paper, landscape: bool
) -> None:
    plan = planned(width, height, paper, landscape=landscape)
    assert LEAST_MM - 1e-9 <= plan.scale <= MOST_MM + 1e-9
    last = sheets_of(plan)[-1].area
    assert last.right >= width - 1e-6
    assert last.bottom >= height - 1e-6
    assert last.x < width
    assert last.y < height


@given(LENGTHS, LENGTHS, PAPERS, st.booleans())
@settings(max_examples=80, deadline=None)
def test_that_no_row_or_column_is_for_next_to_nothing(
    width: float, height: float, paper: Paper, landscape: bool
) -> None:
    assert planned(width, height, paper, landscape=landscape).last_filled >= 1 / 3


@pytest.mark.parametrize("paper", Paper)
def test_that_neighbours_share_ten_millimetres(paper: Paper) -> None:
    plan = planned(9000, 6000, paper, landscape=True)
    assert plan.columns > 2
    assert plan.rows > 1
    top_row = [sheet for sheet in sheets_of(plan) if sheet.row == 0]
    for left, right in pairwise(top_row):
        shared = (left.area.right - right.area.x) * plan.scale
        assert shared == pytest.approx(OVERLAP_MM)


def test_that_sheets_are_named_by_row_and_column() -> None:
    plan = SheetPlan(4000, 2500, 297, 210, MOST_MM)
    labels = [sheet.label for sheet in sheets_of(plan)]
    assert labels[:3] == ["A1", "A2", "A3"]
    assert labels[plan.columns] == "B1"
    assert len(set(labels)) == plan.rows * plan.columns
    assert [row_letters(row) for row in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_that_a_small_picture_stands_on_one_sheet_as_large_as_can_be() -> None:
    plan = planned(400, 200, Paper.A4, landscape=True)
    assert (plan.rows, plan.columns) == (1, 1)
    assert plan.scale == pytest.approx(MOST_MM)


def test_that_a_picture_a_little_too_wide_is_made_smaller() -> None:
    wide, high = (side - 2 * MARGIN_MM for side in (297.0, 210.0))
    plan = planned(1.05 * wide / NATURAL_MM, high / NATURAL_MM, Paper.A4, landscape=True)
    assert (plan.rows, plan.columns) == (1, 1)
    assert plan.scale < NATURAL_MM
