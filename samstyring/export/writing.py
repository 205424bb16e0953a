"""Write a file whole or not at all, and say in words why it could not be written."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from samstyring.domain.errors import ExportError
from samstyring.language import _

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_READ_ONLY = {errno.EROFS}
_LEAST_ROOM = 16 * 1024


@contextmanager
def written(target: Path) -> Iterator[Path]:
    """Yield an empty file beside the target, and move it there when the block ends well.

    The yielded path has the target's ending. When the block raises, the target is as it was and
    the file beside it is gone. An OSError becomes an ExportError that says what to do.
    """
    place = _place(target)
    temporary = place.with_name(f".samstyring-{secrets.token_hex(6)}{place.suffix}")
    try:
        # Made by open and not by tempfile, so that it gets the rights files get here.
        with temporary.open("xb"):
            pass
        yield temporary
        os.replace(temporary, place)
    except OSError as error:
        raise ExportError(why_not_written(target, error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _place(target: Path) -> Path:
    """Return where the target really lies: a link is written through, as every editor does."""
    try:
        return target.resolve() if target.is_symlink() else target
    except OSError as error:
        raise ExportError(why_not_written(target, error)) from error


def why_not_written(target: Path, error: OSError) -> str:
    """Return the sentence for an error of the disk while the target was being written."""
    name, folder = target.name, str(target.parent)
    if error.errno in _DISK_FULL or _is_full(target.parent):
        sentence = _("The disk is full, so “{name}” was not written. Make room, or choose another.")
    elif error.errno in _NO_FOLDER:
        sentence = _("The folder “{folder}” is not there, so “{name}” was not written.")
    elif error.errno == errno.ENAMETOOLONG:
        sentence = _("The name “{name}” is too long. Choose a shorter one.")
    elif error.errno in _READ_ONLY:
        sentence = _("Nothing can be written in “{folder}”. Choose another folder.")
    else:
        sentence = _(
            "“{name}” could not be written in “{folder}”. "
            "Close it in other programs, or choose another folder."
        )
    return sentence.format(name=name, folder=folder)


def _is_full(folder: Path) -> bool:
    """Say whether there is no room left; who draws pictures only says that it went wrong."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False
