"""Paints a table's cells: whole rows selected in a calm colour, with a bar at the start."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from samstyring.ui.theme import tones

_BAR = 3
_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """Text in tones stays readable on the selected row; focus is shown by the table's frame."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        # The whole row is selected: a box round one cell of it would only be noise.
        option.state &= ~_State.State_HasFocus
        shades = tones()
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Highlight, QColor(shades.selection))
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or QColor(shades.on_selection)
        palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(ink))
        option.palette = palette
        if not option.icon.isNull() and option.state & _State.State_Selected:
            option.icon = _as_unselected(option)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if option.state & _State.State_Selected and _is_leftmost(option):
            rect: QRect = option.rect
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Accent))


def _as_unselected(option: QStyleOptionViewItem) -> QIcon:
    # A selected icon is drawn for the strong highlight and would vanish on our calm one.
    pixmap = option.icon.pixmap(option.decorationSize, option.widget.devicePixelRatioF())
    same = QIcon(pixmap)
    same.addPixmap(pixmap, QIcon.Mode.Selected)
    return same


def _is_leftmost(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    if not isinstance(view, QTableView):
        return False
    return bool(option.rect.left() == -view.horizontalHeader().offset())
