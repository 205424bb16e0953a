"""What can be done with saved views: the forms and the commands."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from samstyring.commands.views import (
    change_view,
    delete_view,
    rename_view,
    save_view,
    tell_in_story,
)
from samstyring.formats import long_date
from samstyring.graph.picture_options import options_as_json
from samstyring.language import _
from samstyring.queries.views import story_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.fields import LinesEdit
from samstyring.ui.orggraph.looking import Looking


class ViewActions(QObject):
    """Does what the button of views asks for; ``saved(id)`` tells of a new view."""

    saved = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._looking, self._parent = desk, looking, parent

    def do(self, what: str) -> None:
        """Do what is asked: save, save_as, rename, delete or tell."""
        {
            "save": self._save,
            "save_as": self._save_as,
            "rename": self._rename,
            "delete": self._delete,
            "tell": self._tell,
        }[what]()

    def _save(self) -> None:
        view = self._looking.view
        if view is not None:
            day = None if self._desk.is_today else self._desk.day
            options = options_as_json(self._looking.kept_options)
            self._desk.try_run(change_view, view.id, options, day=day)

    def _save_as(self) -> None:
        dialog = NewViewDialog(self._desk, self._looking, self._parent)
        dialog.saved.connect(self.saved)
        dialog.open()

    def _rename(self) -> None:
        if self._looking.view is not None:
            RenameViewDialog(self._desk, self._looking, self._parent).open()

    def _delete(self) -> None:
        view = self._looking.view
        if view is not None:
            # The toast offers to undo, and stories keep their words.
            self._looking.show_view(None)
            self._desk.try_run(delete_view, view.id)

    def _tell(self) -> None:
        dialog = TellDialog(self._desk, self._looking, self._parent)
        dialog.saved.connect(self.saved)
        dialog.open()


class NewViewDialog(FormDialog):
    """Saves what is shown under a name."""

    saved = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        super().__init__(
            _("Save a view"),
            _("The view keeps what is shown, its focus and arrangement, and places of its own."),
            _("Save the view"),
            self._run,
            parent,
        )
        self._desk, self._looking = desk, looking
        self.name = QLineEdit()
        self.add_row(_("&Name"), self.name)
        self.keep_day = _keep_day(desk)
        self.add_wide(self.keep_day)

    def _run(self) -> None:
        day = self._desk.day if self.keep_day.isChecked() else None
        options, places = options_as_json(self._looking.kept_options), self._looking.place_key
        view_id = self._desk.run(save_view, self.name.text(), options, day=day, places_of=places)
        self.saved.emit(view_id)


class RenameViewDialog(FormDialog):
    """Gives the view that is shown another name."""

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        assert looking.view is not None
        super().__init__(_("Rename the view"), "", _("Rename"), self._run, parent)
        self._desk, self._view = desk, looking.view
        self.name = QLineEdit(looking.view.name)
        self.name.selectAll()
        self.add_row(_("&Name"), self.name)

    def _run(self) -> None:
        self._desk.run(rename_view, self._view.id, self.name.text())


class TellDialog(FormDialog):
    """Adds what is shown to a story, as a page with a title and words."""

    saved = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        super().__init__(
            _("Add to a story"),
            _("The page shows this view with your words beside it."),
            _("Add the page"),
            self._run,
            parent,
        )
        self._desk, self._looking = desk, looking
        self.story = QComboBox()
        self.story.setEditable(True)
        self.story.setAccessibleName(_("Story"))
        for line in desk.read(story_lines):
            self.story.addItem(line.name, line.id)
        self.title = QLineEdit(looking.view.name if looking.view else "")
        self.text = LinesEdit(_("Words"), lines=4)
        self.keep_day = _keep_day(desk)
        hint = _("Choose a story, or write the name of a new one.")
        self.add_row(_("&Story"), self.story, hint)
        self.add_row(_("&Title"), self.title)
        self.add_row(_("&Words"), self.text)
        self.add_wide(self.keep_day)

    def _run(self) -> None:
        title = self.title.text().strip()
        row = self.story.findText(self.story.currentText())
        looking = self._looking
        kept = looking.view if not looking.is_altered else None
        view_id = self._desk.run(
            tell_in_story,
            title,
            self.text.toPlainText(),
            story_id=str(self.story.itemData(row)) if row >= 0 else "",
            new_story=self.story.currentText(),
            view_id=kept.id if kept else "",
            options=options_as_json(looking.kept_options),
            day=self._desk.day if self.keep_day.isChecked() else None,
            places_of=looking.place_key,
        )
        self.saved.emit(view_id)


def _keep_day(desk: Desk) -> QCheckBox:
    box = QCheckBox(_("Always show it as of {day}").format(day=long_date(desk.day)))
    box.setChecked(not desk.is_today)
    return box
