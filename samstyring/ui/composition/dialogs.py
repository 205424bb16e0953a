"""The forms for rules of composition: add, correct, answer a breach, recommend those chosen."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from samstyring.commands.composition import add_rule, answer_breach, correct_rule
from samstyring.commands.recommendations import recommend
from samstyring.domain.composition import Rule, Verdict
from samstyring.domain.composition_rules import Force, RuleKind
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.words import word
from samstyring.formats import listed
from samstyring.language import _
from samstyring.ui.composition.fields import ParametersField, readable
from samstyring.ui.composition.trial import Recommendable
from samstyring.ui.composition.words import rule_title
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit, PeriodEdit, SoftLabel
from samstyring.ui.forms.dates import whole_day
from samstyring.ui.forms.fields import ChoiceBox, LinesEdit
from samstyring.ui.parts.tab_place import TabPlace


class AddRuleDialog(FormDialog):
    """Gives a body a rule; the fields follow the kind."""

    def __init__(
        self, desk: Desk, body_id: str, body_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("New rule"),
            _("Who should sit in {body}. A rule never stops anybody: it is only told of.").format(
                body=body_name
            ),
            _("Add the rule"),
            self._save,
            parent,
        )
        self._desk, self._body_id = desk, body_id
        self.kind = ChoiceBox(_("What the rule is about"), RuleKind)
        self._place = QWidget()
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._tabs = TabPlace(self._place)
        self.parameters = ParametersField(desk, RuleKind.SIZE)
        self._column.addWidget(self.parameters)
        self.force = ChoiceBox(_("Force"), Force)
        self.force.set_value(Force.ADVISORY)
        self.period = PeriodEdit(_("Rule"))
        self.add_row(_("&About"), self.kind)
        self.add_wide(self._place)
        self.add_row(_("&Force"), self.force)
        self.add_row(_("&Period"), self.period)
        self.kind.currentIndexChanged.connect(self._on_kind)

    def _save(self) -> None:
        self._desk.run(
            add_rule,
            self._body_id,
            self.parameters.value(),
            force=self.force.value(Force),
            period=self.period.value(),
        )

    @Slot()
    def _on_kind(self) -> None:
        earlier = self.parameters
        self.parameters = ParametersField(self._desk, self.kind.value(RuleKind))
        self._column.addWidget(self.parameters)
        self._tabs.lead_to(self.parameters.tab_stops())
        earlier.hide()
        self._column.removeWidget(earlier)
        earlier.setParent(None)
        earlier.deleteLater()
        self.parameters.show()
        self.resize(self.width(), self.sizeHint().height())


class CorrectRuleDialog(FormDialog):
    """Corrects what a rule asks for, how much it weighs, and when it holds."""

    def __init__(self, desk: Desk, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Correct the rule"),
            _("{rule}. To let it end, end it on a day instead.").format(rule=rule_title(rule)),
            _("Correct"),
            self._save,
            parent,
        )
        self._desk, self._rule = desk, rule
        self.parameters = ParametersField(desk, rule.kind, readable(rule))
        self.force = ChoiceBox(_("Force"), Force)
        self.force.set_value(rule.force)
        self.period = PeriodEdit(_("Rule"))
        self.period.set_value(rule.period)
        self.add_wide(self.parameters)
        self.add_row(_("&Force"), self.force)
        self.add_row(_("&Period"), self.period)

    def _save(self) -> None:
        self._desk.run(
            correct_rule,
            self._rule.id,
            self.parameters.value(),
            force=self.force.value(Force),
            period=self.period.value(),
        )


class AnswerDialog(FormDialog):
    """Logs why a breach is meant, and until when that holds."""

    def __init__(self, desk: Desk, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Answer the breach"),
            _("{rule}: {sentence}").format(
                rule=rule_title(verdict.rule), sentence=verdict.sentence
            ),
            _("Log the reason"),
            self._save,
            parent,
        )
        self._desk, self._rule_id = desk, verdict.rule.id
        self.reason = LinesEdit(_("Reason"), lines=4)
        self.by_whom = QLineEdit(desk.workspace.author)
        self.day = PartialDateEdit(_("Answered on"))
        self.day.set_value(desk.day)
        self.until = PartialDateEdit(_("Holds until"))
        self.add_row(_("&Reason"), self.reason, _("Why the breach is meant. It is kept."))
        self.add_row(_("By &whom"), self.by_whom)
        self.add_row(_("Answered &on"), self.day)
        self.add_row(_("Holds &until"), self.until, _("Empty when it holds until taken back."))

    def _save(self) -> None:
        self._desk.run(
            answer_breach,
            self._rule_id,
            self.reason.toPlainText(),
            on_day=whole_day(self.day),
            by_whom=self.by_whom.text(),
            holds_until=self.until.value(),
        )


class RecommendDialog(FormDialog):
    """Recommends those chosen, after telling who they are and who is left out."""

    def __init__(self, desk: Desk, found: Recommendable, parent: QWidget | None = None) -> None:
        super().__init__(_("Recommend these"), _said(found.now), _("Recommend"), self._save, parent)
        self._desk, self._found = desk, found
        self.day = PartialDateEdit(_("Day"))
        self.day.set_value(desk.day)
        self.by_whom, self.decision = QLineEdit(), QLineEdit()
        self.note = LinesEdit(_("Note"), lines=4)
        for text in left_out(found):
            self.add_wide(SoftLabel(text))
        self.add_row(_("&Day"), self.day)
        self.add_row(_("By &whom"), self.by_whom, _("The person or meeting that decided it."))
        self.add_row(_("De&cision"), self.decision, _("Such as the number of the case."))
        self.add_row(_("&Note"), self.note)

    def _save(self) -> None:
        self._desk.run(
            recommend,
            [line.id for line in self._found.now],
            whole_day(self.day),
            by_whom=self.by_whom.text(),
            note=self.note.toPlainText(),
            decision=self.decision.text(),
        )


def _said(lines: tuple[CandidacyLine, ...]) -> str:
    if not lines:
        return ""
    people = [
        _("{person} (seat {number})").format(person=line.person_name, number=line.seat_number)
        for line in lines
    ]
    return _("These take the step recommended, and nothing else: {people}.").format(
        people=listed(people)
    )


def left_out(found: Recommendable) -> tuple[str, ...]:
    """Say who of those chosen is not recommended now, and why."""
    said = []
    if found.already:
        text = _("Recommended already: {people}.")
        said.append(text.format(people=listed([line.person_name for line in found.already])))
    if found.not_yet:
        people = [f"{line.person_name} ({word(line.step)})" for line in found.not_yet]
        text = _("Must be nominated first, and are left out: {people}.")
        said.append(text.format(people=listed(people)))
    if found.not_put_forward:
        text = _("Not put forward for the seat, and left out: {people}.")
        said.append(text.format(people=listed(found.not_put_forward)))
    return tuple(said)
