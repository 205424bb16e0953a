"""Fields that forms share."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from samstyring.domain.choices import Choice
from samstyring.ui.forms.fields import FilteredTicks, TickList

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


def test_that_a_filter_leaves_out_what_does_not_match_and_keeps_its_ticks(
    own_windows: Own, qtbot: QtBot
) -> None:
    ticks = TickList("Bodies to ask")
    whole = own_windows(FilteredTicks(ticks))
    ticks.set_items([Choice("a", "Digi Ås"), Choice("b", "Digi Bø")], {"a"})
    whole.show()
    qtbot.keyClicks(whole.filter_field, "bø")
    assert [ticks.item(row).isHidden() for row in range(2)] == [True, False]
    assert ticks.ticked() == ("a",)


def test_that_what_is_suggested_is_first_and_what_is_ticked_by_hand_stays(
    own_windows: Own,
) -> None:
    ticks = own_windows(TickList("Bodies to ask"))
    items = [Choice("a", "A"), Choice("b", "B"), Choice("c", "C")]
    ticks.suggest(items, {"c"})
    assert ticks.item(0).text() == "C"
    ticks.set_ticked("b", True)
    ticks.suggest(items, {"a"})
    assert ticks.ticked() == ("a", "b")
