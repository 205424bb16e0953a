"""Fill a Word template with a mandate."""

from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from samstyring.export.content import Content
from samstyring.export.mandate_word import body_of, prepare_lists
from samstyring.export.word_template import fill_word
from samstyring.resources import resource_path


def built_in_template() -> Path:
    """Return the template that comes with the program; a user may copy it and change it."""
    return resource_path("documents", "mandate.docx")


def write_docx(template: Path, content: Content, target: Path) -> None:
    """Fill the template with the content and write it to the target; see `fill_word`."""
    fields_of = partial(_fields, content)
    fill_word(template, content, target, author=content["body"], fields_of=fields_of)


def _fields(content: Content, document: Any) -> Content:
    lists = prepare_lists(document, len(content["sections"]))
    sections = [
        {**section, "body": Markup(body_of(section, lists))} for section in content["sections"]
    ]
    return {**content, "sections": sections}
