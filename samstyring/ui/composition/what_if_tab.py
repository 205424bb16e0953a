"""The tab of a round that tries out whom to choose for its seats."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.queries.composition import suggestion_problem
from samstyring.ui.composition.what_if_pane import WhatIfPane
from samstyring.ui.desk import Desk


class WhatIfTab(QWidget):
    """Takes no room while another tab is shown: a tab widget is as high as its highest tab.

    ``reveal_requested`` asks whoever scrolls the tab to show a part of it.
    """

    reveal_requested = Signal(QWidget)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = WhatIfPane(desk, suggestion_problem, self)
        self.pane.reveal_requested.connect(self.reveal_requested)
        self.pane.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
        layout.addStretch(1)

    def show_round(self, round_id: str) -> None:
        """Try out the seats of a round."""
        self.pane.show_item(round_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pane.show()
        self._take_room()

    def _take_room(self) -> None:
        """Ask for the height at once: what is high inside what is high is else cut for a moment."""
        for widget in (*self.pane.trials, self.pane, self):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        self.updateGeometry()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pane.hide()
