"""Whom a person works for over time."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.commands.people import delete_employment
from samstyring.domain.people import Employment, PersonDetail
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.parts.keys import on_key
from samstyring.ui.parts.rows import Verb
from samstyring.ui.people.columns import EMPLOYMENT_COLUMNS
from samstyring.ui.people.employment_dialogs import (
    AddEmploymentDialog,
    ChangeEmployerDialog,
    CorrectEmploymentDialog,
    EndEmploymentDialog,
)


class WorkTab(QWidget):
    """A table of employments, and what can be done with the one that is selected."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: PersonDetail | None = None
        self.table = FittedTable(
            EMPLOYMENT_COLUMNS,
            name="people/employments",
            accessible_name=_("Employments"),
            hint=_("No employer is known. “Change employer…” writes the first."),
            settings=desk.settings,
        )
        self.buttons = ActionRow(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self.buttons)
        layout.addStretch(1)
        self._connect()

    def show_work(self, detail: PersonDetail) -> None:
        """List the employments of a person."""
        self._detail = detail
        self.table.set_records(detail.employments)
        if self.table.selected_id() is None and detail.employments:
            self.table.select(self.table.shown_records()[0].id)
        self._show_actions()

    def _connect(self) -> None:
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.buttons.triggered.connect(self._on_action)
        on_key(self.table.view, "Del", self._delete)
        on_key(self.table.view, "F2", self._correct)

    def _selected(self) -> Employment | None:
        chosen = self.table.selected_id()
        works = self._detail.employments if self._detail else ()
        return next((work for work in works if work.id == chosen), None)

    def _show_actions(self) -> None:
        self.buttons.set_actions((*_on_person(), *(_on_work() if self._selected() else ())))

    @Slot(str)
    def _on_selected(self, _work_id: str) -> None:
        self._show_actions()

    @Slot(str)
    def _on_activated(self, _work_id: str) -> None:
        work = self._selected()
        if work is not None:
            self.open_requested.emit("body", work.employer_id)

    @Slot(str, QPoint)
    def _on_context(self, work_id: str, where: QPoint) -> None:
        self.table.select(work_id)
        self._show_actions()
        self.buttons.popup(where)

    @Slot(str)
    def _on_action(self, key: str) -> None:
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

    @Slot()
    def _delete(self) -> None:
        self.buttons.trigger("delete")

    @Slot()
    def _correct(self) -> None:
        self.buttons.trigger("correct")


def _on_person() -> tuple[Verb, ...]:
    return (
        Verb("change", _("Change &employer…"), "arrow-right"),
        Verb("add", _("A&dd…"), "plus"),
    )


def _on_work() -> tuple[Verb, ...]:
    return (
        Verb("correct", _("Correct…"), "edit"),
        Verb("end", _("End…"), "calendar"),
        Verb("delete", _("Delete"), "delete"),
    )
