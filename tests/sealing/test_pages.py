"""E1: a page opens whole, for the one it was sealed for, in its own slot, or it is unreadable. There is one outcome."""

from dataclasses import replace

import pytest

from sync.errors import Unreadable
from sync.protocol.framing import NONE_YET, Page, pack_page
from sync.protocol.sizes import ENCAPSULATED, EPOCH_KEY, INNER, WIRE
from sync.sealing.cobblestone import open_sealed, seal
from sync.sealing.epoch_keys import EpochKey, seal_to
from sync.sealing.meeting_keys import PairKeys, Role, pair_keys
from sync.sealing.pages import VERSION, open_page, seal_page
from tests.sealing.hostile_keys import HOSTILE

ROOT = b"r" * 32
INVITER, JOINER = pair_keys(ROOT, Role.INVITER), pair_keys(ROOT, Role.JOINER)
READER, READER_BEFORE, STRANGER = (EpochKey(letter * 32) for letter in (b"a", b"b", b"c"))
PAGE = Page(3, 2, EpochKey(b"d" * 32).public, 1, b"s" * 32, 4, b'{"confirmed":true,"line":"at the library"}')


def sealed(page: Page = PAGE, keys: PairKeys = INVITER, reader: EpochKey = READER) -> bytes:
    return seal_page(page, keys.key_out, reader.public, keys.mine.slot)


def opened(wire: bytes, keys: PairKeys = JOINER, *mine: EpochKey) -> tuple[Page, int]:
    return open_page(wire, keys.key_in, mine or (READER, READER_BEFORE), keys.theirs.slot)


def resealed(inner: bytes) -> bytes:
    """Another inner layer in an outer one that anybody who knows the public key can make."""
    return VERSION + seal_to(READER.public, inner, b"cairn/v1/page\0" + INVITER.mine.slot)


WIRE_OF_PAGE = sealed()
INNER_OF_PAGE = READER.open_sealed(WIRE_OF_PAGE[1:], b"cairn/v1/page\0" + INVITER.mine.slot)

REGIONS = {
    "version": (0, 1),
    "ML-KEM ciphertext": (1, 1_089),
    "X25519 share": (1_089, 1_121),
    "inner, sealed": (1_121, WIRE - 16),
    "tag": (WIRE - 16, WIRE),
}
INNER_REGIONS = {
    "salt": (0, 24),
    "commitment": (24, 56),
    "header": (56, 56 + 1_280),
    "content and padding": (56 + 1_280, INNER - 16),
    "tag": (INNER - 16, INNER),
}


