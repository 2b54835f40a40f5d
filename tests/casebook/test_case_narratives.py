"""A narrative that says something wrong says further on what is right."""

import pytest

from tests.support.safety import Safety
from webcare_desk.casebook.reading import batch_of, told_to_pv
from webcare_desk.casebook.versions import News, amend, correct, follow_up
from webcare_desk.domain.case_version import VersionKind
from webcare_desk.domain.e2b import report_of


@pytest.mark.parametrize("kind", [VersionKind.AMENDMENT, VersionKind.CORRECTION])
def test_what_was_told_wrongly_is_marked_in_every_narrative(
    sent: Safety, kind: VersionKind
) -> None:
    mend = amend if kind is VersionKind.AMENDMENT else correct
    if mend is correct:
        follow_up(sent.bench.desk, 1, sent.sanne.actor, News("opgenomen"))
        sent.leave()
        sent.ack(code="CR")
        sent.later()
    news = News("een man, geen vrouw", {"D.5": "1"})
    mend(sent.bench.desk, 1, sent.sanne.actor, news)
    said = {
        VersionKind.AMENDMENT: ("Amendment of", "Wijziging van"),
        VersionKind.CORRECTION: ("Correction of", "Verbetering van"),
    }[kind]
    report, read = report_of(batch_of(sent.bench.desk.read, 1)), sent.bench.desk.read
    english, dutch = (told_to_pv(read, 1, language) for language in ("en", "nl"))
    assert report.text("H.1") == english
    assert f"\n\n{said[0]} what stands above, 2026-03-0" in english
    assert f"\n\n{said[1]} wat hierboven staat, 2026-03-0" in dutch
    assert {each[-len(news.words) :] for each in (english, dutch)} == {news.words}
