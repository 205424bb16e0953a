"""Write the lists of a mandate the way Word files hold them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from samstyring.export.content import Content
from samstyring.export.mandate_text import BlockKind

_TEXT, _POINT, _POINT_BELOW = "Mandate text", "Mandate point", "Mandate point below"
_BULLET, _BULLET_BELOW = "Mandate bullet", "Mandate bullet below"
_INDENTS = (567, 1134, 1701)  # twentieths of a point; ten millimetres a level
_BULLETS = "bullets"


@dataclass(frozen=True, slots=True)
class Lists:
    """What a template offers for lists.

    styles: the ids of the paragraph styles it has, by name; numbers: the list that stands in for
    the styles it lacks, by section number or "bullets".
    """

    styles: dict[str, str]
    numbers: dict[int | str, int]


def prepare_lists(document: Document, sections: int) -> Lists:
    """Return the list styles a template has, and add plain lists when it lacks any of them.

    sections: how many sections will be filled in.
    """
    wanted = (_TEXT, _POINT, _POINT_BELOW, _BULLET, _BULLET_BELOW)
    found = {style.name: style.style_id for style in document.styles if style.name in wanted}
    if len(found) == len(wanted):
        return Lists(found, {})
    return Lists(found, _added_lists(document, sections))


def body_of(section: Content, lists: Lists) -> str:
    """Return the text of a section as WordprocessingML paragraphs, every text escaped."""
    return "".join(_paragraphs(section, lists)) or "<w:p/>"


def _paragraphs(section: Content, lists: Lists) -> Iterator[str]:
    number = section["number"]
    for block in section["blocks"]:
        if block["kind"] == BlockKind.PARAGRAPH:
            yield _paragraph(block["text"], lists, _TEXT)
        for point in block["points"]:
            if block["kind"] == BlockKind.NUMBERED:
                yield _paragraph(point["text"], lists, _POINT, number, 0)
            else:
                yield _paragraph(point["text"], lists, _BULLET, _BULLETS, 0)
            for text in point["below"]:
                if point["below_numbered"] and block["kind"] == BlockKind.NUMBERED:
                    yield _paragraph(text, lists, _POINT_BELOW, number, 1)
                else:
                    yield _paragraph(text, lists, _BULLET_BELOW, _BULLETS, 1)


def _paragraph(
    text: str, lists: Lists, style: str, row: int | str | None = None, level: int = 0
) -> str:
    properties = ""
    if style in lists.styles:
        properties = f'<w:pStyle w:val="{lists.styles[style]}"/>'
    elif row is not None:
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{lists.numbers[row]}"/>'
        properties = f"<w:numPr>{place}</w:numPr>"
    runs = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{runs}</w:r></w:p>"


def _added_lists(document: Document, sections: int) -> dict[int | str, int]:
    root = document.part.numbering_part.element
    next_abstract = 1 + max(
        (int(v) for v in root.xpath("w:abstractNum/@w:abstractNumId")), default=0
    )
    next_number = 1 + max((int(v) for v in root.xpath("w:num/@w:numId")), default=0)
    rows: list[int | str] = [*range(1, sections + 1), _BULLETS]
    numbers: dict[int | str, int] = {}
    for offset, row in enumerate(rows):
        _add_list(root, next_abstract + offset, next_number + offset, row)
        numbers[row] = next_number + offset
    return numbers


def _add_list(root: Any, abstract: int, number: int, row: int | str) -> None:
    levels = "".join(_level(level, row) for level in (0, 1))
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    # The schema wants all definitions before the first list that uses one.
    first_list = root.find(qn("w:num"))
    if first_list is None:
        root.append(definition)
    else:
        first_list.addprevious(definition)
    uses = f'<w:abstractNumId w:val="{abstract}"/>'
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{uses}</w:num>'))


def _level(level: int, row: int | str) -> str:
    if row == _BULLETS:
        form, text = "bullet", "•–"[level]
    else:
        form, text = "decimal", f"{row}." + ("%1", "%1.%2")[level]
    indent = f'w:left="{_INDENTS[level]}" w:hanging="{_INDENTS[0]}"'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr><w:ind {indent}/></w:pPr></w:lvl>"
    )
