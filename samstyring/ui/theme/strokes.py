"""The lines and fills that our style draws where Fusion's cannot be seen well enough."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionHeader,
    QStyleOptionTab,
)

_Role = QPalette.ColorRole
_State = QStyle.StateFlag
_RADIUS = 4.0
_UNDERLINE = 3


def draw_outline(option: QStyleOption, painter: QPainter, round_shape: bool) -> None:
    """Draw the border of a field or mark, in the accent when it has focus."""
    focus = bool(option.state & _State.State_HasFocus)
    colour = option.palette.color(_Role.Accent if focus else _Role.Mid)
    inset = 1.0 if focus else 0.5
    rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2 if focus else 1))
    if round_shape:
        painter.drawEllipse(rect)
    else:
        painter.drawRoundedRect(rect, 3, 3)
    painter.restore()


def draw_ring(option: QStyleOption, painter: QPainter) -> None:
    """Draw a ring round what has the keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    selected = bool(option.state & _State.State_Selected)
    role = _Role.HighlightedText if selected else _Role.Accent
    painter.setPen(QPen(option.palette.color(role), 2))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


def is_primary(option: QStyleOption) -> bool:
    """Say whether the option is of a dialog's default button that can be pressed."""
    if not isinstance(option, QStyleOptionButton) or not option.state & _State.State_Enabled:
        return False
    return bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)


def use_primary_ink(option: QStyleOption) -> None:
    """Give the default button's text and icon the colour that is read on the accent."""
    assert isinstance(option, QStyleOptionButton)
    palette = QPalette(option.palette)
    palette.setColor(_Role.ButtonText, palette.color(_Role.HighlightedText))
    option.palette = palette
    if not option.icon.isNull():
        option.icon = QIcon(option.icon.pixmap(option.iconSize, QIcon.Mode.Selected))


def draw_button(option: QStyleOption, painter: QPainter) -> None:
    """Draw a flat button; the default one is filled with the accent."""
    rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    primary = is_primary(option)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(_button_fill(option, primary))
    painter.setPen(QPen(option.palette.color(_Role.Accent if primary else _Role.Mid), 1))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    if option.state & _State.State_HasFocus:
        _draw_button_focus(option, painter, primary)
    painter.restore()


def _draw_button_focus(option: QStyleOption, painter: QPainter, primary: bool) -> None:
    inset = 3.0 if primary else 1.0
    role = _Role.HighlightedText if primary else _Role.Accent
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(option.palette.color(role), 1.5 if primary else 2))
    rect = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(rect, _RADIUS - 1, _RADIUS - 1)


def _button_fill(option: QStyleOption, primary: bool) -> QColor:
    palette = option.palette
    fill = palette.color(_Role.Accent if primary else _Role.Button)
    if option.state & (_State.State_Sunken | _State.State_On):
        return _mixed(fill, palette.color(_Role.Accent), 0.22) if not primary else fill.darker(115)
    if option.state & _State.State_MouseOver and option.state & _State.State_Enabled:
        return _mixed(fill, palette.color(_Role.Text), 0.08)
    return fill


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    def blend(one: float, other: float) -> float:
        return one + (other - one) * share

    return QColor.fromRgbF(
        blend(first.redF(), second.redF()),
        blend(first.greenF(), second.greenF()),
        blend(first.blueF(), second.blueF()),
    )


def draw_header(option: QStyleOptionHeader, painter: QPainter) -> None:
    """Draw one section of a table's header, flat."""
    rect: QRect = option.rect
    painter.fillRect(rect, option.palette.color(_Role.Window))
    painter.setPen(QPen(option.palette.color(_Role.Midlight), 1))
    painter.drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6)
    painter.setPen(QPen(option.palette.color(_Role.Mid), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def draw_tool_bar(option: QStyleOption, painter: QPainter) -> None:
    """Draw a toolbar's ground, flat, with a line below."""
    painter.fillRect(option.rect, option.palette.color(_Role.Window))
    painter.setPen(QPen(option.palette.color(_Role.Midlight), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def draw_tab(option: QStyleOptionTab, painter: QPainter) -> None:
    """Draw a tab as its text with a line under the chosen one."""
    rect = QRect(option.rect)
    if option.state & _State.State_MouseOver and option.state & _State.State_Enabled:
        ground = _mixed(option.palette.color(_Role.Window), option.palette.color(_Role.Text), 0.06)
        painter.fillRect(rect, ground)
    if option.state & _State.State_Selected:
        line = QRect(rect.left(), rect.bottom() - _UNDERLINE + 1, rect.width(), _UNDERLINE)
        painter.fillRect(line, option.palette.color(_Role.Accent))


def draw_tab_pane(option: QStyleOption, painter: QPainter) -> None:
    """Draw the line between tabs and their page."""
    painter.setPen(QPen(option.palette.color(_Role.Midlight), 1))
    painter.drawLine(option.rect.topLeft(), option.rect.topRight())


def draw_scroll_bar(
    option: QStyleOption, painter: QPainter, slider: QRect, *, upright: bool
) -> None:
    """Draw a scroll bar's groove and its handle, which keeps 3:1 against the groove."""
    painter.save()
    painter.fillRect(option.rect, option.palette.color(_Role.Window))
    if option.state & _State.State_Enabled:
        inset = (3, 1, -3, -1) if upright else (1, 3, -1, -3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(_Role.Mid))
        handle = QRectF(slider).adjusted(*inset)
        radius = min(handle.width(), handle.height()) / 2
        painter.drawRoundedRect(handle, radius, radius)
    painter.restore()
