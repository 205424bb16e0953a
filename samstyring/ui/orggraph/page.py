"""The Graph page: the structure as of the day, drawn, filtered, focused, and handed on."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from samstyring.commands.placements import clear_placements, place_body
from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.org import OrgBody, OrgSnapshot
from samstyring.graph.drawing import Scene
from samstyring.graph.org_picture import PictureOptions, org_scene
from samstyring.graph.structure import holding
from samstyring.language import _
from samstyring.queries.org import org_snapshot
from samstyring.ui.bodies import BodyDetailPane
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, SoftLabel
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.orggraph.choices import line_of, read_choices, toggled, write_choices
from samstyring.ui.orggraph.picture_export import PictureExport
from samstyring.ui.orggraph.tools import GraphTools
from samstyring.ui.page import PageAction
from samstyring.ui.refresher import Refresher
from samstyring.ui.theme import icon

# Placements belong to a view; saved views will bring more of them.
_VIEW = "whole"
_SPLITTER = "graph"
_TABLES = (
    "body", "body_name", "relation", "seat", "appointment", "placement", "official_number",
)  # fmt: skip


class GraphPage(QWidget):
    """Tools, a sentence, the canvas, and the body that is selected beside it."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._options = read_choices(desk.settings)
        self._snapshot: OrgSnapshot | None = None
        self._wanted = ""
        self.heading, self.sentence = Heading(_("Graph"), self), SoftLabel("", self)
        self.tools, self.canvas = GraphTools(self), GraphCanvas(self)
        self.detail = BodyDetailPane(desk)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._job, self._export = LatestJob(self), PictureExport(desk, self)
        self.fit_button = _button("maximize", _("&Fit"), self.canvas.fit)
        self.tidy_button = _button("refresh-cw", _("&Tidy"), self.tidy)
        self.export_button = _button("image", _("E&xport…"), self.export)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload, *_TABLES)

    # What the window asks ----------------------------------------------------------------------

    def show_item(self, kind: str, item_id: str) -> None:
        """Select a body and bring it into sight."""
        self._wanted = item_id
        self._refresher.refresh()

    def page_actions(self) -> tuple[PageAction, ...]:
        """What can be done with the picture."""
        return (
            PageAction("view", _("&Fit the graph"), self.canvas.fit, "maximize", "Ctrl+0", False),
            PageAction("view", _("Zoom &in"), self._zoom_in, "zoom-in", "Ctrl++", False),
            PageAction("view", _("Zoom o&ut"), self._zoom_out, "zoom-out", "Ctrl+-", False),
            PageAction("view", _("Focus on the bod&y"), self._focus, "focus", "Ctrl+E", False),
            PageAction("view", _("Tid&y the graph"), self.tidy, "refresh-cw", "", True),
            PageAction("reports", _("Export the &graph…"), self.export, "image", "", False),
        )

    def status_text(self) -> str:
        """Say what is drawn."""
        return self.canvas.scene.sentence

    # Setting up --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        for button in (self.fit_button, self.tidy_button, self.export_button):
            top.addWidget(button)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tools)
        column.addWidget(self.sentence)
        column.addWidget(self.canvas, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([760, 360])
        self.detail.hide()
        self.splitter.restoreState(self._desk.settings.splitter(_SPLITTER))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.tools.offer(self._options)
        self.tools.changed.connect(self._on_tools_changed)
        self.tools.steps_changed.connect(self._on_steps)
        self.tools.all_asked.connect(self._on_focus_cleared)
        self.tools.fold_asked.connect(self._on_fold_asked)
        self.canvas.box_selected.connect(self._on_selected)
        self.canvas.body_activated.connect(self._on_activated)
        self.canvas.focus_requested.connect(self.focus_on)
        self.canvas.focus_cleared.connect(self._on_focus_cleared)
        self.canvas.steps_changed.connect(self._on_steps)
        self.canvas.box_placed.connect(self._on_placed)
        self.canvas.frame_toggled.connect(self._on_frame_toggled)
        self.canvas.context_requested.connect(self._on_context)
        self.canvas.measure_changed.connect(self._draw)
        self.canvas.set_placing(not self._desk.workspace.read_only)
        self.tidy_button.setEnabled(not self._desk.workspace.read_only)
        self.detail.open_requested.connect(self.open_requested)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self._job.finished.connect(self._on_drawn)
        self._job.failed.connect(self._desk.failed)
        self._export.failed.connect(self._desk.failed)
        self._export.written.connect(self._on_written)

    # Drawing -----------------------------------------------------------------------------------

    def _reload(self) -> None:
        self._snapshot = self._desk.read(org_snapshot, as_of=self._desk.day, view=_VIEW)
        self.tools.offer_regions(self._snapshot, self._options.regions)
        if self._wanted:
            self._reveal(self._wanted)
        self._draw()

    def _reveal(self, body_id: str) -> None:
        """Unfold what holds a body, and drop a focus or filter that hides it."""
        assert self._snapshot is not None
        holder = holding(self._snapshot).holder.get(body_id)
        unfolded = self._options.unfolded | ({holder} if holder else set())
        self._options = replace(
            self._options, unfolded=unfolded, focus="", kinds=frozenset(), levels=frozenset(),
            regions=frozenset(),
        )  # fmt: skip
        self.tools.offer(self._options)
        self.tools.show_focus("", 1)

    def _draw(self) -> None:
        if self._snapshot is None:
            return
        snapshot, options, measure = self._snapshot, self._options, self.canvas.measure

        def work(_control: JobControl) -> Scene:
            return org_scene(snapshot, options, measure)

        self._job.start(work)

    def _on_drawn(self, scene: object) -> None:
        assert isinstance(scene, Scene)
        selected = self._wanted or self.canvas.selected
        self.canvas.set_scene(scene)
        self.sentence.setText(scene.sentence)
        if selected:
            self.canvas.select(selected)
        if self._wanted:
            self.canvas.zoom_to(self._wanted)
            self._show_detail(self._wanted)
            self._wanted = ""
        self.status_changed.emit(self.status_text())

    def _choose(self, options: PictureOptions) -> None:
        self._options = options
        write_choices(self._desk.settings, options)
        self._draw()

    # What people do ----------------------------------------------------------------------------

    def focus_on(self, body_id: str) -> None:
        """Show only what stands around a body."""
        self.tools.show_focus(body_id, self._options.steps)
        self.canvas.set_steps(self._options.steps)
        self._options = replace(self._options, focus=body_id)
        self._show_detail(body_id)
        self._draw()

    def tidy(self) -> None:
        """Forget the places that were chosen by hand."""
        self._desk.try_run(clear_placements, _VIEW)

    def export(self) -> None:
        """Ask where the picture should go."""
        self._export.ask(self.canvas.scene)

    def _on_written(self, path: str) -> None:
        self.status_changed.emit(_("Exported to {path}").format(path=path))
        self._export.open_written(path)

    def _zoom_in(self) -> None:
        self.canvas.zoom_by(1.25)

    def _zoom_out(self) -> None:
        self.canvas.zoom_by(0.8)

    def _focus(self) -> None:
        if self.canvas.selected:
            self.focus_on(self.canvas.selected)

    def _on_tools_changed(self) -> None:
        self._choose(
            replace(
                self._options,
                lines=frozenset(line_of(key) for key in self.tools.lines.ticks()),
                kinds=frozenset(BodyKind(key) for key in self.tools.kinds.ticks()),
                levels=frozenset(Level(key) for key in self.tools.levels.ticks()),
                regions=self.tools.regions.ticks(),
            )
        )

    def _on_steps(self, steps: int) -> None:
        self._options = replace(self._options, steps=max(1, min(9, steps)))
        self.tools.show_focus(self._options.focus, self._options.steps)
        if self._options.focus:
            self._draw()

    def _on_focus_cleared(self) -> None:
        if self._options.focus:
            self._options = replace(self._options, focus="")
            self.tools.show_focus("", self._options.steps)
            self._draw()

    def _on_fold_asked(self, folded: bool) -> None:
        assert self._snapshot is not None
        holders = frozenset(holding(self._snapshot).holder.values())
        self._choose(replace(self._options, unfolded=frozenset() if folded else holders))

    def _on_frame_toggled(self, holder: str) -> None:
        self._choose(toggled(self._options, holder))

    def _on_selected(self, body_id: str) -> None:
        self._show_detail(body_id)

    def _show_detail(self, body_id: str) -> None:
        """Show a body beside the picture; without one the picture has all the room."""
        self.detail.show_body(body_id or None)
        self.detail.setVisible(bool(body_id))

    def _on_activated(self, body_id: str) -> None:
        body = self._body(body_id)
        if body is not None:
            municipality = body.kind is BodyKind.MUNICIPALITY
            self.open_requested.emit("municipality" if municipality else "body", body_id)

    def _on_placed(self, body_id: str, x: float, y: float) -> None:
        if self._desk.workspace.read_only:
            self._draw()
        else:
            self._desk.try_run(place_body, _VIEW, body_id, x, y)

    def _on_context(self, body_id: str, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if body_id:
            self.canvas.select(body_id)
            self._on_selected(body_id)
            menu.addAction(icon("focus"), _("&Focus on this body"), self._focus)
            menu.addAction(icon("arrow-right"), _("&Open"), self._open_selected)
            menu.addSeparator()
        menu.addAction(icon("maximize"), _("&Fit the graph"), self.canvas.fit)
        menu.addAction(icon("image"), _("&Export…"), self.export)
        menu.popup(place)

    def _open_selected(self) -> None:
        if self.canvas.selected:
            self._on_activated(self.canvas.selected)

    def _on_splitter_moved(self, _place: int, _index: int) -> None:
        self._desk.settings.set_splitter(_SPLITTER, self.splitter.saveState())

    def _body(self, body_id: str) -> OrgBody | None:
        bodies = self._snapshot.bodies if self._snapshot else ()
        return next((body for body in bodies if body.id == body_id), None)


def _button(name: str, text: str, run: object) -> QPushButton:
    button = QPushButton(icon(name), text)
    button.setAutoDefault(False)
    assert callable(run)
    button.clicked.connect(run)
    return button


def make_graph_page(desk: Desk) -> GraphPage:
    """Make the page for the main window."""
    return GraphPage(desk)
