"""The page of persons: the list at the left, the one that is selected at the right."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from samstyring.domain.bodies import BodyKind
from samstyring.domain.people import PersonLine
from samstyring.domain.words import word
from samstyring.formats import counted, short_date
from samstyring.language import _
from samstyring.queries.people import person_detail, person_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, SoftLabel
from samstyring.ui.page import PageAction
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.keys import on_key
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.split import Split
from samstyring.ui.people.columns import PERSON_COLUMNS
from samstyring.ui.people.person_dialogs import NewPersonDialog
from samstyring.ui.people.person_panel import PersonPanel
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable

_SPLITTER = "people"
_KIND_LETTERS = 13


class PeoplePage(QWidget):
    """Persons, and all that is known of one of them."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: tuple[PersonLine, ...] = ()
        self.heading = Heading()
        self.buttons = ActionRow(desk)
        self.buttons.set_actions((Verb("new", _("&New person…"), "user-plus"),))
        self.employers = QComboBox()
        self.employers.setAccessibleName(_("Kind of employer"))
        fixed = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.employers.setSizeAdjustPolicy(fixed)
        self.employers.setMinimumContentsLength(_KIND_LETTERS)
        self.with_seats = QCheckBox(_("With &seats"))
        self.table = RecordTable(
            PERSON_COLUMNS,
            name="people",
            accessible_name=_("Persons"),
            hint=_("Nobody is written yet. “New person…” adds the first."),
            settings=desk.settings,
        )
        self.panel = PersonPanel(desk)
        self.hint = SoftLabel(_("Choose a person in the list."))
        self._splitter = Split(_SPLITTER, desk.settings)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload)

    def show_item(self, kind: str, item_id: str) -> None:
        """Show a person, also one whom the filters would leave out."""
        self._reload()
        if kind != "person" or item_id not in {line.id for line in self._people}:
            return
        if not self.table.select(item_id):
            self._clear_filters()
            self.table.select(item_id)
        self._show_selected()

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        return (PageAction("register", _("&New person…"), self._add_person, "user-plus"),)

    def status_text(self) -> str:
        """Return how many persons there are, and how many of them hold a seat."""
        seated = sum(bool(line.seats) for line in self._people)
        people = counted("{count} person", "{count} persons", len(self._people))
        holding = counted("{count} holds a seat", "{count} hold a seat", seated)
        return _("{people}, of whom {holding}").format(people=people, holding=holding)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.buttons)
        filters = FlowLayout()
        filters.addWidget(self.employers)
        filters.addWidget(self.with_seats)
        left, right = QWidget(), QWidget()
        for side, parts in ((left, (self.table,)), (right, (self.hint, self.panel))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            if side is left:
                column.addLayout(filters)
            for part in parts:
                column.addWidget(part)
        self._splitter.divide(left, right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.buttons.triggered.connect(self._on_action)
        self.employers.activated.connect(self._on_filter)
        self.with_seats.toggled.connect(self._on_filter)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.panel.open_requested.connect(self.open_requested)
        on_key(self.table.view, "Del", self._delete)
        on_key(self.table.view, "F2", self._correct)

    def _reload(self) -> None:
        self._people = self._desk.read(person_lines, as_of=self._desk.day)
        self.heading.setText(_heading(self._desk))
        self._offer_kinds()
        self._list()
        self.status_changed.emit(self.status_text())

    def _offer_kinds(self) -> None:
        chosen = self.employers.currentData()
        kinds = {line.employer_kind for line in self._people if line.employer_kind}
        self.employers.clear()
        self.employers.addItem(_("All employers"), None)
        for kind in BodyKind:
            if kind in kinds:
                self.employers.addItem(word(kind), kind.value)
        self.employers.setCurrentIndex(max(self.employers.findData(chosen), 0))

    def _list(self) -> None:
        kind = self.employers.currentData()
        lines = [line for line in self._people if kind in (None, line.employer_kind)]
        if self.with_seats.isChecked():
            lines = [line for line in lines if line.seats]
        self.table.set_records(lines)
        if self.table.selected_id() is None and lines:
            shown = self.table.shown_records()
            if shown:
                self.table.select(shown[0].id)
        self._show_selected()

    def _show_selected(self) -> None:
        chosen = self.table.selected_id()
        self.panel.setVisible(chosen is not None)
        self.hint.setVisible(chosen is None and bool(self._people))
        if chosen is not None:
            detail = self._desk.read(person_detail, chosen, as_of=self._desk.day)
            self.panel.show_person(detail)

    def _clear_filters(self) -> None:
        self.employers.setCurrentIndex(0)
        self.with_seats.setChecked(False)
        self.table.filter_field.clear()
        self._list()

    def _add_person(self) -> None:
        NewPersonDialog(self._desk, self).open()

    def _delete(self) -> None:
        self.panel.trigger("delete")

    def _correct(self) -> None:
        self.panel.trigger("correct")

    @Slot(str)
    def _on_action(self, _key: str) -> None:
        self._add_person()

    @Slot()
    def _on_filter(self) -> None:
        self._list()

    @Slot(str)
    def _on_selected(self, _person_id: str) -> None:
        self._show_selected()

    @Slot(str)
    def _on_activated(self, _person_id: str) -> None:
        self.panel.tabs.tabBar().setFocus()

    @Slot(str, QPoint)
    def _on_context(self, person_id: str, where: QPoint) -> None:
        self.table.select(person_id)
        self._show_selected()
        self.panel.buttons.popup(where)


def _heading(desk: Desk) -> str:
    if desk.is_today:
        return _("Persons")
    return _("Persons as of {day}").format(day=short_date(desk.day))
