"""Set a mandate as PDF."""

from pathlib import Path

from samstyring.export.content import Content
from samstyring.export.typesetting import typeset
from samstyring.resources import resource_path


def write_pdf(content: Content, target: Path) -> None:
    """Write a mandate to a PDF file; see `typeset` for what it keeps to and what it raises.

    OSError when the file cannot be written.
    """
    target.write_bytes(typeset(resource_path("documents", "mandate.typ"), content))
