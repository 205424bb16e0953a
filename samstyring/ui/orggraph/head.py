"""The head of the graph page: its name, the finder, the view that is shown, and what it can do."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from samstyring.language import _
from samstyring.ui.forms import Heading
from samstyring.ui.orggraph.compact import fit_words, named
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
        self.compare = _button("compare", _("Compare…"), self.compare_asked)
        self.fit = _small_button("maximize", _("Fit the graph"), self.fit_asked)
        self.fit.setToolTip(_("Fit the graph so that names can be read; once more shows all of it"))
        self.tidy = _small_button("refresh-cw", _("Tidy the graph"), self.tidy_asked)
        self.export = _button("image", _("E&xport…"), self.export_asked)
        tools = self._tools = QWidget(self)
        row = self._row = FlowLayout(tools)
        for widget in (self.finder, self.views, self.compare, self.fit, self.tidy, self.export):
            row.addWidget(widget)
        self._shrinking = (named((self.compare, self.export)),)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Heading(_("Graph"), self))
        whole.addWidget(tools, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_words(self._row, self._shrinking, self._tools.width())

    def set_read_only(self, reason: str) -> None:
        """Turn off what writes, and say why."""
        self.views.set_read_only(reason)
        self.tidy.setEnabled(not reason)
        self.tidy.setToolTip(reason or self.tidy.accessibleName())


def _button(name: str, text: str, asked: SignalInstance) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
