"""An account that may not moderate: what it cannot see is told, and nothing is made of it."""

import pytest

from tests.connectors.fake_wordpress import FakeWordPress, connector, site
from tests.connectors.reading import ids, poll
from webcare_desk.domain.reply import OutboundReply, Receipt
from webcare_desk.errors import ForbiddenError

__all__ = ["site"]
REPLY = OutboundReply("k", "4", "7", 'Foto\'s mogen - 2x500 mg... "echt"')
SHOWN = "Foto’s mogen – 2×500 mg… “echt”"


@pytest.fixture
def reader(site: FakeWordPress) -> FakeWordPress:
    """Give a site at which the account may not moderate."""
    site.is_editor = False
    return site


def test_each_page_says_that_held_comments_are_not_seen(reader: FakeWordPress) -> None:
    for number in range(1, 151):
        reader.write(number)

    first = connector().fetch(None)
    second = connector().fetch(first.cursor)

    assert (first.more, second.more) == (True, False)
    for page in (first, second):
        assert page.problem is not None
        assert "may not moderate" in page.problem
    reader.is_editor = True
    assert connector().fetch(None).problem is None


def test_a_comment_that_is_approved_late_is_read_all_the_same(reader: FakeWordPress) -> None:
    reader.write(1, "Sinds Ventora lig ik in het ziekenhuis", status="hold")
    for number in range(2, 402):
        reader.write(number)
    comments, cursor = poll(connector())
    assert "1" not in ids(comments)
    reader.rows[0]["status"] = "approved"

    comments, cursor = poll(connector(), cursor)

    assert "1" in ids(comments)
    assert "1" in ids(poll(connector(), cursor)[0])


def test_who_may_moderate_again_is_given_everything(reader: FakeWordPress) -> None:
    reader.write(1, status="hold")
    for number in range(2, 402):
        reader.write(number)
    _, cursor = poll(connector())
    reader.is_editor = True

    assert "1" in ids(poll(connector(), cursor)[0])


def test_its_own_reply_is_found_as_the_public_sees_it(reader: FakeWordPress) -> None:
    reader.write(8, SHOWN, author=3, parent=7)
    with pytest.raises(ForbiddenError, match="may not moderate"):
        connector().find(REPLY)
    reader.write(9, SHOWN, author=2, parent=7)

    assert connector().find(REPLY) == Receipt("9")


@pytest.mark.parametrize(("reply", "shown"), [("👍", "🎉"), ("Ja, dat mag.", "Nee, dat mag niet.")])
def test_other_words_are_not_its_reply(reader: FakeWordPress, reply: str, shown: str) -> None:
    reader.write(9, shown, author=2, parent=7)

    with pytest.raises(ForbiddenError):
        connector().find(OutboundReply("k", "4", "7", reply))


def test_a_held_reply_is_not_taken_for_one_that_was_never_sent(reader: FakeWordPress) -> None:
    reader.write(9, SHOWN, status="hold", author=2, parent=7)

    with pytest.raises(ForbiddenError):
        connector().find(REPLY)


def test_what_an_account_that_may_moderate_is_not_given_is_told_and_read_when_it_is(
    site: FakeWordPress,
) -> None:
    for number in range(1, 402):
        site.write(number)
    site.withheld = {1}
    assert "edit every post" in str(connector().fetch(None).problem)
    comments, cursor = poll(connector())
    assert "1" not in ids(comments)
    site.withheld.clear()

    comments, cursor = poll(connector(), cursor)

    assert "1" in ids(comments)
    assert "1" not in ids(poll(connector(), cursor)[0])
