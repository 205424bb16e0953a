"""Dialogs that end a thing on a day, and that say what goes with a thing that is deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from samstyring.domain.bodies import Dependents
from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate
from samstyring.formats import listed, number
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit

_MARGINS = 40


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


class DeleteDialog(FormDialog):
    """Says what hangs on a thing before it is deleted; `delete` is a bound method."""

    def __init__(
        self, name: str, hanging: Dependents, delete: Callable[[], None], parent: QWidget
    ) -> None:
        title = _("Delete {name}").format(name=name)
        super().__init__(title, "", _("Delete"), delete, parent)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setText(deletion_sentence(name, hanging))
        self.add_wide(self.text)
        # The form asks for the height of the text at a width that it is not given.
        self.text.setMinimumHeight(self.text.heightForWidth(self.minimumWidth() - _MARGINS))


def deletion_sentence(name: str, hanging: Dependents) -> str:
    """Say what goes with a thing, and what to do if it was real and is over."""
    if hanging.total:
        goes = listed([f"{number(count)} {word}" for word, count in hanging.counts])
        first = _("{name} is deleted, and with it {what}.").format(name=name, what=goes)
    else:
        first = _("{name} is deleted. Nothing else hangs on it.").format(name=name)
    advice = _("Delete only what never was: what was real and is over is ended on a day instead.")
    return f"{first}\n\n{advice} " + _("It can be undone.")
