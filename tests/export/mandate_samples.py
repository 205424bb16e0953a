"""Mandate documents and Word templates for the tests of the exporters."""

from dataclasses import replace
from pathlib import Path

from docx import Document

from samstyring.domain.mandates import MandateDocument, RosterRow, Section, SectionKind

TASKS = """Utvalget skal:
1. forberede saker for rådet
2. løfte temaer fra nettverkene
   - meldt av flere enn ett nettverk
3. gi råd om R&D, <standarder> og #arkitektur

Utvalget kan også:
- sette ned arbeidsgrupper
- invitere observatører fra Kárášjohka"""


def a_section(heading: str, text: str) -> Section:
    """Return a section with a heading and a text."""
    return Section("s", SectionKind.OTHER, "nb", 0, heading, text)


def a_member(name: str = "Đivna Ánne Ŋuorgu") -> RosterRow:
    """Return one line of a roster."""
    return RosterRow(name, "leder", "Kárášjoga gielda", "DigiFinnmark", "2025–2027")


def a_document(**changes: object) -> MandateDocument:
    """Return a mandate in bokmål with two sections and two members, and the changes made."""
    document = MandateDocument(
        language="nb",
        title="Mandat for utvalget",
        body_name="Digitaliseringsutvalget",
        state="i kraft",
        number="2.0",
        adopted_by="Hovedstyret",
        adopted_on="7. februar 2025",
        case_number="25/00157-3",
        valid="7. februar 2025 – 31. desember 2027",
        derived_from="Landstingets vedtak",
        sections=(a_section("Formål", "Å samle kommunene."), a_section("Oppgaver", TASKS)),
        roster=(a_member(), a_member("Ole Åsmund Særen")),
        roster_day="1. mars 2026",
        made_on="2. mars 2026",
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def a_template(folder: Path, *lines: str) -> Path:
    """Write a Word template with these paragraphs and return its path."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "template.docx"
    document.save(str(path))
    return path


def text_of(path: Path) -> str:
    """Return all text of a Word file: its body, tables, header and footer, one line each."""
    document = Document(str(path))
    section = document.sections[0]
    edges = [*section.header.paragraphs, *section.footer.paragraphs]
    lines = [paragraph.text for paragraph in (*document.paragraphs, *edges)]
    for table in document.tables:
        lines += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(lines)
