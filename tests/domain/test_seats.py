"""A seat's status, worked out from dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.periods import ALWAYS, PartialDate, Period
from samstyring.domain.seats import Balance, SeatStatus, seat_status
from tests.domain.test_periods import partial_dates, periods

_TODAY = date(2026, 2, 7)


@pytest.mark.parametrize(
    ("period", "term_last", "status"),
    [
        (None, None, SeatStatus.VACANT),
        (Period.of("2026-02-08", None), None, SeatStatus.VACANT),
        (Period.of("2022", "2026-02-06"), None, SeatStatus.VACANT),
        (Period.of("2022", None), None, SeatStatus.FILLED),
        (Period.of("2022", None), "2026-02-06", SeatStatus.TERM_OVER),
        (Period.of("2022", None), "2026-02-07", SeatStatus.ENDS_SOON),
        (Period.of("2022", None), "2026-05-08", SeatStatus.ENDS_SOON),
        (Period.of("2022", None), "2026-05-09", SeatStatus.FILLED),
        (Period.of("2022", None), "2026", SeatStatus.FILLED),
        (Period.of("2022", None), "2025", SeatStatus.TERM_OVER),
        (Period.of("2022", "2026-03"), None, SeatStatus.ENDS_SOON),
        (Period.of("2022", "2026-03"), "2027", SeatStatus.ENDS_SOON),
        (Period.of("2022", "2026-02-07"), "2026-01", SeatStatus.TERM_OVER),
        (ALWAYS, None, SeatStatus.FILLED),
    ],
)
def test_that_a_seat_is_filled_ending_over_or_vacant(
    period: Period | None, term_last: str | None, status: SeatStatus
) -> None:
    term = PartialDate.parse(term_last) if term_last else None
    assert seat_status(period, term, _TODAY, 90) is status


@given(periods(), st.none() | partial_dates(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_that_a_seat_is_vacant_exactly_when_nobody_sits_there(
    period: Period, term_last: PartialDate | None, day: date
) -> None:
    vacant = seat_status(period, term_last, day, 90) is SeatStatus.VACANT
    assert vacant is not period.covers(day)


def test_that_seats_without_a_person_are_counted_as_vacant() -> None:
    assert Balance(seats=14, filled=13, ends_soon=2, term_over=1).vacant == 1
