"""Tells the few widgets with a font or colour of their own that theme or text size changed."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

_NAME = "samstyring_looks"


class _Looks(QObject):
    changed = Signal()


def looks_changed() -> SignalInstance:
    """Return the signal that is sent after the program's palette or font has changed.

    A widget that sets a font or palette of its own no longer hears of it from Qt.
    """
    app = QCoreApplication.instance()
    assert app is not None, "the program's looks were asked for before there was a program"
    found = app.findChild(_Looks, _NAME)
    if isinstance(found, _Looks):
        return found.changed
    made = _Looks(app)
    made.setObjectName(_NAME)
    return made.changed
