"""The rules as values, one at a time: numbers, answers, notes, and the keys that wait for an answer.

Source: security brief, d.3, d.4, E2, E5.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from sync.errors import WrittenByOther
from sync.protocol.framing import NONE_YET, Page
from sync.protocol.standing import EPOCH_LASTS, Standing, Taken, met_newest_key, renewed, taken_in, written

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
MINE, THEIRS, NEW = b"m" * 32, b"their key 1", b"n" * 32


def a_standing(*contents: bytes) -> Standing:
    """After these pages of one's own."""
    standing = Standing(MINE, NOW, THEIRS)
    for content in contents:
        standing = renewed(standing, content)
    return standing


def a_page(number: int, content: bytes = b"{}", answering: Standing | None = None, **more: Any) -> Page:
    """A page of the partner's that answers the newest of these, or none."""
    seen, digest = answering.sent[-1] if answering is not None and answering.sent else (0, NONE_YET)
    page = Page(number, 1, THEIRS, seen, digest, 0, content)
    return replace(page, **more)


def test_a_number_rises_with_the_words_and_only_then() -> None:
    standing = a_standing(b"one", b"one", b"two", b"one")
    assert standing.number == 3
    assert [number for number, _ in standing.sent] == [1, 2, 3]
    assert renewed(standing, b"one") is standing


def test_an_empty_page_is_a_first_page_too() -> None:
    assert a_standing(b"").number == 1


def test_what_was_written_is_not_owed_any_more() -> None:
    standing = a_standing(b"one")
    assert standing.owes
    assert not written(standing).owes


def test_pages_in_any_order_end_with_the_newest() -> None:
    pages = [a_page(number, b"%d" % number) for number in range(1, 6)]
    for order in permutations(pages):
        standing, seen = a_standing(), 0
        for page in order:
            after, taken = taken_in(standing, page, newest_note=page.number)
            assert after.seen_number >= seen
            assert (taken is Taken.WORDS) == (page.number > seen)
            standing, seen = after, after.seen_number
        assert (standing.seen_number, standing.seen_digest) == (5, pages[4].digest)
        assert standing.notes_ack == 5


def test_an_old_page_moves_nothing_although_it_says_more() -> None:
    mine = a_standing(b"one")
    standing, _ = taken_in(mine, a_page(2), 0)
    old = a_page(1, answering=mine, notes_ack=9, epoch=2, epoch_key=b"another")
    assert taken_in(standing, old, 9) == (standing, Taken.OLD)


def test_of_the_same_page_only_the_headers_are_taken_and_only_forwards() -> None:
    mine = a_standing(b"one", b"two")
    standing, _ = taken_in(mine, a_page(1, answering=mine, notes_ack=4), 0)
    (first,) = a_standing(b"one").sent
    earlier = a_page(1, seen_number=first[0], seen_digest=first[1], notes_ack=1)
    after, taken = taken_in(standing, earlier, 0)
    assert (after, taken) == (standing, Taken.HEADERS)
    assert (after.seen_by_them, after.noted_by_them) == (2, 4)


def test_an_answer_is_owed_for_other_words_and_not_for_a_newer_answer() -> None:
    mine = written(a_standing(b"one"))
    after, taken = taken_in(mine, a_page(1), 0)
    assert (taken, after.owes) == (Taken.WORDS, True)
    after, taken = taken_in(written(after), a_page(1, answering=mine), 0)
    assert (taken, after.owes, after.seen_by_them) == (Taken.HEADERS, False, 1)


def test_digests_are_kept_from_the_last_page_seen_on() -> None:
    mine = a_standing(b"one", b"two", b"three")
    number, digest = mine.sent[1]
    after, _ = taken_in(mine, a_page(1, seen_number=number, seen_digest=digest), 0)
    assert [number for number, _ in after.sent] == [2, 3]


