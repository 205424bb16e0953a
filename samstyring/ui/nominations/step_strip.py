"""The steps that a candidate on the board can take: buttons, and places to drop a candidate on."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.nominations import words
from samstyring.ui.nominations.step_choices import StepChoice, step_choices
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.theme import icon


class StepStrip(QWidget):
    """Says who is chosen and where the candidacy can go from there.

    ``step_chosen(candidacy_id, key)`` tells the step: the value of a step, or ``appoint``.
    """

    step_chosen = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line: CandidacyLine | None = None
        self._targets: tuple[StepTarget, ...] = ()
        self.said = SoftLabel()
        self._holder = QWidget(self)
        self._place = TabPlace(self._holder)
        self._flow = FlowLayout(self._holder)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self._holder)
        self.show_steps(None)

    def show_steps(self, line: CandidacyLine | None) -> None:
        """Offer the steps of a candidate; None for a hint to choose one."""
        self.said.setText(_who(line))
        if line == self._line and self._targets:
            return
        self._line = line
        for target in self._targets:
            self._flow.removeWidget(target)
            target.hide()
            target.deleteLater()
        choices = step_choices(line) if line else ()
        self._targets = tuple(self._target(line, choice) for choice in choices) if line else ()
        self._place.lead_to(self._targets)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the steps that can be taken."""
        return tuple(target.key for target in self._targets if target.can_follow)

    def target(self, key: str) -> "StepTarget":
        """Return the button of a step."""
        return next(target for target in self._targets if target.key == key)

    def popup(self, where: QPoint) -> None:
        """Offer the same steps as a menu at a place on the screen."""
        self._menu.clear()
        for target in (each for each in self._targets if each.can_follow):
            entry = self._menu.addAction(target.icon(), target.text().replace("&", ""))
            entry.setData(target.key)
            entry.setEnabled(target.isEnabled())
        if not self._menu.isEmpty():
            self._menu.popup(where)

    def hover(self, where: QPoint) -> None:
        """Show on which step a candidate would fall that is held at a place on the screen."""
        for target in self._targets:
            target.setDown(target.isEnabled() and target.holds(where))

    def drop(self, where: QPoint) -> None:
        """Choose the step on which a candidate is let go, if on any."""
        for target in self._targets:
            target.setDown(False)
            if target.isEnabled() and target.holds(where):
                target.click()

    def _target(self, line: CandidacyLine, choice: StepChoice) -> "StepTarget":
        target = StepTarget(line.id, choice, self._holder)
        if self._desk.workspace.read_only:
            target.setEnabled(False)
            target.setToolTip(self._desk.workspace.read_only_reason)
        target.step_chosen.connect(self.step_chosen)
        self._flow.addWidget(target)
        target.show()
        return target

    @Slot(QAction)
    def _on_menu(self, entry: QAction) -> None:
        if self._line is not None:
            self.step_chosen.emit(self._line.id, str(entry.data()))


class StepTarget(QPushButton):
    """One step: pressed, or a candidate dropped on it, it is chosen."""

    step_chosen = Signal(str, str)

    def __init__(self, candidacy_id: str, choice: StepChoice, parent: QWidget) -> None:
        super().__init__(choice.text, parent)
        self.key, self._candidacy_id = choice.key, candidacy_id
        self.can_follow = not choice.why
        self.setIcon(icon(choice.icon))
        self.setAutoDefault(False)
        self.setDefault(choice.likely)
        self.setEnabled(self.can_follow)
        self.setToolTip(_("Probably the next step") if choice.likely else choice.why)
        self.clicked.connect(self._on_clicked)

    def holds(self, where: QPoint) -> bool:
        """Say whether a place on the screen lies on the button."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(where))

    @Slot()
    def _on_clicked(self) -> None:
        self.step_chosen.emit(self._candidacy_id, self.key)


def _who(line: CandidacyLine | None) -> str:
    if line is None:
        return _("Choose a candidate on the board to see which steps can follow.")
    if not line.open:
        text = _("{person} is {step}; no step follows. {seat}.")
    else:
        text = _("{person} is {step}. {seat}. Drag onto a step, or press it:")
    return text.format(person=line.person_name, step=word(line.step), seat=words.seat_of(line))
