"""One body before and after, side by side: who sits, how they are spread, how the rules stand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.composition import Outcome, Rule, Standing, Verdict
from samstyring.domain.composition_choices import BodyStanding, BodyToCompose
from samstyring.domain.composition_rules import Force
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.composition.words import OUTCOME_TONES, aspects, outcome_word, rule_title
from samstyring.ui.forms import Chip, PlainLabel, SoftLabel, SubHeading
from samstyring.ui.theme import ToneName, icon


class Comparison(QWidget):
    """The labels stay and only their texts change, so that a choice is seen at once.

    ``mend_requested(id)`` asks for the smallest change that mends a rule that is broken after.
    """

    mend_requested = Signal(str)

    def __init__(self, body: BodyToCompose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._spread: dict[str, tuple[_Value, _Value]] = {}
        self._rules: dict[str, tuple[_Judged, _Judged]] = {}
        self.mending: dict[str, _MendButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for place, title in enumerate((_("Before"), _("After"))):
            grid.addWidget(_Head(title, self), 0, place)
            grid.setColumnStretch(place, 1)
        self._add_spread(grid)
        self._add_rules(grid)

    def show_standing(self, found: BodyStanding) -> None:
        """Show how it stands before and after; what differs stands out."""
        pairs = zip(
            aspects(self._body, found.before), aspects(self._body, found.after), strict=True
        )
        for (what, before), (_same, after) in pairs:
            one, other = self._spread[what]
            one.show_text(before)
            other.show_text(after, stands_out=before != after)
        for now, then in zip(found.before.verdicts, found.after.verdicts, strict=True):
            earlier, later = self._rules[now.rule.id]
            earlier.show_verdict(now)
            later.show_verdict(then, stands_out=now.outcome is not then.outcome)
            self.mending[now.rule.id].setVisible(then.outcome is Outcome.BROKEN)

    def outcomes(self) -> tuple[tuple[str, str], ...]:
        """Return the words on the chips of each rule, before and after."""
        return tuple((one.chip.word(), other.chip.word()) for one, other in self._rules.values())

    def spread_after(self) -> tuple[str, ...]:
        """Return how those who would sit are spread, a text for each aspect."""
        return tuple(other.text() for _one, other in self._spread.values())

    def _add_spread(self, grid: QGridLayout) -> None:
        for what, _text in aspects(self._body, Standing((), (), "")):
            before = _Value(_("{what}, before").format(what=what), self)
            after = _Value(_("{what}, after").format(what=what), self)
            _add_pair(grid, SoftLabel(what, self), before, after)
            self._spread[what] = before, after

    def _add_rules(self, grid: QGridLayout) -> None:
        judged = [rule for rule in self._body.rules if rule.force is not Force.OFF]
        for rule in judged:
            before, after = _Judged(self), _Judged(self)
            _add_pair(grid, _title(rule, self), before, after)
            self._rules[rule.id] = before, after
            self.mending[rule.id] = self._mend_button(rule, after)
        if not judged:
            none = SoftLabel(_("The body has no rules to judge by."), self)
            grid.addWidget(none, grid.rowCount(), 0, 1, 2)

    def _mend_button(self, rule: Rule, after: "_Judged") -> "_MendButton":
        button = _MendButton(rule, after)
        button.asked.connect(self.mend_requested)
        after.add(button)
        return button


class _MendButton(QPushButton):
    """Asks for what mends a rule."""

    asked = Signal(str)

    def __init__(self, rule: Rule, parent: QWidget) -> None:
        super().__init__(icon("search"), _("How to mend it"), parent)
        self._rule_id = rule.id
        self.setAutoDefault(False)
        self.setAccessibleName(_("How to mend: {rule}").format(rule=rule_title(rule)))
        self.setToolTip(_("Find the smallest change that mends it; nothing is written"))
        self.clicked.connect(self._on_clicked)
        self.hide()

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._rule_id)


class _Head(SubHeading):
    scale = 1.0


class _Value(PlainLabel):
    """A text that is written again only when it is another."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self._name = name

    def show_text(self, text: str, *, stands_out: bool = False) -> None:
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{self._name}: {text}" if self._name else text)
        if stands_out != self.font().bold():
            font = self.font()
            font.setBold(stands_out)
            self.setFont(font)


class _Judged(QWidget):
    """How it stands with one rule: the chip, and the sentence below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = Chip("", ToneName.MUTED, self)
        self.sentence = _Value("", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 6)
        self._column.setSpacing(2)
        self._column.addWidget(self.chip)
        self._column.addWidget(self.sentence)

    def add(self, button: QPushButton) -> None:
        """Put a button below what is said."""
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_verdict(self, verdict: Verdict, *, stands_out: bool = False) -> None:
        said = outcome_word(verdict.outcome)
        if said != self.chip.word():
            self.chip.set_word(said, OUTCOME_TONES[verdict.outcome])
        self.sentence.show_text(verdict.sentence, stands_out=stands_out)


def _add_pair(grid: QGridLayout, title: QLabel, before: QWidget, after: QWidget) -> None:
    """Put a title over the whole width, and below it the two sides."""
    row = grid.rowCount()
    title.setContentsMargins(0, 4, 0, 0)
    grid.addWidget(title, row, 0, 1, 2)
    for place, side in enumerate((before, after)):
        grid.addWidget(side, row + 1, place, Qt.AlignmentFlag.AlignTop)


def _title(rule: Rule, parent: QWidget) -> QLabel:
    return SoftLabel(
        _("{rule}, {force}").format(rule=rule_title(rule), force=word(rule.force)), parent
    )
