"""Days that are written as they are, or counted from the day the example is made."""

from datetime import date

import pytest

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import Period
from samstyring.example.days import day_of, period_of, whole_day

TODAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", "2019"),
        ("2019-11", "2019-11"),
        ("2019-11-04", "2019-11-04"),
        ("+1d", "2026-02-01"),
        ("-31d", "2025-12-31"),
        ("+1m", "2026-02-01"),
        ("+0m-1d", "2025-12-31"),
        ("-25m+13d", "2023-12-14"),
    ],
)
def test_that_a_day_is_real_or_counted(text: str, day: str) -> None:
    counted = day_of(text, TODAY)
    assert counted is not None
    assert counted.iso == day


def test_that_an_empty_text_is_no_day() -> None:
    assert day_of("", TODAY) is None
    with pytest.raises(ValueError, match="a day is needed"):
        whole_day("", TODAY)


def test_that_another_text_is_refused() -> None:
    with pytest.raises(RuleError, match="is not a date"):
        day_of("soon", TODAY)


def test_that_a_period_may_be_open_at_either_end() -> None:
    assert period_of("2020..2023-12-31", TODAY) == Period.of("2020", "2023-12-31")
    assert period_of("2020", TODAY) == Period.of("2020", None)
    assert period_of("..2021", TODAY) == Period.of(None, "2021")
