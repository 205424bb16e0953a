"""The form that prints who sits in a body, or in all of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from samstyring.domain.errors import SamstyringError
from samstyring.domain.letters import Letter
from samstyring.export.letter_content import file_title, letter_content
from samstyring.export.letter_export import LETTER_ENDINGS, export_letter
from samstyring.formats import safe_name
from samstyring.language import _
from samstyring.queries.rosters import booklet, rosters
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, JobBar
from samstyring.ui.forms.exported import tell_exported
from samstyring.ui.forms.template_field import TemplateField
from samstyring.ui.jobs import Job, JobControl

_REMEMBERED = "rosters"


def ask_roster(desk: Desk, parent: QWidget, body_id: str = "") -> "RosterDialog":
    """Open the form that prints the roster of a body, or of all bodies without one."""
    dialog = RosterDialog(desk, body_id, parent)
    dialog.open()
    return dialog


class RosterDialog(FormDialog):
    """Asks for written form, format and template; then where to; then works."""

    def __init__(self, desk: Desk, body_id: str, parent: QWidget) -> None:
        super().__init__(
            _("Who sits where"),
            _("The members of the body on the day that is shown, as a document to print.")
            if body_id
            else _("The members of all bodies on the day that is shown, as a booklet to print."),
            _("Choose a file…"),
            self._read_roster,
            parent,
        )
        self._desk, self._body_id, self._window = desk, body_id, parent.window()
        self._roster: Letter | None = None
        self._job: Job | None = None
        self.file_dialog: QFileDialog | None = None
        self.form, self.format, self.template = QComboBox(), QComboBox(), TemplateField()
        self.bar = JobBar()
        self._fill()
        self.format.currentIndexChanged.connect(self._on_format)
        self.finished.connect(self._on_closed)
        self._on_format()

    @Slot()
    def accept(self) -> None:
        """Ask where the document is to be written, if the fields are right."""
        self.error.set_text("")
        try:
            self._read_roster()
        except SamstyringError as problem:
            self._show_error(str(problem))
            return
        self._ask_where()

    def _fill(self) -> None:
        for language, text in (("nb", _("Bokmål")), ("nn", _("Nynorsk"))):
            self.form.addItem(text, language)
        for ending, text in zip(LETTER_ENDINGS, (_("Word (DOCX)"), _("PDF")), strict=True):
            self.format.addItem(text, ending)
        remembered = self._desk.settings.page(_REMEMBERED)
        for combo, key in ((self.form, "form"), (self.format, "ending")):
            combo.setCurrentIndex(max(0, combo.findData(remembered.get(key))))
        self.form.setAccessibleName(_("Written form"))
        self.format.setAccessibleName(_("Format"))
        self.add_row(_("&Written form"), self.form)
        self.add_row(_("F&ormat"), self.format)
        self.add_row(_("Your own &template"), self.template)
        self.add_wide(self.bar)

    @Slot()
    def _on_format(self) -> None:
        self.template.setEnabled(self.format.currentData() == ".docx")

    def _read_roster(self) -> None:
        self.template.path()
        form, day = str(self.form.currentData()), self._desk.day
        if self._body_id:
            (self._roster,) = self._desk.read(rosters, (self._body_id,), as_of=day, language=form)
        else:
            (self._roster,) = self._desk.read(booklet, as_of=day, language=form)

    def _ask_where(self) -> None:
        assert self._roster is not None
        ending = str(self.format.currentData())
        folder = str(self._desk.settings.page(_REMEMBERED).get("folder", ""))
        asked = QFileDialog(self, _("Who sits where"), folder)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter(f"{self.format.currentText().split(' (')[0]} (*{ending})")
        asked.setDefaultSuffix(ending.lstrip("."))
        asked.selectFile(safe_name(file_title(letter_content(self._roster)), ending))
        asked.fileSelected.connect(self._on_file)
        asked.finished.connect(asked.deleteLater)
        self.file_dialog = asked
        asked.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        assert self._roster is not None
        target = Path(path)
        remembered = {
            "form": str(self.form.currentData()),
            "ending": str(self.format.currentData()),
            "folder": str(target.parent),
        }
        self._desk.settings.set_page(_REMEMBERED, remembered)
        work = partial(_written, self._roster, target, self.template.path())
        job = Job(work, _("Writing {name}").format(name=target.name))
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._job = job
        self.ok_button.setEnabled(False)
        self.bar.watch(job)
        job.start()

    @Slot(object)
    def _on_finished(self, path: Path) -> None:
        tell_exported(path, self._window)
        self.done(self.DialogCode.Accepted)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._show_error(sentence)

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self.ok_button.setEnabled(True)

    @Slot()
    def _on_closed(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _written(roster: Letter, target: Path, template: Path | None, _control: JobControl) -> Path:
    return export_letter(roster, target, template=template)
