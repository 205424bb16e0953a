"""Write the paragraphs and tables of a letter the way Word files hold them."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document

from samstyring.export.content import Content

_HEADINGS = {1: "Letter heading", 2: "Letter subheading"}
STYLES = ("Letter text", "Letter column", "Letter cell", *_HEADINGS.values())
# Twentieths of a point: the width between the margins of our own template.
TEXT_WIDTH = 8957
_RULE = 'w:val="single" w:sz="4" w:space="0" w:color="B8BEC6"'


def style_ids(document: Document) -> dict[str, str]:
    """Return the ids of the styles for letters that a template has, by name."""
    return {style.name: style.style_id for style in document.styles if style.name in STYLES}


def body_xml(blocks: list[Content], styles: dict[str, str]) -> str:
    """Return the blocks of a letter as WordprocessingML, every text escaped."""
    return "".join(_block(block, styles) for block in blocks) or "<w:p/>"


def _block(block: Content, styles: dict[str, str]) -> str:
    if block["kind"] == "table":
        # Two tables in a row would grow together without a paragraph between them.
        return _table(block, styles) + _paragraph("", styles, "Letter text")
    style = _HEADINGS[block["level"]] if block["kind"] == "heading" else "Letter text"
    return _paragraph(block["text"], styles, style)


def _paragraph(text: str, styles: dict[str, str], style: str) -> str:
    named = f"<w:pStyle w:val={quoteattr(styles[style])}/>" if style in styles else ""
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:p><w:pPr>{named}</w:pPr><w:r>{runs}</w:r></w:p>"


def _table(table: Content, styles: dict[str, str]) -> str:
    total: Any = sum(table["widths"])
    widths = [round(TEXT_WIDTH * width / total) for width in table["widths"]]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table["columns"], widths, styles, "Letter column", header=True)
    rows = "".join(_row(row, widths, styles, "Letter cell") for row in table["rows"])
    return f"<w:tbl>{_table_looks()}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _table_looks() -> str:
    return (
        f'<w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        f"<w:tblBorders><w:bottom {_RULE}/><w:insideH {_RULE}/></w:tblBorders>"
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>'
        "</w:tblCellMar>"
        '<w:tblLook w:firstRow="1" w:firstColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _row(
    cells: list[str], widths: list[int], styles: dict[str, str], style: str, *, header: bool = False
) -> str:
    looks = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(cell, styles, style)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{looks}</w:trPr>{inner}</w:tr>"
