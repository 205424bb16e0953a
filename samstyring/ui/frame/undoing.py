"""Lets undo and redo name what they would do, and tells what they brought back."""

from collections.abc import Collection, Mapping

from PySide6.QtGui import QAction

from samstyring.domain.changes import ChangeSet
from samstyring.language import _
from samstyring.workspace import UndoState

_LONGEST = 70
# What kind of thing a row of a table is to the pages.
_KINDS = {
    "body": "body",
    "seat": "seat",
    "person": "person",
    "nomination_round": "round",
    "candidacy": "candidacy",
    "mandate_version": "version",
    "channel": "flow",
}


def what_came_back(change: ChangeSet, kinds: Collection[str]) -> tuple[str, str] | None:
    """Return the kind and id of the first thing of some kinds that a change set brought back."""
    for row in change.rows:
        kind = _KINDS.get(row.table, "")
        if kind in kinds and row.before is None:
            return kind, row.row_id
    return None


def show_undo_state(actions: Mapping[str, QAction], state: UndoState, *, may: bool) -> None:
    """Name in the menus what would be undone and done again; ``may`` says if it is allowed."""
    for action, plain, name in (
        (actions["undo"], _("&Undo"), state.undo),
        (actions["redo"], _("&Redo"), state.redo),
    ):
        action.setEnabled(bool(name) and may)
        shown = f"{plain}: {name.replace('&', '&&')}" if name else plain
        action.setText(shown if len(shown) < _LONGEST else shown[: _LONGEST - 2] + "…")
        action.setToolTip(shown.replace("&&", "\0").replace("&", "").replace("\0", "&"))
    if not state.undo:
        actions["undo"].setToolTip(state.nothing_to_undo)
