"""Days in the example: real ones as they are, others counted from the day it is made."""

import re
from datetime import date, timedelta

from samstyring.domain.periods import PartialDate, Period, months_later

_COUNTED = re.compile(r"(?:([+-]\d+)m)?(?:([+-]\d+)d)?")


def day_of(text: str, today: date) -> PartialDate | None:
    """Return the day a text means: ``2019-11``, ``-40d``, ``+14m-1d``; None for an empty text.

    Days are counted from today, but with months from the first of the month they lead to.
    """
    if not text:
        return None
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        return PartialDate.parse(text)
    months, days = counted.groups()
    begun = months_later(today.replace(day=1), int(months)) if months else today
    return PartialDate.of(begun + timedelta(days=int(days or 0)))


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
