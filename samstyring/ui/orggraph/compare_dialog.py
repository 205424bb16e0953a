"""Asks which day the day shown is compared with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import months_later
from samstyring.formats import long_date
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit

_YEAR = 12


class CompareDialog(FormDialog):
    """``chosen(day)`` tells which day; at first it is a year before the one shown."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            _("Compare with another day"),
            _("What is new, gone, moved or changed is marked in the graph and told in a list."),
            _("Compare"),
            self._run,
            parent,
        )
        self._desk = desk
        self.day = PartialDateEdit(_("Other day"))
        self.day.set_value(months_later(desk.day, -_YEAR) if desk.day.year > 1 else desk.day)
        hint = _("Compared with {day}, which is shown now.").format(day=long_date(desk.day))
        self.add_row(_("&Other day"), self.day, hint)

    def _run(self) -> None:
        value = self.day.value()
        if value is None:
            raise RuleError(_("Write the day to compare with."))
        if value.first_day() == self._desk.day:
            raise RuleError(_("That is the day that is shown. Write another one."))
        self.chosen.emit(value.first_day())