def sample(start: int, end: int) -> list[int]:
    """Both ends of a region, and 24 places between."""
    return sorted({start, end - 1, *range(start, end, max(1, (end - start) // 24))})


def flipped(wire: bytes, at: int, bit: int = 1) -> bytes:
    return wire[:at] + bytes([wire[at] ^ bit]) + wire[at + 1 :]


def refused(wire: bytes, keys: PairKeys = JOINER, *mine: EpochKey) -> None:
    with pytest.raises(Unreadable) as refusal:
        opened(wire, keys, *mine)
    assert str(refusal.value) == Unreadable.sentence
    assert refusal.value.__cause__ is None


def test_a_page_is_opened_by_the_partner_in_its_slot() -> None:
    assert len(WIRE_OF_PAGE) == WIRE
    assert opened(WIRE_OF_PAGE) == (PAGE, 0)


def test_it_is_known_which_key_it_was_sealed_to() -> None:
    assert opened(sealed(reader=READER_BEFORE)) == (PAGE, 1)


def test_a_page_is_sealed_anew_each_time() -> None:
    assert sealed()[1:1_121] != sealed()[1:1_121]
    assert sealed()[1_121:] != sealed()[1_121:]


def test_every_page_has_one_size() -> None:
    longest = replace(PAGE, content=b"x" * 13_000)
    first = Page(1, 1, READER.public, 0, NONE_YET, 0, b"{}")
    assert {len(sealed(page)) for page in (PAGE, longest, first)} == {WIRE}


def test_the_layers_are_where_they_are_said_to_be() -> None:
    assert REGIONS["inner, sealed"][1] - REGIONS["inner, sealed"][0] == INNER == len(INNER_OF_PAGE)
    assert 1 + ENCAPSULATED + INNER + 16 == WIRE
    assert open_sealed(INVITER.key_out, INNER_OF_PAGE, b"cairn/v1/inner\0" + INVITER.mine.slot) == pack_page(PAGE)


@pytest.mark.parametrize(("start", "end"), REGIONS.values(), ids=REGIONS.keys())
def test_a_flipped_byte_makes_it_unreadable(start: int, end: int) -> None:
    for at in sample(start, end):
        refused(flipped(WIRE_OF_PAGE, at))


@pytest.mark.parametrize(("start", "end"), INNER_REGIONS.values(), ids=INNER_REGIONS.keys())
def test_who_can_make_the_outer_layer_cannot_change_a_byte_of_the_inner_one(start: int, end: int) -> None:
    for at in sample(start, end):
        refused(resealed(flipped(INNER_OF_PAGE, at)))


@pytest.mark.soak
@pytest.mark.parametrize("bit", [1, 0x80])
def test_every_byte_of_the_wire(bit: int) -> None:
    for at in range(WIRE):
        refused(flipped(WIRE_OF_PAGE, at, bit))


@pytest.mark.soak
def test_every_byte_of_the_inner_layer() -> None:
    for at in range(INNER):
        refused(resealed(flipped(INNER_OF_PAGE, at)))


def test_the_inner_layer_sealed_again_as_it_was_opens() -> None:
    assert opened(resealed(INNER_OF_PAGE)) == (PAGE, 0)


@pytest.mark.parametrize("length", [0, 1, 2, 1_120, 1_121, 1_137, WIRE // 2, WIRE - 16, WIRE - 1])
def test_a_page_that_was_cut_is_unreadable(length: int) -> None:
    refused(WIRE_OF_PAGE[:length])


@pytest.mark.parametrize("more", [b"\0", b"\1", bytes(16), bytes(WIRE)])
def test_a_page_that_was_made_longer_is_unreadable(more: bytes) -> None:
    refused(WIRE_OF_PAGE + more)
    refused(more + WIRE_OF_PAGE)


@pytest.mark.parametrize("version", [0, 2, 0x10, 0xFF])
def test_another_version_is_unreadable(version: int) -> None:
    refused(bytes([version]) + WIRE_OF_PAGE[1:])


def test_zeros_and_noise_are_unreadable() -> None:
    refused(bytes(WIRE))
    refused(VERSION + bytes(WIRE - 1))
    refused(VERSION + b"\xff" * (WIRE - 1))


def test_a_page_that_is_sent_back_is_unreadable() -> None:
    refused(WIRE_OF_PAGE, INVITER, READER)


def test_a_page_in_another_slot_is_unreadable() -> None:
    other = replace(JOINER, theirs=replace(JOINER.theirs, slot=b"o" * 16))
    refused(WIRE_OF_PAGE, other)


def test_the_slot_is_bound_by_both_layers() -> None:
    slot = b"o" * 16
    moved = replace(JOINER, theirs=replace(JOINER.theirs, slot=slot))
    refused(VERSION + seal_to(READER.public, INNER_OF_PAGE, b"cairn/v1/page\0" + slot), moved)
    inner = seal(INVITER.key_out, pack_page(PAGE), b"cairn/v1/inner\0" + slot)
    refused(resealed(inner))


def test_a_page_of_another_pair_is_unreadable() -> None:
    other = pair_keys(b"q" * 32, Role.INVITER)
    refused(sealed(keys=other))
    refused(sealed(keys=replace(INVITER, key_out=other.key_out)))


def test_a_page_of_ones_own_direction_is_unreadable() -> None:
    refused(sealed(keys=replace(INVITER, key_out=INVITER.key_in)))


def test_a_page_sealed_to_somebody_else_is_unreadable() -> None:
    refused(sealed(reader=STRANGER))
    refused(WIRE_OF_PAGE, JOINER, STRANGER)


def test_a_page_whose_key_was_deleted_is_unreadable() -> None:
    assert opened(sealed(reader=READER_BEFORE), JOINER, READER, READER_BEFORE)[1] == 1
    refused(sealed(reader=READER_BEFORE), JOINER, READER)


def test_the_labels_of_the_layers_are_not_exchanged() -> None:
    refused(VERSION + seal_to(READER.public, INNER_OF_PAGE, b"cairn/v1/inner\0" + INVITER.mine.slot))
    refused(resealed(seal(INVITER.key_out, pack_page(PAGE), b"cairn/v1/page\0" + INVITER.mine.slot)))


def test_a_whole_seal_around_what_is_no_page_is_unreadable() -> None:
    context = b"cairn/v1/inner\0" + INVITER.mine.slot
    for packed in (
        b"\0" * 8 + pack_page(PAGE)[8:],
        pack_page(PAGE)[:-1] + b"\1",
        b"\xff" * 8 + pack_page(PAGE)[8:],
        b"x" * len(pack_page(PAGE)),
    ):
        refused(resealed(seal(INVITER.key_out, packed, context)))


@pytest.mark.parametrize("public", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_page_is_sealed_to_a_bad_key(public: bytes) -> None:
    with pytest.raises(Unreadable):
        seal_page(PAGE, INVITER.key_out, public, INVITER.mine.slot)


def test_both_sides_have_the_same_places_and_keys() -> None:
    assert (INVITER.mine, INVITER.theirs) == (JOINER.theirs, JOINER.mine)
    assert (INVITER.key_out, INVITER.key_in) == (JOINER.key_in, JOINER.key_out)
    places = [INVITER.mine, INVITER.theirs]
    secrets = [value for place in places for value in (place.slot, place.read, place.write)]
    assert len({*secrets, INVITER.key_out, INVITER.key_in}) == 8
    assert [len(value) for value in secrets] == [16, 32, 32] * 2


def test_keys_print_nothing() -> None:
    shown = repr(INVITER) + repr(INVITER.mine) + repr(READER)
    assert INVITER.key_out.hex() not in shown
    assert repr(INVITER.mine.slot) not in shown
    assert READER.seed.hex() not in shown
    assert len(READER.public) == EPOCH_KEY
