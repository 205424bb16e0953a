"""What can be done with a body in the graph, as a menu where it was clicked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from samstyring.commands.placements import place_body
from samstyring.commands.views import release_body
from samstyring.domain.bodies import BodyKind
from samstyring.domain.errors import SamstyringError
from samstyring.domain.seats import SeatStatus
from samstyring.language import _
from samstyring.queries.bodies import body_detail
from samstyring.ui.bodies.actions import BodyActions
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.orggraph.looking import Looking
from samstyring.ui.theme import icon


class BodyMenu(QObject):
    """Opens the menu for one body; each thing that writes is one command, so one undo."""

    open_requested = Signal(str, str)
    focus_asked = Signal(str)
    related_asked = Signal(str)
    relation_asked = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, canvas: GraphCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._looking, self._canvas, self._parent = desk, looking, canvas, parent
        self._actions = BodyActions(desk, parent)
        self._body_id = ""
        self.menu: QMenu | None = None

    def popup(self, body_id: str, place: QPoint) -> None:
        """Open the menu for a body at a place of the screen."""
        self._body_id = body_id
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        self._add(menu, "arrow-right", _("&Open"), self.open)
        self._add(menu, "focus", _("&Focus on this body"), self._on_focus)
        self._add(menu, "route", _("&How is it related to…"), self._on_related)
        menu.addSeparator()
        self._add(menu, "link", _("&Relate to…"), self._on_relate, writes=True)
        self._add(
            menu, "user-plus", _("Put forward a ca&ndidate…"), self._on_nominate,
            writes=True, possible=bool(self._seat()),
        )  # fmt: skip
        menu.addSeparator()
        self._add(menu, "edit", _("&Correct…"), self._on_correct, writes=True)
        self._add(menu, "calendar", _("&End on a day…"), self._on_end, writes=True)
        self._add(menu, "delete", _("&Delete…"), self._on_delete, writes=True)
        menu.addSeparator()
        kept = self._is_placed()
        self._add(
            menu, "map-pin", _("&Keep it where it is"), self._on_place,
            writes=True, possible=not kept and self._can_be_placed(),
        )  # fmt: skip
        self._add(
            menu, "refresh-cw", _("&Let the layout place it"), self._on_release,
            writes=True, possible=kept,
        )  # fmt: skip
        self.menu = menu
        menu.popup(place)

    def open(self) -> None:
        """Show the body of the menu on the page of its kind."""
        self.open_body(self._body_id)

    def open_body(self, body_id: str) -> None:
        """Ask for the page of a body's kind."""
        body = self._looking.picture.bodies.get(body_id)
        if body is not None:
            municipality = body.kind is BodyKind.MUNICIPALITY
            self.open_requested.emit("municipality" if municipality else "body", body.id)

    def do(self, verb: BodyVerb, body_id: str) -> None:
        """Open the form for what is asked about a body."""
        try:
            detail = self._desk.read(body_detail, body_id, as_of=self._desk.day)
        except SamstyringError as problem:
            self._desk.failed.emit(str(problem))
            return
        self._actions.set_body(detail)
        self._actions.do(verb, "")

    def _add(
        self,
        menu: QMenu,
        picture: str,
        text: str,
        run: Callable[[], None],
        *,
        writes: bool = False,
        possible: bool = True,
    ) -> None:
        action = menu.addAction(icon(picture), text, run)
        reason = self._desk.workspace.read_only_reason if writes else ""
        action.setEnabled(possible and not reason)
        action.setToolTip(reason)

    def _seat(self) -> str:
        """Return a seat to put someone forward for: a vacant one before the others."""
        own = [seat for seat in self._looking.seats if seat.body_id == self._body_id]
        vacant = [seat for seat in own if seat.status is SeatStatus.VACANT]
        return next((seat.id for seat in (*vacant, *own)), "")

    def _is_placed(self) -> bool:
        placed = self._looking.snapshot.placements
        return any(each.body_id == self._body_id for each in placed)

    def _can_be_placed(self) -> bool:
        holder = self._looking.picture.held.holder.get(self._body_id)
        return self._body_id in self._canvas.world.boxes and (
            holder not in self._canvas.world.boxes
        )

    def _on_focus(self) -> None:
        self.focus_asked.emit(self._body_id)

    def _on_related(self) -> None:
        self.related_asked.emit(self._body_id)

    def _on_relate(self) -> None:
        self.relation_asked.emit(self._body_id)

    def _on_nominate(self) -> None:
        self.open_requested.emit("nominate", self._seat())

    def _on_correct(self) -> None:
        self.do(BodyVerb.CORRECT, self._body_id)

    def _on_end(self) -> None:
        self.do(BodyVerb.END, self._body_id)

    def _on_delete(self) -> None:
        self.do(BodyVerb.DELETE, self._body_id)

    def _on_place(self) -> None:
        rect = self._canvas.world.boxes[self._body_id].rect
        self._desk.try_run(place_body, self._looking.place_key, self._body_id, rect.x, rect.y)

    def _on_release(self) -> None:
        self._desk.try_run(release_body, self._looking.place_key, self._body_id)
