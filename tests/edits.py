"""A small register, and edits of it at random: whatever a reader of it must bear."""

import random
from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from samstyring.commands import bodies, flows, mandates, nominations, people, seats
from samstyring.commands.command import command
from samstyring.domain.bodies import BodyFacts, BodyKind, Level, NameKind, RelationKind
from samstyring.domain.errors import SamstyringError
from samstyring.domain.flows import FlowKind
from samstyring.domain.people import ContactKind
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatRole
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import SECTIONS, a_body, a_person, a_seat, an_appointment, day, rows

TODAY = date(2026, 3, 1)
THEN = date(2022, 6, 1)
_DAYS = ("2019", "2021-05", "2022-06-01", "2024-01-01", "2026-03-01", "2026-04-15", "2027")
_NAMES = ("Rådet", "Digi Øst", "Digi Vest", "Åsnes", "Ørland", "Bø", "Utvalget", "Aarhus")
_KINDS = (RelationKind.LOCATED_IN, RelationKind.MEMBER_OF, RelationKind.REPORTS_TO)


def a_register(workspace: Workspace) -> None:
    """Make bodies of several kinds, with seats, and persons who sit there or could."""
    county = a_body(workspace, "Viken", kind=BodyKind.COUNTY_MUNICIPALITY, level=Level.REGIONAL)
    network = a_body(workspace, "Digi Viken", kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL)
    council = a_body(workspace, "KommIT-rådet", short_name="KR")
    places = [
        a_body(workspace, name, kind=BodyKind.MUNICIPALITY, level=Level.LOCAL)
        for name in ("Ås", "Bærum", "Nesodden")
    ]
    for place in (*places, network):
        workspace.run(bodies.add_relation, place, county, RelationKind.LOCATED_IN)
    for number, place in enumerate((*places, county)):
        person = a_person(workspace, f"Person {number}", employer_id=place, email="a@b.no")
        an_appointment(workspace, a_seat(workspace, council), person, last_day="2026-04-01")
    for body in (council, network):
        a_seat(workspace, body)
    workspace.run(mandates.draft_mandate, council, title_nb="M", sections=(("nb", SECTIONS),))


