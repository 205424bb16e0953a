"""A rule that one field of a form breaks, so that the form can say so beside it."""

from PySide6.QtWidgets import QWidget

from samstyring.domain.errors import RuleError


class FieldError(RuleError):
    """What is wrong with one field, as a whole sentence."""

    def __init__(self, sentence: str, field: QWidget) -> None:
        super().__init__(sentence)
        self.field = field
