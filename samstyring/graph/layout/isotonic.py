"""Place the items of one row as near their wishes as order and room allow."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    wishes: Sequence[float],
    weights: Sequence[float],
    steps: Sequence[float],
    low: float | None = None,
    high: float | None = None,
) -> list[float]:
    """Return centres in order, at least ``steps[i]`` between i and i + 1 (one step fewer).

    The sum of weighted squared distances from the wishes is least (isotonic regression by pooling
    adjacent violators). The first centre is at least ``low``; the last at most ``high`` when that
    leaves room.
    """
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    levels = _pooled([wish - offset for wish, offset in zip(wishes, offsets, strict=True)], weights)
    if high is not None:
        levels = [min(level, high - offsets[-1]) for level in levels]
    if low is not None:
        levels = [max(level, low) for level in levels]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def _pooled(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    means: list[float] = []
    masses: list[float] = []
    counts: list[int] = []
    for mean, mass in zip(values, weights, strict=True):
        count = 1
        while means and means[-1] > mean:
            earlier = masses.pop()
            mean = (means.pop() * earlier + mean * mass) / (earlier + mass)
            mass += earlier
            count += counts.pop()
        means.append(mean)
        masses.append(mass)
        counts.append(count)
    return [mean for mean, count in zip(means, counts, strict=True) for _ in range(count)]
