"""The fields that every letter and roster is asked for: written form, format and template."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QComboBox

from samstyring.export.letter_export import LETTER_ENDINGS
from samstyring.language import _
from samstyring.ui.forms.template_field import TemplateField
from samstyring.ui.forms.working_dialog import WorkingDialog
from samstyring.ui.settings import Settings

BOKMAL, NYNORSK = "nb", "nn"


class DocumentFields(QObject):
    """Rows of a dialog; what was chosen last is remembered under a name of the dialog's own."""

    def __init__(
        self, dialog: WorkingDialog, settings: Settings, name: str, *, own_form: bool
    ) -> None:
        super().__init__(dialog)
        self._settings, self._name = settings, name
        self.form, self.format, self.template = QComboBox(), QComboBox(), TemplateField()
        self._fill(own_form=own_form)
        hint = _(
            "What a municipality has chosen counts for it; the others are written to in bokmål."
        )
        dialog.add_row(_("&Written form"), self.form, hint if own_form else "")
        dialog.add_row(_("F&ormat"), self.format)
        dialog.add_row(_("Your own &template"), self.template)
        self.format.currentIndexChanged.connect(self._on_format)
        self._on_format()

    @property
    def language(self) -> str:
        """The written form chosen; empty for each recipient's own."""
        return str(self.form.currentData())

    @property
    def ending(self) -> str:
        """The ending of the format chosen, such as ".pdf"."""
        return str(self.format.currentData())

    @property
    def folder(self) -> str:
        """The folder that was written to last, or nothing."""
        return str(self._settings.page(self._name).get("folder", ""))

    def remember(self, folder: str) -> None:
        """Keep what is chosen, and where it is written, for the next time."""
        remembered = {
            "form": self.language, "ending": self.ending, "folder": folder,
            "template": self.template.field.text().strip(),
        }  # fmt: skip
        self._settings.set_page(self._name, remembered)

    def _fill(self, *, own_form: bool) -> None:
        forms = ((BOKMAL, _("Bokmål")), (NYNORSK, _("Nynorsk")))
        for language, text in (("", _("As each recipient writes")), *forms) if own_form else forms:
            self.form.addItem(text, language)
        for ending, text in zip(LETTER_ENDINGS, (_("Word (DOCX)"), _("PDF")), strict=True):
            self.format.addItem(text, ending)
        remembered = self._settings.page(self._name)
        for combo, key in ((self.form, "form"), (self.format, "ending")):
            combo.setCurrentIndex(max(0, combo.findData(remembered.get(key))))
        self.template.field.setText(str(remembered.get("template", "")))
        self.form.setAccessibleName(_("Written form"))
        self.format.setAccessibleName(_("Format"))

    @Slot()
    def _on_format(self) -> None:
        self.template.setEnabled(self.ending == ".docx")
