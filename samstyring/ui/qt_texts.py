"""Gives Qt's own words (Save, Cancel, Copy) the language of the screen."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from samstyring.resources import resource_path

_NAME = "samstyring_qt_texts"
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def install_qt_translator(app: QCoreApplication, language: str) -> bool:
    """Show Qt's texts in "nb" or "nn"; Qt's own English stands for any other language.

    Replaces what an earlier call installed, and sets Qt's default locale for calendars and
    numbers. Returns False when a catalogue for a Norwegian language could not be read.
    """
    for former in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale(_LOCALES.get(language, "en_GB")))
    if language not in ("nb", "nn"):
        return True
    ours, qts = str(resource_path("qt")), QLibraryInfo.path(_TRANSLATIONS)
    # Qt ships nynorsk but no bokmål; what is newer than its nynorsk is ours in both.
    catalogues = (("qtbase", ours if language == "nb" else qts), ("newer", ours))
    return all([_install(app, f"{name}_{language}.qm", folder) for name, folder in catalogues])


def _install(app: QCoreApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    return translator.load(name, folder) and app.installTranslator(translator)


_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath
