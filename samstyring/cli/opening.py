"""Open the file that a verb is about, for reading or for writing."""

import sys
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
    """Open a file to change it; ReadOnlyError says who has it, or why it cannot be written.

    Where it was of an older format, it is told beside the answer where it is kept as it was.
    """
    workspace = Workspace.open(path)
    try:
        if workspace.read_only:
            raise ReadOnlyError(workspace.read_only_reason)
        if workspace.notice:
            print(workspace.notice, file=sys.stderr)
        yield workspace
    finally:
        workspace.close()
