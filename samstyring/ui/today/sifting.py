"""The filters of the list of work: mine, one body, one network, and what is put off."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from samstyring.domain.findings import Finding
from samstyring.domain.text import sort_key
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import icon

_REMEMBERED = "today"
_ALL, _MINE = "", "mine"


class Sifting(QWidget):
    """Says which findings are let through; the bodies that are mine are remembered."""

    changed = Signal()
    put_off_toggled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.body, self.network = QComboBox(self), QComboBox(self)
        self.mine = QPushButton(icon("star"), _("This body is &mine"), self)
        self.put_off = QCheckBox(_("Show what is put o&ff"), self)
        self._mine = self._remembered()
        self._name()
        layout = FlowLayout(self)
        for widget in (self.body, self.network, self.mine, self.put_off):
            layout.addWidget(widget)
        self._offer(self.body, self._scopes(), {})
        self._offer(self.network, ((_ALL, _("All networks")),), {})
        self.body.currentIndexChanged.connect(self._on_body)
        self.network.currentIndexChanged.connect(self._on_changed)
        self.mine.toggled.connect(self._on_mine)
        self.put_off.toggled.connect(self._on_put_off)
        self._show_mine()

    def set_choices(self, bodies: Mapping[str, str], networks: Mapping[str, str]) -> None:
        """Offer these bodies and networks, as names by id; what is chosen stays if it is there."""
        self._offer(self.body, self._scopes(), bodies)
        self._offer(self.network, ((_ALL, _("All networks")),), networks)
        self._show_mine()

    def sift(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that the filters let through."""
        return tuple(finding for finding in findings if self._keeps(finding))

    def choose_body(self, body_id: str) -> None:
        """Let through only what is about one body, if it is offered."""
        self.body.setCurrentIndex(max(0, self.body.findData(body_id)))

    def hint(self) -> str:
        """Say why nothing is let through, where the reason is not that all is well."""
        if self.body.currentData() == _MINE and not self._mine:
            return _("No body is marked as yours. Choose one, then “This body is mine”.")
        return _("Nothing needs care.")

    def _keeps(self, finding: Finding) -> bool:
        body, network = str(self.body.currentData()), str(self.network.currentData())
        if body == _MINE and not self._mine.intersection(finding.concerns):
            return False
        if body not in (_ALL, _MINE) and finding.body_id != body:
            return False
        return network == _ALL or network in finding.concerns

    def _name(self) -> None:
        self.body.setAccessibleName(_("Body"))
        self.network.setAccessibleName(_("Network"))
        self.mine.setCheckable(True)
        self.mine.setToolTip(_("Marks the chosen body, so that “Mine” shows it."))
        for box in (self.body, self.network):
            box.setMinimumContentsLength(14)
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)

    def _scopes(self) -> tuple[tuple[str, str], ...]:
        return ((_ALL, _("All bodies")), (_MINE, _("Mine")))

    def _offer(
        self, box: QComboBox, first: tuple[tuple[str, str], ...], names: Mapping[str, str]
    ) -> None:
        chosen = box.currentData()
        ordered = sorted(names.items(), key=lambda pair: sort_key(pair[1]))
        box.blockSignals(True)
        box.clear()
        for key, text in (*first, *ordered):
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _show_mine(self) -> None:
        body = str(self.body.currentData())
        self.mine.blockSignals(True)
        self.mine.setEnabled(body not in (_ALL, _MINE))
        self.mine.setChecked(body in self._mine)
        self.mine.blockSignals(False)

    def _remembered(self) -> set[str]:
        stored = self._desk.settings.page(_REMEMBERED).get("mine")
        return {str(key) for key in stored} if isinstance(stored, list) else set()

    @Slot()
    def _on_body(self) -> None:
        self._show_mine()
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot(bool)
    def _on_mine(self, is_mine: bool) -> None:
        body = str(self.body.currentData())
        (self._mine.add if is_mine else self._mine.discard)(body)
        self._desk.settings.set_page(_REMEMBERED, {"mine": sorted(self._mine)})
        self.changed.emit()

    @Slot()
    def _on_put_off(self) -> None:
        self.put_off_toggled.emit()
