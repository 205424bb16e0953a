"""Turns what is done with the tools and in the picture into options of what is looked at."""

from PySide6.QtCore import QObject, Signal

from samstyring.graph.layout import Arrangement
from samstyring.graph.picture_options import MOST_STEPS
from samstyring.language import _
from samstyring.ui.orggraph.choices import toggled
from samstyring.ui.orggraph.looking import Looking
from samstyring.ui.orggraph.stage import GraphStage
from samstyring.ui.orggraph.tools import GraphTools

ONE_CENTRE = (Arrangement.RINGS, Arrangement.TREE)


class Steering(QObject):
    """``refused(sentence)`` tells why something could not be chosen."""

    refused = Signal(str)

    def __init__(
        self, looking: Looking, tools: GraphTools, stage: GraphStage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._looking, self._tools, self._stage = looking, tools, stage
        tools.offer(looking.options)
        tools.chosen.connect(self._on_chosen)
        tools.steps_changed.connect(self._on_steps)
        tools.all_asked.connect(self.leave_focus)
        tools.fold_asked.connect(self._on_fold_asked)
        stage.canvas.steps_changed.connect(self._on_steps)
        stage.canvas.frame_toggled.connect(self._on_frame_toggled)

    def leave_focus(self) -> None:
        """Show all again, in bands: rings and trees need someone in the middle."""
        if self._looking.options.focus:
            self._looking.choose(focus="", arrange=Arrangement.BANDS)
            self._tools.offer(self._looking.options)

    def _on_chosen(self, changes: dict[str, object]) -> None:
        if changes.get("arrange") in ONE_CENTRE and not self._looking.options.focus:
            if not self._stage.selected:
                self.refused.emit(_("Select the body to stand in the middle first."))
                self._tools.offer(self._looking.options)
                return
            changes = {**changes, "focus": self._stage.selected}
        self._looking.choose(**changes)

    def _on_steps(self, steps: int) -> None:
        held = max(1, min(MOST_STEPS, steps))
        if held != self._looking.options.steps:
            self._looking.choose(steps=held)

    def _on_fold_asked(self, folded: bool) -> None:
        holders = frozenset(self._looking.picture.held.holder.values())
        self._looking.choose(unfolded=frozenset() if folded else holders)

    def _on_frame_toggled(self, holder: str) -> None:
        self._looking.choose(unfolded=toggled(self._looking.options, holder).unfolded)
