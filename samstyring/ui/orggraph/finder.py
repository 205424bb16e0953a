"""The field that finds a body in the graph, or who sits in one, with results while one types."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from samstyring.domain.org import OrgBody, OrgSnapshot
from samstyring.domain.seats import SeatLine
from samstyring.domain.text import fold, sort_key, words_of
from samstyring.domain.words import word as word_for
from samstyring.language import _
from samstyring.ui.theme import icon

_MOST_OFFERED = 12
_MATCH = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Match:
    """What was found, in words, and the body to go to; the best have the lowest ``rank``."""

    rank: int
    text: str
    body_id: str
    is_person: bool = False


class GraphFinder(QLineEdit):
    """``found(id)`` tells of a body to show, ``person_found(text)`` who sits there that was found;
    ``missed(text)`` that nothing is called that.
    """

    found = Signal(str)
    person_found = Signal(str)
    missed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bodies: tuple[OrgBody, ...] = ()
        self._seats: tuple[SeatLine, ...] = ()
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

    def offer(self, snapshot: OrgSnapshot, seats: Sequence[SeatLine] = ()) -> None:
        """Find among these bodies from now on, and among those who have one of the seats."""
        bodies = sorted(snapshot.bodies, key=lambda body: sort_key(body.name))
        self._bodies = tuple(bodies)
        there = {body.id for body in bodies}
        sitting = [seat for seat in seats if seat.person_id and seat.body_id in there]
        self._seats = tuple(sorted(sitting, key=lambda seat: sort_key(seat.person_name)))

    def matches(self) -> tuple[Match, ...]:
        """Return what holds every word, by name, bodies first: before them what is called so."""
        words = words_of(self.text())
        if not words:
            return ()
        found = [_body_match(body, words) for body in self._bodies]
        found += [_person_match(seat, words) for seat in self._seats]
        return tuple(sorted(filter(None, found), key=lambda match: match.rank))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, _text: str) -> None:
        self._place = -1
        self._names.clear()
        for match in self.matches()[:_MOST_OFFERED]:
            item = QStandardItem(match.text)
            item.setData(match, _MATCH)
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
        self._tell(index.data(_MATCH))

    def _tell(self, match: Match) -> None:
        """Tell of a body once: the same Enter comes to the field and to what it offers."""
        if self._told != match.text:
            self._told = match.text
            QTimer.singleShot(0, self, self._forget_told)
            self.found.emit(match.body_id)
            if match.is_person:
                self.person_found.emit(match.text)

    def _forget_told(self) -> None:
        self._told = ""

    def _on_return(self) -> None:
        matches = self.matches()
        if matches:
            self._place = (self._place + 1) % len(matches)
            self._tell(matches[self._place])
        elif self.text().strip():
            self.missed.emit(
                _("Nothing in the graph is called “{name}” on this day.").format(
                    name=self.text().strip()
                )
            )


def _body_match(body: OrgBody, words: Sequence[str]) -> Match | None:
    name, short = fold(body.name), fold(body.short_name)
    if not all(word in f"{name} {short}" for word in words):
        return None
    # What it is called for short is told where that is what was written.
    told = all(word in name for word in words)
    text = body.name if told else f"{body.name} ({body.short_name})"
    return Match(_rank((name, short), words), text, body.id)


def _person_match(seat: SeatLine, words: Sequence[str]) -> Match | None:
    name = fold(seat.person_name)
    if not all(word in name for word in words):
        return None
    text = _("{person} in {body} ({role})").format(
        person=seat.person_name, body=seat.body_name, role=word_for(seat.role)
    )
    return Match(_rank((name,), words), text, seat.body_id, is_person=True)


def _rank(names: Sequence[str], words: Sequence[str]) -> int:
    """Return 0 for what is called so, 1 where a name begins so, else 2."""
    if " ".join(words) in names:
        return 0
    return 1 if any(name.startswith(words[0]) for name in names) else 2
