"""An open file on a desk whose day is frozen, and the page shown on it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from samstyring.domain.bodies import BodyKind
from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.ui.today import TodayPage
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, a_round, a_seat, an_appointment

DAY = date(2026, 3, 10)


@pytest.fixture
def workspace() -> Workspace:
    """Open a file: Fagrådet has a vacant seat for Digi Agder and one that ends; a round is late."""
    opened = Workspace.in_memory(author="Kari")
    network = a_body(opened, "Digi Agder", kind=BodyKind.REGIONAL_NETWORK)
    council = a_body(opened, "Fagrådet")
    vacant = a_seat(opened, council, represents_id=network)
    held = a_seat(opened, council)
    an_appointment(opened, held, a_person(opened, "Kari Ås"), term_last="2026-04-01")
    a_round(opened, a_body(opened, "KS"), seat_ids=(vacant,), ask_ids=(network,))
    return opened


@pytest.fixture
def desk(workspace: Workspace, tmp_path: Path) -> Iterator[Desk]:
    """Give the file a desk, with settings of its own, on a day in March."""
    made = Desk(workspace, Settings(tmp_path / "settings.ini"))
    made.set_day(DAY)
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, own_windows: Callable[[QWidget], QWidget]) -> TodayPage:
    """Show the page."""
    shown = TodayPage(desk)
    own_windows(shown)
    shown.resize(900, 640)
    shown.show()
    return shown
