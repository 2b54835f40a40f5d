"""A pack of a thousand rules: those that ship, over and over, each with something of its own."""

import shutil
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import yaml

from webcare_desk.paths import protocols_dir

RULES = 1_000
_IN_A_FILE = 100


class _Plain(yaml.SafeDumper):
    """Writes a value again where it occurs again: a pack has no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Say that nothing is written as an alias."""
        del data
        return True


def big_pack(root: Path) -> list[Path]:
    """Write the pack `big` with a thousand rules over `base` into `root`; return its rule files."""
    shutil.copytree(protocols_dir() / "base", root / "base")
    folder = root / "big"
    folder.mkdir()
    (folder / "pack.yaml").write_text('id: big\nextends: base\nversion: "1"\n', encoding="utf-8")
    shipped = yaml.safe_load((root / "base" / "rules.yaml").read_text(encoding="utf-8"))["rules"]
    rules = [_own(rule, number) for number, rule in enumerate(islice(cycle(shipped), RULES))]
    files = []
    for first in range(0, RULES, _IN_A_FILE):
        path = folder / f"rules-p{first:03d}.yaml"
        some = {"rules": rules[first : first + _IN_A_FILE]}
        text = yaml.dump(some, Dumper=_Plain, allow_unicode=True)
        path.write_text(text, encoding="utf-8")
        files.append(path)
    return files


def _own(rule: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a rule that no other one shadows, with the fewest examples that a rule may have."""
    when = {"all": [rule["when"], {"not": {"finding": {"concept": [f"unheard-of-{number}"]}}}]}
    few = {"match": 3, "no_match": 2}
    examples = {
        kind: {language: texts[: few[kind]] for language, texts in said.items()}
        for kind, said in rule["examples"].items()
    }
    return {**rule, "id": f"rule-{number}", "when": when, "examples": examples}
