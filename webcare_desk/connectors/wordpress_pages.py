"""Reading a WordPress site's comments in the order of their ids.

WordPress offers no "after this id", and its `after=` date loses comments of
the hour that the clocks are set back: it compares in the site's local time.
So pages go by offset in the order of ids. When comments vanish, later ones
move to lower offsets: each page therefore begins some rows back, and where it
does not begin at or below the highest id read so far, reading steps back.
https://developer.wordpress.org/rest-api/reference/comments/
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from webcare_desk.connectors.answer import Answer
from webcare_desk.connectors.base import OVERLAP
from webcare_desk.connectors.fields import Row, integer, place_of, row_of, words, words_if_any
from webcare_desk.connectors.text import text_of_html
from webcare_desk.domain.comment import GUEST, RemoteComment, Visibility, letters, spaced
from webcare_desk.errors import MalformedError
from webcare_desk.said import QT_TRANSLATE_NOOP, Said, together

#: Rows on a page: the most that WordPress gives.
PAGE = 100
#: What is wrong with an account that is given approved comments alone.
NO_MODERATOR = QT_TRANSLATE_NOOP(
    "Said",
    "The account may not moderate: comments that wait for approval are not seen, and a deletion "
    "is not noticed. Let it moderate on the site, as an editor does.",
)
#: What is wrong with one that may moderate and may not edit every post.
NO_EDITOR = QT_TRANSLATE_NOOP(
    "Said",
    "The site counts comments that it does not give the account: what waits for approval or "
    "stands under a private post is not seen, and a deletion is not noticed. Let it edit every "
    "post on the site, as an editor does.",
)
#: Rows that two pages of one poll share.
_SEAM = 20
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

#: Naming the fields keeps e-mail addresses and IP numbers at the site. One form
#: of the text cannot be asked for: WordPress leaves it out at `content.raw`.
FIELDS = "id,post,parent,author,author_name,date_gmt,content,link,status,type,_links.up,_embedded"
#: Types that nobody wrote as a comment: links from other sites, and notes among editors and sellers.
_NO_COMMENT = frozenset({"pingback", "trackback", "note", "order_note"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where to read on: the next offset and what was read before it.

    `reached` is the highest id read. `first` and `last` are the ends of the
    page before, in this poll. `settled` says that this poll has stepped back
    already: some rows are withheld from the account and look like vanished.
    `partial` says that this poll was not given every row that it asked for.
    """

    offset: int = 0
    reached: int = 0
    first: int = 0
    last: int = 0
    settled: int = 0
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows at an offset, with the site's own total of rows (X-WP-Total).

    `asked` is how many it was asked for. `too_large` is the id of a comment
    that is larger than an answer may be: it stands alone here, and unread.
    `is_whole`: the account may moderate, and so may be given every row; `is_short`:
    it was not, as WordPress counts too what an account may not see.
    """

    rows: tuple[Row, ...]
    total: int
    asked: int = PAGE
    too_large: int = 0
    is_whole: bool = True
    is_short: bool = False

    @property
    def problem(self) -> str | None:
        """Say what is there and could not be read."""
        too_large = Said.of(TOO_LARGE, comment=self.too_large) if self.too_large else None
        account = NO_EDITOR if self.is_short else None
        account = account if self.is_whole else NO_MODERATOR
        return together(too_large, account and Said.of(account))


Reader = Callable[[int], Batch]


def place_at(cursor: str | None, site: str) -> Place:
    """Return the place that a cursor tells; the start without one, or with another site's."""
    numbers = place_of(cursor, ("offset", "reached", "first", "last", "settled"))
    kept = {} if cursor is None else json.loads(cursor)
    if kept.get("site") != site:
        return Place()
    return Place(**numbers, partial=bool(kept.get("partial")))


def cursor_at(place: Place, site: str) -> str:
    """Return the cursor for a place at a site, which is named by its address."""
    return json.dumps(asdict(place) | {"site": site})


