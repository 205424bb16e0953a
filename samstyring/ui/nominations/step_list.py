"""Every step of a candidacy as a list: the day, the step, by whom, the decision and a note."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from samstyring.domain.nominations import Step
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import PlainLabel, SoftLabel
from samstyring.ui.nominations import words


class StepList(QWidget):
    """Every step of a candidacy: the day, the step, by whom, the decision and a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._rows: QWidget | None = None

    def show_steps(self, steps: tuple[Step, ...], desk: Desk) -> None:
        """Show the steps, the oldest first; those after the desk's day are said to come later."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for row, step in enumerate(steps):
            later = step.day > desk.day.isoformat()
            name = _("{step} (later)").format(step=word(step.kind)) if later else word(step.kind)
            grid.addWidget(SoftLabel(words.written(step.day)), row, 0, _TOP)
            grid.addWidget(PlainLabel(name, selectable=True), row, 1, _TOP)
            grid.addWidget(PlainLabel(_circumstances(step), selectable=True), row, 2, _TOP)
        self._layout.addWidget(self._rows)


_TOP = Qt.AlignmentFlag.AlignTop


def _circumstances(step: Step) -> str:
    by_whom = _("by {person}").format(person=step.by_whom) if step.by_whom else ""
    decision = _("decision {case}").format(case=step.decision) if step.decision else ""
    return "\n".join(filter(None, (", ".join(filter(None, (by_whom, decision))), step.note)))
