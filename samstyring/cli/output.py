"""Write answers as text to read, as CSV for a spreadsheet, or as JSON for a program."""

import csv
import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from operator import attrgetter
from typing import Any

from samstyring.domain.errors import ExportError
from samstyring.domain.periods import PartialDate
from samstyring.domain.text import clean_line
from samstyring.domain.words import word
from samstyring.formats import number, short_date
from samstyring.language import _, translate

_GAP = "  "
_BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins with one of these for a formula.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its marked heading, the attribute it shows, and what that is an enum of.

    An attribute that holds a stored date is a ``PartialDate`` column. ``wide`` columns are for
    CSV only.
    """

    heading: str
    attribute: str
    kind: type[StrEnum] | type[PartialDate] | None = None
    wide: bool = False

    def value(self, record: Any) -> Any:
        """Return what the column shows of a record."""
        value = attrgetter(self.attribute)(record)
        if value and self.kind is PartialDate and isinstance(value, str):
            return PartialDate.parse(value)
        return self.kind(value) if value and self.kind else value


def say(text: str) -> None:
    """Write text as an answer; ExportError with the reason if it cannot be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_output()
        raise
    except OSError as error:
        _leave_output()
        raise ExportError(
            _("The answer could not be written: {reason}.").format(reason=error.strerror)
        ) from None


def _leave_output() -> None:
    """Send what is held back nowhere, so that Python's own farewell does not fail on it."""
    try:
        number = sys.stdout.fileno()
    except io.UnsupportedOperation:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def as_json(answer: object) -> str:
    """Return an answer of plain values as JSON text."""
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def as_table(columns: Sequence[Column], records: Sequence[Any]) -> str:
    """Return records as aligned columns under their headings; nothing for no records."""
    if not records:
        return ""
    shown = [_TableColumn(column, records) for column in columns if not column.wide]
    lines = zip(*(column.lines for column in shown), strict=True)
    return "".join(_GAP.join(cells).rstrip() + "\n" for cells in lines)


class _TableColumn:
    """A column as lines of one width: heading, rule and cells; numbers stand to the right."""

    def __init__(self, column: Column, records: Sequence[Any]) -> None:
        values = [column.value(record) for record in records]
        cells = [translate(column.heading), *map(_readable, values)]
        width = max(map(len, cells))
        numbers = any(_is_number(value) for value in values)
        aligned = [cell.rjust(width) if numbers else cell.ljust(width) for cell in cells]
        self.lines = [aligned[0], "-" * width, *aligned[1:]]


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _readable(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, PartialDate | date):
        return short_date(value)
    if isinstance(value, int):
        return number(value)
    return clean_line(", ".join(value) if isinstance(value, tuple) else value or "")


def as_csv(columns: Sequence[Column], records: Sequence[Any]) -> str:
    """Return records as CSV for a spreadsheet: byte order mark, semicolons, no formulas."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(translate(column.heading) for column in columns)
    value_in = partial(map, _cell)
    writer.writerows(value_in(column.value(record) for column in columns) for record in records)
    return _BYTE_ORDER_MARK + text.getvalue()


def _cell(value: Any) -> str | int:
    if isinstance(value, PartialDate | date):
        return value.iso if isinstance(value, PartialDate) else value.isoformat()
    if _is_number(value):
        return int(value)
    if isinstance(value, bool | StrEnum):
        return _readable(value)
    text = ", ".join(value) if isinstance(value, tuple) else value or ""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
