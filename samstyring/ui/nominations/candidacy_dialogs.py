"""The forms that take a candidacy a step on, appoint the candidate, and correct a candidacy."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from samstyring.commands.asking import ask_with_notice
from samstyring.commands.nominations import appoint, correct_candidacy, take_step
from samstyring.domain.nominations import (
    AppointmentOutlook,
    CandidacyDetail,
    CandidacyLine,
    StepKind,
)
from samstyring.domain.periods import PartialDate
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.nomination_suggestions import appointment_outlook
from samstyring.queries.nominations import candidacy_detail
from samstyring.queries.own_answers import own_answer
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Banner, FormDialog, SoftLabel
from samstyring.ui.forms.dates import date_field, some_date, whole_day
from samstyring.ui.forms.fields import LinesEdit
from samstyring.ui.nominations.put_forward import rank_field
from samstyring.ui.nominations.words import seat_of, step_verb
from samstyring.ui.theme import ToneName


class _StepFields:
    """The fields that every step has: the day, by whom, a note and the decision."""

    def __init__(self, day: date) -> None:
        self.day = date_field(_("Day"), day)
        self.by_whom = QLineEdit()
        self.decision = QLineEdit()
        self.note = LinesEdit(_("Note"), lines=2)

    def add_to(self, form: FormDialog) -> None:
        """Add the rows of the fields."""
        form.add_row(_("&Day"), self.day)
        form.add_row(_("By &whom"), self.by_whom, _("The person or meeting that decided it."))
        form.add_row(_("De&cision"), self.decision, _("Such as the number of the case."))
        form.add_row(_("&Note"), self.note)


class StepDialog(FormDialog):
    """Takes a candidacy to one of its next steps."""

    def __init__(self, desk: Desk, line: CandidacyLine, step: StepKind, parent: QWidget) -> None:
        sentence = _("{person}, {seat}: {before} → {after}.").format(
            person=line.person_name, seat=seat_of(line), before=word(line.step), after=word(step)
        )
        title = step_verb(step).rstrip("…")
        super().__init__(title, sentence, _("Write the step"), self._take, parent)
        self._desk, self._candidacy_id, self._step = desk, line.id, step
        self.fields = _StepFields(desk.day)
        self.notice = QCheckBox(_("The person is given the &privacy notice"))
        self.notice_on = date_field(_("Privacy notice given on"), desk.day)
        self.fields.add_to(self)
        if step is StepKind.ASKED and not _has_notice(desk, line):
            self._offer_notice()

    def _offer_notice(self) -> None:
        self.add_wide(self.notice)
        self.add_row(_("Notice given &on"), self.notice_on)
        self.notice_on.setEnabled(False)
        self.notice.toggled.connect(self.notice_on.setEnabled)

    def _take(self) -> None:
        fields = self.fields
        if self.notice.isChecked():
            self._ask_with_notice()
            return
        self._desk.run(
            take_step,
            self._candidacy_id,
            self._step,
            whole_day(fields.day),
            by_whom=fields.by_whom.text(),
            note=fields.note.text(),
            decision=fields.decision.text(),
        )

    def _ask_with_notice(self) -> None:
        fields = self.fields
        self._desk.run(
            ask_with_notice,
            self._candidacy_id,
            whole_day(fields.day),
            notice_on=some_date(self.notice_on, _("Write the day the notice was given.")),
            by_whom=fields.by_whom.text(),
            note=fields.note.text(),
            decision=fields.decision.text(),
        )


class AppointDialog(FormDialog):
    """Appoints a candidate, and says beforehand who stops sitting and when."""

    def __init__(self, desk: Desk, line: CandidacyLine, parent: QWidget) -> None:
        sentence = _("{person} is put forward for {body}.").format(
            person=line.person_name, body=seat_of(line)
        )
        super().__init__(_("Appoint"), sentence, _("Appoint"), self._appoint, parent)
        self._desk, self._candidacy_id = desk, line.id
        self._suggested: PartialDate | None = None
        self.first = date_field(_("Sits from"), desk.day)
        self.last = date_field(_("Term ends"))
        self.outlook = SoftLabel()
        self.warning = Banner()
        self.only_rest = QCheckBox()
        self.only_rest.hide()
        self._whole: PartialDate | None = None
        self._rest: PartialDate | None = None
        self.fields = _StepFields(desk.day)
        self.add_wide(self.warning)
        if lacking := _what_is_lacking(desk, line):
            self.warning.show_message(" ".join(lacking), ToneName.SOON)
        self.add_row(_("Sits &from"), self.first)
        self.add_row(
            _("Term &ends"), self.last, _("Left empty, it is as long as the terms of the seat are.")
        )
        self.add_wide(self.only_rest)
        self.add_wide(self.outlook)
        self.fields.add_to(self)
        self.only_rest.toggled.connect(self._suggest_last)
        self.first.value_changed.connect(self._look_ahead)
        self._look_ahead()

    @Slot()
    def _look_ahead(self) -> None:
        """Say what the appointment does, and suggest the end of the term."""
        from_day = self.first.value() if self.first.is_valid() else None
        if from_day is None:
            self.outlook.setText("")
            return
        outlook = self._desk.read(appointment_outlook, self._candidacy_id, from_day=from_day)
        self.outlook.setText(_outlook_in_words(outlook))
        self._whole, self._rest = outlook.term_last, outlook.rest_of_term
        if self._rest is not None:
            text = _("Only for the &rest of the term, until {day}")
            self.only_rest.setText(text.format(day=short_date(self._rest)))
        self.only_rest.setVisible(self._rest is not None)
        self._suggest_last()

    @Slot()
    def _suggest_last(self) -> None:
        """Suggest the end of a whole term or of the rest of one, unless another was written."""
        last = self._rest if self.only_rest.isChecked() and self._rest else self._whole
        if self.last.is_valid() and self.last.value() == self._suggested:
            self.last.set_value(last)
            self._suggested = last

    def _appoint(self) -> None:
        fields = self.fields
        self._desk.run(
            appoint,
            self._candidacy_id,
            some_date(self.first, _("Write the day the person begins to sit.")),
            term_last=self.last.value(),
            on_day=whole_day(fields.day),
            by_whom=fields.by_whom.text(),
            note=fields.note.text(),
            decision=fields.decision.text(),
        )


class CorrectCandidacyDialog(FormDialog):
    """Writes a candidacy's rank, reason and statement as they should have stood."""

    def __init__(self, desk: Desk, detail: CandidacyDetail, parent: QWidget) -> None:
        sentence = _("{person}, {seat}").format(
            person=detail.line.person_name, seat=seat_of(detail.line)
        )
        super().__init__(_("Correct the candidacy"), sentence, _("Correct"), self._correct, parent)
        self._desk, self._candidacy_id = desk, detail.line.id
        self.rank = rank_field(detail.line.rank)
        self.reason = LinesEdit(_("Reason"), detail.line.reason)
        self.statement = LinesEdit(_("The candidate's own statement"), detail.statement)
        self.add_row(_("Ran&k"), self.rank)
        self.add_row(_("&Reason"), self.reason)
        self.add_row(_("The candidate's own &statement"), self.statement)

    def _correct(self) -> None:
        self._desk.run(
            correct_candidacy,
            self._candidacy_id,
            rank=self.rank.value() or None,
            reason=self.reason.text(),
            statement=self.statement.text(),
        )


def _has_notice(desk: Desk, line: CandidacyLine) -> bool:
    return bool(desk.read(candidacy_detail, line.id, as_of=desk.day).privacy_notice_on)


def _what_is_lacking(desk: Desk, line: CandidacyLine) -> tuple[str, ...]:
    """Return in sentences what should have been done before the candidate is appointed."""
    answer = desk.read(own_answer, line.id)
    said = []
    if answer is None:
        said.append(_("It is not written that {person} has been asked, or has said yes."))
    elif answer[0] is StepKind.ASKED:
        said.append(_("{person} has been asked, but it is not written that the answer is yes."))
    if not _has_notice(desk, line):
        said.append(_("{person} has not been given the privacy notice."))
    return tuple(sentence.format(person=line.person_name) for sentence in said)


def _outlook_in_words(outlook: AppointmentOutlook) -> str:
    if outlook.holder_name == outlook.candidate_name:
        return _("{person} sits there already; the term goes on as a new one.").format(
            person=outlook.holder_name
        )
    if outlook.holder_name:
        return _("The seat is then filled. {person} stops sitting on {day}.").format(
            person=outlook.holder_name, day=short_date(outlook.holder_stops)
        )
    return _("The seat is then filled. Nobody sits there that day, so nobody has to leave it.")
