"""The forms for names: add or correct one, and rename a body from a date."""

from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.bodies import add_name, correct_name, rename_body
from samstyring.domain.bodies import BodyDetail, BodyName, NameKind
from samstyring.domain.errors import RuleError
from samstyring.language import _
from samstyring.ui.bodies.body_dialog import language_box
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit, PeriodEdit
from samstyring.ui.forms.fields import ChoiceBox


class NameDialog(FormDialog):
    """Adds a name to a body, or corrects the one given."""

    def __init__(
        self, desk: Desk, body_id: str, name: BodyName | None, parent: QWidget | None = None
    ) -> None:
        title, verb = (
            (_("Correct the name"), _("Correct")) if name else (_("New name"), _("Add the name"))
        )
        sentence = (
            _("Write what should have stood there. If the body got a new name, rename it instead.")
            if name
            else _("A body can have a name in each language, short names, and names of old.")
        )
        super().__init__(title, sentence, verb, self._save, parent)
        self._desk, self._body_id, self._name = desk, body_id, name
        self.name = QLineEdit(name.name if name else "")
        self.kind = ChoiceBox(_("Kind of name"), NameKind)
        self.language = language_box(_("Language"), name.language if name else "nb")
        self.period = PeriodEdit(_("In use"))
        self.kind.set_value(name.kind if name else NameKind.ALTERNATIVE)
        if name:
            self.period.set_value(name.period)
        self.add_row(_("&Name"), self.name)
        self.add_row(_("&Kind of name"), self.kind)
        self.add_row(_("&Language"), self.language)
        self.add_row(_("In &use"), self.period)

    def _save(self) -> None:
        kind, language = self.kind.value(NameKind), self.language.currentData()
        name, period = self.name.text(), self.period.value()
        if self._name is None:
            self._desk.run(
                add_name, self._body_id, name, kind=kind, language=language, period=period
            )
        else:
            self._desk.run(
                correct_name, self._name.id, name, kind=kind, language=language, period=period
            )


class RenameDialog(FormDialog):
    """Gives a body a new name from a date; the old one goes out of use the day before."""

    def __init__(self, desk: Desk, body: BodyDetail, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Rename {name}").format(name=body.name),
            _("The name in use ends the day before; the body, its seats and its history go on."),
            _("Rename"),
            self._save,
            parent,
        )
        self._desk, self._body = desk, body
        self.name = QLineEdit()
        self.kind = ChoiceBox(_("Kind of name"), NameKind)
        self.language = language_box(_("Language"))
        self.from_day = PartialDateEdit(_("From"))
        self.from_day.set_value(desk.day)
        self.add_row(_("&New name"), self.name)
        self.add_row(_("&From"), self.from_day)
        self.add_row(_("&Kind of name"), self.kind)
        self.add_row(_("&Language"), self.language)

    def _save(self) -> None:
        from_day = self.from_day.value()
        if from_day is None:
            raise RuleError(_("Write the day from which the new name is in use."))
        self._desk.run(
            rename_body,
            self._body.id,
            self.name.text(),
            from_day,
            language=self.language.currentData(),
            kind=self.kind.value(NameKind),
        )
