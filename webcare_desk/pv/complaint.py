"""What the quality department is told of a complaint: the product's fault, not the person.

Names, handles, addresses and numbers are masked in every text by the rules of the masked report
(`pv.e2b.masking`); the thread, the findings and what the moderator added stay with PV.
"""

import re
from dataclasses import asdict, dataclass

from webcare_desk.domain.audit import canonical
from webcare_desk.domain.filing import ZONE
from webcare_desk.domain.icsr import SafetyCase
from webcare_desk.domain.intake import Ask
from webcare_desk.pv.e2b.cases import names_in
from webcare_desk.pv.e2b.masking import MARK, without_names, without_persons
from webcare_desk.pv.edition import Later
from webcare_desk.pv.moment import both

FORMAT = "webcare-desk/complaint/1"
#: A handle in a link, which would name who wrote.
_HANDLE = re.compile(r"@[^/?#\s]+")
#: What a batch number looks like; anything else is masked as a text is.
_BATCH = re.compile(r"[\w./-]{1,40}")


@dataclass(frozen=True, slots=True)
class Notice:
    """A complaint as quality gets it; times in UTC microseconds, told in `zone` too.

    `kind`, `number` and `words` are those of a later version, else empty, 1 and empty.
    """

    reference: str
    text: str
    link: str
    product: tuple[str, ...]
    batch: str
    counterfeit: bool
    posted_at: int
    seen_at: int
    seen_by: str
    zone: str = ZONE
    kind: str = ""
    number: int = 1
    words: str = ""


def notice_of(case: SafetyCase, later: Later | None) -> Notice:
    """Return what quality is told of a case, without who wrote it."""
    names = names_in(case)
    batch = dict(case.details).get(Ask.BATCH, "").strip()
    return Notice(
        reference=case.reference,
        text=without_persons(case.snapshot.text, names),
        link=_HANDLE.sub(MARK, without_names(case.snapshot.link, names)),
        product=tuple(without_persons(each, names) for each in case.products),
        batch=batch if _BATCH.fullmatch(batch) else without_persons(batch, names),
        counterfeit="counterfeit" in case.situations,
        posted_at=case.awareness.posted_at,
        seen_at=case.awareness.first_viewed_at,
        seen_by=case.recognised_by,
        zone=case.zone,
        kind="" if later is None else later.kind.value,
        number=1 if later is None else later.number,
        words="" if later is None else without_persons(later.words, names),
    )


def to_json(notice: Notice) -> bytes:
    """Return a notice as canonical JSON, for machines."""
    return canonical({"format": FORMAT, **asdict(notice), "product": list(notice.product)})


_TITLES = {
    "": ("Kwaliteitsklacht", "Quality complaint"),
    "follow-up": ("Vervolg op kwaliteitsklacht", "Follow-up of a quality complaint"),
    "amendment": ("Gewijzigde kwaliteitsklacht", "Amended quality complaint"),
    "nullification": ("Intrekking van kwaliteitsklacht", "Quality complaint taken back"),
    "correction": ("Verbeterde kwaliteitsklacht", "Corrected quality complaint"),
}
_LINES = (
    ("reference", "Ons kenmerk", "Our reference"),
    ("words", "Wat er nieuw is", "What is new"),
    ("product", "Product, in de woorden van de schrijver", "Product, in the writer's words"),
    ("batch", "Batch", "Batch"),
    ("counterfeit", "Mogelijk vervalst", "Possibly counterfeit"),
    ("text", "De klacht, woordelijk", "The complaint, word for word"),
    ("link", "Vindplaats", "Where it stands"),
    ("posted_at", "Geplaatst", "Posted"),
    ("seen_at", "Voor het eerst gezien", "First seen"),
    ("seen_by", "Herkend door", "Recognised by"),
)
_NOT_TOLD = ("niet genoemd", "not said")
_YES_NO = (("nee", "ja"), ("no", "yes"))
_CLOSING = (
    f"PV heeft het hele dossier. Namen, adressen en nummers die de desk herkent zijn hier {MARK}.",
    f"PV has the whole file. Names, addresses and numbers that the desk knows are {MARK} here.",
)


def subject(notice: Notice, language: str) -> str:
    """Return the mail's subject: fixed words and our reference, no other text."""
    return f"{_title(notice, language)}: {notice.reference}"


def body(notice: Notice, language: str) -> str:
    """Return the notice as plain text, a line for each thing that is known."""
    column = _column(language)
    lines = [
        f"{names[column]}: {_said(notice, field, language)}"
        for field, *names in _LINES
        if field != "words" or notice.words
    ]
    return "\n".join((_title(notice, language), "", *lines, "", _CLOSING[column], ""))


def _title(notice: Notice, language: str) -> str:
    title = _TITLES[notice.kind][_column(language)]
    version = {"nl": "versie"}.get(language, "version")
    return title if notice.number == 1 else f"{title} ({version} {notice.number})"


def _said(notice: Notice, field: str, language: str) -> str:
    match getattr(notice, field):
        case bool(is_so):
            return _YES_NO[_column(language)][is_so]
        case int(at):
            return both(at, language, notice.zone)
        case tuple(words):
            return ", ".join(words) or _NOT_TOLD[_column(language)]
        case words if field == "text":
            return f"“{words}”"  # so that no line of it passes for one of ours
        case words:
            return str(words) or _NOT_TOLD[_column(language)]


def _column(language: str) -> int:
    return 0 if language == "nl" else 1
