"""Somebody who has the twelve words, holds both slots, and tries things out until the four words are the same.

    A  <- m1, m2', m3, m4' ->  M  <- m1', m2, m3', m4 ->  B

M can choose everything that M writes, and can throw away what was chosen as long as nobody has seen it. The words are
cut to 8 bits, so that chance alone lets 1 of 256 through.
"""

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from journal.vault.word_list import word_at
from sync.protocol.canonical import canonical
from sync.protocol.digests import digest
from sync.protocol.sizes import EPOCH_KEY, KEY
from sync.sealing import meeting
from sync.sealing.epoch_keys import EpochKey, seal_to
from sync.sealing.meeting import Meeting, Met
from sync.sealing.meeting_keys import open_message, seal_message
from sync.sealing.safety_words import safety_words
from tests.sealing.two_people import CODE, START, invited

BITS = 8
CHANCE = 2**-BITS
TRIES = 64 * 2**BITS
PLACES = {word_at(place): place for place in range(2_048)}

Finish = Callable[[Meeting], Met]


def cut(words: Sequence[str]) -> int:
    """The first 8 bits of the four words."""
    return PLACES[words[0]] >> (11 - BITS)


@dataclass(frozen=True)
class Attack:
    """How one went."""

    matched: bool
    tried: int
    """How many third and fourth messages were thrown away."""


def real_attack(finish: Finish = meeting.finish) -> Attack:
    """One whole attack on the meeting as it is, which ends with two finished meetings, one on either side.

    Args:
        finish: what both make of the four messages; another one where a test looks whether a weaker one would do.
    """
    alice = invited()
    to_alice = meeting.join(CODE, alice.m1, START)
    alice = meeting.take(alice, to_alice.m2, START)
    # Everything of Alice's is known now. Bob has not been written to yet.
    to_bob = invited()
    bob = meeting.join(CODE, to_bob.m1, START)
    to_bob = meeting.take(to_bob, bob.m2, START)
    to_alice = meeting.take(to_alice, alice.m3, START)
    wanted = cut(finish(meeting.take(alice, to_alice.m4, START)).words)
    bob, tried_third = _grind_third(to_bob, bob, wanted, finish)
    shown = cut(finish(bob).words)
    alice, tried_fourth = _grind_fourth(to_alice, alice, shown, finish)
    return Attack(cut(finish(alice).words) == shown, tried_third + tried_fourth)


def _grind_third(to_bob: Meeting, bob: Meeting, wanted: int, finish: Finish) -> tuple[Meeting, int]:
    """Write third messages until Bob would see what Alice sees; give up where they change nothing."""
    before = digest(bob.m1, bob.m2)
    revealed = open_message(bob.keys.key, 3, before, to_bob.m3)[: EPOCH_KEY + 32]

    def another() -> Meeting:
        sealed = seal_to(EpochKey(bob.seed).public, os.urandom(KEY), b"cairn/v1/pair/c/AB\0" + before)
        return meeting.take(bob, seal_message(bob.keys.key, 3, before, revealed + sealed), START)

    return _grind(meeting.take(bob, to_bob.m3, START), another, wanted, finish)


def _grind_fourth(to_alice: Meeting, alice: Meeting, wanted: int, finish: Finish) -> tuple[Meeting, int]:
    """The same with fourth messages and Alice."""
    before = digest(alice.m1, alice.m2, alice.m3)

    def another() -> Meeting:
        sealed = seal_to(EpochKey(alice.seed).public, os.urandom(KEY), b"cairn/v1/pair/c/BA\0" + before)
        return meeting.take(alice, seal_message(alice.keys.key, 4, before, sealed), START)

    return _grind(meeting.take(alice, to_alice.m4, START), another, wanted, finish)


def _grind(taken: Meeting, another: Callable[[], Meeting], wanted: int, finish: Finish) -> tuple[Meeting, int]:
    first = finish(taken).words
    for tried in range(TRIES):
        words = finish(taken).words
        if cut(words) == wanted or (tried == 2 and words == first):
            return taken, tried
        taken = another()
    return taken, TRIES


def quick_attack(source: random.Random, *, is_checked: bool) -> bool:
    """The same with bytes in the place of keys, since it is the words alone that are looked at.

    M reveals to Bob whatever makes his words the same as Alice's. Bob checks it against the commitment, or does not.
    """
    alice, bob = revealed(source), revealed(source)
    shown = cut(safety_words(first_body(alice), revealed(source), alice))
    own = revealed(source)
    first = first_body(own)
    for _ in range(TRIES):
        if cut(safety_words(first, bob, own)) == shown:
            return not is_checked or first_body(own) == first
        if is_checked:
            # Whatever else M reveals, Bob's cairn would break it off.
            return False
        own = revealed(source)
    return False


def revealed(source: random.Random) -> bytes:
    """A public key and random bytes, as far as the words can tell."""
    return source.randbytes(EPOCH_KEY + 32)


def first_body(own: bytes) -> bytes:
    """The body of a first message that commits to this."""
    commit = digest(b"cairn/v1/commit", own[:EPOCH_KEY], own[EPOCH_KEY:]).hex()
    return canonical({"v": 1, "commit": commit, "kind": "partner", "group": None, "exp": "2026-03-15T09:30:00Z"})


def covering(step: int) -> Finish:
    """A weaker end of a meeting, whose words cover the third or the fourth message too."""

    def finish(side: Meeting) -> Met:
        whole, key = meeting.finish(side), side.keys.key
        before = (b"", side.m1, side.m2, side.m3, side.m4)
        bodies = [
            open_message(key, each, digest(*before[1:each]) if each > 1 else b"", before[each])
            for each in (1, 2, 3, step)
        ]
        words = safety_words(bodies[0], bodies[1], bodies[2][: EPOCH_KEY + 32] + bodies[3])
        return replace(whole, words=words)

    return finish
