"""A WordPress in memory that gives its comments as the real one does, page by page."""

import json
from dataclasses import dataclass, field

import pytest

from webcare_desk.connectors.answer import Answer, answer_of
from webcare_desk.connectors.fields import Row, integer, row_of
from webcare_desk.connectors.http import HttpClient, Params
from webcare_desk.connectors.wordpress import WordPressConnector

#: What the fake takes for too large, in bytes of JSON.
LIMIT = 50_000
_JSON = {"Content-Type": "application/json"}


@dataclass
class FakeWordPress:
    """Its rows in the order of their ids; `is_editor`: the account may moderate.

    `withheld` are the ids that it counts and does not give all the same.
    """

    rows: list[dict[str, object]] = field(default_factory=list)
    is_editor: bool = True
    asked: list[Params] = field(default_factory=list)
    withheld: set[object] = field(default_factory=set)

    def write(
        self,
        number: int,
        text: str = "hoi",
        status: str = "approved",
        author: int = 0,
        *,
        parent: int = 0,
    ) -> None:
        """Let somebody write comment `number`; author 2 is the desk's own account."""
        row = {"id": number, "post": 4, "parent": parent, "author": author, "author_name": "Gast"}
        row |= {"date_gmt": "2026-10-25T01:10:00", "link": "", "status": status, "type": "comment"}
        self.rows.append({**row, "content": {"raw": text, "rendered": f"<p>{text}</p>"}})

    def exchange(
        self, method: str, path: str, params: Params | None = None, value: object = None
    ) -> Answer:
        """Answer as the site does."""
        if method == "POST":
            return self._post(row_of(value))
        assert method == "GET"
        assert params is not None
        if path.endswith("users/me"):
            return answer_of(200, _JSON, b'{"id": 2}')
        self.asked.append(params)
        if params.get("context") == "edit" and not self.is_editor:
            return answer_of(403, _JSON, b'{"code": "rest_forbidden_context"}')
        return self._page(params) if path.endswith("comments") else self._one(path)

    def _post(self, value: Row) -> Answer:
        number = len(self.rows) + 1
        self.write(number, str(value["content"]), author=2)
        self.rows[-1] |= {"post": value["post"], "parent": value["parent"]}
        return answer_of(201, _JSON, json.dumps(self.rows[-1]).encode())

    def _one(self, path: str) -> Answer:
        number = int(path.rpartition("/")[2])
        row = next((row for row in self.rows if row["id"] == number), None)
        if row is None:
            return answer_of(404, _JSON, b'{"code": "rest_comment_invalid_id"}')
        if number in self.withheld:
            return answer_of(403, _JSON, b'{"code": "rest_cannot_read"}')
        return answer_of(200, _JSON, json.dumps(row).encode())

    def _page(self, params: Params) -> Answer:
        wanted = str(params.get("include", "")).split(",")
        found = [row for row in self.rows if "include" not in params or str(row["id"]) in wanted]
        for name in {"post", "parent"} & params.keys():
            found = [row for row in found if str(row[name]) == str(params[name])]
        if params.get("status") != "any":
            found = [row for row in found if row["status"] == "approved"]
        if params.get("type") != "all":
            found = [row for row in found if row["type"] == "comment"]
        start, size = integer(params, "offset"), integer(params, "per_page")
        fields = str(params["_fields"]).split(",")
        given = [row for row in found[start : start + size] if row["id"] not in self.withheld]
        page = [_chosen(row, fields, params) for row in given]
        body = json.dumps(page).encode()
        headers = _JSON | {"X-WP-Total": str(len(found))}
        return answer_of(200, headers, body if len(body) <= LIMIT else None)


def _chosen(row: dict[str, object], fields: list[str], params: Params) -> dict[str, object]:
    content = row["content"]
    assert isinstance(content, dict)
    shown = content if params.get("context") == "edit" else {"rendered": content["rendered"]}
    return {name: value for name, value in (row | {"content": shown}).items() if name in fields}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> FakeWordPress:
    """Put a site without comments at the end of every connection."""
    fake = FakeWordPress()
    monkeypatch.setattr(HttpClient, "exchange", fake.exchange)
    return fake


def connector(url: str = "https://site.invalid") -> WordPressConnector:
    """Return a connector to the site."""
    return WordPressConnector("wordpress", url, "webcare", lambda: "canary")
