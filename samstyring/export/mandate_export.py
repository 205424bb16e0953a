"""Write a mandate as DOCX, PDF or ODT, whole or not at all."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from samstyring.domain.errors import ExportError
from samstyring.domain.mandates import MandateDocument
from samstyring.export.content import Content
from samstyring.export.mandate_child import stop_if
from samstyring.export.mandate_content import content_of
from samstyring.export.mandate_docx import built_in_template, write_docx
from samstyring.export.mandate_pdf import write_pdf
from samstyring.export.mandate_template import fill_template
from samstyring.export.office import convert
from samstyring.export.writing import written
from samstyring.language import _

ENDINGS = (".docx", ".pdf", ".odt")

_Cancelled = Callable[[], bool] | None


def export_mandate(
    document: MandateDocument,
    target: Path,
    *,
    template: Path | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: _Cancelled = None,
) -> Path:
    """Write a mandate to the target in the format of its ending, and return the target.

    template: the user's Word template for DOCX and ODT; PDF is always set our own way.
    progress: is told how far it is, 0 to 1. cancelled: says whether the user wants to stop.
    Raises ExportError with a sentence; the target is then as it was before.
    """
    told = progress or _told_nobody
    ending = _ending_of(target)
    stop_if(cancelled)
    told(0.0)
    content = content_of(document)
    told(0.1)
    with written(target) as place:
        _write(content, ending, place, template, cancelled)
        told(0.9)
        stop_if(cancelled)
    told(1.0)
    return target


def _told_nobody(_share: float) -> None:
    pass


def _ending_of(target: Path) -> str:
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        sentence = _("A mandate can be exported as {endings}. Choose one of these endings.")
        raise ExportError(sentence.format(endings=", ".join(ENDINGS)))
    return ending


def _write(
    content: Content, ending: str, place: Path, template: Path | None, cancelled: _Cancelled
) -> None:
    if ending == ".pdf":
        write_pdf(content, place)
    elif ending == ".docx":
        _write_docx(content, place, template, cancelled)
    else:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            source = Path(folder) / "mandate.docx"
            _write_docx(content, source, template, cancelled)
            convert(source, place, cancelled=cancelled)


def _write_docx(
    content: Content, place: Path, template: Path | None, cancelled: _Cancelled
) -> None:
    # Our own template is trusted; a process of its own would take ten times as long.
    if template is None or template == built_in_template():
        write_docx(built_in_template(), content, place)
    else:
        fill_template(template, content, place, cancelled=cancelled)
