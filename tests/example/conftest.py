"""One file with the whole example, made once, for tests that only look at it."""

from collections.abc import Iterator
from datetime import date

import pytest

from samstyring.example.building import fill
from samstyring.workspace import Workspace

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def example() -> Iterator[Workspace]:
    """Open a file in memory with the example; nothing may be changed in it."""
    opened = Workspace.in_memory()
    fill(opened, TODAY)
    yield opened
    opened.close()
