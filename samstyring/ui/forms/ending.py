"""The form that ends a thing on a day."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms.dates import PartialDateEdit
from samstyring.ui.forms.dialog import FormDialog


class EndDialog(FormDialog):
    """Asks for the last day of a thing, and why if `asks_why`.

    `end(last day, reason)` is a bound method that runs the command.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        sentence: str,
        end: Callable[[PartialDate, str], None],
        parent: QWidget,
        *,
        verb: str = "",
        asks_why: bool = False,
    ) -> None:
        super().__init__(title, sentence, verb or _("End it"), self._run, parent)
        self._end = end
        self.last_day = PartialDateEdit(_("Last day"))
        self.last_day.set_value(desk.day)
        self.reason = QLineEdit()
        self.add_row(_("&Last day"), self.last_day, _("The last day on which it still holds."))
        if asks_why:
            self.add_row(_("&Reason"), self.reason)

    def _run(self) -> None:
        last_day = self.last_day.value()
        if last_day is None:
            raise RuleError(_("Write the last day."))
        self._end(last_day, self.reason.text())
