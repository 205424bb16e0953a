"""The forms for who sits in a seat: a new term, an early end, a substitute who acts."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from samstyring.commands.reappointments import cut_short, let_act, reappoint
from samstyring.domain.choices import Choice
from samstyring.domain.reappointments import FollowingSubstitute, limit_in_words
from samstyring.domain.seats import SUBSTITUTE_ROLES, SeatLine
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.reappointments import reappointment_outlook
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Banner, FormDialog
from samstyring.ui.forms.dates import date_field, some_date, whole_day
from samstyring.ui.forms.fields import LinesEdit
from samstyring.ui.forms.picker import picked, picker_of
from samstyring.ui.nominations.words import seat_in_words
from samstyring.ui.theme import ToneName


class ReappointDialog(FormDialog):
    """Gives one who sits a new term; says what the limit of terms is, and who may follow."""

    def __init__(
        self, desk: Desk, seat: SeatLine, parent: QWidget, *, round_id: str | None = None
    ) -> None:
        outlook = desk.read(reappointment_outlook, seat.appointment_id, as_of=desk.day)
        super().__init__(_("Reappoint"), _who_sits(seat), _("Reappoint"), self._reappoint, parent)
        self._desk, self._appointment_id, self._round_id = desk, seat.appointment_id, round_id
        self.limit = Banner()
        self.first = date_field(_("New term from"), outlook.from_day)
        self.last = date_field(_("New term to"), outlook.term_last)
        self.day = date_field(_("Day"), desk.day)
        self.by_whom, self.decision = QLineEdit(), QLineEdit()
        self.reason = LinesEdit(_("Reason"), lines=2)
        self.following = tuple(_Following(one) for one in outlook.substitutes)
        self.add_wide(self.limit)
        said = limit_in_words(outlook)
        if said:
            tone = ToneName.SOON if outlook.beyond_limit else ToneName.MUTED
            self.limit.show_message(said, tone)
        self._add_rows()

    def _add_rows(self) -> None:
        self.add_row(_("New term &from"), self.first)
        self.add_row(
            _("New term &to"),
            self.last,
            _("Left empty, it is as long as the terms of the seat are."),
        )
        for box in self.following:
            self.add_wide(box)
        self.add_row(_("&Day"), self.day)
        self.add_row(_("By &whom"), self.by_whom, _("The person or meeting that decided it."))
        self.add_row(_("De&cision"), self.decision, _("Such as the number of the case."))
        self.add_row(_("&Reason"), self.reason)

    def _reappoint(self) -> None:
        self._desk.run(
            reappoint,
            self._appointment_id,
            on_day=whole_day(self.day),
            from_day=some_date(self.first, _("Write the day the new term begins.")),
            term_last=self.last.value(),
            round_id=self._round_id,
            by_whom=self.by_whom.text(),
            decision=self.decision.text(),
            reason=self.reason.text(),
            substitute_ids=tuple(box.appointment_id for box in self.following if box.isChecked()),
        )


class _Following(QCheckBox):
    """Whether a personal substitute follows the member; suggested, so it is ticked."""

    def __init__(self, substitute: FollowingSubstitute) -> None:
        text = _("{person}, the personal substitute, follows")
        super().__init__(text.format(person=substitute.person_name).replace("&", "&&"))
        self.appointment_id = substitute.appointment_id
        self.setChecked(True)


class CutShortDialog(FormDialog):
    """Lets a person stop before the term is over."""

    def __init__(self, desk: Desk, seat: SeatLine, parent: QWidget) -> None:
        super().__init__(
            _("Cut the term short"), _who_sits(seat), _("Cut short"), self._cut, parent
        )
        self._desk, self._appointment_id = desk, seat.appointment_id
        self.last = date_field(_("Last day"), desk.day)
        self.reason = QLineEdit()
        self.add_row(_("&Last day"), self.last)
        self.add_row(_("&Reason"), self.reason, _("Such as a new position elsewhere."))

    def _cut(self) -> None:
        self._desk.run(
            cut_short,
            self._appointment_id,
            some_date(self.last, _("Write the last day.")),
            reason=self.reason.text(),
        )


class ActDialog(FormDialog):
    """Lets a substitute of the body sit in a seat for a time; the member comes back afterwards."""

    def __init__(self, desk: Desk, seat: SeatLine, parent: QWidget) -> None:
        sentence = _("A substitute sits in the seat for a time; then the member is back.")
        super().__init__(_("Let a substitute act"), sentence, _("Write"), self._act, parent)
        self._desk, self._seat_id = desk, seat.id
        self.substitute = picker_of(_("Substitute"), _substitutes(desk, seat))
        self.first = date_field(_("From"), desk.day)
        self.last = date_field(_("To"))
        self.decision = QLineEdit()
        self.add_row(_("&Substitute"), self.substitute)
        self.add_row(_("&From"), self.first)
        self.add_row(_("&To"), self.last)
        self.add_row(_("De&cision"), self.decision, _("Such as the number of the case."))

    def _act(self) -> None:
        self._desk.run(
            let_act,
            self._seat_id,
            picked(self.substitute, _("Choose the substitute.")),
            first=some_date(self.first, _("Write the first day.")),
            last=some_date(self.last, _("Write the last day.")),
            decision=self.decision.text(),
        )


def _who_sits(seat: SeatLine) -> str:
    return _("{person}, {seat}").format(
        person=seat.person_name, seat=seat_in_words(seat.body_name, seat.role, seat.number)
    )


def _substitutes(desk: Desk, seat: SeatLine) -> tuple[Choice, ...]:
    lines = desk.read(seat_lines, as_of=desk.day, body_id=seat.body_id)
    return tuple(
        Choice(line.person_id, line.person_name, word(line.role))
        for line in lines
        if line.person_id
        and line.role in SUBSTITUTE_ROLES
        and line.substitute_for_id in ("", seat.id)
    )
