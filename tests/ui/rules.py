"""Rules of accessibility that any window can be held against; each returns the breaches it saw.

A rule takes a root widget that is shown and returns one sentence a breach, so that a test is
`assert unnamed_inputs(window) == []`.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from time import monotonic

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolBar,
    QToolButton,
    QWidget,
)

_INPUTS = (
    QLineEdit,
    QAbstractSpinBox,
    QComboBox,
    QAbstractItemView,
    QAbstractButton,
    QPlainTextEdit,
    QTextEdit,
    QAbstractSlider,
    QCalendarWidget,
)
_WHOLES = (QAbstractSpinBox, QComboBox, QCalendarWidget, QScrollBar, QTabBar, QLineEdit, QMenu)
_SLACK = 1
_ROW_SLACK = 40
_LONGEST_CHAIN = 2000
_SETTLING = 3.0  # seconds


def unnamed_inputs(root: QWidget) -> list[str]:
    """Inputs that a screen reader has no name for."""
    return [f"{_seen(w)} has no accessible name" for w in _inputs(root) if not _name(root, w)]


def unreachable_inputs(root: QWidget) -> list[str]:
    """Inputs that Tab never comes to; buttons on a toolbar have the menu instead."""
    return [
        f"{_seen(widget)} cannot be reached with Tab"
        for widget in _inputs(root)
        if widget.isEnabled()
        and not isinstance(widget.parent(), QToolBar)
        and not _takes_tab(widget)
    ]


def toolbar_only_actions(root: QWidget) -> list[str]:
    """Actions on a toolbar that stand in no menu."""
    in_menus = {action for menu in root.findChildren(QMenu) for action in menu.actions()}
    return [
        f"“{action.text()}” is only on a toolbar"
        for bar in root.findChildren(QToolBar)
        for action in bar.actions()
        if action.text() and not action.isSeparator() and action not in in_menus
    ]


def mnemonic_clashes(root: QWidget) -> list[str]:
    """Two entries of one menu, or two labels of one window, with the same Alt letter."""
    menus: list[QMenu | QMenuBar] = [*root.findChildren(QMenu), *root.findChildren(QMenuBar)]
    clashes = []
    for menu in menus:
        clashes += _clashes([action.text() for action in menu.actions()])
    labels = [label.text() for label in root.findChildren(QLabel) if label.buddy()]
    buttons = [
        button.text() for button in root.findChildren(QAbstractButton) if _is_shown(root, button)
    ]
    return clashes + _clashes(labels + buttons)


def shortcut_clashes(root: QWidget) -> list[str]:
    """Two actions with the same key, of which Qt would run neither."""
    owners: dict[str, QAction] = {}
    clashes = []
    for action in root.findChildren(QAction):
        for key in (sequence.toString() for sequence in action.shortcuts()):
            owner = owners.setdefault(key, action)
            if owner is not action:
                clashes.append(f"{key} is for “{owner.text()}” and “{action.text()}”")
    return clashes


def clipped_texts(root: QWidget) -> list[str]:
    """Labels and buttons that are too small for their text."""
    return _lasting(_clipped_now, root)


def _clipped_now(root: QWidget) -> list[str]:
    return [
        f"{_seen(widget)} is cut: needs {_needed(widget)}, has {widget.size().toTuple()}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and _is_shown(root, widget)
        and widget.text()
        and _is_cut(widget)
    ]


def jumping_tab_order(root: QWidget) -> list[str]:
    """Places where Tab goes up the window instead of on."""
    return _lasting(_jumping_now, root)


def _jumping_now(root: QWidget) -> list[str]:
    chain = list(_tab_chain(root))
    return [
        f"Tab jumps up from {_seen(here)} to {_seen(there)}"
        for here, there in pairwise(chain)
        if _top(root, there) < _top(root, here) - _ROW_SLACK
        and _left(root, there) <= _left(root, here)
    ]


def silent_icon_buttons(root: QWidget) -> list[str]:
    """Buttons with a picture alone that do not say on hovering what they do."""
    return [
        f"{_seen(button)} has an icon but no text and no tool tip"
        for button in root.findChildren(QToolButton)
        if _is_shown(root, button)
        and not _is_part(button)
        and not button.icon().isNull()
        and not button.text()
        and not button.toolTip()
    ]


def rich_data_labels(root: QWidget) -> list[str]:
    """Labels that would guess at markup in their text; data belongs in plain text."""
    return [
        f"{_seen(label)} guesses whether its text is markup"
        for label in root.findChildren(QLabel)
        if not _is_part(label)
        and label.buddy() is None
        and label.text()
        and label.textFormat() == Qt.TextFormat.AutoText
    ]


RULES: tuple[Callable[[QWidget], list[str]], ...] = (
    unnamed_inputs,
    unreachable_inputs,
    toolbar_only_actions,
    mnemonic_clashes,
    shortcut_clashes,
    clipped_texts,
    silent_icon_buttons,
)


def breaches(root: QWidget) -> list[str]:
    """Return every breach of every rule that a whole window should keep."""
    return [breach for rule in RULES for breach in rule(root)]


def _lasting(rule: Callable[[QWidget], list[str]], root: QWidget) -> list[str]:
    """Return the breaches that are still there when Qt, which takes several turns, has laid out."""
    end = monotonic() + _SETTLING
    while (seen := rule(root)) and monotonic() < end:
        QTest.qWait(20)
    return seen


def _inputs(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, _INPUTS) and not _is_part(widget) and _is_shown(root, widget)
    ]


def _is_part(widget: QWidget) -> bool:
    """Say whether Qt made the widget as an inner part of another."""
    if widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView | QScrollBar):
        return True
    holder = widget.parent()
    while holder is not None:
        if isinstance(holder, _WHOLES) and not isinstance(widget, QMenu):
            return True
        holder = holder.parent()
    return False


def _is_shown(root: QWidget, widget: QWidget) -> bool:
    return widget.isVisibleTo(root) and widget.window() is root.window()


def _name(root: QWidget, widget: QWidget) -> str:
    if widget.accessibleName().strip():
        return widget.accessibleName()
    for label in root.findChildren(QLabel):
        if label.buddy() is widget:
            return label.text()
    # On Unix a combo box reports its value as its name.
    if isinstance(widget, QComboBox):
        return ""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def _takes_tab(widget: QWidget) -> bool:
    proxy = widget.focusProxy() or widget
    return bool(proxy.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _clashes(texts: list[str]) -> list[str]:
    owners: dict[str, str] = {}
    clashes = []
    for text in texts:
        letter = _mnemonic(text)
        if letter and owners.setdefault(letter, text) != text:
            clashes.append(f"Alt+{letter.upper()} is for “{owners[letter]}” and “{text}”")
    return clashes


def _mnemonic(text: str) -> str:
    marked = text.replace("&&", "").partition("&")[2]
    return marked[:1].lower()


def _needed(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    hint = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.width(), widget.heightForWidth(widget.width())
    return hint.width(), hint.height()


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    width, height = _needed(widget)
    return width > widget.width() + _SLACK or height > widget.height() + _SLACK


def _tab_chain(root: QWidget) -> Iterator[QWidget]:
    inputs = set(_inputs(root))
    widget = root.nextInFocusChain()
    for _step in range(_LONGEST_CHAIN):
        if widget is None or widget is root:
            return
        if widget in inputs and _takes_tab(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _top(root: QWidget, widget: QWidget) -> int:
    return widget.mapTo(root, QPoint(0, 0)).y()


def _left(root: QWidget, widget: QWidget) -> int:
    return widget.mapTo(root, QPoint(0, 0)).x()


def _seen(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{name or text}”"
