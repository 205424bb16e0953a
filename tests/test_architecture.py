"""Who may import whom, and the few habits that a reader relies on everywhere."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "samstyring"
LONGEST_MODULE = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "manager", "base", "common"}

# The words people see, and the place of our files, stand below every layer.
EVERYWHERE = (
    "samstyring",
    "samstyring.language",
    "samstyring.formats",
    "samstyring.resources",
)
QT = ("PySide6", "shiboken6")
# Pictures and the place on which they are painted; no widgets.
MAY_PAINT = tuple(
    f"samstyring.export.{name}"
    for name in (
        *("pictures", "poster", "poster_head", "poster_sheets"),
        *("scene_legend", "scene_painter", "scene_titles", "story_pdf"),
    )
)

# What pages are made of, and what stands below both.
PARTS_OF_PAGES = ("theme", "forms", "tables", "parts")
BELOW_PAGES = ("desk", "settings", "jobs", "refresher")


@dataclass(frozen=True)
class Layer:
    """One part of the program: which of our own it may use, and what else it may."""

    sentence: str
    name: str
    ours: tuple[str, ...] = ()
    libraries: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()


_CORE = ("domain", "graph", "export", "importing")

LAYERS = (
    Layer("the domain uses the standard library only", "domain", libraries=()),
    Layer(
        "the store knows records and the database",
        "store",
        ours=("domain",),
        libraries=("sqlalchemy", "alembic", "sqlcipher3", "psycopg"),
    ),
    Layer(
        "the workspace knows records and the store",
        "workspace",
        ours=("domain", "store"),
        libraries=("sqlalchemy",),
    ),
    Layer(
        "commands change rows and ask no queries",
        "commands",
        ours=("domain", "store.tables", "store.references"),
        libraries=("sqlalchemy",),
    ),
    Layer(
        "queries read rows and run no commands",
        "queries",
        ours=("domain", "store.tables", "store.references"),
        libraries=("sqlalchemy",),
    ),
    Layer(
        "the graph knows neither database nor window",
        "graph",
        ours=("domain",),
        libraries=("networkx",),
    ),
    Layer(
        "choosing knows records and the solver",
        "suggest",
        ours=("domain",),
        libraries=("highspy",),
    ),
    Layer(
        "exporters turn records into files",
        "export",
        ours=("domain", "graph", "colours"),
        never=("sqlalchemy", "PySide6.QtWidgets"),
    ),
    Layer(
        "importers turn files into records",
        "importing",
        ours=("domain", "graph"),
        never=("sqlalchemy", *QT),
    ),
    Layer(
        "windows reach the data through the workspace",
        "ui",
        ours=(*_CORE, "suggest", "workspace", "commands", "queries", "colours"),
        never=("sqlalchemy", "alembic"),
    ),
    Layer(
        "the command line opens no window",
        "cli",
        ours=(*_CORE, "suggest", "workspace", "commands", "queries", "example"),
        never=("sqlalchemy", "alembic", *QT),
    ),
    Layer(
        "the example is made by the program's own commands",
        "example",
        ours=("domain", "workspace", "commands", "queries", "store.tables"),
        libraries=("sqlalchemy",),
    ),
    Layer(
        "only the app knows all parts",
        "app",
        ours=(
            *(*_CORE, "workspace", "commands", "queries", "store"),
            *("ui", "cli", "refusal", "example"),
        ),
    ),
    *(
        Layer(f"{name} stands below every layer", name, libraries=())
        for name in ("language", "formats", "resources", "refusal", "colours")
    ),
    Layer("starting is the app's", "__main__", ours=("app", "refusal"), libraries=()),
)


# Reading the source ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Module:
    """One source file with its full name and what it says."""

    name: str
    path: Path
    lines: int
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The part of the program it belongs to: ``ui`` for samstyring.ui.theme."""
        return self.name.partition(".")[2].partition(".")[0]


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the program in the order of their paths."""
    return tuple(read_module(path) for path in sorted(PACKAGE.rglob("*.py")))


def read_module(path: Path) -> Module:
    """Return a source file as a module."""
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, len(text.splitlines()), ast.parse(text))


def module_from(text: str, name: str) -> Module:
    """Return a made-up module, to try the rules themselves on."""
    path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
    return Module(name, path, len(text.splitlines()), ast.parse(text))


def imports(module: Module) -> Iterator[str]:
    """Yield the full name of everything a module imports, inside functions too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = absolute(module, node)
            yield from (full_name(source, alias.name) for alias in node.names)


