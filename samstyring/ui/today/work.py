"""The list of work: tiles that count, filters, and for each thing its next step."""

from datetime import date

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from samstyring.commands.kept_candidates import forget_lapsed
from samstyring.commands.snoozes import take_up
from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.letters import LetterKind
from samstyring.formats import counted, long_date
from samstyring.language import _
from samstyring.queries.findings import findings
from samstyring.queries.networks import networks_as_of
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FittingScroll, SoftLabel
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable
from samstyring.ui.theme import icon
from samstyring.ui.today.columns import COLUMNS
from samstyring.ui.today.put_off_dialog import PutOffDialog
from samstyring.ui.today.sifting import Sifting
from samstyring.ui.today.tiles import Tiles

# Below this the whole pane scrolls instead of the table alone.
_LINES_SEEN = 9
_STEP_KEY = "Ctrl+Return"


class WorkPane(QWidget):
    """What needs care; each line is gone when its next step is done."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self.sentence, self.tiles = SoftLabel("", self), Tiles(self)
        self.sifting = Sifting(desk, self)
        self.table = RecordTable(
            COLUMNS, name="today", accessible_name=_("What needs care"),
            hint=_("Nothing needs care."), settings=desk.settings,
        )  # fmt: skip
        self.step_button = QPushButton(icon("arrow-right"), _("Next step"), self)
        self.step_button.setShortcut(_STEP_KEY)
        self.step_button.setToolTip(_("Take the next step ({key})").format(key=_STEP_KEY))
        self.later_button = QPushButton(icon("clock"), _("Not now &until…"), self)
        self.open_button = QPushButton(icon("eye"), _("&Open where it is mended"), self)
        self.export_button = QPushButton(icon("table"), _("E&xport the list…"), self)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload)

    def status_text(self) -> str:
        """Say how many things need care."""
        open_ones = sum(not finding.put_off_until for finding in self._findings)
        return counted("{count} thing needs care", "{count} things need care", open_ones)

    def selected(self) -> Finding | None:
        """Return the finding of the row that is selected, or None."""
        chosen = self.table.selected_id()
        return next((each for each in self._findings if each.id == chosen), None)

    def take_step(self) -> None:
        """Go to the next step of the finding that is selected."""
        finding = self.selected()
        if finding is None:
            return
        if finding.kind is FindingKind.OVERDUE:
            self._remind(finding.place_id)
        elif finding.kind is FindingKind.LAPSED and self._may_forget():
            self._desk.try_run(forget_lapsed, self._desk.day, body_id=finding.body_id)
        elif finding.place == "seat" and not self._desk.workspace.read_only:
            self.open_requested.emit("nominate", finding.place_id)
        else:
            self.open_requested.emit(finding.place, finding.place_id)

    def _may_forget(self) -> bool:
        """Forget nobody whose consent lapses on a day that is still to come."""
        return not self._desk.workspace.read_only and self._desk.day <= date.today()

    # What writes files is imported when it is asked for: start-up is felt.

    def _remind(self, round_id: str) -> None:
        from samstyring.ui.letters import ask_letters

        ask_letters(self._desk, round_id, self, LetterKind.REMINDER)

    @Slot()
    def _on_export(self) -> None:
        from samstyring.ui.lists import ask_list_export

        ask_list_export(self.table, self._desk)

    def put_off(self) -> None:
        """Ask until when the finding is put off, or take it up again."""
        finding = self.selected()
        if finding is None or not self.later_button.isEnabled():
            return
        if finding.put_off_until:
            self._desk.try_run(take_up, finding.id, subject=finding.sentence)
        else:
            PutOffDialog(self._desk, finding, self).open()

    def _lay_out(self) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        buttons = QWidget(inner)
        flow = FlowLayout(buttons)
        for button in (
            self.step_button, self.later_button, self.open_button, self.export_button,
        ):  # fmt: skip
            flow.addWidget(button)
        for widget in (self.sentence, self.tiles, self.sifting):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.setMinimumHeight(QFontMetrics(self.font()).height() * _LINES_SEEN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(FittingScroll(inner, self))
        self._show_buttons()

    def _connect(self) -> None:
        self.tiles.kind_chosen.connect(self._on_sifted)
        self.sifting.changed.connect(self._on_sifted)
        self.sifting.put_off_toggled.connect(self._reload)
        self.table.record_activated.connect(self._on_activated)
        self.table.record_selected.connect(self._on_selected)
        self.table.context_requested.connect(self._on_context)
        self.step_button.clicked.connect(self.take_step)
        self.later_button.clicked.connect(self.put_off)
        self.open_button.clicked.connect(self._on_open)
        self.export_button.clicked.connect(self._on_export)

    @Slot()
    def _reload(self) -> None:
        day = self._desk.day
        put_off = self.sifting.put_off.isChecked()
        self._findings = self._desk.read(findings, as_of=day, put_off=put_off)
        networks = self._desk.read(networks_as_of, as_of=day)
        bodies = {finding.body_id: finding.body_name for finding in self._findings}
        self.sifting.set_choices(bodies, networks)
        self._show_list()
        self.status_changed.emit(self.status_text())

    def _show_list(self) -> None:
        sifted = self.sifting.sift(self._findings)
        self.sentence.setText(self._said(sifted))
        self.tiles.set_counts(finding.kind for finding in sifted)
        chosen = self.tiles.chosen()
        self.table.set_hint(self.sifting.hint())
        self.table.set_records([f for f in sifted if chosen is None or f.kind is chosen])
        self._show_buttons()

    def _said(self, found: tuple[Finding, ...]) -> str:
        day = long_date(self._desk.day)
        if not self._findings:
            return _("{day}: nothing is vacant or late, and nothing waits.").format(day=day)
        things = counted("{count} thing", "{count} things", len(found))
        bodies = len({finding.body_id for finding in found})
        where = counted("{count} body", "{count} bodies", bodies)
        return _("{day}: {things} in {bodies} need care.").format(
            day=day, things=things, bodies=where
        )

    def _show_buttons(self) -> None:
        finding = self.selected()
        reason = self._desk.workspace.read_only_reason
        for button in (self.step_button, self.later_button, self.open_button):
            button.setEnabled(finding is not None)
        self.later_button.setEnabled(finding is not None and not reason)
        self.later_button.setToolTip(reason)
        step = finding.next_step if finding else _("Next step")
        self.step_button.setText(step)
        is_later = finding is not None and bool(finding.put_off_until)
        self.later_button.setText(_("Take &up again") if is_later else _("Not now &until…"))

    @Slot(object)
    def _on_sifted(self, _what: object = None) -> None:
        self._show_list()

    @Slot(str)
    def _on_selected(self, _finding_id: str) -> None:
        self._show_buttons()

    @Slot(str)
    def _on_activated(self, finding_id: str) -> None:
        found = next((f for f in self._findings if f.id == finding_id), None)
        if found is not None:
            self.open_requested.emit(found.place, found.place_id)

    @Slot(str, QPoint)
    def _on_context(self, finding_id: str, where: QPoint) -> None:
        self.table.select(finding_id)
        self._show_buttons()
        menu = QMenu(self)
        for button in (self.step_button, self.later_button, self.open_button):
            action = menu.addAction(button.icon(), button.text().replace("&", ""))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    @Slot()
    def _on_open(self) -> None:
        finding = self.selected()
        if finding is not None:
            self.open_requested.emit(finding.place, finding.place_id)
