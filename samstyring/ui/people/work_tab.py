"""Whom a person works for over time."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.people import delete_employment
from samstyring.domain.people import Employment, PersonDetail
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.verb_table import VerbTable
from samstyring.ui.people.columns import EMPLOYMENT_COLUMNS
from samstyring.ui.people.employment_dialogs import (
    AddEmploymentDialog,
    ChangeEmployerDialog,
    CorrectEmploymentDialog,
    EndEmploymentDialog,
)


class WorkTab(VerbTable):
    """A table of employments, and what can be done with the one that is selected."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            EMPLOYMENT_COLUMNS,
            name="people/employments",
            accessible_name=_("Employments"),
            hint=_("No employer is known. “Change employer…” writes the first."),
            parent=parent,
        )
        self._desk = desk
        self._detail: PersonDetail | None = None
        self.row_changed.connect(self._on_row_changed)
        self.activated.connect(self._on_activated)
        self.verb_chosen.connect(self._on_verb)

    def show_work(self, detail: PersonDetail) -> None:
        """List the employments of a person."""
        self._detail = detail
        self.show_records(detail.employments)

    def _selected(self) -> Employment | None:
        chosen = self.table.selected_id()
        works = self._detail.employments if self._detail else ()
        return next((work for work in works if work.id == chosen), None)

    @Slot()
    def _on_row_changed(self) -> None:
        self.buttons.set_actions((*_on_person(), *(_on_work() if self._selected() else ())))

    @Slot(str)
    def _on_activated(self, _work_id: str) -> None:
        work = self._selected()
        if work is not None:
            self.open_requested.emit("body", work.employer_id)

    @Slot(str)
    def _on_verb(self, key: str) -> None:
        detail, work = self._detail, self._selected()
        if detail is not None and key == "change":
            ChangeEmployerDialog(self._desk, detail, self).open()
        elif detail is not None and key == "add":
            AddEmploymentDialog(self._desk, detail, self).open()
        elif work is None:
            return
        elif key == "correct":
            CorrectEmploymentDialog(self._desk, work, self).open()
        elif key == "end":
            EndEmploymentDialog(self._desk, work, self).open()
        elif key == "delete":
            self._desk.try_run(delete_employment, work.id)


def _on_person() -> tuple[Verb, ...]:
    return (
        Verb("change", _("Change &employer…"), "arrow-right"),
        Verb("add", _("A&dd…"), "plus"),
    )


def _on_work() -> tuple[Verb, ...]:
    return (
        Verb("correct", _("Correct…"), "edit", "F2"),
        Verb("end", _("End…"), "calendar"),
        Verb("delete", _("Delete"), "delete", "Delete"),
    )
