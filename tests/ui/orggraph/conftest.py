"""A small structure that has changed over time, and the graph page on it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import add_relation
from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.page import GraphPage
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, a_seat

TODAY = date.today()
Ids = dict[str, str]


@pytest.fixture
def ids() -> Ids:
    """Remember the ids of the bodies by what they are called here."""
    return {}


@pytest.fixture
def desk(tmp_path: Path, ids: Ids) -> Iterator[Desk]:
    """Open a file with a network, its municipality, a committee, and a council that is over."""
    opened = Workspace.in_memory()
    ids["KS"] = a_body(opened, "KS", kind=BodyKind.POLITICAL_BODY, period=a_period("2000"))
    ids["DU"] = a_body(
        opened, "Digitaliseringsutvalget", kind=BodyKind.COMMITTEE, short_name="DU",
        period=a_period("2018-05-02"), parent_id=ids["KS"],
    )  # fmt: skip
    ids["Net"] = a_body(
        opened, "DigiTrøndelag", kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL,
        period=a_period("2016"), parent_id=ids["DU"], parent_relation=RelationKind.ADVISES,
    )  # fmt: skip
    ids["Frosta"] = a_body(
        opened, "Frosta", kind=BodyKind.MUNICIPALITY, level=Level.LOCAL, period=a_period("2000")
    )
    opened.run(add_relation, ids["Frosta"], ids["Net"], RelationKind.MEMBER_OF)
    ids["Old"] = a_body(opened, "KommIT-rådet", period=a_period("2012", "2020-12-31"))
    ids["New"] = a_body(opened, "Fagråd", kind=BodyKind.EXPERT_COUNCIL, period=a_period("2099"))
    a_seat(opened, ids["DU"], period=a_period("2018-05-02"))
    made = Desk(opened, Settings(tmp_path / "settings.ini"))
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot) -> GraphPage:
    """Show the graph page once it is drawn."""
    shown = GraphPage(desk)
    own_windows(shown)
    shown.resize(1100, 700)
    with qtbot.waitSignal(shown.stage.drawn, timeout=30_000):
        shown.show()
    return shown
