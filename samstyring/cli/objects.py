"""Turn records into plain objects for JSON, with keys that stay the same in every language."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from samstyring.domain.bodies import BodyFacts
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.periods import PartialDate, Period, iso_or_none

Object = dict[str, Any]

# Empty text in these is something that is not there: a link, a name or a date.
_NOTHING_WHEN_EMPTY = ("_id", "_name", "_on", "_day", "_last")
# These are written as part of the record that holds them.
_PART_OF_THE_WHOLE = (BodyFacts, MunicipalityFacts)


def as_object(record: Any) -> Object:
    """Return a record as an object: id and name first, enums by value, dates as they are known.

    A period becomes ``first_day`` and ``last_day``, null when open; an empty link is null.
    """
    found: Object = {key: _found(record, key) for key in ("id", "name") if hasattr(record, key)}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Period):
            found |= {"first_day": iso_or_none(value.first), "last_day": iso_or_none(value.last)}
        elif isinstance(value, _PART_OF_THE_WHOLE):
            found |= as_object(value)
        elif field.name not in found:
            found[field.name] = _found(record, field.name)
    return found


def as_objects(records: tuple[Any, ...]) -> list[Object]:
    """Return records as a list of objects."""
    return [as_object(record) for record in records]


def _found(record: Any, key: str) -> Any:
    value = getattr(record, key)
    if value == "" and (key == "name" or key.endswith(_NOTHING_WHEN_EMPTY)):
        return None
    return plain(value)


def plain(value: Any) -> Any:
    """Return a value as JSON can carry it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartialDate | date):
        return iso_or_none(value)
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return as_object(value)
    return value
