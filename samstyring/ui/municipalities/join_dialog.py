"""The form with which a municipality joins a network from a date."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from samstyring.commands.municipalities import join_network
from samstyring.domain.bodies import BodyDetail, BodyKind
from samstyring.domain.errors import RuleError
from samstyring.domain.periods import Period
from samstyring.formats import listed
from samstyring.language import _
from samstyring.queries.bodies import body_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Choice, FormDialog, PartialDateEdit, RecordPicker

_NETWORKS = (BodyKind.REGIONAL_NETWORK, BodyKind.IT_COOPERATION)


class JoinDialog(FormDialog):
    """Lets a municipality join a network; `now` names those it takes part in already."""

    def __init__(
        self, desk: Desk, body: BodyDetail, now: Sequence[str], parent: QWidget | None = None
    ) -> None:
        sentence = (
            _("{name} takes part in {networks} now, and goes on with it until it leaves.").format(
                name=body.name, networks=listed(now)
            )
            if now
            else _("{name} takes part in no network now.").format(name=body.name)
        )
        super().__init__(_("Join a network"), sentence, _("Join"), self._save, parent)
        self._desk, self._body = desk, body
        self.network = RecordPicker(_("Network"))
        lines = desk.read(body_lines, as_of=desk.day, municipalities=False)
        self.network.set_choices(
            [Choice(line.id, line.name) for line in lines if line.kind in _NETWORKS]
        )
        self.from_day = PartialDateEdit(_("From"))
        self.from_day.set_value(desk.day)
        self.add_row(_("&Network"), self.network)
        self.add_row(_("&From"), self.from_day)

    def _save(self) -> None:
        network, first = self.network.value(), self.from_day.value()
        if network is None:
            raise RuleError(_("Choose the network."))
        if first is None:
            raise RuleError(_("Write the day from which it takes part."))
        self._desk.run(join_network, network, (self._body.id,), Period(first, None))
