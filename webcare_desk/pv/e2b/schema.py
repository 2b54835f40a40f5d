"""Validation by the official XML schemas, from a folder that the user points at.

The project carries no schemas. Nothing is fetched: what a schema includes must lie in that
folder. Imported when first needed (`lxml`).
"""

from functools import cache
from pathlib import Path

from lxml import etree

from webcare_desk.errors import UsageError
from webcare_desk.pv.e2b.safe import parsed
from webcare_desk.said import QT_TRANSLATE_NOOP, Said

_ROOTS = {
    "{urn:hl7-org:v3}MCCI_IN200100UV01": "multicacheschemas/MCCI_IN200100UV01.xsd",
    "{urn:hl7-org:v3}MCCI_IN200101UV01": "multicacheschemas/MCCI_IN200101UV01.xsd",
}


def schema_problems(data: bytes, folder: Path) -> tuple[str, ...]:
    """Return what the schemas in `folder` find wrong with a message, each with its line.

    Raise UsageError when the folder does not hold them.
    """
    root = parsed(data)
    name = _ROOTS.get(str(root.tag))
    if name is None:
        return ("1: the root is not one of ICH E2B(R3)",)
    schema = _schema(folder / name)
    if schema.validate(root):
        return ()
    found = list(schema.error_log)  # type: ignore[call-overload]  # the stub does not know it
    return tuple(f"{error.line}: {error.message}" for error in found)


@cache
def _schema(path: Path) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    try:
        return etree.XMLSchema(etree.parse(str(path), parser))
    except (OSError, etree.XMLSyntaxError, etree.XMLSchemaParseError) as error:
        msg = QT_TRANSLATE_NOOP("Said", "There is no usable schema at {path}: {reason}.")
        raise UsageError(Said.of(msg, path=path, reason=str(error)[:200])) from error
