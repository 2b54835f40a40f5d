"""An administrator sets up what the desk reads: a source is tried, put in, changed, taken out.

What somebody changes in the settings file itself is followed while the desk is open.

The order of each change: the password into the keyring, the new file beside the old one, the
entry with the person's name, and only then the file takes its place. What fails before that
leaves everything as it was.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from webcare_desk.app import App, limits_of
from webcare_desk.configured import record_settings, record_source
from webcare_desk.connectors.base import Trial
from webcare_desk.connectors.site import site_of
from webcare_desk.domain.moderator import Actor, Right, rights_of
from webcare_desk.errors import DeniedError, RefusedError, StaleError, UsageError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said
from webcare_desk.settings import FILE, Settings, SourceSettings, read_settings
from webcare_desk.settings.desk import parse_settings, read_text, refuse_twice
from webcare_desk.settings.edit import with_other, with_source, without_source
from webcare_desk.settings.file import replacing
from webcare_desk.settings.source import said_source
from webcare_desk.sources import connector_of, network_of
from webcare_desk.vault.registered import own_name
from webcare_desk.vault.secret import Secret

#: Seconds for each of the few requests of a trial.
PATIENCE = 6.0
_DEMO = QT_TRANSLATE_NOOP(
    "Said", "The demo reads its own community: a desk of your own is set up here."
)
_NONE = QT_TRANSLATE_NOOP("Said", "none")


def checked(name: str, kind: str, url: str, user: str, others: Sequence[str]) -> SourceSettings:
    """Return a source as it is meant; UsageError says what is wrong, as it does of the file."""
    path = Path(FILE)
    source = said_source(path, name.strip(), kind, url.strip(), user.strip())
    refuse_twice(path, [source.name, *others])
    site_of(source.url)
    return source


def sources_of(app: App) -> tuple[SourceSettings, ...]:
    """Return the sources that the file names now; the desk may not read all of them yet."""
    return app.settings.sources if app.is_demo else read_settings(app.folder).sources


def why_fixed(app: App, by: Actor) -> str:
    """Say why nobody can set up sources here, or nothing."""
    if app.is_demo:
        return Said.of(_DEMO)
    if app.read_only:
        return app.read_only
    if Right.CONFIGURE not in rights_of(by.role):
        not_you = QT_TRANSLATE_NOOP("Said", "In the role {role} one may not set up sources.")
        return Said.of(not_you, role=by.role)
    return ""


def earlier_address(app: App, source: SourceSettings) -> str:
    """Return the other address at which a source of this name was read, or nothing."""
    named = {each.name: each.url for each in app.settings.sources}
    before = str(json.loads(app.desk.read.cursor(source.name) or "{}").get("site", ""))
    before = before or named.get(source.name, "")
    return before if before and not is_same_site(before, source.url) else ""


def is_same_site(one: str, other: str) -> bool:
    """Say whether two addresses are one; an unsafe one is no other's."""
    try:
        return site_of(one).base == site_of(other).base
    except UsageError:
        return one == other


def takes_password(before: SourceSettings | None, source: SourceSettings) -> bool:
    """Say whether the password must be typed: the one that is kept goes to nobody else."""
    return before is None or before.user != source.user or not is_same_site(before.url, source.url)


def try_source(app: App, source: SourceSettings, secret: Secret | None) -> Trial:
    """Log in and read a little; nothing is kept or changed. Without `secret`, with the kept one.

    Raises what a poll would: ConnectorError, SecretError, UsageError.
    """
    ask = app.secret(f"source:{source.name}") if secret is None else lambda: secret
    return connector_of(source, ask, PATIENCE, network_of(app.settings, app.folder)).try_out()


def add_source(app: App, source: SourceSettings, secret: Secret, by: Actor) -> None:
    """Put a further source into the file and its password into the keyring; it is read at once."""
    path = _place(app, by)
    text = read_text(path)
    after = with_source(path, text, source)
    with _kept(app, source.name, secret), replacing(path, text, after):
        record_source(app.desk, source.name, parse_settings(path, after), by)
    _read(app, source.name, source)


