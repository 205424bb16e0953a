"""The form for a source: where a fact about a body comes from."""

from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.sources import add_source, correct_source
from samstyring.domain.bodies import Source
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit
from samstyring.ui.forms.dates import stored_date


class SourceDialog(FormDialog):
    """Adds a source to a body, or corrects one that stands there."""

    def __init__(
        self, desk: Desk, body_id: str, source: Source | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Correct the source") if source else _("New source"),
            _("What has been verified stays so. If the facts are from elsewhere, add a new source.")
            if source
            else _("Where the facts come from. What has a source can be verified again later."),
            _("Correct") if source else _("Add the source"),
            self._save,
            parent,
        )
        self._desk, self._body_id, self._source = desk, body_id, source
        self.title, self.address = QLineEdit(), QLineEdit()
        self.seen_on = PartialDateEdit(_("Seen on"))
        self.seen_on.set_value(PartialDate.of(desk.day))
        if source is not None:
            self.title.setText(source.title)
            self.address.setText(source.address)
            self.seen_on.set_value(stored_date(source.seen_on))
        self.add_row(_("&Title"), self.title)
        self.add_row(_("&Address"), self.address, _("A page, a case number or where it is kept."))
        self.add_row(_("&Seen on"), self.seen_on)

    def _save(self) -> None:
        title, address, seen_on = self.title.text(), self.address.text(), self.seen_on.value()
        if self._source is None:
            self._desk.run(add_source, self._body_id, title, address=address, seen_on=seen_on)
        else:
            self._desk.run(correct_source, self._source.id, title, address=address, seen_on=seen_on)
