"""Sections of rows: links, menus, folding, focus, wrapping."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.parts.rows import Row, RowWidget, Verb
from samstyring.ui.parts.sections import Group, Section, order_tabs
from tests.ui import rules
from tests.ui.conftest import Own

DELETE = Verb("delete", "Delete", "delete", "Delete")
LONG = Link("body", "b1", "Digitaliseringsutvalget for hele landet")


def some_rows(count: int, verbs: tuple[Verb, ...] = (DELETE,)) -> tuple[Row, ...]:
    """Return rows with links and something to do."""
    return tuple(
        Row(str(n), f"Body {n}", Link("body", str(n), f"Body {n}"), verbs=verbs)
        for n in range(count)
    )


@pytest.fixture
def section(own_windows: Own) -> Section:
    """A section in a window."""
    window = QWidget()
    own_windows(window)
    section = Section("Relations", (Verb("add", "New…"),), window)
    layout = QVBoxLayout(window)
    layout.addWidget(section)
    layout.addStretch(1)
    window.resize(400, 600)
    window.show()
    return section


def settle() -> None:
    """Let deleted rows go and new ones come."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_enter_follows_a_link(section: Section, qtbot: QtBot) -> None:
    section.set_rows(some_rows(2))
    settle()
    row = section.row("1")
    assert row is not None
    assert row.link is not None
    with qtbot.waitSignal(section.link_opened) as followed:
        qtbot.keyClick(row.link, Qt.Key.Key_Return)
    assert followed.args == ["body", "1"]


def test_that_the_menu_says_what_was_chosen_and_for_which_row(
    section: Section, qtbot: QtBot
) -> None:
    section.set_rows(some_rows(2))
    row = section.row("1")
    assert row is not None
    with qtbot.waitSignal(section.verb_chosen) as chosen:
        row.menu().actions()[0].trigger()
    assert chosen.args == ["delete", "1"]


def test_that_the_button_beside_the_heading_asks_for_no_row(section: Section, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.verb_chosen) as chosen:
        section.buttons[0].click()
    assert chosen.args == ["add", ""]


def test_that_what_has_focus_keeps_it_when_other_rows_change(section: Section) -> None:
    section.set_rows(some_rows(3))
    settle()
    row = section.row("1")
    assert row is not None
    row.take_focus()
    section.set_rows(some_rows(2))
    settle()
    assert section.row("1") is row
    assert section.window().focusWidget() is row.link


def test_that_what_has_focus_keeps_it_when_its_row_says_something_else(section: Section) -> None:
    section.set_rows(some_rows(3))
    settle()
    row = section.row("1")
    assert row is not None
    row.take_focus()
    section.set_rows(tuple(replace(each, aside="changed") for each in some_rows(3)))
    settle()
    again = section.row("1")
    assert again is not None
    assert again is not row
    assert section.window().focusWidget() is again.link


def test_that_rows_stand_in_the_order_given_also_those_that_were_there(section: Section) -> None:
    first, second, third = some_rows(3)
    section.set_rows((third, first))
    section.set_rows((first, replace(second, aside="new"), third))
    settle()
    tops = [row.y() for each in ("0", "1", "2") if (row := section.row(each)) is not None]
    assert tops == sorted(set(tops))
    assert len(tops) == 3
    shown = [each for each in section.findChildren(RowWidget) if each.isVisible()]
    assert len(shown) == 3


def test_that_the_same_rows_are_left_alone(section: Section) -> None:
    section.set_rows(some_rows(2))
    row = section.row("0")
    section.set_rows(some_rows(2))
    assert section.row("0") is row


def test_that_a_long_group_is_folded_until_asked_for(section: Section) -> None:
    section.set_groups((Group("Members", some_rows(20)),))
    assert section.row("7") is not None
    assert section.row("8") is None
    settle()
    (unfold,) = [b for b in section.findChildren(QPushButton) if b.text() == "Show all 20"]
    unfold.click()
    assert section.row("19") is not None


