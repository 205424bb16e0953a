"""Run another program with a time limit, and stop it when the user no longer wants it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from samstyring.domain.errors import ExportError
from samstyring.language import _

_SECONDS_BETWEEN_LOOKS = 0.1


class TimeIsUpError(Exception):
    """The program did not finish within its time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program that ended left behind."""

    code: int
    output: bytes
    errors: bytes


def run_child(
    command: Sequence[str],
    *,
    seconds: float,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """Run a program and return its answer; `given` is what it reads from its standard input.

    Raises TimeIsUpError after that many seconds, ExportError when the user stopped it, and
    OSError when it cannot be started. However it ends, the program and its children are gone.
    """
    process = _started(command, environment)
    try:
        return _watched(process, given, time.monotonic() + seconds, cancelled)
    finally:
        _end(process)


def stop_if(cancelled: Callable[[], bool] | None) -> None:
    """Raise ExportError when the user no longer wants the export."""
    if cancelled is not None and cancelled():
        raise ExportError(_("The export was stopped. Nothing was written."))


def _started(
    command: Sequence[str], environment: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        # A group of its own, so that what it starts can be ended with it.
        start_new_session=True,
        creationflags=flags,
    )


def _watched(
    process: subprocess.Popen[bytes],
    given: bytes,
    deadline: float,
    cancelled: Callable[[], bool] | None,
) -> Answer:
    waiting: bytes | None = given
    while True:
        try:
            output, errors = process.communicate(waiting, timeout=_SECONDS_BETWEEN_LOOKS)
        except subprocess.TimeoutExpired:
            waiting = None  # it is being sent, and may be handed over only once
            stop_if(cancelled)
            if time.monotonic() > deadline:
                raise TimeIsUpError from None
        else:
            return Answer(process.returncode, output, errors)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
