"""What people do on the WordPress site, written straight into its database."""

from dataclasses import dataclass

from tests.integration.wordpress.server import WordPress
from webcare_desk.connectors.base import Connector
from webcare_desk.connectors.wordpress import WordPressConnector

_INSERT = (
    "INSERT INTO wp_comments (comment_post_ID, comment_author, comment_author_email,"
    " comment_author_IP, comment_date, comment_date_gmt, comment_content, comment_approved,"
    " comment_parent, comment_type) VALUES "
)


@dataclass(frozen=True)
class WordPressPlatform:
    """The running site and its people."""

    site: WordPress

    @property
    def thread(self) -> str:
        """Return the one post."""
        return str(self.site.post)

    @property
    def connector(self) -> Connector:
        """Return a connector of the editor."""
        return self.connector_of("webcare")

    @property
    def stranger(self) -> Connector:
        """Return a connector with a wrong password."""
        return WordPressConnector("wordpress", self.site.base_url, "webcare", lambda: "wrong")

    def connector_of(self, login: str) -> WordPressConnector:
        """Return a connector of somebody on the site."""
        secret = self.site.people[login]
        return WordPressConnector("wordpress", self.site.base_url, login, lambda: secret)

    def write(self, text: str, parent: str | None = None) -> str:
        """Let a guest write a comment now."""
        return self.write_many([(text, "2026-10-24 12:00:00", "2026-10-24 10:00:00")], parent)[0]

    def write_many(self, texts: list[tuple[str, str, str]], parent: str | None = None) -> list[str]:
        """Let a guest write comments, each with its local and its GMT time."""
        rows = ",".join(
            f"({self.thread}, 'Gast', 'gast-canary@example.invalid', '192.0.2.77',"
            f" '{local}', '{gmt}', {_quoted(_stored(text))}, '1', {parent or 0}, 'comment')"
            for text, local, gmt in texts
        )
        first = int(self.site.sql(f"{_INSERT}{rows}; SELECT LAST_INSERT_ID()"))
        return [str(first + number) for number in range(len(texts))]

    def edit(self, remote_id: str, text: str) -> None:
        """Change the wording; WordPress keeps no date of it."""
        self.site.sql(
            f"UPDATE wp_comments SET comment_content = {_quoted(_stored(text))}"  # noqa: S608 - the test's own words
            f" WHERE comment_ID = {remote_id}"
        )

    def move(self, remote_id: str, parent: str) -> None:
        """Let it answer another."""
        self.site.sql(
            f"UPDATE wp_comments SET comment_parent = {parent} WHERE comment_ID = {remote_id}"  # noqa: S608 - the test's own ids
        )

    def remove(self, remote_id: str) -> None:
        """Delete for good."""
        self.site.sql(f"DELETE FROM wp_comments WHERE comment_ID = {remote_id}")  # noqa: S608 - the test's own id

    def set_type(self, remote_id: str, kind: str) -> None:
        """Let it be something else than a comment, as plugins do."""
        self.site.sql(
            f"UPDATE wp_comments SET comment_type = '{kind}' WHERE comment_ID = {remote_id}"  # noqa: S608 - the test's own words
        )

    def throw_away(self, remote_id: str) -> None:
        """Put it in the trash."""
        self.set_status(remote_id, "trash")

    def set_status(self, remote_id: str, status: str) -> None:
        """Judge a comment on the site's own pages: `0` holds it, `1` approves it."""
        self.site.sql(
            f"UPDATE wp_comments SET comment_approved = '{status}' WHERE comment_ID = {remote_id}"  # noqa: S608 - the test's own words
        )


def _stored(text: str) -> str:
    # As WordPress's own form stores what a guest typed.
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _quoted(text: str) -> str:
    return f"CONVERT(0x{text.encode().hex()} USING utf8mb4)"
