"""A header changed by somebody who means harm, with its sum made right again: it never opens, and costs nothing.

The vault opens with a derivation that costs nothing and counts its calls (`quick_argon2`); the rest is real.
"""

from collections.abc import Callable

import pytest

from journal.errors import Damaged, NewerFormat, NotOpened
from journal.paths import Home
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.vault.header import LONGEST
from journal.vault.header_files import BOTH_DAMAGED
from journal.vault.key_slots import Cost, open_with_passphrase, seal_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from journal.vault.secrets import RootKey
from tests.conftest import PASSPHRASE, FixedClock
from tests.vault.header_bytes import (
    above_sum,
    bodies_swapped,
    files_of,
    flipped,
    loosened,
    put_both,
    resummed,
    slots_swapped,
    with_sum,
    without_line,
)
from tests.vault.quick_argon2 import QuickArgon2id

OUT_OF_RANGE = [
    (65535, 3, 4),
    (1, 3, 4),
    (0, 3, 4),
    (1048577, 3, 4),
    (9999999, 3, 4),
    (65536, 2, 4),
    (65536, 0, 4),
    (65536, 11, 4),
    (65536, 3, 0),
    (65536, 3, 9),
]
SPELT_OTHERWISE = ["m=065536 t=3 p=4", "m=65536 t=03 p=4", "m=65536  t=3 p=4", "t=3 m=65536 p=4", "m=65536 t=3 p=4 x"]


def test_the_whole_header_opens(quick_home: Home, clock: FixedClock) -> None:
    open_journal(quick_home, PASSPHRASE, clock).close()
    assert QuickArgon2id.calls == 1


def test_a_flip_of_any_byte_is_refused_before_anything_is_derived(quick_home: Home, clock: FixedClock) -> None:
    content = quick_home.header.read_bytes()
    for place in range(len(content)):
        put_both(quick_home, flipped(content, place, place % 8))
        with pytest.raises(Damaged):
            open_journal(quick_home, PASSPHRASE, clock)
    assert QuickArgon2id.calls == 0


def test_a_flip_of_any_byte_under_a_right_sum_never_opens_and_changes_nothing(
    quick_home: Home, clock: FixedClock
) -> None:
    content = quick_home.header.read_bytes()
    for place in range(len(above_sum(content))):
        changed = resummed(content, lambda above, place=place: flipped(above, place, place % 7))  # type: ignore[misc]  # a default binds now
        put_both(quick_home, changed)
        before = files_of(quick_home.root)
        with pytest.raises((Damaged, NotOpened, NewerFormat)):
            open_journal(quick_home, PASSPHRASE, clock)
        assert files_of(quick_home.root) == before


@pytest.mark.parametrize("number", range(9))
def test_a_line_taken_out_under_a_right_sum_is_damage(quick_home: Home, clock: FixedClock, number: int) -> None:
    put_both(quick_home, resummed(quick_home.header.read_bytes(), lambda above: without_line(above, number)))
    with pytest.raises(Damaged):
        open_journal(quick_home, PASSPHRASE, clock)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda b: b.replace(b"\n", b"\r\n"), id="Windows line ends"),
        pytest.param(lambda b: with_sum(above_sum(b) + b"-> x\n" * LONGEST), id="oversize"),
        pytest.param(lambda b: b + b"\n", id="a line end more"),
        pytest.param(lambda b: with_sum(_loosened_body(above_sum(b))), id="base64 written otherwise"),
        pytest.param(lambda b: with_sum(above_sum(b) + above_sum(b)), id="two headers"),
        pytest.param(lambda b: b"", id="nothing"),
        *(pytest.param(lambda b, n=n: without_line(b, n), id=f"without line {n + 1}") for n in range(10)),
    ],
)
def test_what_is_no_header_costs_no_derivation(
    quick_home: Home, clock: FixedClock, change: Callable[[bytes], bytes]
) -> None:
    put_both(quick_home, change(quick_home.header.read_bytes()))
    before = files_of(quick_home.root)
    with pytest.raises(Damaged, match=BOTH_DAMAGED):
        open_journal(quick_home, PASSPHRASE, clock)
    with pytest.raises(Damaged, match=BOTH_DAMAGED):
        open_journal_with_words(quick_home, " ".join(["abandon"] * 14 + ["address"]), clock)
    assert QuickArgon2id.calls == 0
    assert files_of(quick_home.root) == before


