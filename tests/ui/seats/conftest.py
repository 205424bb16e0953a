"""A desk over a file in memory that looks at one day."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace

Own = Callable[[QWidget], QWidget]


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    """A desk that looks at 1 March 2026."""
    desk = Desk(Workspace.in_memory(), Settings(tmp_path / "settings.ini"))
    desk.set_day(date(2026, 3, 1))
    yield desk
    desk.close()
