"""The pieces sentences about the structure are put together from, in the language in use."""

from collections.abc import Sequence

from samstyring.domain.bodies import RelationKind
from samstyring.domain.org import LineKind
from samstyring.formats import listed, number
from samstyring.graph.structure import AnyLine
from samstyring.language import N_, _, ngettext, pgettext, translate

_LARGEST_WORD = 12
_NUMBERS = (
    N_("none"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"),
    N_("seven"), N_("eight"), N_("nine"), N_("ten"), N_("eleven"), N_("twelve"),
)  # fmt: skip

# What a line says, read from its first body to its second, and the other way.
_ALONG: dict[AnyLine, str] = {
    RelationKind.REPORTS_TO: N_("reports to {other}"),
    RelationKind.PART_OF: N_("is part of {other}"),
    RelationKind.ADVISES: N_("advises {other}"),
    RelationKind.PREPARES_CASES_FOR: N_("prepares cases for {other}"),
    RelationKind.SECRETARIAT_FOR: N_("is secretariat for {other}"),
    RelationKind.HOSTS: N_("hosts {other}"),
    RelationKind.OWNS: N_("owns {other}"),
    RelationKind.MEMBER_OF: N_("is a member of {other}"),
    RelationKind.LOCATED_IN: N_("lies in {other}"),
    RelationKind.OBSERVES: N_("is observer in {other}"),
    LineKind.NOMINATES: N_("nominates to {other}"),
    LineKind.APPOINTS: N_("appoints to {other}"),
}
_AGAINST: dict[AnyLine, str] = {
    RelationKind.REPORTS_TO: N_("gets reports from {other}"),
    RelationKind.PART_OF: N_("includes {other}"),
    RelationKind.ADVISES: N_("gets advice from {other}"),
    RelationKind.PREPARES_CASES_FOR: N_("gets cases prepared by {other}"),
    RelationKind.SECRETARIAT_FOR: N_("has as its secretariat {other}"),
    RelationKind.HOSTS: N_("has as its host {other}"),
    RelationKind.OWNS: N_("is owned by {other}"),
    RelationKind.MEMBER_OF: N_("has among its members {other}"),
    RelationKind.LOCATED_IN: N_("is where one finds {other}"),
    RelationKind.OBSERVES: N_("is observed by {other}"),
    LineKind.NOMINATES: N_("gets nominations from {other}"),
    LineKind.APPOINTS: N_("gets members appointed by {other}"),
}


def clause(kind: AnyLine, other: str, *, along: bool = True) -> str:
    """Return what a line says of its first body, or of its second when not ``along``."""
    return translate((_ALONG if along else _AGAINST)[kind]).format(other=other)


def spelled(count: int) -> str:
    """Return the number as running text has it: in letters to twelve, then in figures.

    A counted noun brings its own «one», because that word goes by the noun's gender.
    """
    return translate(_NUMBERS[count]) if 0 <= count <= _LARGEST_WORD else number(count)


def told(form: str, count: int, **values: str) -> str:
    """Fill a form that ``ngettext`` chose with the number in letters and the values."""
    # "None" stands alone, "no" before a noun.
    in_letters = spelled(count) if count else pgettext("before a noun", "no")
    return form.format(count=in_letters, **values)


def out_of(some: int, whole: int) -> str:
    """Return «three of five», or «9 of 14»: one sentence has letters or figures, not both."""
    write = spelled if whole <= _LARGEST_WORD else number
    return _("{some} of {all}").format(some=write(some), all=write(whole))


def bodies_in_words(names: Sequence[str], named: int = 3) -> str:
    """Return the names where they are few, else how many there are: «four bodies»."""
    if len(names) <= named:
        return listed(names)
    return told(ngettext("one body", "{count} bodies", len(names)), len(names))


def persons_in_words(names: Sequence[str], named: int = 3) -> str:
    """Return the names where they are few, else how many there are: «four persons»."""
    if len(names) <= named:
        return listed(names)
    return told(ngettext("one person", "{count} persons", len(names)), len(names))


def sentence(text: str) -> str:
    """Return the text with a full stop; names keep their first letter as they write it."""
    text = text.strip()
    return text if text.endswith((".", "?", "!")) else f"{text}."


def paragraph(texts: Sequence[str]) -> str:
    """Return the texts as sentences after one another; empty ones are left out."""
    return " ".join(sentence(text) for text in texts if text)
