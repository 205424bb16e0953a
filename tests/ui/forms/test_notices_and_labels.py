"""What is said in passing and what lasts; labels that hold names as they are."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samstyring.ui.forms import (
    Banner,
    Chip,
    ErrorLabel,
    FittingScroll,
    Heading,
    KeyValueGrid,
    SoftLabel,
    Toast,
)
from samstyring.ui.theme import Theme, ToneName, apply_text_size, apply_theme, tones
from tests.ui import rules

Own = Callable[[QWidget], QWidget]
NASTY = "<img src='http://example.org/x'> & Co"


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Theme.LIGHT)
    yield
    apply_theme(qapp, Theme.LIGHT)
    apply_text_size(qapp, 100)


@pytest.fixture
def window(own_windows: Own) -> QWidget:
    window = own_windows(QWidget())
    window.resize(800, 500)
    QVBoxLayout(window)
    window.show()
    return window


def _add(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    layout.activate()


def _ink(label: QLabel) -> str:
    return label.palette().color(QPalette.ColorRole.WindowText).name()


def _button(widget: QWidget) -> QPushButton:
    button = widget.findChild(QPushButton)
    assert button is not None
    return button


def test_that_a_toast_offers_its_action_and_goes_when_it_is_used(
    window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(window)
    toast.show_message("Kari was appointed.", "Undo")
    assert toast.isVisible()
    assert rules.breaches(window) == []
    with qtbot.waitSignal(toast.action_triggered, timeout=30_000):
        _button(toast).click()
    assert not toast.isVisible()


def test_that_a_toast_without_an_action_has_no_button(window: QWidget) -> None:
    toast = Toast(window)
    toast.show_message("Exported.")
    assert not _button(toast).isVisible()


def test_that_a_toast_goes_by_itself_but_not_while_it_has_the_keyboard(
    window: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(window)
    toast._timer.setInterval(20)
    window.activateWindow()
    toast.show_message("Kari was appointed.", "Undo")
    _button(toast).setFocus()
    qtbot.wait(80)
    assert toast.isVisible()
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=30_000)


def test_that_a_toast_stays_inside_a_window_that_shrinks(window: QWidget, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.show_message("Kari Åsen was appointed as chair of Klimautvalget. " * 3, "Undo")
    window.resize(420, 400)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()))
    assert rules.clipped_texts(window) == []


def test_that_a_banner_lasts_until_it_is_cleared(window: QWidget, qtbot: QtBot) -> None:
    banner = Banner()
    _add(window, banner)
    banner.show_message("The file is open for reading only.", ToneName.SOON, "Open a copy")
    with qtbot.waitSignal(banner.action_triggered, timeout=30_000):
        _button(banner).click()
    assert banner.isVisible()
    close = banner.findChild(QToolButton)
    assert close is not None
    assert not close.isVisible()
    banner.clear()
    assert not banner.isVisible()


def test_that_names_with_markup_stay_as_they_are(window: QWidget) -> None:
    grid = KeyValueGrid()
    grid.set_pairs((("Name", NASTY), ("Empty", "")))
    for widget in (Heading(NASTY), SoftLabel(NASTY), grid, Chip(NASTY)):
        _add(window, widget)
    error = ErrorLabel()
    _add(window, error)
    error.set_text(NASTY)
    assert rules.rich_data_labels(window) == []
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert texts.count(NASTY) == 4
    assert "Empty" not in texts


def test_that_a_grid_shows_only_its_newest_pairs(window: QWidget) -> None:
    grid = KeyValueGrid()
    _add(window, grid)
    grid.set_pairs((("Kind", "Council"),))
    grid.set_pairs((("Since", "2018"),))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [label.text() for label in grid.findChildren(QLabel)] == ["Since", "2018"]


def test_that_a_chip_says_its_word_and_has_room_for_it(window: QWidget, qapp: QApplication) -> None:
    chip = Chip("1 vacant", ToneName.VACANT)
    _add(window, chip)
    assert chip.accessibleName() == "1 vacant"
    assert chip.width() >= chip.fontMetrics().horizontalAdvance("1 vacant") + 8
    chip.set_word("ends in 62 days", ToneName.SOON)
    assert chip.accessibleName() == "ends in 62 days"
    assert chip.sizeHint().width() > chip.fontMetrics().horizontalAdvance("ends in 62 days")


def test_that_a_chip_is_painted_in_the_theme_of_the_moment(
    window: QWidget, qapp: QApplication
) -> None:
    chip = Chip("vacant", ToneName.VACANT)
    _add(window, chip)
    for theme in (Theme.LIGHT, Theme.DARK):
        apply_theme(qapp, theme)
        image = chip.grab().toImage()
        assert image.pixelColor(5, image.height() // 2).name() == tones().vacant.fill


def test_that_headings_follow_the_text_size(window: QWidget, qapp: QApplication) -> None:
    heading = Heading("People")
    _add(window, heading)
    before = heading.font().pointSizeF()
    apply_text_size(qapp, 200)
    assert heading.font().pointSizeF() == pytest.approx(2 * before)


def test_that_toned_text_follows_the_theme(window: QWidget, qapp: QApplication) -> None:
    error, banner = ErrorLabel(), Banner()
    _add(window, error)
    _add(window, banner)
    error.set_text("It cannot end before it begins.")
    banner.show_message("Read only.", ToneName.SOON)
    for theme in (Theme.DARK, Theme.LIGHT, Theme.DARK):
        apply_theme(qapp, theme)
        inks = {label.text(): _ink(label) for label in window.findChildren(QLabel)}
        assert inks["It cannot end before it begins."] == tones().vacant.ink
        assert inks["Read only."] == tones().soon.ink


def test_that_an_error_takes_no_room_until_there_is_one(window: QWidget) -> None:
    error = ErrorLabel()
    _add(window, QWidget())
    layout = window.layout()
    assert layout is not None
    layout.addWidget(error)
    assert not error.isVisible()
    error.set_text("It cannot end before it begins.")
    assert error.isVisible()
    error.set_text("")
    assert not error.isVisible()


def test_that_wrapped_text_in_a_scroll_is_never_cut(window: QWidget, qtbot: QtBot) -> None:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.addWidget(SoftLabel("A sentence that must be wrapped many times. " * 30))
    layout.addWidget(SoftLabel("Another sentence that must be wrapped. " * 30))
    scroll = FittingScroll(column)
    _add(window, scroll)
    for width in (600, 300, 900):
        window.resize(QSize(width, 300))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        assert rules.clipped_texts(window) == []
