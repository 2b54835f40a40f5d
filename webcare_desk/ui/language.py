"""The window's language: our translations and Qt's own."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from webcare_desk.paths import resources_dir
from webcare_desk.settings.desk import Spoken

LANGUAGES = tuple(each.value for each in Spoken)


def translator(language: str) -> QTranslator:
    """Return our translator of a language; English has one for its plurals."""
    made = QTranslator()
    made.load(f"webcare_desk_{language}", str(resources_dir() / "translations"))
    return made


@contextmanager
def speaking(app: QCoreApplication, language: str) -> Iterator[None]:
    """Let the windows speak a language, with its way of writing dates, for a while."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    before = QLocale()
    QLocale.setDefault(QLocale(chosen))
    ours, qt = translator(chosen), QTranslator()
    qt.load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for made in (qt, ours):
        app.installTranslator(made)
    try:
        yield
    finally:
        for made in (qt, ours):
            app.removeTranslator(made)
        QLocale.setDefault(before)
