"""The head of the graph page: its name, the finder, the view that is shown, and what it can do."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from samstyring.language import _
from samstyring.ui.forms import Heading
from samstyring.ui.orggraph.finder import GraphFinder
from samstyring.ui.orggraph.views_button import ViewsButton
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import icon


class GraphHead(QWidget):
    """Signals tell which button was pressed; the finder and the views tell for themselves."""

    compare_asked = Signal()
    fit_asked = Signal()
    tidy_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finder, self.views = GraphFinder(self), ViewsButton(self)
        self.compare = _button("compare", _("Com&pare…"), self.compare_asked)
        self.fit = _small_button("maximize", _("Fit the graph"), self.fit_asked)
        self.tidy = _small_button("refresh-cw", _("Tidy the graph"), self.tidy_asked)
        self.export = _button("image", _("E&xport…"), self.export_asked)
        tools = QWidget(self)
        row = FlowLayout(tools)
        for widget in (self.finder, self.views, self.compare, self.fit, self.tidy, self.export):
            row.addWidget(widget)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Heading(_("Graph"), self))
        whole.addWidget(tools, 1)

    def set_read_only(self, reason: str) -> None:
        """Turn off what writes, and say why."""
        self.views.set_read_only(reason)
        self.tidy.setEnabled(not reason)
        self.tidy.setToolTip(reason or self.tidy.accessibleName())


def _button(name: str, text: str, asked: SignalInstance) -> QPushButton:
    button = QPushButton(icon(name), text)
    button.setAutoDefault(False)
    button.clicked.connect(asked)
    return button


def _small_button(name: str, text: str, asked: SignalInstance) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(asked)
    return button
