"""One support line, whole: what a person types or dials stands there as it is typed or dialled."""

import pytest

from journal.data import support_lines
from journal.domain.support import CrisisResource
from tui.wording.support import line_whole

ADDRESSES = [line for line in support_lines() if line.channel not in ("call", "text", "call_or_text")]


@pytest.mark.parametrize("line", ADDRESSES, ids=lambda line: line.id)
def test_an_address_stands_there_as_it_is_typed(line: CrisisResource) -> None:
    assert line_whole(line, None)[1] == (line.display or line.url)


@pytest.mark.parametrize(
    ("line_id", "begins"), [("gb-samaritans", "Call 116 123"), ("gb-shout", "Text SHOUT to 85258")]
)
def test_what_is_done_with_a_number_begins_a_sentence(line_id: str, begins: str) -> None:
    line = next(line for line in support_lines() if line.id == line_id)
    assert line_whole(line, None)[1] == begins
