"""The seats that a round is to fill: who sits there now, and when the term ends."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.rounds import remove_round_seat
from samstyring.domain.nominations import RoundDetail, RoundSeat
from samstyring.domain.seats import SeatLine
from samstyring.language import _
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.nominations.columns import SEAT_COLUMNS
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.nominations.round_dialogs import AddSeatDialog
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.verb_table import VerbTable
from samstyring.ui.seats.reappointments import ActDialog, CutShortDialog, ReappointDialog


class SeatsTab(VerbTable):
    """A table of the seats of a round, and what can be done with the one that is selected."""

    open_requested = Signal(str, str)
    nominated = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            SEAT_COLUMNS,
            name="nominations/seats",
            accessible_name=_("Seats to fill"),
            hint=_("The round has no seats to fill yet. “Add a seat…” adds the first."),
            parent=parent,
        )
        self._desk = desk
        self._detail: RoundDetail | None = None
        self.row_changed.connect(self._on_row_changed)
        self.activated.connect(self._on_activated)
        self.verb_chosen.connect(self._on_verb)

    def show_seats(self, detail: RoundDetail) -> None:
        """List the seats of a round."""
        self._detail = detail
        self.show_records(detail.seats)

    def _selected(self) -> RoundSeat | None:
        chosen = self.table.selected_id()
        seats = self._detail.seats if self._detail else ()
        return next((seat for seat in seats if seat.id == chosen), None)

    @Slot()
    def _on_row_changed(self) -> None:
        adding = Verb("add", _("Add a &seat…"), "plus")
        self.buttons.set_actions((adding, *_actions_of(self._selected())))

    def _line(self, seat: RoundSeat) -> SeatLine | None:
        lines = self._desk.read(seat_lines, as_of=self._desk.day, body_id=seat.body_id)
        return next((line for line in lines if line.id == seat.seat_id), None)

    @Slot(str)
    def _on_activated(self, _seat_id: str) -> None:
        seat = self._selected()
        if seat is not None:
            self.open_requested.emit("body", seat.body_id)

    @Slot(str)
    def _on_verb(self, key: str) -> None:
        seat, detail = self._selected(), self._detail
        if detail is None:
            return
        if key == "add":
            AddSeatDialog(self._desk, detail, self).open()
        elif seat is not None and key == "nominate":
            self._put_forward(seat.seat_id, detail.line.id)
        elif seat is not None and key == "remove":
            self._desk.try_run(remove_round_seat, seat.id)
        elif seat is not None and (line := self._line(seat)) is not None:
            self._open_term_form(key, line, detail)

    def _put_forward(self, seat_id: str, round_id: str) -> None:
        dialog = PutForwardDialog(self._desk, self, seat_id=seat_id, round_id=round_id)
        dialog.nominated.connect(self.nominated)
        dialog.open()

    def _open_term_form(self, key: str, line: SeatLine, detail: RoundDetail) -> None:
        if key == "act":
            ActDialog(self._desk, line, self).open()
        elif line.appointment_id and key == "reappoint":
            round_id = None if detail.line.closed_on else detail.line.id
            ReappointDialog(self._desk, line, self, round_id=round_id).open()
        elif line.appointment_id and key == "cut_short":
            CutShortDialog(self._desk, line, self).open()


def _actions_of(seat: RoundSeat | None) -> tuple[Verb, ...]:
    if seat is None:
        return ()
    of_holder = (
        Verb("reappoint", _("&Reappoint…"), "refresh-cw"),
        Verb("cut_short", _("Cut the term short…"), "calendar-clock"),
    )
    return (
        Verb("nominate", _("Put &forward for this seat…"), "user-plus"),
        *(of_holder if seat.holder_name else ()),
        Verb("act", _("Let a substitute act…"), "users"),
        Verb("remove", _("Take out of the round"), "delete", "Delete"),
    )
