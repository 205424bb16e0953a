"""The fields for how to reach a person: an e-mail address, a phone number, and more of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

from samstyring.domain.people import Contact, ContactKind
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.fields import LinesEdit


class ContactFields:
    """Reads and shows contact details; the kind that is chosen comes first."""

    def __init__(self, contacts: Sequence[Contact] = ()) -> None:
        left = list(contacts)
        self.fields = {kind: QLineEdit(_take_first(left, kind)) for kind in ContactKind}
        self.others = LinesEdit(
            _("Other contact details"), "\n".join(contact.value for contact in left), 2
        )
        self.first = QComboBox()
        self.first.setAccessibleName(_("Use first"))
        for kind in ContactKind:
            self.first.addItem(word(kind), kind)
        primary = next((contact.kind for contact in contacts if contact.primary), None)
        self.first.setCurrentIndex(max(self.first.findData(primary), 0))

    def add_to(self, form: FormDialog) -> None:
        """Add the rows of the fields."""
        form.add_row(_("&E-mail"), self.fields[ContactKind.EMAIL])
        form.add_row(_("&Phone"), self.fields[ContactKind.PHONE])
        form.add_row(_("&Use first"), self.first)
        form.add_row(_("&Other contact details"), self.others, _("One on each line."))

    def contacts(self) -> tuple[tuple[ContactKind, str], ...]:
        """Return what is written as (kind, value), the one to use first at the front."""
        first = ContactKind(self.first.currentData())
        known = [(kind, field.text().strip()) for kind, field in self.fields.items()]
        known.sort(key=lambda pair: pair[0] is not first)
        others = [(_kind_of(line), line.strip()) for line in self.others.text().splitlines()]
        return tuple((kind, value) for kind, value in [*known, *others] if value)


def _take_first(contacts: list[Contact], kind: ContactKind) -> str:
    """Take the first contact of a kind, the primary before others, out of the list."""
    found = sorted((c for c in contacts if c.kind is kind), key=lambda c: not c.primary)
    if not found:
        return ""
    contacts.remove(found[0])
    return found[0].value


def _kind_of(value: str) -> ContactKind:
    return ContactKind.EMAIL if "@" in value else ContactKind.PHONE
