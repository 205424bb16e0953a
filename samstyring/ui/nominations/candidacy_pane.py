"""One candidacy whole: who, for which seat, every step it took, and what can be done next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from samstyring.commands.nominations import delete_candidacy
from samstyring.domain.nominations import CandidacyDetail, Step, StepKind, next_steps
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, KeyValueGrid, SoftLabel, SubHeading
from samstyring.ui.nominations import words
from samstyring.ui.nominations.actions import ActionRow, RowAction
from samstyring.ui.nominations.candidacy_dialogs import (
    AppointDialog,
    CorrectCandidacyDialog,
    StepDialog,
)
from samstyring.ui.nominations.deletion import DeleteDialog
from samstyring.ui.nominations.flow_layout import FlowLayout
from samstyring.ui.nominations.links import Link
from samstyring.ui.nominations.tab_place import TabPlace


class CandidacyPane(QWidget):
    """Shows one candidacy, or a hint to choose one."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: CandidacyDetail | None = None
        self.hint = SoftLabel(_("Choose a candidate in the list to see every step."), self)
        self._whole = QWidget(self)
        self._place = TabPlace(self._whole)
        self._who = FlowLayout()
        self._about = SoftLabel()
        self.buttons = ActionRow(desk)
        self._facts = KeyValueGrid()
        self.steps = StepList()
        self.buttons.triggered.connect(self._on_action)
        self._lay_out()
        self.show_candidacy(None)

    def show_candidacy(self, detail: CandidacyDetail | None) -> None:
        """Show all of a candidacy as of the day of the desk; None for the hint."""
        self._detail = detail
        self.hint.setVisible(detail is None)
        self._whole.setVisible(detail is not None)
        if detail is None:
            return
        self._show_who(detail)
        self._about.setText(_about_in_words(detail))
        self.buttons.set_actions(_actions_of(detail))
        self._facts.set_pairs(_facts_of(detail))
        self.steps.show_steps(detail.steps, self._desk)

    def trigger(self, key: str) -> None:
        """Do what the button with that key does, if it is there and on."""
        if self._detail is not None:
            self.buttons.trigger(key)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._who)
        for widget in (self._about, self.buttons, self._facts, SubHeading(_("Steps")), self.steps):
            whole.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.hint)
        layout.addWidget(self._whole)

    def _show_who(self, detail: CandidacyDetail) -> None:
        while (item := self._who.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        line, step = detail.line, words.standing(detail.steps, self._desk.day)
        person = Link(line.person_name, "person", line.person_id, self._whole)
        body = Link(line.body_name, "body", line.body_id, self._whole)
        for link in (person, body):
            link.open_requested.connect(self.open_requested)
        chip = Chip(word(step), words.STEP_TONES[step], self._whole)
        for widget in (person, chip, body):
            self._who.addWidget(widget)
            widget.show()
        self._place.lead_to((person, body))

    @Slot(str)
    def _on_action(self, key: str) -> None:
        detail = self._detail
        if detail is None:
            return
        if key == "appoint":
            AppointDialog(self._desk, detail.line, self).open()
        elif key == "correct":
            CorrectCandidacyDialog(self._desk, detail, self).open()
        elif key == "delete":
            self._open_deletion(detail)
        else:
            StepDialog(self._desk, detail.line, StepKind(key), self).open()

    def _open_deletion(self, detail: CandidacyDetail) -> None:
        DeleteDialog(
            self._desk,
            self,
            title=_("Delete the candidacy of {person}").format(person=detail.line.person_name),
            sentence=_(
                "Delete a candidacy that never was. One that came to nothing is declined, not "
                "appointed or withdrawn instead."
            ),
            command=delete_candidacy,
            table="candidacy",
            item_id=detail.line.id,
        ).open()


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
            grid.addWidget(_plain(name), row, 1, _TOP)
            grid.addWidget(_plain(_circumstances(step)), row, 2, _TOP)
        self._layout.addWidget(self._rows)


_TOP = Qt.AlignmentFlag.AlignTop


def _plain(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _circumstances(step: Step) -> str:
    by_whom = _("by {person}").format(person=step.by_whom) if step.by_whom else ""
    decision = _("decision {case}").format(case=step.decision) if step.decision else ""
    return "\n".join(filter(None, (", ".join(filter(None, (by_whom, decision))), step.note)))


def _about_in_words(detail: CandidacyDetail) -> str:
    line = detail.line
    parts = [
        ", ".join(filter(None, (line.title, line.employer_name))),
        _("{role}, seat {number}").format(
            role=word(SeatRole(line.seat_role)), number=line.seat_number
        ),
        _("put forward by {body}").format(body=line.by_name),
        _("rank {rank}").format(rank=line.rank) if line.rank else "",
    ]
    return " · ".join(filter(None, parts))


def _facts_of(detail: CandidacyDetail) -> tuple[tuple[str, str], ...]:
    return (
        (_("Passed on from"), detail.forwarded_from_name),
        (_("Reason"), detail.line.reason),
        (_("Own statement"), detail.statement),
    )


def _actions_of(detail: CandidacyDetail) -> tuple[RowAction, ...]:
    """Return what can be done with a candidacy where it stands now, whatever day is shown."""
    now = detail.steps[-1].kind
    steps = tuple(
        RowAction(step.value, words.step_verb(step), words.STEP_ICONS[step])
        for step in next_steps(now)
    )
    appointing = (RowAction("appoint", _("&Appoint…"), "circle-check"),) if steps else ()
    return (
        *appointing,
        *steps,
        RowAction("correct", _("Correct…"), "edit"),
        RowAction("delete", _("Delete…"), "delete"),
    )
