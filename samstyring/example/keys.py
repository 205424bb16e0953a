"""The names by which the example's tables speak of bodies, persons and seats."""

from collections.abc import Iterable

from samstyring.commands.municipalities import ReferenceBody
from samstyring.domain.bodies import NameKind
from samstyring.example.reference import Reference

Ids = dict[str, str]

# What a step of the example is about: no single thing, so the journal shows its label alone.
THE_WHOLE = ""


def reference_keys(reference: Reference, ids: Ids) -> Ids:
    """Return ids by name: ``Bergen``, ``Nordre_Follo``, ``Herøy_1818``, ``Vestland_fylke``.

    ids: by latest official number. Of several with one name, the one there is today answers to
    the name alone; each answers to its number, and to name and number.
    """
    keys = dict(ids)
    for body in _today_first(reference.municipalities):
        name = _name(body, NameKind.OFFICIAL)
        keys[f"{name}_{body.key}"] = ids[body.key]
        keys.setdefault(name, ids[body.key])
    for body in _today_first(reference.counties):
        keys.setdefault(f"{_name(body, NameKind.SHORT)}_fylke", ids[body.key])
    return keys


def _today_first(bodies: Iterable[ReferenceBody]) -> list[ReferenceBody]:
    return sorted(bodies, key=lambda body: body.period.last is not None)


def _name(body: ReferenceBody, kind: NameKind) -> str:
    names = (name for name in body.names if name.kind is kind and name.language == "nb")
    return max(names, key=lambda name: name.period.last is None).name.replace(" ", "_")
