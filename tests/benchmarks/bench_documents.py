"""Measure how long a mandate takes as DOCX and as PDF: python tests/benchmarks/bench_documents.py.

Tells the first export of a process apart from later ones, since libraries are loaded once and
typst remembers what it has set. All times are milliseconds by the wall.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from samstyring.domain.mandates import MandateDocument  # noqa: E402
from tests.export.mandate_samples import (  # noqa: E402
    TASKS,
    a_document,
    a_member,
    a_section,
    a_template,
)

# Most milliseconds that a later export may take.
TARGETS = {"docx": 250.0, "pdf": 150.0}
ROUNDS = 10


def four_pages(number: int) -> MandateDocument:
    """Return a mandate of about four pages, with a text of its own for each number."""
    text = f"{TASKS}\n\nUtgave {number}. " + "Kommunene samarbeider om digitalisering. " * 8
    sections = tuple(a_section(f"Avsnitt {n}", text) for n in range(1, 11))
    return replace(a_document(), sections=sections, roster=(a_member(),) * 14)


def elapsed(document: MandateDocument, target: Path, template: Path | None = None) -> float:
    """Return how many milliseconds one export takes."""
    began = time.perf_counter()
    from samstyring.export.mandate_export import export_mandate

    export_mandate(document, target, template=template)
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Print the times; return 1 when a target is missed."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for ending, most in TARGETS.items():
            target = Path(folder) / f"mandate.{ending}"
            first, *later = (elapsed(four_pages(n), target) for n in range(ROUNDS + 1))
            middle = statistics.median(later)
            missed += middle > most
            print(f"{ending:5} first {first:6.0f}  later {middle:6.0f}  (at most {most:.0f})")
        own = a_template(Path(folder), "{{ title }}")
        slow = elapsed(four_pages(0), Path(folder) / "own.docx", own)
        print(f"a template of one's own, in a process of its own: {slow:.0f}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
