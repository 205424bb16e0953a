"""A mandate as a Word document, from our own template."""

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from samstyring.domain.mandates import MandateDocument
from samstyring.export.mandate_export import export_mandate
from tests.export.mandate_samples import a_document, a_member, a_section, text_of


def exported(folder: Path, document: MandateDocument) -> Path:
    """Export a document as DOCX and return the file."""
    return export_mandate(document, folder / "mandate.docx")


@pytest.mark.parametrize(
    "text",
    [
        "Mandat for utvalget",
        "Digitaliseringsutvalget",
        "i kraft",
        "2.0",
        "Hovedstyret",
        "7. februar 2025",
        "25/00157-3",
        "7. februar 2025 – 31. desember 2027",
        "Landstingets vedtak",
        "Å samle kommunene.",
        "gi råd om R&D, <standarder> og #arkitektur",
        "Đivna Ánne Ŋuorgu",
        "Kárášjoga gielda",
        "DigiFinnmark",
        "2025–2027",
        "1. mars 2026",
        "2. mars 2026",
    ],
)
def test_that_the_document_says_it(text: str, tmp_path: Path) -> None:
    assert text in text_of(exported(tmp_path, a_document()))


def test_that_facts_that_are_unknown_are_left_out(tmp_path: Path) -> None:
    path = exported(tmp_path, a_document(case_number="", language="en"))
    assert "Case number" not in text_of(path)


def test_that_points_are_real_lists(tmp_path: Path) -> None:
    paragraphs = Document(str(exported(tmp_path, a_document()))).paragraphs
    styles = {paragraph.text: paragraph.style.name for paragraph in paragraphs}
    assert styles["forberede saker for rådet"] == "Mandate point"
    assert styles["meldt av flere enn ett nettverk"] == "Mandate bullet below"
    assert styles["sette ned arbeidsgrupper"] == "Mandate bullet"
    assert styles["Oppgaver"] == "Heading 1"


def test_that_the_roster_has_a_header_row(tmp_path: Path) -> None:
    roster = Document(str(exported(tmp_path, a_document()))).tables[1]
    assert len(roster.rows) == 3
    assert roster.rows[0]._tr.xpath("w:trPr/w:tblHeader")


def test_that_the_pages_are_counted_by_the_reader(tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(tmp_path, a_document())) as package:
        footer = package.read("word/footer1.xml").decode()
    assert re.findall(r"instr=\" (\w+) \"", footer) == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("language", "locale"), [("nb", "nb-NO"), ("nn", "nn-NO")])
def test_that_the_file_says_its_written_form(language: str, locale: str, tmp_path: Path) -> None:
    path = exported(tmp_path, a_document(language=language))
    with zipfile.ZipFile(path) as package:
        styles = package.read("word/styles.xml").decode()
        body = package.read("word/document.xml").decode()
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles + body)) == {locale}
    assert Document(str(path)).core_properties.language == locale


def test_that_nynorsk_has_words_of_its_own(tmp_path: Path) -> None:
    bokmaal = text_of(exported(tmp_path, a_document(language="nb")))
    nynorsk = text_of(exported(tmp_path, a_document(language="nn")))
    assert ("Vedtatt av" in bokmaal, "Vedteke av" in nynorsk) == (True, True)
    assert "Vedtatt av" not in nynorsk


def test_that_a_body_without_members_says_so(tmp_path: Path) -> None:
    path = exported(tmp_path, a_document(roster=(), language="en"))
    assert "No members are appointed." in text_of(path)
    assert len(Document(str(path)).tables) == 1


@pytest.mark.parametrize("name", ["R&D <b>", "{{ title }}", "{% for %}", "A" * 500, "]]>", "&amp;"])
def test_that_a_name_comes_out_as_it_was_written(name: str, tmp_path: Path) -> None:
    document = a_document(
        title=name, body_name=name, roster=(a_member(name),), sections=(a_section(name, name),)
    )
    assert text_of(exported(tmp_path, document)).count(name) >= 5


def test_that_control_characters_cut_nothing_off(tmp_path: Path) -> None:
    document = a_document(roster=(a_member("Ole\x0c\x00\x1b Åsmund\ud800 Særen"),))
    assert "Ole Åsmund Særen" in text_of(exported(tmp_path, document))