def absolute(module: Module, node: ast.ImportFrom) -> str:
    """Return the name that ``from … import`` means, with its leading dots worked out."""
    if not node.level:
        return node.module or ""
    depth = node.level - (module.path.name == "__init__.py")
    package = module.name.split(".")
    return ".".join([*package[: len(package) - depth], *filter(None, [node.module])])


def full_name(source: str, name: str) -> str:
    """Return ``samstyring.store.tables`` for a module taken from its package, else the source."""
    path = ROOT.joinpath(*source.split("."), name)
    is_module = path.is_dir() or path.with_suffix(".py").exists()
    is_qt_part = source in QT
    return f"{source}.{name}" if is_module or is_qt_part else source


def within(name: str, *prefixes: str) -> bool:
    """Tell whether a dotted name is one of the prefixes or lies below it."""
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


# The rules -------------------------------------------------------------------------------------


def strangers(module: Module, layer: Layer) -> list[str]:
    """Return what a module of a layer imports and may not."""
    return sorted({name for name in imports(module) if not may_import(module, layer, name)})


def may_import(module: Module, layer: Layer, name: str) -> bool:
    """Tell whether a module of a layer may import a name."""
    if within(name, "samstyring"):
        ours = (f"samstyring.{part}" for part in (layer.name, *layer.ours))
        return name in EVERYWHERE or within(name, *ours)
    if within(name, *layer.never):
        return False
    if within(name, *QT) and layer.libraries is None:
        return may_use_qt(module)
    if layer.libraries is None or name.partition(".")[0] in sys.stdlib_module_names:
        return True
    return within(name, *layer.libraries)


def may_use_qt(module: Module) -> bool:
    """Tell whether a module is one of the few that speak to Qt."""
    return module.layer in {"ui", "app"} or module.name in MAY_PAINT


def uses_qt_elsewhere(module: Module) -> list[str]:
    """Return what a module takes from Qt without being one that may."""
    return [name for name in imports(module) if within(name, *QT) and not may_use_qt(module)]


def blocks_the_window(module: Module) -> list[str]:
    """Return the calls with which a window would wait inside itself."""
    waits = {"exec", "exec_", "processEvents"}
    return [
        f"line {call.lineno}: {called(call)}" for call in calls(module) if called(call) in waits
    ]


def connects_a_lambda(module: Module) -> list[str]:
    """Return the lambdas connected to signals: they corrupt memory when a window goes first."""
    return [
        f"line {call.lineno}: connect(lambda …)"
        for call in calls(module)
        if called(call) == "connect" and any(isinstance(each, ast.Lambda) for each in call.args)
    ]


def calls(module: Module) -> Iterator[ast.Call]:
    """Yield every call in a module."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """Return the last word of what is called: ``exec`` for ``self._dialog.exec()``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def takes_from_a_page(module: Module) -> list[str]:
    """Return what a part that every page is made of takes from one of the pages."""
    if not within(module.name, *(f"samstyring.ui.{part}" for part in PARTS_OF_PAGES)):
        return []
    may = tuple(f"samstyring.ui.{part}" for part in (*PARTS_OF_PAGES, *BELOW_PAGES))
    return [
        name for name in imports(module) if within(name, "samstyring.ui") and not within(name, *may)
    ]


def lacks_docstring(module: Module) -> list[str]:
    """Return a finding when a module does not open with a sentence."""
    text = ast.get_docstring(module.tree) or ""
    return [] if text.partition("\n")[0].endswith((".", "?", "!")) else [repr(text[:40])]


def is_too_long(module: Module) -> list[str]:
    """Return the length of a module that should have been two.

    A step of the migrations says what once was, is never changed and is never read.
    """
    if within(module.name, "samstyring.store.migrations.versions"):
        return []
    return [f"{module.lines} lines"] if module.lines > LONGEST_MODULE else []


def says_nothing(module: Module) -> list[str]:
    """Return the parts of a name that could mean anything."""
    return sorted(NAMES_THAT_SAY_NOTHING & set(module.name.split(".")))


HABITS: tuple[tuple[str, str, Callable[[Module], list[str]]], ...] = (
    ("every module opens with a sentence", "", lacks_docstring),
    ("no module is longer than one can think", "", is_too_long),
    ("every module has a name that says something", "", says_nothing),
    ("only windows, the app and pictures speak to Qt", "", uses_qt_elsewhere),
    ("no window waits inside itself", "ui", blocks_the_window),
    ("no lambda is connected to a signal", "ui", connects_a_lambda),
    ("what pages are made of takes nothing from them", "ui", takes_from_a_page),
)


