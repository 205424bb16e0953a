"""The stage of the graph: the drawing or the table, words above it, the key below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from samstyring.graph.drawing import Scene
from samstyring.graph.org_boxes import colour_key
from samstyring.graph.org_picture import scene_of
from samstyring.graph.picture_table import picture_lines
from samstyring.graph.picture_words import described_picture
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.forms.scroll import FittingScroll
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.orggraph.colour_key import ColourKey
from samstyring.ui.orggraph.columns import PICTURE_COLUMNS
from samstyring.ui.orggraph.highlight import Highlight
from samstyring.ui.orggraph.looking import Looking
from samstyring.ui.tables import RecordTable


class GraphStage(QWidget):
    """Shows what is looked at in either form; ``drawn`` tells that the picture stands.

    ``said`` tells in words what is shown; whoever shows the stage finds a place for it.
    ``body_selected(id)`` comes from the drawing as from the table, with an empty id for none.
    """

    drawn = Signal()
    body_selected = Signal(str)
    body_activated = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        super().__init__(parent)
        self._looking = looking
        self._frame: tuple[object, ...] = ()
        self._fits = False
        self.said = SoftLabel("", self)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.canvas = GraphCanvas(self)
        self.canvas.set_animation(desk.settings.animation)
        self.highlight = Highlight(self.canvas)
        self.key = ColourKey(self)
        self._keys = FittingScroll(self.key, self)
        self.table = RecordTable(
            PICTURE_COLUMNS,
            name="graph",
            accessible_name=_("What the graph shows"),
            hint=_("Nothing fits what was chosen."),
            settings=desk.settings,
        )
        self.forms = QStackedWidget(self)
        self.forms.addWidget(self.canvas)
        self.forms.addWidget(self.table)
        self._job = LatestJob(self)
        self._failed = desk.failed
        self._lay_out()
        self._connect()

    @property
    def selected(self) -> str:
        """The id of the body that is selected, or an empty text."""
        if self._looking.options.table:
            return self.table.selected_id() or ""
        return self.canvas.selected or ""

    def show_picture(self) -> None:
        """Say, list and begin to draw what is looked at."""
        picture = self._looking.picture
        frame = (
            picture.options.focus,
            picture.options.steps,
            picture.options.arrange,
            self._looking.place_key,
        )
        self._fits, self._frame = self._fits or frame != self._frame, frame
        selected = self.selected
        self.say()
        self.key.show_entries(colour_key(picture))
        self._fit_key()
        self.forms.setCurrentWidget(self.table if picture.options.table else self.canvas)
        if picture.options.table:
            self.table.set_records(picture_lines(picture))
            self.select(selected)
        measure, aspect = self.canvas.measure, self.canvas.aspect

        def work(_control: JobControl) -> Scene:
            return scene_of(picture, measure, aspect)

        self._job.start(work)

    def select(self, body_id: str) -> None:
        """Select a body in both forms; sends no signal."""
        self.canvas.select(body_id or None)
        if body_id:
            self.table.select(body_id)

    def say(self, hint: str = "") -> None:
        """Say what is shown, or what to do next."""
        self.said.setText(hint or described_picture(self._looking.picture))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.forms, 1)
        column.addWidget(self._keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_key()

    def _fit_key(self) -> None:
        """Give the key its lines, but not the room of the picture it explains."""
        line = self.fontMetrics().height() + 4
        room = max(line, self.height() // 6 // line * line)
        self._keys.setVisible(bool(self.key.words()))
        self._keys.setFixedHeight(min(room, self.key.heightForWidth(self.width())))

    def _connect(self) -> None:
        self.canvas.box_selected.connect(self._on_box_selected)
        self.canvas.body_activated.connect(self.body_activated)
        self.canvas.measure_changed.connect(self.show_picture)
        self.table.record_selected.connect(self._on_row_selected)
        self.table.record_activated.connect(self.body_activated)
        self._job.finished.connect(self._on_drawn)
        self._job.failed.connect(self._on_failed)

    def _on_box_selected(self, body_id: str) -> None:
        self.body_selected.emit(body_id)

    def _on_row_selected(self, body_id: str) -> None:
        self.canvas.select(body_id)
        self.body_selected.emit(body_id)

    def _on_drawn(self, scene: object) -> None:
        assert isinstance(scene, Scene)
        selected = self.canvas.selected
        self.canvas.set_scene(scene)
        self.canvas.select(selected)
        if self._fits:
            self._fits = False
            self.canvas.fit()
        self.canvas.setAccessibleDescription(described_picture(self._looking.picture))
        self.highlight.show_picture(self._looking.picture)
        self.drawn.emit()

    def _on_failed(self, sentence: str) -> None:
        self._failed.emit(sentence)
