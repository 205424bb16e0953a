"""Labels that hold data as plain text: headings, chips, errors, pairs of key and value."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from samstyring.ui.theme import ToneName, icon, looks_changed, tones

_CHIP_PADDING = 7


class PlainLabel(QLabel):
    """Text as it stands, on as many lines as it takes; markup in a name is only text."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, selectable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class Heading(PlainLabel):
    """The title of a page or panel."""

    scale = 1.5

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._size_font()
        looks_changed().connect(self._size_font)

    @Slot()
    def _size_font(self) -> None:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * self.scale)
        font.setBold(True)
        self.setFont(font)


class SubHeading(Heading):
    """The title of a part of a page."""

    scale = 1.08


class SoftLabel(PlainLabel):
    """Plain text in the soft colour: an explanation, a hint, a date beside a fact."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class ErrorLabel(QWidget):
    """What is wrong with the field above, in words, with an icon; takes no room when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._text = _ToneLabel(ToneName.VACANT, self)
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        looks_changed().connect(self._draw_icon)
        self.hide()

    def text(self) -> str:
        """Return the error shown, or an empty text."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show an error; an empty text hides the label."""
        self._draw_icon()
        self._text.setText(text)
        self.setVisible(bool(text))

    @Slot()
    def _draw_icon(self) -> None:
        side = QFontMetrics(self.font()).height()
        self._icon.setPixmap(icon("error", ToneName.VACANT).pixmap(QSize(side, side)))


class Chip(QWidget):
    """A word in a tone: "vacant", "ends soon". The word says all that the colour says."""

    def __init__(
        self, word: str = "", tone: ToneName = ToneName.MUTED, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._word = word
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def word(self) -> str:
        """Return the word on the chip."""
        return self._word

    def tone(self) -> ToneName:
        """Return the tone the word is shown in."""
        return self._tone

    def set_word(self, word: str, tone: ToneName) -> None:
        """Say another word in another tone."""
        self._word, self._tone = word, tone
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._word) + 2 * _CHIP_PADDING + 2
        return QSize(width, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = tones().of(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tone.edge), 1))
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(tone.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._word)
        painter.end()


class KeyValueGrid(QWidget):
    """Facts as pairs of a soft key and a value that can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(4)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these keys and values instead; a pair without a value is left out."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for key, value in pairs:
            if value:
                self._form.addRow(_key_label(key), _value_label(key, value))

    def add_widget(self, key: str, widget: QWidget) -> None:
        """Add a key whose value is a widget, such as a chip."""
        self._form.addRow(_key_label(key), widget)


class _ToneLabel(QLabel):
    def __init__(self, tone: ToneName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ink()
        looks_changed().connect(self._ink)

    @Slot()
    def _ink(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(tones().of(self._tone).ink))
        self.setPalette(palette)


def _key_label(key: str) -> QLabel:
    label = SoftLabel(key)
    label.setWordWrap(False)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _value_label(key: str, value: str) -> QLabel:
    label = PlainLabel(value, selectable=True)
    label.setAccessibleName(f"{key}: {value}")
    return label
