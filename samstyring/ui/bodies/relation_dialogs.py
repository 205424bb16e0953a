"""The forms for relations between bodies, and for one body following upon another."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from samstyring.commands.bodies import add_relation, correct_relation, succeed
from samstyring.domain.bodies import BodyDetail, Relation, RelationKind, SuccessionKind
from samstyring.domain.errors import RuleError
from samstyring.formats import capital
from samstyring.language import _
from samstyring.ui.bodies.bodies_field import BodiesField
from samstyring.ui.bodies.words import relation_words
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit, PeriodEdit
from samstyring.ui.forms.fields import ChoiceBox, body_picker


class RelationDialog(FormDialog):
    """Relates a body to another, read from either side."""

    def __init__(self, desk: Desk, body: BodyDetail, parent: QWidget | None = None) -> None:
        super().__init__(
            _("New relation"),
            _("How {name} stands to another body.").format(name=body.name),
            _("Add the relation"),
            self._save,
            parent,
        )
        self._desk, self._body = desk, body
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("{name} …").format(name=body.name))
        self.kind.setMaxVisibleItems(20)
        for backwards in (False, True):
            for kind in RelationKind:
                text = capital(relation_words(kind, backwards=backwards))
                self.kind.addItem(text, (kind.value, backwards))
        self.other = body_picker(desk, _("Other body"))
        self.period = PeriodEdit(_("Relation"))
        self.note = QLineEdit()
        self.add_row(_("&This body"), self.kind)
        self.add_row(_("&Other body"), self.other)
        self.add_row(_("&Period"), self.period)
        self.add_row(_("&Note"), self.note)

    def _save(self) -> None:
        other = self.other.value()
        if other is None:
            raise RuleError(_("Choose the other body."))
        value, backwards = self.kind.currentData()
        ends = (other, self._body.id) if backwards else (self._body.id, other)
        self._desk.run(
            add_relation,
            *ends,
            RelationKind(value),
            period=self.period.value(),
            note=self.note.text(),
        )


class CorrectRelationDialog(FormDialog):
    """Corrects the kind, period and note of a relation."""

    def __init__(self, desk: Desk, relation: Relation, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Correct the relation"),
            _("Between {first} and {second}. To let it end, end it on a day instead.").format(
                first=relation.from_name, second=relation.to_name
            ),
            _("Correct"),
            self._save,
            parent,
        )
        self._desk, self._relation = desk, relation
        self.kind = ChoiceBox(_("Kind of relation"), RelationKind)
        self.period = PeriodEdit(_("Relation"))
        self.note = QLineEdit(relation.note)
        self.kind.set_value(relation.kind)
        self.period.set_value(relation.period)
        hint = _("Read from {first} to {second}.").format(
            first=relation.from_name, second=relation.to_name
        )
        self.add_row(_("&Kind"), self.kind, hint)
        self.add_row(_("&Period"), self.period)
        self.add_row(_("&Note"), self.note)

    def _save(self) -> None:
        self._desk.run(
            correct_relation,
            self._relation.id,
            self.kind.value(RelationKind),
            period=self.period.value(),
            note=self.note.text(),
        )


class SuccessionDialog(FormDialog):
    """Writes which bodies followed upon which, on what day: one or several on each side."""

    def __init__(self, desk: Desk, body: BodyDetail, parent: QWidget | None = None) -> None:
        super().__init__(
            _("What came before or after {name}").format(name=body.name),
            _("Both bodies stay in the file, so that the past can still be asked for."),
            _("Write it down"),
            self._save,
            parent,
        )
        self._desk, self._body = desk, body
        self.way = QComboBox()
        self.way.setAccessibleName(_("Order"))
        self.way.addItem(_("The other body followed upon this one"), True)
        self.way.addItem(_("This body followed upon the other"), False)
        self.other = body_picker(desk, _("Other body"))
        self.others = BodiesField(desk, _("More on the other side"))
        together = _("Together with {name}").format(name=body.name)
        self.together = BodiesField(desk, together)
        self.kind = ChoiceBox(_("What happened"), SuccessionKind)
        self.kind.set_value(SuccessionKind.REPLACED)
        self.day = PartialDateEdit(_("Day"))
        self.day.set_value(desk.day)
        self.note = QLineEdit()
        self.add_row(_("&Order"), self.way)
        self.add_row(_("Other &body"), self.other)
        self.add_row(_("&More on that side"), self.others, _("Where one became several."))
        self.add_row(_("&Together with"), self.together, _("Where several became one."))
        self.add_row(_("&What happened"), self.kind)
        self.add_row(_("&Day"), self.day)
        self.add_row(_("&Note"), self.note)

    def _save(self) -> None:
        other, day = self.other.value(), self.day.value()
        if other is None:
            raise RuleError(_("Choose the other body."))
        if day is None:
            raise RuleError(_("Write the day on which it happened."))
        ends = (self._body.id, *self.together.value()), (other, *self.others.value())
        before, after = ends if self.way.currentData() else reversed(ends)
        self._desk.run(
            succeed,
            tuple(dict.fromkeys(before)),
            tuple(dict.fromkeys(after)),
            self.kind.value(SuccessionKind),
            day,
            note=self.note.text(),
        )
