"""What the lists of coverage show: regions, sizes, and persons who sit in several bodies."""

from collections.abc import Iterable, Sequence

from samstyring.domain.composition import Carrier, CoverageLine, SeatsIn
from samstyring.formats import counted, listed, number
from samstyring.language import N_, _
from samstyring.ui.tables import Align, Column
from samstyring.ui.theme import ToneName

# Beyond this many, the rest are told by their number.
_MOST_NAMED = 12


def _owes_icon(line: CoverageLine) -> str | None:
    return "warning" if line.owes else None


def _owes_tone(line: CoverageLine) -> ToneName | None:
    return ToneName.VACANT if line.owes else None


def _late_tone(line: CoverageLine) -> ToneName | None:
    return ToneName.SOON if line.unanswered else None


COVERAGE_COLUMNS: tuple[Column, ...] = (
    Column("name", N_("Who"), lambda line: line.name, width=26),
    Column(
        "members", N_("Members"), lambda line: number(line.members),
        lambda line: line.members, Align.END, width=12,
    ),
    Column(
        "substitutes", N_("Substitutes"), lambda line: number(line.substitutes),
        lambda line: line.substitutes, Align.END, width=15,
    ),
    Column(
        "persons", N_("Persons"), lambda line: number(line.persons),
        lambda line: line.persons, Align.END, width=11,
    ),
    Column("bodies", N_("Where"), lambda line: seats_in_words(line.bodies), width=36),
)  # fmt: skip

DUES_COLUMNS: tuple[Column, ...] = (
    *COVERAGE_COLUMNS[:4],
    Column(
        "fills", N_("Fills"), lambda line: number(line.fills), lambda line: line.fills,
        Align.END, width=10,
    ),
    Column(
        "owes", N_("Owes"), lambda line: number(line.owes), lambda line: line.owes,
        Align.END, _owes_icon, _owes_tone, width=10,
    ),
    Column(
        "unanswered", N_("Unanswered"), lambda line: number(line.unanswered),
        lambda line: line.unanswered, Align.END, tone=_late_tone, width=14,
    ),
    COVERAGE_COLUMNS[4],
)  # fmt: skip

CARRIER_COLUMNS: tuple[Column, ...] = (
    Column("name", N_("Person"), lambda each: each.name, width=24),
    Column(
        "bodies", N_("Bodies"), lambda each: number(len(each.bodies)),
        lambda each: len(each.bodies), Align.END, width=10,
    ),
    Column(
        "alone", N_("Links alone"), lambda each: number(len(each.alone)),
        lambda each: len(each.alone), Align.END, width=14,
    ),
    Column("where", N_("Where"), lambda each: seats_in_words(each.bodies), width=40),
)  # fmt: skip


def seats_in_words(bodies: Iterable[SeatsIn]) -> str:
    """Return the bodies that seats are held in, with the number where it is more than one."""
    return ", ".join(
        each.body_name if each.seats == 1 else f"{each.body_name} ({number(each.seats)})"
        for each in bodies
    )


def coverage_summary(lines: Sequence[CoverageLine], *, with_dues: bool) -> str:
    """Say how many hold no seat, and what is owed in all."""
    without = [line.name for line in lines if not line.members and not line.substitutes]
    said = [_("All hold a seat.")]
    if without and len(without) <= _MOST_NAMED:
        said = [_("Without a seat: {names}.").format(names=listed(without))]
    elif without:
        said = [
            counted("{count} of them holds no seat.", "{count} of them hold no seat.", len(without))
        ]
    owed, asked = sum(line.owes for line in lines), sum(line.unanswered for line in lines)
    if with_dues and owed:
        said.append(
            counted(
                "{count} seat they nominate to is vacant.",
                "{count} seats they nominate to are vacant.",
                owed,
            )
        )
    if with_dues and asked:
        said.append(
            counted("{count} request is not answered.", "{count} requests are not answered.", asked)
        )
    return " ".join(said)


def coverage_sentence(line: CoverageLine, *, with_dues: bool) -> str:
    """Say what one line holds of seats and where, what it fills and what it owes."""
    if line.bodies:
        seats = counted("{count} seat", "{count} seats", sum(each.seats for each in line.bodies))
        said = [
            _("{name} holds {seats}: {bodies}.").format(
                name=line.name, seats=seats, bodies=seats_in_words(line.bodies)
            )
        ]
    else:
        said = [_("{name} holds no seat.").format(name=line.name)]
    if with_dues:
        said.append(
            _("Of the seats to nominate to, {fills} are filled and {owes} vacant.").format(
                fills=number(line.fills), owes=number(line.owes)
            )
        )
    if with_dues and line.unanswered:
        said.append(
            counted(
                "{count} request is not answered.",
                "{count} requests are not answered.",
                line.unanswered,
            )
        )
    return " ".join(said)


def carriers_summary(lines: Sequence[Carrier]) -> str:
    """Say how many sit in several bodies, and how many carry a link alone."""
    if not lines:
        return _("Nobody sits in two bodies or more.")
    alone = sum(bool(each.alone) for each in lines)
    sits = counted(
        "{count} person sits in two bodies or more.",
        "{count} persons sit in two bodies or more.",
        len(lines),
    )
    carries = counted(
        "{count} of them is alone in sitting in two of the bodies.",
        "{count} of them are each alone in sitting in two of the bodies.",
        alone,
    )
    return f"{sits} {carries}"


def carrier_sentence(each: Carrier) -> str:
    """Say where a person sits, and which bodies nobody else sits in both of."""
    where = _("{person} sits in {bodies}.").format(
        person=each.name, bodies=listed([body.body_name for body in each.bodies])
    )
    if not each.alone:
        return f"{where} " + _("Every link between them is carried by others too.")
    named = [f"{link.from_name} – {link.to_name}" for link in each.alone[:_MOST_NAMED]]
    left = len(each.alone) - len(named)
    if left:
        named.append(counted("{count} more", "{count} more", left))
    return f"{where} " + _("Nobody else links: {links}.").format(links="; ".join(named))
