"""A damaged or foreign file is refused, and what is written is kept safely."""

import random
import sqlite3
from pathlib import Path

import pytest

from samstyring.domain.errors import StoreError
from samstyring.store import tables as t
from samstyring.store.engine import open_engine
from samstyring.workspace import Workspace
from tests.builders import rows, state


@pytest.mark.parametrize("kept", [100, 1000, 4096, 20_000, 0.5, 0.99])
def test_that_a_truncated_file_is_refused(file: Path, kept: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: kept if isinstance(kept, int) else int(len(whole) * kept)])
    with pytest.raises(StoreError, match="is damaged"):
        Workspace.open(file)


@pytest.mark.parametrize("seed", range(12))
def test_that_flipped_bytes_are_refused_or_read(file: Path, seed: int) -> None:
    chance, whole = random.Random(seed), file.read_bytes()
    for _each in range(6):
        flipped = bytearray(whole)
        for _byte in range(chance.choice((1, 1, 20))):
            flipped[chance.randrange(100, len(whole))] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        _open_and_read(file)


def test_that_a_flipped_header_is_refused_or_read(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(16, 100):
        flipped = bytearray(whole)
        flipped[place] ^= 0xFF
        file.write_bytes(flipped)
        _open_and_read(file)


def _open_and_read(file: Path) -> None:
    """Open and read all; StoreError is the one error that may come of it."""
    try:
        workspace = Workspace.open(file)
    except StoreError:
        return
    try:
        assert state(workspace)
    except StoreError:
        pass
    finally:
        workspace.close()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW evil AS SELECT name FROM person",
        "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END",
    ],
)
def test_that_a_foreign_trigger_or_view_is_refused(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.close()
    with pytest.raises(StoreError, match=r"did not put there \(evil\)"):
        Workspace.open(file)


def test_that_a_file_without_one_of_our_tables_is_damaged(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE section")
    connection.close()
    with pytest.raises(StoreError, match="is damaged"):
        Workspace.open(file)


@pytest.mark.parametrize("read_only", [True, False])
def test_that_a_refused_file_is_given_back(file: Path, read_only: bool) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096])
    with pytest.raises(StoreError):
        Workspace.open(file, read_only=read_only)
    file.write_bytes(whole)
    workspace = Workspace.open(file)
    assert not workspace.read_only
    workspace.close()


def test_that_a_commit_is_on_the_disk_before_it_is_told(file: Path) -> None:
    engine = open_engine(file, read_only=False)
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    engine.dispose()
    extra = 3
    assert pragmas == {
        "journal_mode": "delete", "synchronous": extra, "foreign_keys": 1, "trusted_schema": 0,
    }  # fmt: skip


def test_that_a_copied_file_is_whole(file: Path, tmp_path: Path) -> None:
    workspace = Workspace.open(file)
    copy = tmp_path / "kopi av Åse #1 100%.samstyring"
    copy.write_bytes(file.read_bytes())
    other = Workspace.open(copy)
    assert state(other) == state(workspace)
    assert len(rows(other, t.PersonRow)) == 1
    for each in (workspace, other):
        each.close()


def test_that_a_copy_of_a_file_that_was_overwritten_is_refused_and_not_left(
    file: Path, tmp_path: Path
) -> None:
    workspace = Workspace.open(file)
    file.write_bytes(b"SQLite format 3\x00" + bytes(range(200)) * 40)
    with pytest.raises(StoreError):
        workspace.save_copy(tmp_path / "copy.samstyring")
    assert not (tmp_path / "copy.samstyring").exists()
    workspace.close()
