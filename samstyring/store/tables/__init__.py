"""The tables of the file, one class a thing; every fact has its period as stored dates.

Dates are ISO text, reduced where only the month or year is known (``2015``, ``2015-11``).
There are no database-side cascades or defaults, and no bulk association tables: each would
bypass the recorder, and what the recorder does not see cannot be undone.
"""

from samstyring.store.tables.file import (
    ChangeRowRow,
    ChangeSetRow,
    FileSettingRow,
    PlacementRow,
    SearchEntryRow,
)
from samstyring.store.tables.flows import ChannelRow
from samstyring.store.tables.mandates import (
    AgreementPartyRow,
    AgreementRow,
    CommitmentRow,
    MandateRow,
    MandateVersionRow,
    SectionRow,
)
from samstyring.store.tables.nominations import (
    CandidacyRow,
    KeptCandidacyRow,
    RequestRow,
    RoundRow,
    RoundSeatRow,
    StepRow,
)
from samstyring.store.tables.people import (
    AppointmentRow,
    CompositionRuleRow,
    ContactRow,
    EmploymentRow,
    PersonRow,
    RuleAnswerRow,
    SeatRow,
)
from samstyring.store.tables.row import Row, TrackedRow
from samstyring.store.tables.structure import (
    BodyNameRow,
    BodyRow,
    MunicipalityRow,
    OfficialNumberRow,
    RelationRow,
    SourceRow,
    SuccessionRow,
)
from samstyring.store.tables.views import SavedViewRow, SnoozeRow, StoryPageRow, StoryRow

TRACKED: dict[str, type[TrackedRow]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Row.registry.mappers
    if issubclass(mapper.class_, TrackedRow)
}


__all__ = [
    "TRACKED",
    "AgreementPartyRow",
    "AgreementRow",
    "AppointmentRow",
    "BodyNameRow",
    "BodyRow",
    "CandidacyRow",
    "ChangeRowRow",
    "ChangeSetRow",
    "ChannelRow",
    "CommitmentRow",
    "CompositionRuleRow",
    "ContactRow",
    "EmploymentRow",
    "FileSettingRow",
    "KeptCandidacyRow",
    "MandateRow",
    "MandateVersionRow",
    "MunicipalityRow",
    "OfficialNumberRow",
    "PersonRow",
    "PlacementRow",
    "RelationRow",
    "RequestRow",
    "RoundRow",
    "RoundSeatRow",
    "Row",
    "RuleAnswerRow",
    "SavedViewRow",
    "SearchEntryRow",
    "SeatRow",
    "SectionRow",
    "SnoozeRow",
    "SourceRow",
    "StepRow",
    "StoryPageRow",
    "StoryRow",
    "SuccessionRow",
    "TrackedRow",
]
