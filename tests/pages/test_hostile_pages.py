"""What a partner's own program could put on a page, sealed as it should be: read, or unreadable, and never a crash."""

import asyncio
from dataclasses import replace

import pytest

from sync.protocol.framing import Page
from sync.protocol.sizes import NUMBER_MOST
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.pages import seal_page
from tests.pages.real_people import Two


def put_by_sam(two: Two, page: Page) -> None:
    """Into Sam's slot, sealed to Ana."""
    keys = two.sam.pair.keys
    wire = seal_page(page, keys.key_out, two.sam.standing.their_key, keys.mine.slot)
    asyncio.run(two.sam.place.write(keys.mine, wire))


def next_of_sam(two: Two) -> Page:
    standing = two.sam.standing
    return replace(standing.page(EpochKey(standing.seed).public), number=standing.number + 1)


@pytest.mark.parametrize("number", [NUMBER_MOST + 1, 2**63 - 1, 2**63, 2**64 - 1])
def test_a_number_that_no_database_holds_is_unreadable(two: Two, number: int) -> None:
    before = two.ana.standing
    good = next_of_sam(two)
    for bad in (replace(good, number=number), replace(good, seen_number=number), replace(good, notes_ack=number)):
        counted = two.ana.pair.unreadable
        put_by_sam(two, bad)
        assert two.ana.codes() == []
        assert two.ana.pair.unreadable == counted + 1
    assert two.ana.standing == before


def test_the_highest_numbers_that_there_may_be_are_kept(two: Two) -> None:
    content = b'{"confirmed":true,"notes":[{"no":%d,"text":"the last one"}]}' % NUMBER_MOST
    put_by_sam(two, replace(next_of_sam(two), number=NUMBER_MOST, notes_ack=NUMBER_MOST, content=content))
    assert two.ana.codes() == []
    assert (two.ana.standing.seen_number, two.ana.standing.notes_ack) == (NUMBER_MOST, NUMBER_MOST)
    assert two.ana.letters == ["the last one"]


def test_content_that_is_refused_leaves_everything_as_it_was(two: Two) -> None:
    before, shown = two.ana.standing, two.ana.view
    for number, content in enumerate([b"", b"{", b'{"mood":3}', b'{"name":null}', b"[" * 6_000, b"\xff" * 13_000], 1):
        put_by_sam(two, replace(next_of_sam(two), content=content))
        assert two.ana.codes() == []
        assert two.ana.pair.unreadable == number
    assert (two.ana.standing, two.ana.view) == (before, shown)


def test_words_that_would_act_on_a_terminal_are_kept_as_they_are(two: Two) -> None:
    content = '{"confirmed":true,"name":"\\u001b]0;a\\u0007\u202e[bold]"}'.encode()
    put_by_sam(two, replace(next_of_sam(two), content=content))
    assert two.ana.codes() == []
    assert two.ana.view.name == "\x1b]0;a\x07\u202e[bold]"
