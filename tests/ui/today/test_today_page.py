"""The Today page: what is listed, what a tile does, where a line leads."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from samstyring.commands.bodies import add_body
from samstyring.commands.people import PersonFacts, add_person
from samstyring.commands.seats import SeatFacts, add_seat, fill_seat
from samstyring.domain.bodies import BodyFacts, BodyKind, Level
from samstyring.domain.findings import FindingKind
from samstyring.domain.periods import PartialDate
from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.ui.today import TodayPage
from samstyring.workspace import Workspace
from tests.ui import rules


@pytest.fixture
def shown(tmp_path: Path, own_windows: Callable[[QWidget], QWidget]) -> Iterator[TodayPage]:
    workspace = Workspace.in_memory()
    body = workspace.run(add_body, "Fagrådet", BodyFacts(BodyKind.COUNCIL, Level.NATIONAL))
    workspace.run(add_seat, body, SeatFacts())
    seat = workspace.run(add_seat, body, SeatFacts())
    person = workspace.run(add_person, PersonFacts("Kari Ås"))
    workspace.run(
        fill_seat, seat, person, PartialDate(2020), term_last=PartialDate.of(date.today())
    )
    desk = Desk(workspace, Settings(tmp_path / "settings.ini"))
    page = TodayPage(desk)
    own_windows(page)
    page.resize(900, 600)
    page.show()
    yield page
    desk.close()


def test_that_each_kind_is_counted_on_its_tile(shown: TodayPage) -> None:
    counts = {tile.kind: tile.count for tile in shown.tiles.tiles}
    assert counts[FindingKind.VACANT] == 1
    assert counts[FindingKind.ENDS_SOON] == 1
    assert counts[FindingKind.NO_MANDATE] == 1
    assert counts[FindingKind.OVERDUE] == 0


def test_that_a_tile_narrows_the_list_to_its_kind(shown: TodayPage) -> None:
    vacant = next(tile for tile in shown.tiles.tiles if tile.kind is FindingKind.VACANT)
    assert len(shown.table.shown_records()) == 3
    vacant.click()
    assert len(shown.table.shown_records()) == 1
    vacant.click()
    assert len(shown.table.shown_records()) == 3


def test_that_a_line_leads_to_where_it_is_mended(shown: TodayPage, qtbot: object) -> None:
    vacant = next(line for line in shown.table.shown_records() if line.id.startswith("vacant"))
    with qtbot.waitSignal(shown.open_requested) as opened:  # type: ignore[attr-defined]
        shown.table.record_activated.emit(vacant.id)
    assert opened.args == ["seat", vacant.id.split(":")[1]]


def test_that_the_page_can_be_used_without_eyes_or_mouse(shown: TodayPage) -> None:
    assert rules.breaches(shown) == []
