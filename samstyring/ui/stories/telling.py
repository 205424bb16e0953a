"""What a page of a story shows: its view read as of its day, drawn, and said in words."""

from dataclasses import dataclass, replace

from samstyring.domain.views import SavedView, StoryPage
from samstyring.export.story_pdf import StorySheet
from samstyring.formats import long_date
from samstyring.graph.difference import both_days, difference_of
from samstyring.graph.measuring import TextMeasure
from samstyring.graph.org_picture import scene_of
from samstyring.graph.picture import Beside, Picture, picture_of
from samstyring.graph.picture_options import Colouring, options_from_json
from samstyring.graph.picture_words import described_picture
from samstyring.language import _
from samstyring.queries.difference import two_days
from samstyring.queries.org import org_snapshot
from samstyring.queries.views import care
from samstyring.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ToldPage:
    """A page that was read: ``said`` tells what the picture shows, or why there is none."""

    page: StoryPage
    picture: Picture | None
    said: str
    day_text: str = ""


def told_page(desk: Desk, page: StoryPage) -> ToldPage:
    """Return a page with its picture; a view that is gone is told in a sentence."""
    if page.view is None:
        return ToldPage(page, None, _("The view of this page was deleted. Its words are kept."))
    options, day = options_from_json(page.view.options), page.view.day or desk.day
    cared = desk.read(
        care,
        as_of=day,
        flags=options.flagged_only,
        ages=options.colouring is Colouring.AGE,
        rules=options.colouring is Colouring.BALANCE,
    )
    if options.compared is not None and options.compared != day:
        return _told_difference(desk, page, page.view, Beside(cared))
    snapshot = desk.read(org_snapshot, as_of=day, view=page.view.id)
    picture = picture_of(snapshot, options, Beside(cared))
    day_text = _("As of {day}").format(day=long_date(day))
    return ToldPage(page, picture, described_picture(picture), day_text)


def _told_difference(desk: Desk, page: StoryPage, view: SavedView, beside: Beside) -> ToldPage:
    options = options_from_json(view.options)
    assert options.compared is not None
    before, after = sorted((options.compared, view.day or desk.day))
    days = desk.read(two_days, before=before, after=after, view=view.id)
    beside = replace(beside, difference=difference_of(days))
    picture = picture_of(both_days(days.before, days.after), options, beside)
    day_text = _("From {before} to {after}").format(
        before=long_date(before), after=long_date(after)
    )
    return ToldPage(page, picture, described_picture(picture), day_text)


def story_sheet(told: ToldPage, measure: TextMeasure, aspect: float) -> StorySheet:
    """Return a page as it is printed."""
    scene = scene_of(told.picture, measure, aspect) if told.picture else None
    page = told.page
    return StorySheet(page.title, page.text, told.day_text, scene, told.said)
