"""What can be done with a body: opens the forms and runs the commands."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.bodies import (
    delete_body,
    delete_name,
    delete_relation,
    delete_succession,
    end_body,
    end_name,
    end_relation,
)
from samstyring.commands.sources import delete_source, verify_fact
from samstyring.domain.bodies import BodyDetail, BodyName, Relation
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.ui.bodies.body_dialog import BodyDialog
from samstyring.ui.bodies.name_dialogs import NameDialog, RenameDialog
from samstyring.ui.bodies.relation_dialogs import (
    CorrectRelationDialog,
    RelationDialog,
    SuccessionDialog,
)
from samstyring.ui.bodies.source_dialog import SourceDialog
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.deletion import deletion_of
from samstyring.ui.forms.ending import EndDialog


class BodyActions(QObject):
    """Does what a body's detail asks for; small rows are deleted at once and can be undone."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._body: BodyDetail | None = None
        self._relations: tuple[Relation, ...] = ()
        self._ways: dict[BodyVerb, Callable[[BodyDetail, str], FormDialog | None]] = {
            BodyVerb.CORRECT: self._correct,
            BodyVerb.RENAME: self._rename,
            BodyVerb.END: self._end,
            BodyVerb.DELETE: self._delete,
            BodyVerb.ADD_NAME: self._add_name,
            BodyVerb.CORRECT_NAME: self._correct_name,
            BodyVerb.END_NAME: self._end_name,
            BodyVerb.DELETE_NAME: self._delete_name,
            BodyVerb.ADD_RELATION: self._add_relation,
            BodyVerb.CORRECT_RELATION: self._correct_relation,
            BodyVerb.END_RELATION: self._end_relation,
            BodyVerb.DELETE_RELATION: self._delete_relation,
            BodyVerb.ADD_SUCCESSION: self._add_succession,
            BodyVerb.DELETE_SUCCESSION: self._delete_succession,
            BodyVerb.ADD_SOURCE: self._add_source,
            BodyVerb.CORRECT_SOURCE: self._correct_source,
            BodyVerb.VERIFY_SOURCE: self._verify_source,
            BodyVerb.DELETE_SOURCE: self._delete_source,
        }

    def set_body(self, body: BodyDetail | None, relations: tuple[Relation, ...] = ()) -> None:
        """Work on this body; ``relations`` are those of other days that are shown as well."""
        self._body = body
        self._relations = (*body.relations, *relations) if body else ()

    @Slot(str, str)
    def do(self, verb: str, row_id: str) -> None:
        """Do what is asked for with the body, or with one row about it."""
        if self._body is None or self._desk.workspace.read_only:
            return
        dialog = self._ways[BodyVerb(verb)](self._body, row_id)
        if dialog is not None:
            dialog.open()

    def _correct(self, body: BodyDetail, _row: str) -> FormDialog:
        return BodyDialog(self._desk, body, self._parent)

    def _rename(self, body: BodyDetail, _row: str) -> FormDialog:
        return RenameDialog(self._desk, body, self._parent)

    def _end(self, body: BodyDetail, _row: str) -> FormDialog:
        return EndDialog(
            self._desk,
            _("End {name}").format(name=body.name),
            _(
                "Its names, relations, seats and the terms of those who sit there end with it."
                " It can still be seen as it was before that day."
            ),
            partial(self._run_end, body.id),
            self._parent,
            verb=_("End the body"),
            asks_why=True,
        )

    def _run_end(self, body_id: str, last_day: PartialDate, reason: str) -> None:
        self._desk.run(end_body, body_id, last_day, reason=reason)

    def _delete(self, body: BodyDetail, _row: str) -> FormDialog:
        hanging = self._desk.read(dependents, "body", body.id)
        delete = partial(self._run_delete, body.id)
        return deletion_of(body.name, hanging, delete, self._parent)

    def _run_delete(self, body_id: str) -> None:
        self._desk.run(delete_body, body_id)

    def _add_name(self, body: BodyDetail, _row: str) -> FormDialog:
        return NameDialog(self._desk, body.id, None, self._parent)

    def _name(self, body: BodyDetail, row_id: str) -> BodyName:
        return next(name for name in body.names if name.id == row_id)

    def _correct_name(self, body: BodyDetail, row_id: str) -> FormDialog:
        return NameDialog(self._desk, body.id, self._name(body, row_id), self._parent)

    def _end_name(self, body: BodyDetail, row_id: str) -> FormDialog:
        return EndDialog(
            self._desk,
            _("End the name"),
            _("“{name}” goes out of use.").format(name=self._name(body, row_id).name),
            partial(self._run_end_name, row_id),
            self._parent,
        )

    def _run_end_name(self, name_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_name, name_id, last_day)

    def _delete_name(self, _body: BodyDetail, row_id: str) -> None:
        self._desk.try_run(delete_name, row_id)

    def _add_relation(self, body: BodyDetail, _row: str) -> FormDialog:
        return RelationDialog(self._desk, body, self._parent)

    def _relation(self, row_id: str) -> Relation:
        return next(relation for relation in self._relations if relation.id == row_id)

    def _correct_relation(self, _body: BodyDetail, row_id: str) -> FormDialog:
        return CorrectRelationDialog(self._desk, self._relation(row_id), self._parent)

    def _end_relation(self, _body: BodyDetail, row_id: str) -> FormDialog:
        relation = self._relation(row_id)
        return EndDialog(
            self._desk,
            _("End the relation"),
            _("Between {first} and {second}.").format(
                first=relation.from_name, second=relation.to_name
            ),
            partial(self._run_end_relation, row_id),
            self._parent,
        )

    def _run_end_relation(self, relation_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_relation, relation_id, last_day)

    def _delete_relation(self, _body: BodyDetail, row_id: str) -> None:
        self._desk.try_run(delete_relation, row_id)

    def _add_succession(self, body: BodyDetail, _row: str) -> FormDialog:
        return SuccessionDialog(self._desk, body, self._parent)

    def _delete_succession(self, _body: BodyDetail, row_id: str) -> None:
        self._desk.try_run(delete_succession, row_id)

    def _add_source(self, body: BodyDetail, _row: str) -> FormDialog:
        return SourceDialog(self._desk, body.id, None, self._parent)

    def _correct_source(self, body: BodyDetail, row_id: str) -> FormDialog:
        source = next(source for source in body.sources if source.id == row_id)
        return SourceDialog(self._desk, body.id, source, self._parent)

    def _verify_source(self, _body: BodyDetail, row_id: str) -> None:
        author = self._desk.workspace.author
        self._desk.try_run(verify_fact, row_id, PartialDate.of(date.today()), author)

    def _delete_source(self, _body: BodyDetail, row_id: str) -> None:
        self._desk.try_run(delete_source, row_id)
