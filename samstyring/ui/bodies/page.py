"""The page of bodies: the list with its filters, and all of the body that is chosen."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.bodies import BodyLine
from samstyring.formats import number
from samstyring.language import _, ngettext
from samstyring.queries.bodies import body_lines
from samstyring.queries.composition import body_of_rule
from samstyring.queries.seats import body_of_seat
from samstyring.ui.bodies.body_dialog import BodyDialog
from samstyring.ui.bodies.body_rows import day_words
from samstyring.ui.bodies.columns import BODY_COLUMNS
from samstyring.ui.bodies.detail import BodyDetailPane
from samstyring.ui.bodies.filters import BodyFilters
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading
from samstyring.ui.page import PageAction, menu_of
from samstyring.ui.parts.keys import on_key
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.seats.roster import SeatVerb
from samstyring.ui.tables import RecordTable
from samstyring.ui.theme import icon

_NAME = "bodies"
# Of the width, until the user has moved the handle.
_SHARES = (840, 1160)


class BodiesPage(QWidget):
    """Lists bodies as of the desk's day and shows the one that is chosen."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[BodyLine, ...] = ()
        self.heading = Heading(_("Bodies"), self)
        self.new_button = QPushButton(icon("plus"), _("&New body…"), self)
        self.filters = BodyFilters(self)
        self.table = RecordTable(
            BODY_COLUMNS,
            name=_NAME,
            accessible_name=_("Bodies"),
            hint=_("There are no bodies here yet. Add one with “New body”."),
            sort="name",
            settings=desk.settings,
        )
        self.detail = BodyDetailPane(desk)
        self.splitter = Split(_NAME, desk.settings, self, stretch=(1, 1), sizes=_SHARES)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload)

    def show_item(self, kind: str, item_id: str) -> None:
        """Select a body, or the body that a seat is in or that has a rule, and show it."""
        owners = {"seat": body_of_seat, "rule": body_of_rule}
        body_id = self._desk.read(owners[kind], item_id) if kind in owners else item_id
        if body_id is None:
            return
        self._reload()
        self._select(body_id)
        if kind in owners:
            self.detail.show_row(body_id, item_id)
        else:
            self.detail.show_body(body_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        shown = self._shows_one
        return (
            PageAction("register", _("New &body…"), self.add_body, "plus"),
            PageAction(
                "register", _("New &seat in this body…"), self.add_seat, "seat", applies=shown
            ),
            PageAction("edit", _("&Correct this body…"), self.correct_body, "edit", applies=shown),
            PageAction(
                "edit",
                _("&Rename this body from a date…"),
                self.rename_body,
                "calendar",
                applies=shown,
            ),
            PageAction("edit", _("&Delete this body…"), self.delete_body, "delete", applies=shown),
        )

    def _shows_one(self) -> bool:
        return self.detail.body_id is not None

    def status_text(self) -> str:
        """Return how many bodies are listed, and how many of them have a vacant seat."""
        shown = self.table.shown_records()
        vacant = sum(isinstance(line, BodyLine) and line.vacant > 0 for line in shown)
        bodies = ngettext("{count} body", "{count} bodies", len(shown)).format(
            count=number(len(shown))
        )
        if not vacant:
            return bodies
        with_vacancy = ngettext("{count} with a vacant seat", "{count} with vacant seats", vacant)
        return f"{bodies} · {with_vacancy.format(count=number(vacant))}"

    @Slot()
    def add_body(self) -> None:
        """Open the form for a new body, and show the body once it is there."""
        dialog = BodyDialog(self._desk, None, self)
        dialog.added.connect(self._on_added)
        dialog.open()

    def add_seat(self) -> None:
        """Open the form for a seat in the body that is shown."""
        if self.detail.body_id is not None:
            self.detail.actions_of_seats.do(SeatVerb.ADD, "")

    def correct_body(self) -> None:
        """Open the form that corrects the body that is shown."""
        self.detail.actions_of_body.do(BodyVerb.CORRECT, "")

    def rename_body(self) -> None:
        """Open the form that renames the body that is shown from a date."""
        self.detail.actions_of_body.do(BodyVerb.RENAME, "")

    def delete_body(self) -> None:
        """Ask whether the body that is shown is to be deleted."""
        self.detail.actions_of_body.do(BodyVerb.DELETE, "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)
        self.splitter.divide(self.table, self.detail)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.filters)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        read_only = self._desk.workspace.read_only_reason
        self.new_button.setEnabled(not read_only)
        self.new_button.setToolTip(read_only)
        self.new_button.clicked.connect(self.add_body)
        on_key(self.table.view, "F2", self.correct_body)
        on_key(self.table.view, "Delete", self.delete_body)
        self.filters.changed.connect(self._on_filters_changed)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context_menu)
        self.table.count_changed.connect(self._on_count_changed)
        self.detail.open_requested.connect(self._on_open_requested)

    def _reload(self) -> None:
        self.heading.setText(day_words(_("Bodies"), self._desk.day, is_today=self._desk.is_today))
        wanted = self.filters.municipalities.isChecked()
        self._lines = self._desk.read(body_lines, as_of=self._desk.day, municipalities=wanted)
        self.filters.set_regions(self._lines)
        self._sift()

    def _sift(self) -> None:
        # How many there are then is told of by the table, and so comes into the status.
        self.table.set_records(self.filters.sift(self._lines))

    def _select(self, body_id: str) -> None:
        """Select a body in the list; filters that hide it are taken away."""
        if self.table.select(body_id):
            return
        self.table.filter_field.clear()
        self.filters.clear()
        if not self.table.select(body_id):
            self.table.clear_selection()

    @Slot()
    def _on_filters_changed(self) -> None:
        self._reload()

    @Slot(str)
    def _on_selected(self, body_id: str) -> None:
        self.detail.show_body(body_id)

    @Slot(str)
    def _on_activated(self, body_id: str) -> None:
        self.detail.show_body(body_id)
        self.detail.take_focus()

    @Slot(str)
    def _on_added(self, body_id: str) -> None:
        self.show_item("body", body_id)

    @Slot(str, QPoint)
    def _on_context_menu(self, body_id: str, place: QPoint) -> None:
        self.detail.show_body(body_id)
        menu_of(self.page_actions()[1:], self._desk, self).popup(place)

    @Slot(int, int)
    def _on_count_changed(self, _shown: int, _total: int) -> None:
        self.status_changed.emit(self.status_text())

    @Slot(str, str)
    def _on_open_requested(self, kind: str, item_id: str) -> None:
        if kind in ("body", "seat"):
            self.show_item(kind, item_id)
        else:
            self.open_requested.emit(kind, item_id)
