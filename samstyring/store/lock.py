"""The lock file that names the one writer; it frees itself when its owner dies."""

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Past the end of anything we write: Windows refuses to read the bytes that are locked.
_LOCKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open for writing, as far as the lock file says."""

    user: str = ""
    host: str = ""
    since: str = ""


class FileLock:
    """The right to write one file, held until ``release``."""

    def __init__(self, handle: IO[str], path: Path) -> None:
        self._handle, self._path = handle, path

    def release(self) -> None:
        """Give the right back and remove the lock file; a second time does nothing."""
        if self._handle.closed:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)  # while it is held, so that it is still ours
        self._handle.close()
        if sys.platform == "win32":
            # Windows removes no file that is open; if another has taken it by now, it stays.
            with suppress(OSError):
                self._path.unlink()


def take_lock(path: Path) -> FileLock | Holder:
    """Take the right to write ``path``, or return who holds it; OSError if no lock can be made.

    A lock left by another machine is not broken: locks do not always cross a share.
    """
    lock_path = path.with_name(path.name + ".lock")
    while True:
        handle = open(lock_path, "a+", encoding="utf-8")  # noqa: SIM115  kept open while held
        try:
            holder = _read(handle)
            foreign = bool(holder.host) and holder.host != socket.gethostname()
            if foreign or not _locked(handle):
                handle.close()
                return holder
            if _stands(handle, lock_path):
                return _signed(FileLock(handle, lock_path), handle)
            handle.close()
        except BaseException:
            handle.close()
            raise


def _signed(lock: FileLock, handle: IO[str]) -> FileLock:
    try:
        _sign(handle)
    except OSError:
        with suppress(OSError):
            lock.release()  # on a full disk an empty lock file would be left to lie there
        raise
    return lock


def _stands(handle: IO[str], lock_path: Path) -> bool:
    """Say whether what was locked is still the lock file; its owner may just have removed it."""
    if sys.platform == "win32":
        return True  # no file is removed there while it is open
    try:
        return os.path.samestat(os.fstat(handle.fileno()), lock_path.stat())
    except FileNotFoundError:
        return False


def _sign(handle: IO[str]) -> None:
    handle.seek(0)
    handle.truncate()
    json.dump({"user": _user(), "host": socket.gethostname(), "since": _now()}, handle)
    handle.flush()


def _locked(handle: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle.fileno(), _LOCKED_AT, os.SEEK_SET)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _read(handle: IO[str]) -> Holder:
    handle.seek(0)
    try:
        said = json.loads(handle.read() or "{}")
        return Holder(*(str(said.get(key, "")) for key in ("user", "host", "since")))
    except (ValueError, AttributeError):
        return Holder()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")
