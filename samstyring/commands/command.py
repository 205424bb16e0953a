"""The decorator that makes a function a command: it carries the label the journal shows."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from samstyring.domain.changes import SUBJECT
from samstyring.domain.errors import NotFoundError
from samstyring.language import _
from samstyring.store.tables import TrackedRow

F = TypeVar("F", bound=Callable[..., Any])
RowType = TypeVar("RowType", bound=TrackedRow)


def command(label: str) -> Callable[[F], F]:
    """Give a function the label that the undo menu and the journal show; mark it with N_."""

    def decorate(function: F) -> F:
        function.label = label  # type: ignore[attr-defined]
        return function

    return decorate


def about(session: Session, subject: str | Callable[[], str]) -> None:
    """Say what the change is about; the journal shows it after the label. The first one counts.

    A function is only called when nothing has been said yet: commands call each other.
    """
    if SUBJECT not in session.info:
        session.info[SUBJECT] = subject if isinstance(subject, str) else subject()


def the(session: Session, kind: type[RowType], row_id: str) -> RowType:
    """Return the row with that id; NotFoundError in a sentence if it is gone."""
    if session.new:
        session.flush()  # a row made a moment ago is found too
    row = session.get(kind, row_id)
    if row is None:
        raise NotFoundError(_("This is no longer in the file. Someone may have deleted it."))
    return row
