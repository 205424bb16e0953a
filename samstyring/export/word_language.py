"""Set the language of a Word document, which hyphenation, spelling and screen readers go by."""

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_OURS = ("nb", "nn", "no")


def set_language(document: Document, locale: str) -> None:
    """Set the language of a whole document, and of what its template said was Norwegian."""
    styles = document.styles.element
    _set_default(styles, locale)
    edges = [
        relation.target_part.element
        for relation in document.part.rels.values()
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    ]
    for root in (styles, document.element, *edges):
        for mark in root.iter(qn("w:lang")):
            if (mark.get(qn("w:val")) or "").split("-")[0].lower() in _OURS:
                mark.set(qn("w:val"), locale)
    for mark in document.settings.element.iter(qn("w:themeFontLang")):
        mark.set(qn("w:val"), locale)


def _set_default(styles: Any, locale: str) -> None:
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {nsdecls('w')}/>")
        styles.insert(0, defaults)
    properties = _child(_child(defaults, "w:rPrDefault"), "w:rPr")
    _child(properties, "w:lang").set(qn("w:val"), locale)


def _child(parent: Any, name: str) -> Any:
    found = parent.find(qn(name))
    if found is None:
        found = parse_xml(f"<{name} {nsdecls('w')}/>")
        parent.append(found)
    return found
