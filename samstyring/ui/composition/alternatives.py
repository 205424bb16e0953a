"""Suggested alternatives in order, each with what the rules say of it, and conflicts in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.composition_choices import Alternative, Suggestion
from samstyring.formats import number
from samstyring.language import _
from samstyring.ui.composition.words import (
    alternative_choices,
    alternative_sentence,
    alternative_verdicts,
)
from samstyring.ui.forms import SoftLabel, SubHeading
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.theme import icon


class Alternatives(QWidget):
    """Lists alternatives; ``chosen`` tells the place of the one that is wanted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[_Card, ...] = ()
        self._conflicts: list[QLabel] = []
        self._place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """Show these alternatives and conflicts instead."""
        self.clear()
        self.cards = tuple(
            _Card(place, alternative, self)
            for place, alternative in enumerate(suggestion.alternatives)
        )
        for card in self.cards:
            card.chosen.connect(self.chosen)
            self._column.addWidget(card)
        self._add_conflicts([conflict.sentence for conflict in suggestion.conflicts])
        self._place.lead_to([card.button for card in self.cards])
        if not any(alternative.filled for alternative in suggestion.alternatives):
            self._add_conflicts([_("Nobody has been put forward who could be chosen.")])
        self.show()

    def clear(self) -> None:
        """Show nothing, and take no room."""
        for widget in (*self.cards, *self._conflicts):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.cards, self._conflicts = (), []
        self.hide()

    def texts(self) -> tuple[str, ...]:
        """Return the sentences about conflicts."""
        return tuple(label.text() for label in self._conflicts)

    def _add_conflicts(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            label = _plain(sentence, self)
            self._conflicts.append(label)
            self._column.addWidget(label)


class _Card(QFrame):
    """One alternative."""

    chosen = Signal(int)

    def __init__(self, place: int, alternative: Alternative, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = place
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = _("Alternative {number}").format(number=number(place + 1))
        self.button = QPushButton(icon("check"), _("Try this one"), self)
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(_("Try {alternative}").format(alternative=title))
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(3)
        head = FlowLayout()
        head.addWidget(_CardTitle(title, self))
        head.addWidget(self.button)
        column.addLayout(head)
        column.addWidget(_plain(alternative_sentence(alternative), self))
        for text in alternative_choices(alternative):
            column.addWidget(_plain(text, self))
        for text in alternative_verdicts(alternative):
            column.addWidget(SoftLabel(text, self))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._at)


class _CardTitle(SubHeading):
    scale = 1.0


def _plain(text: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    return label
