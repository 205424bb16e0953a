"""A desk over a file in memory, with one committee whose seats are in every state."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import add_relation
from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.seats import SeatRole
from samstyring.ui.bodies import BodiesPage, make_bodies_page
from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests import builders

Own = Callable[[QWidget], QWidget]
DAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Committee:
    """The ids of what the file holds."""

    body: str
    parent: str
    municipality: str
    chair: str
    vacant: str
    kari: str
    ola: str
    term: str


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    """A desk that looks at 1 March 2026."""
    workspace = Workspace.in_memory()
    desk = Desk(workspace, Settings(tmp_path / "settings.ini"))
    desk.set_day(DAY)
    yield desk
    desk.close()


@pytest.fixture
def committee(desk: Desk) -> Committee:
    """A committee of three seats: one filled, one that ends soon, one vacant."""
    w = desk.workspace
    parent = builders.a_body(w, "KommIT-rådet", short_name="KommIT")
    bergen = builders.a_body(w, "Bergen", kind=BodyKind.MUNICIPALITY, level=Level.LOCAL)
    body = builders.a_body(
        w,
        "Digitaliseringsutvalget",
        kind=BodyKind.COMMITTEE,
        short_name="DU",
        parent_id=parent,
        period=builders.a_period("2018"),
        term_months=24,
    )
    w.run(add_relation, bergen, body, RelationKind.ADVISES)
    kari = builders.a_person(
        w, "Kari Åmodt", employer_id=bergen, title="digitaliseringssjef", employed_from="2020"
    )
    ola = builders.a_person(w, "Ola Nordmann")
    chair = builders.a_seat(w, body, role=SeatRole.CHAIR, represents_id=bergen)
    member = builders.a_seat(w, body)
    vacant = builders.a_seat(w, body)
    term = builders.an_appointment(w, chair, kari, from_day="2024-01-01", term_last="2027-12-31")
    builders.an_appointment(w, member, ola, from_day="2024-01-01", term_last="2026-03-31")
    return Committee(body, parent, bergen, chair, vacant, kari, ola, term)


@pytest.fixture
def page(desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot) -> BodiesPage:
    """The page of bodies, with the committee shown."""
    page = make_bodies_page(desk)
    own_windows(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_item("body", committee.body)
    return page
