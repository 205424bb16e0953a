"""The forms that add and correct a person; what looks odd is said calmly and stops nobody."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from samstyring.commands.people import PersonFacts, add_person, correct_person
from samstyring.domain.people import Gender, PersonDetail, looks_like_national_id
from samstyring.domain.words import words_of_kind
from samstyring.language import _
from samstyring.queries.people import person_choices
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Banner, FormDialog
from samstyring.ui.forms.dates import date_field, stored_date
from samstyring.ui.forms.fields import LinesEdit, body_picker
from samstyring.ui.nominations.person_field import warn_of_likeness
from samstyring.ui.people.contact_fields import ContactFields
from samstyring.ui.theme import ToneName


class PersonFields:
    """The fields that adding and correcting a person have in common."""

    def __init__(self, desk: Desk, detail: PersonDetail | None = None) -> None:
        own_id = detail.id if detail else ""
        people = desk.read(person_choices, as_of=desk.day)
        self._others = tuple(person.label for person in people if person.id != own_id)
        self.name = QLineEdit(detail.name if detail else "")
        self.alike, self.national_id = Banner(), Banner()
        self.contacts = ContactFields(detail.contacts if detail else ())
        self.gender = QComboBox()
        self.gender.setAccessibleName(_("Gender"))
        for value, text in words_of_kind(Gender):
            self.gender.addItem(text, value)
        gender = detail.gender if detail else Gender.NOT_STATED
        self.gender.setCurrentIndex(self.gender.findData(gender.value))
        given = stored_date(detail.privacy_notice_on) if detail else None
        self.notice = date_field(_("Privacy notice given"), given)
        self.note = LinesEdit(_("Note"), detail.note if detail else "")

    def add_name(self, form: FormDialog) -> None:
        """Add the row of the name, with what may be odd about it below."""
        form.add_row(_("&Name"), self.name)
        form.add_wide(self.alike)
        form.add_wide(self.national_id)

    def add_rest(self, form: FormDialog) -> None:
        """Add the other rows."""
        self.contacts.add_to(form)
        form.add_row(
            _("&Gender"),
            self.gender,
            _("As the person has stated it; used only to see the balance in a body."),
        )
        form.add_row(
            _("Pri&vacy notice given"),
            self.notice,
            _("The day the person was told what is kept about them."),
        )
        form.add_row(_("No&te"), self.note)

    def look(self) -> None:
        """Say what may be odd about what is written."""
        warn_of_likeness(self.alike, self.name.text(), self._others)
        if looks_like_national_id(f"{self.name.text()}\n{self.note.text()}"):
            self.national_id.show_message(
                _(
                    "This looks like a national identity number. The program has no use for it; "
                    "leave it out."
                ),
                ToneName.SOON,
            )
        else:
            self.national_id.clear()

    def facts(self) -> PersonFacts:
        """Return what the fields say; RuleError for what is no date."""
        return PersonFacts(
            self.name.text(),
            Gender(self.gender.currentData()),
            self.notice.value(),
            self.note.text(),
            self.contacts.contacts(),
        )


class NewPersonDialog(FormDialog):
    """Adds a person, and at once whom they work for."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        sentence = _(
            "Write only what is needed to reach the person and to know whom they speak for."
        )
        super().__init__(_("New person"), sentence, _("Add"), self._add, parent)
        self._desk = desk
        self.fields = PersonFields(desk)
        self.title = QLineEdit()
        self.employer = body_picker(desk, _("Employer"))
        self.since = date_field(_("Employed from"))
        self.fields.add_name(self)
        self.add_row(_("T&itle"), self.title)
        self.add_row(_("E&mployer"), self.employer)
        self.add_row(_("Employed &from"), self.since, _("Empty if it is not known."))
        self.fields.add_rest(self)
        self.fields.name.textEdited.connect(self._look)
        self.fields.note.textChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self.fields.look()

    def _add(self) -> None:
        self._desk.run(
            add_person,
            self.fields.facts(),
            employer_id=self.employer.value(),
            title=self.title.text(),
            employed_from=self.since.value(),
        )


class CorrectPersonDialog(FormDialog):
    """Writes a person as it should have stood."""

    def __init__(self, desk: Desk, detail: PersonDetail, parent: QWidget) -> None:
        sentence = _("What was written wrong is put right; the history shows both.")
        super().__init__(_("Correct the person"), sentence, _("Correct"), self._correct, parent)
        self._desk, self._person_id = desk, detail.id
        self.fields = PersonFields(desk, detail)
        self.fields.add_name(self)
        self.fields.add_rest(self)
        self.fields.name.textEdited.connect(self._look)
        self.fields.note.textChanged.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self.fields.look()

    def _correct(self) -> None:
        self._desk.run(correct_person, self._person_id, self.fields.facts())
