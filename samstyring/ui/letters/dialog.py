"""The form that writes the letters of a round, and the work behind it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from samstyring.domain.errors import RuleError, SamstyringError
from samstyring.domain.letters import Letter, LetterKind
from samstyring.domain.nominations import RoundLine
from samstyring.domain.words import words_of_kind
from samstyring.export.letter_export import LETTER_ENDINGS, export_letters
from samstyring.formats import counted
from samstyring.language import _
from samstyring.queries.letters import letters
from samstyring.queries.nominations import round_detail
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, JobBar
from samstyring.ui.forms.exported import tell_exported
from samstyring.ui.forms.template_field import TemplateField
from samstyring.ui.jobs import Job, JobControl
from samstyring.ui.letters.recipients import RecipientList

_REMEMBERED = "letters"


def ask_letters(
    desk: Desk, round_id: str, parent: QWidget, kind: LetterKind | None = None
) -> "LettersDialog | None":
    """Open the form that writes the letters of a round; None if the round is gone.

    ``kind`` is what it begins with; without it, what the round seems to have come to.
    """
    try:
        line = desk.read(round_detail, round_id, as_of=desk.day).line
    except SamstyringError as problem:
        desk.failed.emit(str(problem))
        return None
    dialog = LettersDialog(desk, line, kind or _likely_kind(line), parent)
    dialog.open()
    return dialog


class LettersDialog(FormDialog):
    """Asks for kind, written form, format, template and recipients; then where to; then works.

    It stays open while the letters are written, and closes when they are there.
    """

    def __init__(self, desk: Desk, line: RoundLine, kind: LetterKind, parent: QWidget) -> None:
        super().__init__(
            _("Letters of the round"),
            _("“{round}”: one document for each recipient, in a folder of your choice.").format(
                round=line.name
            ),
            _("Choose a folder…"),
            self._check,
            parent,
        )
        self._desk, self._line, self._window = desk, line, parent.window()
        self._letters: tuple[Letter, ...] = ()
        self._job: Job | None = None
        self.folder_dialog: QFileDialog | None = None
        self.kind, self.form, self.format = QComboBox(), QComboBox(), QComboBox()
        self.template, self.recipients = TemplateField(), RecipientList()
        self.bar = JobBar()
        self._fill(kind)
        self._add_rows()
        self._connect()
        self._on_format()
        self._read_letters()

    def chosen(self) -> tuple[Letter, ...]:
        """Return the letters whose recipients are ticked, in their order."""
        ticked = self.recipients.ticked()
        return tuple(letter for letter in self._letters if letter.id in ticked)

    @Slot()
    def accept(self) -> None:
        """Ask for the folder, if the fields are right."""
        self.error.set_text("")
        try:
            self._check()
        except SamstyringError as problem:
            self.error.set_text(str(problem))
            return
        self._ask_where()

    def _fill(self, kind: LetterKind) -> None:
        remembered = self._desk.settings.page(_REMEMBERED)
        for value, text in words_of_kind(LetterKind):
            self.kind.addItem(text[:1].upper() + text[1:], value)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        for language, text in (
            ("", _("As each recipient writes")), ("nb", _("Bokmål")), ("nn", _("Nynorsk")),
        ):  # fmt: skip
            self.form.addItem(text, language)
        for ending, text in zip(LETTER_ENDINGS, (_("Word (DOCX)"), _("PDF")), strict=True):
            self.format.addItem(text, ending)
        for combo, key in ((self.form, "form"), (self.format, "ending")):
            combo.setCurrentIndex(max(0, combo.findData(remembered.get(key))))
        self.template.field.setText(str(remembered.get("template", "")))

    def _add_rows(self) -> None:
        self.kind.setAccessibleName(_("Kind of letter"))
        self.form.setAccessibleName(_("Written form"))
        self.format.setAccessibleName(_("Format"))
        self.add_row(_("&Kind of letter"), self.kind)
        self.add_row(
            _("&Written form"), self.form,
            _("What a municipality has chosen counts for it; the others are written to in bokmål."),
        )  # fmt: skip
        self.add_row(_("F&ormat"), self.format)
        self.add_row(_("Your own &template"), self.template)
        self.add_row(_("&Recipients"), self.recipients)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.bar)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._read_letters)
        self.form.currentIndexChanged.connect(self._read_letters)
        self.format.currentIndexChanged.connect(self._on_format)
        self.recipients.changed.connect(self._show_count)
        self.finished.connect(self._on_closed)

    @Slot()
    def _read_letters(self) -> None:
        kind = LetterKind(str(self.kind.currentData()))
        try:
            self._letters = self._desk.read(
                letters, self._line.id, kind, as_of=self._desk.day,
                language=str(self.form.currentData()),
            )  # fmt: skip
        except SamstyringError as problem:
            self._letters = ()
            self._show_error(str(problem))
        self.recipients.show_letters(self._letters)
        self._show_count()

    @Slot()
    def _on_format(self) -> None:
        self.template.setEnabled(self.format.currentData() == ".docx")

    @Slot()
    def _show_count(self) -> None:
        self.ok_button.setEnabled(self._job is None and bool(self.recipients.ticked()))

    def _check(self) -> None:
        self.template.path()
        if not self.chosen():
            raise RuleError(_("Tick at least one recipient."))

    def _ask_where(self) -> None:
        folder = str(self._desk.settings.page(_REMEMBERED).get("folder", ""))
        asked = QFileDialog(self, _("Choose a folder for the letters"), folder)
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.fileSelected.connect(self._on_folder)
        asked.finished.connect(asked.deleteLater)
        self.folder_dialog = asked
        asked.open()

    @Slot(str)
    def _on_folder(self, path: str) -> None:
        self._remember(path)
        chosen = self.chosen()
        ending, template = str(self.format.currentData()), self.template.path()
        title = counted("Writing {count} letter", "Writing {count} letters", len(chosen))
        job = Job(partial(_written, chosen, Path(path), ending, template), title)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._job = job
        self.ok_button.setEnabled(False)
        self.bar.watch(job)
        job.start()

    def _remember(self, folder: str) -> None:
        remembered = {
            "form": str(self.form.currentData()),
            "ending": str(self.format.currentData()),
            "template": self.template.field.text().strip(),
            "folder": folder,
        }
        self._desk.settings.set_page(_REMEMBERED, remembered)

    @Slot(object)
    def _on_finished(self, made: tuple[Path, ...]) -> None:
        # One letter is opened itself; of several, the folder they are in.
        tell_exported(made[0] if len(made) == 1 else made[0].parent, self._window)
        self.done(self.DialogCode.Accepted)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._show_error(sentence)

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self._show_count()

    @Slot()
    def _on_closed(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _written(
    chosen: tuple[Letter, ...],
    folder: Path,
    ending: str,
    template: Path | None,
    control: JobControl,
) -> tuple[Path, ...]:
    def is_cancelled() -> bool:
        return control.is_cancelled

    return export_letters(
        chosen, folder, ending, template=template, progress=control.progress,
        cancelled=is_cancelled,
    )  # fmt: skip


def _likely_kind(line: RoundLine) -> LetterKind:
    """Return what is most likely to be written next in a round."""
    if line.closed_on:
        return LetterKind.APPOINTMENT
    if line.overdue:
        return LetterKind.REMINDER
    return LetterKind.RECOMMENDATION if line.answered else LetterKind.CALL
