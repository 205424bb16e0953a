"""The composition root: the only place that knows all parts."""

import os
import sys
from pathlib import Path

from samstyring.refusal import refusal_here


def main_script() -> None:
    """Start as the installed command ``samstyring``."""
    sentence = refusal_here()
    if sentence:
        sys.exit(sentence)
    sys.exit(main(sys.argv[1:]))


def main(argv: list[str]) -> int:
    """Run the program with the arguments after its name, and return its exit code.

    Without a verb the window opens; else the command line does what is asked.
    """
    from samstyring import cli

    if cli.is_window_request(argv):
        return open_window(Path(argv[0]) if argv else None)
    return cli.run(argv)


def open_window(path: Path | None) -> int:
    """Open the window on a file, the last one, or the example; 1 where there is no screen."""
    from samstyring.language import _, set_language

    if not has_screen():
        set_language(_language_without_window())
        print(
            _(
                "There is no screen here, so the window cannot open. The command line works all"
                " the same: samstyring --help."
            ),
            file=sys.stderr,
        )
        return 1
    return _run_window(path)


def has_screen() -> bool:
    """Say whether a window can be shown: on Linux a display must be named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _language_without_window() -> str:
    from samstyring.language import system_language

    return system_language()


def _run_window(path: Path | None) -> int:
    from PySide6.QtWidgets import QApplication

    from samstyring.example import build_example, set_up_new
    from samstyring.language import set_language
    from samstyring.ui.application import Application
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
    application = Application(settings, PAGES, build_example, set_up_new)
    install_crash_dialog(application)
    application.start(path)
    code = app.exec()
    application.close()
    return code
