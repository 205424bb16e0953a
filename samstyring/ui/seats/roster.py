"""A body's roster as rows: members, substitutes, observers; personal substitutes under theirs."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from samstyring.domain.seats import MEMBER_ROLES, SUBSTITUTE_ROLES, SeatLine, SeatRole, SeatStatus
from samstyring.domain.words import word
from samstyring.language import N_, _, translate
from samstyring.ui.parts.links import Link
from samstyring.ui.parts.rows import Row, Verb
from samstyring.ui.parts.sections import Group
from samstyring.ui.seats.words import (
    STATUS_TONES,
    appointer_of_all,
    origin_note,
    role_note,
    term_note,
)


class SeatVerb(StrEnum):
    """What can be asked for in a roster."""

    ADD = "add_seat"
    PRINT = "print_roster"
    FILL = "fill_seat"
    NOMINATE = "nominate"
    REAPPOINT = "reappoint"
    CUT_SHORT = "cut_short"
    ACT = "act"
    END_TERM = "end_term"
    CORRECT_TERM = "correct_term"
    DELETE_TERM = "delete_term"
    CORRECT = "correct_seat"
    END = "end_seat"
    DELETE = "delete_seat"


_GROUPS: tuple[tuple[str, frozenset[SeatRole]], ...] = (
    (N_("Members"), MEMBER_ROLES),
    (N_("Substitutes"), frozenset({SeatRole.SUBSTITUTE, SeatRole.PERSONAL_SUBSTITUTE})),
    (N_("Observers and secretary"), frozenset({SeatRole.OBSERVER, SeatRole.SECRETARY})),
)


def roster_groups(lines: Sequence[SeatLine], day: date) -> tuple[Group, ...]:
    """Return the roster as groups of rows; an empty group is left out."""
    theirs = _personal_substitutes(lines)
    placed = {line.id for held in theirs.values() for line in held}
    one_by_one = not appointer_of_all(lines)
    groups = []
    for title, roles in _GROUPS:
        rows: list[Row] = []
        for line in lines:
            if line.role in roles and line.id not in placed:
                rows.append(seat_row(line, day, with_appointer=one_by_one))
                rows += [
                    seat_row(each, day, with_appointer=one_by_one, indent=True)
                    for each in theirs.get(line.id, ())
                ]
        if rows:
            groups.append(Group(translate(title), tuple(rows), folds=False))
    return tuple(groups)


def _personal_substitutes(lines: Sequence[SeatLine]) -> dict[str, list[SeatLine]]:
    there = {line.id for line in lines if line.role is not SeatRole.PERSONAL_SUBSTITUTE}
    found: dict[str, list[SeatLine]] = {}
    for line in lines:
        if line.role is SeatRole.PERSONAL_SUBSTITUTE and line.substitute_for_id in there:
            found.setdefault(line.substitute_for_id, []).append(line)
    return found


def seat_row(
    line: SeatLine, day: date, *, with_appointer: bool = True, indent: bool = False
) -> Row:
    """Return one seat as a row; who appoints is left out when it is said for all."""
    vacant = line.status is SeatStatus.VACANT
    return Row(
        id=line.id,
        title=_("Vacant seat") if vacant else line.person_name,
        link=None if vacant else Link("person", line.person_id, line.person_name),
        aside=_("seat {number}").format(number=line.number),
        notes=(
            role_note(line),
            origin_note(line, with_appointer=with_appointer),
            term_note(line, day),
        ),
        chip=(word(line.status), STATUS_TONES[line.status]),
        verbs=(
            *(_vacant_verbs(line.role) if vacant else _held_verbs(line.role)),
            *_seat_verbs(),
        ),
        links=_links(line),
        indent=indent,
    )


def _links(line: SeatLine) -> tuple[Link, ...]:
    ends = (
        (line.employer_id, line.employer_name),
        (line.represents_id, line.represents_name),
        (line.nominates_id, line.nominates_name),
        (line.appoints_id, line.appoints_name),
    )
    names = {body_id: name for body_id, name in ends if body_id and body_id != line.body_id}
    return tuple(Link("body", body_id, name) for body_id, name in names.items())


def _vacant_verbs(role: SeatRole) -> tuple[Verb, ...]:
    return (
        Verb(SeatVerb.FILL, _("Fill the seat…"), "person", "F2"),
        Verb(SeatVerb.NOMINATE, _("Put forward a candidate…"), "nominations"),
        *_acting(role),
    )


def _held_verbs(role: SeatRole) -> tuple[Verb, ...]:
    return (
        Verb(SeatVerb.REAPPOINT, _("Reappoint…"), "refresh-cw"),
        Verb(SeatVerb.NOMINATE, _("Put forward a candidate…"), "nominations"),
        Verb(SeatVerb.FILL, _("Let another follow…"), "person"),
        *_acting(role),
        Verb(SeatVerb.CUT_SHORT, _("Cut the term short…"), "calendar-clock"),
        Verb(SeatVerb.END_TERM, _("End the term…"), "calendar"),
        Verb(SeatVerb.CORRECT_TERM, _("Correct the term…"), "edit", "F2"),
        Verb(SeatVerb.DELETE_TERM, _("Delete the term"), "delete", "Delete"),
    )


def _acting(role: SeatRole) -> tuple[Verb, ...]:
    """A substitute can sit for a time in any seat but that of another substitute."""
    if role in SUBSTITUTE_ROLES:
        return ()
    return (Verb(SeatVerb.ACT, _("Let a substitute act…"), "users"),)


def _seat_verbs() -> tuple[Verb, ...]:
    return (
        Verb(SeatVerb.CORRECT, _("Correct the seat…"), "edit", apart=True),
        Verb(SeatVerb.END, _("End the seat…"), "calendar"),
        Verb(SeatVerb.DELETE, _("Delete the seat…"), "delete"),
    )
