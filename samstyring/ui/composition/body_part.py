"""The part of a body's detail about who should sit there: the spread, the rules, the verbs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.composition import delete_answer, delete_rule, end_rule
from samstyring.domain.composition import Composition, Verdict
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.queries.composition import composition
from samstyring.ui.composition.dialogs import AddRuleDialog, AnswerDialog, CorrectRuleDialog
from samstyring.ui.composition.rule_rows import RuleVerb, rule_rows
from samstyring.ui.composition.what_if_dialog import WhatIfDialog
from samstyring.ui.composition.words import rule_title
from samstyring.ui.desk import Desk
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.sections import Section

_WITHOUT_WRITING = frozenset({RuleVerb.TRY, RuleVerb.MEND})


class BodyComposition(QObject):
    """Fills a section with the composition of a body and does what is asked for there."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._found: Composition | None = None
        self._body_id = ""
        buttons = (
            Verb(RuleVerb.ADD, _("New r&ule…"), "plus"),
            Verb(RuleVerb.TRY, _("What &if…"), "scale", writes=False),
        )
        self.section = Section(_("Composition"), buttons, parent)
        self.section.verb_chosen.connect(self.do)
        self._ways: dict[RuleVerb, Callable[[str], None]] = {
            RuleVerb.ADD: self._add,
            RuleVerb.TRY: self._try,
            RuleVerb.MEND: self._mend,
            RuleVerb.CORRECT: self._correct,
            RuleVerb.END: self._end,
            RuleVerb.DELETE: self._delete,
            RuleVerb.ANSWER: self._answer,
            RuleVerb.TAKE_BACK: self._take_back,
        }

    def show_body(self, body_id: str, title: str) -> None:
        """Read and show the composition of a body as of the desk's day."""
        self._body_id = body_id
        self.section.set_title(title)
        self._let_try()
        found = self._desk.read(composition, body_id, as_of=self._desk.day)
        self._found = found
        self.section.set_sentence(_sentence(found))
        self.section.set_rows(rule_rows(found))

    @Slot(str, str)
    def do(self, verb: str, rule_id: str) -> None:
        """Do what is asked for with the body's rules, or with one of them."""
        wanted = RuleVerb(verb)
        may = wanted in _WITHOUT_WRITING or not self._desk.workspace.read_only
        if self._body_id and may:
            self._ways[wanted](rule_id)

    def _let_try(self) -> None:
        """Let members be tried out in a file for reading too: nothing is written."""
        button = self.section.buttons[1]
        button.setEnabled(True)
        button.setToolTip(_("Try out who could sit here, and see what the rules say"))

    def _verdict(self, rule_id: str) -> Verdict:
        assert self._found is not None
        return next(v for v in self._found.before.verdicts if v.rule.id == rule_id)

    def _add(self, _row: str) -> None:
        name = self._found.body_name if self._found else ""
        AddRuleDialog(self._desk, self._body_id, name, self._parent).open()

    def _try(self, _row: str) -> None:
        WhatIfDialog(self._desk, self._body_id, self._parent).open()

    def _mend(self, rule_id: str) -> None:
        WhatIfDialog(self._desk, self._body_id, self._parent, mend=rule_id).open()

    def _correct(self, rule_id: str) -> None:
        assert self._found is not None
        rule = next(rule for rule in self._found.rules if rule.id == rule_id)
        CorrectRuleDialog(self._desk, rule, self._parent).open()

    def _end(self, rule_id: str) -> None:
        assert self._found is not None
        rule = next(rule for rule in self._found.rules if rule.id == rule_id)
        EndDialog(
            self._desk,
            _("End the rule"),
            _("{rule}. It can still be seen as it was before that day.").format(
                rule=rule_title(rule)
            ),
            partial(self._run_end, rule_id),
            self._parent,
        ).open()

    def _run_end(self, rule_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_rule, rule_id, last_day)

    def _delete(self, rule_id: str) -> None:
        self._desk.try_run(delete_rule, rule_id)

    def _answer(self, rule_id: str) -> None:
        AnswerDialog(self._desk, self._verdict(rule_id), self._parent).open()

    def _take_back(self, rule_id: str) -> None:
        answer = self._verdict(rule_id).rule.answer
        if answer is not None:
            self._desk.try_run(delete_answer, answer.id)


def _sentence(found: Composition) -> str:
    if found.rules:
        return found.before.line
    return " ".join((_ended(found.before.line), _("No rule about who should sit here is written.")))


def _ended(line: str) -> str:
    return line if line.endswith(".") else f"{line}."
