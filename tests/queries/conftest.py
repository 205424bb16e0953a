"""A new file for each test, and the example that comes with the program, to read from."""

from collections.abc import Iterator
from datetime import date

import pytest

from samstyring.example import build_example
from samstyring.workspace import Workspace

EXAMPLE_DAY = date(2026, 3, 1)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Open a new file in memory."""
    opened = Workspace.in_memory()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Open the example for reading; it is built once."""
    path = tmp_path_factory.mktemp("example") / "example.samstyring"
    build_example(path, EXAMPLE_DAY)
    opened = Workspace.open(path, read_only=True)
    yield opened
    opened.close()
