"""The form that writes the letters of a round, and the work behind it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from samstyring.domain.errors import RuleError, SamstyringError
from samstyring.domain.letters import Letter, LetterKind
from samstyring.domain.nominations import RoundLine
from samstyring.domain.words import words_of_kind
from samstyring.export.letter_export import export_letters
from samstyring.formats import capital, counted
from samstyring.language import _
from samstyring.queries.letters import letters
from samstyring.queries.nominations import round_detail
from samstyring.ui.desk import Desk
from samstyring.ui.forms.working_dialog import WorkingDialog
from samstyring.ui.jobs import JobControl
from samstyring.ui.letters.fields import DocumentFields
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


class LettersDialog(WorkingDialog):
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
            self._check_ticks,
            self._asked_where,
            parent,
        )
        self._desk, self._line = desk, line
        self._letters: tuple[Letter, ...] = ()
        self.kind, self.recipients = QComboBox(), RecipientList()
        self._add_kinds(kind)
        self.fields = DocumentFields(self, desk.settings, _REMEMBERED, own_form=True)
        self.add_row(_("&Recipients"), self.recipients)
        self.add_bar()
        self.kind.currentIndexChanged.connect(self._read_letters)
        self.fields.form.currentIndexChanged.connect(self._read_letters)
        self.recipients.changed.connect(self._show_count)
        self._read_letters()

    def chosen(self) -> tuple[Letter, ...]:
        """Return the letters whose recipients are ticked, in their order."""
        ticked = self.recipients.ticked()
        return tuple(letter for letter in self._letters if letter.id in ticked)

    def _add_kinds(self, kind: LetterKind) -> None:
        for value, text in words_of_kind(LetterKind):
            self.kind.addItem(capital(text), value)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.kind.setAccessibleName(_("Kind of letter"))
        self.add_row(_("&Kind of letter"), self.kind)

    @Slot()
    def _read_letters(self) -> None:
        kind = LetterKind(str(self.kind.currentData()))
        try:
            self._letters = self._desk.read(
                letters, self._line.id, kind, as_of=self._desk.day,
                language=self.fields.language,
            )  # fmt: skip
        except SamstyringError as problem:
            self._letters = ()
            self._show_error(str(problem))
        self.recipients.show_letters(self._letters)
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        self.ok_button.setEnabled(not self.is_working and bool(self.recipients.ticked()))

    def _check_ticks(self) -> None:
        self.fields.template.path()
        if not self.chosen():
            raise RuleError(_("Tick at least one recipient."))

    def _asked_where(self) -> QFileDialog:
        asked = QFileDialog(self, _("Choose a folder for the letters"), self.fields.folder)
        asked.setFileMode(QFileDialog.FileMode.Directory)
        asked.setOption(QFileDialog.Option.ShowDirsOnly)
        asked.fileSelected.connect(self._on_folder)
        return asked

    @Slot(str)
    def _on_folder(self, path: str) -> None:
        self.fields.remember(path)
        chosen = self.chosen()
        work = partial(
            _written, chosen, Path(path), self.fields.ending, self.fields.template.path()
        )
        title = counted("Writing {count} letter", "Writing {count} letters", len(chosen))
        self.start_work(work, title)


def _written(
    chosen: tuple[Letter, ...],
    folder: Path,
    ending: str,
    template: Path | None,
    control: JobControl,
) -> Path:
    """Write the letters; return the letter if there is but one, else the folder they are in."""

    def is_cancelled() -> bool:
        return control.is_cancelled

    made = export_letters(
        chosen, folder, ending, template=template, progress=control.progress,
        cancelled=is_cancelled,
    )  # fmt: skip
    return made[0] if len(made) == 1 else folder


def _likely_kind(line: RoundLine) -> LetterKind:
    """Return what is most likely to be written next in a round."""
    if line.closed_on:
        return LetterKind.APPOINTMENT
    if line.overdue:
        return LetterKind.REMINDER
    return LetterKind.RECOMMENDATION if line.answered else LetterKind.CALL
