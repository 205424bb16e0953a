"""What of the structure is asked for on the command line, read of the file."""

from argparse import Namespace
from dataclasses import dataclass, replace
from datetime import date

from samstyring.cli.graph_arguments import needs_focus
from samstyring.domain.difference import TwoDays
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.org import OrgSnapshot
from samstyring.domain.views import WHOLE, SavedView
from samstyring.formats import long_date, short_date
from samstyring.graph.difference import both_days, difference_of
from samstyring.graph.layout import Arrangement
from samstyring.graph.picture import Beside, Picture, picture_of
from samstyring.graph.picture_options import Colouring, PictureOptions, options_from_json
from samstyring.graph.structure import Direction, holding
from samstyring.language import _
from samstyring.queries.difference import two_days
from samstyring.queries.org import org_snapshot
from samstyring.queries.search import find_body
from samstyring.queries.views import care, find_view
from samstyring.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GraphRequest:
    """What is asked for: the structure of ``day``, what of it is shown, and under what name.

    With two days the snapshot is of the later one, and has the bodies that are gone too.
    """

    day: date
    name: str
    options: PictureOptions
    snapshot: OrgSnapshot
    beside: Beside
    days: TwoDays | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all is asked for: neither a view nor a body in focus."""
        return not self.name and not self.options.focus

    @property
    def date_text(self) -> str:
        """Return in words which day it is of, or which two."""
        if self.days is None:
            return _("As of {day}").format(day=long_date(self.day))
        return _("From {before} to {after}").format(
            before=long_date(self.days.before.day), after=long_date(self.days.after.day)
        )

    def picture(self) -> Picture:
        """Return what of the structure is shown."""
        return picture_of(self.snapshot, self.options, self.beside)


def graph_request(workspace: Workspace, asked: Namespace) -> GraphRequest:
    """Return what is asked for; an error in a sentence for a name that is not there."""
    view = workspace.read(find_view, asked.view) if asked.view is not None else None
    day = asked.as_of or (view.day if view else None) or date.today()
    place_key = view.id if view else WHOLE
    days = _two_days(workspace, asked, view, day)
    if days is None:
        snapshot = workspace.read(org_snapshot, as_of=day, view=place_key)
    else:
        snapshot = both_days(days.before, days.after)
    options = _options(workspace, asked, view, day)
    _check_focus(asked, options, snapshot, day)
    if asked.unfold:
        options = unfolded(options, snapshot)
    beside = _beside(workspace, options, snapshot, days)
    return GraphRequest(day, view.name if view else "", options, snapshot, beside, days)


def unfolded(options: PictureOptions, snapshot: OrgSnapshot) -> PictureOptions:
    """Return the options with everything unfolded that holds others."""
    return replace(options, unfolded=frozenset(holding(snapshot).holder.values()))


def body_there(workspace: Workspace, name: str, snapshot: OrgSnapshot, day: date) -> str:
    """Return the id of the body so called; NotFoundError if it is not in the structure."""
    body_id = workspace.read(find_body, name, as_of=day)
    if not is_there(snapshot, body_id):
        raise NotFoundError(
            _("“{name}” is not there on {day}.").format(name=name, day=short_date(day))
        )
    return body_id


def is_there(snapshot: OrgSnapshot, body_id: str) -> bool:
    """Say whether a body is part of the structure."""
    return any(body.id == body_id for body in snapshot.bodies)


def _two_days(
    workspace: Workspace, asked: Namespace, view: SavedView | None, day: date
) -> TwoDays | None:
    other: date | None = getattr(asked, "diff", None)
    kept = options_from_json(view.options).compared if view else None
    if other is None and kept != day:
        other = kept
    if other is None:
        return None
    if other == day:
        raise RuleError(_("Choose two different days to compare."))
    before, after = sorted((other, day))
    place_key = view.id if view else WHOLE
    return workspace.read(two_days, before=before, after=after, view=place_key)


def _options(
    workspace: Workspace, asked: Namespace, view: SavedView | None, day: date
) -> PictureOptions:
    """Return what is shown: as the view says, and before that as the words say."""
    options = options_from_json(view.options) if view else PictureOptions()
    if asked.focus is not None:
        focus = workspace.read(find_body, asked.focus, as_of=day)
        # Places chosen by hand are those of the view's own focus.
        options = replace(
            options, placed=options.focus == focus, focus=focus,
            unfolded=options.unfolded | {focus},
        )  # fmt: skip
    given = {
        "steps": asked.steps,
        "direction": Direction(asked.direction) if asked.direction else None,
        "arrange": Arrangement(asked.arrange) if asked.arrange else None,
    }
    return replace(options, **{key: value for key, value in given.items() if value is not None})


def _check_focus(
    asked: Namespace, options: PictureOptions, snapshot: OrgSnapshot, day: date
) -> None:
    if not options.focus and needs_focus(asked):
        raise RuleError(needs_focus(asked))
    if not options.focus or is_there(snapshot, options.focus):
        return
    if asked.focus is not None:
        text = _("“{name}” is not there on {day}.").format(name=asked.focus, day=short_date(day))
    else:
        text = _("What the view “{view}” is about is not there on {day}.").format(
            view=asked.view, day=short_date(day)
        )
    raise NotFoundError(text)


def _beside(
    workspace: Workspace, options: PictureOptions, snapshot: OrgSnapshot, days: TwoDays | None
) -> Beside:
    ages, rules = options.colouring is Colouring.AGE, options.colouring is Colouring.BALANCE
    found = Beside(
        workspace.read(care, as_of=snapshot.day, flags=options.flagged_only, ages=ages, rules=rules)
    )
    return found if days is None else replace(found, difference=difference_of(days))