def findings(rule: Callable[[Module], list[str]], layer: str) -> list[str]:
    """Return what a rule finds in a layer, or in all when the layer is empty."""
    return [
        f"{module.path.relative_to(ROOT)}: {found}"
        for module in modules()
        if not layer or module.layer == layer
        for found in rule(module)
    ]


# The program keeps them -------------------------------------------------------------------------


@pytest.mark.parametrize("layer", LAYERS, ids=[layer.sentence for layer in LAYERS])
def test_that_each_layer_imports_only_what_it_may(layer: Layer) -> None:
    assert findings(lambda module: strangers(module, layer), layer.name) == []


@pytest.mark.parametrize(("sentence", "layer", "rule"), HABITS, ids=[each[0] for each in HABITS])
def test_that_habits_are_kept(
    sentence: str, layer: str, rule: Callable[[Module], list[str]]
) -> None:
    assert findings(rule, layer) == [], sentence


def test_that_every_part_of_the_program_has_a_rule() -> None:
    parts = {module.layer for module in modules()} - {""}
    assert parts - {layer.name for layer in LAYERS} == set()


@pytest.mark.parametrize("name", ["cli", "workspace", "export"])
def test_that_what_needs_no_window_loads_without_qt(name: str) -> None:
    if not any(module.name == f"samstyring.{name}" for module in modules()):
        pytest.skip(f"samstyring.{name} is not there yet")
    question = f"import samstyring.{name}, sys; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", question], cwd=ROOT, check=False).returncode == 0


# The rules themselves can fail --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "source", "stranger"),
    [
        ("domain.bodies", "import networkx", "networkx"),
        ("domain.bodies", "def f():\n    from samstyring.store import tables", "samstyring.store"),
        ("commands.bodies", "from samstyring.queries.bodies import x", "samstyring.queries.bodies"),
        ("commands.bodies", "from ..store import engine", "samstyring.store"),
        ("graph.reach", "import PySide6.QtGui", "PySide6.QtGui"),
        ("export.letters", "from PySide6.QtGui import QImage", "PySide6.QtGui"),
        ("export.pictures", "from PySide6 import QtWidgets", "PySide6.QtWidgets"),
        ("ui.bodies", "from sqlalchemy import select", "sqlalchemy"),
        ("ui.bodies", "from samstyring.app import main", "samstyring.app"),
        ("cli", "from PySide6.QtWidgets import QLabel", "PySide6.QtWidgets"),
    ],
)
def test_that_a_stranger_is_found(name: str, source: str, stranger: str) -> None:
    module = module_from(source, f"samstyring.{name}")
    layer = next(layer for layer in LAYERS if layer.name == module.layer)
    assert [found for found in strangers(module, layer) if within(found, stranger)]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("domain.bodies", "import datetime\nfrom samstyring.language import _"),
        ("commands.bodies", "from samstyring.store.tables import BodyRow\nimport sqlalchemy.orm"),
        ("export.pictures", "from PySide6.QtGui import QImage"),
        ("ui.bodies", "from PySide6.QtWidgets import QWidget\nfrom .theme import tones"),
    ],
)
def test_that_a_neighbour_is_let_in(name: str, source: str) -> None:
    module = module_from(source, f"samstyring.{name}")
    layer = next(layer for layer in LAYERS if layer.name == module.layer)
    assert strangers(module, layer) == []


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("x = 1", lacks_docstring),
        ("\n" * (LONGEST_MODULE + 1), is_too_long),
        ("dialog.exec()", blocks_the_window),
        ("QApplication.processEvents()", blocks_the_window),
        ("button.clicked.connect(lambda: self.go())", connects_a_lambda),
        ("import PySide6", uses_qt_elsewhere),
    ],
)
def test_that_a_broken_habit_is_found(source: str, rule: Callable[[Module], list[str]]) -> None:
    assert rule(module_from(source, "samstyring.domain.bodies"))


def test_that_a_part_that_knows_a_page_is_found() -> None:
    text = "from samstyring.ui.people.words import work\nfrom samstyring.ui.desk import Desk"
    found = takes_from_a_page(module_from(text, "samstyring.ui.parts.rows"))
    assert found == ["samstyring.ui.people.words"]


def test_that_a_name_without_meaning_is_found() -> None:
    assert says_nothing(module_from("", "samstyring.ui.utils")) == ["utils"]
