"""Lets the actions for undo and redo name what they would do."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from samstyring.language import _
from samstyring.workspace import UndoState

_LONGEST = 70


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
