"""The leader's seat: a window to read, find and hand on in, that breaks nothing."""

from typing import TYPE_CHECKING

from samstyring.ui.desk import Desk
from samstyring.ui.leader.seat import set_starts_with_leader, starts_with_leader

if TYPE_CHECKING:
    from samstyring.ui.leader.window import LeaderWindow

__all__ = ["leader_window", "set_starts_with_leader", "starts_with_leader"]


def leader_window(desk: Desk, *, view: str = "", story_id: str = "") -> "LeaderWindow":
    """Return the leader's window on a view by its name or id, or on the whole.

    With ``story_id`` the story is shown on the whole screen first. NotFoundError in a sentence
    for a view or story that is not in the file. The caller owns and shows the window.
    """
    # The window draws, and what draws is slow to import; the setting is read at every start.
    from samstyring.queries.views import find_view
    from samstyring.ui.leader.window import LeaderWindow

    found = desk.read(find_view, view) if view else None
    window = LeaderWindow(desk, found.id if found else "")
    if story_id:
        window.show_story(story_id)
    return window
