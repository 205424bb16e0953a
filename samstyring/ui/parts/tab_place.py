"""A place in the order of Tab for widgets that come and go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class TabPlace(QWidget):
    """Stands hidden where the widgets are to be reached; new ones would else be reached last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Qt sets nothing after a widget that takes no focus; a hidden one is passed by anyway.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def lead_to(self, widgets: Sequence[QWidget]) -> None:
        """Let Tab come to these widgets here, one after the other."""
        before: QWidget = self
        for widget in widgets:
            QWidget.setTabOrder(before, widget)
            before = widget
