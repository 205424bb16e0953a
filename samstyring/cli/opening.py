"""Open the file that a verb is about, for reading or for writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samstyring.domain.errors import ReadOnlyError
from samstyring.workspace import Workspace


@contextmanager
def reading(path: Path) -> Iterator[Workspace]:
    """Open a file for the length of a block without taking the right to write it."""
    workspace = Workspace.open(path, read_only=True)
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def writing(path: Path) -> Iterator[Workspace]:
    """Open a file to change it; ReadOnlyError says who has it, or why it cannot be written."""
    workspace = Workspace.open(path)
    try:
        if workspace.read_only:
            raise ReadOnlyError(workspace.read_only_reason)
        yield workspace
    finally:
        workspace.close()
