"""The Flows page: the standing channels between bodies, and the one chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from samstyring.commands.flows import delete_channel, end_channel
from samstyring.domain.errors import NotFoundError
from samstyring.domain.flows import ChannelLine, FlowDirection
from samstyring.domain.periods import PartialDate
from samstyring.formats import counted, short_date
from samstyring.language import _
from samstyring.queries.flows import (
    channel_detail,
    channel_lines,
    channels_over_time,
    networks_without,
)
from samstyring.queries.history import journal_lines
from samstyring.ui.desk import Desk
from samstyring.ui.flows.columns import COLUMNS
from samstyring.ui.flows.detail import ChannelDetail
from samstyring.ui.flows.dialogs import ChangeDialog, ChannelDialog
from samstyring.ui.flows.filters import ChannelFilters
from samstyring.ui.flows.summary import Overview, Summary
from samstyring.ui.flows.words import channel_sentence
from samstyring.ui.forms import FittingScroll, Heading
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.page import PageAction
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable
from samstyring.ui.theme import icon

_NAME = "flows"
_SIZES = [470, 350]


class FlowsPage(QWidget):
    """Summary, filters and list at the left, the channel chosen at the right."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[ChannelLine, ...] = ()
        self._shown_id = ""
        self.heading = Heading(_("Information flows"), self)
        self.add_button = QPushButton(icon("plus"), _("&New channel…"), self)
        self.summary, self.filters = Summary(self), ChannelFilters(self)
        self.table = RecordTable(
            COLUMNS, name=_NAME, accessible_name=_("Channels"), settings=desk.settings
        )
        self.overview, self.detail = Overview(), ChannelDetail(desk)
        self.area = FittingScroll(self.detail)
        self.stack = QStackedWidget(self)
        self.splitter = Split(_NAME, desk.settings, self, stretch=(3, 2), sizes=_SIZES)
        self._ways: dict[str, Callable[[ChannelLine], None]] = {
            "change": self._change,
            "correct": self._correct,
            "end": self._end,
            "delete": self._delete,
        }
        self._lay_out()
        self._connect()
        self._refresher = Refresher(
            self, desk, self._reload,
            "channel", "body", "body_name", "seat", "appointment", "person",
        )  # fmt: skip

    def show_item(self, kind: str, item_id: str) -> None:
        """Show a channel, also one that does not run on the day."""
        self._shown_id = item_id
        self._reload()
        listed = any(line.id == item_id for line in self._lines)
        if listed and not self.table.select(item_id):
            self.filters.clear()
            self.table.filter_field.clear()
            self.table.select(item_id)
        elif not listed:
            self.table.clear_selection()

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        return (PageAction("register", _("New &channel…"), self.add, "flows"),)

    def status_text(self) -> str:
        """Say how many channels there are."""
        return counted("{count} channel", "{count} channels", len(self._lines))

    def add(self) -> None:
        """Ask for a new channel."""
        dialog = ChannelDialog(self._desk, None, self)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = {Qt.Key.Key_F2: "correct", Qt.Key.Key_Delete: "delete"}.get(Qt.Key(event.key()))
        if verb and self.table.view.hasFocus() and self.stack.currentWidget() is self.area:
            self.detail.verbs.trigger(verb)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.add_button)
        self.add_button.setEnabled(not self._desk.workspace.read_only)
        self.add_button.setToolTip(self._desk.workspace.read_only_reason)
        self.stack.addWidget(FittingScroll(self.overview))
        self.stack.addWidget(self.area)
        self.splitter.divide(self.table, self.stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.summary)
        layout.addWidget(self.filters)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.summary.asked.connect(self._on_overview)
        self.overview.opened.connect(self._on_opened)
        self.filters.changed.connect(self._on_filter)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.detail.opened.connect(self._on_opened)
        self.detail.verb_chosen.connect(self._on_verb)

    def _reload(self) -> None:
        day = self._desk.day
        self._lines = self._desk.read(channel_lines, as_of=day)
        title = _("Information flows as of {day}").format(day=short_date(day))
        self.heading.setText(_("Information flows") if self._desk.is_today else title)
        ways = (FlowDirection.UP, FlowDirection.DOWN)
        lacking = {way: self._desk.read(networks_without, way, as_of=day) for way in ways}
        self.summary.show_lines(self._lines, lacking)
        self.overview.show_lines(self._lines, lacking)
        self.filters.set_bodies(self._lines)
        self._show_list()
        self._show_chosen()
        self.status_changed.emit(self.status_text())

    def _show_list(self) -> None:
        self.table.set_hint(
            _("No channel runs like that.")
            if self._lines
            else _("No channel is registered. Add the first: who sends what to whom?")
        )
        self.table.set_records(self._listed())

    def _listed(self) -> Sequence[ChannelLine]:
        return [line for line in self._lines if self.filters.lets(line)]

    def _show_chosen(self) -> None:
        line = self._chosen()
        self.summary.button.setEnabled(line is not None)
        if line is None:
            self._shown_id = ""
            self.stack.setCurrentIndex(0)
            return
        day = self._desk.day
        others = self._desk.read(channels_over_time, line.from_id, line.to_id, as_of=day)
        changes = self._desk.read(journal_lines, of=line.id)
        self.detail.show_channel(line, others, changes)
        self.stack.setCurrentWidget(self.area)

    def _chosen(self) -> ChannelLine | None:
        if not self._shown_id:
            return None
        try:
            return self._desk.read(channel_detail, self._shown_id, as_of=self._desk.day)
        except NotFoundError:
            return None

    def _change(self, line: ChannelLine) -> None:
        dialog = ChangeDialog(self._desk, line, self)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _correct(self, line: ChannelLine) -> None:
        ChannelDialog(self._desk, line, self).open()

    def _end(self, line: ChannelLine) -> None:
        sentence = _("Nothing is sent this way after that day.")
        EndDialog(
            self._desk,
            _("End the channel"),
            f"{channel_sentence(line)} {sentence}",
            partial(self._run_end, line.id),
            self,
            verb=_("End the channel"),
        ).open()

    def _run_end(self, channel_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_channel, channel_id, last_day)

    def _delete(self, line: ChannelLine) -> None:
        # Nothing hangs on a channel, and the window offers to undo it.
        self._desk.try_run(delete_channel, line.id)

    @Slot()
    def _on_overview(self) -> None:
        self._shown_id = ""
        self.table.clear_selection()
        self._show_chosen()

    @Slot(str)
    def _on_verb(self, verb: str) -> None:
        line = self._chosen()
        if line is not None:
            self._ways[verb](line)

    @Slot(str)
    def _on_saved(self, channel_id: str) -> None:
        self.show_item("flow", channel_id)

    @Slot()
    def _on_filter(self) -> None:
        self._show_list()

    @Slot(str)
    def _on_selected(self, channel_id: str) -> None:
        self._shown_id = channel_id
        self._show_chosen()

    @Slot(str)
    def _on_activated(self, _channel_id: str) -> None:
        self.detail.from_link.setFocus()

    @Slot(str, QPoint)
    def _on_context(self, _channel_id: str, where: QPoint) -> None:
        self.detail.verbs.popup(where)

    @Slot(str, str)
    def _on_opened(self, kind: str, item_id: str) -> None:
        if kind == "flow":
            self.show_item(kind, item_id)
        else:
            self.open_requested.emit(kind, item_id)
