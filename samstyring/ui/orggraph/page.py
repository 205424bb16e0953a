"""The Graph page: the structure as of the day, drawn, filtered, compared, told and changed."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from samstyring.commands.placements import clear_placements, place_body
from samstyring.domain.errors import SamstyringError
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.views import saved_view, saved_views
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.body_menu import BodyMenu
from samstyring.ui.orggraph.compare_dialog import CompareDialog
from samstyring.ui.orggraph.head import GraphHead
from samstyring.ui.orggraph.looking import TABLES, Looking
from samstyring.ui.orggraph.picture_export import PictureExport
from samstyring.ui.orggraph.relating import Relating
from samstyring.ui.orggraph.side import GraphSide
from samstyring.ui.orggraph.stage import GraphStage
from samstyring.ui.orggraph.steering import ONE_CENTRE, Steering
from samstyring.ui.orggraph.time_bar import TimeBar
from samstyring.ui.orggraph.tools import GraphTools
from samstyring.ui.orggraph.view_actions import ViewActions
from samstyring.ui.page import PageAction
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.theme import icon

_SPLITTER = "graph"


class GraphPage(QWidget):
    """Tools, a paragraph, the picture or the table, time, and what stands beside it."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = ""
        self.looking = Looking(desk, self)
        self.head, self.tools = GraphHead(self), GraphTools(self)
        self.finder, self.views_button = self.head.finder, self.head.views
        self.splitter = Split(_SPLITTER, desk.settings, self, stretch=(1, 0), sizes=(760, 360))
        self.stage = GraphStage(desk, self.looking, self.splitter)
        self.canvas, self.time = self.stage.canvas, TimeBar(desk, self)
        self.side = GraphSide(desk, self.looking, self.splitter)
        self.detail = self.side.detail
        self.steering = Steering(self.looking, self.tools, self.stage, self)
        self.body_menu = BodyMenu(desk, self.looking, self.canvas, self)
        self.relating, self._export = Relating(desk, self), PictureExport(desk, self)
        self.view_actions = ViewActions(desk, self.looking, self)
        self._lay_out()
        self._connect()
        self._set_read_only(desk.workspace.read_only_reason)
        self._refresher = Refresher(self, desk, self._reload, *TABLES)

    # What the window asks ----------------------------------------------------------------------

    def show_item(self, kind: str, item_id: str) -> None:
        """Show a saved view, or select a body and bring it into sight."""
        if kind == "view":
            self.show_view(item_id)
        else:
            self._wanted = item_id
            self._refresher.refresh()

    def page_actions(self) -> tuple[PageAction, ...]:
        """What can be done with the picture."""
        return (
            PageAction(
                "view", _("&Fit the graph"), self.canvas.fit_in_turn, "maximize", "Ctrl+0", False
            ),
            PageAction("view", _("Zoom &in"), self._zoom_in, "zoom-in", "Ctrl++", False),
            PageAction("view", _("Zoom o&ut"), self._zoom_out, "zoom-out", "Ctrl+-", False),
            PageAction("view", _("Focus on the bod&y"), self._focus, "focus", "Ctrl+E", False),
            PageAction("view", _("Tid&y the graph"), self.tidy, "refresh-cw", "", True),
            PageAction(
                "view", _("The chan&ge before"), self._go_back, "chevron-left", "Ctrl+PgUp", False
            ),
            PageAction(
                "view", _("The ne&xt change"), self._go_on, "chevron-right", "Ctrl+PgDown", False
            ),
            PageAction("view", _("&Play the changes"), self.time.toggle_play, "play", "", False),
            PageAction("view", _("&Compare with another day…"), self.compare, "compare", "", False),
            PageAction("view", _("&How are two related?"), self.ask_related, "route", "", False),
            PageAction("view", _("Save the &view as…"), self._save_as, "star", "", True),
            PageAction("reports", _("Export the &graph…"), self.export, "image", "", False),
        )

    def status_text(self) -> str:
        """Say what is drawn."""
        return self.canvas.scene.sentence

    def days_text(self) -> str:
        """Say which two days are compared."""
        found = self.looking.difference
        if found is None:
            return ""
        return _("The graph shows the difference from {before} to {after}.").format(
            before=short_date(found.before), after=short_date(found.after)
        )

    # Setting up --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.splitter.divide(self.stage, self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.head)
        layout.addWidget(self.tools)
        layout.addWidget(self.stage.said)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.time)

    def _connect(self) -> None:
        self.looking.changed.connect(self._show)
        self.looking.reading_needed.connect(self._on_reading_needed)
        self._connect_tools()
        self._connect_picture()
        self.side.body_chosen.connect(self._go_to)
        self.detail.open_requested.connect(self.open_requested)
        self.body_menu.open_requested.connect(self.open_requested)
        self.body_menu.focus_asked.connect(self.focus_on)
        self.body_menu.related_asked.connect(self.side.ask_related)
        self.body_menu.relation_asked.connect(self._on_relate)
        self.relating.hinted.connect(self.stage.say)
        self.relating.ended.connect(self._on_relating_ended)
        self._export.failed.connect(self._desk.failed)
        self._export.written.connect(self._on_written)
        self._export.noted.connect(self.status_changed)

    def _connect_tools(self) -> None:
        self.tools.relating_asked.connect(self._on_relating_asked)
        self.head.compare_asked.connect(self.compare)
        self.head.fit_asked.connect(self.canvas.fit_in_turn)
        self.head.tidy_asked.connect(self.tidy)
        self.head.export_asked.connect(self.export)
        self.finder.found.connect(self._go_to)
        self.finder.missed.connect(self._desk.failed)
        self.steering.refused.connect(self._desk.failed)
        self.views_button.view_chosen.connect(self.show_view)
        self.views_button.asked.connect(self.view_actions.do)
        self.view_actions.saved.connect(self.show_view)

    def _connect_picture(self) -> None:
        self.stage.drawn.connect(self._on_drawn)
        self.stage.body_selected.connect(self._on_selected)
        self.stage.body_activated.connect(self._on_activated)
        self.stage.table.context_requested.connect(self._on_context)
        self.canvas.focus_requested.connect(self.focus_on)
        self.canvas.focus_cleared.connect(self._on_focus_cleared)
        self.canvas.box_placed.connect(self._on_placed)
        self.canvas.context_requested.connect(self._on_context)
        self.canvas.relation_begun.connect(self.relating.say_where_to)
        self.canvas.relation_left.connect(self._on_relation_left)
        self.canvas.relation_drawn.connect(self.relating.ask)

    def _set_read_only(self, reason: str) -> None:
        self.tools.set_read_only(reason)
        self.head.set_read_only(reason)

    # Showing -----------------------------------------------------------------------------------

    def _reload(self) -> None:
        self.looking.read()
        if self._wanted:
            self.looking.reveal(self._wanted)
            self.tools.offer(self.looking.options)
        self.finder.offer(self.looking.snapshot)
        self.tools.offer_places(self.looking.picture)
        self.side.offer()
        self._show()

    def _show(self) -> None:
        options = self.looking.options
        self.tools.show_focus(options.focus, options.steps)
        self.tools.show_arrangement(options)
        self.canvas.set_steps(options.steps)
        self.side.list_difference()
        self.time.narrow(self.looking.concerned)
        self._allow_placing()
        views = self._desk.read(saved_views)
        self.views_button.offer(views, self.looking.view, altered=self.looking.is_altered)
        self.stage.show_picture()

    def _allow_placing(self) -> None:
        in_bands = self.looking.options.arrange not in ONE_CENTRE
        writes = not self._desk.workspace.read_only
        self.canvas.set_placing(in_bands and writes and not self.relating.is_on)
        self.canvas.set_relating(writes and not self.relating.is_on)

    def _on_drawn(self) -> None:
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.stage.select(wanted)
            self.canvas.zoom_to(wanted)
            self.side.show_body(wanted)
        self.status_changed.emit(self.status_text())

    def _on_reading_needed(self) -> None:
        self._refresher.refresh()

    # What people do ----------------------------------------------------------------------------

    def show_view(self, view_id: str) -> None:
        """Show a saved view, or the whole for an empty id."""
        try:
            view = self._desk.read(saved_view, view_id) if view_id else None
        except SamstyringError as problem:
            self._desk.failed.emit(str(problem))
            return
        self.time.stop()
        self.looking.show_view(view)
        self.tools.offer(self.looking.options)
        self.canvas.fit()

    def focus_on(self, body_id: str) -> None:
        """Show only what stands around a body."""
        self.looking.choose(focus=body_id)
        self.stage.select(body_id)
        self.side.show_body(body_id)

    def compare(self) -> None:
        """Ask which day to compare with."""
        dialog = CompareDialog(self._desk, self)
        dialog.chosen.connect(self.looking.compare_with)
        dialog.open()

    def ask_related(self) -> None:
        """Let the user ask how two bodies are related, the selected one first."""
        self.side.ask_related(self.stage.selected)

    def tidy(self) -> None:
        """Forget the places that were chosen by hand in the view that is shown."""
        self._desk.try_run(clear_placements, self.looking.place_key)

    def export(self) -> None:
        """Ask where the picture should go."""
        self._export.ask(replace(self.canvas.scene, title=self.looking.title))

    def _go_to(self, body_id: str) -> None:
        self._wanted = body_id
        self.looking.reveal(body_id)
        self.tools.offer(self.looking.options)
        self._show()

    def _on_focus_cleared(self) -> None:
        if self.relating.is_on:
            self.relating.stop()
        else:
            self.steering.leave_focus()

    def _on_selected(self, body_id: str) -> None:
        if self.relating.is_on:
            self.relating.take(body_id)
        else:
            self.side.show_body(body_id)

    def _on_activated(self, body_id: str) -> None:
        self.body_menu.open_body(body_id)

    def _on_placed(self, body_id: str, x: float, y: float) -> None:
        self._desk.try_run(place_body, self.looking.place_key, body_id, x, y)

    def _on_context(self, body_id: str, place: QPoint) -> None:
        if body_id:
            self.stage.select(body_id)
            self.side.show_body(body_id)
            self.body_menu.popup(body_id, place)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("maximize"), _("&Fit the graph"), self.canvas.fit_in_turn)
        menu.addAction(icon("compare"), _("&Compare with another day…"), self.compare)
        menu.addAction(icon("route"), _("&How are two related?"), self.ask_related)
        menu.addAction(icon("image"), _("&Export…"), self.export)
        menu.popup(place)

    def _on_relate(self, body_id: str) -> None:
        self.relating.ask(body_id)

    def _on_relating_asked(self, wanted: bool) -> None:
        if wanted:
            self.relating.begin()
        else:
            self.relating.stop()
        self._allow_placing()

    def _on_relating_ended(self) -> None:
        self.tools.relate.setChecked(False)
        self._allow_placing()
        self.stage.say()

    def _on_relation_left(self) -> None:
        self.stage.say()

    def _on_written(self, path: str) -> None:
        self.status_changed.emit(_("Exported to {path}").format(path=path))
        self._export.open_written(path)

    def _zoom_in(self) -> None:
        self.canvas.zoom_by(1.25)

    def _zoom_out(self) -> None:
        self.canvas.zoom_by(0.8)

    def _focus(self) -> None:
        if self.stage.selected:
            self.focus_on(self.stage.selected)

    def _go_back(self) -> None:
        self.time.stop()
        self.time.step_back()

    def _go_on(self) -> None:
        self.time.stop()
        self.time.step_on()

    def _save_as(self) -> None:
        self.view_actions.do("save_as")


def make_graph_page(desk: Desk) -> GraphPage:
    """Make the page for the main window."""
    return GraphPage(desk)
