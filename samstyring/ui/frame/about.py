"""Who made the program, under which licence, and where its facts come from."""

from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from samstyring.language import _
from samstyring.ui.forms import Heading

# The owners of the facts ask for this line as it stands, whatever the language.
ATTRIBUTION = (
    "Inneholder data fra Kartverket (CC BY 4.0), Statistisk sentralbyrå (CC BY 4.0 / NLOD), "
    "Brønnøysundregistrene (NLOD 2.0) og GeoNames (CC BY 4.0)."
)


class AboutDialog(QDialog):
    """Name, version, licence, attribution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About samstyring"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(Heading("samstyring", self))  # as is
        for text in _paragraphs():
            layout.addWidget(_paragraph(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.finished.connect(self.deleteLater)


def version() -> str:
    """Return the version of the program, or a word where it was never installed."""
    try:
        return metadata.version("samstyring")
    except metadata.PackageNotFoundError:
        return _("from source")


def _paragraphs() -> tuple[str, ...]:
    return (
        _("Version {version}, with Qt {qt}.").format(version=version(), qt=qVersion()),
        _(
            "Keeps the co-governance of municipal digitalisation in order: bodies, seats,"
            " nominations, mandates and flows, over time. It opens no network connection."
        ),
        _("Licence: MIT. Icons: Lucide (ISC). Persons in the example are invented."),
        ATTRIBUTION,
    )


def _paragraph(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
