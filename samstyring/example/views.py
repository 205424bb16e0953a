"""Saves the views of the example, and tells its story with them."""

import json
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.commands.views import add_story, add_story_page, save_view
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import document
from samstyring.language import N_

Entry = dict[str, Any]
_OF_BODIES = ("regions", "unfolded", "networks")


@command(N_("Set up the views of the example"))
def compose_views(session: Session, ids: Ids) -> None:
    """Save every view, and add the stories with their pages."""
    about(session, THE_WHOLE)
    told = document("example", "views.toml")
    views = {entry["key"]: _save(session, ids, entry) for entry in told["view"]}
    for story in told["story"]:
        story_id = add_story(session, story["name"])
        session.flush()
        for page in story["page"]:
            add_story_page(
                session, story_id, views[page["view"]], title=page["title"], text=page["text"]
            )
            session.flush()


def _save(session: Session, ids: Ids, entry: Entry) -> str:
    options = dict(entry["options"])
    for name in _OF_BODIES:
        if name in options:
            options[name] = [ids[key] for key in options[name]]
    if "focus" in options:
        options["focus"] = ids[options["focus"]]
    day = date.fromisoformat(entry["day"]) if "day" in entry else None
    saved = save_view(session, entry["name"], json.dumps(options, sort_keys=True), day=day)
    session.flush()
    return saved
