"""The button that tells which view is shown: choose another, save, rename, delete."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from samstyring.domain.views import SavedView
from samstyring.language import _
from samstyring.ui.theme import icon

_LONGEST = 28


class ViewsButton(QToolButton):
    """``view_chosen(id)`` with an empty id for the whole; ``asked(what)`` for what to do with it:
    save, save_as, rename, delete or tell.
    """

    view_chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = ""
        self.setIcon(icon("star"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self.offer((), None, altered=False)

    def set_read_only(self, reason: str) -> None:
        """Turn off what writes, and say why."""
        self._reason = reason

    def offer(self, views: Sequence[SavedView], shown: SavedView | None, *, altered: bool) -> None:
        """Offer the views there are, with the one that is shown and whether it was altered."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        self._add_view(group, "", _("Whole country"), shown is None)
        for view in views:
            self._add_view(group, view.id, view.name, shown is not None and view.id == shown.id)
        self._menu.addSeparator()
        self._add("save", _("&Save the view"), "save", enabled=altered)
        self._add("save_as", _("Save &as a new view…"), "plus")
        self._add("rename", _("&Rename…"), "edit", enabled=shown is not None)
        self._add("delete", _("&Delete"), "delete", enabled=shown is not None)
        self._menu.addSeparator()
        self._add("tell", _("Add to a s&tory…"), "book-open")
        self._say(shown.name if shown else _("Whole country"), altered)

    def entries(self) -> dict[str, QAction]:
        """Return what can be chosen, by view id or by what to do."""
        return {action.data()[1]: action for action in self._menu.actions() if action.data()}

    def _add_view(self, group: QActionGroup, view_id: str, name: str, is_shown: bool) -> None:
        action = self._menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_shown)
        action.setData(("view", view_id))
        group.addAction(action)

    def _add(self, key: str, text: str, picture: str, *, enabled: bool = True) -> None:
        action = self._menu.addAction(icon(picture), text)
        action.setData(("do", key))
        action.setEnabled(enabled and not self._reason)
        action.setToolTip(self._reason)

    def _say(self, name: str, altered: bool) -> None:
        form = _("View: {name} (altered)") if altered else _("View: {name}")
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        self.setText(form.format(name=short).replace("&", "&&"))
        self.setToolTip(name if short != name else "")
        self.setAccessibleName(form.format(name=name))

    def _on_triggered(self, action: QAction) -> None:
        what, key = action.data()
        (self.view_chosen if what == "view" else self.asked).emit(key)
