"""Dates that are known in part, and the periods between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import ALWAYS, PartialDate, Period, iso_or_none, months_later

_DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Return a date known to the day, the month or the year."""
    whole = draw(_DAYS)
    known = draw(st.integers(1, 3))
    return PartialDate(*(whole.year, whole.month, whole.day)[:known])


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Return a period that does not end before it begins; either end may be open."""
    first, last = (draw(st.none() | partial_dates()) for _ in range(2))
    if first and last and last.last_day() < first.first_day():
        first, last = last, first
    return Period(first, last)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("07.02.2026", "2026-02-07"),
        ("7.2.2026", "2026-02-07"),
        ("2026-02-07", "2026-02-07"),
        ("02.2026", "2026-02"),
        ("2026-2", "2026-02"),
        (" 2026 ", "2026"),
        ("29.02.2024", "2024-02-29"),
    ],
)
def test_that_a_date_is_read_as_people_write_it(written: str, stored: str) -> None:
    assert PartialDate.parse(written).iso == stored


@pytest.mark.parametrize(
    "written",
    ["", "i går", "2026-13", "31.02.2026", "29.02.2023", "07/02/2026", "26", "0000", "2026-02-07T"],
)
def test_that_what_is_not_a_date_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(RuleError, match=r"is not a date\. Write it as"):
        PartialDate.parse(written)


def test_that_a_day_without_a_month_is_a_bug() -> None:
    with pytest.raises(ValueError, match="a day without a month"):
        PartialDate(2026, None, 7)


@given(partial_dates())
def test_that_a_date_survives_being_stored(written: PartialDate) -> None:
    assert PartialDate.parse(written.iso) == written
    assert Period.of(written.iso, None).first == written


@given(partial_dates(), _DAYS)
def test_that_a_reduced_date_means_each_day_that_begins_with_it(
    written: PartialDate, other: date
) -> None:
    inside = written.first_day() <= other <= written.last_day()
    assert inside == other.isoformat().startswith(written.iso)


@given(partial_dates())
def test_that_the_day_before_ends_where_the_date_begins(written: PartialDate) -> None:
    before = written.day_before()
    assert before.last_day() + timedelta(days=1) == written.first_day()
    assert len(before.iso) == len(written.iso)


def test_that_a_reduced_end_covers_its_last_possible_day() -> None:
    term = Period(PartialDate(2024), PartialDate(2026, 2))
    assert term.covers(date(2024, 1, 1))
    assert term.covers(date(2026, 2, 28))
    assert not term.covers(date(2023, 12, 31))
    assert not term.covers(date(2026, 3, 1))


@given(_DAYS)
def test_that_a_period_without_ends_covers_every_day(any_day: date) -> None:
    assert ALWAYS.covers(any_day)


@given(periods(), _DAYS)
def test_that_a_day_is_before_in_or_after_a_period(period: Period, any_day: date) -> None:
    places = (period.begins_after(any_day), period.covers(any_day), period.ended_before(any_day))
    assert places.count(True) == 1


@given(periods(), periods())
def test_that_periods_overlap_when_some_day_lies_in_both(one: Period, other: Period) -> None:
    ends = [end for period in (one, other) for end in (period.first, period.last) if end]
    days = [each for end in ends for each in (end.first_day(), end.last_day())] or [date.today()]
    shared = any(one.covers(each) and other.covers(each) for each in days)
    assert one.overlaps(other) == other.overlaps(one) == shared


def test_that_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(RuleError, match=r"last day \(2023\) is before the first day \(2024\)"):
        Period(PartialDate(2024), PartialDate(2023)).check()


def test_that_a_period_may_end_in_the_year_it_begins() -> None:
    period = Period(PartialDate(2024, 6, 1), PartialDate(2024))
    assert period.check() is period


@pytest.mark.parametrize(
    ("given_day", "stored"),
    [(None, None), (date(2026, 2, 7), "2026-02-07"), (PartialDate(2026, 2), "2026-02")],
)
def test_that_an_end_is_stored_as_it_is_known(
    given_day: date | PartialDate | None, stored: str | None
) -> None:
    assert iso_or_none(given_day) == stored


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 1), 24, date(2028, 1, 1)),
    ],
)
def test_that_months_are_counted_within_the_month_they_land_in(
    start: date, months: int, expected: date
) -> None:
    assert months_later(start, months) == expected
