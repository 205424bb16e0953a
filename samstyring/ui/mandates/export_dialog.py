"""The form that exports a mandate as a document, and the work behind it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from samstyring.domain.errors import RuleError, SamstyringError
from samstyring.domain.mandates import MandateDetail, MandateDocument
from samstyring.export.mandate_export import export_mandate
from samstyring.export.office import find_office
from samstyring.formats import safe_name
from samstyring.language import _
from samstyring.queries.mandates import mandate_detail, mandate_document
from samstyring.ui.desk import Desk
from samstyring.ui.forms import PartialDateEdit, SoftLabel
from samstyring.ui.forms.template_field import TemplateField
from samstyring.ui.forms.working_dialog import WorkingDialog
from samstyring.ui.jobs import JobControl
from samstyring.ui.mandates.words import form_name, version_name, written_form_of_the_screen

_REMEMBERED = "mandate_export"
_FORMATS = (".docx", ".pdf", ".odt")


def ask_export(desk: Desk, version_id: str, parent: QWidget) -> "ExportDialog | None":
    """Open the form that exports a version of a mandate; None if it cannot be read.

    A version that is gone, or has no text, is told of through the desk.
    """
    try:
        detail = desk.read(mandate_detail, version_id, as_of=desk.day)
        if not detail.line.languages:
            raise RuleError(_("The draft has no sections yet. Write at least one, then export it."))
    except SamstyringError as problem:
        desk.failed.emit(str(problem))
        return None
    dialog = ExportDialog(desk, detail, parent)
    dialog.open()
    return dialog


class ExportDialog(WorkingDialog):
    """Asks for format, written form, day of the roster and template; then where to; then works.

    It stays open while the document is made, and closes when it is there.
    """

    def __init__(self, desk: Desk, detail: MandateDetail, parent: QWidget) -> None:
        sentence = _("{version} becomes a document that can be read without this program.")
        super().__init__(
            _("Export the mandate"),
            sentence.format(version=version_name(detail.line)),
            _("Choose a file…"),
            self._read_document,
            self._asked_where,
            parent,
        )
        self._desk, self._detail = desk, detail
        self._document: MandateDocument | None = None
        self._template: Path | None = None
        self.format, self.form = QComboBox(), QComboBox()
        self.roster_day = PartialDateEdit(_("Members as of"))
        self.template = TemplateField()
        self._fill()
        self._add_rows()
        self.format.currentIndexChanged.connect(self._on_format)
        self._on_format()

    def ending(self) -> str:
        """Return the ending of the format chosen, such as ".pdf"."""
        return str(self.format.currentData())

    def _fill(self) -> None:
        remembered = self._desk.settings.page(_REMEMBERED)
        for ending, text in zip(
            _FORMATS, (_("Word (DOCX)"), _("PDF"), _("OpenDocument (ODT)")), strict=True
        ):
            self.format.addItem(text, ending)
        if find_office() is None:
            self._turn_off_odt()
        remembered_place = self.format.findData(remembered.get("ending"))
        if self._is_offered(remembered_place):
            self.format.setCurrentIndex(remembered_place)
        for language in self._detail.line.languages:
            self.form.addItem(form_name(language), language)
        self.form.setCurrentIndex(max(0, self.form.findData(written_form_of_the_screen())))
        self.roster_day.set_value(self._desk.day)
        self.template.field.setText(str(remembered.get("template", "")))

    def _turn_off_odt(self) -> None:
        item = self._format_item(self.format.findData(".odt"))
        assert item is not None
        item.setEnabled(False)
        item.setToolTip(_("LibreOffice was not found on this computer."))

    def _is_offered(self, place: int) -> bool:
        item = self._format_item(place)
        return item is not None and item.isEnabled()

    def _format_item(self, place: int) -> QStandardItem | None:
        model = self.format.model()
        assert isinstance(model, QStandardItemModel)
        return model.item(place)

    def _add_rows(self) -> None:
        lacks_office = not self._is_offered(self.format.findData(".odt"))
        hint = _("OpenDocument (ODT) can be written where LibreOffice is installed.")
        self.format.setAccessibleName(_("Format"))
        self.form.setAccessibleName(_("Written form"))
        self.add_row(_("F&ormat"), self.format, hint if lacks_office else "")
        self.add_row(_("&Written form"), self.form)
        hint = _("The document lists who sat in the body on this day.")
        self.add_row(_("&Members as of"), self.roster_day, hint)
        self.add_row(_("Your own &template"), self.template)
        hint = _("A Word file that the document is made from. Empty for the usual look.")
        self.template_hint = SoftLabel(hint)
        self.add_wide(self.template_hint)
        self.add_bar()
        self.form.setEnabled(self.form.count() > 1)

    @Slot()
    def _on_format(self) -> None:
        takes_template = self.ending() != ".pdf"
        self.template.setEnabled(takes_template)
        self.template_hint.setText(
            _("A Word file that the document is made from. Empty for the usual look.")
            if takes_template
            else _("A PDF is always set the usual way, without a template.")
        )

    def _read_document(self) -> None:
        self._document = self._desk.read(
            mandate_document,
            self._detail.line.id,
            as_of=_whole_day(self.roster_day),
            language=str(self.form.currentData()),
        )
        self._template = self.template.path()

    def _asked_where(self) -> QFileDialog:
        assert self._document is not None
        ending = self.ending()
        folder = str(self._desk.settings.page(_REMEMBERED).get("folder", ""))
        asked = QFileDialog(self, _("Export the mandate"), folder)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter(f"{self.format.currentText().split(' (')[0]} (*{ending})")
        asked.setDefaultSuffix(ending.lstrip("."))
        asked.selectFile(safe_name(_suggested(self._document), ending))
        asked.fileSelected.connect(self._on_file)
        return asked

    @Slot(str)
    def _on_file(self, path: str) -> None:
        assert self._document is not None
        target = Path(path)
        self._remember(target)
        work = partial(_export, self._document, target, self._template)
        self.start_work(work, _("Writing {name}").format(name=target.name))

    def _remember(self, target: Path) -> None:
        remembered = {
            "ending": self.ending(),
            "folder": str(target.parent),
            "template": self.template.field.text().strip(),
        }
        self._desk.settings.set_page(_REMEMBERED, remembered)


def _export(
    document: MandateDocument, target: Path, template: Path | None, control: JobControl
) -> Path:
    def is_cancelled() -> bool:
        return control.is_cancelled

    return export_mandate(
        document, target, template=template, progress=control.progress, cancelled=is_cancelled
    )


def _suggested(document: MandateDocument) -> str:
    number = _("version {number}").format(number=document.number) if document.number else ""
    return " ".join(filter(None, (document.title, number)))


def _whole_day(field: PartialDateEdit) -> date:
    day = field.value()
    if day is None or day.day is None:
        raise RuleError(_("Write the whole day the members are listed as of."))
    return day.first_day()
