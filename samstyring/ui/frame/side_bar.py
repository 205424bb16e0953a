"""The side bar: the pages by name and icon, with a number where something needs care."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from samstyring.language import _, translate
from samstyring.ui.page import PageEntry
from samstyring.ui.theme import icon, tones

_KEY = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1


class SideBar(QListWidget):
    """Chooses a page; ``page_chosen`` carries its key."""

    page_chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_BadgeDelegate(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for entry in entries:
            item = QListWidgetItem(icon(entry.icon), translate(entry.title), self)
            item.setData(_KEY, entry.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, translate(entry.title))
        self.currentItemChanged.connect(self._on_current)

    def select(self, key: str) -> None:
        """Mark a page as the one shown, and tell of it."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def set_count(self, key: str, count: int) -> None:
        """Show how many things on a page need care; none shows nothing."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_KEY) == key:
                item.setData(_COUNT, count)
                spoken = f"{item.text()}, {count}" if count else item.text()
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def sizeHint(self) -> QSize:
        """Be as wide as the longest title with its icon and badge."""
        metrics = QFontMetrics(self.font())
        texts = [self.item(row).text() for row in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=80)
        return QSize(widest + metrics.horizontalAdvance("9999") + 64, 300)

    def minimumSizeHint(self) -> QSize:
        """Never be cut at the side."""
        return QSize(self.sizeHint().width(), 80)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the titles at any size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setMaximumWidth(self.sizeHint().width())

    def _on_current(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.page_chosen.emit(item.data(_KEY))


class _BadgeDelegate(QStyledItemDelegate):
    """Paints the number at the right of a title."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(34, int(QFontMetrics(option.font).height() * 1.9)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        if count:
            self._paint_badge(painter, option, str(count))

    def _paint_badge(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        metrics = QFontMetrics(option.font)
        height = metrics.height() + 2
        width = max(height, metrics.horizontalAdvance(text) + 12)
        area: QRect = option.rect
        badge = QRect(area.right() - width - 8, area.center().y() - height // 2, width, height)
        tone = tones().over
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tone.edge))
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(QColor(tone.ink))
        painter.setFont(option.font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
