"""Measure Today, the timeline, letters and lists: python tests/benchmarks/bench_year.py.

Today and the terms are asked of the example ten times larger; letters are of the example. Times
are the shortest of some, by the wall, since a shared machine disturbs the others.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from samstyring.domain.letters import LetterKind  # noqa: E402
from samstyring.example import build_example  # noqa: E402
from samstyring.example.larger import build_larger  # noqa: E402
from samstyring.export.letter_export import export_letters  # noqa: E402
from samstyring.export.lists import ListColumn, ShownList, export_list  # noqa: E402
from samstyring.queries.calendar_events import calendar_events  # noqa: E402
from samstyring.queries.findings import findings  # noqa: E402
from samstyring.queries.letters import letters  # noqa: E402
from samstyring.queries.nominations import round_lines  # noqa: E402
from samstyring.queries.terms import terms  # noqa: E402
from samstyring.workspace import Workspace  # noqa: E402

DAY = date(2026, 3, 1)
ROUNDS = 5
LETTERS, LIST_ROWS = 100, 5_000


def main() -> int:
    """Print the times; return 1 when a target is missed."""
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, spent, most in [*of_the_larger(folder), *of_the_example(folder)]:
            missed += spent > most
            print(f"{what:44}{spent:10.3f} s  (at most {most:g})")
    return 1 if missed else 0


def of_the_larger(folder: Path) -> list[tuple[str, float, float]]:
    """Return what is asked of the example ten times larger, in seconds, with the most allowed."""
    path = folder / "larger.samstyring"
    build_larger(path, DAY, 10)
    workspace = Workspace.open(path, read_only=True)
    try:
        return [
            ("today", best(lambda: workspace.read(findings, as_of=DAY)), 0.2),
            ("terms", best(lambda: workspace.read(terms, as_of=DAY, since=date(2024, 1, 1))), 1),
            ("calendar", best(lambda: workspace.read(calendar_events, as_of=DAY)), 1),
        ]
    finally:
        workspace.close()


def of_the_example(folder: Path) -> list[tuple[str, float, float]]:
    """Return how long letters and lists take, in seconds, with the most allowed."""
    path = folder / "example.samstyring"
    build_example(path, DAY)
    workspace = Workspace.open(path, read_only=True)
    try:
        line = workspace.read(round_lines, as_of=DAY)[0]
        kind = LetterKind.MUNICIPALITY
        few = workspace.read(letters, line.id, kind, as_of=DAY, everyone=True)[:LETTERS]
    finally:
        workspace.close()
    shown = ShownList("List", (ListColumn("A"),) * 8, (("Kommunedirektør",) * 8,) * LIST_ROWS)
    return [
        *((f"{len(few)} letters as {ending}", once(few, folder, ending), 20.0)
          for ending in (".docx", ".pdf")),
        *((f"a list of {LIST_ROWS} rows as {ending}",
           best(lambda e=ending: export_list(shown, folder / f"list{e}")), 3.0)
          for ending in (".xlsx", ".csv")),
    ]  # fmt: skip


def once(few: tuple[object, ...], folder: Path, ending: str) -> float:
    """Return how long it takes to write these letters."""
    began = time.perf_counter()
    export_letters(few, folder / "letters", ending)  # type: ignore[arg-type]
    return time.perf_counter() - began


def best(ask: Callable[[], object]) -> float:
    """Return the shortest time of a question after one that warms up: others are disturbed."""
    ask()
    spent = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        ask()
        spent.append(time.perf_counter() - began)
    return min(spent)


if __name__ == "__main__":
    sys.exit(main())
