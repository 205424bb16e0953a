"""Count the crossings between neighbouring rows of a layered order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence


def count_crossings(rows: Sequence[Sequence[int]], down: Sequence[Iterable[int]]) -> int:
    """Count pairs of crossing segments; ``down[i]`` are the items in the next row joined to i."""
    total = 0
    for upper, lower in itertools.pairwise(rows):
        place = {item: index for index, item in enumerate(lower)}
        ends = [end for item in upper for end in sorted(place[other] for other in down[item])]
        total += count_inversions(ends, len(lower))
    return total


def count_inversions(numbers: Sequence[int], limit: int) -> int:
    """Count pairs out of order among whole numbers from 0 up to the limit, by a Fenwick tree."""
    tree = [0] * (limit + 1)
    total = 0
    for seen, number in enumerate(numbers):
        total += seen - _sum_to(tree, number + 1)
        _add(tree, number + 1)
    return total


def _sum_to(tree: list[int], index: int) -> int:
    total = 0
    while index:
        total += tree[index]
        index &= index - 1
    return total


def _add(tree: list[int], index: int) -> None:
    while index < len(tree):
        tree[index] += 1
        index += index & -index
