"""The leader's window: the picture, the words, who sits where; nothing in it writes to the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.periods import months_later
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.views import saved_view, saved_views, story_detail, story_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, Toast
from samstyring.ui.leader.body_pane import LeaderBodyPane
from samstyring.ui.leader.handing_on import HandingOn
from samstyring.ui.leader.seat import last_seen, remember_seen
from samstyring.ui.orggraph.difference_pane import DifferencePane
from samstyring.ui.orggraph.finder import GraphFinder
from samstyring.ui.orggraph.looking import TABLES, Looking
from samstyring.ui.orggraph.picture_export import PictureExport
from samstyring.ui.orggraph.stage import GraphStage
from samstyring.ui.orggraph.time_bar import TimeBar
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.stories.presentation import Presentation
from samstyring.ui.stories.telling import told_page
from samstyring.ui.theme import icon

_SPLITTER = "leader"
_YEAR = 12


class LeaderWindow(QMainWindow):
    """Starts on a view or the whole; ``work_requested`` asks for the window one works in."""

    work_requested = Signal()

    def __init__(self, desk: Desk, view_id: str = "") -> None:
        super().__init__()
        self.desk = self._desk = desk
        self._wanted, self._body_id = "", ""
        self.looking = Looking(desk, self)
        self.looking.open_on(desk.read(saved_view, view_id) if view_id else None)
        self.presentation: Presentation | None = None
        self._seen = last_seen(desk.settings, desk.workspace.path)
        self.heading, self.finder = Heading("", self), GraphFinder(self)
        self.finder.setPlaceholderText(_("Find a body or a person"))
        self.views = QComboBox(self)
        self.views.setAccessibleName(_("View"))
        self.stage, self.time = GraphStage(desk, self.looking, self), TimeBar(desk, self)
        self.body, self.difference = LeaderBodyPane(self), DifferencePane(self)
        self.since = QComboBox(self)
        self.since.setAccessibleName(_("Since"))
        self.toast = Toast(self)
        self.handing = HandingOn(desk, self.looking, self)
        self._export = PictureExport(desk, self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload, *TABLES)

    def show_story(self, story_id: str) -> None:
        """Show a story on the whole screen; NotFoundError if it is gone."""
        story = self._desk.read(story_detail, story_id)
        told = [told_page(self._desk, page) for page in story.pages]
        self.presentation = Presentation(story.name, told)
        self.presentation.closed.connect(self._on_presented)
        self.presentation.showFullScreen()

    def show_changes(self) -> None:
        """Mark and list what differs since the file was last seen here, at first in a year."""
        self.since.setCurrentIndex(0)
        self.looking.compare_with(self._since())

    def _since(self) -> date:
        seen = self._seen
        return seen if seen and seen != self._desk.day else months_before(self._desk.day, _YEAR)

    # Setting up --------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        add = self._add_action
        menu = self.menuBar().addMenu(_("&File"))
        self.web_action = add(
            menu, "external-link", _("Hand on as a &web page…"), self.handing.ask_web_page
        )
        self.picture_action = add(menu, "image", _("Hand on as a &picture…"), self._hand_on_picture)
        self.print_action = add(menu, "printer", _("P&rint…"), self._print, "Ctrl+P")
        menu.addSeparator()
        add(menu, "edit", _("Open in the window one wor&ks in"), self.work_requested.emit)
        add(menu, "close", _("&Close"), self.close, "Ctrl+W")
        view = self.menuBar().addMenu(_("&View"))
        add(view, "search", _("&Find a body or a person"), self.finder.setFocus, "Ctrl+F")
        add(view, "maximize", _("F&it the picture"), self.stage.canvas.fit_in_turn, "Ctrl+0")
        add(view, "today", _("Back to &today"), self._go_to_today, "Ctrl+T")
        self.changes_action = add(
            view, "compare", _("What has &changed since last time"), self.show_changes
        )
        self._stories = self.menuBar().addMenu(_("&Stories"))

    def _add_action(
        self, menu: QMenu, picture: str, text: str, run: Callable[[], object], keys: str = ""
    ) -> QAction:
        action = menu.addAction(icon(picture), text)
        action.triggered.connect(run)
        if keys:
            action.setShortcut(keys)
        return action

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        self.changes_button = _button("compare", _("W&hat has changed"), self.show_changes)
        self.hand_button = _button("external-link", _("Hand &on"), None)
        hand = QMenu(self.hand_button)
        hand.addActions([self.web_action, self.picture_action, self.print_action])
        self.hand_button.setMenu(hand)
        tools = QWidget(self)
        row = FlowLayout(tools)
        for widget in (self.finder, self.views, self.changes_button, self.hand_button):
            row.addWidget(widget)
        top.addWidget(self.heading, 2)
        top.addWidget(tools, 3)
        self.side = QStackedWidget(self)
        self.side.addWidget(self.body)
        self.side.addWidget(self._changes_side())
        self.splitter = Split(
            _SPLITTER, self._desk.settings, self, stretch=(1, 0), sizes=(800, 320)
        )
        self.splitter.divide(self.stage, self.side)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(top)
        column.addWidget(self.stage.said)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.time)
        self.setCentralWidget(centre)
        path = self._desk.workspace.path
        name = path.stem if path else _("New")
        self.setWindowTitle(f"{name} – samstyring")  # as is
        self.resize(1240, 780)

    def _changes_side(self) -> QWidget:
        """Return the list of what has changed, below the choice of since when."""
        side = QWidget(self)
        label = QLabel(_("S&ince"), side)
        label.setBuddy(self.since)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        self.since.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 0, 0)
        top.addWidget(label)
        top.addWidget(self.since, 1)
        column.addLayout(top)
        column.addWidget(self.difference, 1)
        return side

    def _offer_since(self) -> None:
        """Offer days to compare with: when the file was last seen, and some while ago."""
        chosen, last = max(0, self.since.currentIndex()), self._since()
        self.since.clear()
        if self._seen and self._seen == last:
            self.since.addItem(_("last time, {day}").format(day=short_date(last)), last)
        for months, text in (
            (_YEAR, _("a year ago")),
            (1, _("a month ago")),
            (5 * _YEAR, _("five years ago")),
        ):
            self.since.addItem(text, months_before(self._desk.day, months))
        self.since.setCurrentIndex(min(chosen, self.since.count() - 1))

    def _connect(self) -> None:
        self.since.activated.connect(self._on_since)
        self.stage.canvas.set_placing(False)
        self.looking.changed.connect(self._show)
        self.looking.reading_needed.connect(self._on_reading_needed)
        self.stage.body_selected.connect(self._on_selected)
        self.stage.drawn.connect(self._on_drawn)
        self.stage.canvas.focus_requested.connect(self._on_focus)
        self.stage.canvas.focus_cleared.connect(self._on_all)
        self.stage.canvas.frame_toggled.connect(self._on_toggled)
        self.body.focus_asked.connect(self._on_focus)
        self.body.all_asked.connect(self._on_all)
        self.difference.body_chosen.connect(self._go_to)
        self.difference.cleared.connect(self._on_cleared)
        self.finder.found.connect(self._go_to)
        self.views.activated.connect(self._on_view)
        finder = self.finder
        for signal in (
            finder.missed,
            finder.person_found,
            self.handing.failed,
            self._export.failed,
        ):
            signal.connect(self._tell)
        self._desk.failed.connect(self._tell)
        self.handing.written.connect(self._on_written)
        self._export.written.connect(self._on_written)
        self._export.noted.connect(self._tell)

    # Showing -----------------------------------------------------------------------------------

    def _reload(self) -> None:
        self.looking.read()
        if self._wanted:
            self.looking.reveal(self._wanted)
        self.finder.offer(self.looking.snapshot, self.looking.seats)
        self._offer_views()
        self._offer_stories()
        self._offer_since()
        self._show()

    def _show(self) -> None:
        view = self.looking.view
        self.heading.setText(view.name if view else _("The whole structure"))
        difference = self.looking.difference
        if difference is not None:
            self.difference.show_difference(difference)
        self.time.narrow(self.looking.concerned)
        compares = difference is not None
        self.side.setCurrentIndex(int(compares))
        self.changes_action.setToolTip(short_date(self._since()))
        self.changes_button.setEnabled(not compares)
        self._show_body()
        self.stage.show_picture()

    def _show_body(self) -> None:
        self.body.show_body(
            self.looking.snapshot,
            self.looking.seats,
            self._body_id,
            focused=bool(self.looking.options.focus),
        )

    def _offer_views(self) -> None:
        self.views.clear()
        self.views.addItem(_("Whole country"), "")
        for view in self._desk.read(saved_views):
            self.views.addItem(view.name, view.id)
        shown = self.looking.view.id if self.looking.view else ""
        self.views.setCurrentIndex(max(0, self.views.findData(shown)))

    def _offer_stories(self) -> None:
        self._stories.clear()
        for line in self._desk.read(story_lines):
            action = self._stories.addAction(line.name.replace("&", "&&"))
            action.setData(line.id)
            action.triggered.connect(self._on_story)
        self._stories.menuAction().setVisible(bool(self._stories.actions()))

    # What people do ----------------------------------------------------------------------------

    def _go_to(self, body_id: str) -> None:
        self._wanted = self._body_id = body_id
        self._reload()

    def _on_drawn(self) -> None:
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.stage.select(wanted)
            self.stage.canvas.zoom_to(wanted)

    def _on_reading_needed(self) -> None:
        self._refresher.refresh()

    def _on_selected(self, body_id: str) -> None:
        self._body_id = body_id
        self._show_body()

    def _on_focus(self, body_id: str) -> None:
        self._body_id = body_id
        self.looking.look(focus=body_id)

    def _on_all(self) -> None:
        if self.looking.options.focus:
            self.looking.look(focus="")

    def _on_toggled(self, holder: str) -> None:
        self.looking.look(unfolded=self.looking.options.unfolded ^ {holder})

    def _on_since(self, _row: int) -> None:
        self.looking.compare_with(self.since.currentData())

    def _on_cleared(self) -> None:
        self.looking.compare_with(None)

    def _on_view(self, _row: int) -> None:
        view_id = self.views.currentData()
        self.looking.open_on(self._desk.read(saved_view, view_id) if view_id else None)
        self._refresher.refresh()

    def _on_story(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.show_story(action.data())

    def _on_presented(self) -> None:
        if self.presentation is not None:
            self.presentation.deleteLater()
            self.presentation = None

    def _hand_on_picture(self) -> None:
        self._export.ask(replace(self.stage.canvas.scene, title=self.looking.title))

    def _print(self) -> None:
        self.handing.ask_print(self.stage.canvas.scene)

    def _go_to_today(self) -> None:
        self._desk.set_day(None)

    def _on_written(self, path: str) -> None:
        self.toast.show_message(_("Exported to {path}").format(path=path))

    def _tell(self, sentence: str) -> None:
        self.toast.show_message(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember that the file was seen today."""
        remember_seen(self._desk.settings, self._desk.workspace.path, date.today())
        super().closeEvent(event)


def months_before(day: date, months: int) -> date:
    """Return the day so many months before, or the first there is."""
    return months_later(day, -months) if day.year > months // _YEAR + 1 else date.min


def _button(name: str, text: str, run: Callable[[], object] | None) -> QPushButton:
    button = QPushButton(icon(name), text)
    button.setAutoDefault(False)
    if run is not None:
        button.clicked.connect(run)
    return button
