"""27: a pack of a thousand rules checked, and a comment triaged by it."""

import tempfile
from pathlib import Path
from statistics import median

import yaml
from ruamel.yaml import YAML

from benchmarks.generator import START
from benchmarks.packs import big_pack
from benchmarks.result import Row, interleaved
from webcare_desk.domain.comment import RemoteComment
from webcare_desk.paths import protocols_dir, resources_dir
from webcare_desk.protocol.check import check
from webcare_desk.protocol.library import load_pack, read_pack
from webcare_desk.protocol.model import Protocol
from webcare_desk.screening import load_lexicon
from webcare_desk.triage import Triager, prepare_triage, screener_of

_TEXTS = (
    "Sinds ik met de pen ben begonnen heb ik elke dag hoofdpijn, herkent iemand dat?",
    "Thanks everybody for the lovely walk on Saturday",
    "Mag ik alcohol drinken bij deze tabletten?",
    "My mother got a rash after the second pen and had to go to hospital",
)


def run() -> list[Row]:
    """Return the rows of this benchmark."""
    with tempfile.TemporaryDirectory() as place:
        return [*_reading(Path(place), big_pack(Path(place))), *_triage(Path(place))]


def _reading(root: Path, files: list[Path]) -> list[Row]:
    """Return how long checking takes beside reading the same files alone."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    protocol = _loaded(root, "big")
    screen = screener_of(protocol, load_lexicon(resources_dir() / "lexicons"))

    def plain() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.SafeLoader)

    def quick() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    def with_lines() -> None:
        for text in texts:
            YAML(typ="rt").load(text)

    works = (
        lambda: read_pack(root, "big"),
        lambda: check(root, "big", screen),
        with_lines,
        plain,
        quick,
    )
    read, checked, ruamel, pyyaml, libyaml = map(median, interleaved(works, 3))
    return [
        _row("read_1000_rules", read, "ruamel.yaml alone", ruamel, 0.5),
        _row("read_1000_rules", read, "PyYAML alone", pyyaml, 1.0),
        _row("read_1000_rules", read, "PyYAML on libyaml", libyaml, 6.0),
        _row("check_1000_rules", checked, "ruamel.yaml alone", ruamel, 1.0),
        _row("check_1000_rules", checked, "PyYAML alone", pyyaml, 2.0),
    ]


def _row(name: str, ours: float, peer: str, theirs: float, floor: float) -> Row:
    return Row(
        number=27,
        name=name,
        unit="ms",
        ours=ours * 1000,
        peer_name=peer,
        peer=theirs * 1000,
        ratio=ours / theirs,
        floor=floor,
        goal=floor / 2,
        at_most=True,
    )


def _triage(root: Path) -> list[Row]:
    """Return how long a comment takes by a thousand rules, beside the rules that ship."""
    lexicon = load_lexicon(resources_dir() / "lexicons")
    many, few = (
        prepare_triage(protocol, lexicon)
        for protocol in (_loaded(root, "big"), _loaded(protocols_dir(), "base"))
    )
    comments = [_comment(number) for number in range(400)]

    def by(triage: Triager) -> None:
        for comment in comments:
            triage(comment)

    def screened() -> None:
        for comment in comments:
            few.screener(comment.text)

    works = (lambda: by(many), lambda: by(few), screened)
    ours, shipped, alone = (median(taken) / len(comments) for taken in interleaved(works, 5))
    rules = len(many.protocol.rules)
    return [
        _row(f"triage_{rules}_rules", ours, f"{len(few.protocol.rules)} rules", shipped, 6.0),
        _row(f"triage_{rules}_rules", ours, "screening alone", alone, 9.0),
    ]


def _comment(number: int) -> RemoteComment:
    text = f"{_TEXTS[number % len(_TEXTS)]} ({number})"
    return RemoteComment(f"c{number}", "t1", None, "a1", "Anne", text, START + number)


def _loaded(root: Path, pack: str) -> Protocol:
    found = load_pack(root, pack)
    if found.protocol is None:
        msg = f"the pack {pack} has problems: {found.problems[:3]}"
        raise LookupError(msg)
    return found.protocol
