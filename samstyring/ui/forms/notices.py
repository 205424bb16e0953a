"""What the window tells in passing (a toast) and what it says as long as it lasts (a banner)."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from samstyring.language import _
from samstyring.ui.theme import ToneName, icon, looks_changed, tones

_SHOWN_MS = 8000
_MARGIN = 16
_ICONS = {
    ToneName.OK: "circle-check",
    ToneName.SOON: "warning",
    ToneName.OVER: "warning",
    ToneName.VACANT: "error",
    ToneName.ACCENT: "info",
    ToneName.MUTED: "info",
}


class _Notice(QWidget):
    """A line with icon, text, one button for an action and one that closes."""

    action_triggered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = ToneName.ACCENT
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._action = QPushButton(self)
        self._action.setAutoDefault(False)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setToolTip(_("Close the message"))
        self._close.setAccessibleName(_("Close the message"))
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self._on_close)
        self._lay_out()
        self.hide()
        looks_changed().connect(self._tint)

    def text(self) -> str:
        """Return the message shown."""
        return self._text.text()

    def action_text(self) -> str:
        """Return what the action's button says, or an empty text."""
        return self._action.text()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)

    def _say(self, text: str, tone: ToneName, action: str) -> None:
        self._tone = tone
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self._tint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = tones().of(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tone.edge), 1))
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    @Slot()
    def _tint(self) -> None:
        side = QFontMetrics(self.font()).height()
        picture = icon(_ICONS[self._tone], self._tone)
        self._icon.setPixmap(picture.pixmap(QSize(side, side)))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(tones().of(self._tone).ink))
        self._text.setPalette(palette)

    @Slot()
    def _on_action(self) -> None:
        self.hide()
        self.action_triggered.emit()

    @Slot()
    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class Banner(_Notice):
    """A lasting state at the top of a page: the file is read only, a draft is shown."""

    def show_message(
        self,
        text: str,
        tone: ToneName = ToneName.ACCENT,
        action: str = "",
        *,
        closable: bool = False,
    ) -> None:
        """Say the text until it is cleared; `action_triggered` tells that its button was used."""
        self._say(text, tone, action)
        self._close.setVisible(closable)
        self.show()

    def clear(self) -> None:
        """Say nothing, and take no room."""
        self.hide()

    @Slot()
    def _on_action(self) -> None:
        # The state lasts until whoever showed it says that it is over.
        self.action_triggered.emit()


class Toast(_Notice):
    """A short message at the bottom of a window, with Undo or the like; goes by itself.

    It stays while the pointer or the keyboard is on it, is read out by screen readers, and
    is the only one of its window: a new message takes the old one's place.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._on_timeout)
        window.installEventFilter(self)

    def show_message(self, text: str, action: str = "", tone: ToneName = ToneName.ACCENT) -> None:
        """Say the text for some seconds; `action_triggered` tells that its button was used."""
        self._say(text, tone, action)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self._announce(text)

    @Slot(str)
    def take_back(self, text: str) -> None:
        """Say this no longer; another message stays."""
        if self.text() == text:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _announce(self, text: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _place(self) -> None:
        window = self._window
        room = window.width() - 2 * _MARGIN
        metrics = QFontMetrics(self.font())
        others = self.sizeHint().width() - self._text.sizeHint().width()
        wish = metrics.horizontalAdvance(self._text.text()) + max(others, 0) + 24
        width = min(room, max(wish, metrics.averageCharWidth() * 40))
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - height - 3 * _MARGIN, width, height)

    @Slot()
    def _on_timeout(self) -> None:
        if self.underMouse() or self.isAncestorOf(_focus_widget(self)):
            self._timer.start()
            return
        self.hide()


def _focus_widget(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget.window()
