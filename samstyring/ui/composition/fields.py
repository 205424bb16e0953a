"""The fields for what a rule asks for, one set for each kind of rule."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSpinBox, QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.composition import Rule
from samstyring.domain.composition_rules import (
    LARGE_ABOVE,
    PARAMETERS,
    SMALL_BELOW,
    ChairRotation,
    Competence,
    FromCounties,
    GenderBalance,
    Grouping,
    MostTerms,
    MunicipalitySizes,
    Parameters,
    PerRegion,
    RoleLevel,
    RuleKind,
    Size,
    Unreadable,
)
from samstyring.language import N_, translate
from samstyring.queries.composition_trial import regions_there
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.forms.fields import ChoiceBox, LinesEdit, TickList

_MOST_INHABITANTS = 2_000_000
_MOST_MEMBERS = 200


class Editor(Protocol):
    """A field that holds one value of what a rule asks for."""

    def read(self) -> Any:
        """Return the value."""

    def show_value(self, value: Any) -> None:
        """Show a value."""


class CountBox(QSpinBox):
    """A number; with ``none`` the lowest stands for no number, in those words."""

    def __init__(self, name: str, least: int, most: int = _MOST_MEMBERS, none: str = "") -> None:
        super().__init__()
        self._none = bool(none)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSpecialValueText(none)
        self.setGroupSeparatorShown(most > _MOST_MEMBERS)

    def read(self) -> int | None:
        """Return the number, None for none."""
        return None if self._none and self.value() == self.minimum() else self.value()

    def show_value(self, value: int | None) -> None:
        """Show a number or none."""
        self.setValue(self.minimum() if value is None else value)


class WordLines(LinesEdit):
    """Words or phrases, one a line."""

    def read(self) -> tuple[str, ...]:
        """Return what is written, without empty lines."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(filter(None, lines))

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show words, one a line."""
        self.setPlainText("\n".join(value))


class GroupingBox(ChoiceBox):
    """What a region is."""

    def read(self) -> Grouping:
        """Return the kind of region."""
        return self.value(Grouping)

    def show_value(self, value: Grouping) -> None:
        """Choose a kind of region."""
        self.set_value(value)


class Tick(QCheckBox):
    """Yes or no."""

    def read(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        """Tick it or not."""
        self.setChecked(value)


class RegionTicks(TickList):
    """The regions of a kind that there are, to tick some of."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(name, lines=5)
        self._desk = desk
        self._elsewhere: tuple[str, ...] = ()

    def offer(self, by: Grouping, ticked: tuple[str, ...] = ()) -> None:
        """List the regions of a kind, some ticked; those not there that day stay asked for."""
        found = self._desk.read(regions_there, by, as_of=self._desk.day)
        self.set_items([Choice(region.id, region.name) for region in found], ticked)
        there = {region.id for region in found}
        self._elsewhere = tuple(each for each in ticked if each not in there)

    def read(self) -> tuple[str, ...]:
        """Return the ids of the regions asked for."""
        return (*self.ticked(), *self._elsewhere)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Tick these as well."""
        for region_id in value:
            self.set_ticked(region_id, True)


@dataclass(frozen=True)
class _Field:
    """One value of a rule: its name in the record, a label marked with N_, and how to edit it."""

    key: str
    label: str
    make: Callable[[str, Desk], Any]
    hint: str = ""


def _count(least: int, most: int = _MOST_MEMBERS) -> Callable[[str, Desk], CountBox]:
    def make(name: str, _desk: Desk) -> CountBox:
        return CountBox(name, least, most)

    return make


def _count_or(none: str) -> Callable[[str, Desk], CountBox]:
    def make(name: str, _desk: Desk) -> CountBox:
        return CountBox(name, 0, none=translate(none))

    return make


def _lines(name: str, _desk: Desk) -> WordLines:
    return WordLines(name)


def _grouping(name: str, _desk: Desk) -> GroupingBox:
    return GroupingBox(name, Grouping)


def _regions(name: str, desk: Desk) -> RegionTicks:
    return RegionTicks(desk, name)


def _tick(name: str, _desk: Desk) -> Tick:
    tick = Tick()
    tick.setAccessibleName(name)
    return tick


_FIELDS: dict[RuleKind, tuple[_Field, ...]] = {
    RuleKind.SIZE: (
        _Field("least", N_("At &least"), _count(1)),
        _Field("most", N_("At &most"), _count(1)),
    ),
    RuleKind.PER_REGION: (
        _Field("by", N_("&Regions are"), _grouping),
        _Field("least", N_("At &least from each"), _count(0)),
        _Field("most", N_("At &most from each"), _count_or(N_("no limit"))),
        _Field("regions", N_("&Only these"), _regions, N_("Tick none to ask of all there are.")),
    ),
    RuleKind.COUNTY_MUNICIPALITY: (_Field("least", N_("At &least"), _count(1)),),
    RuleKind.MUNICIPALITY_SIZES: (
        _Field("small", N_("At least from &small ones"), _count(0)),
        _Field("medium", N_("At least from &medium ones"), _count(0)),
        _Field("large", N_("At least from &large ones"), _count(0)),
        _Field(
            "small_below", N_("Small have f&ewer inhabitants than"), _count(1, _MOST_INHABITANTS)
        ),
        _Field(
            "large_above", N_("Large have more &inhabitants than"), _count(1, _MOST_INHABITANTS)
        ),
    ),
    RuleKind.ROLE_LEVEL: (
        _Field("titles", N_("&Titles"), _lines, N_("What a title begins with, one a line.")),
        _Field("least", N_("At &least"), _count_or(N_("all members"))),
    ),
    RuleKind.COMPETENCE: (
        _Field(
            "tags", N_("&Competences"), _lines,
            N_("Words looked for in title, note and candidacy, one a line."),
        ),
        _Field("least", N_("At &least for each"), _count(1)),
    ),
    RuleKind.CHAIR_ROTATION: (_Field("between", N_("&Between"), _grouping),),
    RuleKind.MOST_TERMS: (_Field("most", N_("At &most"), _count(1, 20)),),
    RuleKind.GENDER_BALANCE: (_Field("substitutes", N_("Count &substitutes too"), _tick),),
}  # fmt: skip

_FIRST: dict[RuleKind, Parameters] = {
    RuleKind.SIZE: Size(9, 9),
    RuleKind.PER_REGION: PerRegion(),
    RuleKind.COUNTY_MUNICIPALITY: FromCounties(),
    RuleKind.MUNICIPALITY_SIZES: MunicipalitySizes(1, 1, 1, SMALL_BELOW, LARGE_ABOVE),
    RuleKind.ROLE_LEVEL: RoleLevel(()),
    RuleKind.COMPETENCE: Competence(()),
    RuleKind.CHAIR_ROTATION: ChairRotation(),
    RuleKind.MOST_TERMS: MostTerms(),
    RuleKind.GENDER_BALANCE: GenderBalance(),
}


def readable(rule: Rule) -> Parameters | None:
    """Return what a rule asks for; None where it has to be written anew."""
    return None if isinstance(rule.parameters, Unreadable) else rule.parameters


class ParametersField(QWidget):
    """What a rule of one kind asks for."""

    def __init__(self, desk: Desk, kind: RuleKind, shown: Parameters | None = None) -> None:
        super().__init__()
        self._kind = kind
        self.editors: dict[str, Editor] = {}
        self._stops: list[QWidget] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in _FIELDS[kind]:
            self._add(field, desk)
        self._show(shown or _FIRST[kind])

    def value(self) -> Parameters:
        """Return what is asked for; RuleError if nothing could meet it."""
        read = {key: editor.read() for key, editor in self.editors.items()}
        found = PARAMETERS[self._kind](**read)
        found.check()
        return found

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in reading order."""
        return tuple(self._stops)

    def _add(self, field: _Field, desk: Desk) -> None:
        text = translate(field.label)
        editor = field.make(text.replace("&", ""), desk)
        label = QLabel(text, self)
        label.setBuddy(editor)
        self._form.addRow(label, editor)
        if field.hint:
            self._form.addRow(QLabel(self), SoftLabel(translate(field.hint), self))
        self.editors[field.key] = editor
        self._stops.append(editor)

    def _show(self, shown: Parameters) -> None:
        for key, editor in self.editors.items():
            if key != "regions":
                editor.show_value(getattr(shown, key))
        if isinstance(shown, PerRegion):
            self._ticks().offer(shown.by, shown.regions)
            self._grouping().currentIndexChanged.connect(self._on_grouping)

    def _grouping(self) -> GroupingBox:
        box = self.editors["by"]
        assert isinstance(box, GroupingBox)
        return box

    def _ticks(self) -> RegionTicks:
        ticks = self.editors["regions"]
        assert isinstance(ticks, RegionTicks)
        return ticks

    @Slot()
    def _on_grouping(self) -> None:
        self._ticks().offer(self._grouping().read())
