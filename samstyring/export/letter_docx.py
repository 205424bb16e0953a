"""Fill a Word template with a letter."""

from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from samstyring.export.content import Content
from samstyring.export.letter_word import body_xml, style_ids
from samstyring.export.word_template import fill_word
from samstyring.resources import resource_path


def built_in_letter() -> Path:
    """Return the template that comes with the program; a user may copy it and change it."""
    return resource_path("documents", "letters", "letter.docx")


def write_letter_docx(template: Path, content: Content, target: Path) -> None:
    """Fill the template with the content and write it to the target; see `fill_word`."""
    fields_of = partial(_fields, content)
    author = content["sender"] or content["title"]
    fill_word(template, content, target, author=author, fields_of=fields_of)


def _fields(content: Content, document: Any) -> Content:
    return {**content, "body": Markup(body_xml(content["blocks"], style_ids(document)))}
