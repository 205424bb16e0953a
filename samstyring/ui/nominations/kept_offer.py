"""Those who were not chosen before and agreed to be thought of again, offered for a seat."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from samstyring.domain.kept_candidates import KeptCandidate
from samstyring.language import _
from samstyring.ui.forms import SoftLabel
from samstyring.ui.nominations.words import written
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.theme import icon


class KeptOffer(QWidget):
    """A button for each; ``chosen`` tells the person. Takes no room when nobody is kept."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: tuple[_KeptButton, ...] = ()
        self._holder = QWidget(self)
        self._place = TabPlace(self._holder)
        self._flow = FlowLayout(self._holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SoftLabel(_("Kept from earlier rounds, with their consent:")))
        layout.addWidget(self._holder)
        self.hide()

    def offer(self, kept: tuple[KeptCandidate, ...]) -> None:
        """Offer these persons instead."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = tuple(_KeptButton(one, self._holder) for one in kept)
        for button in self._buttons:
            button.person_chosen.connect(self.chosen)
            self._flow.addWidget(button)
            button.show()
        self._place.lead_to(self._buttons)
        self.setVisible(bool(kept))

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons in their order."""
        return self._buttons


class _KeptButton(QPushButton):
    person_chosen = Signal(str)

    def __init__(self, kept: KeptCandidate, parent: QWidget) -> None:
        text = _("{person} (put forward by {body}, kept until {day})").format(
            person=kept.person_name, body=kept.by_name, day=written(kept.kept_until)
        )
        super().__init__(text.replace("&", "&&"), parent)
        self._person_id = kept.person_id
        self.setIcon(icon("user"))
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.person_chosen.emit(self._person_id)