def read(place: Place, batch_at: Reader) -> tuple[Batch, Place, bool]:
    """Return the rows at `place`, the place to read on, and whether there is more."""
    place, batch = _without_gap(place, batch_at)
    ids = [integer(row, "id") for row in batch.rows]
    _refuse_disorder(place, ids)
    reached = max(place.reached, batch.too_large, *ids, 0)
    end = place.offset + batch.asked
    partial = place.partial or batch.is_short or not batch.is_whole
    if end >= batch.total:
        # Where rows are withheld, what is approved late may stand anywhere.
        start = 0 if partial else max(0, batch.total - OVERLAP)
        return batch, Place(start, reached), False
    first, last = (ids[0], ids[-1]) if ids else (0, 0)
    seam = min(_SEAM, batch.asked // 2)
    # A page of one row shares none with the next, which then cannot tell of vanished rows.
    settled = place.settled if seam else 1
    return batch, Place(end - seam, reached, first, last, settled, partial), True


def is_comment(row: Row) -> bool:
    """Say whether somebody wrote it for the public; a shop's reviews are of a type of their own."""
    return words_if_any(row, "type") not in _NO_COMMENT


def comment_of(row: Row, own_author: int) -> RemoteComment:
    """Return a comment; the account's own are marked by `own_author`, its user id."""
    parent, author, post = integer(row, "parent"), integer(row, "author"), integer(row, "post")
    name, content = words_if_any(row, "author_name"), row_of(row.get("content"))
    return RemoteComment(
        remote_id=str(integer(row, "id")),
        thread=str(post),
        thread_title=_title(row),
        parent=str(parent) if parent else None,
        author_id=f"user:{author}" if author else f"{GUEST}{name}",
        author_name=name,
        text=text_of(content),
        posted_at=_microseconds(row.get("date_gmt")),
        link=words_if_any(row, "link"),
        visibility=visibility_of(row),
        own=author == own_author,
        is_typed="raw" in content,
        rendered=_rendered(content) if isinstance(content.get("rendered"), str) else None,
    )


def text_of(content: Row) -> str:
    """Return the text as it was typed, or else as the page shows it.

    The raw form keeps line breaks as they are; tags in it are tags all the same.
    """
    if "raw" in content:
        return text_of_html(words(content, "raw").replace("\n", "<br>"))
    return _rendered(content)


def _rendered(content: Row) -> str:
    return text_of_html(words(content, "rendered"))


def says(row: Row, text: str) -> bool:
    """Tell whether a comment has these words; as rendered, its quotes and dashes are others."""
    content = row_of(row.get("content"))
    form = spaced if "raw" in content else letters
    return form(text_of(content)) == form(text)


def visibility_of(row: Row) -> Visibility:
    """Return what a status means; anything but approved and trash is hidden.

    Without the right to see more, WordPress gives approved comments alone.
    """
    shown = {"approved": Visibility.VISIBLE, "trash": Visibility.DELETED}
    return shown.get(status_of(row), Visibility.HIDDEN)


def status_of(row: Row) -> str:
    """Return WordPress's own word for what a comment is; none is told of what all may read."""
    return words(row, "status") if "status" in row else "approved"


def _without_gap(place: Place, batch_at: Reader) -> tuple[Place, Batch]:
    batch, step = batch_at(place.offset), OVERLAP
    while place.offset and not place.settled and _begins_after(batch, place.reached):
        place = replace(place, offset=max(0, place.offset - step), first=0, last=0)
        batch, step = batch_at(place.offset), 2 * step
        if not place.offset or not _begins_after(batch, place.reached):
            place = replace(place, settled=1)
    return place, batch


def _begins_after(batch: Batch, reached: int) -> bool:
    begins = batch.too_large or (integer(batch.rows[0], "id") if batch.rows else reached + 1)
    return begins > reached


def _refuse_disorder(place: Place, ids: list[int]) -> None:
    if any(later <= earlier for earlier, later in pairwise(ids)):
        msg = QT_TRANSLATE_NOOP("Said", "The site gave its comments out of order.")
        raise MalformedError(Said.of(msg))
    if len(ids) > _SEAM and (ids[0], ids[-1]) == (place.first, place.last):
        msg = QT_TRANSLATE_NOOP("Said", "The site gives the same page again and again.")
        raise MalformedError(Said.of(msg))


def _title(row: Row) -> str:
    posts = row_of(row.get("_embedded", {})).get("up", [])
    post = posts[0] if isinstance(posts, list) and posts else None
    title = post.get("title") if isinstance(post, dict) else None
    return text_of_html(words_if_any(title, "rendered")) if isinstance(title, dict) else ""


def _microseconds(date_gmt: object) -> int:
    """Return the moment, or 0: sites give zero dates (-001-11-30) to comments they took over."""
    try:
        moment = datetime.fromisoformat(str(date_gmt)).replace(tzinfo=UTC)
    except ValueError:
        return 0
    return (moment - _EPOCH) // timedelta(microseconds=1)


TOO_LARGE = QT_TRANSLATE_NOOP(
    "Said", "Comment {comment} is larger than 5 MB and was not read: look at it on the site."
)


def total_of(answer: Answer) -> int:
    """Return how many comments the site says it has, or raise MalformedError."""
    text = answer.headers.get("x-wp-total", "")
    if not (text.isascii() and text.isdecimal() and len(text) < len(str(2**53))):
        msg = QT_TRANSLATE_NOOP(
            "Said", "The site does not say how many comments it has (X-WP-Total)."
        )
        raise MalformedError(Said.of(msg))
    return int(text)