class Edits:
    """Edits chosen by a seed; one that the rules refuse changes nothing, as in the window."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self._workspace, self._chance = workspace, random.Random(seed)
        self._ways: tuple[Callable[[], object], ...] = (
            *(self._body, self._name, self._relation, self._seat, self._term, self._person),
            *(self._work, self._mandate, self._channel, self._candidacy),
            *(self._remove, self._many),
            *(self._undo,) * 4,
        )

    def step(self) -> str:
        """Do one thing and return what."""
        way = self._chance.choice(self._ways)
        try:
            way()
        except SamstyringError as refusal:
            return f"{way.__name__}: {refusal}"
        return way.__name__

    def _one(self, table: type[t.TrackedRow]) -> str:
        found = rows(self._workspace, table)
        return str(self._chance.choice(found)["id"]) if found else "nothing"

    def _day(self) -> PartialDate:
        return day(self._chance.choice(_DAYS))

    def _period(self) -> Period:
        ends = [self._chance.choice((None, None, *_DAYS)) for _end in range(2)]
        return Period.of(*sorted(ends, key=lambda end: end or ""))

    def _word(self) -> str:
        return f"{self._chance.choice(_NAMES)} {self._chance.randrange(9)}"

    def _body(self) -> None:
        run, kind = self._workspace.run, self._chance.choice(list(BodyKind))
        facts = BodyFacts(kind, self._chance.choice(list(Level)), self._period())
        if self._chance.random() < 0.3:
            run(bodies.add_body, self._word(), facts, parent_id=self._one(t.BodyRow))
        elif self._chance.random() < 0.3:
            run(bodies.end_body, self._one(t.BodyRow), self._day())
        else:
            run(bodies.correct_body, self._one(t.BodyRow), facts)

    def _name(self) -> None:
        run, kind = self._workspace.run, self._chance.choice(list(NameKind))
        if self._chance.random() < 0.5:
            run(bodies.rename_body, self._one(t.BodyRow), self._word(), self._day(), kind=kind)
        else:
            run(
                bodies.correct_name, self._one(t.BodyNameRow), self._word(), kind=kind,
                language=self._chance.choice(("nb", "nn", "se")), period=self._period(),
            )  # fmt: skip

    def _relation(self) -> None:
        run, kind = self._workspace.run, self._chance.choice(_KINDS)
        if self._chance.random() < 0.6:
            ends = self._one(t.BodyRow), self._one(t.BodyRow)
            run(bodies.add_relation, *ends, kind, period=self._period())
        else:
            run(bodies.correct_relation, self._one(t.RelationRow), kind, period=self._period())

    def _seat(self) -> None:
        role = self._chance.choice((SeatRole.MEMBER, SeatRole.CHAIR, SeatRole.SUBSTITUTE))
        facts = seats.SeatFacts(
            role, represents_id=self._one(t.BodyRow), note=self._word(), period=self._period()
        )
        if self._chance.random() < 0.4:
            self._workspace.run(seats.add_seat, self._one(t.BodyRow), facts)
        else:
            self._workspace.run(seats.correct_seat, self._one(t.SeatRow), facts)

    def _term(self) -> None:
        run = self._workspace.run
        if self._chance.random() < 0.6:
            seat, person = self._one(t.SeatRow), self._one(t.PersonRow)
            run(seats.fill_seat, seat, person, self._day(), term_last=self._day())
        else:
            held = self._one(t.AppointmentRow)
            run(seats.correct_appointment, held, period=self._period(), term_last=self._day())

    def _person(self) -> None:
        contacts = ((ContactKind.EMAIL, f"{self._chance.randrange(99)}@ks.no"),)
        facts = people.PersonFacts(self._word(), contacts=contacts)
        if self._chance.random() < 0.3:
            self._workspace.run(people.add_person, facts, employer_id=self._one(t.BodyRow))
            return
        person = self._chance.choice(rows(self._workspace, t.PersonRow))
        if self._chance.random() < 0.5:
            facts = people.PersonFacts(str(person["name"]), contacts=contacts)
        self._workspace.run(people.correct_person, str(person["id"]), facts)

    def _work(self) -> None:
        run, body = self._workspace.run, self._one(t.BodyRow)
        if self._chance.random() < 0.5:
            run(people.change_employment, self._one(t.PersonRow), body, self._word(), self._day())
        else:
            work = self._one(t.EmploymentRow)
            run(people.correct_employment, work, body, self._word(), period=self._period())

    def _mandate(self) -> None:
        run, version = self._workspace.run, self._one(t.MandateVersionRow)
        if self._chance.random() < 0.5:
            run(mandates.adopt_mandate, version, adopted_by="KS", adopted_on=self._day())
        else:
            parts = (("nb", SECTIONS),)
            run(mandates.draft_mandate, self._one(t.BodyRow), title_nb="M", sections=parts)

    def _channel(self) -> None:
        ends = self._one(t.BodyRow), self._one(t.BodyRow)
        facts = flows.ChannelFacts(*ends, FlowKind.NEED, period=self._period())
        self._workspace.run(flows.add_channel, facts)

    def _candidacy(self) -> None:
        seat, person, by = self._one(t.SeatRow), self._one(t.PersonRow), self._one(t.BodyRow)
        self._workspace.run(nominations.nominate, seat, person, by, on_day=TODAY)

    def _remove(self) -> None:
        ways: tuple[tuple[Callable[..., None], type[t.TrackedRow]], ...] = (
            (bodies.delete_body, t.BodyRow),
            (bodies.delete_name, t.BodyNameRow),
            (bodies.delete_relation, t.RelationRow),
            (seats.delete_seat, t.SeatRow),
            (seats.delete_appointment, t.AppointmentRow),
            (people.delete_person, t.PersonRow),
            (people.delete_employment, t.EmploymentRow),
            (mandates.delete_version, t.MandateVersionRow),
        )
        remove, table = self._chance.choice(ways)
        self._workspace.run(remove, self._one(table))

    def _many(self) -> None:
        """Do several things as one, so that one change bears upon many."""
        names = tuple(self._word() for _name in range(3))
        self._workspace.run(add_people, names, self._one(t.BodyRow))

    def _undo(self) -> None:
        undo = self._chance.random() < 0.7
        (self._workspace.undo if undo else self._workspace.redo)()


@command("Add people")
def add_people(session: Session, names: tuple[str, ...], body_id: str) -> None:
    """Add a person for each name who works for a body and sits in a seat of it, as one edit."""
    for name in names:
        facts = people.PersonFacts(name)
        person = people.add_person(session, facts, employer_id=body_id, title="Leader")
        seat = seats.add_seat(session, body_id, seats.SeatFacts())
        seats.fill_seat(session, seat, person, day("2021"))
