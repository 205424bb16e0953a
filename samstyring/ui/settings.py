"""What the program remembers between runs, declared in one table and kept in one INI file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from samstyring.language import DEFAULT_LANGUAGE, LANGUAGES
from samstyring.ui.theme import TEXT_SIZES, Theme

MOST_RECENT_FILES = 10

Value = str | int | bool


@dataclass(frozen=True)
class Setting:
    """One thing that is remembered: where, what it is at first, and what it may be."""

    key: str
    default: Value
    allowed: tuple[Value, ...] = ()
    meaning: str = ""

    def read(self, stored: object) -> Value:
        """Return a stored value as the setting's type; the default if it makes no sense."""
        value = _as_type(stored, self.default)
        return self.default if self.allowed and value not in self.allowed else value


LANGUAGE = Setting(
    "language", DEFAULT_LANGUAGE, tuple(code for code, _name in LANGUAGES), "language of the screen"
)
THEME = Setting("theme", Theme.SYSTEM.value, tuple(Theme), "light, dark or as the system")
TEXT_SIZE = Setting("text_size", 100, TEXT_SIZES, "per cent of the system's text size")
ANIMATION = Setting("animation", True, (True, False), "moving pictures; off is reduced motion")
HELP_SHOWN = Setting("help_shown", True, (True, False), "explanations on the pages")
LAST_FILE = Setting("last_file", "", meaning="the file to open at start")
RECENT_FILES = Setting("recent_files", "[]", meaning="JSON list of paths, newest first")
GEOMETRY = Setting("window/geometry", "", meaning="base64 of Qt's window geometry")
WINDOW_STATE = Setting("window/state", "", meaning="base64 of Qt's window state")

SETTINGS: tuple[Setting, ...] = (
    LANGUAGE,
    THEME,
    TEXT_SIZE,
    ANIMATION,
    HELP_SHOWN,
    LAST_FILE,
    RECENT_FILES,
    GEOMETRY,
    WINDOW_STATE,
)
# Families of settings, one for each part of the window: the name of the part follows.
SPLITTERS = "splitters/"
TABLES = "tables/"
PAGES = "pages/"


def default_settings_path() -> Path:
    """Return where the settings file lies for the user who runs the program."""
    place = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "samstyring.ini"


class Settings:
    """Typed access to the settings; a path of its own makes tests independent."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_settings_path()
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    def value(self, setting: Setting) -> Value:
        """Return the value of a declared setting."""
        return setting.read(self._store.value(setting.key))

    def set_value(self, setting: Setting, value: Value) -> None:
        """Remember a value; ValueError if the setting does not allow it."""
        if setting.allowed and value not in setting.allowed:
            raise ValueError(f"{setting.key} cannot be {value!r}")
        self._store.setValue(setting.key, str(value))

    def sync(self) -> None:
        """Write to disk now instead of when Qt finds the time."""
        self._store.sync()

    @property
    def language(self) -> str:
        """Code of the screen's language: "nb", "nn" or "en"."""
        return str(self.value(LANGUAGE))

    @language.setter
    def language(self, code: str) -> None:
        self.set_value(LANGUAGE, code)

    @property
    def theme(self) -> Theme:
        """Light, dark or as the system."""
        return Theme(str(self.value(THEME)))

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self.set_value(THEME, theme.value)

    @property
    def text_size(self) -> int:
        """Per cent of the system's text size, one of TEXT_SIZES."""
        return int(self.value(TEXT_SIZE))

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self.set_value(TEXT_SIZE, percent)

    @property
    def animation(self) -> bool:
        """Whether things may move; False is reduced motion."""
        return bool(self.value(ANIMATION))

    @animation.setter
    def animation(self, wanted: bool) -> None:
        self.set_value(ANIMATION, wanted)

    @property
    def help_shown(self) -> bool:
        """Whether pages show their explanations."""
        return bool(self.value(HELP_SHOWN))

    @help_shown.setter
    def help_shown(self, shown: bool) -> None:
        self.set_value(HELP_SHOWN, shown)

    @property
    def last_file(self) -> Path | None:
        """The file that was open last, whether or not it is still there."""
        path = str(self.value(LAST_FILE))
        return Path(path) if path else None

    @last_file.setter
    def last_file(self, path: Path | None) -> None:
        self.set_value(LAST_FILE, str(path.absolute()) if path else "")

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Files opened lately, newest first, at most MOST_RECENT_FILES."""
        return tuple(Path(item) for item in _json_list(str(self.value(RECENT_FILES))))

    def add_recent_file(self, path: Path) -> None:
        """Put a file first among the recent ones, as a path that holds from any folder."""
        whole = path.absolute()
        others = [known for known in self.recent_files if known != whole]
        self._set_recent([whole, *others])

    def forget_recent_file(self, path: Path) -> None:
        """Take a file out of the recent ones."""
        self._set_recent([known for known in self.recent_files if known != path.absolute()])

    @property
    def geometry(self) -> QByteArray:
        """The main window's place and size, for restoreGeometry; empty the first time."""
        return _bytes(self.value(GEOMETRY))

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self.set_value(GEOMETRY, _text(state))

    @property
    def window_state(self) -> QByteArray:
        """The main window's toolbars and docks, for restoreState; empty the first time."""
        return _bytes(self.value(WINDOW_STATE))

    @window_state.setter
    def window_state(self, state: QByteArray) -> None:
        self.set_value(WINDOW_STATE, _text(state))

    def splitter(self, name: str) -> QByteArray:
        """Return a splitter's state, for restoreState; empty the first time."""
        return _bytes(self._store.value(SPLITTERS + name, ""))

    def set_splitter(self, name: str, state: QByteArray) -> None:
        """Remember a splitter's state."""
        self._store.setValue(SPLITTERS + name, _text(state))

    def table(self, name: str) -> Mapping[str, object]:
        """Return what a table remembers (widths, sort, hidden columns); empty the first time."""
        return _json_object(str(self._store.value(TABLES + name, "{}")))

    def set_table(self, name: str, state: Mapping[str, object]) -> None:
        """Remember a table's state."""
        self._store.setValue(TABLES + name, json.dumps(state, sort_keys=True))

    def page(self, name: str) -> Mapping[str, object]:
        """Return what a page remembers about itself; empty the first time."""
        return _json_object(str(self._store.value(PAGES + name, "{}")))

    def set_page(self, name: str, state: Mapping[str, object]) -> None:
        """Remember a page's own state; values must be JSON."""
        self._store.setValue(PAGES + name, json.dumps(state, sort_keys=True))

    def _set_recent(self, paths: Sequence[Path]) -> None:
        kept = [str(path) for path in paths[:MOST_RECENT_FILES]]
        self.set_value(RECENT_FILES, json.dumps(kept))


def _as_type(stored: object, default: Value) -> Value:
    if stored is None:
        return default
    text = str(stored)
    if isinstance(default, bool):
        return {"true": True, "false": False}.get(text.lower(), default)
    if isinstance(default, int):
        return int(text) if text.isdecimal() else default
    return text


def _json_list(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return []
    return [str(item) for item in found] if isinstance(found, list) else []


def _json_object(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _bytes(stored: object) -> QByteArray:
    return QByteArray.fromBase64(str(stored or "").encode("ascii", "ignore"))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")
