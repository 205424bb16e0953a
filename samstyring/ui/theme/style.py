"""Fusion with outlines that can be seen in light and dark, and a ring on what has focus."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QWidget,
)

_Metric = QStyle.PixelMetric
_Part = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Role = QPalette.ColorRole
_State = QStyle.StateFlag

_SPACING = {
    _Metric.PM_LayoutHorizontalSpacing: 8,
    _Metric.PM_LayoutVerticalSpacing: 8,
    _Metric.PM_LayoutLeftMargin: 12,
    _Metric.PM_LayoutTopMargin: 12,
    _Metric.PM_LayoutRightMargin: 12,
    _Metric.PM_LayoutBottomMargin: 12,
    _Metric.PM_ToolBarItemSpacing: 4,
    _Metric.PM_ToolBarItemMargin: 4,
    _Metric.PM_ButtonMargin: 12,
}
# How many text lines high a thing is, so that it grows with the text size.
_LINES_HIGH = {
    _Metric.PM_SmallIconSize: 1.0,
    _Metric.PM_ButtonIconSize: 1.0,
    _Metric.PM_LineEditIconSize: 1.0,
    _Metric.PM_TabBarIconSize: 1.0,
    _Metric.PM_ListViewIconSize: 1.1,
    _Metric.PM_ToolBarIconSize: 1.15,
    _Metric.PM_MessageBoxIconSize: 2.0,
    _Metric.PM_IndicatorWidth: 0.9,
    _Metric.PM_IndicatorHeight: 0.9,
    _Metric.PM_ExclusiveIndicatorWidth: 0.9,
    _Metric.PM_ExclusiveIndicatorHeight: 0.9,
    _Metric.PM_ScrollBarExtent: 0.8,
}
_OUTLINED = frozenset(
    {
        _Part.PE_FrameLineEdit,
        _Part.PE_PanelLineEdit,
        _Part.PE_IndicatorCheckBox,
        _Part.PE_IndicatorRadioButton,
        _Part.PE_Frame,
    }
)
_BOXES = frozenset({QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox})
_RADIUS = 4.0


class OutlinedStyle(QProxyStyle):
    """Fusion whose borders and focus keep 3:1, with our spacing and sizes that follow text."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Part.PE_PanelButtonCommand:
            _draw_button(option, painter)
            return
        if element == _Part.PE_FrameFocusRect:
            _draw_ring(option, painter, QRectF(option.rect))
            return
        super().drawPrimitive(element, option, painter, widget)
        if element in _OUTLINED and option.rect.isValid() and not _is_inner(element, widget):
            _draw_outline(option, painter, element == _Part.PE_IndicatorRadioButton)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if control in _BOXES:
            _draw_outline(option, painter, round_shape=False)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Control.CE_HeaderSection and isinstance(option, QStyleOptionHeader):
            _draw_header(option, painter)
            return
        if element == _Control.CE_PushButtonLabel and _is_primary(option):
            _use_primary_ink(option)
        super().drawControl(element, option, painter, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _SPACING:
            return _SPACING[metric]
        if metric in _LINES_HIGH:
            return round(_line_height() * _LINES_HIGH[metric])
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in _ROOMY:
            found.setHeight(max(found.height(), round(_line_height() * 1.7)))
        if kind == QStyle.ContentsType.CT_MenuItem:
            found.setHeight(max(found.height(), round(found.height() * 1.15)))
        return found


_ROOMY = frozenset(
    {
        QStyle.ContentsType.CT_PushButton,
        QStyle.ContentsType.CT_LineEdit,
        QStyle.ContentsType.CT_ComboBox,
        QStyle.ContentsType.CT_SpinBox,
        QStyle.ContentsType.CT_ToolButton,
    }
)


def _line_height() -> int:
    return max(16, QFontMetrics(QApplication.font()).height())


def _is_inner(element: QStyle.PrimitiveElement, widget: QWidget | None) -> bool:
    if element == _Part.PE_PanelLineEdit and isinstance(widget, QLineEdit):
        inside = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        return inside or not widget.hasFrame()
    if element == _Part.PE_Frame and isinstance(widget, QFrame):
        return widget.frameShape() == QFrame.Shape.NoFrame
    return False


def _draw_outline(option: QStyleOption, painter: QPainter, round_shape: bool) -> None:
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


def _draw_ring(option: QStyleOption, painter: QPainter, rect: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    selected = bool(option.state & _State.State_Selected)
    role = _Role.HighlightedText if selected else _Role.Accent
    painter.setPen(QPen(option.palette.color(role), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


def _is_primary(option: QStyleOption) -> bool:
    if not isinstance(option, QStyleOptionButton) or not option.state & _State.State_Enabled:
        return False
    return bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)


def _use_primary_ink(option: QStyleOption) -> None:
    assert isinstance(option, QStyleOptionButton)
    palette = QPalette(option.palette)
    palette.setColor(_Role.ButtonText, palette.color(_Role.HighlightedText))
    option.palette = palette
    if not option.icon.isNull():
        option.icon = QIcon(option.icon.pixmap(option.iconSize, QIcon.Mode.Selected))


def _draw_button(option: QStyleOption, painter: QPainter) -> None:
    rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    primary = _is_primary(option)
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


def _draw_header(option: QStyleOptionHeader, painter: QPainter) -> None:
    rect: QRect = option.rect
    painter.fillRect(rect, option.palette.color(_Role.Window))
    painter.setPen(QPen(option.palette.color(_Role.Midlight), 1))
    painter.drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6)
    painter.setPen(QPen(option.palette.color(_Role.Mid), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
