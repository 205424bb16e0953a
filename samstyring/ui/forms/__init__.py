"""Parts that forms and pages are put together from: fields, dialogs, labels, notices."""

from samstyring.domain.choices import Choice
from samstyring.ui.forms.dates import PartialDateEdit, PeriodEdit
from samstyring.ui.forms.dialog import FormDialog
from samstyring.ui.forms.labels import (
    Chip,
    ErrorLabel,
    Heading,
    KeyValueGrid,
    PlainLabel,
    SoftLabel,
    SubHeading,
)
from samstyring.ui.forms.notices import Banner, Toast
from samstyring.ui.forms.picker import RecordPicker
from samstyring.ui.forms.progress import JobBar
from samstyring.ui.forms.scroll import FittingScroll

__all__ = [
    "Banner",
    "Chip",
    "Choice",
    "ErrorLabel",
    "FittingScroll",
    "FormDialog",
    "Heading",
    "JobBar",
    "KeyValueGrid",
    "PartialDateEdit",
    "PeriodEdit",
    "PlainLabel",
    "RecordPicker",
    "SoftLabel",
    "SubHeading",
    "Toast",
]
