"""Python's garbage, collected in the window's thread only."""

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

_EVERY = 500  # milliseconds


def collect_what_is_due() -> int:
    """Collect the oldest generation that Python's own thresholds say is due.

    Returns its number, or -1 if none is due.
    """
    pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
    oldest = max((age for age, (count, limit) in enumerate(pairs) if count > limit), default=-1)
    if oldest >= 0:
        gc.collect(oldest)
    return oldest


class Collector(QObject):
    """Collects between events, in the thread that made it, for as long as it lives.

    Left to itself the collector runs in whichever thread it is due, and one that runs beside
    the window would take down widgets there, which Qt does not bear.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What stands at start stays to the end; looking through it again each time is felt.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        # A whole collection takes several frames of a picture that is being dragged.
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            collect_what_is_due()
