"""Set a mandate as PDF, for the archive (PDF/A-2a) and for screen readers (PDF/UA-1) at once."""

import json
import re
from pathlib import Path

import typst

from samstyring.domain.errors import ExportError
from samstyring.export.mandate_content import Content
from samstyring.language import _
from samstyring.resources import resource_path

_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')


def write_pdf(content: Content, target: Path) -> None:
    """Write a mandate to a PDF file that is the same, byte for byte, for the same content.

    A letter that our own fonts lack is taken from the fonts of this computer. Raises ExportError
    when these have not got it either, and OSError when the file cannot be written.
    """
    target.write_bytes(_typeset(content))


def _typeset(content: Content) -> bytes:
    try:
        return _compiled(content, with_system_fonts=False)
    except typst.TypstError as error:
        if not _NO_LETTER.search(error.message):
            raise
    try:
        return _compiled(content, with_system_fonts=True)
    except typst.TypstError as error:
        lacking = _NO_LETTER.search(error.message)
        if lacking is None:
            raise
        sentence = _("A letter is in no font of this computer: {letter}. Write it another way.")
        raise ExportError(sentence.format(letter=lacking[1])) from error


def _compiled(content: Content, *, with_system_fonts: bool) -> bytes:
    made = typst.compile(
        resource_path("documents", "mandate.typ"),
        format="pdf",
        font_paths=[resource_path("fonts")],
        ignore_system_fonts=not with_system_fonts,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        # ISO 19005-2 level A and ISO 14289-1; typst refuses what does not keep to them.
        pdf_standards=["a-2a", "ua-1"],
    )
    assert isinstance(made, bytes)
    return made
