"""The editor of a draft: a card for each section, saved as soon as its field is left."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from samstyring.commands.mandates import (
    add_section,
    delete_section,
    move_section,
    write_section,
)
from samstyring.domain.errors import SamstyringError
from samstyring.domain.mandates import Section, SectionKind
from samstyring.domain.words import word
from samstyring.language import _, texts_in
from samstyring.ui.desk import Desk
from samstyring.ui.mandates.section_card import SectionCard
from samstyring.ui.theme import icon

_STEPS = {"up": -1, "down": 1}


class SectionEditor(QWidget):
    """Writes the sections of one written form of a draft.

    What is typed is saved when its field is left; `flush` saves what has not been left yet.
    """

    caret_moved = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._version_id, self._language = "", "nb"
        self._cards: dict[str, SectionCard] = {}
        self.add_button = QPushButton(icon("plus"), _("Add a &section"), self)
        self._menu = self._kinds_menu()
        self.add_button.setMenu(self._menu)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._column)
        layout.addWidget(self.add_button)

    def set_sections(self, version_id: str, language: str, sections: Sequence[Section]) -> None:
        """Show these sections; a card whose section is still there keeps caret and typing.

        Call `flush` before another version or written form is shown.
        """
        if (version_id, language) != (self._version_id, self._language):
            self._version_id, self._language = version_id, language
            self._drop(list(self._cards))
        there = {section.id for section in sections}
        self._drop([key for key in self._cards if key not in there and not self._keep(key)])
        for place, section in enumerate(sections):
            self._place(place, section, len(sections))
        self._order_tabs()

    def cards(self) -> tuple[SectionCard, ...]:
        """Return the cards from the top down."""
        found = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, SectionCard))

    def flush(self) -> bool:
        """Save what is typed and not saved yet; False if some of it could not be."""
        return all([self._save(card) for card in self.cards()])

    def add(self, kind: SectionKind) -> None:
        """Add a section of a kind at the end, with its usual heading, and go to its text."""
        self.flush()
        with texts_in(self._language):
            heading = word(kind)
        added = self._desk.try_run(
            add_section, self._version_id, kind, heading, language=self._language
        )
        # The news of the change has brought the card by now.
        card = self._cards.get(added or "")
        if card is not None:
            card.text.setFocus()

    def _place(self, place: int, section: Section, count: int) -> None:
        card = self._cards.get(section.id)
        if card is None:
            card = self._new_card(section)
        else:
            card.set_section(section)
        if self._column.indexOf(card) != place:
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
        card.set_place(place + 1, count)

    def _new_card(self, section: Section) -> SectionCard:
        card = SectionCard(section, self)
        card.left.connect(self._on_left)
        card.asked.connect(self._on_asked)
        card.caret_moved.connect(self.caret_moved)
        self._cards[section.id] = card
        return card

    def _keep(self, section_id: str) -> bool:
        """Say whether a card stays although its section is gone: it holds what nobody stored."""
        card = self._cards[section_id]
        if card.is_changed():
            card.set_gone()
            return True
        return False

    def _drop(self, section_ids: Sequence[str]) -> None:
        for section_id in section_ids:
            card = self._cards.pop(section_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _save(self, card: SectionCard) -> bool:
        if card.is_gone:
            return self._add_again(card)
        if not card.is_changed():
            return True
        before, new = card.section, card.written()
        # The news of the change comes before the command is done, and asks for unsaved cards.
        card.section = replace(before, kind=new.kind, heading=new.heading, text=new.text)
        try:
            self._desk.run(
                write_section, card.section.id, kind=new.kind, heading=new.heading, text=new.text
            )
        except SamstyringError as problem:
            card.section = before
            card.show_error(str(problem))
            return False
        return True

    def _order_tabs(self) -> None:
        fields = [field for card in self.cards() for field in card.fields()]
        for before, after in pairwise([*fields, self.add_button]):
            QWidget.setTabOrder(before, after)

    def _kinds_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in SectionKind:
            menu.addAction(word(kind)).setData(kind.value)
        menu.triggered.connect(self._on_kind)
        return menu

    @Slot(QAction)
    def _on_kind(self, entry: QAction) -> None:
        self.add(SectionKind(entry.data()))

    @Slot(str)
    def _on_left(self, section_id: str) -> None:
        card = self._cards.get(section_id)
        if card is not None and not card.is_gone:
            self._save(card)

    @Slot(str, str)
    def _on_asked(self, verb: str, section_id: str) -> None:
        if verb == "again":
            self._add_again(self._cards[section_id])
        elif self.flush():
            if verb == "delete":
                self._desk.try_run(delete_section, section_id)
            else:
                self._move(section_id, _STEPS[verb])

    def _move(self, section_id: str, step: int) -> None:
        self._desk.try_run(move_section, section_id, step)
        card = self._cards.get(section_id)
        if card is not None:
            # The card is to stay in sight where it landed.
            self._column.activate()
            self.caret_moved.emit(card.mapToGlobal(card.rect().topLeft()))

    def _add_again(self, card: SectionCard) -> bool:
        new = card.written()
        try:
            self._desk.run(
                add_section, self._version_id, new.kind, new.heading, new.text,
                language=self._language,
            )  # fmt: skip
        except SamstyringError as problem:
            card.show_error(str(problem))
            return False
        self._drop([card.section.id])
        return True
