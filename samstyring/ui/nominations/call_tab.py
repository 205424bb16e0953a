"""The call of a round: who calls, the days, what is asked for, and in which words."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.domain.nominations import RoundDetail
from samstyring.language import _
from samstyring.ui.forms import KeyValueGrid, SoftLabel
from samstyring.ui.nominations.words import deadline, written


class CallTab(QWidget):
    """The facts of a round, its criteria and the text of the call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = KeyValueGrid()
        self.hint = SoftLabel(_("No text of the call is written. “Correct…” adds it."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.facts)
        layout.addWidget(self.hint)
        layout.addStretch(1)

    def show_call(self, detail: RoundDetail, day: date) -> None:
        """Show the call of a round; how far away the deadline is, is as of the day."""
        line = detail.line
        self.facts.set_pairs(
            (
                (_("Called by"), line.caller_name),
                (_("Called on"), written(line.called_on)),
                (_("Deadline"), deadline(line.due_on, day)),
                (_("Closed on"), written(line.closed_on)),
                (_("Criteria"), detail.criteria),
                (_("Text of the call"), detail.call_text),
            )
        )
        self.hint.setVisible(not detail.call_text)
