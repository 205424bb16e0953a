"""Fusion with outlines that can be seen in light and dark, and a ring on what has focus."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QWidget,
)

from samstyring.ui.theme.icons import icon
from samstyring.ui.theme.strokes import (
    draw_button,
    draw_header,
    draw_outline,
    draw_ring,
    draw_scroll_bar,
    draw_tab,
    draw_tab_pane,
    draw_tool_bar,
    is_primary,
    use_primary_ink,
)

_Metric = QStyle.PixelMetric
_Part = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
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
    _Metric.PM_FocusFrameHMargin: 6,
    _Metric.PM_HeaderMargin: 7,
}
# How many text lines high a thing is, so that it grows with the text size.
_LINES_HIGH = {
    _Metric.PM_ButtonMargin: 0.8,
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
_ARROW = QStyle.SubControl.SC_ComboBoxArrow
_FUSION_ARROW = 16
# Fusion sets icon and text almost edge to edge.
_GAP = "\u2002"
_LABELS = frozenset({_Control.CE_PushButtonLabel, _Control.CE_ToolButtonLabel})
_BUTTONS = (QStyleOptionButton, QStyleOptionToolButton)
_BOXES = frozenset({QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox})


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
            draw_button(option, painter)
            return
        if element == _Part.PE_FrameTabWidget:
            draw_tab_pane(option, painter)
            return
        if element == _Part.PE_FrameFocusRect:
            draw_ring(option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)
        if element in _OUTLINED and option.rect.isValid() and not _is_inner(element, widget):
            draw_outline(option, painter, element == _Part.PE_IndicatorRadioButton)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            part = QStyle.SubControl.SC_ScrollBarSlider
            slider = self.subControlRect(control, option, part, widget)
            upright = not option.state & _State.State_Horizontal
            draw_scroll_bar(option, painter, slider, upright=upright)
            return
        if isinstance(option, QStyleOptionToolButton):
            _drop_menu_mark(option)
        if isinstance(option, QStyleOptionComboBox):
            # Fusion's own arrow stays tiny however large the text is.
            option.subControls &= ~_ARROW
        super().drawComplexControl(control, option, painter, widget)
        if isinstance(option, QStyleOptionComboBox):
            place = self.subControlRect(control, option, _ARROW, widget)
            _draw_chevron(option, painter, place)
        if control in _BOXES:
            draw_outline(option, painter, round_shape=False)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Control.CE_HeaderSection and isinstance(option, QStyleOptionHeader):
            draw_header(option, painter)
            return
        if element == _Control.CE_ToolBar:
            draw_tool_bar(option, painter)
            return
        if element == _Control.CE_TabBarTabShape and isinstance(option, QStyleOptionTab):
            draw_tab(option, painter)
            return
        if element == _Control.CE_PushButtonLabel and is_primary(option):
            use_primary_ink(option)
        if element in _LABELS and isinstance(option, _BUTTONS) and _has_icon_and_text(option):
            option.text = _GAP + option.text
        super().drawControl(element, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        rect = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        if control == QStyle.ComplexControl.CC_ComboBox:
            more = _wider_arrow()
            if part == _ARROW:
                rect.setLeft(rect.left() - more)
            elif part == QStyle.SubControl.SC_ComboBoxEditField:
                rect.setRight(rect.right() - more)
        return rect

    def subElementRect(
        self,
        element: QStyle.SubElement,
        option: QStyleOption,
        widget: QWidget | None = None,
    ) -> QRect:
        # The ring goes round the whole item, not round its text alone.
        if element == QStyle.SubElement.SE_ItemViewItemFocusRect:
            return QRect(option.rect)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]

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

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        return_data: QStyleHintReturn | None = None,
    ) -> int:
        # Qt's own pictures of OK and Close are of another family than our icons.
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return super().styleHint(hint, option, widget, return_data)

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
        if isinstance(option, _BUTTONS) and _has_icon_and_text(option):
            found.setWidth(found.width() + option.fontMetrics.horizontalAdvance(_GAP))
        if kind == QStyle.ContentsType.CT_ComboBox:
            found.setWidth(found.width() + _wider_arrow())
        if kind == QStyle.ContentsType.CT_ItemViewItem:
            found.setHeight(max(found.height(), round(_line_height() * 1.5)))
        if kind == QStyle.ContentsType.CT_MenuItem:
            found.setHeight(max(found.height(), round(found.height() * 1.15)))
        return found


_ROOMY = frozenset(
    {
        QStyle.ContentsType.CT_PushButton,
        QStyle.ContentsType.CT_LineEdit,
        QStyle.ContentsType.CT_ComboBox,
        QStyle.ContentsType.CT_ToolButton,
    }
)


def _has_icon_and_text(option: QStyleOptionButton | QStyleOptionToolButton) -> bool:
    if isinstance(option, QStyleOptionToolButton):
        beside = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return beside and bool(option.text) and not option.icon.isNull()
    return bool(option.text) and not option.icon.isNull()


def _line_height() -> int:
    return max(16, QFontMetrics(QApplication.font()).height())


def _wider_arrow() -> int:
    """Return by how many pixels a combo box's arrow is wider than Fusion's."""
    return max(0, round(_line_height() * 0.9) - _FUSION_ARROW)


def _is_inner(element: QStyle.PrimitiveElement, widget: QWidget | None) -> bool:
    if element == _Part.PE_PanelLineEdit and isinstance(widget, QLineEdit):
        inside = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        return inside or not widget.hasFrame()
    if element == _Part.PE_Frame and isinstance(widget, QFrame):
        return widget.frameShape() == QFrame.Shape.NoFrame
    return False


def _draw_chevron(option: QStyleOption, painter: QPainter, place: QRect) -> None:
    side = min(place.width(), place.height(), _line_height())
    square = QRect(0, 0, side, side)
    square.moveCenter(place.center())
    enabled = bool(option.state & _State.State_Enabled)
    mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
    icon("chevron-down").paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode)


def _drop_menu_mark(option: QStyleOptionToolButton) -> None:
    # On a button with an icon alone Fusion's small arrow lands on top of the icon.
    feature = QStyleOptionToolButton.ToolButtonFeature
    if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly:
        option.features &= ~feature.HasMenu
