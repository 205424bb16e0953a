"""Two things side by side, with a handle between them whose place is remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from samstyring.ui.settings import Settings


class Split(QSplitter):
    """A list at the left and what is chosen in it at the right; neither can be folded away.

    `name` is what the place is remembered by; `sizes` are used until the user has moved the
    handle, and `stretch` tells how a wider window is shared.
    """

    def __init__(
        self,
        name: str,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        stretch: tuple[int, int] = (1, 2),
        sizes: Sequence[int] = (),
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name, self._settings = name, settings
        self._stretch, self._sizes = stretch, tuple(sizes)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)

    def divide(self, left: QWidget, right: QWidget) -> None:
        """Put these two side by side, with the handle where it was last."""
        for place, widget in enumerate((left, right)):
            self.addWidget(widget)
            self.setStretchFactor(place, self._stretch[place])
        if not self.restoreState(self._settings.splitter(self._name)) and self._sizes:
            self.setSizes(self._sizes)

    @Slot()
    def _on_moved(self) -> None:
        self._settings.set_splitter(self._name, self.saveState())
