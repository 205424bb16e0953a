"""A file with a story of two pages, one of a view that was deleted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from samstyring.commands.views import add_story, add_story_page, delete_view, save_view
from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.graph.picture_options import PictureOptions, options_as_json
from samstyring.ui.desk import Desk
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period

DAY = date(2020, 6, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a file with two bodies and a story about them."""
    opened = Workspace.in_memory()
    ks = a_body(opened, "KS", kind=BodyKind.POLITICAL_BODY)
    du = a_body(opened, "DU", parent_id=ks, parent_relation=RelationKind.REPORTS_TO)
    over = a_body(opened, "Overrådet", period=a_period("2010", "2021-12-31"))
    story = opened.run(add_story, "For the county meeting")
    around = opened.run(save_view, "Around DU", options_as_json(PictureOptions(focus=du)))
    then = opened.run(save_view, "Then", options_as_json(PictureOptions(focus=over)), day=DAY)
    gone = opened.run(save_view, "Gone", "{}")
    opened.run(add_story_page, story, around, title="Who decides", text="It reports to KS.")
    opened.run(add_story_page, story, then, title="As it was", text="Før 2022.")
    opened.run(add_story_page, story, gone, title="Afterwards", text="Words that stay.")
    opened.run(delete_view, gone)
    made = Desk(opened, Settings(tmp_path / "settings.ini"))
    yield made
    made.close()
