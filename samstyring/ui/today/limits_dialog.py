"""Ask how old facts and mandates may be before they come up on the list of work."""

from PySide6.QtWidgets import QSpinBox, QWidget

from samstyring.commands.snoozes import set_care_limits
from samstyring.domain.findings import LONGEST_LIMIT, CareLimits
from samstyring.language import _
from samstyring.queries.findings import care_limits
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog


class LimitsDialog(FormDialog):
    """Two numbers of months, kept in the file for everybody who works in it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        sentence = _("What counts as long belongs to the file, and is the same for all who use it.")
        super().__init__(
            _("What counts as long"), sentence, _("Change"), self._submit_months, parent
        )
        self._desk = desk
        limits = desk.read(care_limits)
        self.verify = _months(_("Months until facts are to be verified"), limits.verify_months)
        self.revise = _months(_("Months until mandates are to be revised"), limits.revise_months)
        self.add_row(_("&Facts are verified every"), self.verify)
        self.add_row(_("&Mandates are revised every"), self.revise)

    def _submit_months(self) -> None:
        self._desk.run(set_care_limits, CareLimits(self.verify.value(), self.revise.value()))


def _months(name: str, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, LONGEST_LIMIT)
    box.setSuffix(" " + _("months"))
    box.setAccessibleName(name)
    box.setValue(value)
    return box
