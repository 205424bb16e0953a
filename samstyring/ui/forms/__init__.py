"""Parts that forms and pages are put together from: fields, dialogs, labels, notices."""

from samstyring.ui.forms.dates import PartialDateEdit, PeriodEdit
from samstyring.ui.forms.dialog import FormDialog
from samstyring.ui.forms.labels import Chip, ErrorLabel, Heading, KeyValueGrid, SubHeading
from samstyring.ui.forms.notices import Banner, Toast
from samstyring.ui.forms.picker import Choice, RecordPicker

__all__ = [
    "Banner",
    "Chip",
    "Choice",
    "ErrorLabel",
    "FormDialog",
    "Heading",
    "KeyValueGrid",
    "PartialDateEdit",
    "PeriodEdit",
    "RecordPicker",
    "SubHeading",
    "Toast",
]