def _loosened_body(above: bytes) -> bytes:
    lines = above.split(b"\n")
    lines[5] = loosened(lines[5])
    return b"\n".join(lines)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(slots_swapped, id="slots in another order"),
        pytest.param(lambda b: without_line(without_line(b, 6), 6), id="the words taken out"),
        pytest.param(lambda b: b.replace(b"gen 1\ndb journal-1", b"gen 2\ndb journal-2"), id="another generation"),
        pytest.param(lambda b: b.replace(b"\n--- ", b"\n-> keyring x\nAAAA\n--- "), id="a slot put in"),
        pytest.param(
            lambda b: b.replace(b"\n--- A", b"\n--- B") if b"\n--- A" in b else _first_letter(b), id="the MAC"
        ),
    ],
)
def test_a_header_of_other_bytes_than_its_mac_is_damage(
    quick_home: Home, clock: FixedClock, change: Callable[[bytes], bytes]
) -> None:
    put_both(quick_home, resummed(quick_home.header.read_bytes(), change))
    before = files_of(quick_home.root)
    with pytest.raises(Damaged, match="changed by something other than cairn"):
        open_journal(quick_home, PASSPHRASE, clock)
    assert files_of(quick_home.root) == before


def _first_letter(above: bytes) -> bytes:
    before, separator, mac = above.rpartition(b"\n--- ")
    return before + separator + b"A" + mac[1:]


def test_a_body_opens_under_its_own_line_alone(quick_home: Home, clock: FixedClock) -> None:
    put_both(quick_home, resummed(quick_home.header.read_bytes(), bodies_swapped))
    with pytest.raises(NotOpened):
        open_journal(quick_home, PASSPHRASE, clock)


def test_a_header_of_another_journal_does_not_open(quick_home: Home, template_home: Home, clock: FixedClock) -> None:
    put_both(quick_home, template_home.header.read_bytes())
    with pytest.raises(NotOpened):
        open_journal(quick_home, PASSPHRASE, clock)


@pytest.mark.parametrize("cost", OUT_OF_RANGE, ids=lambda cost: "m={} t={} p={}".format(*cost))
def test_a_cost_outside_its_range_is_refused_before_it_is_run(
    quick_home: Home, clock: FixedClock, cost: tuple[int, int, int]
) -> None:
    written = "m={} t={} p={}".format(*cost).encode()
    put_both(
        quick_home,
        resummed(quick_home.header.read_bytes(), lambda above: above.replace(b"m=65536 t=3 p=4", written)),
    )
    with pytest.raises(Damaged):
        open_journal(quick_home, PASSPHRASE, clock)
    assert QuickArgon2id.calls == 0


@pytest.mark.parametrize("cost", SPELT_OTHERWISE)
def test_a_cost_has_one_way_to_be_written(quick_home: Home, clock: FixedClock, cost: str) -> None:
    put_both(
        quick_home,
        resummed(quick_home.header.read_bytes(), lambda above: above.replace(b"m=65536 t=3 p=4", cost.encode())),
    )
    with pytest.raises(Damaged):
        open_journal(quick_home, PASSPHRASE, clock)
    assert QuickArgon2id.calls == 0


@pytest.mark.parametrize("cost", [Cost(65536, 3, 1), Cost(65536, 10, 8), Cost(1048576, 3, 4)])
def test_the_ends_of_the_range_are_allowed(quick_argon2: type[QuickArgon2id], cost: Cost) -> None:
    assert cost.is_allowed()
    slot = seal_with_passphrase(RootKey.generate(), passphrase_bytes(PASSPHRASE), bytes(16), cost)
    assert f"m={cost.memory_kib} t={cost.passes} p={cost.lanes} " in slot.line
    assert quick_argon2.calls == 1


def test_a_cost_changed_inside_its_range_gives_another_key(quick_home: Home, clock: FixedClock) -> None:
    put_both(
        quick_home,
        resummed(quick_home.header.read_bytes(), lambda above: above.replace(b"t=3 p=4", b"t=3 p=3")),
    )
    with pytest.raises(NotOpened):
        open_journal(quick_home, PASSPHRASE, clock)


def test_a_header_without_words_says_so(quick_home: Home, clock: FixedClock) -> None:
    content = quick_home.header.read_bytes()
    put_both(quick_home, resummed(content, lambda above: without_line(without_line(above, 6), 6)))
    with pytest.raises(NotOpened, match="has no recovery words"):
        open_journal_with_words(quick_home, " ".join(["abandon"] * 14 + ["address"]), clock)


def test_what_opens_is_the_root_that_was_sealed(quick_argon2: type[QuickArgon2id]) -> None:
    from journal.vault.header import Header

    root = RootKey.generate()
    slot = seal_with_passphrase(root, passphrase_bytes(PASSPHRASE), bytes(16), Cost())
    opened = open_with_passphrase(Header(bytes(16), 1, (slot,)), passphrase_bytes(PASSPHRASE))
    assert opened.database_key() == root.database_key()
    assert quick_argon2.calls == 2
