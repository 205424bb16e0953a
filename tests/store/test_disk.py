"""A killed program, a full disk and a folder one may not write in lose nothing acknowledged."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from samstyring.domain.errors import StoreError
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_person, journal_length, rows, state

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and mounts of POSIX")

_WRITE = """
import pathlib, sys
from tests.builders import a_person
from samstyring.workspace import Workspace
workspace = Workspace.open(pathlib.Path(sys.argv[1]))
while True:
    print(a_person(workspace, "Ola", email="ola@ks.no"), flush=True)
"""

_FILL = """
import json, pathlib, sys
from samstyring.commands.people import PersonFacts, add_person
from samstyring.domain.errors import StoreError
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_person, journal_length, rows
folder = pathlib.Path(sys.argv[1])
path = folder / "a.samstyring"
workspace = Workspace.create(path)
told, acknowledged, said = [], [], ""
workspace.subscribe(told.append)
while not said:
    try:
        acknowledged.append(workspace.run(add_person, PersonFacts("Ola", note="å" * 20_000)))
    except StoreError as error:
        said = str(error)
standing = [row["id"] for row in rows(workspace, t.PersonRow)]
workspace.close()
again = Workspace.open(path, read_only=True)
left = sorted(each.name for each in folder.iterdir())
print(json.dumps({
    "said": said, "told": len(told), "acknowledged": acknowledged, "standing": standing,
    "reopened": [row["id"] for row in rows(again, t.PersonRow)],
    "journal": journal_length(again), "left": left,
}))
"""

_CREATE = """
import json, pathlib, sys
from samstyring.domain.errors import StoreError
from samstyring.workspace import Workspace
folder = pathlib.Path(sys.argv[1])
try:
    Workspace.create(folder / "a.samstyring")
except StoreError as error:
    print(json.dumps([str(error), [each.name for each in folder.iterdir()]]))
"""

_READ = """
import json, pathlib, subprocess, sys
from samstyring.commands.people import PersonFacts, add_person
from samstyring.domain.errors import ReadOnlyError
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_person, rows
folder = pathlib.Path(sys.argv[1])
path = folder / "a.samstyring"
workspace = Workspace.create(path)
a_person(workspace)
workspace.close()
subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
workspace = Workspace.open(path)
try:
    workspace.run(add_person, PersonFacts("Ola"))
    refused = ""
except ReadOnlyError as error:
    refused = str(error)
print(json.dumps([workspace.read_only_reason, refused, len(rows(workspace, t.PersonRow))]))
"""

_FULL = """
import json, pathlib, sys
from samstyring.workspace import Workspace
folder = pathlib.Path(sys.argv[1])
path = folder / "a.samstyring"
Workspace.create(path).close()
try:
    (folder / "fill").write_bytes(b"0" * 2_000_000)
except OSError:
    pass
