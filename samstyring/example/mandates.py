"""Writes the mandates of the example, version upon version, in one or two written forms."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.commands.mandates import (
    SectionText,
    adopt_mandate,
    correct_mandate,
    draft_mandate,
)
from samstyring.domain.mandates import SectionKind
from samstyring.domain.periods import PartialDate
from samstyring.example.days import day_of
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import document
from samstyring.language import N_

# In the order they came to be.
VERSIONS = (
    "kommit-1",
    "du-1",
    "fpu_oppvekst-1",
    "fagrad_sikkerhet-1",
    "fagrad_arkitektur-1",
    "kommit-2",
    "du-2",
    "duve-1",
    "fagrad_sikkerhet-2",
)
FORMS = ("nb", "nn")
Version = dict[str, Any]


@command(N_("Set up the mandates of the example"))
def compose_mandates(session: Session, ids: Ids, today: date) -> None:
    """Draft every version in order, and adopt those that have been adopted."""
    about(session, THE_WHOLE)
    headings = document("example", "mandates", "headings.toml")
    for name in VERSIONS:
        _write(session, ids, version_of(name), headings, today)


def version_of(name: str) -> Version:
    """Return a version as it is written, with what it leaves as it was in the one before."""
    version = document("example", "mandates", f"{name}.toml")
    if "based_on" not in version:
        return version
    earlier = version_of(version["based_on"])
    texts = {form: {**earlier[form], **version.get(form, {})} for form in FORMS if form in earlier}
    titles = {key: earlier[key] for key in ("title_nb", "title_nn")}
    return {**titles, **version, **texts}


def _write(
    session: Session, ids: Ids, version: Version, headings: dict[str, Any], today: date
) -> None:
    titles = {key: version[key] for key in ("title_nb", "title_nn")}
    derived_from = version.get("derived_from", "")
    version_id = draft_mandate(
        session, ids[version["body"]], **titles, derived_from=derived_from,
        sections=[(form, _sections(version, form, headings)) for form in FORMS if form in version],
    )  # fmt: skip
    if "adopted_on" in version:
        adopt_mandate(
            session, version_id, adopted_by=version["adopted_by"],
            adopted_on=PartialDate.parse(version["adopted_on"]),
            case_number=version.get("case_number", ""),
            valid_from=PartialDate.parse(version["valid_from"]),
        )  # fmt: skip
    else:
        correct_mandate(
            session, version_id, **titles, number="2", derived_from=derived_from,
            consultation_on=day_of(version["consultation_on"], today),
        )  # fmt: skip


def _sections(version: Version, form: str, headings: dict[str, Any]) -> list[SectionText]:
    """Return the sections in the usual order, which is that of the headings."""
    return [
        (SectionKind(kind), heading, version[form][kind])
        for kind, heading in headings[form].items()
        if kind in version[form]
    ]
