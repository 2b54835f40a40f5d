"""Read the texts that screening is trained on: our own in two forms, and those of others.

Our own texts are in `tools/corpus`, one file for each writer; a file is either JSON Lines or plain:

    # writer: pensioner, Zwolle | product: Oncalira
    ae.e+int? | the comment ^ the comment that it answers

`ae.e` is an adverse event told outright, `.i` one told sideways, `no.negated` a trap, `no.chat` chatter,
`cr` a crisis; `?` means that a moderator should merely look. A product of `-` is none.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

CODES: Final = {
    "ae": "adverse_event",
    "loe": "lack_of_effect",
    "preg": "pregnancy",
    "od": "overdose",
    "err": "medication_error",
    "mis": "misuse",
    "off": "off_label",
    "qual": "quality",
    "occ": "occupational",
    "int": "interaction",
    "inf": "infection",
}
CRISIS: Final = "cr"
NOTHING: Final = "no"
CHATTER: Final = "chat"

#: What only sounds reportable.
TRAPS: Final = (
    *("disease", "before", "negated", "hypothetical", "idiom", "sarcasm", "benefit", "leaflet"),
    *("news", "sport", "pets", "film", "food", "work", "other"),
)

#: Who wrote what is hard alone, most of them groups of the same words with another truth, and
#: next to no chatter: no stream.
CONTRASTS: Final = frozenset(
    {
        *("en-h", "en-m", "en-v", "en-yd", "en-yh", "en-yj", "en-yk", "en-yu", "en-yv", "en-yw"),
        *("nl-i", "nl-m", "nl-u", "nl-yg", "nl-yj", "nl-yn", "nl-yo", "nl-yq", "nl-ys", "nl-yt"),
    }
)

Comment = dict[str, Any]


def read_folder(folder: Path) -> list[Comment]:
    """Return all our own comments, each with its `source`: the name of its writer's file."""
    return [one for path in sorted(folder.iterdir()) for one in read_file(path)]


def read_reviews(folder: Path) -> list[Comment]:
    """Return the sentences of reviews written for the project; they name no product's page."""
    told = [one for path in sorted(folder.iterdir()) for one in read_file(path)]
    return [{**one, "source": f"reviews/{one['source']}", "page_product": None} for one in told]


def read_file(path: Path) -> Iterator[Comment]:
    """Yield the comments of a file; ValueError names a line that is none."""
    if path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            yield {**json.loads(line), "source": path.stem}
        return
    told: dict[str, str | None] = {"writer": "", "page_product": None}
    number = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            told = _header(line)
        elif line.strip():
            number += 1
            yield {
                "id": f"{path.stem}-{number:04d}",
                "source": path.stem,
                "lang": path.stem[:2],
                **told,
                **_comment(line),
            }


def _header(line: str) -> dict[str, str | None]:
    writer, bar, product = line.removeprefix("# writer:").partition("| product:")
    if not bar:
        msg = f"no writer and product: {line}"
        raise ValueError(msg)
    name = product.strip()
    return {"writer": writer.strip(), "page_product": None if name == "-" else name}


def _comment(line: str) -> Comment:
    code, bar, rest = line.partition("|")
    text, _, parent = rest.strip().partition(" ^ ")
    codes = code.strip().removesuffix("?").split("+")
    known = {*CODES, CRISIS, NOTHING}
    if not bar or not text.strip() or any(one.partition(".")[0] not in known for one in codes):
        msg = f"no comment: {line}"
        raise ValueError(msg)
    pairs = [one.partition(".")[::2] for one in codes]
    categories = [CODES[kind] for kind, _ in pairs if kind in CODES]
    crisis = any(kind == CRISIS for kind, _ in pairs)
    traps = [how for kind, how in pairs if kind == NOTHING and how != CHATTER]
    sideways = any(how == "i" for kind, how in pairs if kind in CODES)
    firm = "check" if code.strip().endswith("?") else "strong"
    return {
        "text": text.strip(),
        "parent": parent.strip() or None,
        "categories": list(dict.fromkeys(categories)),
        "crisis": crisis,
        "tier": firm if categories or crisis else "none",
        "told": ("implicit" if sideways else "explicit") if categories else "none",
        "trap": "" if categories or crisis or not traps else traps[0],
    }


def read_others(path: Path) -> list[Comment]:
    """Return the comments of another source in the form of our own; see NOTICE for the sources."""
    return [_other(json.loads(line), path.stem) for line in path.read_text("utf-8").splitlines()]


def _other(one: Comment, name: str) -> Comment:
    tags = one["tags"] or {}
    categories = ["adverse_event"] if one["label"] else []
    if not categories and tags.get("INF"):
        categories = ["lack_of_effect"]
    return {
        "id": one["id"],
        "source": f"{name}/{one['group'].partition('.')[0]}" if "." in one["group"] else name,
        "text": one["text"],
        "lang": one["lang"],
        "categories": categories,
        "crisis": False,
        "told": "",
        "trap": "",
    }


def kind_of(one: Comment) -> str:
    """Return which part of a stream a comment stands for."""
    if one["categories"] or one["crisis"]:
        return "reportable"
    return "trap" if one["trap"] else "chatter"
