"""One body as a leader asks about it: what it is in words, who sits there, who sits for it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.bodies import BodyKind
from samstyring.domain.org import OrgBody, OrgSnapshot
from samstyring.domain.seats import ROLE_ORDER, SeatLine
from samstyring.domain.words import word
from samstyring.formats import capital
from samstyring.graph.words import describe_body
from samstyring.language import _
from samstyring.ui.forms import Heading, SoftLabel, SubHeading
from samstyring.ui.theme import ToneName, icon


class LeaderBodyPane(QWidget):
    """``focus_asked(id)`` and ``all_asked`` change what the picture shows; nothing is written."""

    focus_asked = Signal(str)
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body_id = ""
        self.name, self.words = Heading("", self), SoftLabel("", self)
        self.sits_title = SubHeading(_("Who sits here"), self)
        self.sits = _list(_("Who sits here"), self)
        self.sent_title = SubHeading(_("Who sits elsewhere from here"), self)
        self.sent = _list(_("Who sits elsewhere from here"), self)
        self.focus_button = QPushButton(icon("focus"), _("Show what is &around it"), self)
        self.all_button = QPushButton(icon("close"), _("Show a&ll again"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.name, self.words, self.sits_title):
            column.addWidget(widget)
        column.addWidget(self.sits, 3)
        column.addWidget(self.sent_title)
        column.addWidget(self.sent, 2)
        column.addWidget(self.focus_button)
        column.addWidget(self.all_button)
        column.addStretch(0)
        self.focus_button.clicked.connect(self._on_focus)
        self.all_button.clicked.connect(self.all_asked)

    def show_body(
        self, snapshot: OrgSnapshot, seats: Sequence[SeatLine], body_id: str, *, focused: bool
    ) -> None:
        """Show a body of the day; an id that is not there shows what can be done."""
        body = next((found for found in snapshot.bodies if found.id == body_id), None)
        self._body_id = body.id if body else ""
        self.name.setText(body.name if body else _("Choose a body"))
        self.words.setText(
            describe_body(snapshot, seats, body_id)
            if body
            else _("Click a body in the picture, or find it by its name, to see who sits there.")
        )
        own = [seat for seat in seats if seat.body_id == self._body_id]
        sent = _sent(snapshot, seats, body) if body is not None else []
        _fill(self.sits, [(seat, _sitting(seat)) for seat in sorted(own, key=_order)])
        _fill(self.sent, [(seat, _elsewhere(seat, self._body_id)) for seat in sent])
        for widget, shown in (
            (self.sits_title, bool(own)),
            (self.sits, bool(own)),
            (self.sent_title, bool(sent)),
            (self.sent, bool(sent)),
            (self.focus_button, body is not None and not focused),
            (self.all_button, focused),
        ):
            widget.setVisible(shown)

    def _on_focus(self) -> None:
        self.focus_asked.emit(self._body_id)


def _list(name: str, parent: QWidget) -> QListWidget:
    listed = QListWidget(parent)
    listed.setAccessibleName(name)
    listed.setWordWrap(True)
    return listed


def _fill(listed: QListWidget, seats: Sequence[tuple[SeatLine, str]]) -> None:
    listed.clear()
    for seat, text in seats:
        listed.addItem(text)
        listed.item(listed.count() - 1).setIcon(
            icon("person") if seat.person_id else icon("warning", ToneName.VACANT)
        )


def _sent(snapshot: OrgSnapshot, seats: Sequence[SeatLine], body: OrgBody) -> list[SeatLine]:
    """Return the seats held elsewhere for a body; for a county also for what lies in it."""
    from_here = {body.id}
    if body.kind is BodyKind.COUNTY_MUNICIPALITY:
        region = body.region or body.label
        from_here |= {each.id for each in snapshot.bodies if region in each.region.split(", ")}
    return [
        seat
        for seat in seats
        if seat.person_id and seat.represents_id in from_here and seat.body_id not in from_here
    ]


def _order(seat: SeatLine) -> tuple[int, int]:
    return ROLE_ORDER[seat.role], seat.number


def _sitting(seat: SeatLine) -> str:
    role = capital(word(seat.role))
    if not seat.person_id:
        return _("{role}: vacant").format(role=role)
    if seat.employer_name:
        return _("{role}: {person}, {employer}").format(
            role=role, person=seat.person_name, employer=seat.employer_name
        )
    return _("{role}: {person}").format(role=role, person=seat.person_name)


def _elsewhere(seat: SeatLine, body_id: str) -> str:
    if seat.represents_id != body_id:
        return _("{person} in {body} ({role}), for {sender}").format(
            person=seat.person_name,
            body=seat.body_name,
            role=word(seat.role),
            sender=seat.represents_name,
        )
    return _("{person} in {body} ({role})").format(
        person=seat.person_name, body=seat.body_name, role=word(seat.role)
    )
