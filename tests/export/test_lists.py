"""Lists for spreadsheets: cells are what they were, and nothing in them is carried out."""

import csv
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from samstyring.domain.errors import ExportError
from samstyring.export.lists import ListColumn, ShownList, export_list

LIST = ShownList(
    "Organ: alle/ledige",
    (ListColumn("Navn"), ListColumn("Plasser", is_number=True), ListColumn("Siden")),
    (("Ås; «råd»", "12", "07.02.2026"), ('=HYPERLINK("http://x")', "", "2026"), ("-1", "3", "")),
)


def cells_of(path: Path) -> list[list[str]]:
    """Return the cells of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_that_csv_begins_with_its_mark_and_parts_cells_with_semicolons(tmp_path: Path) -> None:
    path = export_list(LIST, tmp_path / "list.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfNavn;Plasser;Siden\r\n")
    assert cells_of(path)[1] == ["Ås; «råd»", "12", "07.02.2026"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_that_no_text_becomes_a_formula_in_csv(sign: str, tmp_path: Path) -> None:
    shown = ShownList("A", (ListColumn("A"),), ((f"{sign}1+1",),))
    assert cells_of(export_list(shown, tmp_path / "list.csv"))[1] == [f"'{sign}1+1"]


def test_that_xlsx_holds_text_numbers_and_days_and_no_formula(tmp_path: Path) -> None:
    path = export_list(LIST, tmp_path / "list.xlsx")
    with ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        names = package.read("xl/workbook.xml").decode()
    assert "<f>" not in sheet
    assert "<v>12</v>" in sheet
    serial = (datetime(2026, 2, 7) - datetime(1899, 12, 30)).days
    assert f"<v>{serial}</v>" in sheet
    assert "hyperlink" not in sheet.lower()
    assert 'name="Organ  alle ledige"' in names


def test_that_an_empty_list_is_a_file_with_its_headings(tmp_path: Path) -> None:
    shown = ShownList("", (ListColumn("Navn"),), ())
    assert cells_of(export_list(shown, tmp_path / "list.csv")) == [["Navn"]]
    assert export_list(shown, tmp_path / "list.xlsx").stat().st_size > 0


def test_that_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.xlsx, \.csv"):
        export_list(LIST, tmp_path / "list.ods")
