"""Make mandate.docx, the template that a mandate is filled into: python make_templates.py."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

TARGET = Path(__file__).with_name("mandate.docx")
FONT = "Arial"  # on every Windows and Mac; LibreOffice has one of the same widths
INK, FAINT, ACCENT = RGBColor(0x1C, 0x1C, 0x1C), RGBColor(0x55, 0x55, 0x55), RGBColor(0x1F, 0x3D, 0x5C)
RULE = "B8BEC6"
TEXT_WIDTH = Mm(158)

UNUSED_PARTS = ("stylesWithEffects", "customXml", "thumbnail")
NUMBERING = 1  # the headings and the points below them, in one list
BULLETS = 2

# Name, what it is based on, size, space before and after in points, level in a list.
STYLES = (
    ("Mandate text", "Normal", 10, 0, 6, None),
    ("Mandate point", "Normal", 10, 0, 4, (NUMBERING, 1)),
    ("Mandate point below", "Normal", 10, 0, 3, (NUMBERING, 2)),
    ("Mandate bullet", "Normal", 10, 0, 4, (BULLETS, 0)),
    ("Mandate bullet below", "Normal", 10, 0, 3, (BULLETS, 1)),
    ("Mandate label", "Normal", 10, 1.5, 1.5, None),
    ("Mandate fact", "Normal", 10, 1.5, 1.5, None),
    ("Mandate cell", "Normal", 9, 2.5, 2.5, None),
    ("Mandate column", "Normal", 9, 2.5, 2.5, None),
)
ROSTER_WIDTHS = (Mm(31), Mm(21), Mm(47), Mm(34), Mm(25))
ROSTER_FIELDS = ("name", "role", "employer", "represents", "term")


def make(target: Path) -> None:
    """Write the template."""
    document = Document()
    document._element.body.clear_content()
    _drop_what_is_not_used(document)
    _set_page(document)
    _number(document)
    _style(document)
    _fill(document)
    _edges(document)
    _describe(document)
    made = BytesIO()
    document.save(made)
    _write_alike(made, target)


def _write_alike(made: BytesIO, target: Path) -> None:
    """Write the package with still clocks, so that the same template is the same file."""
    with ZipFile(made) as package, ZipFile(target, "w", ZIP_DEFLATED) as alike:
        for member in package.infolist():
            still = ZipInfo(member.filename)
            still.compress_type = ZIP_DEFLATED
            alike.writestr(still, package.read(member))


def _drop_what_is_not_used(document: DocxDocument) -> None:
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[1] in UNUSED_PARTS:
                del owner.rels[key]
    for style in list(document.styles.element.findall(qn("w:style"))):
        is_default = style.get(qn("w:default")) == "1"
        if style.get(qn("w:type")) == "table" and not is_default:
            document.styles.element.remove(style)


def _set_page(document: DocxDocument) -> None:
    section = document.sections[0] if document.sections else document.add_section()
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(32), Mm(28)
    section.header_distance, section.footer_distance = Mm(14), Mm(14)


def _number(document: DocxDocument) -> None:
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    headings = (
        _level(0, "decimal", "%1", 0, 8, "Heading1")
        + _level(1, "decimal", "%1.%2", 0, 10, "Mandatepoint")
        + _level(2, "decimal", "%1.%2.%3", 10, 12, "Mandatepointbelow")
    )
    bullets = _level(0, "bullet", "•", 1, 5, "Mandatebullet") + _level(
        1, "bullet", "–", 10, 5, "Mandatebulletbelow"
    )
    for number, levels in ((NUMBERING, headings), (BULLETS, bullets)):
        root.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            )
        )
    for number in (NUMBERING, BULLETS):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            )
        )


def _level(level: int, form: str, text: str, left: int, hanging: int, style: str) -> str:
    """Return one level of a list; left and hanging in millimetres."""
    indent = f'w:left="{Mm(left + hanging).twips}" w:hanging="{Mm(hanging).twips}"'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr><w:ind {indent}/></w:pPr></w:lvl>"
    )


def _style(document: DocxDocument) -> None:
    _set_defaults(document)
    _set(document.styles["Normal"], 10, INK, before=0, after=6)
    _set(document.styles["Title"], 21, ACCENT, before=0, after=16, bold=True)
    _clear_title(document.styles["Title"])
    _set(document.styles["Heading 1"], 12.5, ACCENT, before=18, after=5, bold=True)
    _put_in_list(document.styles["Heading 1"], NUMBERING, 0)
    _set(document.styles["Header"], 8, FAINT, before=0, after=0)
    _set(document.styles["Footer"], 8, FAINT, before=0, after=0)
    _set(document.styles["Caption"], 9, FAINT, before=0, after=5, bold=False)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    for name, base, size, before, after, place in STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        _set(style, size, INK, before=before, after=after)
        if place:
            _put_in_list(style, *place)
    document.styles["Mandate label"].font.color.rgb = FAINT
    document.styles["Mandate label"].font.bold = True
    document.styles["Mandate column"].font.bold = True
    _add_unnumbered_heading(document)


def _add_unnumbered_heading(document: DocxDocument) -> None:
    style = document.styles.add_style("Mandate heading", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 1"]
    style.next_paragraph_style = document.styles["Mandate text"]
    _put_in_list(style, 0, 0)
    style.paragraph_format.left_indent = style.paragraph_format.first_line_indent = Mm(0)


def _set_defaults(document: DocxDocument) -> None:
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), "nb-NO")
    for settings in document.settings.element.findall(qn("w:themeFontLang")):
        settings.set(qn("w:val"), "nb-NO")


def _set(
    style: ParagraphStyle,
    size: float,
    colour: RGBColor,
    *,
    before: float,
    after: float,
    bold: bool | None = None,
) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.font.size, style.font.color.rgb, style.font.bold = Pt(size), colour, bold
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.15


def _clear_title(style: ParagraphStyle) -> None:
    for owner, name in ((style.element.pPr, "w:pBdr"), (style.element.rPr, "w:spacing")):
        for mark in owner.findall(qn(name)):
            owner.remove(mark)


def _put_in_list(style: ParagraphStyle, number: int, level: int) -> None:
    place = style.element.get_or_add_pPr().get_or_add_numPr()
    place.get_or_add_ilvl().val = level
    place.get_or_add_numId().val = number


def _fill(document: DocxDocument) -> None:
    document.add_paragraph("{{ title }}", "Title")
    _add_facts(document)
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.heading }}", "Heading 1")
    document.add_paragraph("{{p section.body }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ words.members }}", "Mandate heading")
    document.add_paragraph("{%p if roster %}")
    document.add_paragraph("{{ words.members_as_of }}", "Caption")
    _add_roster(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ words.no_members }}", "Mandate text")
    document.add_paragraph("{%p endif %}")


def _add_facts(document: DocxDocument) -> None:
    table = _table(document, 3, (Mm(38), Mm(120)))
    _rule(table, top=4, bottom=4)
    _row(table, 0, ("{%tr for fact in facts %}",), "Mandate label")
    _row(table, 1, ("{{ fact.label }}", "{{ fact.value }}"), "Mandate fact")
    table.cell(1, 0).paragraphs[0].style = "Mandate label"
    _row(table, 2, ("{%tr endfor %}",), "Mandate label")
    _look(table, first_column=True, first_row=False)


def _add_roster(document: DocxDocument) -> None:
    table = _table(document, 4, ROSTER_WIDTHS)
    _rule(table, bottom=4, inside=4)
    _row(table, 0, [f"{{{{ words.{field} }}}}" for field in ROSTER_FIELDS], "Mandate column")
    _row(table, 1, ("{%tr for member in roster %}",), "Mandate cell")
    _row(table, 2, [f"{{{{ member.{field} }}}}" for field in ROSTER_FIELDS], "Mandate cell")
    _row(table, 3, ("{%tr endfor %}",), "Mandate cell")
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:cantSplit"))
    header.append(OxmlElement("w:tblHeader"))
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    _look(table, first_column=False, first_row=True)


def _table(document: DocxDocument, rows: int, widths: tuple[Mm, ...]) -> Table:
    table = document.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    margins = parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="170" w:type="dxa"/></w:tblCellMar>'
    )
    table._tbl.tblPr.append(margins)
    return table


def _rule(table: Table, **eighths: int) -> None:
    """Draw thin lines, their width in eighths of a point; "inside" is between the rows."""
    names = {"top": "top", "bottom": "bottom", "inside": "insideH"}
    lines = "".join(
        f'<w:{name} w:val="single" w:sz="{eighths[key]}" w:space="0" w:color="{RULE}"/>'
        for key, name in names.items()
        if key in eighths
    )
    borders = parse_xml(f'<w:tblBorders {nsdecls("w")}>{lines}</w:tblBorders>')
    # The schema wants the borders before the layout and the margins.
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def _row(table: Table, row: int, texts: tuple[str, ...] | list[str], style: str) -> None:
    cells: list[_Cell] = table.rows[row].cells
    for index, cell in enumerate(cells):
        cell.paragraphs[0].style = style
        cell.paragraphs[0].text = texts[index] if index < len(texts) else ""


def _look(table: Table, *, first_row: bool, first_column: bool) -> None:
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
    else:
        table._tbl.tblPr.remove(look)
    look.attrib.clear()
    look.set(qn("w:firstRow"), str(int(first_row)))
    look.set(qn("w:firstColumn"), str(int(first_column)))
    look.set(qn("w:noHBand"), "1")
    look.set(qn("w:noVBand"), "1")
    table._tbl.tblPr.append(look)


def _edges(document: DocxDocument) -> None:
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        _clear_tabs(paragraph)
        paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    header.add_run("{{ body }}")
    header.add_run("\t")
    header.add_run("{{ words.version }}")
    footer.add_run("{{ made_on }}")
    footer.add_run("\t")
    footer.add_run("{{ page.before }}")
    _add_field(footer, "PAGE")
    footer.add_run("{{ page.between }}")
    _add_field(footer, "NUMPAGES")
    footer.add_run("{{ page.after }}")


def _clear_tabs(paragraph: Paragraph) -> None:
    properties = paragraph.style.element.pPr
    for tabs in properties.findall(qn("w:tabs")):
        properties.remove(tabs)


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _describe(document: DocxDocument) -> None:
    properties = document.core_properties
    properties.title = properties.author = properties.comments = properties.keywords = ""
    properties.last_modified_by = ""
    properties.language = "nb-NO"


if __name__ == "__main__":
    make(TARGET)
