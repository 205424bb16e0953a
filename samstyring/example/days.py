"""Days in the example: real ones as they are, others counted from the day it is made."""

import re
from datetime import date, timedelta

from samstyring.domain.periods import PartialDate, Period, months_later

_COUNTED = re.compile(r"([+-]\d+)([dm])")


def day_of(text: str, today: date) -> PartialDate | None:
    """Return the day a text means: ``2019-11``, ``-40d``, ``+14m``; None for an empty text."""
    if not text:
        return None
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        return PartialDate.parse(text)
    count = int(counted[1])
    day = today + timedelta(days=count) if counted[2] == "d" else months_later(today, count)
    return PartialDate.of(day)


def whole_day(text: str, today: date) -> date:
    """Return the whole day a text means; ValueError for an empty text."""
    day = day_of(text, today)
    if day is None:
        raise ValueError("a day is needed")
    return day.first_day()


def period_of(text: str, today: date) -> Period:
    """Return the period a text means: ``2020..2023-12-31``, ``2020`` or ``..2021``."""
    first, _dots, last = text.partition("..")
    return Period(day_of(first, today), day_of(last, today))
