"""The field that finds a body in the graph: Enter goes to it, and on to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.domain.org import OrgBody, OrgSnapshot
from samstyring.domain.text import fold, sort_key, words_of
from samstyring.language import _
from samstyring.ui.theme import icon


class GraphFinder(QLineEdit):
    """``found(id)`` tells of a body to show; ``missed(text)`` that no body is called that."""

    found = Signal(str)
    missed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bodies: tuple[OrgBody, ...] = ()
        self._place = -1
        self.setPlaceholderText(_("Find in the graph"))
        self.setAccessibleName(_("Find in the graph"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self._on_return)

    def offer(self, snapshot: OrgSnapshot) -> None:
        """Find among these bodies from now on."""
        self._bodies = tuple(sorted(snapshot.bodies, key=lambda body: sort_key(body.name)))

    def matches(self) -> tuple[OrgBody, ...]:
        """Return the bodies that hold every word: first those that begin so, then by name."""
        words = words_of(self.text())
        if not words:
            return ()
        holding = [
            body
            for body in self._bodies
            if all(word in f"{fold(body.name)} {fold(body.short_name)}" for word in words)
        ]
        return tuple(sorted(holding, key=lambda body: not _begins(body, words[0])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, _text: str) -> None:
        self._place = -1

    def _on_return(self) -> None:
        matches = self.matches()
        if matches:
            self._place = (self._place + 1) % len(matches)
            self.found.emit(matches[self._place].id)
        elif self.text().strip():
            self.missed.emit(
                _("Nothing in the graph is called “{name}” on this day.").format(
                    name=self.text().strip()
                )
            )


def _begins(body: OrgBody, word: str) -> bool:
    return fold(body.name).startswith(word) or fold(body.short_name).startswith(word)
