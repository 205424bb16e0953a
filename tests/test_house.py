"""The script that sets up and starts, the pinned packages, and the guards of the test run."""

import ast
import os
import re
import runpy
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, QStandardPaths
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

import main as script
from samstyring.refusal import refusal
from samstyring.resources import resource_path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENT_FILES = sorted((ROOT / "requirements").glob("*.txt"))


# Starting ---------------------------------------------------------------------------------------


def test_that_an_old_python_is_told_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.10"):
        runpy.run_path(str(ROOT / "main.py"))


def test_that_python_3_6_can_read_the_script_far_enough_to_refuse() -> None:
    ast.parse((ROOT / "main.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_that_the_script_needs_only_the_standard_library_before_set_up() -> None:
    tree = ast.parse((ROOT / "main.py").read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in tree.body
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("python", [(3, 10), (3, 11)])
def test_that_the_pair_that_loses_none_is_refused(python: tuple[int, int]) -> None:
    sentence = refusal(python, "6.12.0")
    assert sentence is not None
    assert "6.11.3" in sentence


@pytest.mark.parametrize(
    ("python", "pyside"), [((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 11), "")]
)
def test_that_a_sound_pair_is_let_in(python: tuple[int, int], pyside: str) -> None:
    assert refusal(python, pyside) is None


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ("pytest>=9.0,<10", True),
        ("pytest>=9.0,<9.0.1", False),
        ("pytest>=99", False),
        ("no-such-package>=1", False),
    ],
)
def test_that_a_requirement_is_met_or_not(requirement: str, expected: bool) -> None:
    assert script.is_installed(requirement) is expected


@pytest.mark.parametrize(
    ("version", "numbers"), [("6.11.3", (6, 11, 3)), ("2.1.0b2", (2, 1, 0)), ("5.dev3", (5,))]
)
def test_that_a_version_is_compared_by_its_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert script.release(version) == numbers


def test_that_the_tests_need_all_that_the_program_needs() -> None:
    assert set(script.requirements("app")) < set(script.requirements("dev"))


@pytest.mark.parametrize(
    ("arguments", "window", "qt"),
    [
        ([], True, True),
        (["my.samstyring"], True, True),
        (["--language", "nb"], False, False),
        (["graph", "--out", "a.svg"], False, True),
        (["test", "-x"], False, True),
        (["--help"], False, False),
        (["bodies", "my.samstyring"], False, False),
    ],
)
def test_that_qt_is_asked_for_only_where_it_is_used(
    arguments: list[str], window: bool, qt: bool
) -> None:
    assert (script.opens_window(arguments), script.needs_qt(arguments)) == (window, qt)


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
    ],
)
def test_that_x11_libraries_are_asked_for_only_under_x11(
    screen: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screen.items():
        monkeypatch.setenv(name, value)
    assert script.wants_x11() is expected


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_that_a_window_without_a_screen_is_refused_in_words() -> None:
    screenless = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    answer = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env=screenless,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert answer.stderr.startswith("No screen was found")


def test_that_who_may_not_install_is_given_the_line_to_type() -> None:
    told = script.missing(["libegl1", "libgl1"], "libEGL.so.1")
    assert "sudo apt-get install libegl1 libgl1" in told.splitlines()[1]


def test_that_a_step_that_fails_is_named() -> None:
    with pytest.raises(script.SetupError, match="This step failed"):
        script.check_call([sys.executable, "-c", "raise SystemExit(3)"])


# What is pinned ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", REQUIREMENT_FILES, ids=lambda path: path.name)
def test_that_requirement_files_name_no_address_and_no_machine(path: Path) -> None:
    line = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^/]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    strange = [each for each in path.read_text("ascii").splitlines() if not line.fullmatch(each)]
    assert strange == []


def test_that_what_is_pinned_for_the_program_is_pinned_alike_for_its_tests() -> None:
    app, dev = (set(pins(name)) for name in ("app", "dev"))
    assert app
    assert app < dev


def test_that_each_requirement_is_pinned() -> None:
    wanted = {re.split("[<>]", each)[0].lower() for each in script.requirements("dev")}
    assert wanted <= {pin.partition("==")[0] for pin in pins("dev")}


def pins(name: str) -> list[str]:
    """Return the pins of a requirement file, without their hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="ascii")
    return [line.rstrip(" \\") for line in text.splitlines() if not line.startswith(" ")]


def test_that_a_qt_that_loses_none_cannot_be_chosen() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    qt = next(each for each in project["dependencies"] if each.startswith("PySide6"))
    assert qt == "PySide6-Essentials>=6.11.3,<6.12"


# Guards of the run ------------------------------------------------------------------------------


def test_that_qt_loses_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    # Other parts of the run may let go of a few; the faulty Qt loses one with every call.
    assert sys.getrefcount(None) - before > -100


def test_that_a_network_socket_is_refused(network_calls: list[str]) -> None:
    with pytest.raises(Exception, match="socket of family"):
        socket.socket(socket.AF_INET)
    assert len(network_calls) == 1
    network_calls.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no local sockets")
def test_that_a_local_socket_is_let_through(network_calls: list[str]) -> None:
    socket.socket(socket.AF_UNIX).close()
    assert network_calls == []


@pytest.mark.parametrize("turn", ["first", "second"])
def test_that_settings_land_in_a_home_of_the_test(own_settings: Path, turn: str) -> None:
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "samstyring", "x")
    assert not settings.contains("kept")
    settings.setValue("kept", turn)
    settings.sync()
    assert Path(settings.fileName()).is_relative_to(own_settings)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their files elsewhere")
def test_that_files_land_in_a_home_of_the_test(own_settings: Path) -> None:
    kept = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    assert Path.home() == own_settings
    assert Path(kept) == own_settings / "data"


def test_that_owned_windows_are_gone_after_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(
        """
        from PySide6.QtWidgets import QWidget
        from shiboken6 import isValid

        kept = []

        def test_one(own_windows):
            kept.append(own_windows(QWidget()))
            assert isValid(kept[0])

        def test_two():
            assert not isValid(kept[0])
        """
    )
    answer = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:xdist")
    answer.assert_outcomes(passed=2)


def test_that_an_owned_window_may_be_deleted_by_the_test(
    own_windows: Callable[[QWidget], QWidget],
) -> None:
    window = own_windows(QWidget())
    child = QLabel("a", window)
    window.deleteLater()
    assert isValid(child)


# Files that come along --------------------------------------------------------------------------


def test_that_resources_are_found_from_a_checkout() -> None:
    assert resource_path("icons") == ROOT / "resources" / "icons"
    assert resource_path().is_dir()


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--language", "nn", "graph", "x.samstyring", "-o", "x.svg"], True),
        (["--language", "nn", "info", "x.samstyring"], False),
        (["--language", "nn"], False),
        (["graph"], True),
    ],
)
def test_that_an_option_before_the_verb_does_not_hide_it(
    arguments: list[str], needed: bool
) -> None:
    assert script.needs_qt(arguments) is needed
