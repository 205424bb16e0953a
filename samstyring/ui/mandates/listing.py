"""The list of versions, and of bodies that lack a mandate, as data."""

from collections.abc import Sequence
from dataclasses import dataclass

from samstyring.domain.choices import Choice
from samstyring.domain.mandates import MandateLine, MandateState
from samstyring.domain.words import word
from samstyring.formats import period
from samstyring.language import N_, _
from samstyring.ui.mandates.words import STATE_ICONS, STATE_TONES, shown_date
from samstyring.ui.tables import Column
from samstyring.ui.theme import ToneName

ALL = "all"
LACKING = "lacking"
_LACKING_ID = "body:"


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: a version, or a body that has seats and no mandate in force."""

    id: str
    body_id: str
    body_name: str
    line: MandateLine | None = None

    @property
    def name(self) -> str:
        """The body and the version's number."""
        return f"{self.body_name} {self.line.number}" if self.line else self.body_name


def listed_versions(lines: Sequence[MandateLine]) -> tuple[Listed, ...]:
    """Return a row for each version."""
    return tuple(Listed(line.id, line.body_id, line.body_name, line) for line in lines)


def listed_lacking(bodies: Sequence[Choice]) -> tuple[Listed, ...]:
    """Return a row for each body without a mandate in force."""
    return tuple(Listed(_LACKING_ID + body.id, body.id, body.label) for body in bodies)


def lacking_id(body_id: str) -> str:
    """Return the id of the row of a body without a mandate in force."""
    return _LACKING_ID + body_id


def filters(lacking: int) -> tuple[tuple[str, str], ...]:
    """Return the quick filters as (key, words); ``lacking`` is how many bodies lack a mandate."""
    states = tuple((state.value, word(state).capitalize()) for state in MandateState)
    without = _("Bodies without one ({count})").format(count=lacking)
    return ((ALL, _("All versions")), *states, (LACKING, without))


def _version(row: Listed) -> str:
    return row.line.number if row.line else ""


def _state(row: Listed) -> str:
    return word(row.line.state) if row.line else _("none in force")


def _state_icon(row: Listed) -> str:
    return STATE_ICONS[row.line.state] if row.line else "warning"


def _state_tone(row: Listed) -> ToneName:
    return STATE_TONES[row.line.state] if row.line else ToneName.VACANT


def _forms(row: Listed) -> str:
    return ", ".join(row.line.languages) if row.line else ""


def _adopted_on(row: Listed) -> str:
    return shown_date(row.line.adopted_on) if row.line else ""


def _adopted_order(row: Listed) -> str:
    return row.line.adopted_on if row.line else ""


def _adopted_by(row: Listed) -> str:
    return row.line.adopted_by if row.line else ""


def _valid(row: Listed) -> str:
    return period(row.line.period) if row.line else ""


def _valid_order(row: Listed) -> str:
    return str(row.line.period.first or "") if row.line else ""


def _case_number(row: Listed) -> str:
    return row.line.case_number if row.line else ""


COLUMNS = (
    Column("body", N_("Body"), lambda row: row.body_name, width=24),
    Column("version", N_("Version"), _version, width=8),
    Column("state", N_("Status"), _state, icon=_state_icon, tone=_state_tone, width=18),
    Column("forms", N_("Written forms"), _forms, width=8),
    Column("adopted_on", N_("Adopted"), _adopted_on, sort=_adopted_order, width=11),
    Column("valid", N_("Valid"), _valid, sort=_valid_order, width=22),
    Column("case_number", N_("Case number"), _case_number, width=11),
    Column("adopted_by", N_("Adopted by"), _adopted_by, width=20, shown=False),
)
