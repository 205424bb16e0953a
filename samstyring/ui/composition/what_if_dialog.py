"""The window that tries out who could sit in one body."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from samstyring.language import _
from samstyring.queries.composition_trial import body_to_try
from samstyring.ui.composition.what_if_pane import WhatIfPane
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FittingScroll

_WIDTH_IN_CHARACTERS = 96
_SHARE = 0.9


class WhatIfDialog(QDialog):
    """Tries out the seats of a body; is opened with ``open()`` and deletes itself.

    ``mend`` is the id of a rule: the smallest change that mends it is looked for at once.
    """

    def __init__(
        self, desk: Desk, body_id: str, parent: QWidget | None = None, *, mend: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What if"))
        self.pane = WhatIfPane(desk, body_to_try)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addWidget(self.pane)
        # Without a parent until it is laid out, so that Tab comes to it last.
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        box = QDialogButtonBox()
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        scroll = FittingScroll(content, self)
        self.pane.reveal_requested.connect(scroll.ensureWidgetVisible)
        layout.addWidget(scroll, 1)
        layout.addWidget(box)
        self.resize(self._wish())
        self.finished.connect(self.deleteLater)
        self.pane.show_item(body_id)
        if mend:
            self.pane.mend(mend)

    def _wish(self) -> QSize:
        room = self.screen().availableGeometry().size() * _SHARE
        wide = QFontMetrics(self.font()).averageCharWidth() * _WIDTH_IN_CHARACTERS
        return QSize(min(wide, room.width()), room.height())
