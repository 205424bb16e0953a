"""Set a document as PDF, for the archive (PDF/A-2a) and for screen readers (PDF/UA-1) at once."""

import json
import re
from pathlib import Path
from typing import Any

import typst

from samstyring.domain.errors import ExportError
from samstyring.language import _
from samstyring.resources import resource_path

_NO_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')


def typeset(source: Path, content: dict[str, Any]) -> bytes:
    """Return a PDF that is the same, byte for byte, for the same content.

    source: the typst file, which reads the content as JSON. A letter that our own fonts lack is
    taken from the fonts of this computer; ExportError when these have not got it either.
    """
    try:
        return _compiled(source, content, with_system_fonts=False)
    except typst.TypstError as error:
        if not _NO_LETTER.search(error.message):
            raise
    try:
        return _compiled(source, content, with_system_fonts=True)
    except typst.TypstError as error:
        lacking = _NO_LETTER.search(error.message)
        if lacking is None:
            raise
        sentence = _("A letter is in no font of this computer: {letter}. Write it another way.")
        raise ExportError(sentence.format(letter=lacking[1])) from error


def _compiled(source: Path, content: dict[str, Any], *, with_system_fonts: bool) -> bytes:
    made = typst.compile(
        source,
        format="pdf",
        font_paths=[resource_path("fonts")],
        ignore_system_fonts=not with_system_fonts,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        # ISO 19005-2 level A and ISO 14289-1; typst refuses what does not keep to them.
        pdf_standards=["a-2a", "ua-1"],
    )
    assert isinstance(made, bytes)
    return made