@pytest.mark.parametrize(
    "written_by_other",
    [
        pytest.param(lambda mine: a_page(2, b"other words"), id="another page of the same number"),
        pytest.param(lambda mine: a_page(3, seen_number=2, seen_digest=b"x" * 32), id="a page that I never wrote"),
        pytest.param(lambda mine: a_page(3, seen_number=9, seen_digest=b"x" * 32), id="a number that I never had"),
        pytest.param(lambda mine: a_page(2, seen_number=9, seen_digest=b"x" * 32), id="the same, in a header alone"),
        pytest.param(lambda mine: a_page(3, seen_number=0, seen_digest=b"x" * 32), id="a digest of no page"),
        pytest.param(lambda mine: a_page(3, epoch_key=b"another"), id="another key of the same epoch"),
    ],
)
def test_what_neither_of_the_two_wrote_is_noticed(written_by_other: object) -> None:
    assert callable(written_by_other)
    mine, _ = taken_in(a_standing(b"one", b"two"), a_page(2), 0)
    with pytest.raises(WrittenByOther):
        taken_in(mine, written_by_other(mine), 0)


def test_an_answer_from_before_what_is_known_says_nothing_and_is_no_alarm() -> None:
    """Its digest is not kept any more. A higher page carries it only where somebody else wrote, and that shows soon."""
    mine = a_standing(b"one", b"two")
    standing, _ = taken_in(mine, a_page(1, answering=mine), 0)
    after, _ = taken_in(standing, a_page(1, seen_number=1, seen_digest=mine.sent[0][1]), 0)
    assert after.seen_by_them == 2


# Keys


def rotated(days: float = 8) -> Standing:
    return met_newest_key(a_standing(b"one"), NEW, NOW + timedelta(days))


def test_a_new_key_is_made_a_week_after_the_last_and_told() -> None:
    young, old = rotated(6.9), written(rotated(7))
    assert (young.epoch, young.seed) == (1, MINE)
    assert (old.epoch, old.seed, old.seed_before, old.epoch_since) == (2, NEW, MINE, NOW + EPOCH_LASTS)
    assert rotated(7).owes


def test_the_key_before_is_held_until_the_newest_is_answered() -> None:
    once = rotated()
    later = NOW + timedelta(days=9)
    assert met_newest_key(once, b"x" * 32, later) == replace(once, seed_before=b"")
    # One who is silent for a year has not met the newest key: both stay, whatever the time is.
    assert (once.seed, once.seed_before) == (NEW, MINE)


def test_a_clock_that_was_set_back_keeps_no_key_for_longer() -> None:
    assert rotated(-1).epoch == 2
    assert rotated(365 * 80).epoch == 2


def test_the_next_key_is_taken_and_answered() -> None:
    after, _ = taken_in(written(a_standing(b"one")), a_page(1, epoch=2, epoch_key=b"next"), 0)
    assert (after.their_epoch, after.their_key, after.owes) == (2, b"next", True)


def test_the_next_key_on_a_page_that_is_known_is_taken_and_answered_too() -> None:
    standing, _ = taken_in(a_standing(b"one"), a_page(1), 0)
    after, taken = taken_in(written(standing), a_page(1, epoch=2, epoch_key=b"next"), 0)
    assert (taken, after.their_key, after.owes) == (Taken.HEADERS, b"next", True)


@pytest.mark.parametrize("epoch", [1, 3, 4, 2**32 - 1])
def test_a_key_of_long_ago_and_one_too_far_ahead_are_ignored(epoch: int) -> None:
    standing, _ = taken_in(a_standing(b"one"), a_page(1, epoch=2, epoch_key=b"next"), 0)
    wanted = b"far" if epoch > 2 else THEIRS
    ahead = epoch + 1 if epoch == 3 else epoch
    after, _ = taken_in(standing, a_page(2, b"two", epoch=ahead, epoch_key=wanted), 0)
    assert (after.their_epoch, after.their_key) == (2, b"next")
    assert after.seen_number == 2
