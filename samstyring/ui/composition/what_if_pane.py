"""What if: choose candidates for seats, see at once how it would stand, and let one suggest."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.domain.composition import Rule
from samstyring.domain.composition_changes import as_tried
from samstyring.domain.composition_choices import Candidate, Suggestion, SuggestionProblem
from samstyring.domain.errors import SamstyringError
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.composition_trial import person_to_try
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.people import person_choices
from samstyring.queries.seats import seat_lines
from samstyring.ui.composition.alternatives import Alternatives
from samstyring.ui.composition.body_trial import BodyTrial, shape
from samstyring.ui.composition.dialogs import RecommendDialog, left_out
from samstyring.ui.composition.searches import least_changed, suggested
from samstyring.ui.composition.seat_picker import STAY, key_of, person_of
from samstyring.ui.composition.trial import Before, before, recommendable, seated_twice, tried
from samstyring.ui.composition.words import chosen_twice, rule_title
from samstyring.ui.desk import Desk
from samstyring.ui.forms import ErrorLabel, JobBar, SoftLabel
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.refresher import Refresher

Query = Callable[..., SuggestionProblem]
_TABLES = (
    "body", "body_name", "relation", "municipality", "seat", "appointment", "person",
    "employment", "candidacy", "step", "nomination_round", "round_seat", "composition_rule",
    "rule_answer",
)  # fmt: skip


class WhatIfPane(QWidget):
    """Tries out who could sit; nothing is written before the user recommends those chosen.

    ``query`` reads the seats and candidates of the item shown: a round, or a body.
    ``reveal_requested`` asks whoever scrolls the pane to show a part of it.
    """

    reveal_requested = Signal(QWidget)

    def __init__(self, desk: Desk, query: Query, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._query = desk, query
        self._item_id = ""
        self._problem: SuggestionProblem | None = None
        self._before = Before({})
        self._chosen: dict[str, Candidate] = {}
        self._suggestion: Suggestion | None = None
        self._mended: Rule | None = None
        self._mend_when_read = ""
        self.trials: tuple[BodyTrial, ...] = ()
        self._build()
        self._search = LatestJob(self)
        self._search.finished.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._search.busy_changed.connect(self._on_busy)
        self._refresher = Refresher(self, desk, self._reload, *_TABLES)

    def show_item(self, item_id: str) -> None:
        """Try out the seats of a round or body; what was chosen for another is forgotten."""
        if item_id != self._item_id:
            self._item_id = item_id
            self._forget()
        self._refresher.refresh()

    def mend(self, rule_id: str) -> None:
        """Look for the smallest change that mends a rule, as soon as the item shown is read."""
        self._mend_when_read = rule_id
        if self._problem is not None:
            self._mend_now()

    def chosen(self) -> tuple[Candidate, ...]:
        """Return those chosen, in the order of the seats."""
        return tuple(self._chosen.values())

    def _build(self) -> None:
        self.sentence = SoftLabel("", self)
        self.buttons = ActionRow(self._desk, self)
        self.buttons.set_actions(
            (
                Verb("suggest", _("Su&ggest"), "scale", writes=False),
                Verb("clear", _("Choose &nobody"), "undo", writes=False),
                Verb("recommend", _("&Recommend these…"), "star"),
            )
        )
        self.buttons.triggered.connect(self._on_action)
        self.bar = JobBar(self)
        self.error = ErrorLabel(self)
        self.alternatives = Alternatives(self)
        self.alternatives.chosen.connect(self._on_alternative)
        self._place = TabPlace(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        parts = (self.sentence, self.buttons, self.bar, self.error, self.alternatives)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)

    # Reading -----------------------------------------------------------------------------------

    def _reload(self) -> None:
        if not self._item_id:
            return
        self.error.set_text("")
        try:
            problem = self._desk.read(self._query, self._item_id, as_of=self._desk.day)
        except SamstyringError as reason:
            self._forget()
            self.error.set_text(str(reason))
            return
        if problem != self._problem:
            self._search.cancel()
            self.alternatives.clear()
        self._problem, self._before = problem, before(problem)
        self._offer(problem)
        self._choose_again()
        self._show()
        self._mend_now()

    def _offer(self, problem: SuggestionProblem) -> None:
        people = self._desk.read(person_choices, as_of=self._desk.day)
        if [trial.shape() for trial in self.trials] == [shape(body) for body in problem.bodies]:
            for trial, body in zip(self.trials, problem.bodies, strict=True):
                trial.refresh(body, people)
            return
        keys = self._keys()
        self._drop_trials()
        made = []
        for body in problem.bodies:
            lines = self._desk.read(seat_lines, as_of=self._desk.day, body_id=body.body_id)
            seats = {line.id: line for line in lines}
            trial = BodyTrial(body, seats, people, some=not problem.round_id, parent=self)
            trial.seat_changed.connect(self._on_seat_changed)
            trial.mend_requested.connect(self.mend)
            self._column.insertWidget(self._column.count() - 1, trial)
            made.append(trial)
        self.trials = tuple(made)
        for seat_id, key in keys.items():
            self._choose(seat_id, key)
        self._place.lead_to([stop for trial in made for stop in trial.tab_stops()])

    def _drop_trials(self) -> None:
        for trial in self.trials:
            self._column.removeWidget(trial)
            trial.hide()
            trial.deleteLater()
        self.trials = ()

    def _forget(self) -> None:
        self._search.cancel()
        self._problem, self._chosen, self._suggestion = None, {}, None
        self.alternatives.clear()
        self._drop_trials()
        self._let()

    # Choosing ----------------------------------------------------------------------------------

    def _keys(self) -> dict[str, str]:
        return {seat_id: p.key for trial in self.trials for seat_id, p in trial.pickers.items()}

    def _choose(self, seat_id: str, key: str) -> None:
        for trial in self.trials:
            if seat_id in trial.pickers:
                offers = trial.pickers[seat_id].offers(key)
                trial.choose(seat_id, key if offers else STAY)

    def _choose_again(self) -> None:
        """Look up those chosen anew: what is known of them may have changed."""
        found = {seat_id: self._candidate(seat_id, key) for seat_id, key in self._keys().items()}
        self._chosen = {seat_id: each for seat_id, each in found.items() if each is not None}

    def _candidate(self, seat_id: str, key: str) -> Candidate | None:
        if key == STAY or self._problem is None:
            return None
        person_id = person_of(key)
        if person_id:
            day = self._desk.day
            return self._desk.read(person_to_try, seat_id, person_id, as_of=day)
        seats = (seat for body in self._problem.bodies for seat in body.seats)
        seat = next(seat for seat in seats if seat.seat_id == seat_id)
        return next(each for each in seat.candidates if key_of(each) == key)

    @Slot(str)
    def _on_seat_changed(self, seat_id: str) -> None:
        candidate = self._candidate(seat_id, self._keys()[seat_id])
        if candidate is None:
            self._chosen.pop(seat_id, None)
        else:
            self._chosen[seat_id] = candidate
        self._show()

    def _show(self) -> None:
        if self._problem is None:
            return
        found = tried(self._problem, self._before, self._chosen)
        for trial, standing in zip(self.trials, found, strict=True):
            trial.show_standing(standing)
        self.sentence.setText(self._said())
        self.error.set_text(chosen_twice(seated_twice(found)))
        self._let()

    def _said(self) -> str:
        text = _(
            "Choose who could sit in each seat, and see what would come of it. Nothing is "
            "written before you recommend those you have chosen."
        )
        if self._desk.is_today:
            return text
        return f"{text} " + _("As of {day}.").format(day=short_date(self._desk.day))

    def _let(self) -> None:
        """Let be pressed what would do something."""
        read_only = self._desk.workspace.read_only
        self.buttons.button("suggest").setEnabled(
            self._problem is not None and not self._search.is_busy
        )
        self.buttons.button("clear").setEnabled(bool(self._chosen))
        self.buttons.button("recommend").setEnabled(bool(self._chosen) and not read_only)

    # Suggesting and recommending ---------------------------------------------------------------

    @Slot(str)
    def _on_action(self, key: str) -> None:
        if key == "suggest" and self._problem is not None:
            self._suggest(self._problem)
        elif key == "clear":
            self._choose_all({})
        elif key == "recommend":
            self._recommend()

    def _suggest(self, problem: SuggestionProblem) -> None:
        self._mended = None
        self._look(partial(suggested, problem), _("Looking for the best composition"))

    def _mend_now(self) -> None:
        """Look for what mends the rule asked for, from what is tried out."""
        wanted, self._mend_when_read = self._mend_when_read, ""
        bodies = self._problem.bodies if self._problem else ()
        rules = (rule for body in bodies for rule in body.rules)
        rule = next((rule for rule in rules if rule.id == wanted), None)
        if self._problem is None or rule is None:
            return
        self._mended = rule
        sitting = {seat_id: each.sitter for seat_id, each in self._chosen.items()}
        start = as_tried(self._problem, sitting)
        self._look(partial(least_changed, start, rule.id), _("Looking for the smallest change"))

    def _look(self, work: Callable[[JobControl], Any], words: str) -> None:
        self.error.set_text("")
        self.alternatives.clear()
        self.bar.watch(self._search.start(work, words))

    @Slot(object)
    def _on_found(self, suggestion: Suggestion) -> None:
        self._suggestion = suggestion
        if self._mended is None:
            self.alternatives.show_suggestion(suggestion)
            return
        self.alternatives.show_changes(rule_title(self._mended), suggestion)
        self.reveal_requested.emit(self.alternatives)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.error.set_text(sentence)

    @Slot(bool)
    def _on_busy(self, _busy: bool) -> None:
        self._let()

    @Slot(int)
    def _on_alternative(self, place: int) -> None:
        if self._suggestion is None:
            return
        choices = self._suggestion.alternatives[place].choices
        keys = {c.seat_id: key_of(c.candidate) for c in choices if c.candidate}
        # What mends a rule changes what is tried out; what it does not name stays as it is.
        self._choose_all(keys if self._mended is None else self._keys() | keys)
        for trial in self.trials[:1]:
            self.reveal_requested.emit(trial)

    def _choose_all(self, keys: dict[str, str]) -> None:
        for seat_id in self._keys():
            self._choose(seat_id, keys.get(seat_id, STAY))
        self._choose_again()
        self._show()

    def _recommend(self) -> None:
        lines = self._desk.read(candidacy_lines, as_of=self._desk.day)
        found = recommendable(self._chosen, lines)
        if found.now:
            RecommendDialog(self._desk, found, self).open()
            return
        reasons = " ".join(left_out(found))
        self.error.set_text(_("There is nobody to recommend now. {why}").format(why=reasons))
