"""Sets a help text in a text browser: calm headings, room to read, and the font of the window."""

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

# Room below a block, and above a heading, in heights of a line.
_BETWEEN_LINES_OF_CODE, _BETWEEN_POINTS, _BETWEEN_PARTS = 0.15, 0.25, 0.55
_ABOVE_HEADING, _BELOW_HEADING = 0.7, 0.3


def set_page(browser: QTextBrowser, text: str) -> None:
    """Show a text in Markdown, with the browser's own font and colours."""
    height = browser.fontMetrics().height()
    document = browser.document()
    document.setDefaultFont(browser.font())
    browser.setMarkdown(text)
    document.setDocumentMargin(height)
    block = document.begin()
    while block.isValid():
        _set_block(block, height)
        block = block.next()


def _set_block(block: QTextBlock, height: int) -> None:
    cursor, spacing = QTextCursor(block), QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    spacing.setTopMargin(height * _ABOVE_HEADING if level > 1 else 0)
    spacing.setBottomMargin(height * _room_below(block))
    if _is_code(block):
        # A long command breaks rather than hiding behind the edge.
        spacing.setNonBreakableLines(False)
        spacing.setLeftMargin(height)
    cursor.mergeBlockFormat(spacing)
    if level:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_heading_format(level))


def _room_below(block: QTextBlock) -> float:
    if block.blockFormat().headingLevel():
        return _BELOW_HEADING
    following = block.next()
    if following.isValid() and _is_code(block) and _is_code(following):
        return _BETWEEN_LINES_OF_CODE
    if following.isValid() and block.textList() is not None and following.textList() is not None:
        return _BETWEEN_POINTS
    return _BETWEEN_PARTS


def _heading_format(level: int) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setFontWeight(QFont.Weight.DemiBold)
    # Qt's steps from the size of the text: 2 is half as large again, 1 a fifth larger. Its own
    # choice for headings is a step more, which outgrows the window when the text is large.
    found.setProperty(QTextCharFormat.Property.FontSizeAdjustment, max(0, 3 - level))
    return found


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().nonBreakableLines()
