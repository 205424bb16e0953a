"""The paragraph above the picture: what the view shows, what is around the focus, what differs."""

from samstyring.domain.text import sort_key
from samstyring.formats import listed, long_date
from samstyring.graph.picture import Picture, drawn_lines
from samstyring.graph.picture_options import Colouring, Sizing
from samstyring.graph.words import describe_difference, describe_view
from samstyring.language import _


def described_picture(picture: Picture) -> str:
    """Return in a short paragraph what the picture shows, in the language in use."""
    if picture.beside.difference is not None:
        said = describe_difference(picture.beside.difference)
        return f"{said} {_counted_only(picture)}".strip()
    if picture.beside.path is not None:
        return picture.beside.path.sentence
    if not picture.snapshot.bodies:
        return _("There are no bodies on {day}.").format(day=long_date(picture.snapshot.day))
    options = picture.options
    if options.focus and options.focus not in picture.bodies:
        return _("The body in focus is not there on {day}, so all is shown.").format(
            day=long_date(picture.snapshot.day)
        )
    drawn = {kind for _from, _to, kind in drawn_lines(picture)}
    near = picture.near if options.focus else None
    said = describe_view(options, picture.snapshot, near, drawn).strip()
    texts = [said, *_chosen(picture), *_look(picture)]
    if not picture.shown:
        texts.append(_("Nothing fits what was chosen."))
    return " ".join(text for text in texts if text)


def _counted_only(picture: Picture) -> str:
    focus = picture.options.focus
    if focus in picture.bodies:
        form = _("Only what is around {body} is counted.")
        return form.format(body=picture.bodies[focus].label)
    return _("Only what is shown is counted.") if picture.options.narrowed else ""


def _chosen(picture: Picture) -> list[str]:
    options, texts = picture.options, []
    if options.networks:
        known = [picture.bodies[each].label for each in options.networks if each in picture.bodies]
        names = listed(sorted(known, key=sort_key))
        texts.append(_("Only what belongs to {networks} is shown.").format(networks=names))
    if options.vacant_only:
        texts.append(_("Only bodies with vacant seats are shown."))
    if options.flagged_only:
        texts.append(_("Only bodies that need care are shown."))
    return texts


def _look(picture: Picture) -> list[str]:
    colours = {
        Colouring.KIND: "",
        Colouring.NETWORK: _("Colours tell the networks apart."),
        Colouring.VACANCIES: _("Colours tell how many seats are vacant."),
        Colouring.BALANCE: _("Colours tell how it stands with the rules of composition."),
        Colouring.AGE: _("Colours tell how long ago the facts were checked."),
    }
    sizes = {
        Sizing.EVEN: "",
        Sizing.SEATS: _("Large boxes have many seats."),
        Sizing.VACANCIES: _("Large boxes have many vacant seats."),
    }
    return [colours[picture.options.colouring], sizes[picture.options.sizing]]
