"""What is looked at in the graph: the day's structure, the options, the view, what is beside."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from samstyring.domain.difference import Difference
from samstyring.domain.errors import NotFoundError
from samstyring.domain.org import OrgSnapshot
from samstyring.domain.seats import SeatLine
from samstyring.domain.views import WHOLE, SavedView
from samstyring.graph.difference import both_days, difference_of
from samstyring.graph.layout import Arrangement
from samstyring.graph.paths import Path
from samstyring.graph.picture import Beside, Picture, picture_of
from samstyring.graph.picture_options import (
    Colouring,
    PictureOptions,
    options_as_json,
    options_from_json,
)
from samstyring.graph.structure import holding
from samstyring.language import _
from samstyring.queries.difference import two_days
from samstyring.queries.org import org_snapshot
from samstyring.queries.seats import seat_lines
from samstyring.queries.views import care, saved_view
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.choices import read_choices, read_view, write_choices

# A change in any other table is not seen in the graph.
TABLES = (
    "body", "body_name", "relation", "seat", "appointment", "placement", "official_number",
    "municipality", "saved_view", "source", "mandate_version", "request", "candidacy", "step",
    "composition_rule", "rule_answer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the file for the day."""

    snapshot: OrgSnapshot
    beside: Beside


class Looking(QObject):
    """Keeps what is looked at; ``changed`` tells that the picture is another one.

    ``reading_needed`` tells that more must be read of the file before it can be shown.
    """

    changed = Signal()
    reading_needed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        options = read_choices(desk.settings)
        self.options = replace(options, compared=None)
        self.view: SavedView | None = None
        self.compared = options.compared
        self._path: Path | None = None
        self._read: Read | None = None
        self._seats: tuple[SeatLine, ...] | None = None
        self._picture: Picture | None = None
        self._concerned: frozenset[str] = frozenset()
        self._concerned_options = PictureOptions()
        self._revealed: frozenset[str] = frozenset()
        self._find_view(read_view(desk.settings))

    @property
    def picture(self) -> Picture:
        """What of the structure is shown; nothing before it was read."""
        if self._picture is None:
            snapshot = self._read.snapshot if self._read else OrgSnapshot(self._desk.day, (), ())
            beside = self._read.beside if self._read else Beside()
            placed = self._options_of_view().focus == self.options.focus
            options = replace(self.options, placed=placed)
            self._picture = picture_of(snapshot, options, replace(beside, path=self._path))
        return self._picture

    @property
    def snapshot(self) -> OrgSnapshot:
        """The structure of the day, with what is gone when two days are compared."""
        return self.picture.snapshot

    @property
    def difference(self) -> Difference | None:
        """What differs between the two days that are compared, or None."""
        return self.picture.beside.difference

    @property
    def seats(self) -> tuple[SeatLine, ...]:
        """The seats of the day, of all bodies; read when they are first asked for."""
        if self._seats is None:
            self._seats = self._desk.read(seat_lines, as_of=self.snapshot.day)
        return self._seats

    @property
    def concerned(self) -> frozenset[str]:
        """The bodies that a focus or filter let through on any day that was looked at; else none.

        They only become more while days are changed, so that no mark of time comes and goes.
        """
        options = replace(self.options, unfolded=frozenset(), arrange=Arrangement.BANDS)
        if not options.narrowed:
            return frozenset()
        before = self._concerned if options == self._concerned_options else frozenset()
        self._concerned_options = options
        self._concerned = before | self.picture.chosen
        return self._concerned

    @property
    def title(self) -> str:
        """What the picture is called when it is handed on: as the view that is shown."""
        return self.view.name if self.view else _("The organisation graph")

    @property
    def place_key(self) -> str:
        """Under which name places chosen by hand are kept."""
        return self.view.id if self.view else WHOLE

    @property
    def kept_options(self) -> PictureOptions:
        """The options as they are saved: with the day that is compared with, and without what was
        unfolded only to see what was found.
        """
        unfolded = self.options.unfolded - self._revealed
        return replace(self.options, unfolded=unfolded, compared=self.compared)

    @property
    def is_altered(self) -> bool:
        """Whether a saved view is shown otherwise than it was saved."""
        if self.view is None:
            return False
        day = None if self._desk.is_today else self._desk.day
        saved = options_as_json(self._options_of_view())
        return options_as_json(self.kept_options) != saved or day != self.view.day

    def read(self) -> None:
        """Read what the options ask for, as of the desk's day."""
        if self.view is not None:
            self._find_view(self.view.id)
        day, found = self._desk.day, self._read_two() if self.compared else None
        beside = Beside(self._read_care(day), found[1] if found else None)
        if found:
            snapshot, self._seats = found[0], found[2]
        else:
            snapshot = self._desk.read(org_snapshot, as_of=day, view=self.place_key)
            self._seats = None
        self._read = Read(snapshot, beside)
        self._forget_lost_path()
        self._picture = None

    def choose(self, **changes: Any) -> None:
        """Change some of the options; more is read when they ask for it."""
        before, self.options = self.options, replace(self.options, **changes)
        self._revealed = self._still_revealed(before.unfolded)
        write_choices(self._desk.settings, self.kept_options, self.view.id if self.view else "")
        self._picture = None
        asks_more = (
            self.options.flagged_only > before.flagged_only
            or self.options.colouring in {Colouring.AGE, Colouring.BALANCE} - {before.colouring}
        )  # fmt: skip
        (self.reading_needed if asks_more else self.changed).emit()

    def look(self, **changes: Any) -> None:
        """Change some of the options for now only: nothing is remembered."""
        self.options, self._picture = replace(self.options, **changes), None
        self.changed.emit()

    def open_on(self, view: SavedView | None) -> None:
        """Begin on a saved view with its day, or on the whole, and remember nothing."""
        self._begin_on(view)
        if view is not None:
            self._desk.set_day(view.day)

    def reveal(self, body_id: str) -> None:
        """Unfold what holds a body, and drop a focus or filter that hides it, without a signal."""
        if body_id in self.picture.shown:
            return
        holder = holding(self.snapshot).holder.get(body_id)
        unfolded = self.options.unfolded | ({holder} if holder else set())
        self._revealed |= unfolded - self.options.unfolded
        if body_id in self.picture.chosen:
            self.options = replace(self.options, unfolded=unfolded)
        else:
            self.options = replace(
                self.options, unfolded=unfolded, focus="", kinds=frozenset(), levels=frozenset(),
                regions=frozenset(), networks=frozenset(), vacant_only=False, flagged_only=False,
            )  # fmt: skip
        self._picture = None

    def show_view(self, view: SavedView | None) -> None:
        """Show a saved view with its own day and what it compares with, or the whole."""
        self._begin_on(view)
        write_choices(self._desk.settings, self.options, view.id if view else "")
        if view is not None and view.day != (None if self._desk.is_today else self._desk.day):
            self._desk.set_day(view.day)
        self.reading_needed.emit()

    def compare_with(self, day: date | None) -> None:
        """Compare the desk's day with another; None shows one day again."""
        self.compared, self._path = day, None
        self.reading_needed.emit()

    def show_path(self, path: Path | None) -> None:
        """Show a way between two bodies, or none."""
        self._path, self._picture = path, None
        self.changed.emit()

    def _begin_on(self, view: SavedView | None) -> None:
        self.view, self._path, self._picture = view, None, None
        options = self._options_of_view()
        # What is compared is kept in one place, since it can be another day than the view's.
        self.options, self.compared = replace(options, compared=None), options.compared
        self._revealed = frozenset()

    def _still_revealed(self, before: frozenset[str]) -> frozenset[str]:
        """Return what is unfolded for what was found: not once the user unfolds more at a time."""
        now = self.options.unfolded
        return self._revealed & now if len(before ^ now) <= 1 else frozenset()

    def _find_view(self, view_id: str) -> None:
        try:
            self.view = self._desk.read(saved_view, view_id) if view_id else None
        except NotFoundError:
            # It was deleted or is of another file; what it showed stays on the screen.
            self.view = None

    def _options_of_view(self) -> PictureOptions:
        return options_from_json(self.view.options) if self.view else PictureOptions()

    def _read_care(self, day: date) -> Any:
        colouring = self.options.colouring
        return self._desk.read(
            care,
            as_of=day,
            flags=self.options.flagged_only,
            ages=colouring is Colouring.AGE,
            rules=colouring is Colouring.BALANCE,
        )

    def _read_two(self) -> tuple[OrgSnapshot, Difference, tuple[SeatLine, ...]]:
        assert self.compared is not None
        before, after = sorted((self.compared, self._desk.day))
        days = self._desk.read(two_days, before=before, after=after, view=self.place_key)
        return both_days(days.before, days.after), difference_of(days), days.seats_after

    def _forget_lost_path(self) -> None:
        lines = {line.id for line in self._read.snapshot.lines} if self._read else set()
        if self._path is not None and not set(self._path.line_ids) <= lines:
            self._path = None
