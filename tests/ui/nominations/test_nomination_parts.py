"""The parts that the pages of nominations and persons are put together from."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.choices import Choice
from samstyring.language import N_
from samstyring.ui.desk import Desk
from samstyring.ui.nominations.actions import ActionRow, RowAction
from samstyring.ui.nominations.fields import TickList
from samstyring.ui.nominations.fitted_table import FittedTable
from samstyring.ui.nominations.flow_layout import FlowLayout
from samstyring.ui.nominations.links import Link
from samstyring.ui.tables import Column
from tests.ui.nominations.conftest import Own

ACTIONS = (
    RowAction("appoint", "Appoint…", "check"),
    RowAction("correct", "Correct…"),
    RowAction("copy", "Copy", writes=False),
)


def test_that_buttons_begin_a_new_line_where_the_width_ends(own_windows: Own) -> None:
    holder = own_windows(QWidget())
    layout = FlowLayout(holder)
    buttons = [QPushButton(text, holder) for text in ("Appoint", "Withdraw", "Decline")]
    for button in buttons:
        layout.addWidget(button)
    wide = sum(button.sizeHint().width() for button in buttons) + 2 * layout.spacing()
    one_line = layout.heightForWidth(wide)
    assert layout.heightForWidth(wide - 1) == 2 * one_line + layout.spacing()
    holder.resize(wide - 1, 200)
    holder.show()
    assert buttons[2].x() == buttons[0].x()
    assert buttons[2].y() > buttons[0].y()


def test_that_a_button_that_stays_keeps_the_keyboard(
    desk: Desk, own_windows: Own, qtbot: QtBot
) -> None:
    row = own_windows(ActionRow(desk))
    row.set_actions(ACTIONS)
    with qtbot.waitExposed(row):
        row.show()
    row.button("correct").setFocus()
    row.set_actions(ACTIONS[1:])
    assert row.keys() == ("correct", "copy")
    assert row.button("correct").hasFocus()


def test_that_the_menu_of_a_row_does_what_the_buttons_do(
    desk: Desk, own_windows: Own, qtbot: QtBot
) -> None:
    row = own_windows(ActionRow(desk))
    row.set_actions(ACTIONS)
    row.popup(QPoint(0, 0))
    menu = row.findChild(QMenu)
    assert menu is not None
    assert [entry.text() for entry in menu.actions()] == ["Appoint…", "Correct…", "Copy"]
    with qtbot.waitSignal(row.triggered) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == ["correct"]
    menu.hide()


def test_that_a_link_is_chosen_with_the_keyboard(own_windows: Own, qtbot: QtBot) -> None:
    link = own_windows(Link("Nord & Sør", "body", "b1"))
    link.show()
    assert link.accessibleName() == "Open Nord & Sør"
    with qtbot.waitSignal(link.open_requested) as opened:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened.args == ["body", "b1"]


def test_that_a_long_name_goes_on_more_lines(own_windows: Own) -> None:
    link = own_windows(Link("Digitaliseringsutvalget for hele landet", "body", "b1"))
    one_line = link.heightForWidth(link.sizeHint().width())
    assert link.heightForWidth(link.minimumSizeHint().width()) > one_line


def test_that_a_name_too_long_for_its_row_is_not_cut(own_windows: Own) -> None:
    holder = own_windows(QWidget())
    layout = FlowLayout(holder)
    link = Link("Digitaliseringsutvalget for hele landet", "body", "b1", holder)
    layout.addWidget(link)
    holder.resize(link.minimumSizeHint().width(), 200)
    holder.show()
    assert link.height() >= link.heightForWidth(link.width())


def test_that_a_table_is_as_high_as_its_rows_within_bounds(desk: Desk, own_windows: Own) -> None:
    holder = own_windows(QWidget())
    table = FittedTable(
        (Column("label", N_("Name"), lambda choice: choice.label),),
        name="test", accessible_name="Names", hint="Nothing", settings=desk.settings,
    )  # fmt: skip
    QVBoxLayout(holder).addWidget(table)
    holder.show()
    heights = []
    for count in (3, 5, 6, 60):
        table.set_records([Choice(str(number), "x") for number in range(count)])
        heights.append(table.view.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_that_ticks_are_told_in_the_order_of_the_list(own_windows: Own, qtbot: QtBot) -> None:
    ticks = own_windows(TickList("Seats"))
    ticks.set_items([Choice("a", "A"), Choice("b", "B"), Choice("c", "C")], {"c", "a"})
    assert ticks.ticked() == ("a", "c")
    ticks.show()
    ticks.setCurrentRow(1)
    with qtbot.waitSignal(ticks.ticks_changed):
        qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.ticked() == ("a", "b", "c")
