"""The top of a body's detail: name, kind, life, what is said about it, and the main buttons."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.bodies import BodyDetail
from samstyring.formats import number
from samstyring.language import _, ngettext
from samstyring.ui.bodies.body_rows import names_in_use
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.bodies.words import kind_line, life_sentence
from samstyring.ui.forms import Heading, KeyValueGrid, PlainLabel, SoftLabel
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import icon


class BodyHead(QWidget):
    """Says what a body is; `verb_chosen(verb, "")` tells what is asked for.

    ``buttons`` can be put elsewhere, where what they do is not what one comes for.
    """

    verb_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.kind = Heading("", self), SoftLabel("", self)
        self.sentence, self.purpose = PlainLabel("", self), PlainLabel("", self)
        self.facts = KeyValueGrid(self)
        self.buttons = QWidget(self)
        self._row = FlowLayout(self.buttons)
        self._writing: list[QPushButton] = []
        self._menu = self._dated_menu()
        self._add(QPushButton(icon("edit"), _("&Correct…"), self), BodyVerb.CORRECT)
        dated = QPushButton(icon("calendar"), _("Change from a &date"), self)
        dated.setMenu(self._menu)
        self._add(dated, None)
        self._add(QPushButton(icon("delete"), _("Delete…"), self), BodyVerb.DELETE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.name, self.kind, self.sentence, self.purpose):
            layout.addWidget(widget)
        layout.addWidget(self.buttons)
        layout.addWidget(self.facts)

    def set_read_only(self, reason: str) -> None:
        """Turn off what writes, and say why."""
        for button in self._writing:
            button.setEnabled(not reason)
            button.setToolTip(reason)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in reading order."""
        return tuple(self._writing)

    def show_body(
        self,
        detail: BodyDetail,
        about: str,
        day: date,
        more_facts: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show a body; ``about`` is the sentence that says how it stands with it."""
        self.name.setText(detail.name or _("A body without a name"))
        self.kind.setText(kind_line(detail))
        said = " ".join(filter(None, (life_sentence(detail, day), about)))
        self.sentence.setText(said)
        self.sentence.setVisible(bool(said))
        self.purpose.setText(detail.facts.purpose)
        self.purpose.setVisible(bool(detail.facts.purpose))
        pairs = (*more_facts, *_facts(detail, day))
        self.facts.set_pairs(pairs)
        self.facts.setVisible(any(value for _key, value in pairs))

    def _add(self, button: QPushButton, verb: BodyVerb | None) -> None:
        button.setAutoDefault(False)
        self._writing.append(button)
        self._row.addWidget(button)
        if verb is not None:
            button.setProperty("verb", verb.value)
            button.clicked.connect(self._on_clicked)

    def _dated_menu(self) -> QMenu:
        menu = QMenu(self)
        for verb, text in (
            (BodyVerb.RENAME, _("&Rename from a date…")),
            (BodyVerb.ADD_SUCCESSION, _("What came &before or after…")),
            (BodyVerb.END, _("&End on a day…")),
        ):
            menu.addAction(text).setData(verb.value)
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot()
    def _on_clicked(self) -> None:
        self.verb_chosen.emit(self.sender().property("verb"), "")

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.verb_chosen.emit(action.data(), "")


def _facts(detail: BodyDetail, day: date) -> Sequence[tuple[str, str]]:
    facts = detail.facts
    return (
        (_("Also called"), names_in_use(detail.names, day, detail.name)),
        (_("Legal form"), facts.legal_form),
        (_("Organisation number"), facts.organisation_number),
        (_("Home page"), facts.home_page),
        (_("Usual term"), _months(facts.term_months)),
    )


def _months(months: int | None) -> str:
    if months is None:
        return ""
    if months % 12 == 0:
        years = months // 12
        return ngettext("{count} year", "{count} years", years).format(count=number(years))
    return ngettext("{count} month", "{count} months", months).format(count=number(months))
