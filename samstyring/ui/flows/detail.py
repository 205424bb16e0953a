"""What is shown of one channel: the sentence, both ends, what is known, and what was before."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from samstyring.domain.changes import JournalLine
from samstyring.domain.flows import ChannelLine
from samstyring.domain.words import word
from samstyring.formats import moment, period
from samstyring.language import _, translate
from samstyring.ui.desk import Desk
from samstyring.ui.flows.words import (
    DIRECTION_ICONS,
    channel_sentence,
    period_chip,
    period_sentence,
)
from samstyring.ui.forms import Chip, Heading, KeyValueGrid, SoftLabel
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.parts.rows import Row, Verb
from samstyring.ui.parts.sections import Section
from samstyring.ui.theme import icon

_CHANGES_SHOWN = 6


class ChannelDetail(QWidget):
    """One channel.

    `verb_chosen(verb)` asks to change, correct, end or delete it; `opened(kind, id)` tells which
    link was followed.
    """

    verb_chosen = Signal(str)
    opened = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading, self.chip = Heading("", self), Chip("", parent=self)
        self.direction_icon, self.direction = QLabel(self), SoftLabel("", self)
        self.direction.setWordWrap(False)
        self.sentence, self.since = QLabel(self), SoftLabel("", self)
        self.sentence.setTextFormat(self.since.textFormat())
        self.sentence.setWordWrap(True)
        self.from_link = LinkButton(Link("body", "", ""), self)
        self.to_link = LinkButton(Link("body", "", ""), self)
        self.verbs = ActionRow(desk, self)
        self.verbs.set_actions(_verbs())
        self.facts = KeyValueGrid(self)
        self.before = Section(_("The same two bodies over time"), parent=self)
        self.changes = Section(_("What was written here"), parent=self)
        self._lay_out()
        self.verbs.triggered.connect(self.verb_chosen)
        for sender in (self.from_link, self.to_link):
            sender.opened.connect(self.opened)
        self.before.link_opened.connect(self.opened)

    def show_channel(
        self, line: ChannelLine, others: Sequence[ChannelLine], changes: Sequence[JournalLine]
    ) -> None:
        """Show a channel, the channels between its ends over time, and its entries in the journal.

        Both are given with the newest first.
        """
        day = self._desk.day
        self.heading.setText(line.name)
        self.chip.set_word(*period_chip(line, day))
        side = self.fontMetrics().height()
        self.direction_icon.setPixmap(icon(DIRECTION_ICONS[line.direction]).pixmap(side, side))
        self.direction.setText(f"{word(line.direction)} · {word(line.kind)}")
        self.sentence.setText(channel_sentence(line))
        self.since.setText(period_sentence(line, day))
        self.since.setVisible(bool(self.since.text()))
        self.from_link.set_link(Link("body", line.from_id, line.from_name))
        self.to_link.set_link(Link("body", line.to_id, line.to_name))
        self.facts.set_pairs(_facts(line))
        rows = tuple(_row(other) for other in others if other.id != line.id)
        self.before.set_rows(rows)
        self.before.setVisible(bool(rows))
        # What took a change back is told by striking the change out.
        written = [change for change in changes if change.is_edit]
        self.changes.set_rows(tuple(_entry(change) for change in written[:_CHANGES_SHOWN]))
        self.changes.setVisible(bool(written))

    def _lay_out(self) -> None:
        state, ends = FlowLayout(), FlowLayout()
        for widget in (self.chip, self.direction_icon, self.direction):
            state.addWidget(widget)
        arrow = SoftLabel("→", self)
        arrow.setWordWrap(False)
        for end in (self.from_link, arrow, self.to_link):
            ends.addWidget(end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 4, 8)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(state)
        layout.addWidget(self.sentence)
        layout.addWidget(self.since)
        layout.addLayout(ends)
        for part in (self.verbs, self.facts, self.before, self.changes):
            layout.addWidget(part)
        layout.addStretch(1)


def _verbs() -> tuple[Verb, ...]:
    return (
        Verb("change", _("Chan&ge from a date…"), "calendar-clock"),
        Verb("correct", _("&Correct…"), "edit", "F2"),
        Verb("end", _("En&d…"), "calendar-check"),
        Verb("delete", _("De&lete"), "delete", "Delete", apart=True),
    )


def _facts(line: ChannelLine) -> tuple[tuple[str, str], ...]:
    return (
        (_("What travels"), word(line.kind)),
        (_("Medium"), line.medium),
        (_("Rhythm"), line.rhythm),
        (_("Responsible"), line.seat_name),
        (_("Period"), period(line.period)),
        (_("Note"), line.note),
    )


def _row(line: ChannelLine) -> Row:
    title = ", ".join(filter(None, (word(line.kind), line.medium, line.rhythm)))
    return Row(line.id, title, Link("flow", line.id, title), notes=(period(line.period),))


def _entry(change: JournalLine) -> Row:
    when = moment(datetime.fromisoformat(change.time).astimezone())
    return Row(
        change.id, translate(change.label), notes=(f"{when} · {change.author}",),
        struck=change.undone,
    )  # fmt: skip
