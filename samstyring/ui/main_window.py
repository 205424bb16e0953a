"""The main window: puts pages, actions, side bar, search and status bar together."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.changes import ChangeKind, ChangeSet
from samstyring.domain.errors import SamstyringError
from samstyring.formats import short_date
from samstyring.language import _, translate
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Banner, Toast
from samstyring.ui.frame.as_of_bar import AsOfBar
from samstyring.ui.frame.first_steps import FirstSteps
from samstyring.ui.frame.focus import focus_first_in
from samstyring.ui.frame.menus import make_actions, make_menus
from samstyring.ui.frame.page_actions import PageActions
from samstyring.ui.frame.recent import RecentMenu
from samstyring.ui.frame.saved_label import SavedLabel
from samstyring.ui.frame.search_field import SearchField
from samstyring.ui.frame.side_bar import SideBar
from samstyring.ui.frame.undoing import show_undo_state, what_came_back
from samstyring.ui.frame.wayfinding import Place, Wayfinding
from samstyring.ui.page import Page, PageEntry, TellsDays
from samstyring.ui.theme import ToneName

# Time for a first click before the next page is made.
_IDLE_MS = 300


class MainWindow(QMainWindow):
    """One open file in a window; the application owns it.

    ``file_requested(what)`` asks the application for another file: new, open, example or copy;
    ``window_requested(what)`` for settings, help, shortcuts, about or the list as a file.
    """

    file_requested = Signal(str)
    window_requested = Signal(str)

    def __init__(self, desk: Desk, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.desk, self._entries = desk, tuple(entries)
        self._pages: dict[str, Page] = {}
        self._way = Wayfinding()
        self.side_bar = SideBar(entries, self)
        self.stack = QStackedWidget(self)
        self.banner, self.toast = Banner(self), Toast(self)
        self.first_steps = FirstSteps(desk, self)
        self.menus = make_menus(self)
        self.actions_by_key = make_actions(self, self.menus)
        may_write = not desk.workspace.read_only
        self._page_actions = PageActions(self, self.menus, self.current_key, may_write=may_write)
        self.search_field = SearchField(desk, self._commands, self)
        self.as_of_bar = AsOfBar(desk, self)
        self.recent = RecentMenu(self)
        self.menus["file"].insertMenu(self.actions_by_key["example"], self.recent)
        self.shown_label, self.saved_label = QLabel(self), SavedLabel(desk, self)
        self._idle = QTimer(self)
        self._lay_out()
        self._connect()
        self._restore()

    # Where things stand ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setCentralWidget(self._centre())
        self._add_view_actions()
        self._make_tool_bar()
        self.shown_label.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addWidget(self.shown_label, 1)
        self.statusBar().addPermanentWidget(self.saved_label)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(10, 0, 10, 0)
        path = self.desk.workspace.path
        name = path.stem if path else _("New")
        self.setWindowTitle(f"{name} – samstyring")  # as is
        self.resize(1240, 780)

    def _centre(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.addWidget(self.banner)
        top.addWidget(self.first_steps)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.side_bar)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        self.side_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        return splitter

    def _make_tool_bar(self) -> None:
        bar = QToolBar(_("Main tool bar"), self)
        bar.setObjectName("main_tool_bar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for key in ("undo", "redo"):
            bar.addAction(self.actions_by_key[key])
        self.search_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bar.addWidget(self.search_field)
        bar.addWidget(self.as_of_bar)
        self.addToolBar(bar)
        for key in ("undo", "redo"):
            button = bar.widgetForAction(self.actions_by_key[key])
            assert isinstance(button, QToolButton)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def make_page(self, key: str) -> Page:
        """Return a page, made now if nobody has asked for it before."""
        if key not in self._pages:
            entry = next(entry for entry in self._entries if entry.key == key)
            widget = entry.make(self.desk)
            page: Page = widget  # type: ignore[assignment]  # a widget that answers as a page
            self.stack.addWidget(widget)
            self._pages[key] = page
            page.open_requested.connect(self.open_item)
            page.status_changed.connect(self._on_status_changed)
            for wanted in page.page_actions():
                self._page_actions.add(key, wanted, self._on_page_action)
        return self._pages[key]

    def make_all_pages(self) -> None:
        """Make the pages that nobody has asked for yet, so that all menus are full."""
        for entry in self._entries:
            self.make_page(entry.key)

    def _on_idle(self) -> None:
        missing = [entry.key for entry in self._entries if entry.key not in self._pages]
        if missing:
            self.make_page(missing[0])
        else:
            self._idle.stop()

    def _add_view_actions(self) -> None:
        before = self.actions_by_key["date"]
        for number, entry in enumerate(self._entries, start=1):
            action = QAction(translate(entry.title), self)
            action.setData(entry.key)
            if number < 10:
                action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(self._on_view_action)
            self.menus["view"].insertAction(before, action)
        self.menus["view"].insertSeparator(before)

    def _connect(self) -> None:
        self.side_bar.page_chosen.connect(self.show_page)
        self.search_field.hit_chosen.connect(self.open_item)
        self.search_field.left.connect(self._on_search_left)
        self.as_of_bar.refused.connect(self._on_failed)
        self.as_of_bar.mended.connect(self.toast.take_back)
        self.first_steps.begin_wanted.connect(self._on_begin)
        self.first_steps.body_wanted.connect(self.open_item)
        self.first_steps.example_wanted.connect(self.open_example)
        self.toast.action_triggered.connect(self.undo)
        self.banner.action_triggered.connect(self.go_to_today)
        self.desk.changed.connect(self._on_changed)
        self.desk.day_changed.connect(self._on_day_changed)
        self.desk.failed.connect(self._on_failed)
        # The other pages are made while the user looks at the first.
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._on_idle)

    def _restore(self) -> None:
        settings = self.desk.settings
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        self._show_undo_state()
        self._show_banner()
        keys = [entry.key for entry in self._entries]
        remembered = str(settings.page("window").get("page", ""))
        self.side_bar.select(remembered if remembered in keys else keys[0])

    # Going places ------------------------------------------------------------------------------

    def show_page(self, key: str) -> None:
        """Show a page by its key."""
        self._go((key, "", ""))
        self._way.went_to((key, "", ""))

    def open_item(self, kind: str, item_id: str) -> None:
        """Show a thing on the page where its kind is shown."""
        entry = next((entry for entry in self._entries if kind in entry.kinds), None)
        if entry is not None:
            place = (entry.key, kind, item_id)
            self._go(place)
            self._way.went_to((entry.key, "", "") if kind in entry.asks else place)

    def go_back(self) -> None:
        """Show what was shown before."""
        self._go(self._way.back())

    def go_forward(self) -> None:
        """Show again what Back left."""
        self._go(self._way.forward())

    def _go(self, place: Place | None) -> None:
        if place is None:
            return
        key, kind, item_id = place
        self.side_bar.blockSignals(True)
        self.side_bar.select(key)
        self.side_bar.blockSignals(False)
        page = self.make_page(key)
        self.first_steps.show_on(key)
        self.stack.setCurrentWidget(page)  # type: ignore[arg-type]
        if item_id:
            page.show_item(kind, item_id)
        self._on_status_changed(page.status_text())

    def _on_begin(self, key: str) -> None:
        """Show a page and do the first thing one does there."""
        self.show_page(key)
        self.make_page(key).page_actions()[0].run()

    def _on_search_left(self) -> None:
        """Let the keyboard go on in the page that is shown, where it can."""
        self.search_field.clearFocus()
        focus_first_in(self.stack.currentWidget())

    def _on_view_action(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.show_page(action.data())

    def _on_page_action(self) -> None:
        """Show the page whose action was chosen; its own method runs after this."""
        action = self.sender()
        assert isinstance(action, QAction)
        self._go((action.data(), "", ""))

    # What the menus do -------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the newest change."""
        self._replay(self.desk.workspace.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._replay(self.desk.workspace.redo)

    def _replay(self, step: Callable[[], ChangeSet | None]) -> None:
        writing = self.focusWidget()
        if writing is not None:
            writing.clearFocus()  # what is being typed is saved first, and is then what is undone
        try:
            change = step()
        except SamstyringError as problem:
            self._on_failed(str(problem))
            return
        key = self.current_key()
        shown = next((entry.kinds for entry in self._entries if entry.key == key), ())
        back = what_came_back(change, shown) if change else None
        if back is not None:
            self.make_page(key).show_item(*back)

    def find_anything(self) -> None:
        """Let the user search everything."""
        self.search_field.begin()

    def choose_date(self) -> None:
        """Let the user type the day to show everything as of."""
        self.as_of_bar.focus_field()

    def go_to_today(self) -> None:
        """Show everything as of today."""
        self.as_of_bar.go_to_today()

    def new_file(self) -> None:
        """Ask for a new file."""
        self.file_requested.emit("new")

    def open_file(self) -> None:
        """Ask for another file."""
        self.file_requested.emit("open")

    def open_example(self) -> None:
        """Ask for the example."""
        self.file_requested.emit("example")

    def save_copy(self) -> None:
        """Ask for a copy of this file elsewhere."""
        self.file_requested.emit("copy")

    def export_list(self) -> None:
        """Ask for the list that is shown as a file."""
        self.window_requested.emit("list")

    def open_settings(self) -> None:
        """Ask for the settings."""
        self.window_requested.emit("settings")

    def open_help(self) -> None:
        """Ask for help on the page that is shown."""
        self.window_requested.emit("help")

    def open_shortcuts(self) -> None:
        """Ask for the list of keyboard shortcuts."""
        self.window_requested.emit("shortcuts")

    def open_about(self) -> None:
        """Ask who made the program and where its facts come from."""
        self.window_requested.emit("about")

    def show_care(self, count: int) -> None:
        """Show in the side bar how many things need care."""
        self.side_bar.set_count("today", count)

    def current_key(self) -> str:
        """Return the key of the page that is shown."""
        shown: object = self.stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def _commands(self) -> list[QAction]:
        self._page_actions.refresh()
        return [
            action for menu in self.menus.values() for action in menu.actions() if action.text()
        ]

    # What is told ------------------------------------------------------------------------------

    def _on_changed(self, change: ChangeSet) -> None:
        self._show_undo_state()
        deleted = any(row.after is None for row in change.rows)
        if change.kind is ChangeKind.EDIT and deleted:
            label = translate(change.label)
            text = f"{label}: {change.subject}" if change.subject else label
            self.toast.show_message(text, _("Undo"))

    def _on_day_changed(self, _day: date) -> None:
        self._show_banner()

    def _on_failed(self, sentence: str) -> None:
        self.toast.show_message(sentence, tone=ToneName.VACANT)

    def _on_status_changed(self, text: str) -> None:
        shown = self.stack.currentWidget()
        if self.sender() in (None, self.side_bar, shown) or shown is None:
            self.shown_label.setText(text)
            self._show_banner()

    def _show_undo_state(self) -> None:
        workspace = self.desk.workspace
        show_undo_state(self.actions_by_key, workspace.undo_state(), may=not workspace.read_only)

    def _show_banner(self) -> None:
        reason = self.desk.workspace.read_only_reason
        if not self.desk.is_today:
            page, planned = self.stack.currentWidget(), self.desk.day > date.today()
            form = _("Everything is shown as it was on {day}.")
            form = _("Everything is shown as it is planned for {day}.") if planned else form
            told = page.days_text() if isinstance(page, TellsDays) else ""
            text = told or form.format(day=short_date(self.desk.day))
            self.banner.show_message(f"{text} {reason}".strip(), ToneName.SOON, _("Back to today"))
        elif reason:
            self.banner.show_message(reason, ToneName.SOON)
        else:
            self.banner.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the other pages, but only once this one is painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self._idle, self._idle.start)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window and the user were."""
        self.desk.settings.geometry = self.saveGeometry()
        self.desk.settings.set_page("window", {"page": self.current_key()})
        super().closeEvent(event)
