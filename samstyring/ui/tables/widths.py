"""How wide the columns of a table are until the user chooses: no title cut, names before room."""

from collections.abc import Sequence
from dataclasses import dataclass

# What a column gives up before a table is made to scroll.
_NARROWEST_SHARE = 0.6


@dataclass(frozen=True)
class Wish:
    """What one column asks for, in pixels: for its title, its hint, and the longest of its texts.

    ``content`` is 0 while there are no rows to know it by; ``narrow`` is a width of some words,
    below which nothing is saved by cutting them; what is ``whole`` is not cut at all.
    """

    title: int
    hint: int
    content: int = 0
    narrow: int = 0
    whole: bool = False

    @property
    def wanted(self) -> int:
        """The width that shows what there is, within the hint; the hint while nothing is known."""
        most = self.content if self.whole else self.hint
        return max(self.title, min(most, self.content) if self.content else self.hint)

    @property
    def least(self) -> int:
        """The width below which the table is made to scroll instead."""
        if self.whole:
            return self.wanted
        shared = max(round(self.wanted * _NARROWEST_SHARE), self.narrow)
        return max(self.title, min(self.wanted, shared))


def shared_widths(room: int, wishes: Sequence[Wish]) -> list[int]:
    """Return a width for each column, the first of which names the row.

    The names are whole where there is room for them: the others give way first, never below
    their titles. Where all cannot be in sight, the first two are, and each has what it wants.
    Room that is left over goes to the columns whose texts are longer than their hints.
    """
    if not wishes:
        return []
    first, others = wishes[0], wishes[1:]
    name = max(first.wanted, first.content)
    if others:
        name = max(first.least, min(name, room - others[0].wanted))
    rest = [wish.wanted for wish in others]
    lacking = name + sum(rest) - room
    if lacking <= 0:
        return [name, *_grown(rest, others, -lacking)]
    if first.least + sum(wish.least for wish in others) > room:
        return [name, *rest]
    rest = _narrowed(rest, [wish.least for wish in others], lacking)
    return [min(name, room - sum(rest)), *rest]


def _grown(widths: list[int], wishes: Sequence[Wish], spare: int) -> list[int]:
    grown = []
    for width, wish in zip(widths, wishes, strict=True):
        more = min(spare, max(0, wish.content - width))
        grown.append(width + more)
        spare -= more
    return grown


def _narrowed(widths: list[int], least: list[int], lacking: int) -> list[int]:
    """Take what is lacking from the widest columns first, so that the narrow ones stay whole."""
    wanted = max(sum(least), sum(widths) - lacking)
    low, high = 0, max(widths)
    while low < high:
        level = (low + high + 1) // 2
        if sum(_held(widths, least, level)) <= wanted:
            low = level
        else:
            high = level - 1
    return _held(widths, least, low)


def _held(widths: list[int], least: list[int], level: int) -> list[int]:
    """Return the widths with none above a level, but for what a column needs at least."""
    return [max(floor, min(width, level)) for width, floor in zip(widths, least, strict=True)]
