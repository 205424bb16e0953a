"""A mandate's sections as its document reads: numbered headings, paragraphs and lists."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextListFormat,
)
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget

from samstyring.domain.mandates import Section
from samstyring.export.mandate_text import (
    Block,
    BlockKind,
    Point,
    blocks_of,
    heading_without_number,
    writable,
)
from samstyring.language import _

_MARGIN = 14
_ONE_STEP_LARGER = 1
_LINE_SEPARATOR = "\u2028"
_LINES_BETWEEN = 0.5


class DocumentView(QTextBrowser):
    """Shows sections as they are read; as tall as its text, so that the page scrolls, not it.

    `caret_moved` tells the place of the caret on the screen, for who scrolls to keep it in sight.
    """

    caret_moved = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The mandate as it reads"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(_MARGIN)
        self._sections: tuple[Section, ...] | None = None
        self._heights: dict[int, int] = {}
        self.cursorPositionChanged.connect(self._on_caret)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections, in this order."""
        if tuple(sections) == self._sections:
            return
        self._sections = tuple(sections)
        self._write()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            frame = 2 * self.frameWidth()
            self.document().setTextWidth(max(1, width - frame))
            self._heights[width] = round(self.document().size().height()) + frame
            # Measuring laid the text out anew; it is to stand as wide as it is shown.
            self.document().setTextWidth(self.viewport().width())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * 60
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.fontMetrics().height() * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._sections is not None:
            self._write()

    def _write(self) -> None:
        self._heights.clear()
        self.blockSignals(True)
        self.clear()
        cursor = QTextCursor(self.document())
        for number, section in enumerate(self._sections or (), start=1):
            self._write_section(cursor, number, section)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.blockSignals(False)
        self.updateGeometry()

    def _write_section(self, cursor: QTextCursor, number: int, section: Section) -> None:
        heading = heading_without_number(section.heading)
        self._begin(cursor, _heading_block(self._gap() * 1.6), _heading_text())
        cursor.insertText(f"{number}  {heading}")
        blocks = blocks_of(writable(section.text))
        if not blocks:
            self._begin(cursor, self._block(), _missing_text())
            cursor.insertText(_("Nothing is written here yet."))
        for block in blocks:
            self._write_block(cursor, block)

    def _write_block(self, cursor: QTextCursor, block: Block) -> None:
        if block.kind is BlockKind.PARAGRAPH:
            self._begin(cursor, self._block(), QTextCharFormat())
            cursor.insertText(block.text.replace("\n", _LINE_SEPARATOR))
            return
        numbered = block.kind is BlockKind.NUMBERED
        self._write_points(cursor, block.points, numbered=numbered, start=block.start, indent=1)

    def _write_points(
        self,
        cursor: QTextCursor,
        points: Sequence[Point],
        *,
        numbered: bool,
        start: int = 1,
        indent: int,
    ) -> None:
        own = None
        for point in points:
            self._begin(cursor, self._block(), QTextCharFormat())
            if own is None:
                own = cursor.createList(_list_format(numbered, start, indent))
            else:
                own.add(cursor.block())
            cursor.insertText(point.text)
            if point.below:
                below = [Point(text) for text in point.below]
                self._write_points(cursor, below, numbered=point.below_numbered, indent=indent + 1)

    def _begin(self, cursor: QTextCursor, block: QTextBlockFormat, text: QTextCharFormat) -> None:
        # A new document has one empty block, which the first heading takes.
        if cursor.document().isEmpty():
            block.setTopMargin(0)
            cursor.setBlockFormat(block)
            cursor.setCharFormat(text)
        else:
            cursor.insertBlock(block, text)

    def _block(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setTopMargin(self._gap())
        return form

    def _gap(self) -> float:
        return self.fontMetrics().height() * _LINES_BETWEEN

    @Slot()
    def _on_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))


def _heading_block(above: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setHeadingLevel(2)
    form.setTopMargin(above)
    return form


def _heading_text() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setProperty(QTextFormat.Property.FontSizeAdjustment, _ONE_STEP_LARGER)
    return form


def _missing_text() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontItalic(True)
    return form


def _list_format(numbered: bool, start: int, indent: int) -> QTextListFormat:
    form = QTextListFormat()
    style = QTextListFormat.Style
    bullet = style.ListDisc if indent == 1 else style.ListCircle
    form.setStyle(style.ListDecimal if numbered else bullet)
    form.setIndent(indent)
    form.setStart(start)
    return form
