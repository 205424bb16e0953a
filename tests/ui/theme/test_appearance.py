"""The chosen theme and text size reach the whole program."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QMainWindow,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from samstyring.resources import resource_path
from samstyring.ui.theme import (
    DARK_TONES,
    LIGHT_TONES,
    OutlinedStyle,
    Theme,
    ToneName,
    apply_text_size,
    apply_theme,
    icon,
    icon_names,
    tones,
)

NEEDED = (
    "today",
    "graph",
    "bodies",
    "people",
    "nominations",
    "mandates",
    "flows",
    "municipalities",
    "history",
    "undo-2",
    "redo-2",
    "search",
    "settings",
    "plus",
    "pencil",
    "trash-2",
    "calendar",
    "calendar-clock",
    "chevron-down",
    "chevron-up",
    "chevron-left",
    "chevron-right",
    "x",
    "circle-alert",
    "triangle-alert",
    "check",
    "download",
    "printer",
    "zoom-in",
    "zoom-out",
    "maximize",
    "focus",
    "filter",
    "columns-3",
    "folder-open",
    "copy",
    "info",
    "circle-help",
    "armchair",
    "arrow-up",
    "arrow-down",
    "play",
    "more",
)


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Theme.LIGHT)
    yield
    apply_theme(qapp, Theme.LIGHT)
    apply_text_size(qapp, 100)


def test_that_the_choice_decides_palette_and_tones(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.DARK)
    assert tones() is DARK_TONES
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK_TONES.window
    apply_theme(qapp, Theme.LIGHT)
    assert tones() is LIGHT_TONES


def test_that_the_style_is_ours_and_there_is_no_style_sheet(qapp: QApplication) -> None:
    assert isinstance(qapp.style(), OutlinedStyle)
    assert qapp.styleSheet() == ""


def test_that_text_size_scales_from_the_systems_size_and_not_from_the_last(
    qapp: QApplication,
) -> None:
    apply_text_size(qapp, 100)
    normal = qapp.font().pointSizeF()
    apply_text_size(qapp, 200)
    apply_text_size(qapp, 150)
    assert qapp.font().pointSizeF() == pytest.approx(normal * 1.5)
    apply_text_size(qapp, 900)
    assert qapp.font().pointSizeF() == pytest.approx(normal * 2)


def test_that_icons_and_marks_grow_with_the_text(qapp: QApplication) -> None:
    metric = QStyle.PixelMetric.PM_SmallIconSize
    apply_text_size(qapp, 100)
    before = qapp.style().pixelMetric(metric)
    apply_text_size(qapp, 200)
    assert qapp.style().pixelMetric(metric) >= 1.8 * before


def test_that_a_button_holds_its_text_at_every_size(
    qapp: QApplication, own_windows: Callable[[QWidget], QWidget]
) -> None:
    apply_text_size(qapp, 200)
    button = QPushButton("Nominate")
    own_windows(button)
    metrics = QFontMetrics(button.font())
    assert button.sizeHint().width() >= metrics.horizontalAdvance("Nominate") + 16
    assert button.sizeHint().height() >= metrics.height() + 6


def test_that_a_combo_box_has_room_for_text_and_arrow(
    qapp: QApplication, own_windows: Callable[[QWidget], QWidget]
) -> None:
    for percent in (100, 200):
        apply_text_size(qapp, percent)
        combo = QComboBox()
        own_windows(combo)
        combo.addItem("Digitaliseringsutvalget")
        combo.resize(combo.sizeHint())
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo)
        assert room.width() >= combo.fontMetrics().horizontalAdvance(combo.currentText())


@pytest.mark.parametrize("name", NEEDED)
def test_that_an_icon_the_window_needs_is_there(name: str) -> None:
    assert name in icon_names()
    assert not icon(name).isNull()


def test_that_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such picture")


def test_that_the_licence_of_the_icons_comes_along() -> None:
    assert "ISC License" in resource_path("icons", "LICENSE.txt").read_text(encoding="utf-8")


def _colours(picture: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = picture.pixmap(QSize(32, 32), mode).toImage()
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_that_an_icon_takes_its_colour_from_the_palette_of_the_moment(qapp: QApplication) -> None:
    picture = icon("plus")
    assert _colours(picture) == {LIGHT_TONES.text}
    apply_theme(qapp, Theme.DARK)
    assert _colours(picture) == {DARK_TONES.text}


def test_that_a_disabled_icon_and_one_in_a_tone_look_so(qapp: QApplication) -> None:
    off = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert _colours(icon("plus"), QIcon.Mode.Disabled) == {off.name()}
    assert _colours(icon("plus", ToneName.VACANT)) == {LIGHT_TONES.vacant.ink}


def test_that_an_icon_survives_being_copied_and_its_button_deleted(
    qapp: QApplication, own_windows: Callable[[QWidget], QWidget]
) -> None:
    window = own_windows(QWidget())
    button = QToolButton(window)
    button.setIcon(QIcon(icon("undo")))
    button.deleteLater()
    qapp.sendPostedEvents(None, 0)
    assert _colours(icon("undo")) == {LIGHT_TONES.text}


def test_that_focus_is_drawn_in_the_accent(
    qapp: QApplication, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    window = own_windows(QWidget())
    button = QPushButton("Appoint", window)
    button.resize(120, 32)
    window.show()
    accent = QColor(qapp.palette().color(QPalette.ColorRole.Accent)).name()
    button.clearFocus()
    assert accent not in _edge(button)
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert accent in _edge(button)


def _edge(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, 1).name() for x in range(image.width())}


def test_that_what_is_on_the_screen_follows_a_new_text_size_down_again(
    qapp: QApplication, own_windows: Callable[[QWidget], QWidget]
) -> None:
    apply_text_size(qapp, 100)
    window = QMainWindow()
    own_windows(window)
    combo, bar = QComboBox(), QToolBar()
    window.setCentralWidget(combo)
    window.addToolBar(bar)
    before = combo.sizeHint().height(), bar.iconSize().width()
    apply_text_size(qapp, 200)
    assert bar.iconSize().width() > before[1]
    assert combo.sizeHint().height() > before[0]
    apply_text_size(qapp, 100)
    assert (combo.sizeHint().height(), bar.iconSize().width()) == before


def test_that_the_buttons_of_a_dialog_have_no_pictures_of_another_family(
    qapp: QApplication, own_windows: Callable[[QWidget], QWidget]
) -> None:
    apply_theme(qapp, Theme.LIGHT)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    own_windows(box)
    assert box.button(QDialogButtonBox.StandardButton.Ok).icon().isNull()
