"""The timeline of terms: its rows, its keys, what it says, and the list that equals it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.bodies import BodyKind
from samstyring.domain.seats import SeatRole
from samstyring.domain.terms import Term, TermState
from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.ui.terms import TermsPane
from samstyring.ui.terms.axis import Axis
from samstyring.ui.terms.lanes import Rows, bar_text, lanes, sentence
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, a_seat, an_appointment
from tests.ui import rules

DAY = date(2026, 3, 1)


def a_term(name: str, **facts: object) -> Term:
    """Return a term in seat 1 of KommIT-rådet."""
    known: dict[str, object] = {
        "id": name, "seat_id": "s1", "role": SeatRole.MEMBER, "number": 1, "body_id": "b",
        "body_name": "KommIT-rådet", "person_id": name, "person_name": name, "network_id": "",
        "network_name": "", "state": TermState.SITTING, "first": date(2024, 1, 1), "last": None,
        "term_last": date(2026, 12, 31), "written": "2024–2026",
    }  # fmt: skip
    return Term(**{**known, **facts})  # type: ignore[arg-type]


@pytest.fixture
def pane(tmp_path: Path, own_windows: Callable[[QWidget], QWidget]) -> Iterator[TermsPane]:
    workspace = Workspace.in_memory()
    network = a_body(workspace, "Digi Agder", kind=BodyKind.REGIONAL_NETWORK)
    council = a_body(workspace, "KommIT-rådet")
    for name, last, stands_for in (("Kari Ås", "2025-12-31", network), ("Ola Berg", "2027", None)):
        seat = a_seat(workspace, council, represents_id=stands_for)
        an_appointment(workspace, seat, a_person(workspace, name), term_last=last)
    desk = Desk(workspace, Settings(tmp_path / "settings.ini"))
    desk.set_day(DAY)
    shown = TermsPane(desk)
    own_windows(shown)
    shown.resize(900, 500)
    shown.show()
    yield shown
    desk.close()


def test_that_terms_in_one_seat_share_a_lane_under_their_body() -> None:
    heading, lane = lanes((a_term("Kari"), a_term("Ola")), Rows.BODY)
    assert (heading.is_heading, heading.label) == (True, "KommIT-rådet")
    assert (lane.label, len(lane.terms)) == ("member 1", 2)


def test_that_rows_by_person_sort_the_norwegian_way() -> None:
    found = lanes((a_term("Åse"), a_term("Ola"), a_term("Ær")), Rows.PERSON)
    assert [lane.label for lane in found] == ["Ola", "Ær", "Åse"]


def test_that_rows_by_network_leave_out_what_stands_for_none() -> None:
    agder = a_term("Kari", network_id="n", network_name="Digi Agder")
    found = lanes((agder, a_term("Ola", seat_id="s2")), Rows.NETWORK)
    assert [lane.label for lane in found] == ["Digi Agder", "KommIT-rådet, member 1"]


def test_that_a_state_that_needs_care_is_said_in_words() -> None:
    assert bar_text(a_term("Kari"), Rows.BODY) == "Kari"
    over = a_term("Kari", state=TermState.OVER, term_last=date(2025, 12, 31))
    assert bar_text(over, Rows.BODY) == "Kari – term over, still sitting"
    assert sentence(over) == (
        "Kari, member 1 in KommIT-rådet: term over, still sitting, 2024–2026."
        " The term ended 31.12.2025."
    )


def test_that_days_outside_the_axis_stand_at_its_ends() -> None:
    axis = Axis.around(DAY, 100, 700)
    assert axis.place(date(1990, 1, 1), 0) == 100
    assert axis.place(date(2090, 1, 1), 0) == 700
    assert axis.place(date(2024, 1, 1), 0) == 100
    assert axis.place(None, 5) == 5


def test_that_arrow_keys_go_from_term_to_term_and_enter_opens_the_seat(
    pane: TermsPane, qtbot: QtBot
) -> None:
    qtbot.keyClick(pane.timeline, Qt.Key.Key_Down)
    first = pane.timeline.selected()
    qtbot.keyClick(pane.timeline, Qt.Key.Key_Down)
    second = pane.timeline.selected()
    assert first is not None
    assert second is not None
    assert (first.person_name, second.person_name) == ("Kari Ås", "Ola Berg")
    assert pane.sentence.text() == pane.timeline.accessibleDescription() == sentence(second)
    with qtbot.waitSignal(pane.open_requested) as opened:
        qtbot.keyClick(pane.timeline, Qt.Key.Key_Return)
    assert opened.args == ["seat", second.seat_id]


def test_that_a_bar_can_be_pressed_on(pane: TermsPane, qtbot: QtBot) -> None:
    view = pane.timeline.viewport()
    hits = [
        term
        for y in range(0, view.height(), 4)
        if (term := pane.timeline.term_at(QPointF(view.width() * 0.5, y)))
    ]
    assert {term.person_name for term in hits} == {"Kari Ås", "Ola Berg"}
    assert pane.timeline.term_at(QPointF(5, 5)) is None


def test_that_the_list_holds_the_same_terms(pane: TermsPane) -> None:
    pane.as_list.click()
    assert pane.table.isVisible()
    texts = [column.text(pane.table.shown_records()[0]) for column in pane.table.model.columns]
    assert texts == [
        "KommIT-rådet", "member 1", "Kari Ås", "term over, still sitting",
        "01.01.2024–31.12.2025", "Digi Agder",
    ]  # fmt: skip


def test_that_the_choice_of_rows_is_remembered(pane: TermsPane) -> None:
    pane.rows.setCurrentIndex(pane.rows.findData(Rows.NETWORK))
    again = TermsPane(pane._desk, pane)
    assert again.rows.currentData() == Rows.NETWORK


@pytest.mark.parametrize("as_list", [False, True])
def test_that_the_pane_can_be_used_without_eyes_or_mouse(pane: TermsPane, as_list: bool) -> None:
    pane.as_list.setChecked(as_list)
    assert rules.breaches(pane) == []
