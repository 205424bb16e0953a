"""Reads the tables that come with the program into rows of text."""

import csv
import tomllib
from typing import Any

from samstyring.resources import resource_path

Line = dict[str, str]


def table(*parts: str) -> tuple[Line, ...]:
    """Return the lines of a table among the resources, one dictionary a line."""
    with resource_path(*parts).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def document(*parts: str) -> dict[str, Any]:
    """Return a TOML document among the resources."""
    with resource_path(*parts).open("rb") as file:
        return tomllib.load(file)
