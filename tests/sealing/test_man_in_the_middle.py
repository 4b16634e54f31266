"""P2: who has the twelve words and tries things out gets through by chance alone, and without the commitment always."""

import os
import random

import pytest

from journal.vault.word_list import word_at
from sync.protocol.digests import digest
from sync.sealing.safety_words import safety_words
from tests.sealing.man_in_the_middle import CHANCE, covering, first_body, quick_attack, real_attack, revealed


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> random.Random:
    """The same random bytes at every run, so that what chance does here it does every time."""
    source = random.Random(f"cairn {request.node.name}")
    monkeypatch.setattr(os, "urandom", source.randbytes)
    return source


def is_chance(matches: int, runs: int) -> bool:
    """Within three sigma of what chance gives."""
    expected = runs * CHANCE
    return bool(abs(matches - expected) <= 3 * (expected * (1 - CHANCE)) ** 0.5)


def test_three_sigma_are_what_was_worked_out_by_hand() -> None:
    assert is_chance(78, 20_000)
    assert is_chance(52, 20_000)
    assert is_chance(104, 20_000)
    assert not is_chance(51, 20_000)
    assert not is_chance(105, 20_000)


def test_in_20000_attacks_the_words_are_the_same_as_often_as_chance_has_it() -> None:
    source = random.Random(20_000)
    assert is_chance(sum(quick_attack(source, is_checked=True) for _ in range(20_000)), 20_000)


def test_without_the_commitment_every_attack_goes_through() -> None:
    source = random.Random(500)
    assert sum(quick_attack(source, is_checked=False) for _ in range(200)) == 200


def test_in_the_real_meeting_there_is_nothing_to_try_out(drawn: random.Random) -> None:
    attacks = [real_attack() for _ in range(24)]
    # Two thrown away on either side show that the words stay as they are.
    assert all(attack.tried <= 4 for attack in attacks)
    assert sum(attack.matched for attack in attacks) <= 2


@pytest.mark.parametrize("step", [3, 4])
def test_words_that_covered_a_later_message_would_let_every_attack_through(step: int, drawn: random.Random) -> None:
    assert all(real_attack(covering(step)).matched for _ in range(2))


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
def test_in_5000_attacks_on_the_real_meeting_too(part: int, drawn: random.Random) -> None:
    assert is_chance(sum(real_attack().matched for _ in range(5_000)), 5_000)


def test_four_words_are_the_first_44_bits() -> None:
    source = random.Random(44)
    parts = (first_body(revealed(source)), revealed(source), revealed(source))
    bits = int.from_bytes(digest(b"cairn/v1/sas", *parts), "big") >> (256 - 44)
    expected = tuple(word_at((bits >> shift) & 0x7FF) for shift in (33, 22, 11, 0))
    assert safety_words(*parts) == expected


def test_every_part_of_what_was_fixed_counts() -> None:
    parts = [b"first", b"second", b"revealed"]
    words = {safety_words(*parts)}
    for place in range(3):
        changed = [part + b"!" if place == each else part for each, part in enumerate(parts)]
        words.add(safety_words(*changed))
    words.add(safety_words(b"firsts", b"econd", b"revealed"))
    assert len(words) == 5
