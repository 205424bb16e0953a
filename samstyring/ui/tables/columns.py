"""What a column of a table shows of a record, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from PySide6.QtCore import Qt

from samstyring.domain.text import sort_key
from samstyring.ui.theme import ToneName


class HasId(Protocol):
    """Any frozen record that can be told apart by its id."""

    @property
    def id(self) -> str:
        """The record's id, unique within one table."""


class Align(Enum):
    """Where the text stands in its cell."""

    START = "start"
    END = "end"


@dataclass(frozen=True)
class Column:
    """One column: how a record's cell reads, sorts and looks.

    The title is marked with N_ and translated when it is shown. Without `sort` the text
    sorts the Norwegian way. `icon` gives an icon's name or None; `tone` colours text and
    icon, and says nothing that the text does not. The width hint is in characters; a column
    of words that must be read to the end is `whole`, whatever its hint.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    align: Align = Align.START
    icon: Callable[[Any], str | None] | None = None
    tone: Callable[[Any], ToneName | None] | None = None
    width: int = 16
    shown: bool = True
    whole: bool = False

    def sort_value(self, record: HasId) -> tuple[bool, Any]:
        """Return what the record is sorted by in this column; what is not known comes first."""
        value = self.sort(record) if self.sort else sort_key(self.text(record))
        return (value is not None, value)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """The Qt flags that go with `align`."""
        side = (
            Qt.AlignmentFlag.AlignRight if self.align is Align.END else Qt.AlignmentFlag.AlignLeft
        )
        return side | Qt.AlignmentFlag.AlignVCenter
