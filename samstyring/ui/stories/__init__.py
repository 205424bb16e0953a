"""Stories on the screen: the page of them, and the presentation on the whole screen."""

from samstyring.ui.desk import Desk
from samstyring.ui.stories.page import StoriesPage

__all__ = ["StoriesPage", "make_stories_page"]


def make_stories_page(desk: Desk) -> StoriesPage:
    """Return the page of stories for a desk."""
    return StoriesPage(desk)
