"""Paint the bars, years and lines of the timeline of terms."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from samstyring.domain.terms import Term, TermState
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.ui.terms.axis import Axis
from samstyring.ui.theme import ToneName, tones

STATE_TONES: dict[TermState, ToneName] = {
    TermState.OVER: ToneName.OVER,
    TermState.ENDS_SOON: ToneName.SOON,
    TermState.SITTING: ToneName.OK,
    TermState.PLANNED: ToneName.ACCENT,
    TermState.FORMER: ToneName.MUTED,
}
_RADIUS = 4
_GAP = 6
_NARROWEST = 4.0
_SOLID = Qt.PenStyle.SolidLine
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def bar_rect(term: Term, axis: Axis, row: QRectF, today: date) -> QRectF:
    """Return where a term's bar stands in its row; who sits on after the term reaches today."""
    last = term.last or (today if term.state is TermState.OVER else term.term_last)
    left = axis.place(term.first, axis.left)
    right = axis.place(last + timedelta(days=1) if last else None, axis.right)
    return QRectF(left, row.top() + 3, max(_NARROWEST, right - left), row.height() - 6)


def paint_bar(painter: QPainter, term: Term, rect: QRectF, over_from: float | None) -> None:
    """Paint a bar in the tone of its state: planned ones hatched, overtime with a broken edge."""
    tone = tones().of(STATE_TONES[term.state])
    planned = term.state is TermState.PLANNED
    painter.setPen(QPen(QColor(tone.edge), 1, Qt.PenStyle.DashLine if planned else _SOLID))
    painter.setBrush(QColor(tone.fill))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    if planned:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(tone.edge), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.35)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setOpacity(1)
    elif over_from is not None:
        painter.setPen(QPen(QColor(tone.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(over_from, rect.top()), QPointF(over_from, rect.bottom()))


def paint_text(painter: QPainter, text: str, rect: QRectF, room_right: float, term: Term) -> None:
    """Write on the bar, or beside it where the bar is too narrow and there is room."""
    metrics = QFontMetricsF(painter.font())
    wanted = metrics.horizontalAdvance(text) + 2 * _GAP
    inside = QRectF(rect.left() + _GAP, rect.top(), rect.width() - 2 * _GAP, rect.height())
    colours = tones()
    painter.setPen(QColor(colours.of(STATE_TONES[term.state]).ink))
    if wanted > rect.width() and room_right - rect.right() > max(rect.width(), 40):
        inside = QRectF(
            rect.right() + _GAP, rect.top(), room_right - rect.right() - _GAP, rect.height()
        )
        painter.setPen(QColor(colours.text))
    if inside.width() < metrics.averageCharWidth() * 3:
        return
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, _MIDDLE_LEFT, shown)


def paint_year_lines(painter: QPainter, axis: Axis, top: float, bottom: float) -> None:
    """Paint the thin lines between the years, which the bars stand upon."""
    painter.setPen(QPen(QColor(tones().divider), 1))
    for year in axis.years():
        left = axis.place(date(year, 1, 1), axis.left)
        painter.drawLine(QPointF(left, top), QPointF(left, bottom))


def paint_head(painter: QPainter, axis: Axis, head: QRectF) -> None:
    """Paint the ground of the head and the years in its upper half."""
    colours = tones()
    painter.fillRect(head, QColor(colours.window))
    width = (axis.right - axis.left) / len(axis.years())
    painter.setPen(QColor(colours.soft_text))
    for year in axis.years():
        left = axis.place(date(year, 1, 1), axis.left)
        box = QRectF(left + 2, head.top(), width, head.height() / 2)
        painter.drawText(box, _MIDDLE_LEFT, str(year))
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.drawLine(head.bottomLeft(), head.bottomRight())


def paint_day(painter: QPainter, axis: Axis, head: QRectF, bottom: float, day: date) -> None:
    """Paint the line of the day that rules, with its name on a flag in the head."""
    accent = tones().accent
    place, middle = axis.place(day, axis.left), head.center().y()
    painter.setPen(QPen(QColor(accent.edge), 1))
    painter.drawLine(QPointF(place, middle), QPointF(place, bottom))
    text = _("Today") if day == date.today() else short_date(day)
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2 * _GAP
    flag = QRectF(min(place, axis.right - width), middle, width, head.height() / 2 - 3)
    painter.setBrush(QColor(accent.fill))
    painter.drawRoundedRect(flag, 3, 3)
    painter.setPen(QColor(accent.ink))
    painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)


def paint_label(painter: QPainter, text: str, rect: QRectF, *, heading: bool) -> None:
    """Write what a row stands for, at its left."""
    font = QFont(painter.font())
    plain = QFont(font)
    font.setBold(heading)
    painter.setFont(font)
    painter.setPen(QColor(tones().text if heading else tones().soft_text))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _MIDDLE_LEFT, shown)
    painter.setFont(plain)
