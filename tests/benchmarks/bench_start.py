"""Start to a usable window on the example, beside an empty PySide6 window in the same run."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROUNDS = 7
EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OURS = """
import sys
from pathlib import Path
import os
from samstyring import app
import samstyring.queries.findings
from samstyring.ui import application
started = application.Application.start
def start(self, *arguments, **options):
    started(self, *arguments, **options)
    application.QApplication.processEvents()
    os._exit(0)
application.Application.start = start
app.open_window(Path(sys.argv[1]))
"""


def seconds(code: str, *arguments: str) -> float:
    """Return the CPU seconds of one Python process that runs the code: others share the machine."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = _spent()
    subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, env=environment, capture_output=True
    )
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the medians and their ratio; the aim is at most 2.5."""
    from samstyring.example import build_example

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        path = Path(folder) / "example.samstyring"
        build_example(path, date.today())
        seconds(OURS, str(path))  # compiled once, as at any second start
        pairs = [(seconds(EMPTY), seconds(OURS, str(path))) for _round in range(ROUNDS)]
    empty, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(
        f"empty window {empty * 1000:.0f} ms, ours {ours * 1000:.0f} ms, ratio {ours / empty:.2f}"
    )


if __name__ == "__main__":
    main()
