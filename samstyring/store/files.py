"""The file on disk: recognised from its first bytes, before any database opens it."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from samstyring.domain.errors import StoreError
from samstyring.language import N_, _, translate

SUFFIX = ".samstyring"
APPLICATION_ID = 0x53545952
FORMAT = 3

_MAGIC = b"SQLite format 3\x00"
_REASONS = (
    ((errno.EACCES, errno.EPERM), N_("you do not have the right to it")),
    ((errno.ENOENT, errno.ENOTDIR), N_("the folder is not there")),
    ((errno.ENOSPC, errno.EDQUOT), N_("the disk is full")),
    ((errno.EROFS,), N_("the disk is for reading only")),
    ((errno.ENAMETOOLONG,), N_("the name is too long")),
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of one of our files say."""

    application_id: int
    format: int


def read_header(path: Path) -> Header:
    """Return the header of one of our files.

    StoreError, with what to do, for a file that is missing, unreadable, foreign, encrypted or
    damaged, or written by a newer version of the program.
    """
    start = _first_bytes(path)
    if not start.startswith(_MAGIC):
        raise StoreError(_not_ours(path, start))
    header = Header(int.from_bytes(start[68:72], "big"), int.from_bytes(start[60:64], "big"))
    if header.application_id != APPLICATION_ID:
        raise StoreError(
            _(
                "“{path}” is a database of another program. Choose a file ending in {suffix}."
            ).format(path=path, suffix=SUFFIX)
        )
    if header.format > FORMAT:
        raise StoreError(
            _(
                "“{path}” was saved by a newer version of samstyring (format {theirs}; this"
                " program knows {ours}). Update the program and open it again."
            ).format(path=path, theirs=header.format, ours=FORMAT)
        )
    return header


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        message = _("There is no file “{path}”. Check the name, or make one with “new”.")
        raise StoreError(message.format(path=path)) from None
    except IsADirectoryError:
        message = _("“{path}” is a folder. Choose a file in it.")
        raise StoreError(message.format(path=path)) from None
    except OSError as error:
        message = _("“{path}” cannot be read: {reason}. Check that you may open it.")
        raise StoreError(message.format(path=path, reason=reason_of(error))) from None


def _not_ours(path: Path, start: bytes) -> str:
    if not start:
        return _("“{path}” is empty. Open another file, or restore a copy of it.").format(path=path)
    if path.suffix == SUFFIX:
        return _(
            "“{path}” is damaged, or protected with a password that this version cannot take."
            " Open a copy of it, or the file it was made from."
        ).format(path=path)
    return _("“{path}” is not a samstyring file. Choose a file ending in {suffix}.").format(
        path=path, suffix=SUFFIX
    )


def reason_of(error: OSError) -> str:
    """Return what the system refused for, in words that go on a sentence."""
    said = next((words for codes, words in _REASONS if error.errno in codes), None)
    return translate(said) if said else (error.strerror or str(error))


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; StoreError if it exists or cannot be."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        message = _("“{path}” exists already and is not overwritten. Choose another name.")
        raise StoreError(message.format(path=path)) from None
    except OSError as error:
        message = _("“{path}” cannot be made: {reason}. Choose a folder you may write in.")
        raise StoreError(message.format(path=path, reason=reason_of(error))) from None
