"""The requests of a round: who was asked, what they answered, and what is overdue."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.requests import delete_request
from samstyring.domain.nominations import RequestLine, RequestStatus, RoundDetail
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.nominations import words
from samstyring.ui.nominations.chain_dialogs import PassOnDialog
from samstyring.ui.nominations.columns import REQUEST_COLUMNS
from samstyring.ui.nominations.request_dialogs import (
    AnswerDialog,
    AskDialog,
    CorrectRequestDialog,
)
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.verb_table import VerbTable


class RequestsTab(VerbTable):
    """A table of requests, and what can be done with the one that is selected."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            REQUEST_COLUMNS,
            name="nominations/requests",
            accessible_name=_("Requests"),
            hint=_("Nobody has been asked yet. “Ask bodies…” asks the first."),
            parent=parent,
        )
        self._desk = desk
        self._detail: RoundDetail | None = None
        self.row_changed.connect(self._on_row_changed)
        self.activated.connect(self._on_activated)
        self.verb_chosen.connect(self._on_verb)

    def show_requests(self, detail: RoundDetail) -> None:
        """List the requests of a round."""
        self._detail = detail
        self.show_records(detail.requests)

    def _selected(self) -> RequestLine | None:
        chosen = self.table.selected_id()
        requests = self._detail.requests if self._detail else ()
        return next((request for request in requests if request.id == chosen), None)

    @Slot()
    def _on_row_changed(self) -> None:
        request = self._selected()
        said = "" if request is None else words.request_sentence(request, self._desk.day)
        if request is not None and words.answer_in_words(request):
            said = f"{said}\n{words.answer_in_words(request)}"
        self.say(said)
        self.buttons.set_actions(_actions_of(request, self._detail))

    @Slot(str)
    def _on_activated(self, _request_id: str) -> None:
        request = self._selected()
        if request is not None:
            self.open_requested.emit("body", request.body_id)

    @Slot(str)
    def _on_verb(self, key: str) -> None:
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
        Verb("correct", _("Correct…"), "edit", "F2"),
        Verb("delete", _("Delete"), "delete", "Delete"),
    )
