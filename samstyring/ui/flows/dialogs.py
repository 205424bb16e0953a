"""The forms for a channel: a new one, a corrected one, and one that changes from a day."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.flows import ChannelFacts, add_channel, change_channel, correct_channel
from samstyring.domain.choices import Choice
from samstyring.domain.errors import RuleError
from samstyring.domain.flows import ChannelLine, FlowKind
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit, PeriodEdit, RecordPicker, SoftLabel
from samstyring.ui.forms.fields import ChoiceBox, LinesEdit, body_picker


class _ChannelFields(FormDialog):
    """The fields that all forms of a channel have."""

    saved = Signal(str)

    def __init__(
        self,
        desk: Desk,
        texts: tuple[str, str, str],
        line: ChannelLine | None,
        parent: QWidget,
    ) -> None:
        title, sentence, verb = texts
        super().__init__(title, sentence, verb, self._save, parent)
        self._desk = desk
        self.from_body = body_picker(desk, _("From"), line.from_id if line else None)
        self.to_body = body_picker(desk, _("To"), line.to_id if line else None)
        self.kind = ChoiceBox(_("What travels"), FlowKind)
        self.medium, self.rhythm = QLineEdit(), QLineEdit()
        self.seat = RecordPicker(_("Responsible seat"))
        self.note = LinesEdit(_("Note"), lines=4)
        self._offer_seats()
        if line is not None:
            self.kind.set_value(line.kind)
            self.medium.setText(line.medium)
            self.rhythm.setText(line.rhythm)
            self.seat.set_value(line.seat_id or None)
            self.note.setPlainText(line.note)
        for picker in (self.from_body, self.to_body):
            picker.value_changed.connect(self._on_ends)

    def _save(self) -> None:
        raise NotImplementedError

    def _add_ends(self) -> None:
        self.add_row(_("&From"), self.from_body)
        self.add_row(_("&To"), self.to_body)
        self.add_row(_("&What travels"), self.kind)

    def _add_ways(self) -> None:
        self.add_row(_("&Medium"), self.medium, _("Such as case papers, a meeting or a letter."))
        self.add_row(_("&Rhythm"), self.rhythm, _("Such as before each meeting, or twice a year."))
        hint = _("The seat, in one of the two bodies, whose holder sees to it.")
        self.add_row(_("Res&ponsible seat"), self.seat, hint)

    def _facts(self) -> ChannelFacts:
        sender, receiver = self.from_body.value(), self.to_body.value()
        if sender is None or receiver is None:
            raise RuleError(_("Choose a body at both ends."))
        return ChannelFacts(
            sender, receiver, self.kind.value(FlowKind), self.medium.text(), self.rhythm.text(),
            self.seat.value(), note=self.note.toPlainText(),
        )  # fmt: skip

    @Slot()
    def _on_ends(self) -> None:
        self._offer_seats()

    def _offer_seats(self) -> None:
        pickers = (self.from_body, self.to_body)
        ends = [picker.value() for picker in pickers if picker.is_valid()]
        day = self._desk.day
        self.seat.set_choices(
            [
                Choice(seat.id, _seat_label(seat.person_name, seat.number), detail)
                for body_id in dict.fromkeys(filter(None, ends))
                for seat in self._desk.read(seat_lines, as_of=day, body_id=body_id)
                for detail in (f"{word(seat.role)}, {seat.body_name}",)
            ]
        )


class ChannelDialog(_ChannelFields):
    """Adds a channel, or corrects the one given; `saved` tells its id."""

    def __init__(self, desk: Desk, line: ChannelLine | None, parent: QWidget) -> None:
        new = (
            _("New channel"),
            _("A channel is a standing way for one kind of thing from one body to another."),
            _("Add the channel"),
        )
        corrected = (
            _("Correct the channel"),
            _("Write what should have stood there. If it is the world that changed, change it "
              "from a date instead."),
            _("Correct"),
        )  # fmt: skip
        super().__init__(desk, corrected if line else new, line, parent)
        self._line = line
        self.period = PeriodEdit(_("Channel"))
        self._add_ends()
        self._add_ways()
        self.add_row(_("The channel &exists"), self.period)
        self.add_row(_("&Note"), self.note)
        if line is not None:
            self.period.set_value(line.period)

    def _save(self) -> None:
        facts = replace(self._facts(), period=self.period.value())
        if self._line is None:
            self.saved.emit(self._desk.run(add_channel, facts))
        else:
            self._desk.run(correct_channel, self._line.id, facts)
            self.saved.emit(self._line.id)


class ChangeDialog(_ChannelFields):
    """Ends a channel the day before, and begins it anew as it is from then on."""

    def __init__(self, desk: Desk, line: ChannelLine, parent: QWidget) -> None:
        texts = (
            _("Change the channel from a date"),
            _("The channel as it was is kept, and ends the day before."),
            _("Change it"),
        )
        super().__init__(desk, texts, line, parent)
        self._line = line
        self.from_day = PartialDateEdit(_("From which day"))
        self.from_day.set_value(desk.day)
        self.consequence = SoftLabel("")
        self.add_row(_("From which &day"), self.from_day)
        self.add_wide(self.consequence)
        self._add_ends()
        self._add_ways()
        self.add_row(_("&Note"), self.note)
        self.from_day.value_changed.connect(self._on_day)
        self.from_day.field.editingFinished.connect(self._on_day)
        self._on_day()

    @Slot()
    def _on_day(self) -> None:
        day = self.from_day.value() if self.from_day.is_valid() else None
        text = _("The former one ends {day}.")
        self.consequence.setText(text.format(day=short_date(day.day_before())) if day else "")

    def _save(self) -> None:
        day = self.from_day.value()
        if day is None:
            raise RuleError(_("Write the day from which it changes."))
        facts = replace(self._facts(), period=self._line.period)
        self.saved.emit(self._desk.run(change_channel, self._line.id, facts, day))


def _seat_label(person_name: str, number: int) -> str:
    if person_name:
        return person_name
    return _("Vacant seat {number}").format(number=number)
