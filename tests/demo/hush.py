"""The whole journey in a process of its own, with every logger at its loudest.

`python -m tests.demo.hush FILE` writes to FILE what must be nowhere else: the
secrets of the run and what the community wrote, and how the process looks
from outside.
"""

import json
import logging
import os
import sys
import tempfile
import traceback
from pathlib import Path

from webcare_desk.connectors.courier import Courier
from webcare_desk.demo.journey import journey
from webcare_desk.demo.stage import Stage

LONG = 40  # characters; a shorter text may be in the program itself


def main(file: Path, desk: Path) -> None:
    """Go the whole way, fail once as a bug does, and write what to look for."""
    logging.basicConfig(filename=Path(tempfile.gettempdir()) / "loud.log", level=logging.DEBUG)
    with Stage(desk, language="nl", undo_seconds=0) as stage:
        for line in journey(stage):
            print(line)  # noqa: T201 - as the command prints it
        try:
            fail(stage.app.courier)
        except AttributeError:
            traceback.print_exc()
        kept = (stage.secrets.get(name) for name in vars(stage.secrets)["_kept"])
        told = {
            "secrets": [secret.reveal() for secret in kept if secret is not None],
            "texts": [one.text for one in stage.community.posts() if len(one.text) >= LONG],
            "outside": Path("/proc/self/cmdline").read_text(encoding="utf-8") + repr(os.environ),
        }
    file.write_text(json.dumps(told), encoding="utf-8")


def fail(courier: Courier | None) -> None:
    """Run into a bug where the password has just been asked for."""
    assert courier is not None
    courier.send(None, key="k")  # type: ignore[arg-type]  # this is the bug


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
