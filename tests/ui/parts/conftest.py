"""A desk over a file in memory."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace

Own = Callable[[Any], Any]


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    """A desk that looks at today."""
    desk = Desk(Workspace.in_memory(), Settings(tmp_path / "settings.ini"))
    yield desk
    desk.close()
