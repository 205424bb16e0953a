"""What the solver looks for while the window goes on: the best choices, and what mends a rule."""

from typing import Any

from samstyring.domain.composition_choices import SuggestionProblem
from samstyring.ui.jobs import JobControl


def suggested(problem: SuggestionProblem, control: JobControl) -> Any:
    """Return the best choices for a problem."""
    # Imported when it is asked for, and off the window's thread: the solver is slow to import.
    from samstyring.suggest import suggest

    control.check()
    return suggest(problem)


def least_changed(problem: SuggestionProblem, rule_id: str, control: JobControl) -> Any:
    """Return the smallest changes that mend a rule."""
    # Imported when it is asked for, as above.
    from samstyring.suggest import smallest_change

    control.check()
    return smallest_change(problem, rule_id)