workspace = Workspace.open(path)
reason = workspace.read_only_reason
workspace.close()
print(json.dumps([reason, sorted(each.name for each in folder.iterdir())]))
"""


# Killed -----------------------------------------------------------------------------------------


def test_that_a_kill_loses_nothing_acknowledged(file: Path) -> None:
    acknowledged: list[str] = []
    for each in range(5):
        acknowledged += _killed_after(file, commits=3 + 4 * each)
    workspace = Workspace.open(file)
    assert not workspace.read_only
    kept = {row["id"] for row in rows(workspace, t.PersonRow)}
    assert len(acknowledged) >= 3 + 7 + 11 + 15 + 19
    assert set(acknowledged) <= kept
    for row in rows(workspace, t.ChangeSetRow):
        assert rows(workspace, t.ChangeRowRow, change_set_id=row["id"]), "an entry without rows"
    assert len(rows(workspace, t.ContactRow)) == len(kept)
    workspace.close()


def _killed_after(file: Path, *, commits: int) -> list[str]:
    """Write from another process, kill it after some commits and return what it acknowledged."""
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITE, str(file)], cwd=ROOT, text=True, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _each in range(commits)]
    writer.send_signal(signal.SIGKILL)
    rest = writer.communicate()[0]
    # A line cut short was not yet told to anyone.
    return [line.strip() for line in [*said, *rest.splitlines(keepends=True)] if line[-1:] == "\n"]


def stopped_in_a_write(file: Path) -> None:
    """Leave the file as a machine does that stops in the midst of a transaction."""
    script = (
        "import os, signal, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "for each in range(400):\n"
        "    c.execute('INSERT INTO source VALUES (?,?,?,?,?,?,?,1)',"
        " ('x', 'y' * 900, '', '', '', '', str(each)))\n"
        "c.execute('DELETE FROM person')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(file)], check=False)
    assert Path(f"{file}-journal").stat().st_size > 0


def test_that_half_a_transaction_is_taken_back_when_the_file_is_opened(file: Path) -> None:
    workspace = Workspace.open(file)
    before = state(workspace)
    workspace.close()
    stopped_in_a_write(file)
    workspace = Workspace.open(file)
    assert state(workspace) == before
    workspace.close()


def test_that_half_a_transaction_is_never_read_as_if_it_were_whole(file: Path) -> None:
    stopped_in_a_write(file)
    with pytest.raises(StoreError, match="Open it once for writing"):
        Workspace.open(file, read_only=True)


# Disks of their own -------------------------------------------------------------------------------


def _on_a_small_disk(script: str, folder: Path, size: str) -> str:
    """Run a script on a disk of its own, in a name space that no one else sees."""
    folder.mkdir()
    unshare, mount = shutil.which("unshare"), shutil.which("mount")
    if not unshare or not mount:
        pytest.skip("needs unshare and mount to make a small disk")
    command = f'{mount} -t tmpfs -o size={size} tmpfs "$2" && exec "$0" -c "$1" "$2"'
    tried = [unshare, "-rm", "sh", "-c"]
    probe = f"{mount} -t tmpfs -o size=64k tmpfs {folder}"
    if subprocess.run([*tried, probe], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let tests mount a disk of their own")
    result = subprocess.run(
        [*tried, command, sys.executable, script, str(folder)],
        cwd=ROOT, text=True, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return result.stdout


_ENGLISH = "from samstyring.language import set_language\nset_language('en')\n"


def test_that_a_full_disk_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    found = json.loads(_on_a_small_disk(_ENGLISH + _FILL, tmp_path / "disk", "1m"))
    assert "the disk is full or gone. Nothing was changed." in found["said"]
    assert found["acknowledged"]
    assert found["standing"] == found["reopened"] == found["acknowledged"]
    assert found["told"] == found["journal"] == len(found["acknowledged"])
    assert found["left"] == ["a.samstyring"]


def test_that_a_file_that_finds_no_room_is_not_left_half_made(tmp_path: Path) -> None:
    said, left = json.loads(_on_a_small_disk(_ENGLISH + _CREATE, tmp_path / "disk", "64k"))
    assert "the disk is full or gone" in said
    assert left == []


def test_that_a_file_on_a_disk_that_is_full_can_be_read(tmp_path: Path) -> None:
    reason, left = json.loads(_on_a_small_disk(_ENGLISH + _FULL, tmp_path / "disk", "1m"))
    assert reason.startswith("The disk is full, so the file is open for reading only.")
    assert left == ["a.samstyring", "fill"]


def test_that_a_file_in_a_folder_one_may_not_write_in_can_be_read(tmp_path: Path) -> None:
    found = json.loads(_on_a_small_disk(_ENGLISH + _READ, tmp_path / "disk", "1m"))
    reason, refused, people = found
    assert reason == refused
    assert reason.startswith("You may not write in this folder")
    assert people == 1


def test_that_a_file_removed_while_open_is_said_to_be_gone(file: Path) -> None:
    workspace = Workspace.open(file)
    entries = journal_length(workspace)
    file.rename(file.with_name("flyttet.samstyring"))
    with pytest.raises(StoreError, match="has been moved, deleted or is out of reach"):
        a_person(workspace)
    workspace.close()
    moved = Workspace.open(file.with_name("flyttet.samstyring"))
    assert journal_length(moved) == entries
    moved.close()


def test_that_what_is_written_is_in_the_file_itself(file: Path) -> None:
    workspace = Workspace.open(file)
    person_id = a_person(workspace, "Ola")
    with sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True) as other:
        found = other.execute("SELECT id FROM person WHERE name = 'Ola'").fetchall()
    other.close()
    assert found == [(person_id,)]
    workspace.close()
