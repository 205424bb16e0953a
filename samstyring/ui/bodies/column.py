"""The column that all of a body is shown in: its head, its sections, or a hint to choose one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from samstyring.ui.bodies.head import BodyHead
from samstyring.ui.forms import FittingScroll, PlainLabel
from samstyring.ui.parts.sections import Section, order_tabs


class BodyColumn(QStackedWidget):
    """Scrolls the head and the sections of a body as one, and keeps Tab in their order.

    With ``words`` about the body they and its first section come before what can be done with it.

    `link_opened(kind, id)` tells that a link in one of the sections was followed.
    """

    link_opened = Signal(str, str)

    def __init__(
        self,
        head: BodyHead,
        sections: tuple[Section, ...],
        hint: str,
        read_only: str,
        words: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._head, self._sections, self._words = head, sections, words
        self._hint = PlainLabel(hint, self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = FittingScroll(self._content(), self)
        self.addWidget(self._hint)
        self.addWidget(self.area)
        head.set_read_only(read_only)
        for section in sections:
            section.set_read_only(read_only)
            section.link_opened.connect(self.link_opened)
            section.rows_made.connect(self._order_tabs)

    def show_something(self, something: bool) -> None:
        """Show the column, or the hint while there is nothing to show in it."""
        self.setCurrentWidget(self.area if something else self._hint)

    def to_top(self) -> None:
        """Show the column from its top."""
        self.area.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to something in the column."""
        self.area.ensureWidgetVisible(widget)

    def _content(self) -> QWidget:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 0, 8, 12)
        column.setSpacing(12)
        parts: tuple[QWidget, ...] = (self._head, *self._sections)
        if self._words is not None:
            first, *rest = self._sections
            parts = (self._head, self._words, first, self._head.buttons, *rest)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return content

    @Slot()
    def _order_tabs(self) -> None:
        stops = [section.tab_stops() for section in self._sections]
        stops.insert(0 if self._words is None else 1, self._head.tab_stops())
        order_tabs(tuple(stop for part in stops for stop in part))
