"""The example that comes with the program, and the municipalities of every new file."""

from samstyring.example.building import build_example
from samstyring.example.reference import set_up_new

__all__ = ["build_example", "set_up_new"]
