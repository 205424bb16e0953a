"""The number in the side bar comes in the background, and gives way to whoever writes."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from pytestqt.qtbot import QtBot

from samstyring.ui.desk import Desk
from samstyring.ui.today.care import CareCounter
from tests.builders import a_seat

P = ParamSpec("P")
R = TypeVar("R")


class BusyDesk(Desk):
    """A desk at which someone writes while it is read aside for the first time."""

    asked = 0

    def read_aside(
        self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Return None the first time, as after a change that was refused."""
        self.asked += 1
        return super().read_aside(query, *args, **kwargs) if self.asked > 1 else None


def test_that_what_needs_care_is_counted_after_a_change(desk: Desk, qtbot: QtBot) -> None:
    counter = CareCounter(desk)
    with qtbot.waitSignal(counter.counted) as before:
        pass
    with qtbot.waitSignal(counter.counted) as after:
        a_seat(desk.workspace)
    assert after.args[0] > before.args[0]


def test_that_counting_that_gave_way_is_begun_again(desk: Desk, qtbot: QtBot) -> None:
    busy = BusyDesk(desk.workspace, desk.settings)
    with qtbot.waitSignal(CareCounter(busy, desk).counted):
        pass
    assert busy.asked == 2
