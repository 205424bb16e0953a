"""The form that drafts a mandate for a body, with the usual sections to fill in."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from samstyring.commands.mandates import SectionText, draft_mandate
from samstyring.domain.errors import RuleError
from samstyring.domain.mandates import SectionKind
from samstyring.domain.words import word
from samstyring.language import _, texts_in
from samstyring.queries.mandates import mandate_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, SoftLabel
from samstyring.ui.forms.fields import body_picker
from samstyring.ui.mandates.words import WRITTEN_FORMS


class DraftDialog(FormDialog):
    """Drafts a mandate for a body; `drafted` tells the id of the version that came of it."""

    drafted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, body_id: str | None = None) -> None:
        super().__init__(
            _("Draft a mandate"),
            _("The draft begins with the usual sections, each with its heading, to be filled in."),
            _("Draft it"),
            self._save,
            parent,
        )
        self._desk = desk
        self.body = body_picker(desk, _("Body"), body_id)
        self.forms = QComboBox()
        self.forms.setAccessibleName(_("Written form"))
        for code, name in (*WRITTEN_FORMS, ("", _("Both"))):
            self.forms.addItem(name, (code,) if code else tuple(c for c, _n in WRITTEN_FORMS))
        self.derived_from = QLineEdit()
        self.consequence = SoftLabel("")
        self.add_row(_("&Body"), self.body)
        self.add_wide(self.consequence)
        self.add_row(_("&Written form"), self.forms)
        hint = _("The mandate or decision that gives this one its authority.")
        self.add_row(_("&Derived from"), self.derived_from, hint)
        self.body.value_changed.connect(self._on_body)
        self._on_body()

    @Slot()
    def _on_body(self) -> None:
        earlier = self._newest_number(self.body.value() if self.body.is_valid() else None)
        text = _("This body has a mandate already: the draft copies its version {number}.")
        self.consequence.setText(text.format(number=earlier) if earlier else "")
        self.consequence.setVisible(bool(earlier))
        self.forms.setEnabled(not earlier)

    def _newest_number(self, body_id: str | None) -> str:
        if body_id is None:
            return ""
        lines = self._desk.read(mandate_lines, as_of=self._desk.day, body_id=body_id)
        return lines[0].number if lines else ""

    def _save(self) -> None:
        body_id = self.body.value()
        if body_id is None:
            raise RuleError(_("Choose the body that the mandate is for."))
        languages = () if self._newest_number(body_id) else self.forms.currentData()
        version_id = self._desk.run(
            draft_mandate,
            body_id,
            derived_from=self.derived_from.text(),
            sections=[(language, usual_sections(language)) for language in languages],
        )
        self.drafted.emit(version_id)


def usual_sections(language: str) -> tuple[SectionText, ...]:
    """Return the sections a mandate usually has, in order, with headings and no text."""
    with texts_in(language):
        return tuple((kind, word(kind), "") for kind in SectionKind if kind != SectionKind.OTHER)
