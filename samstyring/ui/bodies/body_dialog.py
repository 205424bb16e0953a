"""The form for a body: what it is, where it stands, since when, and how its terms run."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from samstyring.commands.bodies import add_body, correct_body
from samstyring.domain.bodies import BodyDetail, BodyFacts, BodyKind, Level, RelationKind
from samstyring.language import _
from samstyring.ui.bodies.words import language_choices
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PeriodEdit
from samstyring.ui.forms.fields import ChoiceBox, LinesEdit, MonthsBox, body_picker


class BodyDialog(FormDialog):
    """Adds a body with its name and what it answers to, or corrects the facts of one."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, body: BodyDetail | None = None, parent: QWidget | None = None
    ) -> None:
        title = _("Correct {name}").format(name=body.name) if body else _("New body")
        sentence = (
            _("Write what should have stood there. Names and relations are mended apart.")
            if body
            else _("Name the body and say what it is. The rest can wait.")
        )
        verb = _("Correct") if body else _("Add the body")
        super().__init__(title, sentence, verb, self._save, parent)
        self._desk, self._body = desk, body
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.language = language_box(_("Language of the name"))
        self.kind = ChoiceBox(_("Kind"), BodyKind)
        self.level = ChoiceBox(_("Level"), Level)
        self.relation = ChoiceBox(_("Relation to the body above"), RelationKind)
        self.parent_body = body_picker(desk, _("Body above"))
        self.purpose = LinesEdit(_("Purpose"), lines=4)
        self.legal_form, self.home_page = QLineEdit(), QLineEdit()
        self.organisation_number = QLineEdit()
        self.period = PeriodEdit(_("Life"))
        self.end_reason = QLineEdit()
        self.term = MonthsBox(_("Usual term in months"))
        self.soon = QSpinBox()
        self._add_fields()
        self._fill(body.facts if body else BodyFacts(BodyKind.OTHER, Level.REGIONAL))

    def _add_fields(self) -> None:
        self.soon.setRange(0, 999)
        self.soon.setAccessibleName(_("A term ends soon, days"))
        if self._body is None:
            self.add_row(_("&Name"), self.name)
            self.add_row(_("Short na&me"), self.short_name)
            self.add_row(_("Lan&guage"), self.language)
        self.add_row(_("&Kind"), self.kind)
        self.add_row(_("&Level"), self.level)
        if self._body is None:
            self.add_row(_("&Relation"), self.relation)
            self.add_row(_("To the body a&bove"), self.parent_body, _("Empty if there is none."))
        self.add_row(_("&Purpose"), self.purpose)
        self.add_row(_("L&ife"), self.period)
        if self._body is not None:
            self.add_row(_("&Why it ended"), self.end_reason)
        self.add_row(_("Usual &term in months"), self.term, _("Suggested when a seat is filled."))
        self.add_row(
            _("Ends &soon, days"), self.soon, _("How long before the end a term is told of.")
        )
        self.add_row(_("Legal &form"), self.legal_form)
        self.add_row(_("&Organisation number"), self.organisation_number)
        self.add_row(_("&Home page"), self.home_page)

    def _fill(self, facts: BodyFacts) -> None:
        self.kind.set_value(facts.kind)
        self.level.set_value(facts.level)
        self.purpose.setPlainText(facts.purpose)
        self.period.set_value(facts.period)
        self.end_reason.setText(facts.end_reason)
        self.term.set_months(facts.term_months)
        self.soon.setValue(facts.ends_soon_days)
        self.legal_form.setText(facts.legal_form)
        self.organisation_number.setText(facts.organisation_number)
        self.home_page.setText(facts.home_page)

    def _facts(self) -> BodyFacts:
        return BodyFacts(
            kind=self.kind.value(BodyKind),
            level=self.level.value(Level),
            period=self.period.value(),
            legal_form=self.legal_form.text(),
            purpose=self.purpose.toPlainText(),
            home_page=self.home_page.text(),
            organisation_number=self.organisation_number.text(),
            end_reason=self.end_reason.text(),
            ends_soon_days=self.soon.value(),
            term_months=self.term.months(),
        )

    def _save(self) -> None:
        if self._body is not None:
            self._desk.run(correct_body, self._body.id, self._facts())
            return
        body_id = self._desk.run(
            add_body,
            self.name.text(),
            self._facts(),
            short_name=self.short_name.text(),
            language=self.language.currentData(),
            parent_id=self.parent_body.value(),
            parent_relation=self.relation.value(RelationKind),
        )
        self.added.emit(body_id)


def language_box(name: str, code: str = "nb") -> QComboBox:
    """Return a field for the language a name is in."""
    box = QComboBox()
    box.setAccessibleName(name)
    for known, text in language_choices():
        box.addItem(text, known)
    if box.findData(code) < 0:
        box.addItem(code, code)
    box.setCurrentIndex(box.findData(code))
    return box
