"""Structures that are hard to draw and tell: cycles, crowds, endless names, one body."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import add_body, add_relation
from samstyring.domain.bodies import BodyFacts, BodyKind, Level, RelationKind
from samstyring.graph.layout import Arrangement
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.page import GraphPage
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body
from tests.ui import rules

FACTS = BodyFacts(BodyKind.COUNCIL, Level.NATIONAL)
SCRIPTS = ("Ærlig ", "Имя ", "名前", "नाम ", "اسم ", "Ŋuorttanaš ")


def cycle(workspace: Workspace) -> str:
    ids = [a_body(workspace, f"Ring {number}") for number in range(3)]
    for one, other in zip(ids, ids[1:] + ids[:1], strict=True):
        workspace.run(add_relation, one, other, RelationKind.REPORTS_TO)
    return ids[0]


def crowd(workspace: Workspace) -> str:
    middle = a_body(workspace, "Middle")

    def add_all(session: object) -> None:
        for number in range(400):
            add_body(session, f"Body {number}", FACTS, parent_id=middle)  # type: ignore[arg-type]

    add_all.label = "Add many"  # type: ignore[attr-defined]
    workspace.run(add_all)
    return middle


def endless_names(workspace: Workspace) -> str:
    ids = [a_body(workspace, (script * 200)[:200].strip()) for script in SCRIPTS]
    workspace.run(add_relation, ids[0], ids[1], RelationKind.ADVISES)
    return ids[0]


def alone(workspace: Workspace) -> str:
    return a_body(workspace, "Alone")


@pytest.mark.parametrize("build", [cycle, crowd, endless_names, alone])
def test_that_a_hard_structure_is_shown_in_every_arrangement(
    build: Callable[[Workspace], str],
    tmp_path: Path,
    own_windows: Callable[[QWidget], QWidget],
    qtbot: QtBot,
) -> None:
    workspace = Workspace.in_memory()
    body_id = build(workspace)
    desk = Desk(workspace, Settings(tmp_path / "s.ini"))
    page = GraphPage(desk)
    own_windows(page)
    page.resize(1000, 700)
    with qtbot.waitSignal(page.stage.drawn, timeout=20_000):
        page.show()
    for arrange in Arrangement:
        with qtbot.waitSignal(page.stage.drawn, timeout=20_000):
            page.looking.choose(focus=body_id, arrange=arrange, table=False)
        assert body_id in page.canvas.world.boxes
        assert page.stage.said.text()
    with qtbot.waitSignal(page.stage.drawn, timeout=20_000):
        page.looking.choose(table=True)
    assert {row.id for row in page.stage.table.shown_records()} == set(page.canvas.world.boxes)
    page.side.show_body(body_id)
    qtbot.waitUntil(lambda: rules.clipped_texts(page) == [], timeout=30_000)
    desk.close()
