"""The way of a candidate as an indented path: who proposed, who forwarded, what was decided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samstyring.domain.nomination_chain import Chain, ChainLine, chain_in_words
from samstyring.ui.forms import PlainLabel
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.parts.tab_place import TabPlace

_INDENT_IN_CHARACTERS = 3
_TOP = Qt.AlignmentFlag.AlignTop


class ChainPath(QWidget):
    """Each link one step further in than the one it came from."""

    open_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._rows: QWidget | None = None

    def show_chain(self, chain: Chain) -> None:
        """Show a chain in words."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        place = TabPlace(self._rows)
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        links = []
        for line in chain_in_words(chain):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addSpacing(line.depth * self._indent())
            if line.body_id:
                links.append(self._link(line))
                row.addWidget(links[-1], 0, _TOP)
            row.addWidget(PlainLabel(line.text, selectable=True), 1, _TOP)
            column.addLayout(row)
        place.lead_to(links)
        self._layout.addWidget(self._rows)

    def _indent(self) -> int:
        return QFontMetrics(self.font()).averageCharWidth() * _INDENT_IN_CHARACTERS

    def _link(self, line: ChainLine) -> LinkButton:
        link = LinkButton(Link("body", line.body_id, line.body_name), self._rows)
        link.opened.connect(self.open_requested)
        return link
