"""Fields that forms share."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from samstyring.domain.choices import Choice
from samstyring.ui.forms.fields import TickList

Own = Callable[[Any], Any]


def test_that_ticks_are_told_in_the_order_of_the_list(own_windows: Own, qtbot: QtBot) -> None:
    ticks = own_windows(TickList("Seats"))
    ticks.set_items([Choice("a", "A"), Choice("b", "B"), Choice("c", "C")], {"c", "a"})
    assert ticks.ticked() == ("a", "c")
    ticks.show()
    ticks.setCurrentRow(1)
    with qtbot.waitSignal(ticks.ticks_changed):
        qtbot.keyClick(ticks, Qt.Key.Key_Space)
    assert ticks.ticked() == ("a", "b", "c")
