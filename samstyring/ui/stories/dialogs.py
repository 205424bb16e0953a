"""The forms of stories: begin one, rename it, write a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from samstyring.commands.views import add_story, rename_story, write_story_page
from samstyring.domain.views import StoryDetail, StoryPage
from samstyring.language import _
from samstyring.queries.views import saved_views
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.fields import LinesEdit


class NewStoryDialog(FormDialog):
    """Begins a story; ``begun(id)`` tells of it."""

    begun = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            _("New story"),
            _("A story is a row of views with your words beside each."),
            _("Begin the story"),
            self._run,
            parent,
        )
        self._desk = desk
        self.name = QLineEdit()
        self.add_row(_("&Name"), self.name)

    def _run(self) -> None:
        self.begun.emit(self._desk.run(add_story, self.name.text()))


class RenameStoryDialog(FormDialog):
    """Gives a story another name."""

    def __init__(self, desk: Desk, story: StoryDetail, parent: QWidget) -> None:
        super().__init__(_("Rename the story"), "", _("Rename"), self._run, parent)
        self._desk, self._story = desk, story
        self.name = QLineEdit(story.name)
        self.name.selectAll()
        self.add_row(_("&Name"), self.name)

    def _run(self) -> None:
        self._desk.run(rename_story, self._story.id, self.name.text())


class WritePageDialog(FormDialog):
    """Writes the title and words of a page, and chooses the view it shows."""

    def __init__(self, desk: Desk, page: StoryPage, parent: QWidget) -> None:
        super().__init__(_("Write the page"), "", _("Write"), self._run, parent)
        self._desk, self._page = desk, page
        self.title, self.text = QLineEdit(page.title), LinesEdit(_("Words"), lines=4)
        self.text.setPlainText(page.text)
        self.view = QComboBox()
        self.view.setAccessibleName(_("View"))
        self.view.addItem(_("No view"), None)
        for view in desk.read(saved_views):
            self.view.addItem(view.name, view.id)
        self.view.setCurrentIndex(max(0, self.view.findData(page.view.id if page.view else None)))
        self.add_row(_("&Title"), self.title)
        self.add_row(_("&Words"), self.text)
        self.add_row(_("&View"), self.view)

    def _run(self) -> None:
        self._desk.run(
            write_story_page,
            self._page.id,
            title=self.title.text(),
            text=self.text.toPlainText(),
            view_id=self.view.currentData(),
        )
