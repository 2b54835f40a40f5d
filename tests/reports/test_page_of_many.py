"""A page of many cases holds one of them at a time."""

import gc
from collections.abc import Iterator

from tests.support.desks import Bench, arrival, log_in, take_in
from webcare_desk.actions import Open
from webcare_desk.disclosure.chosen import cover_of
from webcare_desk.disclosure.evidence import scope_of
from webcare_desk.disclosure.history import case_files
from webcare_desk.domain.moderator import Role
from webcare_desk.reports.case_file import CaseFile
from webcare_desk.reports.page import page
from webcare_desk.store.base import LogFilter

CASES = 9


def held() -> int:
    return sum(isinstance(each, CaseFile) for each in gc.get_objects())


def test_the_cases_are_told_one_after_another_and_none_is_kept(bench: Bench) -> None:
    people = log_in(bench.desk)
    for comment in take_in(bench.desk, *map(arrival, range(CASES))):
        bench.desk.perform(Open(comment, 1), people[Role.MODERATOR])
    scope, most = scope_of(bench.desk, None), 0

    def watched() -> Iterator[CaseFile]:
        nonlocal most
        for case in case_files(bench.desk, scope):
            most = max(most, held())
            yield case

    by = people[Role.AUDITOR]
    cover = cover_of(bench.desk, by, LogFilter(), len(scope.entries), "key")
    whole = "".join(page(cover, watched(), (), ""))
    assert most <= 2
    assert whole.count("<article") == CASES
    assert whole.index('href="#case-9"') < whole.index('id="case-1"')
    assert not any(entry.leaf for entry in scope.entries)
