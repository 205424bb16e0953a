"""What can be done with mandates: opens the forms and runs the commands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.mandates import delete_version, draft_mandate, end_mandate
from samstyring.domain.mandates import MandateDetail, MandateLine
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.queries.mandates import mandate_detail, mandate_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms.deletion import deletion_of
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.mandates.dialogs import AdoptDialog, AdoptionDialog, DraftFactsDialog
from samstyring.ui.mandates.drafting import DraftDialog
from samstyring.ui.mandates.export_dialog import ask_export
from samstyring.ui.mandates.words import is_draft, version_name


class MandateActions(QObject):
    """Does what the page asks for; `drafted(version id)` tells of a new version."""

    drafted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._ways: dict[str, Callable[[MandateDetail], None]] = {
            "draft": self._draft_version,
            "adopt": self._adopt,
            "correct": self._correct,
            "export": self._export,
            "end": self._end,
            "delete": self._delete,
        }

    def draft(self, body_id: str | None = None) -> None:
        """Ask for which body a mandate is to be drafted, with this one chosen at first."""
        dialog = DraftDialog(self._desk, self._parent, body_id)
        dialog.drafted.connect(self.drafted)
        dialog.open()

    @Slot(str, str)
    def do(self, verb: str, version_id: str) -> None:
        """Do what is asked for with a version."""
        detail = self._desk.read(mandate_detail, version_id, as_of=self._desk.day)
        self._ways[verb](detail)

    def _draft_version(self, detail: MandateDetail) -> None:
        version_id = self._desk.try_run(draft_mandate, detail.line.body_id)
        if version_id is not None:
            self.drafted.emit(version_id)

    def _adopt(self, detail: MandateDetail) -> None:
        if not is_draft(detail.line):
            self._desk.failed.emit(_("This version is adopted already."))
            return
        AdoptDialog(self._desk, detail.line, self._family(detail.line), self._parent).open()

    def _family(self, line: MandateLine) -> list[MandateLine]:
        found = self._desk.read(mandate_lines, as_of=self._desk.day, body_id=line.body_id)
        return [other for other in found if other.mandate_id == line.mandate_id]

    def _correct(self, detail: MandateDetail) -> None:
        if is_draft(detail.line):
            DraftFactsDialog(self._desk, detail, self._parent).open()
        else:
            AdoptionDialog(self._desk, detail.line, self._parent).open()

    def _export(self, detail: MandateDetail) -> None:
        ask_export(self._desk, detail.line.id, self._parent)

    def _end(self, detail: MandateDetail) -> None:
        sentence = _("{version} is no longer in force after that day, and no other follows it.")
        EndDialog(
            self._desk,
            _("End the mandate"),
            sentence.format(version=version_name(detail.line)),
            partial(self._run_end, detail.line.id),
            self._parent,
            verb=_("End the mandate"),
        ).open()

    def _run_end(self, version_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_mandate, version_id, last_day.last_day())

    def _delete(self, detail: MandateDetail) -> None:
        hanging = self._desk.read(dependents, "mandate_version", detail.line.id)
        delete = partial(self._run_delete, detail.line.id)
        deletion_of(version_name(detail.line), hanging, delete, self._parent).open()

    def _run_delete(self, version_id: str) -> None:
        self._desk.run(delete_version, version_id)
