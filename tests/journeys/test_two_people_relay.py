"""Two homes and a relay instead of a folder: what it ever wrote, into its database, beside it and into its log.

What came of the walk for the two is tried in `test_two_people.py`, for a folder and a relay alike.
"""

import json
from itertools import pairwise

from sync.protocol.sizes import WIRE
from sync.sealing.invite_words import read_words
from tests.journeys.conftest import TOKEN, ByRelay
from tests.journeys.two_by_commands import EVERY_WORD, WHY, said_in


def test_nothing_that_the_relay_ever_wrote_says_a_word(by_relay: ByRelay) -> None:
    writes = by_relay.written.writes
    into_its_store = sum(len(content) for path, content in writes if path.name.startswith(by_relay.relay.store.name))
    assert into_its_store > 10 * WIRE
    assert not said_in(writes, EVERY_WORD)
    assert said_in([*writes, (by_relay.relay.store, f"x{WHY}x".encode())], EVERY_WORD) == {WHY}
    assert not said_in([(by_relay.relay.log, by_relay.relay.log.read_bytes())], EVERY_WORD)


def test_the_relay_is_told_neither_the_twelve_words_nor_what_they_stand_for(by_relay: ByRelay) -> None:
    """By two, since one short word is now and then among so many random bytes."""
    words, writes = by_relay.walked.invited["words"], by_relay.written.writes
    pairs = [f"{one} {next_one}" for one, next_one in pairwise(words.split())]
    assert not said_in(writes, pairs)
    assert said_in([*writes, (by_relay.relay.store, words.encode())], pairs) == set(pairs)
    code = read_words(words)
    for form in (code, code.hex().encode()):
        assert not [path for path, content in writes if form in content]


def test_the_relay_writes_down_no_address_and_nobody_s_slot_into_its_log(by_relay: ByRelay) -> None:
    log = by_relay.relay.log.read_text()
    assert not [line for line in log.splitlines() if "127.0.0.1" in line or "/v1/" in line or "cairn/" in line]


def test_the_place_that_is_told_is_without_the_token(by_relay: ByRelay) -> None:
    assert by_relay.walked.invited["via"] == by_relay.relay.via
    (partner,) = by_relay.walked.ana.does("partner", "list")["partners"]
    assert partner["pair"]["via"] == by_relay.relay.via
    assert TOKEN not in json.dumps(partner)