def test_that_a_folded_row_can_be_revealed(section: Section) -> None:
    section.set_groups((Group("Members", some_rows(20)),))
    assert section.reveal("15") is not None
    assert section.reveal("gone") is None


def test_that_delete_on_a_row_asks_for_nothing_in_a_file_for_reading(
    section: Section, qtbot: QtBot
) -> None:
    section.set_read_only("Opened for reading.")
    section.set_rows(some_rows(1))
    row = section.row("0")
    assert row is not None
    with qtbot.assertNotEmitted(section.verb_chosen):
        qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert [action.isEnabled() for action in row.menu().actions()] == [False]


def test_that_a_button_that_writes_nothing_stays_on_in_a_file_for_reading(
    own_windows: Own,
) -> None:
    section = own_windows(
        Section("Seats", (Verb("add", "New…"), Verb("print", "Print…", writes=False)))
    )
    section.set_read_only("Opened for reading.")
    assert [button.isEnabled() for button in section.buttons] == [False, True]
    assert [button.toolTip() for button in section.buttons] == ["Opened for reading.", ""]


def test_that_markup_in_a_name_is_only_text(section: Section) -> None:
    section.set_rows((Row("1", "<b>Oslo</b>", notes=("<i>x</i>",), aside="<u>y</u>"),))
    settle()
    assert rules.rich_data_labels(section.window()) == []


def test_that_tab_goes_down_the_rows_in_their_order(section: Section) -> None:
    section.set_rows(some_rows(3))
    section.set_rows(some_rows(4))
    settle()
    stops = list(section.tab_stops())
    order_tabs(stops)
    seen: list[QWidget] = [stops[0]]
    while len(seen) < 50:
        following = seen[-1].nextInFocusChain()
        if following is stops[0]:
            break
        seen.append(following)
    assert [widget for widget in seen if widget in stops] == stops
    assert len(stops) == 9


@pytest.mark.parametrize("width", [60, 120, 500])
def test_that_a_link_is_as_tall_as_its_lines(own_windows: Own, width: int) -> None:
    text = "Fag- og prioriteringsutvalg for oppvekst og utdanning"
    link = LinkButton(Link("body", "1", text))
    own_windows(link)
    lines = round(link.heightForWidth(width) / link.fontMetrics().lineSpacing())
    assert (lines > 1) is (width < 300)
    assert link.minimumSizeHint().width() < 250


def test_that_a_flow_begins_a_new_line_where_the_room_ends(own_windows: Own) -> None:
    window = QWidget()
    own_windows(window)
    flow = FlowLayout(window)
    for text in ("One button", "Another button", "A third button"):
        flow.addWidget(QPushButton(text))
    one_line, wide = flow.sizeHint().height(), flow.sizeHint().width()
    assert flow.heightForWidth(wide) == one_line
    assert flow.heightForWidth(wide - 10) == 2 * one_line + 8
    assert flow.heightForWidth(flow.minimumSize().width()) == 3 * one_line + 16


def test_that_a_link_is_chosen_with_the_keyboard(own_windows: Own, qtbot: QtBot) -> None:
    link = own_windows(LinkButton(Link("body", "b1", "Nord & Sør")))
    link.show()
    assert link.accessibleName() == "Nord & Sør"
    with qtbot.waitSignal(link.opened) as opened:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened.args == ["body", "b1"]


def test_that_a_long_name_goes_on_more_lines(own_windows: Own) -> None:
    link = own_windows(LinkButton(LONG))
    one_line = link.heightForWidth(link.sizeHint().width())
    assert link.heightForWidth(link.minimumSizeHint().width()) > one_line


def test_that_a_name_too_long_for_its_row_is_not_cut(own_windows: Own) -> None:
    holder = own_windows(QWidget())
    layout = FlowLayout(holder)
    link = LinkButton(LONG, holder)
    layout.addWidget(link)
    holder.resize(link.minimumSizeHint().width(), 200)
    holder.show()
    assert link.height() >= link.heightForWidth(link.width())
