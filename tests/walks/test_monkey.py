"""A monkey at the keyboard and the mouse: whatever it does, nothing ends in a traceback."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from samstyring.example import build_example, set_up_new
from samstyring.ui.application import Application
from samstyring.ui.frame.pages import PAGES
from samstyring.ui.jobs import stop_all_jobs
from samstyring.ui.main_window import MainWindow
from samstyring.ui.settings import Settings
from tests.conftest import flush_deferred_deletes

STEPS = 150
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F2),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_3, Qt.Key.Key_Minus),
)
TYPED = ("2022", "31.02.2025", "å", "<b>&", "'; drop", "99999", " ", "Kari Ås", "\x00x", "💥")
# These leave the window or ask the system for a file or a program of its own.
LEFT_ALONE = frozenset({"new", "open", "example", "copy", "quit", "help"})


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("monkey") / "example.samstyring"
    build_example(path, date.today())
    return path.read_bytes()


@pytest.fixture
def window(tmp_path: Path, example: bytes, qapp: QApplication) -> Iterator[MainWindow]:
    path = tmp_path / "example.samstyring"
    path.write_bytes(example)
    application = Application(Settings(tmp_path / "s.ini"), PAGES, build_example, set_up_new)
    assert application.open_path(path)
    assert application.window is not None
    application.window.make_all_pages()
    yield application.window
    application.close()
    application.window.deleteLater()
    stop_all_jobs()
    flush_deferred_deletes()


class Monkey:
    """One monkey with one window; its seed says what it does."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.done: list[str] = []

    def act(self) -> None:
        """Do one thing to what is on top."""
        top = self._top()
        step = self.chance.choice(
            (self.go, self.press, self.press, self.type, self.pick, self.click_row, self.trigger)
        )
        step(top)
        QTest.qWait(5)

    def _top(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()
        for dialog in self.window.findChildren(QFileDialog):
            dialog.reject()
        shown = [found for found in self.window.findChildren(QDialog) if found.isVisible()]
        return shown[-1] if shown else self.window

    def _among(self, top: QWidget, kind: type[QWidget]) -> QWidget | None:
        found = [w for w in top.findChildren(kind) if w.isVisible() and w.isEnabled()]
        return self.chance.choice(found) if found else None

    def go(self, top: QWidget) -> None:
        """Go to a page, or to another day."""
        if top is self.window:
            entry = self.chance.choice(PAGES)
            self.done.append(f"page {entry.key}")
            self.window.show_page(entry.key)
            if self.chance.random() < 0.2:
                self.window.desk.set_day(date(self.chance.randint(2010, 2030), 1, 1))

    def press(self, top: QWidget) -> None:
        """Click a button, or press a key on what has the focus."""
        button = self._among(top, QAbstractButton)
        if button is not None and self.chance.random() < 0.6:
            assert isinstance(button, QAbstractButton)
            self.done.append(f"button {button.text() or button.accessibleName()}")
            # Menus of buttons would wait for the mouse.
            if getattr(button, "menu", lambda: None)() is None:
                button.click()
            return
        key = self.chance.choice(KEYS)
        self.done.append(f"key {key}")
        QTest.keyClick(top.focusWidget() or top, key)

    def type(self, top: QWidget) -> None:
        """Write something into a field."""
        field = self._among(top, QLineEdit)
        if isinstance(field, QLineEdit) and not field.isReadOnly():
            text = self.chance.choice(TYPED)
            self.done.append(f"type {text!r} in {field.accessibleName()}")
            field.setFocus()
            field.setText(text)
            field.textEdited.emit(text)
            QTest.keyClick(field, Qt.Key.Key_Return)

    def pick(self, top: QWidget) -> None:
        """Choose something from a list."""
        box = self._among(top, QComboBox)
        if isinstance(box, QComboBox) and box.count():
            self.done.append(f"pick in {box.accessibleName()}")
            box.setCurrentIndex(self.chance.randrange(box.count()))
            box.activated.emit(box.currentIndex())

    def click_row(self, top: QWidget) -> None:
        """Click, or double click, somewhere in a table."""
        table = self._among(top, QTableView)
        if isinstance(table, QTableView):
            self.done.append(f"row in {table.accessibleName()}")
            place = QPoint(20, self.chance.randint(1, max(2, table.viewport().height() - 1)))
            left = Qt.MouseButton.LeftButton
            QTest.mouseClick(table.viewport(), left, pos=place)
            if self.chance.random() < 0.2:
                QTest.mouseDClick(table.viewport(), left, pos=place)

    def trigger(self, top: QWidget) -> None:
        """Choose something from the menus."""
        if top is not self.window:
            return
        left_alone = {self.window.actions_by_key[key] for key in LEFT_ALONE}
        actions = [
            action
            for menu in self.window.menus.values()
            for action in menu.actions()
            if action.isEnabled() and action.text() and not action.menu()
        ]
        action = self.chance.choice([found for found in actions if found not in left_alone])
        self.done.append(f"menu {action.text()}")
        action.trigger()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_that_a_monkey_meets_no_traceback(
    window: MainWindow, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)
    monkey = Monkey(window, seed)
    for _step in range(STEPS):
        monkey.act()
    print("\n".join(monkey.done))
    for dialog in window.findChildren(QDialog):
        dialog.close()
