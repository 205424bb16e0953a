"""The field that says who is put forward: someone known to the file, or a new person."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from samstyring.commands.people import PersonFacts
from samstyring.domain.people import ContactKind, names_like
from samstyring.formats import listed
from samstyring.language import _
from samstyring.queries.people import person_choices
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Banner, SoftLabel
from samstyring.ui.forms.fields import body_picker
from samstyring.ui.forms.picker import picked, picker_of
from samstyring.ui.theme import ToneName

_MOST_NAMED = 3


class PersonField(QWidget):
    """A picker of persons, and under it the few fields that a new person needs."""

    def __init__(self, desk: Desk, person_id: str | None = None) -> None:
        super().__init__()
        people = desk.read(person_choices, as_of=desk.day)
        self._known = tuple(person.label for person in people)
        self.picker = picker_of(_("Person"), people, person_id)
        self.is_new = QCheckBox(_("The person is &new to the file"))
        self.name, self.title, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.employer = body_picker(desk, _("Employer"))
        self.alike = Banner()
        self._fields = self._new_fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.picker, self.is_new, self._fields):
            layout.addWidget(widget)
        self.setFocusProxy(self.picker)
        self.is_new.toggled.connect(self._on_new_toggled)
        self.name.textEdited.connect(self._on_name_edited)

    def person_id(self) -> str:
        """Return who is picked; RuleError if nobody is."""
        return picked(self.picker, _("Choose a person, or say that the person is new."))

    def facts(self) -> PersonFacts:
        """Return what is written about a new person."""
        return PersonFacts(self.name.text(), contacts=((ContactKind.EMAIL, self.email.text()),))

    def _new_fields(self) -> QWidget:
        fields = QWidget(self)
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Na&me"), self.name),
            (_("&Title"), self.title),
            (_("&Employer"), self.employer),
            (_("E-ma&il"), self.email),
        )
        for text, field in rows:
            label = QLabel(text, fields)
            label.setBuddy(field)
            form.addRow(label, field)
            if field is self.name:
                form.addRow(self.alike)
        form.addRow(SoftLabel(_("Tell the person what is kept about them.")))
        fields.hide()
        return fields

    @Slot(bool)
    def _on_new_toggled(self, new: bool) -> None:
        self._fields.setVisible(new)
        self.picker.setEnabled(not new)
        if new:
            self.name.setFocus()

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        warn_of_likeness(self.alike, name, self._known)


def warn_of_likeness(banner: Banner, name: str, known: tuple[str, ...]) -> None:
    """Say calmly that there are persons with a name like it, or nothing."""
    alike = names_like(name, known)[:_MOST_NAMED]
    if not alike:
        banner.clear()
        return
    text = _("There is a name like it already: {names}. Is it the same person?")
    banner.show_message(text.format(names=listed(alike)), ToneName.SOON)
