"""A mandate version's state, worked out from its dates."""

from datetime import date

import pytest

from samstyring.domain.mandates import MandateState, mandate_state
from samstyring.domain.periods import ALWAYS, Period


@pytest.mark.parametrize(
    ("adopted_on", "consultation_on", "period", "state"),
    [
        (None, None, ALWAYS, MandateState.DRAFT),
        (None, "2026-02-08", ALWAYS, MandateState.DRAFT),
        (None, "2026-02-07", ALWAYS, MandateState.IN_CONSULTATION),
        (None, "2026", ALWAYS, MandateState.IN_CONSULTATION),
        ("2026-02-08", None, ALWAYS, MandateState.DRAFT),
        ("2026-02-08", "2026-01-01", ALWAYS, MandateState.IN_CONSULTATION),
        ("2026-02-01", None, Period.of("2026-03-01", None), MandateState.ADOPTED),
        ("2026-02-01", "2026-01-01", Period.of("2026-02-07", None), MandateState.IN_FORCE),
        ("2020", None, Period.of("2020", "2026-02-07"), MandateState.IN_FORCE),
        ("2020", None, Period.of("2020", "2026-02-06"), MandateState.REPLACED),
        ("2020", None, Period.of("2020", "2026"), MandateState.IN_FORCE),
    ],
)
def test_that_a_version_stands_where_its_dates_put_it(
    adopted_on: str | None, consultation_on: str | None, period: Period, state: MandateState
) -> None:
    assert mandate_state(adopted_on, consultation_on, period, date(2026, 2, 7)) is state
