"""Measure composition, what-if, coverage and suggestions, in milliseconds.

Run by hand: ``PYTHONPATH=. python tests/benchmarks/bench_composition.py [1 10]``; the numbers say
how many times the example. Medians of elapsed time; a shared machine makes them longer. The
figures to keep: one body under 5, what-if under 20, a suggestion for 14 seats, 60 candidates and
12 rules under 2,000.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from samstyring.domain.composition_rules import Grouping, SizeClass
from samstyring.example import build_example
from samstyring.example.larger import build_larger
from samstyring.queries.composition import composition, suggestion_problem
from samstyring.queries.composition_coverage import carriers, coverage
from samstyring.queries.nominations import candidacy_lines, round_lines
from samstyring.queries.search import find_body
from samstyring.suggest import suggest
from samstyring.workspace import Workspace
from tests.compositions import made_up_problem

TODAY = date(2026, 3, 1)
ROUNDS = 15
MADE_UP = range(1, 9)


def main(sizes: list[int]) -> None:
    """Print a table: a line for each question, a column for each size; then made-up rounds."""
    columns = [measured_file(times) for times in sizes]
    print(f"{'median, ms':36}" + "".join(f"{f'example ×{times}':>16}" for times in sizes))
    for question in columns[0]:
        print(f"{question:36}" + "".join(f"{column[question]:16.1f}" for column in columns))
    for seed in MADE_UP:
        problem = made_up_problem(seed, seats=14, candidates=5, rules=12)
        people = sum(len(seat.candidates) for seat in problem.bodies[0].seats)
        spent = milliseconds(lambda problem=problem: suggest(problem), rounds=1)  # type: ignore[misc]
        print(f"14 seats, {people} candidates, 12 rules ({seed}) {spent:16.0f}")


def measured_file(times: int) -> dict[str, float]:
    """Return the milliseconds of each question to a file that many times the example."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "measured.samstyring"
        if times == 1:
            build_example(path, TODAY)
        else:
            build_larger(path, TODAY, times)
        workspace = Workspace.open(path, read_only=True)
        try:
            return {name: milliseconds(ask) for name, ask in questions(workspace).items()}
        finally:
            workspace.close()


def questions(ws: Workspace) -> dict[str, Callable[[], object]]:
    """Return what is measured, by its name."""
    bodies = {
        name: ws.read(find_body, name, as_of=TODAY)
        for name in ("Digitaliseringsutvalget", "KommIT-rådet")
    }
    asked: dict[str, Callable[[], object]] = {
        name: lambda body_id=body_id: ws.read(composition, body_id, as_of=TODAY)  # type: ignore[misc]
        for name, body_id in bodies.items()
    }
    du, (round_id, chosen) = bodies["Digitaliseringsutvalget"], _open_round(ws)
    problem = ws.read(suggestion_problem, round_id, as_of=TODAY)
    return asked | {
        f"what-if with {len(chosen)}": lambda: ws.read(
            composition, du, as_of=TODAY, with_candidacies=chosen
        ),
        "suggestion_problem": lambda: ws.read(suggestion_problem, round_id, as_of=TODAY),
        "suggest": lambda: suggest(problem),
        "coverage by network": lambda: ws.read(coverage, Grouping.NETWORK, as_of=TODAY),
        "coverage by size": lambda: ws.read(coverage, SizeClass, as_of=TODAY),
        "carriers": lambda: ws.read(carriers, as_of=TODAY),
    }


def _open_round(ws: Workspace) -> tuple[str, tuple[str, ...]]:
    """Return the round that is open, and a candidate for each of the committee's seats."""
    round_id = next(line.id for line in ws.read(round_lines, as_of=TODAY) if not line.closed_on)
    first: dict[str, str] = {}
    for line in ws.read(candidacy_lines, as_of=TODAY, round_id=round_id):
        if line.open and line.body_name == "Digitaliseringsutvalget":
            first.setdefault(line.seat_id, line.id)
    return round_id, tuple(first.values())


def milliseconds(ask: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of a question after one that warms up."""
    ask()
    spent = []
    for _ in range(rounds):
        started = time.perf_counter()
        ask()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent) * 1000


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10])
