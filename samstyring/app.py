"""The composition root: the only place that knows all parts."""

import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samstyring.refusal import refusal_here

if TYPE_CHECKING:
    from samstyring.workspace import Workspace


def main_script() -> None:
    """Start as the installed command ``samstyring``."""
    sentence = refusal_here()
    if sentence:
        sys.exit(sentence)
    sys.exit(main(sys.argv[1:]))


def main(argv: list[str]) -> int:
    """Run the program with the arguments after its name, and return its exit code.

    Without a verb the window opens, with --view the leader's; else the command line does what
    is asked.
    """
    from samstyring import cli

    if argv[:1] == ["--view"] and 2 <= len(argv) <= 3:
        return open_window(Path(argv[1]), leader=True, view="".join(argv[2:]))
    if cli.is_window_request(argv):
        return open_window(Path(argv[0]) if argv else None)
    return cli.run(argv, start_painting=_start_painting)


def open_window(path: Path | None, *, leader: bool = False, view: str = "") -> int:
    """Open the window on a file, the last one, or the example; 1 where there is no screen.

    ``leader`` asks for the window that only reads, on a view by its name or on the whole.
    """
    if not has_screen():
        from samstyring.language import _, set_language, system_language

        set_language(system_language())
        print(
            _(
                "There is no screen here, so the window cannot open. The command line works all"
                " the same: samstyring --help."
            ),
            file=sys.stderr,
        )
        return 1
    return _run_window(path, leader=leader, view=view)


def has_screen() -> bool:
    """Say whether a window can be shown: on Linux a display must be named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run_window(path: Path | None, *, leader: bool, view: str) -> int:
    gc.disable()  # the window's collector takes over when it stands
    # Before Qt: from then on its bindings read the source of every module that is imported.
    from samstyring.queries import findings, history  # noqa: F401

    from PySide6.QtWidgets import QApplication  # isort: skip

    from samstyring.language import set_language
    from samstyring.ui.application import Application
    from samstyring.ui.collecting import Collector
    from samstyring.ui.crash import install_crash_dialog
    from samstyring.ui.frame.pages import PAGES
    from samstyring.ui.qt_texts import install_qt_translator
    from samstyring.ui.settings import Settings
    from samstyring.ui.theme import apply_text_size, apply_theme

    app = QApplication(sys.argv[:1])
    app.setApplicationName("samstyring")
    app.setOrganizationName("samstyring")
    app.setApplicationDisplayName("samstyring")
    settings = Settings()
    set_language(settings.language)
    install_qt_translator(app, settings.language)
    apply_theme(app, settings.theme)
    apply_text_size(app, settings.text_size)
    application = Application(settings, PAGES, _build_example, _set_up_new)
    install_crash_dialog(application)
    application.start(path, leader=leader, view=view)
    Collector(application)
    code = app.exec()
    application.close()
    return code


def _build_example(path: Path, today: date) -> None:
    from samstyring.example import build_example  # rarely needed, and felt at start

    build_example(path, today)


def _set_up_new(workspace: "Workspace") -> None:
    from samstyring.example import set_up_new

    set_up_new(workspace)


def _start_painting() -> object:
    """Let pictures be drawn where there may be no screen."""
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
