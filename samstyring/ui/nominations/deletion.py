"""The form that says what hangs on a thing before it is deleted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from samstyring.domain.bodies import Dependents
from samstyring.formats import listed, number
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog


class DeleteDialog(FormDialog):
    """Asks once more, in words, before a thing goes with all that hangs on it.

    ``command`` takes the id of the thing; ``table`` is where it lies; ``sentence`` says what
    deleting means and what to do instead.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        title: str,
        sentence: str,
        command: Callable[..., None],
        table: str,
        item_id: str,
    ) -> None:
        hanging = desk.read(dependents, table, item_id)
        sentences = " ".join(filter(None, (sentence, hanging_in_words(hanging))))
        super().__init__(title, sentences, _("Delete"), self._delete, parent)
        self._desk, self._command, self._item_id = desk, command, item_id

    def _delete(self) -> None:
        self._desk.run(self._command, self._item_id)


def hanging_in_words(hanging: Dependents) -> str:
    """Return what goes with a thing, in a sentence; nothing if nothing does."""
    if not hanging.total:
        return ""
    things = [f"{number(count)} {word}" for word, count in hanging.counts]
    return _("This is deleted with it: {things}.").format(things=listed(things))
