"""Drawing a relation in the graph: by two clicks or a drag, and then the form opens."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from samstyring.domain.errors import SamstyringError
from samstyring.language import _
from samstyring.queries.bodies import body_detail
from samstyring.ui.bodies.relation_dialogs import RelationDialog
from samstyring.ui.desk import Desk


class Relating(QObject):
    """``hinted(text)`` says what to click next; ``ended`` that drawing is over."""

    hinted = Signal(str)
    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._from = ""
        self.is_on = False

    def begin(self, from_id: str = "") -> None:
        """Wait for two bodies to be clicked, or for one where the first is known."""
        self.is_on, self._from = True, ""
        self.hinted.emit(_("Click the body that the relation goes from. Esc stops."))
        if from_id:
            self.take(from_id)

    def take(self, body_id: str) -> None:
        """Take a body that was clicked."""
        if not self.is_on or not body_id or body_id == self._from:
            return
        if self._from:
            first = self._from
            self.stop()
            self.ask(first, body_id)
            return
        self._from = body_id
        name = self._desk.read(body_detail, body_id, as_of=self._desk.day).name
        self.hinted.emit(
            _("Now click the body that {name} is related to. Esc stops.").format(name=name)
        )

    def say_where_to(self, from_id: str) -> None:
        """Say what to do with a line that is being drawn from a body."""
        try:
            name = self._desk.read(body_detail, from_id, as_of=self._desk.day).name
        except SamstyringError:
            # A body that is gone on the day; that is told when the line ends.
            return
        self.hinted.emit(
            _("Let go over the body that {name} is related to. Esc stops.").format(name=name)
        )

    def stop(self) -> None:
        """Draw no relation after all."""
        if self.is_on:
            self.is_on, self._from = False, ""
            self.ended.emit()

    def ask(self, from_id: str, to_id: str = "") -> None:
        """Ask how one body stands to another; one command on the answer."""
        try:
            detail = self._desk.read(body_detail, from_id, as_of=self._desk.day)
        except SamstyringError as problem:
            self._desk.failed.emit(str(problem))
            return
        dialog = RelationDialog(self._desk, detail, self._parent)
        dialog.other.set_value(to_id or None)
        dialog.open()
