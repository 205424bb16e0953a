"""A mandate as PDF/A-2a and PDF/UA-1."""

import shutil
import subprocess
from pathlib import Path

import pytest

from samstyring.domain.errors import ExportError
from samstyring.domain.mandates import MandateDocument
from samstyring.export.mandate_export import export_mandate
from tests.export.mandate_samples import a_document, a_member, a_section

needs_reader = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


def exported(folder: Path, document: MandateDocument) -> bytes:
    """Export a document as PDF and return its bytes."""
    return export_mandate(document, folder / "mandate.pdf").read_bytes()


def read(folder: Path, document: MandateDocument) -> str:
    """Export a document as PDF and return its text as another program reads it."""
    exported(folder, document)
    command = ["pdftotext", "-layout", str(folder / "mandate.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize(
    "mark",
    [
        b"<pdfaid:part>2",
        b"<pdfaid:conformance>A",
        b"<pdfuaid:part>1",
        b"/Lang(nb-NO)",
        b"/StructTreeRoot",
        b"/DisplayDocTitle true",
    ],
)
def test_that_the_file_keeps_to_the_standards(mark: bytes, tmp_path: Path) -> None:
    assert mark in exported(tmp_path, a_document())


def test_that_a_nynorsk_file_says_so(tmp_path: Path) -> None:
    assert b"/Lang(nn-NO)" in exported(tmp_path, a_document(language="nn"))


def test_that_the_same_mandate_is_the_same_file(tmp_path: Path) -> None:
    assert exported(tmp_path, a_document()) == exported(tmp_path, a_document())


def test_that_the_file_carries_the_day_of_the_document(tmp_path: Path) -> None:
    assert b"<xmp:CreateDate>2026-03-02" in exported(tmp_path, a_document())


@needs_reader
@pytest.mark.parametrize(
    "text",
    [
        "25/00157-3",
        "1 Formål",
        "2.1 forberede",
        "gi råd om R&D, <standarder> og #arkitektur",
        "Đivna Ánne Ŋuorgu",
        "Særen",
        "Page 1 of",
        "Version 2.0",
        "2 March 2026",
    ],
)
def test_that_another_program_reads_it(text: str, tmp_path: Path) -> None:
    said = read(tmp_path, a_document(language="en", made_on="2 March 2026"))
    assert text in " ".join(said.split())


@needs_reader
def test_that_markup_in_a_name_is_only_letters(tmp_path: Path) -> None:
    name = '#read("x") *a* _b_ $c$ <d> @e [f] \\ "g"'
    assert name in read(tmp_path, a_document(title=name))


@needs_reader
def test_that_a_name_of_five_hundred_letters_is_wrapped(tmp_path: Path) -> None:
    # A plain layout reads only what stands on the page; what runs off it is left out.
    said = read(tmp_path, a_document(title="T", roster=(a_member("Ø" * 500),)))
    lines = [line.count("Ø") for line in said.splitlines()]
    assert sum(lines) == 500
    assert max(lines) < 30


def test_that_a_mandate_without_anything_can_be_exported(tmp_path: Path) -> None:
    document = a_document(title="", body_name="", sections=(), roster=(), made_on="", number="")
    assert exported(tmp_path, document).startswith(b"%PDF-1.7")


def test_that_a_letter_that_no_font_has_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"A letter is in no font .*u\{378\}"):
        exported(tmp_path, a_document(sections=(a_section("a", "\u0378"),)))
    assert list(tmp_path.iterdir()) == []
