"""Read the language that the window remembers, without loading the window."""

import configparser
import os
import sys
from pathlib import Path

from samstyring.language import LANGUAGES

# The name of the organisation, then that of the program.
_FOLDER = Path("samstyring", "samstyring")
_FILE = "samstyring.ini"


def remembered_language(path: Path | None = None) -> str:
    """Return the language chosen in the window's settings, or nothing where none was chosen."""
    settings = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        settings.read(path or settings_path(), encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError, OSError):
        return ""
    code = settings.get("General", "language", fallback="")
    return code if code in dict(LANGUAGES) else ""


def settings_path() -> Path:
    """Return where the window keeps its settings on this system, as Qt places it."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "")) / _FOLDER / _FILE
    if sys.platform == "darwin":
        return Path("~/Library/Preferences").expanduser() / _FOLDER / _FILE
    home = os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser()
    return Path(home) / _FOLDER / _FILE
