"""An open file on a desk, with a body whose mandate has been replaced once, and a draft."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from samstyring.commands.mandates import draft_mandate
from samstyring.ui.desk import Desk
from samstyring.ui.mandates import MandatesPage
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, a_seat


@pytest.fixture
def workspace() -> Workspace:
    """Open a file: KommIT-rådet has versions 1 and 2 and draft 3; Ågruppa has seats alone."""
    opened = Workspace.in_memory()
    body_id = a_body(opened, "KommIT-rådet")
    a_seat(opened, body_id)
    a_mandate(opened, body_id, adopted_on="2020-01-01")
    a_mandate(opened, body_id, adopted_on="2023-01-01")
    opened.run(draft_mandate, body_id)
    a_seat(opened, a_body(opened, "Ågruppa"))
    return opened


@pytest.fixture
def desk(workspace: Workspace, tmp_path: Path) -> Iterator[Desk]:
    """Give the file a desk, with settings of its own."""
    made = Desk(workspace, Settings(tmp_path / "settings.ini"))
    made.set_day(date(2026, 2, 7))
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, own_windows: Callable[[QWidget], QWidget]) -> MandatesPage:
    """Show the page."""
    shown = MandatesPage(desk)
    own_windows(shown)
    shown.resize(1000, 640)
    shown.show()
    return shown
