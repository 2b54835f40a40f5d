"""Count what a desk asks for a look at in the demo's community, with the model and without.

python tools/measure_demo.py
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from webcare_desk.domain.comment import RemoteComment  # noqa: E402 - the path comes first
from webcare_desk.domain.finding import Category, Tier, is_reportable  # noqa: E402 - the same
from webcare_desk.domain.triage import Triage  # noqa: E402 - the same
from webcare_desk.paths import protocols_dir, resources_dir  # noqa: E402 - the same
from webcare_desk.protocol.library import load_pack  # noqa: E402 - the same
from webcare_desk.screening.lines import load_both  # noqa: E402 - the same
from webcare_desk.screening.opinion import name_of  # noqa: E402 - the same
from webcare_desk.triage import Triager, prepare_triage  # noqa: E402 - the same


def main() -> None:
    """Print how many are looked at, of those that must be and of the others, and the crises."""
    protocol = load_pack(protocols_dir(), "varen").protocol
    if protocol is None:
        msg = "the shipped protocol has problems"
        raise LookupError(msg)
    lexicon, assessor = load_both(resources_dir())
    both = prepare_triage(protocol, lexicon, assessor)
    told = (ROOT / "resources/demo/community.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in told]
    due = [any(_is_due(Category(label)) for label in row["labels"]) for row in rows]
    print(f"model {name_of(assessor.model)}: {sum(due)} reportable, {len(due) - sum(due)} others")
    for name, triager in (("lexicon", replace(both, assessor=None)), ("both", both)):
        found = _read(triager, rows)
        looked = [one.screening.urgency is not Tier.NONE for one in found]
        cried = [one.category is Category.CRISIS for one in found]
        for what, said in (("looked at", looked), ("as a crisis", cried)):
            right = sum(a and b for a, b in zip(due, said, strict=True))
            print(f"{name:8} {what:12} {right} reportable, {sum(said) - right} others")


def _is_due(category: Category) -> bool:
    return category is Category.CRISIS or is_reportable(category)


def _read(triager: Triager, rows: list[dict[str, str]]) -> list[Triage]:
    done: dict[str, Triage] = {}
    for row in rows:
        text, above = row.get("edited_text") or row["text"], row["parent"]
        comment = RemoteComment(row["id"], "t", above, "a", "A", text, 0)
        parent = done.get(above) if above else None
        done[row["id"]] = triager(comment, parent.screening if parent else None)
    return list(done.values())


if __name__ == "__main__":
    main()
