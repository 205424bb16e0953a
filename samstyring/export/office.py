"""Let LibreOffice turn a document into another format, where it is installed."""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from samstyring.domain.errors import ExportError
from samstyring.export.mandate_child import TimeIsUpError, run_child
from samstyring.language import _

SECONDS = 90.0

_NAMES = ("soffice", "libreoffice")
_PLACES = {
    "win32": (r"C:\Program Files\LibreOffice\program\soffice.exe",),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}


def find_office() -> Path | None:
    """Return LibreOffice's program, or None where it is not installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    places = (Path(place) for place in _PLACES.get(sys.platform, ()))
    return Path(found) if found else next((place for place in places if place.is_file()), None)


def convert(
    source: Path,
    target: Path,
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the document anew in the format of the target's ending.

    Raises ExportError where LibreOffice is missing, takes longer than that many seconds, or
    leaves no document; OSError when the target cannot be written.
    """
    office = find_office()
    if office is None:
        raise ExportError(
            _(
                "LibreOffice was not found on this computer. Export as DOCX instead, "
                "and save it as ODT from Word or LibreOffice."
            )
        )
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = _converted(office, source, target.suffix, Path(folder), seconds, cancelled)
        shutil.copyfile(made, target)


def _converted(
    office: Path,
    source: Path,
    ending: str,
    folder: Path,
    seconds: float,
    cancelled: Callable[[], bool] | None,
) -> Path:
    # A profile of its own, since a LibreOffice that is open would take the task and drop it.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    form = ending.lstrip(".").lower()
    command = [str(office), profile, "--headless", "--norestore", "--convert-to", form]
    try:
        run_child(
            [*command, "--outdir", str(folder), str(source)], seconds=seconds, cancelled=cancelled
        )
    except TimeIsUpError as error:
        raise ExportError(_("LibreOffice did not finish in time. Try again.")) from error
    made = folder / f"{source.stem}.{form}"
    if not made.is_file():
        raise ExportError(_("LibreOffice made no document. Export as DOCX instead."))
    return made
