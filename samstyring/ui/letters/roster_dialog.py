"""The form that prints who sits in a body, or in all of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from samstyring.domain.letters import Letter
from samstyring.export.letter_content import file_title, letter_content
from samstyring.export.letter_export import export_letter
from samstyring.formats import safe_name
from samstyring.language import _
from samstyring.queries.rosters import booklet, rosters
from samstyring.ui.desk import Desk
from samstyring.ui.forms.working_dialog import WorkingDialog
from samstyring.ui.jobs import JobControl
from samstyring.ui.letters.fields import DocumentFields

_REMEMBERED = "rosters"


def ask_roster(desk: Desk, parent: QWidget, body_id: str = "") -> "RosterDialog":
    """Open the form that prints the roster of a body, or of all bodies without one."""
    dialog = RosterDialog(desk, body_id, parent)
    dialog.open()
    return dialog


class RosterDialog(WorkingDialog):
    """Asks for written form, format and template; then where to; then works."""

    def __init__(self, desk: Desk, body_id: str, parent: QWidget) -> None:
        super().__init__(
            _("Who sits where"),
            _("The members of the body on the day that is shown, as a document to print.")
            if body_id
            else _("The members of all bodies on the day that is shown, as a booklet to print."),
            _("Choose a file…"),
            self._read_roster,
            self._asked_where,
            parent,
        )
        self._desk, self._body_id = desk, body_id
        self._roster: Letter | None = None
        self.fields = DocumentFields(self, desk.settings, _REMEMBERED, own_form=False)
        self.add_bar()

    def _read_roster(self) -> None:
        self.fields.template.path()
        form, day = self.fields.language, self._desk.day
        if self._body_id:
            (self._roster,) = self._desk.read(rosters, (self._body_id,), as_of=day, language=form)
        else:
            (self._roster,) = self._desk.read(booklet, as_of=day, language=form)

    def _asked_where(self) -> QFileDialog:
        assert self._roster is not None
        ending = self.fields.ending
        asked = QFileDialog(self, _("Who sits where"), self.fields.folder)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter(f"{self.fields.format.currentText().split(' (')[0]} (*{ending})")
        asked.setDefaultSuffix(ending.lstrip("."))
        asked.selectFile(safe_name(file_title(letter_content(self._roster)), ending))
        asked.fileSelected.connect(self._on_file)
        return asked

    @Slot(str)
    def _on_file(self, path: str) -> None:
        assert self._roster is not None
        target = Path(path)
        self.fields.remember(str(target.parent))
        work = partial(_written, self._roster, target, self.fields.template.path())
        self.start_work(work, _("Writing {name}").format(name=target.name))


def _written(roster: Letter, target: Path, template: Path | None, _control: JobControl) -> Path:
    return export_letter(roster, target, template=template)
