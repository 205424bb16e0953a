"""Commands on saved views and stories: keep, rename, change, put in order, delete."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name, name_of
from samstyring.commands.command import about, command, the
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.periods import iso_or_none
from samstyring.domain.text import clean_line, clean_text, fold
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging


@command(N_("Save a view"))
def save_view(
    session: Session, name: str, options: str, *, day: date | None = None, places_of: str = ""
) -> str:
    """Save a view under a name, with the places chosen by hand in another; return its id.

    ``options`` is JSON. RuleError for an empty name or one that another view has.
    """
    row = t.SavedViewRow(id=new_id(), name=_free_name(session, name), options=options)
    row.day, row.position = iso_or_none(day), _last(session, t.SavedViewRow) + 1
    about(session, row.name)
    session.add(row)
    for placed in session.scalars(_places(places_of)):
        copied = t.PlacementRow(id=new_id(), view=row.id, body_id=placed.body_id)
        copied.x, copied.y = placed.x, placed.y
        session.add(copied)
    return row.id


@command(N_("Change a saved view"))
def change_view(session: Session, view_id: str, options: str, *, day: date | None = None) -> None:
    """Let a saved view show something else."""
    row = the(session, t.SavedViewRow, view_id)
    about(session, row.name)
    row.options, row.day = options, iso_or_none(day)


@command(N_("Rename a view"))
def rename_view(session: Session, view_id: str, name: str) -> None:
    """Give a saved view another name; RuleError as for ``save_view``."""
    row = the(session, t.SavedViewRow, view_id)
    about(session, row.name)
    row.name = _free_name(session, name, view_id)


@command(N_("Delete a view"))
def delete_view(session: Session, view_id: str) -> None:
    """Delete a saved view and its places; pages of stories that showed it keep their words."""
    row = the(session, t.SavedViewRow, view_id)
    about(session, row.name)
    for placed in session.scalars(_places(view_id)):
        session.delete(placed)
    delete_with_hanging(session, row)


@command(N_("Let the layout place a body"))
def release_body(session: Session, view: str, body_id: str) -> None:
    """Forget the place chosen for one body in a view."""
    about(session, lambda: name_of(session, body_id))
    for row in session.scalars(_places(view).where(t.PlacementRow.body_id == body_id)):
        session.delete(row)


@command(N_("Begin a story"))
def add_story(session: Session, name: str) -> str:
    """Add a story without pages and return its id; RuleError for an empty name."""
    row = t.StoryRow(id=new_id(), name=checked_name(name))
    row.position = _last(session, t.StoryRow) + 1
    about(session, row.name)
    session.add(row)
    return row.id


@command(N_("Rename a story"))
def rename_story(session: Session, story_id: str, name: str) -> None:
    """Give a story another name."""
    row = the(session, t.StoryRow, story_id)
    about(session, row.name)
    row.name = checked_name(name)


@command(N_("Delete a story"))
def delete_story(session: Session, story_id: str) -> None:
    """Delete a story with its pages; the views they show stay."""
    row = the(session, t.StoryRow, story_id)
    about(session, row.name)
    delete_with_hanging(session, row)


@command(N_("Add a page to a story"))
def add_story_page(
    session: Session, story_id: str, view_id: str, *, title: str = "", text: str = ""
) -> str:
    """Add a page at the end and return its id; without a title it has the name of the view."""
    story, view = the(session, t.StoryRow, story_id), the(session, t.SavedViewRow, view_id)
    about(session, story.name)
    row = t.StoryPageRow(id=new_id(), story_id=story_id, view_id=view_id)
    row.title, row.text = clean_line(title) or view.name, clean_text(text)
    row.position = max((page.position for page in _pages(session, story_id)), default=0) + 1
    session.add(row)
    return row.id


@command(N_("Add to a story"))
def tell_in_story(
    session: Session,
    title: str,
    text: str,
    *,
    story_id: str = "",
    new_story: str = "",
    view_id: str = "",
    options: str = "",
    day: date | None = None,
    places_of: str = "",
) -> str:
    """Add a page about what is shown, in a story that is begun now unless ``story_id`` names one.

    Without ``view_id`` what is shown is saved as a view first, called as the page. Returns the
    view's id. RuleError for a page without a title, or for neither a story nor a name of one.
    """
    if not clean_line(title):
        raise RuleError(_("A page needs a title."))
    if not story_id and not clean_line(new_story):
        raise RuleError(_("Choose a story, or write the name of a new one."))
    story_id = story_id or add_story(session, new_story)
    if not view_id:
        name = _name_not_taken(session, clean_line(title))
        view_id = save_view(session, name, options, day=day, places_of=places_of)
    session.flush()
    add_story_page(session, story_id, view_id, title=title, text=text)
    return view_id


@command(N_("Write a page of a story"))
def write_story_page(
    session: Session, page_id: str, *, title: str, text: str, view_id: str | None
) -> None:
    """Write what a page says and which view it shows; None leaves it without one."""
    row = the(session, t.StoryPageRow, page_id)
    about(session, the(session, t.StoryRow, row.story_id).name)
    if not clean_line(title):
        raise RuleError(_("A page needs a title."))
    if view_id is not None:
        the(session, t.SavedViewRow, view_id)
    row.title, row.text, row.view_id = clean_line(title), clean_text(text), view_id


@command(N_("Move a page of a story"))
def move_story_page(session: Session, page_id: str, places: int) -> None:
    """Move a page so many places on, or back where ``places`` is negative; it stops at an end."""
    row = the(session, t.StoryPageRow, page_id)
    about(session, the(session, t.StoryRow, row.story_id).name)
    pages = _pages(session, row.story_id)
    place = pages.index(row)
    pages.insert(max(0, min(len(pages) - 1, place + places)), pages.pop(place))
    for position, page in enumerate(pages, start=1):
        page.position = position


@command(N_("Delete a page of a story"))
def delete_story_page(session: Session, page_id: str) -> None:
    """Delete one page; the view it shows stays."""
    row = the(session, t.StoryPageRow, page_id)
    about(session, the(session, t.StoryRow, row.story_id).name)
    session.delete(row)


def _free_name(session: Session, name: str, own_id: str = "") -> str:
    cleaned = checked_name(name)
    views = t.SavedViewRow
    others = session.scalars(select(views.name).where(views.id != own_id))
    if fold(cleaned) in {fold(other) for other in others}:
        raise RuleError(_("There is a view called “{name}” already.").format(name=cleaned))
    return cleaned


def _name_not_taken(session: Session, wanted: str) -> str:
    taken = {fold(name) for name in session.scalars(select(t.SavedViewRow.name))}
    name, count = wanted, 1
    while fold(name) in taken:
        count += 1
        name = f"{wanted} {count}"
    return name


def _places(view: str) -> Select[t.PlacementRow]:
    row = t.PlacementRow
    return select(row).where(row.view == view).order_by(row.id)


def _pages(session: Session, story_id: str) -> list[t.StoryPageRow]:
    row = t.StoryPageRow
    found = session.scalars(select(row).where(row.story_id == story_id))
    return sorted(found, key=lambda page: (page.position, page.id))


def _last(session: Session, table: type[t.SavedViewRow] | type[t.StoryRow]) -> int:
    return max(session.scalars(select(table.position)), default=0)
