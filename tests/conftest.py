"""What every test stands on: no screen, no network, no settings of one's own, one language."""

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from samstyring.language import set_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt reads these once, so they must stand before the first test asks for a window.
os.environ.update({"LANGUAGE": "en", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})

# A shared machine can stall for longer than any deadline that would tell something.
_calm = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# The gate tries the same cases each time; "long" looks for new ones.
settings.register_profile("default", max_examples=25, derandomize=True, **_calm)
settings.register_profile("long", max_examples=200, print_blob=True, **_calm)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or "default")

Window = TypeVar("Window", bound="QWidget")


class NetworkUsedError(Exception):
    """A test reached for the network."""


_network_calls: list[str] = []


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.__new__":
        return
    family = arguments[1]
    if family != getattr(socket, "AF_UNIX", None):
        _network_calls.append(f"socket of family {family}")
        raise NetworkUsedError(_network_calls[-1])


# An audit hook sees every socket that Python makes and, unlike a patch, cannot be walked round.
sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def network_calls() -> Iterator[list[str]]:
    """Fail the test that makes a network socket, also when it swallowed the refusal."""
    _network_calls.clear()
    yield _network_calls
    assert not _network_calls, _network_calls


# As in the program, whose collector this stands in for: never in a thread beside the window.
gc.disable()


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Take down the windows a test left behind, then collect, in the thread the tests run in.

    Collected before it is deleted, a window asks its half-gone parts for their size.
    """
    yield
    if "PySide6.QtWidgets" in sys.modules:
        _delete_windows()
    gc.collect(next(_generations))


def _delete_windows() -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    # Lists that pop up are windows without a parent too, but belong to who shows them.
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    for window in QApplication.topLevelWidgets():
        if window.parent() is None and window.windowType() in kinds:
            window.deleteLater()
    flush_deferred_deletes()


# A whole collection takes a tenth of a second, so it is done now and then.
_generations = cycle([0] * 9 + [1] * 1 + [0] * 9 + [2])


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home, so that it neither reads nor leaves anything; return it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    _point_qt_settings_at(home / "config")
    return home


def _point_qt_settings_at(folder: Path) -> None:
    # Qt remembers the first place it was given, whatever the environment says later.
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QSettings

    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))


@pytest.fixture(autouse=True)
def english() -> None:
    """Begin each test in English, so that texts can be compared."""
    set_language("en")


@pytest.fixture
def own_windows(qapp: "QApplication") -> Iterator[Callable[[Window], Window]]:
    """Own windows for the length of a test: ``window = own_windows(MainWindow())``.

    At the end they are closed and deleted while Python still holds them. A window that Python
    collects first, while a child of it waits to be deleted, corrupts memory.
    """
    from shiboken6 import isValid

    owned: list[QWidget] = []

    def own(window: Window) -> Window:
        owned.append(window)
        return window

    yield own
    for window in reversed([window for window in owned if isValid(window)]):
        window.close()
        window.deleteLater()
    flush_deferred_deletes()


def flush_deferred_deletes() -> None:
    """Delete now what waits for ``deleteLater``; processing events alone does not."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
