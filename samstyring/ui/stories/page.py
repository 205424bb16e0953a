"""The page of stories: the list of them, their pages in order, showing and exporting."""

import textwrap
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.commands.views import delete_story, delete_story_page, move_story_page
from samstyring.domain.errors import NotFoundError
from samstyring.domain.text import fold
from samstyring.domain.views import StoryDetail, StoryLine, StoryPage
from samstyring.formats import counted
from samstyring.language import N_, _
from samstyring.queries.views import story_detail, story_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, SoftLabel
from samstyring.ui.page import PageAction
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.stories.dialogs import NewStoryDialog, RenameStoryDialog, WritePageDialog
from samstyring.ui.stories.page_list import PageList
from samstyring.ui.stories.presentation import Presentation
from samstyring.ui.stories.story_export import StoryExport
from samstyring.ui.stories.telling import told_page
from samstyring.ui.tables import Align, Column, RecordTable
from samstyring.ui.theme import icon

_TABLES = ("story", "story_page", "saved_view")
_SPLITTER = "stories"
_BEGINNING = 50
_ID = Qt.ItemDataRole.UserRole
COLUMNS: tuple[Column, ...] = (
    Column("name", N_("Name"), lambda line: line.name, width=30),
    Column(
        "pages", N_("Pages"), lambda line: str(line.pages), sort=lambda line: line.pages,
        align=Align.END, width=7,
    ),
)  # fmt: skip


