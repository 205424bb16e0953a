"""The Mandates page: versions by body, and the one chosen to read, write, adopt and export."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.choices import Choice
from samstyring.domain.mandates import MandateLine, MandateState
from samstyring.formats import counted, short_date
from samstyring.language import _
from samstyring.queries.mandates import bodies_without_mandate, mandate_detail, mandate_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FittingScroll, Heading, SoftLabel
from samstyring.ui.mandates import listing
from samstyring.ui.mandates.actions import MandateActions
from samstyring.ui.mandates.detail import VersionDetail
from samstyring.ui.mandates.lacking import LackingDetail
from samstyring.ui.page import PageAction
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable
from samstyring.ui.theme import icon

_NAME = "mandates"
_ROOM_BELOW_CARET = 60
_AS_NARROW_AS_NEEDED = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_SIZES = [360, 460]


class MandatesPage(QWidget):
    """The list at the left, the version or the body that lacks one at the right."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[MandateLine, ...] = ()
        self._lacking: tuple[Choice, ...] = ()
        self.heading = Heading(_("Mandates"), self)
        self.draft_button = QPushButton(icon("file-plus"), _("Draft a &mandate…"), self)
        self.filter = QComboBox(self)
        self.table = RecordTable(
            listing.COLUMNS,
            name=_NAME,
            accessible_name=_("Versions of mandates"),
            settings=desk.settings,
        )
        self.hint = SoftLabel(_("Choose a version in the list to read it."))
        self.detail, self.lacking = VersionDetail(desk), LackingDetail(desk)
        self.area = FittingScroll(self.detail)
        self.stack = QStackedWidget(self)
        self._deeds = MandateActions(desk, self)
        self.splitter = Split(_NAME, desk.settings, self, stretch=(2, 3), sizes=_SIZES)
        self._lay_out()
        self._fill_filter(str(desk.settings.page(_NAME).get("filter", listing.ALL)))
        self._connect()
        self._refresher = Refresher(
            self, desk, self._reload,
            "mandate", "mandate_version", "section", "body", "body_name", "seat",
        )  # fmt: skip

    def show_item(self, kind: str, item_id: str) -> None:
        """Show a version, a mandate by the version in force, else its newest, or a body's.

        A body that has none in force is shown among those that lack one.
        """
        self._reload()
        if kind == "mandates_of":
            self._show_of_body(item_id)
            return
        if kind == "mandate":
            item_id = self._version_of(item_id)
        if not any(row.id == item_id for row in self._listed()):
            self._fill_filter(listing.ALL)
            self.table.filter_field.clear()
            self._show_list()
        if self.table.select(item_id):
            self._show_chosen()

    def _show_of_body(self, body_id: str) -> None:
        lacking = any(body.id == body_id for body in self._lacking)
        own = [line for line in self._lines if line.body_id == body_id]
        if lacking or not own:
            self._fill_filter(listing.LACKING)
            self.table.filter_field.clear()
            self._show_list()
            self.table.select(listing.lacking_id(body_id))
            self._show_chosen()
        else:
            self.show_item("mandate", own[0].mandate_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        return (
            PageAction("register", _("Draft a &mandate…"), self.draft, "file-plus"),
            PageAction("register", _("A&dopt the mandate…"), self.adopt, "circle-check"),
            PageAction("reports", _("E&xport the mandate…"), self.export, "download", writes=False),
        )

    def status_text(self) -> str:
        """Say how many versions there are, and how many of them are in force."""
        in_force = sum(line.state is MandateState.IN_FORCE for line in self._lines)
        versions = counted("{count} version", "{count} versions", len(self._lines))
        return _("{versions}, {count} in force").format(versions=versions, count=in_force)

    def draft(self) -> None:
        """Ask for a new mandate."""
        if self.detail.flush():
            self._deeds.draft()

    def adopt(self) -> None:
        """Adopt the version that is shown."""
        self._do("adopt")

    def export(self) -> None:
        """Export the version that is shown."""
        self._do("export")

    def hideEvent(self, event: QHideEvent) -> None:
        # Nobody should have to remember to leave a field before another page is opened.
        self.detail.flush()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = {Qt.Key.Key_F2: "correct", Qt.Key.Key_Delete: "delete"}.get(Qt.Key(event.key()))
        if verb and self.table.view.hasFocus() and self.stack.currentWidget() is self.area:
            self.detail.verbs.trigger(verb)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.filter)
        top.addWidget(self.draft_button)
        self.filter.setAccessibleName(_("Show"))
        self.filter.setSizeAdjustPolicy(_AS_NARROW_AS_NEEDED)
        self.filter.setMinimumContentsLength(9)
        self.draft_button.setEnabled(not self._desk.workspace.read_only)
        self.draft_button.setToolTip(self._desk.workspace.read_only_reason)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.hint, self.area, FittingScroll(self.lacking)):
            self.stack.addWidget(widget)
        self.splitter.divide(self.table, self.stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.draft_button.clicked.connect(self.draft)
        self.filter.currentIndexChanged.connect(self._on_filter)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.detail.opened.connect(self._on_opened)
        self.detail.verb_chosen.connect(self._do)
        self.detail.caret_moved.connect(self._on_caret)
        self.lacking.opened.connect(self._on_opened)
        self.lacking.draft_wanted.connect(self._on_draft_wanted)
        self._deeds.drafted.connect(self._on_drafted)

    def _fill_filter(self, chosen: str) -> None:
        self.filter.blockSignals(True)
        self.filter.clear()
        for key, text in listing.filters(len(self._lacking)):
            self.filter.addItem(text, key)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)

    def _reload(self) -> None:
        day = self._desk.day
        self._lines = self._desk.read(mandate_lines, as_of=day)
        self._lacking = self._desk.read(bodies_without_mandate, as_of=day)
        title = _("Mandates as of {day}").format(day=short_date(day))
        self.heading.setText(_("Mandates") if self._desk.is_today else title)
        self._fill_filter(str(self.filter.currentData()))
        self._show_list()
        self._show_chosen()
        self.status_changed.emit(self.status_text())

    def _show_list(self) -> None:
        listed = self._listed()
        self.table.set_hint(self._hint())
        self.table.set_records(listed)
        shown = self.table.shown_records()
        if self.table.selected_id() is None and shown:
            self.table.select(shown[0].id)

    def _listed(self) -> Sequence[listing.Listed]:
        chosen = self.filter.currentData()
        if chosen == listing.LACKING:
            return listing.listed_lacking(self._lacking)
        return listing.listed_versions(
            [line for line in self._lines if chosen in (listing.ALL, line.state.value)]
        )

    def _hint(self) -> str:
        if self.filter.currentData() == listing.LACKING:
            return _("Every body with seats has a mandate in force.")
        if self._lines:
            return _("No version stands like that.")
        return _("There are no mandates yet. Draft one, and adopt it when it is decided.")

    def _show_chosen(self) -> None:
        chosen = self.table.selected_id()
        row = next((row for row in self._listed() if row.id == chosen), None)
        if row is None:
            self.detail.flush()
            self.stack.setCurrentWidget(self.hint)
        elif row.line is None:
            self._show_lacking(row)
        else:
            self._show_version(row.line)

    def _show_lacking(self, row: listing.Listed) -> None:
        self.detail.flush()
        own = tuple(line for line in self._lines if line.body_id == row.body_id)
        self.lacking.show_body(row.body_id, row.body_name, own)
        self.stack.setCurrentIndex(2)

    def _show_version(self, line: MandateLine) -> None:
        detail = self._desk.read(mandate_detail, line.id, as_of=self._desk.day)
        family = [other for other in self._lines if other.mandate_id == line.mandate_id]
        before = self.detail.detail
        if not self.detail.show_version(detail, family) and before is not None:
            self.table.select(before.line.id)
            return
        self.stack.setCurrentWidget(self.area)
        if before is None or before.line.id != line.id:
            self.area.verticalScrollBar().setValue(0)

    def _version_of(self, mandate_id: str) -> str:
        """Return the version of a mandate that is in force, else its newest; or the id itself."""
        own = [line for line in self._lines if line.mandate_id == mandate_id]
        in_force = [line for line in own if line.state is MandateState.IN_FORCE]
        return next((line.id for line in (*in_force, *own)), mandate_id)

    @Slot(str)
    def _do(self, verb: str) -> None:
        row = next((row for row in self._listed() if row.id == self.table.selected_id()), None)
        if row is None or row.line is None:
            self._desk.failed.emit(_("Choose a version in the list first."))
        elif self.detail.flush():
            self._deeds.do(verb, row.line.id)

    @Slot()
    def _on_filter(self) -> None:
        self._desk.settings.set_page(_NAME, {"filter": self.filter.currentData()})
        self._show_list()
        self._show_chosen()

    @Slot(str)
    def _on_selected(self, _row_id: str) -> None:
        self._show_chosen()

    @Slot(str)
    def _on_activated(self, _row_id: str) -> None:
        """Go into what was chosen: to its first section, or to its text."""
        if self.stack.currentWidget() is not self.area:
            self.lacking.draft_button.setFocus()
            return
        cards = self.detail.editor.cards()
        first = cards[0].heading if cards and self.detail.editor.isVisible() else None
        (first or self.detail.reading).setFocus()

    @Slot(str, QPoint)
    def _on_context(self, _row_id: str, where: QPoint) -> None:
        if self.stack.currentWidget() is self.area:
            self.detail.verbs.popup(where)

    @Slot(str, str)
    def _on_opened(self, kind: str, item_id: str) -> None:
        if kind == "version":
            self.show_item(kind, item_id)
        else:
            self.open_requested.emit(kind, item_id)

    @Slot(str)
    def _on_draft_wanted(self, body_id: str) -> None:
        self._deeds.draft(body_id)

    @Slot(str)
    def _on_drafted(self, version_id: str) -> None:
        self.show_item("version", version_id)

    @Slot(QPoint)
    def _on_caret(self, place: QPoint) -> None:
        at = self.detail.mapFromGlobal(place)
        self.area.ensureVisible(at.x(), at.y(), 0, _ROOM_BELOW_CARET)
