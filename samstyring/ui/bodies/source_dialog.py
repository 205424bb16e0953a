"""The form for a source: where a fact about a body comes from."""

from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.sources import add_source
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit


class SourceDialog(FormDialog):
    """Adds a source to a body."""

    def __init__(self, desk: Desk, body_id: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _("New source"),
            _("Where the facts come from. What has a source can be verified again later."),
            _("Add the source"),
            self._save,
            parent,
        )
        self._desk, self._body_id = desk, body_id
        self.title, self.address = QLineEdit(), QLineEdit()
        self.seen_on = PartialDateEdit(_("Seen on"))
        self.seen_on.set_value(PartialDate.of(desk.day))
        self.add_row(_("&Title"), self.title)
        self.add_row(_("&Address"), self.address, _("A page, a case number or where it is kept."))
        self.add_row(_("&Seen on"), self.seen_on)

    def _save(self) -> None:
        self._desk.run(
            add_source,
            self._body_id,
            self.title.text(),
            address=self.address.text(),
            seen_on=self.seen_on.value(),
        )
