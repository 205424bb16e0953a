"""One candidacy whole: who, for which seat, every step it took, and what can be done next."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.commands.kept_candidates import stop_keeping
from samstyring.commands.nominations import delete_candidacy
from samstyring.domain.nominations import CandidacyDetail, StepKind
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.queries.nomination_chain import candidacy_chain
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, KeyValueGrid, SoftLabel, SubHeading
from samstyring.ui.forms.deletion import DeleteDialog, with_what_hangs
from samstyring.ui.nominations import words
from samstyring.ui.nominations.candidacy_dialogs import (
    AppointDialog,
    CorrectCandidacyDialog,
    StepDialog,
)
from samstyring.ui.nominations.chain_dialogs import ForwardDialog, KeepDialog
from samstyring.ui.nominations.chain_path import ChainPath
from samstyring.ui.nominations.step_choices import APPOINT, step_choices, why_not_on
from samstyring.ui.nominations.step_list import StepList
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.tab_place import TabPlace


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
        self.path = ChainPath()
        self.steps = StepList()
        self.path.open_requested.connect(self.open_requested)
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
        self.path.show_chain(self._desk.read(candidacy_chain, detail.line.id, as_of=self._desk.day))
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
        for widget in (self._about, self.buttons, self._facts):
            whole.addWidget(widget)
        for title, part in ((_("The way here"), self.path), (_("Steps"), self.steps)):
            whole.addWidget(SubHeading(title))
            whole.addWidget(part)
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
        person = LinkButton(Link("person", line.person_id, line.person_name), self._whole)
        body = LinkButton(Link("body", line.body_id, line.body_name), self._whole)
        for link in (person, body):
            link.opened.connect(self.open_requested)
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
        if key == APPOINT:
            AppointDialog(self._desk, detail.line, self).open()
        elif key == "correct":
            CorrectCandidacyDialog(self._desk, detail, self).open()
        elif key == "forward":
            ForwardDialog(self._desk, detail.line, self).open()
        elif key == "keep":
            KeepDialog(self._desk, detail.line, detail.kept_until, self).open()
        elif key == "stop_keeping":
            self._desk.try_run(stop_keeping, detail.kept_id)
        elif key == "delete":
            self._open_deletion(detail)
        else:
            StepDialog(self._desk, detail.line, StepKind(key), self).open()

    def _open_deletion(self, detail: CandidacyDetail) -> None:
        sentence = _(
            "Delete a candidacy that never was. One that came to nothing is declined, not "
            "appointed or withdrawn instead."
        )
        hanging = self._desk.read(dependents, "candidacy", detail.line.id)
        DeleteDialog(
            _("Delete the candidacy of {person}").format(person=detail.line.person_name),
            with_what_hangs(sentence, hanging),
            partial(self._desk.run, delete_candidacy, detail.line.id),
            self,
        ).open()


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
    given = detail.privacy_notice_on
    privacy = _("given {day}").format(day=words.written(given)) if given else _("not given yet")
    return (
        (_("Passed on from"), detail.forwarded_from_name),
        (_("Reason"), detail.line.reason),
        (_("Own statement"), detail.statement),
        (_("Forwarded by"), detail.line.forwarded_by_name),
        (_("Privacy notice"), privacy),
        (_("Kept for the next round until"), words.written(detail.kept_until)),
    )


def _actions_of(detail: CandidacyDetail) -> tuple[Verb, ...]:
    """Return what is done with a candidacy, each in its place, as it stands now whatever day."""
    line, now = detail.line, detail.steps[-1].kind
    steps = [
        Verb(each.key, each.text, each.icon, why=each.why, likely=each.likely)
        for each in step_choices(line)
    ]
    place = next(place for place, verb in enumerate(steps, 1) if verb.key == APPOINT)
    forwarding = Verb("forward", _("For&ward…"), "arrow-up", why=why_not_on(line))
    return (
        *steps[:place],
        forwarding,
        *steps[place:],
        Verb("correct", _("Correct…"), "edit"),
        Verb("delete", _("Delete…"), "delete"),
        *_keeping(detail, now),
    )


def _keeping(detail: CandidacyDetail, now: StepKind) -> tuple[Verb, ...]:
    if now is not StepKind.NOT_APPOINTED:
        return ()
    keeping = Verb("keep", _("&Keep for the next round…"), "save")
    stopping = Verb("stop_keeping", _("Keep no longer"), "x")
    return (keeping, *((stopping,) if detail.kept_id else ()))
