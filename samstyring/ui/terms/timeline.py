"""The timeline of terms: a row for each seat or person, a bar for each term, by keyboard too."""

import html
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from samstyring.domain.terms import Term, TermState
from samstyring.language import _
from samstyring.ui.terms.axis import Axis
from samstyring.ui.terms.lanes import Lane, Rows, bar_text, sentence
from samstyring.ui.terms.painting import (
    bar_rect,
    paint_bar,
    paint_day,
    paint_head,
    paint_label,
    paint_text,
    paint_year_lines,
)
from samstyring.ui.theme import looks_changed, tones

_LABEL_SHARE = 0.32
_MARGIN = 8
_STEPS = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1,
}  # fmt: skip


class Timeline(QAbstractScrollArea):
    """Bars on years. The arrow keys go from term to term, Enter opens where one is mended."""

    term_selected = Signal(str)
    term_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: tuple[Lane, ...] = ()
        self._rows, self._day = Rows.BODY, date.today()
        self._order: tuple[tuple[int, Term], ...] = ()
        self._current = ""
        self.setAccessibleName(_("Timeline of terms"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        looks_changed().connect(self._on_looks)

    def show_lanes(self, lanes: tuple[Lane, ...], rows: Rows, day: date) -> None:
        """Show these rows; the term that was chosen stays so if it is still there."""
        self._lanes, self._rows, self._day = lanes, rows, day
        self._order = tuple((row, term) for row, lane in enumerate(lanes) for term in lane.terms)
        if self.selected() is None:
            self._current = ""
        self._tell()
        self._measure()

    def selected(self) -> Term | None:
        """Return the term that is chosen, or None."""
        return next((term for _row, term in self._order if term.id == self._current), None)

    def select(self, term_id: str) -> None:
        """Choose a term and scroll to it."""
        self._current = term_id
        row = next((row for row, term in self._order if term.id == term_id), None)
        if row is None:
            return
        self._scroll_to(row)
        self._tell()
        self.term_selected.emit(term_id)

    def term_at(self, place: QPointF) -> Term | None:
        """Return the term whose bar is at a place in the viewport, or None."""
        row = self._row_at(place)
        if row is None:
            return None
        axis, band = self._axis(), self._row_rect(row)
        terms = self._lanes[row].terms
        hits = (term for term in terms if bar_rect(term, axis, band, self._day).contains(place))
        return next(hits, None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows that are seen, then the years and the day above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(tones().base))
        head = QRectF(0, 0, self.viewport().width(), self._head())
        axis, bottom = self._axis(), float(self.viewport().height())
        paint_year_lines(painter, axis, head.bottom(), bottom)
        for row in self._rows_seen():
            self._paint_row(painter, row, axis)
        paint_head(painter, axis, head)
        paint_day(painter, axis, head, bottom, self._day)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, axis: Axis) -> None:
        lane, band = self._lanes[row], self._row_rect(row)
        room = band.width() if lane.is_heading else axis.left - 2 * _MARGIN
        indent = _MARGIN if lane.is_heading or self._rows is Rows.PERSON else 2 * _MARGIN
        label = QRectF(indent, band.top(), room - indent, band.height())
        paint_label(painter, lane.label, label, heading=lane.is_heading)
        rects = [bar_rect(term, axis, band, self._day) for term in lane.terms]
        for place, (term, rect) in enumerate(zip(lane.terms, rects, strict=True)):
            ends = rects[place + 1].left() if place + 1 < len(rects) else axis.right
            is_over = term.state is TermState.OVER and term.term_last is not None
            paint_bar(painter, term, rect, axis.place(term.term_last, 0) if is_over else None)
            paint_text(painter, bar_text(term, self._rows), rect, ends, term)
            if term.id == self._current:
                painter.setPen(QPen(QColor(tones().accent.edge), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 5, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or former term, the first or last, or open the one chosen."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.term_activated.emit(self._current)
        elif key in _STEPS and self._order:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._order:
            self.select(self._order[0 if key == Qt.Key.Key_Home else -1][1].id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the term that is pressed on."""
        term = self.term_at(event.position())
        if term is not None:
            self.select(term.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the term that is pressed on twice."""
        term = self.term_at(event.position())
        if term is not None:
            self.term_activated.emit(term.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say a term in full where the pointer rests on it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tool_tip(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as far as there are rows."""
        super().resizeEvent(event)
        self._measure()

    def _step(self, by: int) -> None:
        ids = [term.id for _row, term in self._order]
        place = ids.index(self._current) + by if self._current in ids else 0
        self.select(ids[max(0, min(len(ids) - 1, place))])

    def _tell(self) -> None:
        """Let a screen reader say the term that is chosen."""
        term = self.selected()
        self.setAccessibleDescription(sentence(term) if term else "")
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        self.viewport().update()

    def _tool_tip(self, place: QPointF) -> str:
        """Return a term in full, or the label of its row; never read as markup."""
        term, row = self.term_at(place), self._row_at(place)
        label = self._lanes[row].label if row is not None else ""
        return html.escape(sentence(term) if term else label)

    def _row_at(self, place: QPointF) -> int | None:
        row = int((place.y() - self._head() + self.verticalScrollBar().value()) // self._height())
        return row if place.y() >= self._head() and 0 <= row < len(self._lanes) else None

    def _axis(self) -> Axis:
        width = self.viewport().width()
        return Axis.around(self._day, width * _LABEL_SHARE, width - _MARGIN)

    def _height(self) -> int:
        return int(QFontMetrics(self.font()).height() * 1.75)

    def _head(self) -> int:
        return int(QFontMetrics(self.font()).height() * 2.7)

    def _row_rect(self, row: int) -> QRectF:
        top = self._head() + row * self._height() - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self._height())

    def _rows_seen(self) -> range:
        above = self.verticalScrollBar().value() // self._height()
        seen = self.viewport().height() // self._height() + 2
        return range(above, min(len(self._lanes), above + seen))

    def _measure(self) -> None:
        room = max(1, self.viewport().height() - self._head())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self._lanes) * self._height() - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._height())
        self.viewport().update()

    def _scroll_to(self, row: int) -> None:
        bar, height = self.verticalScrollBar(), self._height()
        room = self.viewport().height() - self._head()
        if row * height < bar.value():
            bar.setValue(max(0, (row - 1) * height))
        elif (row + 1) * height > bar.value() + room:
            bar.setValue((row + 1) * height - room)

    @Slot()
    def _on_looks(self) -> None:
        self._measure()
