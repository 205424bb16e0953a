"""The forms for a draft's own facts, for adopting it, and for correcting an adoption."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.mandates import adopt_mandate, correct_adoption, correct_mandate
from samstyring.domain.errors import RuleError
from samstyring.domain.mandates import MandateDetail, MandateLine
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit, PeriodEdit, SoftLabel
from samstyring.ui.forms.dates import stored_date
from samstyring.ui.forms.fields import LinesEdit
from samstyring.ui.mandates.words import adoption_consequence, version_name


class DraftFactsDialog(FormDialog):
    """Corrects titles, number, basis and day of consultation of a draft."""

    def __init__(self, desk: Desk, detail: MandateDetail, parent: QWidget) -> None:
        sentence = _("The titles are those of the mandate, and the same for all its versions.")
        super().__init__(_("Correct the draft"), sentence, _("Correct"), self._save, parent)
        self._desk, self._version_id = desk, detail.line.id
        titles = dict(detail.titles)
        self.title_nb, self.title_nn = QLineEdit(titles["nb"]), QLineEdit(titles["nn"])
        self.number = QLineEdit(detail.line.number)
        self.number.setMaxLength(20)
        self.derived_from = LinesEdit(_("Derived from"), lines=4)
        self.derived_from.setPlainText(detail.derived_from)
        self.consultation = PartialDateEdit(_("Sent on consultation"))
        self.consultation.set_value(stored_date(detail.consultation_on))
        self._add_rows()

    def _add_rows(self) -> None:
        self.add_row(_("Title in &bokmål"), self.title_nb)
        self.add_row(_("Title in &nynorsk"), self.title_nn)
        self.add_row(_("&Version"), self.number)
        hint = _("The mandate or decision that gives this one its authority.")
        self.add_row(_("&Derived from"), self.derived_from, hint)
        hint = _("Empty until it is sent.")
        self.add_row(_("Sent on &consultation"), self.consultation, hint)

    def _save(self) -> None:
        self._desk.run(
            correct_mandate,
            self._version_id,
            title_nb=self.title_nb.text(),
            title_nn=self.title_nn.text(),
            number=self.number.text(),
            derived_from=self.derived_from.toPlainText(),
            consultation_on=self.consultation.value(),
        )


class AdoptDialog(FormDialog):
    """Adopts a draft, and says which version that replaces."""

    def __init__(
        self, desk: Desk, line: MandateLine, family: Sequence[MandateLine], parent: QWidget
    ) -> None:
        sentence = _("{version} is no longer changed once it is adopted.")
        super().__init__(
            _("Adopt the mandate"),
            sentence.format(version=version_name(line)),
            _("Adopt"),
            self._save,
            parent,
        )
        self._desk, self._version_id = desk, line.id
        self._others = tuple(other for other in family if other.id != line.id)
        self.adopted_by, self.case_number = QLineEdit(_usual_adopter(family)), QLineEdit()
        self.adopted_on = PartialDateEdit(_("Adopted on"))
        self.adopted_on.set_value(desk.day)
        self.valid_from = PartialDateEdit(_("Valid from"))
        self.valid_to = PartialDateEdit(_("Valid to"))
        self.consequence = SoftLabel("")
        self._add_rows()
        for field in (self.adopted_on, self.valid_from):
            field.value_changed.connect(self._on_days)
            field.field.editingFinished.connect(self._on_days)
        self._on_days()

    def _add_rows(self) -> None:
        self.add_row(_("Adopted &by"), self.adopted_by)
        self.add_row(_("Adopted &on"), self.adopted_on)
        hint = _("Such as 15/57.")
        self.add_row(_("&Case number"), self.case_number, hint)
        hint = _("Empty if it is valid from the day it is adopted.")
        self.add_row(_("Valid &from"), self.valid_from, hint)
        hint = _("The last day. Empty if none is set.")
        self.add_row(_("Valid &to"), self.valid_to, hint)
        self.add_wide(self.consequence)

    @Slot()
    def _on_days(self) -> None:
        known = self.adopted_on.is_valid() and self.valid_from.is_valid()
        begins = (self.valid_from.value() or self.adopted_on.value()) if known else None
        self.consequence.setText(adoption_consequence(begins, self._others))

    def _save(self) -> None:
        self._desk.run(
            adopt_mandate,
            self._version_id,
            adopted_by=_adopter(self.adopted_by),
            adopted_on=_adoption_day(self.adopted_on),
            case_number=self.case_number.text(),
            valid_from=self.valid_from.value(),
            valid_to=self.valid_to.value(),
        )


class AdoptionDialog(FormDialog):
    """Corrects who adopted a version, when, and how long it is valid."""

    def __init__(self, desk: Desk, line: MandateLine, parent: QWidget) -> None:
        sentence = _(
            "Write what should have stood there about {version}. Its text is not changed: "
            "draft a new version for that."
        )
        super().__init__(
            _("Correct the adoption"),
            sentence.format(version=version_name(line)),
            _("Correct"),
            self._save,
            parent,
        )
        self._desk, self._version_id = desk, line.id
        self.adopted_by = QLineEdit(line.adopted_by)
        self.adopted_on = PartialDateEdit(_("Adopted on"))
        self.adopted_on.set_value(stored_date(line.adopted_on))
        self.case_number = QLineEdit(line.case_number)
        self.period = PeriodEdit(_("Valid"))
        self.period.set_value(line.period)
        self.add_row(_("Adopted &by"), self.adopted_by)
        self.add_row(_("Adopted &on"), self.adopted_on)
        self.add_row(_("&Case number"), self.case_number)
        self.add_row(_("&Valid"), self.period)

    def _save(self) -> None:
        self._desk.run(
            correct_adoption,
            self._version_id,
            adopted_by=_adopter(self.adopted_by),
            adopted_on=_adoption_day(self.adopted_on),
            case_number=self.case_number.text(),
            period=self.period.value(),
        )


def _usual_adopter(family: Sequence[MandateLine]) -> str:
    """Return who adopted the newest version: most bodies get their mandates from one place."""
    return next((line.adopted_by for line in family if line.adopted_by), "")


def _adopter(field: QLineEdit) -> str:
    if not field.text().strip():
        raise RuleError(_("Write who adopted it."))
    return field.text()


def _adoption_day(field: PartialDateEdit) -> PartialDate:
    day = field.value()
    if day is None:
        raise RuleError(_("Write the day it was adopted."))
    return day
