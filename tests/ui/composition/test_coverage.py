"""Coverage: who holds seats where, what is owed, and who carries the links."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from samstyring.language import pseudo
from samstyring.ui.composition.coverage_dialog import CoverageDialog
from samstyring.ui.desk import Desk
from samstyring.ui.nominations import make_nominations_page
from samstyring.ui.tables import RecordTable
from samstyring.ui.theme import apply_text_size
from tests import builders
from tests.ui import rules
from tests.ui.composition.conftest import Committee, Own, settled


@pytest.fixture
def dialog(desk: Desk, committee: Committee, own_windows: Own) -> CoverageDialog:
    """Show the coverage; Ola sits in a second body that nobody else links to."""
    other = builders.a_body(desk.workspace, "KommIT-rådet")
    builders.an_appointment(desk.workspace, builders.a_seat(desk.workspace, other), committee.ola)
    dialog: CoverageDialog = own_windows(CoverageDialog(desk))
    dialog.resize(820, 640)
    dialog.show()
    return dialog


def select(table: RecordTable, record_id: str) -> None:
    """Select a row as the user does."""
    place = [record.id for record in table.shown_records()].index(record_id)
    table.view.selectRow(place)


def test_that_networks_are_told_with_what_they_hold_and_owe(
    dialog: CoverageDialog, desk: Desk, committee: Committee
) -> None:
    regions = dialog.regions
    builders.a_round(desk.workspace, name="Neste", ask_ids=(committee.vestland,))
    assert regions.summary.text() == ("Without a seat: Digi Vestland. 1 request is not answered.")
    select(regions.table, committee.agder)
    assert regions.sentence.text() == (
        "Digi Agder holds 2 seats: Digitaliseringsutvalget, KommIT-rådet. Of the seats to "
        "nominate to, 0 are filled and 0 vacant."
    )
    builders.a_seat(desk.workspace, committee.body, represents_id=committee.agder)
    assert "1 seat they nominate to is vacant." in regions.summary.text()
    assert "0 are filled and 1 vacant" in regions.sentence.text()


@pytest.mark.parametrize(("place", "names"), [(1, 0), (2, 0), (3, 4)])
def test_that_it_can_be_counted_by_other_groups(
    dialog: CoverageDialog, place: int, names: int
) -> None:
    dialog.regions.by.setCurrentIndex(place)
    assert dialog.regions.table is (dialog.regions.sizes if place == 3 else dialog.regions.dues)
    lines = [line for line in dialog.regions.table.shown_records() if line.id != "none"]
    assert len(lines) == names


def test_that_who_carries_a_link_alone_is_told(
    dialog: CoverageDialog, committee: Committee
) -> None:
    carriers = dialog.carriers
    assert carriers.summary.text().startswith("1 person sits in two bodies or more.")
    select(carriers.table, committee.ola)
    assert carriers.sentence.text() == (
        "Ola Nes sits in Digitaliseringsutvalget and KommIT-rådet. Nobody else links: "
        "Digitaliseringsutvalget – KommIT-rådet."
    )


def test_that_lines_lead_to_the_body_and_the_person(
    dialog: CoverageDialog, committee: Committee, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.open_requested) as asked:
        dialog.regions.table.record_activated.emit(committee.agder)
    assert asked.args == ["body", committee.agder]
    with qtbot.waitSignal(dialog.open_requested) as asked:
        dialog.carriers.table.record_activated.emit(committee.ola)
    assert asked.args == ["person", committee.ola]
    with qtbot.assertNotEmitted(dialog.open_requested):
        dialog.regions.table.record_activated.emit("none")


def test_that_another_day_is_said_in_the_title(dialog: CoverageDialog, desk: Desk) -> None:
    assert dialog.windowTitle() == "Coverage as of 10.03.2026"
    desk.set_day(None)
    assert dialog.windowTitle() == "Coverage"


def test_that_the_page_of_nominations_opens_it(
    desk: Desk, committee: Committee, own_windows: Own
) -> None:
    page = own_windows(make_nominations_page(desk))
    page.show()
    action = next(each for each in page.page_actions() if each.menu == "reports")
    action.run()
    found = page.findChildren(CoverageDialog)
    assert [each.isVisible() for each in found] == [True]
    assert not action.writes


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("tab", [0, 1])
def test_that_it_is_for_everyone(
    dialog: CoverageDialog, qtbot: QtBot, qapp: QApplication, tab: int, percent: int
) -> None:
    apply_text_size(qapp, percent)
    try:
        dialog.tabs.setCurrentIndex(tab)
        settled(qtbot, dialog)
        assert rules.breaches(dialog) == []
        assert rules.rich_data_labels(dialog) == []
    finally:
        apply_text_size(qapp, 100)


def test_that_every_text_goes_through_translation(
    desk: Desk, committee: Committee, own_windows: Own
) -> None:
    with pseudo():
        dialog = own_windows(CoverageDialog(desk))
        dialog.show()
        select(dialog.regions.table, committee.agder)
        shown = [w.text() for w in dialog.findChildren(QLabel) if w.isVisible() and w.text()]
        shown += [dialog.tabs.tabText(place) for place in range(2)]
    assert [t for t in shown if "«§" not in t and not t.isdigit()] == []
