"""Rows of buttons, and tables as high as their rows."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.choices import Choice
from samstyring.language import N_
from samstyring.ui.desk import Desk
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.parts.rows import Verb
from samstyring.ui.tables import Column
from tests.ui.conftest import Own

ACTIONS = (
    Verb("appoint", "Appoint…", "check"),
    Verb("correct", "Correct…"),
    Verb("copy", "Copy", writes=False),
)


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
