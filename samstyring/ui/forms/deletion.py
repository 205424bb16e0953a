"""The form that says what hangs on a thing before it is deleted."""

from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from samstyring.domain.bodies import Dependents
from samstyring.formats import listed, number
from samstyring.language import _
from samstyring.ui.forms.dialog import FormDialog

_MARGINS = 40


def deletion_of(
    name: str, hanging: Dependents, delete: Callable[[], None], parent: QWidget
) -> "DeleteDialog":
    """Return the form for a thing that is ended when it was real; `hanging` goes with it."""
    title = _("Delete {name}").format(name=name)
    return DeleteDialog(title, deletion_sentence(name, hanging), delete, parent)


def deletion_sentence(name: str, hanging: Dependents) -> str:
    """Say what goes with a thing, and what to do if it was real and is over."""
    if hanging.total:
        text = _("{name} is deleted, and with it {what}.")
        first = text.format(name=name, what=_in_words(hanging))
    else:
        first = _("{name} is deleted. Nothing else hangs on it.").format(name=name)
    advice = _("Delete only what never was: what was real and is over is ended on a day instead.")
    return f"{first}\n\n{advice} " + _("It can be undone.")


def with_what_hangs(sentence: str, hanging: Dependents) -> str:
    """Return the sentence, and after it what goes with the thing if anything does."""
    if not hanging.total:
        return sentence
    goes = _("This is deleted with it: {things}.").format(things=_in_words(hanging))
    return f"{sentence} {goes}"


def _in_words(hanging: Dependents) -> str:
    return listed([f"{number(count)} {word}" for word, count in hanging.counts])


class DeleteDialog(FormDialog):
    """Asks once more, in words, before a thing goes with all that hangs on it.

    `sentence` says what deleting means and what to do instead; `delete` runs the command.
    """

    def __init__(
        self, title: str, sentence: str, delete: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(title, sentence, _("Delete"), delete, parent)
        # Here the sentence is all there is to read; elsewhere it only leads to the fields.
        self.sentence.setForegroundRole(QPalette.ColorRole.WindowText)
        # The form asks for the height of the text at a width that it is not given.
        room = self.minimumWidth() - _MARGINS
        self.sentence.setMinimumHeight(self.sentence.heightForWidth(room))
