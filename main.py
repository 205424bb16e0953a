"""Set up what is missing, then start the program (python3 main.py) or test it (… main.py test)."""

import sys

# Before everything else, and in words that Python 3.6 can read, so that it can say so.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "samstyring needs Python 3.11 or newer; this is Python {0}.{1}.\n"
        "samstyring trenger Python 3.11 eller nyere; dette er Python {0}.{1}.".format(
            *sys.version_info
        )
    )

import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import tomllib
from ctypes import CDLL
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"

QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libglib2.0-0",
)
SCREEN_PACKAGES = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxkbcommon-x11-0",
    "libxcb-shape0",
)
# Set once the system libraries have been seen to, so that a failing remedy is not tried again.
REMEDY_TRIED = "SAMSTYRING_LIBRARIES_SEEN_TO"

NO_SCREEN = (
    "No screen was found to open a window on. Type python3 main.py --help for what can be done "
    "without one.\nFant ingen skjerm å åpne et vindu på. Skriv python3 main.py --help for å se "
    "hva som kan gjøres uten."
)


class SetupError(Exception):
    """What stands in the way and what to do about it, in words for the one who starts us."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then run; return the exit status.

    arguments: those after the name of the script; ``test`` first means run the tests.
    """
    try:
        prepare(arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return run_tests(arguments[1:]) if is_test(arguments) else start(arguments)


def is_test(arguments: list[str]) -> bool:
    """Tell whether the tests are asked for."""
    return arguments[:1] == ["test"]


def start(arguments: list[str]) -> int:
    """Hand over to the program; return its exit status."""
    from samstyring.app import main as run_program

    return run_program(arguments)


def run_tests(arguments: list[str]) -> int:
    """Run every test without a screen, two at a time; return the exit status of pytest."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-m", "pytest", "-n", "2", *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment)


def prepare(arguments: list[str]) -> None:
    """See that Python packages and system libraries are there; may start over and not return.

    Raises SetupError when something is missing that cannot be helped from here.
    """
    group = "dev" if is_test(arguments) else "app"
    if not has_packages(group):
        install_and_start_over(group, arguments)
    if needs_qt(arguments):
        provide_qt(arguments)


# Python packages ------------------------------------------------------------------------------


def has_packages(group: str) -> bool:
    """Tell whether this very Python has the packages of a group in versions that will do."""
    return all(is_installed(requirement) for requirement in requirements(group))


def requirements(group: str) -> list[str]:
    """Return what pyproject.toml asks for, as in ``networkx>=3.2,<4``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted: list[str] = list(project["project"]["dependencies"])
    return wanted + (project["dependency-groups"]["dev"] if group == "dev" else [])


def is_installed(requirement: str) -> bool:
    """Tell whether a requirement such as ``networkx>=3.2,<4`` is met by this Python."""
    name, *limits = re.split(r"(?=[<>])|,", requirement)
    try:
        installed = release(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False
    return all(is_within(installed, limit) for limit in limits if limit)


def is_within(installed: tuple[int, ...], limit: str) -> bool:
    """Tell whether a version keeps to one limit, which is ``>=`` or ``<`` and a version."""
    if limit.startswith(">="):
        return installed >= release(limit[2:])
    assert limit.startswith("<"), limit
    return installed < release(limit[1:])


def release(version: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with: ``6.11.3rc1`` gives (6, 11, 3)."""
    numbers = re.split(r"[^\d.]", version)[0].strip(".")
    return tuple(int(number) for number in numbers.split("."))


def install_and_start_over(group: str, arguments: list[str]) -> None:
    """Install a group of packages into .venv and run this script again from there."""
    if not environment_python().exists():
        make_environment()
    if not is_stamped(group):
        install(group)
    elif Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        raise SetupError(damage())
    start_over(environment_python(), arguments)


def damage() -> str:
    """Say why the packages in .venv do not suit although they were installed from our list."""
    from samstyring.refusal import refusal_here

    return refusal_here() or (
        "The packages in .venv have been changed. Delete the folder .venv and try again.\n"
        "Pakkene i .venv er endret. Slett mappen .venv og prøv igjen."
    )


def environment_python() -> Path:
    """Return the Python inside .venv, whether or not it exists yet."""
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return ENVIRONMENT / inside


def make_environment() -> None:
    """Make .venv anew with the Python that runs now."""
    if importlib.util.find_spec("ensurepip") is None:
        provide_system_packages([f"python3.{sys.version_info.minor}-venv"], "venv")
    tell("Making an environment in .venv …", "Lager et miljø i .venv …")
    check_call([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])


def install(group: str) -> None:
    """Install the pinned packages of a group into .venv, each checked against its hash."""
    tell("Installing packages (once) …", "Installerer pakker (én gang) …")
    provide_pip()
    listed = ROOT / "requirements" / f"{group}.txt"
    pip = [str(environment_python()), "-m", "pip", "--disable-pip-version-check", "install"]
    check_call([*pip, "--quiet", "--only-binary", ":all:", "--require-hashes", "-r", str(listed)])
    for covered in {group, "app"}:
        stamp(covered).write_text(fingerprint(covered), encoding="ascii")


def provide_pip() -> None:
    """Give .venv its pip where an interrupted set-up, or another tool, left it without."""
    python = str(environment_python())
    if subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL):
        check_call([python, "-m", "ensurepip"])


def is_stamped(group: str) -> bool:
    """Tell whether .venv was last filled from the requirement file as it is now."""
    return stamp(group).exists() and stamp(group).read_text(encoding="ascii") == fingerprint(group)


def stamp(group: str) -> Path:
    """Return the file that remembers which requirement file .venv was filled from."""
    return ENVIRONMENT / f"samstyring-{group}.sha256"


def fingerprint(group: str) -> str:
    """Return the hash of a requirement file."""
    return hashlib.sha256((ROOT / "requirements" / f"{group}.txt").read_bytes()).hexdigest()


# System libraries -----------------------------------------------------------------------------


def needs_qt(arguments: list[str]) -> bool:
    """Tell whether Qt will be asked for: by the window, by a picture, by the tests."""
    return verb_of(arguments) in ("graph", "test") or opens_window(arguments)


def opens_window(arguments: list[str]) -> bool:
    """Tell whether the arguments ask for the window: none, or just a file to open."""
    only_a_file = len(arguments) == 1 and arguments[0].endswith(".samstyring")
    return not arguments or only_a_file or arguments[0] == "--view"


def verb_of(arguments: list[str]) -> str:
    """Return the first word that is no option and no option's value, or an empty text."""
    words = list(arguments)
    while words and words[0].startswith("-"):
        del words[: 2 if words[0] == "--language" else 1]
    return words[0] if words else ""


def provide_qt(arguments: list[str]) -> None:
    """See that Qt loads; where a system library lacks, install it and start over."""
    if opens_window(arguments) and not has_screen():
        raise SetupError(NO_SCREEN)
    screen = opens_window(arguments) and wants_x11()
    problem = qt_problem(screen)
    if problem is None:
        return
    packages = [*QT_PACKAGES, *(SCREEN_PACKAGES if screen else ())]
    if os.environ.get(REMEDY_TRIED) or sys.platform != "linux":
        raise SetupError(missing(packages, problem))
    provide_system_packages(packages, problem)
    os.environ[REMEDY_TRIED] = "1"
    start_over(Path(sys.executable), arguments)


def has_screen() -> bool:
    """Tell whether there is anything to show a window on; Qt would abort without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def wants_x11() -> bool:
    """Tell whether Qt is going to draw through X11, which asks for more libraries."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen.startswith("xcb")
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def qt_problem(screen: bool) -> str | None:
    """Return what the system says when Qt does not load, None when it does.

    screen: also try the part of Qt that speaks to an X11 screen.
    """
    # Asked in this very process: when it loads, the program has it loaded already, and when it
    # does not, the remedy starts over with a fresh one.
    try:
        widgets = importlib.import_module("PySide6.QtWidgets")
        if screen:
            CDLL(str(Path(widgets.__file__ or "").parent / "Qt/plugins/platforms/libqxcb.so"))
    except (ImportError, OSError) as error:
        return str(error)
    return None


def provide_system_packages(packages: list[str], problem: str) -> None:
    """Install Debian packages when we may; raise SetupError with the line to type when not."""
    if not may_install():
        raise SetupError(missing(packages, problem))
    tell(
        f"Installing system libraries: {' '.join(packages)}",
        f"Installerer systembiblioteker: {' '.join(packages)}",
    )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # An update that fails for one source may still have found what is needed in another.
    subprocess.call(["apt-get", "-qq", "update"], env=quiet, stdout=sys.stderr)
    install_line = ["apt-get", "-qq", "-y", "install", "--no-install-recommends", *packages]
    if subprocess.call(install_line, env=quiet, stdout=sys.stderr):
        raise SetupError(missing(packages, problem))


def may_install() -> bool:
    """Tell whether we are root on Debian or a system made from it."""
    if sys.platform == "win32" or not Path("/etc/debian_version").exists():
        return False
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def missing(packages: list[str], problem: str) -> str:
    """Say what lacks and give the line that installs it on Debian and Ubuntu."""
    line = f"    sudo apt-get install {' '.join(packages)}"
    return (
        f"A system library is missing ({problem}). On Debian or Ubuntu, type:\n{line}\n"
        f"Et systembibliotek mangler ({problem}). På Debian eller Ubuntu, skriv linjen over."
    )


# Words and processes --------------------------------------------------------------------------


def tell(english: str, bokmal: str) -> None:
    """Say on the error stream what is going on, so that output can still be piped."""
    print(f"{english} / {bokmal}", file=sys.stderr, flush=True)


def check_call(command: list[str]) -> None:
    """Run a step of the set-up; raise SetupError when it fails."""
    if subprocess.call(command, stdout=sys.stderr):
        raise SetupError(
            f"This step failed; see the lines above: {' '.join(command)}\n"
            "Dette steget mislyktes; se linjene over."
        )


def start_over(python: Path, arguments: list[str]) -> None:
    """Run this script again with another Python; does not return."""
    command = [str(python), str(ROOT / "main.py"), *arguments]
    sys.stdout.flush()
    if sys.platform == "win32":  # Its exec returns to the shell at once.
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
