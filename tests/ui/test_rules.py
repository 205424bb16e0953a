"""Each rule of accessibility sees the breach it is made for, and leaves a good window alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.ui.theme import icon
from tests.ui import rules


@pytest.fixture
def window(own_windows: Callable[[QMainWindow], QMainWindow]) -> QMainWindow:
    """A small window without a fault."""
    window = own_windows(QMainWindow())
    page = QWidget(window)
    layout = QVBoxLayout(page)
    label, field = QLabel("&Name", page), QLineEdit(page)
    label.setBuddy(field)
    for widget in (label, field, QPushButton("&Appoint", page)):
        layout.addWidget(widget)
    window.setCentralWidget(page)
    undo = window.menuBar().addMenu("&Edit").addAction("&Undo")
    undo.setShortcut("Ctrl+Z")
    window.addToolBar("Main").addAction(undo)
    window.show()
    return window


def _add(window: QMainWindow, *widgets: QWidget) -> None:
    layout = window.centralWidget().layout()
    assert isinstance(layout, QVBoxLayout)
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
    layout.activate()


def test_that_a_good_window_breaks_no_rule(window: QMainWindow) -> None:
    assert rules.breaches(window) == []
    assert rules.jumping_tab_order(window) == []


def test_that_an_input_without_a_name_is_seen(window: QMainWindow) -> None:
    combo = QComboBox()
    combo.addItem("Chair")
    _add(window, combo)
    assert len(rules.unnamed_inputs(window)) == 1


def test_that_an_input_that_tab_passes_by_is_seen(window: QMainWindow) -> None:
    field = QLineEdit(accessibleName="Search")
    field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    _add(window, field)
    assert rules.unreachable_inputs(window) == ["QLineEdit “Search” cannot be reached with Tab"]


def test_that_an_action_on_the_toolbar_alone_is_seen(window: QMainWindow) -> None:
    window.addToolBar("Other").addAction("Print")
    assert rules.toolbar_only_actions(window) == ["“Print” is only on a toolbar"]


def test_that_two_menu_entries_with_one_letter_are_seen(window: QMainWindow) -> None:
    menu = window.menuBar().addMenu("&File")
    menu.addAction("&Open")
    menu.addAction("&Organise")
    assert rules.mnemonic_clashes(window) == ["Alt+O is for “&Open” and “&Organise”"]


def test_that_a_label_and_a_button_with_one_letter_are_seen(window: QMainWindow) -> None:
    _add(window, QPushButton("&Nominate"))
    assert rules.mnemonic_clashes(window) == ["Alt+N is for “&Name” and “&Nominate”"]


def test_that_one_key_for_two_actions_is_seen(window: QMainWindow) -> None:
    window.menuBar().addMenu("&View").addAction("&Zoom").setShortcut("Ctrl+Z")
    assert rules.shortcut_clashes(window) == ["Ctrl+Z is for “&Undo” and “&Zoom”"]


def test_that_cut_text_is_seen(window: QMainWindow) -> None:
    button = QPushButton("End the mandate and tell everyone")
    button.setFixedSize(QSize(60, 24))
    _add(window, button)
    assert len(rules.clipped_texts(window)) == 1


def test_that_wrapped_text_without_room_for_its_lines_is_seen(window: QMainWindow) -> None:
    label = QLabel("One sentence that is far too long for a line. " * 4)
    label.setWordWrap(True)
    label.setFixedSize(QSize(120, 20))
    _add(window, label)
    assert len(rules.clipped_texts(window)) == 1


def test_that_a_silent_icon_button_is_seen(window: QMainWindow) -> None:
    button = QToolButton(accessibleName="Close")
    button.setIcon(icon("close"))
    _add(window, button)
    assert len(rules.silent_icon_buttons(window)) == 1


def test_that_tab_going_up_is_seen(window: QMainWindow) -> None:
    low, high = QLineEdit(accessibleName="Low"), QLineEdit(accessibleName="High")
    space = QWidget()
    space.setMinimumHeight(100)
    _add(window, low, space, high)
    window.resize(400, 500)
    window.layout().activate()
    QWidget.setTabOrder(high, low)
    assert rules.jumping_tab_order(window) == [
        "Tab jumps up from QLineEdit “High” to QLineEdit “Low”"
    ]


def test_that_a_label_that_guesses_at_markup_is_seen(window: QMainWindow) -> None:
    _add(window, QLabel("<img src=x>"))
    assert len(rules.rich_data_labels(window)) == 1
