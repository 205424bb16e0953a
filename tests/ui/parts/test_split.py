"""The handle between a list and what is chosen in it."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from samstyring.ui.desk import Desk
from samstyring.ui.parts.split import Split
from tests.ui.conftest import Own


def shown(desk: Desk, own_windows: Own) -> Split:
    """Return a split of two labels in a window of its own."""
    split: Split = own_windows(Split("test", desk.settings, sizes=(300, 100)))
    split.divide(QLabel("list"), QLabel("chosen"))
    split.resize(404, 200)
    split.show()
    return split


def test_that_the_handle_stands_where_it_was_left(
    desk: Desk, own_windows: Own, qtbot: QtBot
) -> None:
    first = shown(desk, own_windows)
    was = first.sizes()[0]
    with qtbot.waitSignal(first.splitterMoved):
        first.moveSplitter(120, 1)
    again = shown(desk, own_windows)
    assert again.sizes()[0] == first.sizes()[0] < was


def test_that_neither_side_can_be_folded_away(desk: Desk, own_windows: Own) -> None:
    split = shown(desk, own_windows)
    split.moveSplitter(0, 1)
    assert min(split.sizes()) > 0
