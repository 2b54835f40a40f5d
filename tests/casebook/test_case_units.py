"""A unit that no receiver takes does not leave; the sentence says where its words belong."""

import pytest

from tests.support.safety import Safety
from webcare_desk.casebook.reading import batch_of
from webcare_desk.casebook.versions import News, follow_up
from webcare_desk.domain.e2b import report_of
from webcare_desk.errors import RefusedError


def test_what_is_no_unit_is_refused_with_the_element_of_its_words(sent: Safety) -> None:
    way = "G.k[1]/G.k.4.r[1]/"
    news = News("x", {f"{way}G.k.4.r.1a": "2", f"{way}G.k.4.r.1b": "schepjes"})
    with pytest.raises(RefusedError, match=r"G\.k\.4\.r\.1b .*“schepjes”.* in G\.k\.4\.r\.8\."):
        follow_up(sent.bench.desk, 1, sent.sanne.actor, news)
    follow_up(sent.bench.desk, 1, sent.sanne.actor, News("x", {f"{way}G.k.4.r.8": "2 schepjes"}))
    report = report_of(batch_of(sent.bench.desk.read, 1))
    assert report.each("G.k")[0].each("G.k.4.r")[0].text("G.k.4.r.8") == "2 schepjes"
