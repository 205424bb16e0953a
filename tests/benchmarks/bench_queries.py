"""Measure the queries that pages wait for, and one edit with its undo, in milliseconds.

Run by hand: ``PYTHONPATH=. python tests/benchmarks/bench_queries.py [1 10]``; the numbers say how
many times the example. Medians of elapsed time; a shared machine makes them longer.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from samstyring.commands.people import PersonFacts, correct_person
from samstyring.example import build_example
from samstyring.example.larger import build_larger
from samstyring.queries.bodies import body_lines
from samstyring.queries.file_info import file_info
from samstyring.queries.findings import findings
from samstyring.queries.history import journal_lines
from samstyring.queries.municipalities import municipality_lines
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.org import org_snapshot
from samstyring.queries.people import person_lines
from samstyring.queries.search import find_body, search
from samstyring.queries.seats import seat_lines
from samstyring.workspace import Workspace

TODAY = date(2026, 3, 1)
ROUNDS = 7


def main(sizes: list[int]) -> None:
    """Print a table: a line for each question, a column for each size."""
    columns = [measured_file(times) for times in sizes]
    heads = "".join(f"{f'example ×{times}':>16}" for times in sizes)
    print(f"{'median, ms':28}{heads}")
    for question in columns[0]:
        print(f"{question:28}" + "".join(f"{column[question]:16.1f}" for column in columns))


def measured_file(times: int) -> dict[str, float]:
    """Return the milliseconds of each question to a file that many times the example."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "measured.samstyring"
        if times == 1:
            build_example(path, TODAY)
        else:
            build_larger(path, TODAY, times)
        workspace = Workspace.open(path)
        try:
            return {name: milliseconds(ask) for name, ask in questions(workspace).items()}
        finally:
            workspace.close()


def questions(ws: Workspace) -> dict[str, Callable[[], object]]:
    """Return what is measured, by its name."""
    person = ws.read(person_lines, as_of=TODAY)[0]
    body = ws.read(body_lines, as_of=TODAY, municipalities=False)[0]

    def edit_and_undo() -> None:
        ws.run(correct_person, person.id, PersonFacts(f"{person.name} {time.monotonic_ns()}"))
        ws.undo()

    return {
        "body_lines": lambda: ws.read(body_lines, as_of=TODAY),
        "body_lines of 2019": lambda: ws.read(body_lines, as_of=date(2019, 6, 1)),
        "org_snapshot": lambda: ws.read(org_snapshot, as_of=TODAY),
        "findings": lambda: ws.read(findings, as_of=TODAY),
        "seat_lines": lambda: ws.read(seat_lines, as_of=TODAY),
        "seat_lines of one body": lambda: ws.read(seat_lines, as_of=TODAY, body_id=body.id),
        "person_lines": lambda: ws.read(person_lines, as_of=TODAY),
        "municipality_lines": lambda: ws.read(municipality_lines, as_of=TODAY),
        "candidacy_lines": lambda: ws.read(candidacy_lines, as_of=TODAY),
        "search, one letter": lambda: ws.read(search, "d"),
        "search, a word": lambda: ws.read(search, "digitaliserings"),
        "find_body": lambda: ws.read(find_body, "Digitaliseringsutvalget", as_of=TODAY),
        "journal_lines": lambda: ws.read(journal_lines),
        "journal_lines of a person": lambda: ws.read(journal_lines, of=person.id),
        "file_info": lambda: ws.read(file_info),
        "one edit and its undo": edit_and_undo,
    }


def milliseconds(ask: Callable[[], object]) -> float:
    """Return the median time of a question after one that warms up."""
    ask()
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent) * 1000


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1, 10])
