"""What stands beside the graph: a body, what differs, or how two bodies are related."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from samstyring.graph.words import describe_body
from samstyring.ui.bodies import BodyDetailPane
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.orggraph.difference_pane import DifferencePane
from samstyring.ui.orggraph.looking import Looking
from samstyring.ui.orggraph.related_pane import RelatedPane


class GraphSide(QStackedWidget):
    """One of three panes, or nothing and no room; ``body_chosen(id)`` asks to see a body."""

    body_chosen = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        super().__init__(parent)
        self._looking = looking
        self._body_id = ""
        self._asks_related = False
        self.words = SoftLabel("", self)
        self.detail = BodyDetailPane(desk, words=self.words)
        self.difference, self.related = DifferencePane(self), RelatedPane(self)
        for pane in (self.detail, self.difference, self.related):
            self.addWidget(pane)
        self.difference.body_chosen.connect(self.body_chosen)
        self.difference.cleared.connect(self._on_cleared)
        self.related.path_chosen.connect(looking.show_path)
        self.related.closed.connect(self._on_related_closed)
        self.hide()

    def show_body(self, body_id: str) -> None:
        """Show a body unless something else is asked of two days or two bodies."""
        self._body_id = body_id
        self.refresh()

    def ask_related(self, body_id: str) -> None:
        """Let the user ask how a body is related to another."""
        self._asks_related = True
        self.related.offer(self._looking.snapshot)
        self.refresh()
        self.related.ask(body_id)

    def offer(self) -> None:
        """Offer the bodies of the day and list what differs now."""
        if self._asks_related:
            self.related.offer(self._looking.snapshot)
        self.list_difference()
        self.refresh()

    def list_difference(self) -> None:
        """List what differs among what is shown, if two days are compared."""
        difference = self._looking.difference
        if difference is not None:
            self.difference.show_difference(difference)

    def refresh(self) -> None:
        """Show what is asked for, or take no room."""
        if self._asks_related:
            self.setCurrentWidget(self.related)
        elif self._looking.difference is not None:
            self.setCurrentWidget(self.difference)
        else:
            self.setCurrentWidget(self.detail)
            self._say()
        shown = self._asks_related or self._looking.difference is not None or bool(self._body_id)
        self.setVisible(shown)

    def _say(self) -> None:
        if self.detail.body_id != (self._body_id or None):
            self.detail.show_body(self._body_id or None)
        looking, body_id = self._looking, self._body_id
        text = describe_body(looking.snapshot, looking.seats, body_id) if body_id else ""
        self.words.setText(text)
        self.words.setVisible(bool(text))

    def _on_cleared(self) -> None:
        self._looking.compare_with(None)

    def _on_related_closed(self) -> None:
        self._asks_related = False
        self._looking.show_path(None)
        self.refresh()
