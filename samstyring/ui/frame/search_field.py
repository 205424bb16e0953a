"""The one search field over everything: bodies, persons, mandates, rounds, and commands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QWidget

from samstyring.domain.bodies import BodyKind
from samstyring.domain.choices import Hit
from samstyring.domain.text import fold, words_of
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.search import search
from samstyring.ui.desk import Desk
from samstyring.ui.theme import icon

_HIT = Qt.ItemDataRole.UserRole + 1
_ICONS = {
    "body": "bodies",
    "person": "person",
    "mandate": "mandates",
    "round": "nominations",
    "view": "star",
    "story": "book-open",
}
_MOST_COMMANDS = 6


class SearchField(QLineEdit):
    """Finds as one types; Enter opens the first, the arrow keys choose another.

    Escape clears it; ``left`` tells that it was pressed once more.
    """

    hit_chosen = Signal(str, str)
    left = Signal()

    def __init__(
        self, desk: Desk, actions: Callable[[], Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._actions = desk, actions
        self._model = QStandardItemModel(self)
        self.setPlaceholderText(_("Search for a body, person, mandate or command (Ctrl+K)"))
        self.setAccessibleName(_("Search everything"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._finder = QCompleter(self._model, self)
        self._finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._finder.setMaxVisibleItems(14)
        self._list = QListView(self)
        self._list.setAccessibleName(_("Found"))
        self._finder.setPopup(self._list)
        self._finder.setWidget(self)
        # After the completer, so that its Escape is heard first.
        self._list.installEventFilter(self)
        self._finder.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)
        self._size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Escape from the list of what was found."""
        if watched is self._list and isinstance(event, QKeyEvent) and _is_escape(event):
            self._give_up()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the field, and leaves it when it is empty."""
        if not _is_escape(event):
            super().keyPressEvent(event)
        elif self.text():
            self._give_up()
        else:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size()

    def begin(self) -> None:
        """Let the user type anew."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def found(self) -> tuple[str, ...]:
        """Return what is listed now, as the lines read."""
        return tuple(self._model.item(row).text() for row in range(self._model.rowCount()))

    def _on_edited(self, text: str) -> None:
        self._model.clear()
        for hit in self._desk.read(search, text):
            self._model.appendRow(_hit_item(hit))
        for action in self._commands(text):
            self._model.appendRow(_command_item(action))
        if self._model.rowCount():
            self._finder.complete()
        else:
            self._list.hide()

    def _commands(self, text: str) -> list[QAction]:
        words = words_of(text)
        return [
            action
            for action in self._actions()
            if words and action.isEnabled() and all(word in _called(action) for word in words)
        ][:_MOST_COMMANDS]

    def _on_return(self) -> None:
        if self._model.rowCount() and self.text().strip():
            current = self._list.currentIndex() if self._list.isVisible() else QModelIndex()
            self._open(current.row() if current.isValid() else 0)

    def _on_activated(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _size(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, self)
        self._list.setIconSize(QSize(side, side))

    def _give_up(self) -> None:
        self._list.hide()
        self.clear()
        self._model.clear()

    def _open(self, row: int) -> None:
        item = self._model.item(row)
        chosen = item.data(_HIT) if item is not None else None
        self._give_up()
        if isinstance(chosen, QAction):
            chosen.trigger()
        elif chosen is not None:
            self.hit_chosen.emit(chosen.kind, chosen.id)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape


def _hit_item(hit: Hit) -> QStandardItem:
    detail = word(BodyKind(hit.detail)) if hit.kind == "body" else ""
    item = QStandardItem(icon(_ICONS[hit.kind]), f"{hit.title} · {detail}" if detail else hit.title)
    item.setData(hit, _HIT)
    return item


def _command_item(action: QAction) -> QStandardItem:
    item = QStandardItem(icon("chevron-right"), _plain(action))
    item.setData(action, _HIT)
    return item


def _called(action: QAction) -> str:
    # After the colon stands what would be undone: to name that is not to ask for undoing it.
    return fold(_plain(action).partition(":")[0])


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
