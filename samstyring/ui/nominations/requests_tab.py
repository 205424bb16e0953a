"""The requests of a round: who was asked, what they answered, and what is overdue."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.commands.requests import delete_request
from samstyring.domain.nominations import RequestLine, RequestStatus, RoundDetail
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.nominations import words
from samstyring.ui.nominations.chain_dialogs import PassOnDialog
from samstyring.ui.nominations.columns import REQUEST_COLUMNS
from samstyring.ui.nominations.request_dialogs import (
    AnswerDialog,
    AskDialog,
    CorrectRequestDialog,
)
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.parts.keys import on_key
from samstyring.ui.parts.rows import Verb


class RequestsTab(QWidget):
    """A table of requests, and what can be done with the one that is selected."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: RoundDetail | None = None
        self.table = FittedTable(
            REQUEST_COLUMNS,
            name="nominations/requests",
            accessible_name=_("Requests"),
            hint=_("Nobody has been asked yet. “Ask bodies…” asks the first."),
            settings=desk.settings,
        )
        self.said = SoftLabel()
        self.buttons = ActionRow(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        for widget in (self.table, self.said, self.buttons):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._connect()

    def show_requests(self, detail: RoundDetail) -> None:
        """List the requests of a round."""
        self._detail = detail
        self.table.set_records(detail.requests)
        if self.table.selected_id() is None and detail.requests:
            self.table.select(self.table.shown_records()[0].id)
        self._show_selected()

    def _connect(self) -> None:
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.buttons.triggered.connect(self._on_action)
        on_key(self.table.view, "Del", self._delete)
        on_key(self.table.view, "F2", self._correct)

    def _selected(self) -> RequestLine | None:
        chosen = self.table.selected_id()
        requests = self._detail.requests if self._detail else ()
        return next((request for request in requests if request.id == chosen), None)

    def _show_selected(self) -> None:
        request = self._selected()
        said = "" if request is None else words.request_sentence(request, self._desk.day)
        if request is not None and words.answer_in_words(request):
            said = f"{said}\n{words.answer_in_words(request)}"
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.buttons.set_actions(_actions_of(request, self._detail))

    @Slot(str)
    def _on_selected(self, _request_id: str) -> None:
        self._show_selected()

    @Slot(str)
    def _on_activated(self, _request_id: str) -> None:
        request = self._selected()
        if request is not None:
            self.open_requested.emit("body", request.body_id)

    @Slot(str, QPoint)
    def _on_context(self, request_id: str, where: QPoint) -> None:
        self.table.select(request_id)
        self._show_selected()
        self.buttons.popup(where)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        request = self._selected()
        if key == "ask" and self._detail is not None:
            AskDialog(self._desk, self._detail, self).open()
        elif request is None:
            return
        elif key == "answer":
            AnswerDialog(self._desk, request, self).open()
        elif key == "pass_on" and self._detail is not None:
            PassOnDialog(self._desk, request, self._detail, self).open()
        elif key == "correct":
            CorrectRequestDialog(self._desk, request, self).open()
        elif key == "delete":
            self._desk.try_run(delete_request, request.id)

    @Slot()
    def _delete(self) -> None:
        self.buttons.trigger("delete")

    @Slot()
    def _correct(self) -> None:
        self.buttons.trigger("correct")


def _actions_of(request: RequestLine | None, detail: RoundDetail | None) -> tuple[Verb, ...]:
    closed = bool(detail and detail.line.closed_on)
    asking = () if closed else (Verb("ask", _("As&k bodies…"), "mail"),)
    if request is None:
        return asking
    waiting = request.status is not RequestStatus.ANSWERED
    answering = Verb("answer", _("&Write the answer…"), "message-square")
    passing = Verb("pass_on", _("Pass &on…"), "route")
    return (
        *asking,
        *((answering,) if waiting else ()),
        *(() if closed else (passing,)),
        Verb("correct", _("Correct…"), "edit"),
        Verb("delete", _("Delete"), "delete"),
    )