def change_source(
    app: App, before: SourceSettings, source: SourceSettings, secret: Secret | None, by: Actor
) -> None:
    """Let the file say `source` of the source that was `before`; no `secret` keeps the one there is."""
    path = _place(app, by)
    text = _unchanged(path, before)
    if secret is None and takes_password(before, source):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The address or the user is another: type the password too."
        )
        raise UsageError(Said.of(msg))
    after = with_other(path, text, source)
    with _kept(app, source.name, secret, is_kept=secret is None), replacing(path, text, after):
        record_source(app.desk, source.name, parse_settings(path, after), by)
    _read(app, source.name, source)


def remove_source(app: App, source: SourceSettings, by: Actor) -> None:
    """Take a source out of the file and its password out of the keyring; its comments stay."""
    path = _place(app, by)
    text = _unchanged(path, source)
    after = without_source(path, text, source.name)
    with _kept(app, source.name, None), replacing(path, text, after):
        record_source(app.desk, source.name, parse_settings(path, after), by)
    _read(app, source.name)


def follow(app: App) -> None:
    """Work by what the settings file says by now, once the log knows it: no window is too old for it.

    Another pack comes last: what is wrong with it holds up nothing else, and as at a start it
    waits for a second person where it must. Raises UsageError for a file that cannot be read;
    work goes on by what the log knows.
    """
    if app.is_demo or app.read_only:
        return
    with app.changing:
        said = read_settings(app.folder)
        if not record_settings(app.desk, said):
            return
        held = replace(said, pack=app.settings.pack, protocols=app.settings.protocols)
        if held != app.settings:
            _go_on(app, held)
        if said != held:
            replace(app, settings=said).put_protocol_in_force()
            app.reload_protocol(said)


def named(app: App, name: str) -> SourceSettings:
    """Return the source of the file with this name, or raise UsageError."""
    found = {each.name: each for each in sources_of(app)}
    if name not in found:
        msg = QT_TRANSLATE_NOOP(
            "Said", "There is no source “{name}” in the settings (there is: {known})."
        )
        raise UsageError(Said.of(msg, name=name, known=", ".join(found) or Said.of(_NONE)))
    return found[name]


def _place(app: App, by: Actor) -> Path:
    why = why_fixed(app, by)
    if why:
        raise (DeniedError if Right.CONFIGURE not in rights_of(by.role) else RefusedError)(why)
    return app.folder / FILE


def _unchanged(path: Path, source: SourceSettings) -> str:
    """Return the file's text, in which a source still is what the person saw."""
    text = read_text(path)
    if source not in parse_settings(path, text).sources:
        msg = QT_TRANSLATE_NOOP(
            "Said", "{path} says something else of “{name}” by now: look again."
        )
        raise StaleError(Said.of(msg, path=path, name=source.name))
    return text


@contextmanager
def _kept(app: App, name: str, secret: Secret | None, *, is_kept: bool = False) -> Iterator[None]:
    """Keep a source's secret, none forgets it; where the block fails, the one before is back."""
    if is_kept:
        yield
        return
    own = own_name(app.verifier, f"source:{name}")
    before = app.secrets.get(own)
    _keep(app, own, secret)
    try:
        yield
    except BaseException:
        _keep(app, own, before)
        raise


def _keep(app: App, own: str, secret: Secret | None) -> None:
    if secret is None:
        app.secrets.forget(own)
    else:
        app.secrets.put(own, secret)


def _go_on(app: App, settings: Settings) -> None:
    """Work by these settings from now on; whoever asks meanwhile gets what was."""
    vars(app).update(settings=settings, connectors=replace(app, settings=settings).connectors)
    for way in ("courier", "anchor_ways"):
        vars(app).pop(way, None)  # made anew when it is asked for
    if app.desk.room is not None:
        app.desk.room.limits = limits_of(settings)


def _read(app: App, name: str, *sources: SourceSettings) -> None:
    """Read `sources` from now on in place of the one of this name."""
    with app.changing:
        others = (each for each in app.settings.sources if each.name != name)
        _go_on(app, replace(app.settings, sources=(*others, *sources)))
