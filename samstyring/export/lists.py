"""Write a list as it is shown, for a spreadsheet: XLSX, or CSV that every program reads."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from samstyring.domain.errors import ExportError
from samstyring.export.mandate_text import writable
from samstyring.export.writing import written
from samstyring.language import _

LIST_ENDINGS = (".xlsx", ".csv")
_BYTE_ORDER_MARK = "\ufeff"
# A spreadsheet takes a cell that begins with one of these for a formula.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d{1,15}")
_WHOLE_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_LONGEST_CELL = 32_767
_LONGEST_SHEET_NAME = 31
_WIDEST, _NARROWEST = 60, 8


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column: its heading, and whether its cells are numbers to be counted with."""

    title: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list as it stands on the screen: its title, its columns, and its cells row by row."""

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]


def export_list(shown: ShownList, target: Path) -> Path:
    """Write a list to the target in the format of its ending, and return the target.

    ExportError for another ending, or when the file cannot be written.
    """
    writer = _WRITERS.get(target.suffix.lower())
    if writer is None:
        sentence = _("A list can be exported as {endings}. Choose one of these endings.")
        raise ExportError(sentence.format(endings=", ".join(LIST_ENDINGS)))
    with written(target) as place:
        writer(shown, place)
    return target


def _write_csv(shown: ShownList, target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        file.write(_BYTE_ORDER_MARK)
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(_safe(column.title) for column in shown.columns)
        for row in shown.rows:
            writer.writerow(
                cell if column.is_number and _NUMBER.fullmatch(cell) else _safe(cell)
                for column, cell in zip(shown.columns, row, strict=True)
            )


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def _write_xlsx(shown: ShownList, target: Path) -> None:
    # What looks like a formula or a link is text that somebody wrote.
    book = xlsxwriter.Workbook(
        str(target), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    try:
        book.set_properties({"title": shown.title})
        sheet = book.add_worksheet(_sheet_name(shown.title))
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd.mm.yyyy"})
        for place, column in enumerate(shown.columns):
            sheet.write_string(0, place, column.title, bold)
            sheet.set_column(place, place, _width(shown, place))
        for number, row in enumerate(shown.rows, start=1):
            for place, cell in enumerate(row):
                _write_cell(sheet, number, place, cell, shown.columns[place], day)
        sheet.freeze_panes(1, 0)
        if shown.columns:
            sheet.autofilter(0, 0, len(shown.rows), len(shown.columns) - 1)
    finally:
        book.close()


def _write_cell(
    sheet: Worksheet, row: int, place: int, cell: str, column: ListColumn, day: object
) -> None:
    if column.is_number and _NUMBER.fullmatch(cell):
        sheet.write_number(row, place, int(cell))
    elif found := _day(cell):
        sheet.write_datetime(row, place, found, day)
    else:
        sheet.write_string(row, place, writable(cell)[:_LONGEST_CELL])


def _day(cell: str) -> date | None:
    """Return the day of a cell that is one, so that it sorts and counts as a day."""
    parts = _WHOLE_DATE.fullmatch(cell)
    if parts is None or int(parts[3]) < 1900:  # before which Excel has no days
        return None
    try:
        return date(int(parts[3]), int(parts[2]), int(parts[1]))
    except ValueError:
        return None


def _width(shown: ShownList, place: int) -> int:
    longest = max((len(row[place]) for row in shown.rows), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(shown.columns[place].title)) + 2))


def _sheet_name(title: str) -> str:
    name = re.sub(r"[\[\]:*?/\\]", " ", title).strip().strip("'")
    return name[:_LONGEST_SHEET_NAME] or _("List")


_WRITERS: dict[str, Callable[[ShownList, Path], None]] = {
    ".xlsx": _write_xlsx,
    ".csv": _write_csv,
}
