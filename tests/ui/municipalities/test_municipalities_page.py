"""The page of municipalities: by county and network, with their past, and who sits where."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.municipalities import (
    ReferenceBody,
    ReferenceName,
    add_reference_data,
    join_network,
)
from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.periods import ALWAYS
from samstyring.language import pseudo
from samstyring.queries.municipalities import official_numbers
from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.municipalities import MunicipalitiesPage, make_municipalities_page
from samstyring.ui.municipalities.join_dialog import JoinDialog
from tests import builders
from tests.ui import rules

Own = Callable[[QWidget], QWidget]
DAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Places:
    """The ids of what the file holds."""

    alta: str
    bergen: str
    network: str
    other_network: str
    person: str
    body: str


@pytest.fixture
def day() -> date:
    """The day that everything is shown as of."""
    return DAY


@pytest.fixture
def places(desk: Desk) -> Places:
    """Two municipalities, one of which takes part in a network and has somebody in a body."""
    w = desk.workspace
    ids = w.run(add_reference_data, _counties(), _municipalities())
    network = builders.a_body(w, "Digi Vestland", kind=BodyKind.REGIONAL_NETWORK)
    other = builders.a_body(w, "DigiTroFi", kind=BodyKind.REGIONAL_NETWORK)
    w.run(join_network, network, (ids["4601"],), builders.a_period("2017"))
    person = builders.a_person(w, employer_id=ids["4601"], employed_from="2020", title="sjef")
    body = builders.a_body(w, "Utvalget")
    builders.an_appointment(w, builders.a_seat(w, body), person, term_last="2028-12-31")
    return Places(ids["5403"], ids["4601"], network, other, person, body)


def _counties() -> tuple[ReferenceBody, ...]:
    return tuple(
        ReferenceBody(number, ALWAYS, (ReferenceName(name),), ((number, ALWAYS),))
        for number, name in (("46", "Vestland"), ("56", "Finnmark"))
    )


def _municipalities() -> tuple[ReferenceBody, ...]:
    numbers = (
        ("1201", builders.a_period(None, "2019-12-31")),
        ("4601", builders.a_period("2020-01-01")),
    )
    facts = MunicipalityFacts(291940, "2024-01-01", "nøytral", "Bergen", 464.7)
    bergen = ReferenceBody(
        "4601", ALWAYS, (ReferenceName("Bergen"),), numbers, (("46", ALWAYS),), facts=facts
    )
    names = (
        ReferenceName("Alta"),
        ReferenceName("Áltá", "se"),
        ReferenceName("Alattio", "fkv"),
    )
    alta = ReferenceBody(
        "5403",
        ALWAYS,
        names,
        (("5403", ALWAYS),),
        (("56", ALWAYS),),
        facts=MunicipalityFacts(21000, "", "bokmål", "Alta"),
    )
    return bergen, alta


@pytest.fixture
def page(desk: Desk, places: Places, own_windows: Own, qtbot: QtBot) -> MunicipalitiesPage:
    """The page, with Bergen shown."""
    page = make_municipalities_page(desk)
    own_windows(page)
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_item("municipality", places.bergen)
    return page


def texts(widget: QWidget) -> str:
    """Return all that is written in a part of the page."""
    QCoreApplication.sendPostedEvents()
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(labels)


def links(section: QWidget) -> list[str]:
    """Return the links of a part of the page, from its top."""
    return [row.row.title for row in section._rows.values() if row.link]  # type: ignore[attr-defined]


def listed(page: MunicipalitiesPage) -> list[str]:
    """Return the names in the list."""
    return [line.name for line in page.table.shown_records()]  # type: ignore[attr-defined]


def the_dialog() -> FormDialog:
    """Return the one open dialog."""
    (dialog,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog) and w.isVisible()
    ]
    return dialog


def test_that_municipalities_are_listed_with_sami_and_kven_names(page: MunicipalitiesPage) -> None:
    line = page.table.shown_records()[1]
    shown = [column.text(line) for column in page.table.model.columns]
    assert shown[:5] == ["5403", "Alta", "", "Finnmark", "21,000"]
    assert shown[5:] == ["Áltá", "Alattio", "Bokmål", "Alta"]


def test_that_the_list_can_be_kept_to_a_county_or_a_network(
    page: MunicipalitiesPage, places: Places
) -> None:
    page.county.setCurrentText("Finnmark")
    assert listed(page) == ["Alta"]
    page.county.setCurrentIndex(0)
    page.network.setCurrentIndex(page.network.findData(places.network))
    assert listed(page) == ["Bergen"]
    page.network.setCurrentText("In no network")
    assert listed(page) == ["Alta"]


def test_that_the_status_counts_inhabitants(page: MunicipalitiesPage) -> None:
    assert page.status_text() == "2 municipalities · 312,940 inhabitants"


def test_that_a_municipality_that_is_asked_for_is_shown_though_a_filter_hid_it(
    page: MunicipalitiesPage, places: Places
) -> None:
    page.county.setCurrentText("Vestland")
    page.show_item("municipality", places.alta)
    assert page.table.selected_id() == places.alta
    assert page.detail.head.name.text() == "Alta"


def test_that_the_sentence_tells_county_network_and_people(page: MunicipalitiesPage) -> None:
    assert page.detail.head.sentence.text() == (
        "It lies in Vestland. It takes part in Digi Vestland. 1 person from here sits in a body."
    )


def test_that_the_past_is_told(page: MunicipalitiesPage, desk: Desk, places: Places) -> None:
    numbers = texts(page.detail.numbers)
    assert "4601" in numbers
    assert "until 31.12.2019" in numbers
    assert [n.number for n in desk.read(official_numbers, places.bergen)] == ["4601", "1201"]
    assert "from 2017" in texts(page.detail.networks)
    assert "291,940 on 01.01.2024" in texts(page.detail.head)


def test_that_it_is_told_who_sits_where(
    page: MunicipalitiesPage, places: Places, qtbot: QtBot
) -> None:
    assert "Member in Utvalget · sjef" in texts(page.detail.seats)
    (row,) = page.detail.seats._rows.values()
    assert row.link is not None
    with qtbot.waitSignal(page.open_requested) as asked:
        row.link.click()
    assert asked.args == ["person", places.person]


def test_that_a_municipality_joins_a_network_from_a_date(
    page: MunicipalitiesPage, desk: Desk, places: Places
) -> None:
    page.show_item("municipality", places.alta)
    page.detail.join()
    form = the_dialog()
    assert isinstance(form, JoinDialog)
    assert form.sentence.text() == "Alta takes part in no network now."
    form.accept()
    assert form.error.text() == "Choose the network."
    form.network.set_value(places.other_network)
    form.from_day.set_value(date(2026, 1, 1))
    form.accept()
    row = builders.the_row(desk.workspace, t.RelationRow, to_id=places.other_network)
    assert (row["kind"], row["first_day"]) == (RelationKind.MEMBER_OF.value, "2026-01-01")
    assert links(page.detail.networks) == ["DigiTroFi"]


def test_that_a_municipality_leaves_its_network_and_the_past_stays(
    page: MunicipalitiesPage, desk: Desk
) -> None:
    page.detail.leave()
    form = the_dialog()
    assert isinstance(form, EndDialog)
    assert form.windowTitle() == "Leave Digi Vestland"
    form.last_day.set_value(date(2025, 12, 31))
    form.accept()
    assert "It takes part in no network." in page.detail.head.sentence.text()
    assert links(page.detail.networks) == ["Digi Vestland"]
    assert not page.detail.networks.buttons[1].isVisible()


def test_that_a_membership_that_is_over_can_still_be_corrected(
    page: MunicipalitiesPage, desk: Desk
) -> None:
    page.detail.leave()
    form = the_dialog()
    assert isinstance(form, EndDialog)
    form.last_day.set_value(date(2025, 12, 31))
    form.accept()
    QCoreApplication.sendPostedEvents()
    (row,) = page.detail.networks._rows.values()
    row.menu().actions()[0].trigger()
    assert the_dialog().windowTitle() == "Correct the relation"


def test_that_whose_data_it_is_stands_at_the_foot(page: MunicipalitiesPage) -> None:
    shown = texts(page)
    for holder in ("Kartverket", "Statistisk sentralbyrå", "Brønnøysundregistrene", "GeoNames"):
        assert holder in shown


def test_that_the_page_is_for_everyone(page: MunicipalitiesPage, qtbot: QtBot) -> None:
    qtbot.wait(10)
    assert rules.breaches(page) == []
    assert rules.jumping_tab_order(page) == []
    assert rules.rich_data_labels(page) == []


def test_that_every_text_goes_through_translation(
    desk: Desk, places: Places, own_windows: Own
) -> None:
    with pseudo():
        page = make_municipalities_page(desk)
        own_windows(page)
        page.show()
        page.show_item("municipality", places.bergen)
        QCoreApplication.sendPostedEvents()
        shown = {w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page) and w.text()}
    unmarked = {text for text in shown if "«§" not in text and not text.endswith("· test")}
    assert unmarked == {"Bergen", "2", "4601", "1201"}
