"""Turn a letter into plain words and tables, which all formats are made from."""

import re
import string
import tomllib
from functools import cache
from typing import Any

from samstyring.domain.letters import Letter, LetterKind, LetterTable
from samstyring.export.content import LOCALES, Content
from samstyring.export.mandate_text import writable
from samstyring.formats import long_date
from samstyring.language import texts_in
from samstyring.resources import resource_path

_HEADING, _TABLE = "## ", "#"
_BLANK_LINES = re.compile(r"\n\s*\n")


def letter_content(letter: Letter) -> Content:
    """Return all that a letter says, in its own written form."""
    texts = _texts(letter.language)
    words, values = texts[letter.kind], _values(letter)
    blocks = [block for part in words["text"] for block in _blocks(part, values, letter, texts)]
    with texts_in(letter.language):
        made_on = long_date(letter.day)
    return {
        "kind": letter.kind.value,
        "language": letter.language,
        "locale": LOCALES[letter.language],
        "title": _filled(words["title"], values),
        "file": words["file"],
        "sender": _line(letter.sender),
        "recipient": _recipient(letter),
        "recipient_lines": [_line(line) for line in letter.recipient_lines],
        "made_on": made_on,
        "day": [letter.day.year, letter.day.month, letter.day.day],
        "greeting": _filled(words["greeting"], values),
        "closing": words["closing"],
        "blocks": blocks,
        "values": values,
        "contents": letter.kind is LetterKind.BOOKLET,
        "page": _page_words(texts["words"]["page"]),
    }


def file_title(content: Content) -> str:
    """Return what a letter's file is called: what it is, and whom it is to or about."""
    about = content["recipient"] or content["values"].get("body", "")
    return f"{content['file']} - {about}" if about else str(content["file"])


@cache
def _texts(language: str) -> dict[str, Any]:
    path = resource_path("documents", "letters", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _values(letter: Letter) -> dict[str, str]:
    values = {**dict(letter.values), "sender": letter.sender, "recipient": letter.recipient}
    return {name: writable(value).strip() for name, value in values.items()}


def _blocks(
    part: str | list[str], values: dict[str, str], letter: Letter, texts: dict[str, Any]
) -> list[Content]:
    text = _first_known(part if isinstance(part, list) else [part], values)
    if text.startswith(_HEADING):
        return [_heading(text.removeprefix(_HEADING), 1)]
    if text.startswith(_TABLE):
        key = text.removeprefix(_TABLE)
        return [
            block
            for table in letter.tables
            if table.key == key and table.rows
            for block in _table_blocks(table, texts["tables"][key])
        ]
    filled = _filled(text, values)
    return [
        {"kind": "paragraph", "text": paragraph.strip()}
        for paragraph in _BLANK_LINES.split(filled)
        if paragraph.strip()
    ]


def _table_blocks(table: LetterTable, looks: dict[str, Any]) -> list[Content]:
    names = looks.get("rows", {})
    rows = [[names.get(row[0], row[0]), *row[1:]] for row in table.rows]
    block = {
        "kind": "table",
        "columns": looks["columns"],
        "widths": looks["widths"],
        "rows": [[writable(cell).strip() for cell in row] for row in rows],
    }
    heading = [_heading(_line(table.title), looks.get("level", 1))] if table.title else []
    return [*heading, block]


def _heading(text: str, level: int) -> Content:
    return {"kind": "heading", "level": level, "text": text}


def _recipient(letter: Letter) -> str:
    """Return who stands above the letter; nobody on a list, or when a body writes to itself."""
    return _line(letter.recipient) if letter.sender not in ("", letter.recipient) else ""


def _first_known(choices: list[str], values: dict[str, str]) -> str:
    """Return the first text of which everything it names is known, or an empty one."""
    return next((text for text in choices if all(values.get(n) for n in _named(text))), "")


def _named(text: str) -> list[str]:
    return [name for _before, name, _form, _as in string.Formatter().parse(text) if name]


def _filled(text: str, values: dict[str, str]) -> str:
    return text.format_map(values)


def _page_words(sentence: str) -> Content:
    before, _page, rest = sentence.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    return {"before": before, "between": between, "after": after}


def _line(text: str) -> str:
    return " ".join(writable(text).split())
