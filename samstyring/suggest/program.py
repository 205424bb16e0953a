"""An integer program: whole numbers between bounds, sums of them, and the best there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import highspy


@dataclass(frozen=True, slots=True)
class Sum:
    """A number and multiples of variables, and the bounds it is known to keep within."""

    low: int
    high: int
    constant: int = 0
    terms: Mapping[int, int] = field(default_factory=dict)


def total(sums: Iterable[Sum]) -> Sum:
    """Return the sum of sums."""
    low = high = constant = 0
    terms: dict[int, int] = {}
    for each in sums:
        low, high, constant = low + each.low, high + each.high, constant + each.constant
        for variable, number in each.terms.items():
            terms[variable] = terms.get(variable, 0) + number
    return Sum(low, high, constant, terms)


def multiple(variable: int, number: int = 1) -> Sum:
    """Return a multiple of a variable that is 0 or 1."""
    return Sum(min(number, 0), max(number, 0), 0, {variable: number})


def times(factor: int, held: Sum) -> Sum:
    """Return a multiple of a sum; the factor is above nought."""
    terms = {variable: factor * each for variable, each in held.terms.items()}
    return Sum(factor * held.low, factor * held.high, factor * held.constant, terms)


def in_order(*sums: Sum) -> Sum:
    """Return one sum that is larger when the first is, whatever the second, and so on.

    Like the digits of a number: exact as long as the bounds are few, since all are whole.
    """
    whole = sums[0]
    for each in sums[1:]:
        whole = total((times(each.high - each.low + 1, whole), each))
    return whole


def less(one: Sum, other: Sum) -> Sum:
    """Return one sum less another."""
    negative = {variable: -number for variable, number in other.terms.items()}
    return total((one, Sum(-other.high, -other.low, -other.constant, negative)))


class Program:
    """Variables that are 0 or 1, what must hold of them, and a solver that finds the best."""

    def __init__(self) -> None:
        # Taken in here: importing the solver is felt, and most who start us never ask it.
        import highspy

        self._names = highspy
        self._solver = _solver()
        self._count = 0

    def variable(self) -> int:
        """Return a new variable, 0 or 1."""
        self._solver.addVar(0.0, 1.0)
        self._solver.changeColIntegrality(self._count, self._names.HighsVarType.kInteger)
        self._count += 1
        return self._count - 1

    def require(self, variable: int, *, required: bool = True) -> None:
        """Let a variable be 1, or be free again."""
        self._solver.changeColBounds(variable, float(required), 1.0)

    def hold(self, held: Sum, *, least: int | None = None, most: int | None = None) -> None:
        """Let a sum be at least, or at most, a number."""
        infinity = self._names.kHighsInf
        low = -infinity if least is None else float(least - held.constant)
        high = infinity if most is None else float(most - held.constant)
        terms = sorted((variable, number) for variable, number in held.terms.items() if number)
        self._solver.addRow(
            low, high, len(terms), [variable for variable, _number in terms],
            [float(number) for _variable, number in terms],
        )  # fmt: skip

    def hold_if(
        self, variable: int, held: Sum, *, least: int | None = None, most: int | None = None
    ) -> None:
        """Let a sum be at least, or at most, a number whenever a variable is 1."""
        if least is not None and held.low < least:
            slack = least - held.low
            self.hold(total((held, multiple(variable, -slack))), least=least - slack)
        if most is not None and held.high > most:
            slack = held.high - most
            self.hold(total((held, multiple(variable, slack))), most=most + slack)

    def best(self, wanted: Sum | None = None) -> tuple[int, ...] | None:
        """Return values that make a sum as large as it can be; None if nothing is possible."""
        terms = wanted.terms if wanted is not None else {}
        for variable in range(self._count):
            self._solver.changeColCost(variable, float(terms.get(variable, 0)))
        self._solver.changeObjectiveSense(self._names.ObjSense.kMaximize)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == self._names.HighsModelStatus.kInfeasible:
            return None
        assert status == self._names.HighsModelStatus.kOptimal, status
        return tuple(round(value) for value in self._solver.getSolution().col_value)


def _solver() -> "highspy.Highs":
    import highspy

    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # typed but for this one
    solver.silent()
    # All sums are whole numbers, so an answer within a half of the best is the best. One thread
    # and one seed, so that the same question has the same answer. What helps with large problems
    # only delays ones as small as ours: without it an answer takes half as long.
    for option, value in (
        ("threads", 1),
        ("random_seed", 0),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 0.5),
        ("mip_heuristic_effort", 0.0),
        ("mip_heuristic_run_feasibility_jump", False),
        ("mip_detect_symmetry", False),
        ("mip_allow_restart", False),
    ):
        solver.setOptionValue(option, value)
    return solver


def value_of(held: Sum, values: tuple[int, ...]) -> int:
    """Return what a sum comes to with the values of a solution."""
    return held.constant + sum(values[each] * number for each, number in held.terms.items())
