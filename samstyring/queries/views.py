"""Queries on saved views and stories, and on the days when the structure changed."""

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from samstyring.domain.errors import NotFoundError
from samstyring.domain.periods import PartialDate
from samstyring.domain.text import fold, sort_key, words_of
from samstyring.domain.views import Care, ChangeDay, SavedView, StoryDetail, StoryLine, StoryPage
from samstyring.language import _
from samstyring.queries.findings import findings
from samstyring.queries.findings_of_rules import rules_of_bodies
from samstyring.store import tables as t

# What stands in the graph; memberships are relations, and who sits where is told there too.
_DATED = (t.BodyRow, t.BodyNameRow, t.RelationRow, t.SeatRow, t.AppointmentRow)


def saved_views(session: Session) -> tuple[SavedView, ...]:
    """Return every saved view by name."""
    found = [_view(row) for row in session.scalars(select(t.SavedViewRow))]
    return tuple(sorted(found, key=lambda view: (sort_key(view.name), view.id)))


def saved_view(session: Session, view_id: str) -> SavedView:
    """Return one saved view; NotFoundError in a sentence if it is gone."""
    row = session.get(t.SavedViewRow, view_id)
    if row is None:
        raise NotFoundError(_("This view is no longer in the file."))
    return _view(row)


def find_view(session: Session, text: str) -> SavedView:
    """Return the saved view with that name or id; NotFoundError names those there are."""
    views = saved_views(session)
    for view in views:
        if view.id == text or fold(view.name) == fold(text.strip()):
            return view
    names = ", ".join(view.name for view in views)
    if not names:
        raise NotFoundError(_("No view has been saved in this file."))
    raise NotFoundError(
        _("No view is called “{name}”. There are: {views}.").format(name=text, views=names)
    )


def views_holding(session: Session, text: str) -> tuple[SavedView, ...]:
    """Return the saved views whose names hold every word of a text, by name."""
    words = words_of(text)
    return tuple(
        view
        for view in saved_views(session)
        if words and all(word in fold(view.name) for word in words)
    )


def story_lines(session: Session) -> tuple[StoryLine, ...]:
    """Return every story in the order they were begun."""
    page, story = t.StoryPageRow, t.StoryRow
    counts = select(page.story_id, func.count()).group_by(page.story_id)
    pages = {story_id: count for story_id, count in session.execute(counts)}
    rows = session.execute(select(story.id, story.name).order_by(story.position, story.id))
    return tuple(StoryLine(story_id, name, pages.get(story_id, 0)) for story_id, name in rows)


def story_detail(session: Session, story_id: str) -> StoryDetail:
    """Return a story with its pages in order; NotFoundError in a sentence if it is gone."""
    story = session.get(t.StoryRow, story_id)
    if story is None:
        raise NotFoundError(_("This story is no longer in the file."))
    views = {view.id: view for view in saved_views(session)}
    row = t.StoryPageRow
    found = session.scalars(
        select(row).where(row.story_id == story_id).order_by(row.position, row.id)
    )
    pages = tuple(
        StoryPage(page.id, page.title, page.text, views.get(page.view_id or "")) for page in found
    )
    return StoryDetail(story.id, story.name, pages)


def change_days(session: Session, *, of: Collection[str] = ()) -> tuple[ChangeDay, ...]:
    """Return the days on which something of the structure began or was over, the oldest first.

    ``of`` are the bodies that are asked about, all where there are none. An end counts on the day
    after the last one, when it is first seen; a reduced date on the day that an as-of question
    takes it for.
    """
    counts: Counter[date] = Counter()
    for row in _DATED:
        for first, last, count in session.execute(_periods(row, of)):
            if first is not None:
                counts[PartialDate.parse(str(first)).first_day()] += count
            end = PartialDate.parse(str(last)).last_day() if last is not None else date.max
            if end < date.max:
                counts[end + timedelta(days=1)] += count
    return tuple(ChangeDay(day, counts[day]) for day in sorted(counts))


def _periods(row: Any, of: Collection[str]) -> Select[tuple[Any, Any, int]]:
    """Return how often each period is there among rows that concern one of the bodies, or all."""
    counted = select(row.first_day, row.last_day, func.count()).group_by(
        row.first_day, row.last_day
    )
    if not of:
        return counted
    if row is t.RelationRow:
        return counted.where(row.from_id.in_(of) | row.to_id.in_(of))
    if row is t.AppointmentRow:
        seats = select(t.SeatRow.id).where(t.SeatRow.body_id.in_(of))
        return counted.where(row.seat_id.in_(seats))
    return counted.where((row.id if row is t.BodyRow else row.body_id).in_(of))


def flagged_bodies(session: Session, *, as_of: date) -> frozenset[str]:
    """Return the bodies about which something needs care that day."""
    return frozenset(finding.body_id for finding in findings(session, as_of=as_of))


def verified_days(session: Session) -> dict[str, date]:
    """Return when the facts of each body were last verified; one never verified is left out."""
    row = t.SourceRow
    newest = select(row.target_id, func.max(row.verified_on)).where(row.verified_on.is_not(None))
    return {
        target: PartialDate.parse(day).first_day()
        for target, day in session.execute(newest.group_by(row.target_id))
        if day
    }


def care(session: Session, *, as_of: date, flags: bool, ages: bool, rules: bool = False) -> Care:
    """Return what views ask of bodies, of which only what is wanted is looked for."""
    return Care(
        flagged_bodies(session, as_of=as_of) if flags else frozenset(),
        verified_days(session) if ages else {},
        rules_of_bodies(session, as_of=as_of) if rules else {},
    )


def _view(row: t.SavedViewRow) -> SavedView:
    day = date.fromisoformat(row.day) if row.day else None
    return SavedView(row.id, row.name, row.options, day)
