"""Ask until when a finding is to be left out of the list of work."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from samstyring.commands.snoozes import put_off
from samstyring.domain.errors import RuleError
from samstyring.domain.findings import Finding
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit

_USUAL_DAYS = 14


class PutOffDialog(FormDialog):
    """Two weeks unless another day is chosen."""

    def __init__(self, desk: Desk, finding: Finding, parent: QWidget) -> None:
        super().__init__(_("Not now"), finding.sentence, _("Put off"), self._submit_day, parent)
        self._desk, self._finding = desk, finding
        self.until = PartialDateEdit(_("Show it again on"))
        self.until.set_value(desk.day + timedelta(days=_USUAL_DAYS))
        hint = _("Until then it is left out of the list and of the number in the side bar.")
        self.add_row(_("&Show it again on"), self.until, hint)

    def _submit_day(self) -> None:
        self._desk.run(
            put_off, self._finding.id, self._day(), on_day=self._desk.day,
            by_whom=self._desk.workspace.author, subject=self._finding.sentence,
        )  # fmt: skip

    def _day(self) -> date:
        value = self.until.value()
        if value is None or value.day is None:
            raise RuleError(_("Write the whole day, such as 07.02.2026."))
        return value.first_day()
