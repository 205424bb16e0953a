"""A desk over an empty file, which the tests of a page fill with what they need."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace

Own = Callable[[Any], Any]


@pytest.fixture
def day() -> date | None:
    """The day that everything is shown as of; a folder says another, None is today."""
    return None


@pytest.fixture
def desk(tmp_path: Path, qapp: object, day: date | None) -> Iterator[Desk]:
    """A desk over a file in memory, with settings of its own."""
    desk = Desk(Workspace.in_memory(), Settings(tmp_path / "settings.ini"))
    desk.set_day(day)
    yield desk
    desk.close()
