"""What is shown of one version: how it stands, its facts, and its text to read or to write."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QPushButton, QTabBar, QVBoxLayout, QWidget

from samstyring.commands.mandates import add_written_form
from samstyring.domain.mandates import MandateDetail, MandateLine
from samstyring.domain.words import word
from samstyring.formats import capital, listed, long_period
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, Heading, KeyValueGrid, SoftLabel, SubHeading
from samstyring.ui.mandates.editor import SectionEditor
from samstyring.ui.mandates.reading import DocumentView
from samstyring.ui.mandates.words import (
    STATE_TONES,
    WRITTEN_FORMS,
    form_name,
    is_draft,
    shown_date,
    state_sentence,
    written_form_of_the_screen,
)
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.parts.rows import Verb
from samstyring.ui.theme import icon

_DRAFT_VERBS = frozenset({"adopt", "correct", "export", "delete"})
_ADOPTED_VERBS = frozenset({"draft", "export", "correct", "end", "delete"})


class VersionDetail(QWidget):
    """One version of a mandate.

    `verb_chosen(verb)` asks for something to be done with it — draft, adopt, correct, export,
    end or delete — and `opened(kind, id)` tells which link was followed.
    """

    verb_chosen = Signal(str)
    opened = Signal(str, str)
    caret_moved = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: MandateDetail | None = None
        # What the user reads in, where a version has it.
        self._wanted = self._language = written_form_of_the_screen()
        self._reads = False
        self.heading, self.chip = Heading("", self), Chip("", parent=self)
        self.link = LinkButton(Link("body", "", ""), self)
        self.version_label = SoftLabel("", self)
        self.version_label.setWordWrap(False)
        self.sentence = SoftLabel("", self)
        self.verbs = ActionRow(desk, self)
        self.facts = KeyValueGrid(self)
        self.text_heading = SubHeading(_("Text"), self)
        self.forms = QTabBar(self)
        self.add_form_button = QPushButton(self)
        self.read_button = QPushButton(icon("eye"), _("Read as a doc&ument"), self)
        self.reading, self.editor = DocumentView(self), SectionEditor(desk, self)
        self._lay_out()
        self._connect()

    @property
    def detail(self) -> MandateDetail | None:
        """The version that is shown."""
        return self._detail

    @property
    def language(self) -> str:
        """The written form that is shown: nb or nn."""
        return self._language

    def show_version(self, detail: MandateDetail, family: Sequence[MandateLine]) -> bool:
        """Show a version; ``family`` is all versions of its mandate.

        False if what was written in the one shown before could not be saved: it stays then.
        """
        is_other = self._detail is not None and self._detail.line.id != detail.line.id
        if is_other and not self.flush():
            return False
        if is_other:
            self._reads = False
        self._detail = detail
        self._show_facts(detail, family)
        self._show_forms(detail)
        self._show_text()
        return True

    def flush(self) -> bool:
        """Save what is written and not saved yet; False if that could not be done."""
        return self.editor.flush()

    def _lay_out(self) -> None:
        who = FlowLayout()
        for widget in (self.chip, self.link, self.version_label):
            who.addWidget(widget)
        tools = FlowLayout()
        for tool in (self.forms, self.add_form_button, self.read_button):
            tools.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 4, 8)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(who)
        for part in (self.sentence, self.verbs, self.facts, self.text_heading):
            layout.addWidget(part)
        layout.addLayout(tools)
        layout.addWidget(self.reading)
        layout.addWidget(self.editor)
        layout.addStretch(1)
        self.forms.setExpanding(False)
        self.forms.setDrawBase(False)
        self.forms.setAccessibleName(_("Written form"))
        self.add_form_button.setIcon(icon("plus"))
        self.add_form_button.setAutoDefault(False)
        self.read_button.setCheckable(True)
        self.read_button.setAutoDefault(False)

    def _connect(self) -> None:
        self.link.opened.connect(self.opened)
        self.verbs.triggered.connect(self._on_verb)
        self.forms.currentChanged.connect(self._on_form)
        self.add_form_button.clicked.connect(self._on_add_form)
        self.read_button.toggled.connect(self._on_read)
        self.reading.caret_moved.connect(self.caret_moved)
        self.editor.caret_moved.connect(self.caret_moved)

    def _show_facts(self, detail: MandateDetail, family: Sequence[MandateLine]) -> None:
        line = detail.line
        self.heading.setText(self._title(detail))
        self.chip.set_word(word(line.state), STATE_TONES[line.state])
        self.link.set_link(Link("body", line.body_id, line.body_name))
        self.version_label.setText(_("version {number}").format(number=line.number))
        self.sentence.setText(state_sentence(detail, family))
        self.verbs.set_actions(_verbs_of(line))
        self.facts.set_pairs(_facts(detail))

    def _title(self, detail: MandateDetail) -> str:
        titles = dict(detail.titles)
        return titles.get(self._language) or detail.line.name or detail.line.body_name

    def _show_forms(self, detail: MandateDetail) -> None:
        languages = detail.line.languages
        self._language = self._wanted
        if languages and self._language not in languages:
            self._language = languages[0]
        self.forms.blockSignals(True)
        while self.forms.count():
            self.forms.removeTab(0)
        for language in languages:
            self.forms.setTabData(self.forms.addTab(form_name(language)), language)
        if self._language in languages:
            self.forms.setCurrentIndex(languages.index(self._language))
        self.forms.blockSignals(False)
        self.forms.setVisible(len(languages) > 1)
        missing = _missing_form(detail)
        self.add_form_button.setVisible(bool(missing) and self._is_written)
        self.add_form_button.setText(_("&Add {form}").format(form=form_name(missing)))
        self.heading.setText(self._title(detail))

    def _show_text(self) -> None:
        assert self._detail is not None
        sections = self._detail.sections_in(self._language)
        writes = self._is_written and not self._reads
        self.read_button.setVisible(self._is_written)
        self.read_button.blockSignals(True)
        self.read_button.setChecked(self._reads)
        self.read_button.blockSignals(False)
        # Hidden before it is filled, so that its fields are left and saved first.
        self.editor.setVisible(writes)
        self.reading.setVisible(not writes)
        if self._is_written:
            self.editor.set_sections(self._detail.line.id, self._language, sections)
        else:
            self.editor.set_sections("", self._language, ())
        if not writes:
            self.reading.set_sections(sections)

    @property
    def _is_written(self) -> bool:
        assert self._detail is not None
        return is_draft(self._detail.line) and not self._desk.workspace.read_only

    @Slot(str)
    def _on_verb(self, verb: str) -> None:
        if self.flush():
            self.verb_chosen.emit(verb)

    @Slot(int)
    def _on_form(self, place: int) -> None:
        if self._detail is None or place < 0:
            return
        wanted = str(self.forms.tabData(place))
        if self.flush():
            self._wanted = wanted
        self._show_forms(self._detail)
        self._show_text()

    @Slot()
    def _on_add_form(self) -> None:
        if self._detail is None or not self.flush():
            return
        # The news of the change comes before the command is done, and shows this form.
        before, self._wanted = self._wanted, _missing_form(self._detail)
        version_id = self._detail.line.id
        if self._detail.line.languages:
            self._desk.try_run(add_written_form, version_id, self._wanted)
        if self._wanted not in self._detail.line.languages:
            self._wanted = before

    @Slot(bool)
    def _on_read(self, reads: bool) -> None:
        self._reads = reads and self.flush()
        self._show_text()


def _verbs_of(line: MandateLine) -> tuple[Verb, ...]:
    verbs = (
        Verb("draft", _("Draft a &new version"), "file-plus"),
        Verb("adopt", _("Ad&opt…"), "circle-check"),
        Verb("correct", _("&Correct…"), "edit", "F2"),
        Verb("export", _("E&xport…"), "download", writes=False),
        Verb("end", _("En&d…"), "calendar-check"),
        Verb("delete", _("De&lete…"), "delete", "Delete", apart=True),
    )
    offered = _DRAFT_VERBS if is_draft(line) else _ADOPTED_VERBS
    return tuple(verb for verb in verbs if verb.key in offered)


def _missing_form(detail: MandateDetail) -> str:
    """Return the written form that a version lacks; nothing when it has both, or no text."""
    languages = detail.line.languages
    lacking = [code for code, _name in WRITTEN_FORMS if code not in languages]
    return lacking[0] if languages and lacking else ""


def _facts(detail: MandateDetail) -> tuple[tuple[str, str], ...]:
    line = detail.line
    return (
        (_("Adopted by"), line.adopted_by),
        (_("Adopted on"), shown_date(line.adopted_on)),
        (_("Case number"), line.case_number),
        (_("Valid"), long_period(line.period)),
        (_("On consultation"), shown_date(detail.consultation_on)),
        (_("Derived from"), detail.derived_from),
        (_("Written forms"), _forms(line.languages)),
    )


def _forms(languages: Sequence[str]) -> str:
    """Return written forms in a row: only the first begins with a capital letter."""
    return capital(listed([form_name(language).lower() for language in languages]))
