"""A name that begins with an underscore belongs to its class: nothing derived may take it.

A form or table that is derived from ours would else change what it does without a word.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.test_architecture import module_from, modules, within


@dataclass(frozen=True)
class Made:
    """A class of ours: the package it is in, what it derives from, and its private names."""

    name: str
    package: str
    bases: tuple[str, ...]
    private: frozenset[str]


def made(tree: ast.Module, module: str) -> Iterator[Made]:
    """Yield the classes of a module."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            bases = tuple(ast.unparse(base).rpartition(".")[2] for base in node.bases)
            names = frozenset(name for name in own_names(node) if is_private(name))
            yield Made(node.name, module.rpartition(".")[0], bases, names)


def own_names(node: ast.ClassDef) -> Iterator[str]:
    """Yield what a class defines, and what its methods set on themselves."""
    yield from (each.name for each in node.body if isinstance(each, ast.FunctionDef))
    for each in ast.walk(node):
        is_set = isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store)
        if is_set and ast.unparse(each.value) == "self":
            yield each.attr


def is_private(name: str) -> bool:
    """Tell whether a name is a class's own: _lay_out, but not __init__."""
    return name.startswith("_") and not name.startswith("__")


def ancestors(one: Made, classes: Mapping[str, Made]) -> Iterator[Made]:
    """Yield the classes of ours that one derives from, near and far."""
    for base in one.bases:
        if base in classes and classes[base] is not one:
            yield classes[base]
            yield from ancestors(classes[base], classes)


def taken(classes: Mapping[str, Made]) -> list[str]:
    """Return the private names that a class takes from one of another package."""
    return [
        f"{one.package}.{one.name} takes {name} from {base.name}"
        for one in classes.values()
        for base in ancestors(one, classes)
        if base.package != one.package
        for name in sorted(one.private & base.private)
    ]


def test_that_no_class_takes_a_private_name_of_what_it_derives_from() -> None:
    windows = [module for module in modules() if within(module.name, "samstyring.ui")]
    found = (each for module in windows for each in made(module.tree, module.name))
    assert taken({each.name: each for each in found}) == []


def test_that_a_name_that_is_taken_is_found() -> None:
    form = (
        "class Form:\n    def __init__(self):\n        self._rows = 1\n    def _lay_out(self): ..."
    )
    mine = "class Mine(Form):\n    def _lay_out(self): ..."
    same = "class Same(Form):\n    def _submit(self): ..."
    trees = (("ui.forms.dialog", form), ("ui.people.mine", mine), ("ui.people.same", same))
    found = [each for name, text in trees for each in made(module_from(text, name).tree, name)]
    assert taken({each.name: each for each in found}) == ["ui.people.Mine takes _lay_out from Form"]
