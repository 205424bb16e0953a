"""One file has one writer; others read and are told who it is."""

import getpass
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samstyring.commands.people import PersonFacts, add_person
from samstyring.domain.errors import ReadOnlyError
from samstyring.store import tables as t
from samstyring.store.lock import FileLock, Holder, take_lock
from samstyring.workspace import Workspace
from tests.builders import a_person, rows, state

ROOT = Path(__file__).resolve().parents[2]
_HOLD = """
import sys, pathlib
from samstyring.workspace import Workspace
workspace = Workspace.open(pathlib.Path(sys.argv[1]))
print(workspace.read_only, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(file: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process open the file for writing as long as the block lasts."""
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(file)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline().strip() == "False"
        yield holder
    finally:
        holder.kill()
        holder.communicate()


def test_that_the_second_to_open_a_file_reads_and_is_told_who_writes(file: Path) -> None:
    with another_process(file):
        workspace = Workspace.open(file)
        said = workspace.read_only_reason
        assert said.startswith(f"{getpass.getuser()} on {socket.gethostname()} has the file open")
        assert re.search(r"since \d\d\.\d\d\.\d{4} \d\d:\d\d, so", said)
        assert len(rows(workspace, t.PersonRow)) == 1
        with pytest.raises(ReadOnlyError, match="has the file open"):
            workspace.run(add_person, PersonFacts("Ola"))
        with pytest.raises(ReadOnlyError):
            workspace.undo()
        workspace.close()
    workspace = Workspace.open(file)
    assert not workspace.read_only
    workspace.close()


def test_that_one_process_cannot_write_a_file_twice(file: Path) -> None:
    first, second = Workspace.open(file), Workspace.open(file)
    assert (first.read_only, second.read_only) == (False, True)
    a_person(first, "Ola")
    assert state(second) == state(first)
    second.close()
    third = Workspace.open(file)
    assert third.read_only
    third.close()
    first.close()
    fourth = Workspace.open(file)
    assert not fourth.read_only
    fourth.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_that_a_killed_owner_leaves_the_file_free(file: Path) -> None:
    with another_process(file) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert file.with_name(file.name + ".lock").exists()
        workspace = Workspace.open(file)
        assert not workspace.read_only
        workspace.close()
    assert not file.with_name(file.name + ".lock").exists()


def test_that_a_lock_from_another_machine_is_not_broken(file: Path) -> None:
    lock_path = file.with_name(file.name + ".lock")
    said = {"user": "kari", "host": "annen-maskin", "since": "2026-02-07T09:00:00"}
    lock_path.write_text(json.dumps(said), encoding="utf-8")
    workspace = Workspace.open(file)
    assert workspace.read_only_reason.startswith(
        "kari on annen-maskin has the file open since 07.02.2026 09:00, "
    )
    workspace.close()
    assert json.loads(lock_path.read_text(encoding="utf-8")) == said


@pytest.mark.parametrize("rubbish", ["", "{", "[]", "7", '{"user": null}', "ÆØÅ"])
def test_that_rubbish_in_the_lock_file_locks_nobody_out(tmp_path: Path, rubbish: str) -> None:
    path = tmp_path / "a"
    lock_path = tmp_path / "a.lock"
    lock_path.write_text(rubbish, encoding="utf-8")
    lock = take_lock(path)
    assert isinstance(lock, FileLock)
    assert json.loads(lock_path.read_text(encoding="utf-8"))["host"] == socket.gethostname()
    lock.release()
    assert not lock_path.exists()


def test_that_bytes_that_are_no_text_lock_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "a.lock").write_bytes(b"\xff\xfe\x00")
    lock = take_lock(tmp_path / "a")
    assert isinstance(lock, FileLock)
    lock.release()


def test_that_giving_back_twice_takes_nothing_from_the_next(tmp_path: Path) -> None:
    first = take_lock(tmp_path / "a")
    assert isinstance(first, FileLock)
    first.release()
    second = take_lock(tmp_path / "a")
    assert isinstance(second, FileLock)
    first.release()
    assert isinstance(take_lock(tmp_path / "a"), Holder)
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="no file is removed while open on Windows")
def test_that_a_lock_on_a_file_just_removed_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner removes its lock file between our opening and our locking it."""
    first = take_lock(tmp_path / "a")
    assert isinstance(first, FileLock)
    real, calls = os.fstat, []

    def released_meanwhile(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 1:
            (tmp_path / "a.lock").unlink()
        return real(descriptor)

    first.release()
    with monkeypatch.context() as patch:
        patch.setattr("samstyring.store.lock.os.fstat", released_meanwhile)
        second = take_lock(tmp_path / "a")
    assert isinstance(second, FileLock)
    assert len(calls) > 1
    assert isinstance(take_lock(tmp_path / "a"), Holder)
    second.release()
