"""A version that came into force is read as it was approved, a draft as it may come into force."""

from dataclasses import replace
from pathlib import Path

import pytest

from webcare_desk.domain.audit import digest
from webcare_desk.errors import RefusedError
from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.build import content_of
from webcare_desk.protocol.layers import read_stack
from webcare_desk.protocol.versions import archive, begin_draft, save_text, text_of
from webcare_desk.ui.rulebook.choices import Choice, Standing, protocol_of
from webcare_desk.ui.rulebook.window import read_page


def test_an_earlier_version_is_shown_although_the_checks_of_today_refuse_it(tmp_path: Path) -> None:
    draft = begin_draft(protocols_dir(), tmp_path, "later")
    text = text_of(draft.root, "base/pack.yaml")
    save_text(
        draft, "base/pack.yaml", text.replace("languages: [nl, en]", "languages: [nl, en, de]")
    )
    named = digest(content_of(read_stack(draft.root, "varen", was_approved=True)))
    root = archive(draft.root, tmp_path, named)
    earlier = Choice(Standing.EARLIER, "varen@1.0", root, "varen", 0, named)
    found = protocol_of(earlier)
    assert found is not None
    assert found.digest == named
    assert read_page(earlier, "en")
    with pytest.raises(RefusedError, match="has problems"):
        read_page(replace(earlier, standing=Standing.ASKED), "en")
