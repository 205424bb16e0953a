"""The forms for whom a person works: add, correct, end, and change employer from a date."""

from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.people import (
    add_employment,
    change_employment,
    correct_employment,
    end_employment,
)
from samstyring.domain.people import Employment, PersonDetail
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PeriodEdit
from samstyring.ui.forms.dates import date_field, some_date
from samstyring.ui.forms.fields import body_picker
from samstyring.ui.forms.picker import picked


class _WorkFields:
    """The fields that say for whom a person works, and as what."""

    def __init__(self, desk: Desk, work: Employment | None = None) -> None:
        self.employer = body_picker(desk, _("Employer"), work.employer_id if work else None)
        self.title = QLineEdit(work.title if work else "")

    def add_to(self, form: FormDialog) -> None:
        """Add the rows of the fields."""
        form.add_row(_("&Employer"), self.employer)
        form.add_row(_("&Title"), self.title)

    def employer_id(self) -> str:
        """Return the employer; RuleError if none is chosen."""
        return picked(self.employer, _("Choose the employer."))


class AddEmploymentDialog(FormDialog):
    """Writes that a person works for a body in a period."""

    def __init__(self, desk: Desk, detail: PersonDetail, parent: QWidget) -> None:
        super().__init__(_("Add an employment"), detail.name, _("Add"), self._add, parent)
        self._desk, self._person_id = desk, detail.id
        self.fields = _WorkFields(desk)
        self.period = PeriodEdit(_("Period"))
        self.fields.add_to(self)
        self.add_row(_("&Period"), self.period)

    def _add(self) -> None:
        self._desk.run(
            add_employment,
            self._person_id,
            self.fields.employer_id(),
            self.fields.title.text(),
            period=self.period.value(),
        )


class CorrectEmploymentDialog(FormDialog):
    """Writes an employment as it should have stood."""

    def __init__(self, desk: Desk, work: Employment, parent: QWidget) -> None:
        sentence = _("What was written wrong is put right; the history shows both.")
        super().__init__(_("Correct the employment"), sentence, _("Correct"), self._correct, parent)
        self._desk, self._work_id = desk, work.id
        self.fields = _WorkFields(desk, work)
        self.period = PeriodEdit(_("Period"))
        self.period.set_value(work.period)
        self.fields.add_to(self)
        self.add_row(_("&Period"), self.period)

    def _correct(self) -> None:
        self._desk.run(
            correct_employment,
            self._work_id,
            self.fields.employer_id(),
            self.fields.title.text(),
            period=self.period.value(),
        )


class ChangeEmployerDialog(FormDialog):
    """Ends a person's work and begins the new from a day; seats are kept."""

    def __init__(self, desk: Desk, detail: PersonDetail, parent: QWidget) -> None:
        sentence = _(
            "{person} begins somewhere else. The work until then ends the day before; "
            "seats are kept."
        ).format(person=detail.name)
        super().__init__(_("Change employer"), sentence, _("Change"), self._change, parent)
        self._desk, self._person_id = desk, detail.id
        self.fields = _WorkFields(desk)
        self.first = date_field(_("From"), desk.day)
        self.fields.add_to(self)
        self.add_row(_("&From"), self.first)

    def _change(self) -> None:
        self._desk.run(
            change_employment,
            self._person_id,
            self.fields.employer_id(),
            self.fields.title.text(),
            some_date(self.first, _("Write the day the new work begins.")),
        )


class EndEmploymentDialog(FormDialog):
    """Lets an employment end on a day."""

    def __init__(self, desk: Desk, work: Employment, parent: QWidget) -> None:
        sentence = ", ".join(filter(None, (work.title, work.employer_name)))
        if work.period.first is not None:
            sentence = _("{work}, since {day}").format(
                work=sentence, day=short_date(work.period.first)
            )
        super().__init__(_("End the employment"), sentence, _("End"), self._end, parent)
        self._desk, self._work_id = desk, work.id
        self.last = date_field(_("Last day"), desk.day)
        self.add_row(_("&Last day"), self.last)

    def _end(self) -> None:
        last = some_date(self.last, _("Write the last day of the employment."))
        self._desk.run(end_employment, self._work_id, last)
