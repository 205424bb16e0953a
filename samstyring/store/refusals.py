"""What the database refuses, turned into a sentence; what is our own fault rises as it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from samstyring.domain.errors import ConflictError, StoreError
from samstyring.language import N_, _, translate

_DAMAGED = N_("“{path}” is damaged. Keep it as it is, and open the newest copy you have of it.")
_FULL = N_(
    "“{path}” could not be written: the disk is full or gone. Nothing was changed."
    " Free some space, or save a copy elsewhere."
)
_BUSY = N_("“{path}” is busy in another program. Nothing was changed; try again.")
_GONE = N_("“{path}” has been moved, deleted or is out of reach. Put it back, or open it anew.")
_UNFINISHED = N_(
    "“{path}” was being written when the program or the machine stopped. Open it once for writing,"
    " where you may change it, so that it is put right."
)
_NOT_WRITABLE = N_("“{path}” may not be written. Nothing was changed. Save a copy elsewhere.")

# The first that fits counts. What is not here, such as an error in a statement, is a bug.
_SENTENCES = (
    ("SQLITE_READONLY_ROLLBACK", _UNFINISHED),
    ("SQLITE_READONLY_RECOVERY", _UNFINISHED),
    ("SQLITE_READONLY_DBMOVED", _GONE),
    ("SQLITE_READONLY", _NOT_WRITABLE),
    ("SQLITE_FULL", _FULL),
    ("SQLITE_IOERR", _FULL),
    ("SQLITE_BUSY", _BUSY),
    ("SQLITE_LOCKED", _BUSY),
    ("SQLITE_CANTOPEN", _GONE),
    ("SQLITE_CORRUPT", _DAMAGED),
    ("SQLITE_NOTADB", _DAMAGED),
)


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Raise StoreError or ConflictError, in a sentence, for what file, disk or others refuse."""
    try:
        yield
    except StaleDataError:
        raise ConflictError(
            _("Someone else changed the same thing a moment ago. Look at it and try again.")
        ) from None
    except IntegrityError as error:
        if _name(error) != "SQLITE_CONSTRAINT_FOREIGNKEY":
            raise
        raise ConflictError(
            _("Something that this hangs together with is gone or has been changed since.")
        ) from None
    except DatabaseError as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise StoreError(translate(sentence).format(path=path)) from None


def damaged(path: Path) -> StoreError:
    """Return the error for a file that is not as this program left it."""
    return StoreError(translate(_DAMAGED).format(path=path))


def _sentence(error: DatabaseError) -> str | None:
    name = _name(error)
    if not name and isinstance(error.orig, sqlite3.OperationalError):
        return _DAMAGED  # Python's own, without a code from SQLite: the text is not UTF-8
    return next((said for start, said in _SENTENCES if name.startswith(start)), None)


def _name(error: DatabaseError) -> str:
    return getattr(error.orig, "sqlite_errorname", "")
