"""One person whole: how to reach them, whom they work for, where they sit, and what changed."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from samstyring.commands.people import delete_person, give_privacy_notice
from samstyring.domain.people import ContactKind, Gender, PersonDetail
from samstyring.domain.periods import PartialDate
from samstyring.domain.words import word
from samstyring.formats import number
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.queries.history import journal_lines
from samstyring.queries.nominations import candidacy_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FittingScroll, Heading, KeyValueGrid, SoftLabel
from samstyring.ui.forms.deletion import DeleteDialog, with_what_hangs
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.nominations.words import written
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.rows import Verb
from samstyring.ui.people import words
from samstyring.ui.people.columns import CANDIDACY_COLUMNS, HISTORY_COLUMNS, SEAT_COLUMNS
from samstyring.ui.people.linked_list import LinkedList
from samstyring.ui.people.person_dialogs import CorrectPersonDialog
from samstyring.ui.people.work_tab import WorkTab

_NEWEST = 30


class PersonPanel(QWidget):
    """Shows one person as of the day of the desk."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: PersonDetail | None = None
        self.heading = Heading()
        self.work_line, self.sentence = SoftLabel(), SoftLabel()
        self.buttons = ActionRow(desk)
        self.facts = KeyValueGrid()
        self.work = WorkTab(desk)
        self._make_lists()
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    def show_person(self, detail: PersonDetail) -> None:
        """Show all of a person."""
        self._detail, day = detail, self._desk.day
        work = words.work_in_words(detail.employments, day)
        self.heading.setText(detail.name)
        self.work_line.setText(work)
        self.work_line.setVisible(bool(work))
        self.sentence.setText(words.person_sentence(detail))
        self.buttons.set_actions(_actions_of(detail))
        self.facts.set_pairs(_facts_of(detail))
        self.seats.show_records(detail.seats)
        self.work.show_work(detail)
        candidacies = self._desk.read(candidacy_lines, as_of=day, person_id=detail.id)
        self.candidacies.show_records(candidacies)
        self.history.show_records(self._desk.read(journal_lines, of=detail.id, limit=_NEWEST))
        self._show_titles(detail, len(candidacies))

    def trigger(self, key: str) -> None:
        """Do what the button with that key does, if it is there and on."""
        self.buttons.trigger(key)

    def _make_lists(self) -> None:
        desk = self._desk
        self.seats = LinkedList(
            desk, SEAT_COLUMNS, name="people/seats", accessible_name=_("Seats"),
            hint=_("The person has held no seat. “Put forward…” is the way to one."),
            verb=_("Open the &body"),
        )  # fmt: skip
        self.candidacies = LinkedList(
            desk, CANDIDACY_COLUMNS, name="people/candidacies", accessible_name=_("Candidacies"),
            hint=_("The person has not been put forward for a seat."),
            verb=_("Open the c&andidacy"),
        )  # fmt: skip
        self.history = LinkedList(
            desk, HISTORY_COLUMNS, name="people/history", accessible_name=_("History"),
            hint=_("Nothing has been written yet."),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(_("Parts of what is known about the person"))
        for part in (self.seats, self.work, self.candidacies, self.history):
            self.tabs.addTab(part, "")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 0, 12, 0)
        for widget in (self.heading, self.work_line, self.sentence, self.buttons, self.facts):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FittingScroll(inner))

    def _connect(self) -> None:
        self.buttons.triggered.connect(self._on_action)
        self.work.open_requested.connect(self.open_requested)
        self.seats.chosen.connect(self._on_seat)
        self.candidacies.chosen.connect(self._on_candidacy)

    def _show_titles(self, detail: PersonDetail, candidacies: int) -> None:
        now = sum(words.sits_now(seat) for seat in detail.seats)
        titles = (
            _("Seats ({now} now)").format(now=number(now)),
            _("Employments ({count})").format(count=number(len(detail.employments))),
            _("Candidacies ({count})").format(count=number(candidacies)),
            _("History"),
        )
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, title)

    @Slot(str)
    def _on_seat(self, appointment_id: str) -> None:
        for seat in self._detail.seats if self._detail else ():
            if seat.id == appointment_id:
                self.open_requested.emit("body", seat.body_id)

    @Slot(str)
    def _on_candidacy(self, candidacy_id: str) -> None:
        self.open_requested.emit("candidacy", candidacy_id)

    @Slot(str)
    def _on_action(self, key: str) -> None:
        detail = self._detail
        if detail is None:
            return
        if key == "nominate":
            PutForwardDialog(self._desk, self, person_id=detail.id).open()
        elif key == "correct":
            CorrectPersonDialog(self._desk, detail, self).open()
        elif key == "copy":
            QGuiApplication.clipboard().setText(_mail_of(detail))
        elif key == "notice":
            today = PartialDate.of(date.today())
            self._desk.try_run(give_privacy_notice, detail.id, today)
        elif key == "delete":
            self._open_deletion(detail)

    def _open_deletion(self, detail: PersonDetail) -> None:
        sentence = _(
            "Delete a person who should not be in the file. For someone who stops sitting, "
            "end the term in the body instead, and the history keeps the name."
        )
        hanging = self._desk.read(dependents, "person", detail.id)
        DeleteDialog(
            _("Delete “{name}”").format(name=detail.name),
            with_what_hangs(sentence, hanging),
            partial(self._desk.run, delete_person, detail.id),
            self,
        ).open()


def _mail_of(detail: PersonDetail) -> str:
    mails = [contact for contact in detail.contacts if contact.kind is ContactKind.EMAIL]
    mails.sort(key=lambda contact: not contact.primary)
    return mails[0].value if mails else ""


def _facts_of(detail: PersonDetail) -> tuple[tuple[str, str], ...]:
    contacts = sorted(detail.contacts, key=lambda contact: not contact.primary)
    stated = detail.gender is not Gender.NOT_STATED
    return (
        *((words.contact_key(contact, len(contacts)), contact.value) for contact in contacts),
        (_("Gender as stated"), word(detail.gender) if stated else ""),
        (_("Privacy notice"), _notice_of(detail)),
        (_("Note"), detail.note),
    )


def _notice_of(detail: PersonDetail) -> str:
    if not detail.privacy_notice_on:
        return _("not given yet")
    return _("given {day}").format(day=written(detail.privacy_notice_on))


def _actions_of(detail: PersonDetail) -> tuple[Verb, ...]:
    copying = Verb("copy", _("Copy the e-mail address"), "copy", writes=False)
    noting = Verb("notice", _("Privacy notice given today"), "check")
    return (
        Verb("nominate", _("&Put forward…"), "user-plus"),
        Verb("correct", _("Co&rrect…"), "edit"),
        *((copying,) if _mail_of(detail) else ()),
        *(() if detail.privacy_notice_on else (noting,)),
        Verb("delete", _("De&lete…"), "delete"),
    )
