"""The field that finds a body in the graph, with results while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from samstyring.domain.org import OrgBody, OrgSnapshot
from samstyring.domain.text import fold, sort_key, words_of
from samstyring.language import _
from samstyring.ui.theme import icon

_MOST_OFFERED = 12
_ID = Qt.ItemDataRole.UserRole


class GraphFinder(QLineEdit):
    """``found(id)`` tells of a body to show; ``missed(text)`` that no body is called that."""

    found = Signal(str)
    missed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bodies: tuple[OrgBody, ...] = ()
        self._place, self._told = -1, ""
        self.setPlaceholderText(_("Find in the graph"))
        self.setAccessibleName(_("Find in the graph"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)
        self._names = QStandardItemModel(self)
        self._offered = QCompleter(self._names, self)
        self._offered.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._offered.setMaxVisibleItems(_MOST_OFFERED)
        self._offered.activated[QModelIndex].connect(self._on_offer_taken)  # type: ignore[index]
        self.setCompleter(self._offered)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)

    def offer(self, snapshot: OrgSnapshot) -> None:
        """Find among these bodies from now on."""
        self._bodies = tuple(sorted(snapshot.bodies, key=lambda body: sort_key(body.name)))

    def matches(self) -> tuple[OrgBody, ...]:
        """Return the bodies that hold every word, by name: first those called exactly so."""
        words = words_of(self.text())
        if not words:
            return ()
        holding = [
            body
            for body in self._bodies
            if all(word in f"{fold(body.name)} {fold(body.short_name)}" for word in words)
        ]
        return tuple(sorted(holding, key=lambda body: _rank(body, words)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, _text: str) -> None:
        self._place = -1
        self._names.clear()
        for body in self.matches()[:_MOST_OFFERED]:
            item = QStandardItem(_offered(body, words_of(self.text())))
            item.setData(body.id, _ID)
            self._names.appendRow(item)
        self._widen()

    def _widen(self) -> None:
        """Let the list be as wide as what it offers: names that begin alike differ at the end."""
        popup = self._offered.popup()
        assert popup is not None
        widest = popup.sizeHintForColumn(0) + popup.verticalScrollBar().sizeHint().width()
        popup.setMinimumWidth(max(self.width(), min(widest, self.window().width())))

    def _on_offer_taken(self, index: QModelIndex) -> None:
        self._place = index.row()
        self._tell(index.data(_ID))

    def _tell(self, body_id: str) -> None:
        """Tell of a body once: the same Enter comes to the field and to what it offers."""
        if self._told != body_id:
            self._told = body_id
            QTimer.singleShot(0, self, self._forget_told)
            self.found.emit(body_id)

    def _forget_told(self) -> None:
        self._told = ""

    def _on_return(self) -> None:
        matches = self.matches()
        if matches:
            self._place = (self._place + 1) % len(matches)
            self._tell(matches[self._place].id)
        elif self.text().strip():
            self.missed.emit(
                _("Nothing in the graph is called “{name}” on this day.").format(
                    name=self.text().strip()
                )
            )


def _offered(body: OrgBody, words: Sequence[str]) -> str:
    """Return the name, and what it is called for short where that is what was written."""
    name = fold(body.name)
    return body.name if all(word in name for word in words) else f"{body.name} ({body.short_name})"


def _rank(body: OrgBody, words: Sequence[str]) -> int:
    """Return 0 for a body called so or so for short, 1 where a name begins so, else 2."""
    names, wanted = (fold(body.name), fold(body.short_name)), " ".join(words)
    if wanted in names:
        return 0
    return 1 if any(name.startswith(words[0]) for name in names) else 2
