"""A file is recognised from its first bytes, and what is not ours is refused in a sentence."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samstyring.domain.errors import StoreError
from samstyring.store.files import APPLICATION_ID, FORMAT, Header, make_private, read_header
from samstyring.workspace import Workspace


def _database(path: Path, *pragmas: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (a)")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    connection.commit()
    connection.close()


def _missing(path: Path) -> None:
    assert not path.exists()


def _other_program(path: Path) -> None:
    _database(path, "application_id = 7")


def _newer(path: Path) -> None:
    _database(path, f"application_id = {APPLICATION_ID}", f"user_version = {FORMAT + 1}")


def _random(path: Path) -> None:
    path.write_bytes(bytes(range(255, 0, -1)) * 20)


def test_that_the_first_hundred_bytes_are_enough(file: Path, tmp_path: Path) -> None:
    start = tmp_path / "start.samstyring"
    start.write_bytes(file.read_bytes()[:100])
    assert read_header(file) == read_header(start) == Header(APPLICATION_ID, FORMAT)


@pytest.mark.parametrize(
    ("name", "make", "gist"),
    [
        ("a.samstyring", _missing, "There is no file"),
        ("a.samstyring", Path.mkdir, "is a folder"),
        ("a.samstyring", Path.touch, "is empty"),
        ("a.samstyring", _other_program, "database of another program"),
        (
            "a.samstyring",
            _newer,
            rf"newer version of samstyring \(format {FORMAT + 1}; this program knows {FORMAT}\)",
        ),
        ("a.samstyring", _random, "damaged, or protected with a password"),
        ("a.docx", _random, "is not a samstyring file"),
        ("a.txt", lambda path: path.write_text("SQLite"), "is not a samstyring file"),
    ],
)
def test_that_what_is_not_our_file_is_refused(
    tmp_path: Path, name: str, make: Callable[[Path], object], gist: str
) -> None:
    path = tmp_path / name
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=gist) as refusal:
        Workspace.open(path)
    assert str(path) in str(refusal.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not path.with_name(name + ".lock").exists()


def test_that_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        read_header(tmp_path / ("a" * 300))


def test_that_a_new_file_never_overwrites_another(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(StoreError, match="exists already and is not overwritten"):
        Workspace.create(file)
    assert file.read_bytes() == before


def test_that_a_file_in_no_folder_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Choose a folder you may write in"):
        make_private(tmp_path / "nowhere" / "a.samstyring")


@pytest.mark.skipif(sys.platform == "win32", reason="rights are not modes on Windows")
def test_that_only_its_owner_may_read_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    Workspace.create(path).close()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
