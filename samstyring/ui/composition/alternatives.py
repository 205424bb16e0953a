"""Suggested alternatives in order, each with what the rules say of it, and conflicts in words."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.composition_changes import changes_in_words
from samstyring.domain.composition_choices import Alternative, Suggestion
from samstyring.formats import number
from samstyring.language import _
from samstyring.ui.composition.words import (
    alternative_choices,
    alternative_sentence,
    alternative_verdicts,
)
from samstyring.ui.forms import PlainLabel, SoftLabel, SubHeading
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.theme import icon


class Alternatives(QWidget):
    """Lists alternatives; ``chosen`` tells the place of the one that is wanted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[_Card, ...] = ()
        self._sentences: list[QLabel] = []
        self._place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """Show these alternatives and conflicts instead."""
        self.clear()
        self._add_cards(
            _Card(place, _("Alternative {number}").format(number=number(place + 1)),
                  _alternative_texts(alternative), self)
            for place, alternative in enumerate(suggestion.alternatives)
        )  # fmt: skip
        self._say([conflict.sentence for conflict in suggestion.conflicts])
        if not any(alternative.filled for alternative in suggestion.alternatives):
            self._say([_("Nobody has been put forward who could be chosen.")])
        self.show()

    def show_changes(self, rule: str, suggestion: Suggestion) -> None:
        """Show the smallest changes that mend a rule instead, or why there are none."""
        self.clear()
        if suggestion.alternatives:
            self._say(
                [
                    _("What mends “{rule}” with the fewest changes, the least first.").format(
                        rule=rule
                    )
                ]
            )
        self._add_cards(
            _Card(place, _("Change {number}").format(number=number(place + 1)),
                  (changes_in_words(alternative), ()), self)
            for place, alternative in enumerate(suggestion.alternatives)
        )  # fmt: skip
        self._say([conflict.sentence for conflict in suggestion.conflicts])
        self.show()

    def clear(self) -> None:
        """Show nothing, and take no room."""
        for widget in (*self.cards, *self._sentences):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.cards, self._sentences = (), []
        self.hide()

    def texts(self) -> tuple[str, ...]:
        """Return the sentences outside the alternatives, such as on conflicts."""
        return tuple(label.text() for label in self._sentences)

    def _add_cards(self, cards: Iterable["_Card"]) -> None:
        self.cards = tuple(cards)
        for card in self.cards:
            card.chosen.connect(self.chosen)
            self._column.addWidget(card)
        self._place.lead_to([card.button for card in self.cards])

    def _say(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            label = PlainLabel(sentence, self)
            self._sentences.append(label)
            self._column.addWidget(label)


# What a card says, and what it says softly below.
_Texts = tuple[Sequence[str], Sequence[str]]


def _alternative_texts(alternative: Alternative) -> _Texts:
    said = (alternative_sentence(alternative), *alternative_choices(alternative))
    return said, alternative_verdicts(alternative)


class _Card(QFrame):
    """One alternative, or one change."""

    chosen = Signal(int)

    def __init__(self, place: int, title: str, texts: "_Texts", parent: QWidget) -> None:
        super().__init__(parent)
        self._at = place
        self.setFrameShape(QFrame.Shape.StyledPanel)
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
        said, softly = texts
        for text in said:
            column.addWidget(PlainLabel(text, self))
        for text in softly:
            column.addWidget(SoftLabel(text, self))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._at)


class _CardTitle(SubHeading):
    scale = 1.0