class StoriesPage(QWidget):
    """Stories at the left; the pages of the chosen one at the right."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[StoryLine, ...] = ()
        self._story: StoryDetail | None = None
        self.presentation: Presentation | None = None
        self.new_button = _button("plus", _("&New story…"), self.begin_story)
        self.table = RecordTable(
            COLUMNS,
            name="stories",
            accessible_name=_("Stories"),
            hint=_("No story has been begun. Add what the graph shows to one, or begin it here."),
            settings=desk.settings,
        )
        self.name, self.sentence = Heading("", self), SoftLabel("", self)
        self.pages = PageList(self)
        self.pages.set_movable(not desk.workspace.read_only)
        self._make_buttons()
        self._export = StoryExport(desk, self)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload, *_TABLES)

    def show_item(self, kind: str, item_id: str) -> None:
        """Show a story."""
        self._reload()
        self.table.select(item_id)
        self._show_story(item_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        return (
            PageAction("register", _("New s&tory…"), self.begin_story, "book-open"),
            PageAction("view", _("&Show the story"), self.present, "play", "F5", False),
            PageAction("reports", _("Export the &story…"), self.export, "download", "", False),
        )

    def status_text(self) -> str:
        """Return how many stories there are."""
        return counted("{count} story", "{count} stories", len(self._lines))

    def begin_story(self) -> None:
        """Ask for the name of a new story."""
        dialog = NewStoryDialog(self._desk, self)
        dialog.begun.connect(self._on_begun)
        dialog.open()

    def present(self) -> None:
        """Show the chosen story on the whole screen."""
        if self._story is None:
            return
        told = [told_page(self._desk, page) for page in self._story.pages]
        self.presentation = Presentation(self._story.name, told)
        self.presentation.closed.connect(self._on_presented)
        self.presentation.showFullScreen()
        row = self.pages.currentRow()
        self.presentation.go_to(max(0, row))

    def export(self) -> None:
        """Ask where the story should be written as PDF."""
        if self._story is not None:
            self._export.ask(self._story)

    def write_to(self, path: Path) -> None:
        """Write the chosen story as PDF to a path."""
        if self._story is not None:
            self._export.write(self._story, path)

    def _make_buttons(self) -> None:
        self.show_button = _button("play", _("S&how"), self.present)
        self.export_button = _button("download", _("E&xport as PDF…"), self.export)
        self.rename_button = _button("edit", _("&Rename…"), self._rename)
        self.delete_button = _button("delete", _("&Delete the story"), self._delete)
        self.write_button = _button("edit", _("&Write…"), self._write)
        self.up_button = _button("arrow-up", _("Move &up"), self._move_up)
        self.down_button = _button("arrow-down", _("Move d&own"), self._move_down)
        self.up_button.setToolTip(_("Alt+Up"))
        self.down_button.setToolTip(_("Alt+Down"))
        self.remove_button = _button("delete", _("De&lete the page"), self._remove)
        self._of_story = (self.show_button, self.export_button)
        self._writing = (self.rename_button, self.delete_button)
        self._of_page = (self.write_button, self.up_button, self.down_button, self.remove_button)

    def _lay_out(self) -> None:
        top, right = QHBoxLayout(), QWidget(self)
        top.addWidget(Heading(_("Stories"), self), 1)
        top.addWidget(self.new_button)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        for buttons in ((*self._of_story, *self._writing), self._of_page):
            holder = QWidget(right)
            row = FlowLayout(holder)
            for button in buttons:
                row.addWidget(button)
            if buttons is self._of_page:
                column.addWidget(self.pages, 1)
                column.addWidget(holder)
            else:
                column.addWidget(self.name)
                column.addWidget(self.sentence)
                column.addWidget(holder)
        self.splitter = Split(_SPLITTER, self._desk.settings, self, sizes=(360, 540))
        self.splitter.divide(self.table, right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.table.record_selected.connect(self._show_story)
        self.table.record_activated.connect(self._on_activated)
        self.pages.moved.connect(self._on_moved)
        self.pages.deletion_asked.connect(self._remove)
        self.pages.currentRowChanged.connect(self._on_row)
        self.pages.itemActivated.connect(self._on_page_activated)
        self._export.written.connect(self._on_written)
        self._export.failed.connect(self._desk.failed)
        self.new_button.setEnabled(not self._desk.workspace.read_only)
        self.new_button.setToolTip(self._desk.workspace.read_only_reason)

    def _reload(self) -> None:
        self._lines = self._desk.read(story_lines)
        self.table.set_records(self._lines)
        self._show_story(self._story.id if self._story else self._first())
        self.status_changed.emit(self.status_text())

    def _first(self) -> str:
        return self._lines[0].id if self._lines else ""

    def _show_story(self, story_id: str) -> None:
        row = self.pages.currentRow() if self._story and self._story.id == story_id else 0
        try:
            self._story = self._desk.read(story_detail, story_id) if story_id else None
        except NotFoundError:
            self._story = None
        self.name.setText(self._story.name if self._story else "")
        self.sentence.setText(self._said())
        self.pages.clear()
        for number, page in enumerate(self._story.pages if self._story else (), start=1):
            self.pages.addItem(_item(number, page))
        self.pages.setCurrentRow(min(max(0, row), self.pages.count() - 1))
        self._enable()

    def _said(self) -> str:
        if self._story is None:
            return _("Choose a story to see its pages.")
        if not self._story.pages:
            return _("It has no pages yet. Show a view in the graph and add it to the story.")
        return counted("{count} page", "{count} pages", len(self._story.pages))

    def _enable(self) -> None:
        writes = not self._desk.workspace.read_only
        count, row = self.pages.count(), self.pages.currentRow()
        for button in self._of_story:
            button.setEnabled(bool(self._story and self._story.pages))
        for button in self._writing:
            button.setEnabled(writes and self._story is not None)
        for button in self._of_page:
            button.setEnabled(writes and row >= 0)
        self.up_button.setEnabled(writes and row > 0)
        self.down_button.setEnabled(writes and 0 <= row < count - 1)

    def _page(self) -> StoryPage | None:
        row = self.pages.currentRow()
        pages = self._story.pages if self._story else ()
        return pages[row] if 0 <= row < len(pages) else None

    def _rename(self) -> None:
        if self._story is not None:
            RenameStoryDialog(self._desk, self._story, self).open()

    def _delete(self) -> None:
        if self._story is not None:
            self._desk.try_run(delete_story, self._story.id)

    def _write(self) -> None:
        page = self._page()
        if page is not None:
            WritePageDialog(self._desk, page, self).open()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, places: int) -> None:
        self._on_moved(self.pages.currentRow(), places)

    def _on_moved(self, row: int, places: int) -> None:
        pages = self._story.pages if self._story else ()
        if 0 <= row < len(pages):
            self._desk.try_run(move_story_page, pages[row].id, places)
            self.pages.setCurrentRow(row + places)

    def _remove(self) -> None:
        page = self._page()
        if page is not None:
            self._desk.try_run(delete_story_page, page.id)

    def _on_row(self, _row: int) -> None:
        self._enable()

    def _on_begun(self, story_id: str) -> None:
        self.show_item("story", story_id)

    def _on_activated(self, _story_id: str) -> None:
        self.present()

    def _on_page_activated(self, _item: QListWidgetItem) -> None:
        if not self._desk.workspace.read_only:
            self._write()

    def _on_presented(self) -> None:
        if self.presentation is not None:
            self.presentation.deleteLater()
            self.presentation = None

    def _on_written(self, path: str) -> None:
        self.status_changed.emit(_("Exported to {path}").format(path=path))


def _item(number: int, page: StoryPage) -> QListWidgetItem:
    beside = _beside(page)
    item = QListWidgetItem(
        icon("graph" if page.view else "warning"),
        f"{number}. {page.title} · {beside}" if beside else f"{number}. {page.title}",
    )
    item.setData(_ID, page.id)
    return item


def _beside(page: StoryPage) -> str:
    """Return what tells a page from others: its view, or how it begins where that is its title."""
    if page.view is None:
        return _("its view was deleted")
    if fold(page.view.name) != fold(page.title):
        return page.view.name
    return textwrap.shorten(page.text, _BEGINNING, placeholder="…")


def _button(name: str, text: str, run: object) -> QPushButton:
    button = QPushButton(icon(name), text)
    button.setAutoDefault(False)
    assert callable(run)
    button.clicked.connect(run)
    return button
