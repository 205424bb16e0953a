"""Turn a mandate document into plain words and lists, which all formats are made from."""

from datetime import date

from samstyring.domain.mandates import MandateDocument, RosterRow, Section
from samstyring.export.content import LOCALES, Content
from samstyring.export.mandate_text import Block, Point, blocks_of, heading_without_number, writable
from samstyring.formats import long_date
from samstyring.language import pgettext, texts_in


def content_of(document: MandateDocument) -> Content:
    """Return all that a mandate document says, in words of the document's own language."""
    with texts_in(document.language):
        return {
            "language": document.language,
            "locale": LOCALES[document.language],
            **_fields(document),
            "facts": _facts(document),
            "sections": [_section(n, each) for n, each in enumerate(document.sections, start=1)],
            "roster": [_roster_row(row) for row in document.roster],
            "words": _words(document),
            "page": _page_words(),
            "day": _day_in(document.made_on),
        }


def _fields(document: MandateDocument) -> Content:
    return {
        "title": _line(document.title) or _line(document.body_name) or _mandate(),
        "body": _line(document.body_name),
        "status": _line(document.state),
        "version": _line(document.number),
        "adopted_by": _line(document.adopted_by),
        "adopted": _line(document.adopted_on),
        "case_number": _line(document.case_number),
        "valid": _line(document.valid),
        "derived_from": _line(document.derived_from),
        "roster_day": _line(document.roster_day),
        "made_on": _line(document.made_on),
    }


def _facts(document: MandateDocument) -> list[Content]:
    facts = (
        (pgettext("mandate document", "Body"), document.body_name),
        (pgettext("mandate document", "Status"), document.state),
        (pgettext("mandate document", "Version"), document.number),
        (pgettext("mandate document", "Adopted by"), document.adopted_by),
        (pgettext("mandate document", "Adopted"), document.adopted_on),
        (pgettext("mandate document", "Case number"), document.case_number),
        (pgettext("mandate document", "Valid"), document.valid),
        (pgettext("mandate document", "Derived from"), document.derived_from),
    )
    return [{"label": label, "value": _line(value)} for label, value in facts if _line(value)]


def _section(number: int, section: Section) -> Content:
    text = writable(section.text)
    return {
        "number": number,
        "heading": heading_without_number(_line(section.heading)),
        "text": text.strip(),
        "blocks": [_block(block) for block in blocks_of(text)],
    }


def _block(block: Block) -> Content:
    return {
        "kind": block.kind.value,
        "text": block.text,
        "start": block.start,
        "points": [_point(point) for point in block.points],
    }


def _point(point: Point) -> Content:
    return {
        "text": point.text,
        "below": list(point.below),
        "below_numbered": point.below_numbered,
    }


def _roster_row(row: RosterRow) -> Content:
    return {
        "name": _line(row.name),
        "role": _line(row.role),
        "employer": _line(row.employer),
        "represents": _line(row.represents),
        "term": _line(row.term),
    }


def _words(document: MandateDocument) -> Content:
    members_as_of = pgettext("mandate document", "Members as of {date}")
    version = pgettext("mandate document", "Version {number}")
    day, number = _line(document.roster_day), _line(document.number)
    return {
        "mandate": _mandate(),
        "members": pgettext("mandate document", "Members"),
        "members_as_of": members_as_of.format(date=day) if day else "",
        "no_members": pgettext("mandate document", "No members are appointed."),
        "version": version.format(number=number) if number else "",
        "name": pgettext("mandate document", "Name"),
        "role": pgettext("mandate document", "Role"),
        "employer": pgettext("mandate document", "Position and employer"),
        "represents": pgettext("mandate document", "Represents"),
        "term": pgettext("mandate document", "Term of office"),
    }


def _page_words() -> Content:
    """Return what stands round the two numbers of the page, which the reader's program fills."""
    sentence = pgettext("mandate document", "Page {page} of {pages}")
    before, _page, rest = sentence.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    return {"before": before, "between": between, "after": after}


def _day_in(words: str) -> list[int]:
    """Return year, month and day of a day in words such as 7. februar 2026; empty if none."""
    months = {long_date(date(2000, month, 1)).split()[1]: month for month in range(1, 13)}
    parts = words.replace(".", " ").split()
    if len(parts) != 3 or parts[1] not in months or not (parts[0] + parts[2]).isdecimal():
        return []
    return [int(parts[2]), months[parts[1]], int(parts[0])]


def _mandate() -> str:
    return pgettext("mandate document", "Mandate")


def _line(text: str) -> str:
    return " ".join(writable(text).split())
