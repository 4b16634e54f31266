"""The header's grammar: read exactly as written, and anything else is refused before a key is derived."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import Damaged, NewerFormat
from journal.vault.header import BODY_BYTES, LONGEST, Header, Slot, parse_header
from tests.vault.header_bytes import flipped, loosened, resummed, slots_swapped, with_sum, without_line

unhurried = settings(deadline=None)
PASS_LINE = "pass argon2id m=65536 t=3 p=4 AAECAwQFBgcICQoLDA0ODw"
WORDS_LINE = "recovery hkdf-sha256 EBESExQVFhcYGRobHB0eHw"
HEADER = Header(
    bytes(range(16)),
    1,
    (Slot(PASS_LINE, bytes(range(BODY_BYTES))), Slot(WORDS_LINE, bytes(range(100, 100 + BODY_BYTES)))),
    bytes(range(200, 232)),
)
CONTENT = HEADER.to_bytes()

kinds = st.from_regex(r"[a-z0-9-]{1,32}", fullmatch=True)
words = st.from_regex(r"( [!-~]{1,128}){0,8}", fullmatch=True)
slots = st.builds(lambda kind, rest, body: Slot(kind + rest, body), kinds, words, st.binary(max_size=200))
headers = st.builds(
    Header,
    st.binary(min_size=16, max_size=16),
    st.integers(1, 999_999_999),
    st.lists(slots, max_size=6, unique_by=lambda slot: slot.kind).map(tuple),
    st.binary(min_size=32, max_size=32),
)


@unhurried
@given(headers)
def test_what_is_written_is_read(header: Header) -> None:
    assert parse_header(header.to_bytes()) == header


def test_a_header_with_both_slots_is_small() -> None:
    assert len(CONTENT) < 600


@pytest.mark.parametrize("bit", range(8))
def test_a_flip_of_any_byte_is_damage(bit: int) -> None:
    for place in range(len(CONTENT)):
        with pytest.raises(Damaged):
            parse_header(flipped(CONTENT, place, bit))


@pytest.mark.parametrize("length", range(0, len(CONTENT), 7))
def test_a_header_cut_off_anywhere_is_damage(length: int) -> None:
    with pytest.raises(Damaged):
        parse_header(CONTENT[:length])


@pytest.mark.parametrize("number", range(len(CONTENT.splitlines())))
def test_a_line_that_is_gone_is_damage(number: int) -> None:
    with pytest.raises(Damaged):
        parse_header(without_line(CONTENT, number))


@pytest.mark.parametrize("number", [*range(8)])
def test_a_line_that_is_gone_is_damage_or_another_mac_even_where_the_sum_is_right(number: int) -> None:
    """Taking out a whole slot is grammar; that, the MAC refuses when the vault is opened."""
    with pytest.raises((Damaged, NewerFormat)):
        parse_header(resummed(CONTENT, lambda above: without_line(above, number)))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda b: b.replace(b"gen 1\n", b"gen 1\r\n"), id="CR LF at one line"),
        pytest.param(lambda b: b.replace(b"gen 1", b"gen 2"), id="a generation that names another database"),
        pytest.param(lambda b: b.replace(b"journal-1.db", b"journal-2.db"), id="another database"),
        pytest.param(lambda b: b.replace(b"journal-1.db", b"../journal-1.db"), id="a database elsewhere"),
        pytest.param(lambda b: b.replace(b"gen 1\ndb journal-1", b"gen 01\ndb journal-01"), id="a leading zero"),
        pytest.param(lambda b: b.replace(b"gen 1\ndb journal-1", b"gen 0\ndb journal-0"), id="generation 0"),
        pytest.param(lambda b: b.replace(b"gen 1\ndb journal-1", b"gen -1\ndb journal--1"), id="a negative generation"),
        pytest.param(
            lambda b: b.replace(b"1\ndb journal-1", b"9" * 10 + b"\ndb journal-" + b"9" * 10), id="ten digits"
        ),
        pytest.param(lambda b: b.replace(b"id 0001", b"id 00 01"), id="an id that is no id"),
        pytest.param(lambda b: b.replace(b"id 000102030405060708090a", b"id 000102030405060708090A"), id="capitals"),
        pytest.param(lambda b: b.replace(b"-> pass", b"->  pass"), id="two blanks"),
        pytest.param(lambda b: b.replace(b"-> pass", b"-> Pass"), id="a kind in capitals"),
        pytest.param(lambda b: b.replace(b"-> recovery hkdf-sha256", b"-> pass hkdf-sha256"), id="two of one kind"),
        pytest.param(lambda b: b.replace(b"argon2id", "argön2id".encode()), id="not ASCII"),
        pytest.param(lambda b: b.replace(b"argon2id", b"argon\x002id"), id="NUL"),
        pytest.param(lambda b: b.replace(b"\n--- ", b"\n\n--- "), id="an empty line"),
        pytest.param(lambda b: b.replace(b"\n--- ", b"\n---"), id="no blank before the MAC"),
        pytest.param(lambda b: b[:-2] + b"\n", id="a MAC of 31 bytes"),
        pytest.param(lambda b: b[:-1] + b"=\n", id="padding"),
        pytest.param(lambda b: b"\xef\xbb\xbf" + b, id="a byte order mark"),
        pytest.param(lambda b: b + b"more\n", id="a line after the MAC"),
        pytest.param(lambda b: b"", id="nothing at all"),
        pytest.param(lambda b: b"\n", id="one line end"),
        pytest.param(lambda b: b[:-1], id="no line end before the sum"),
    ],
)
def test_what_the_grammar_does_not_know_is_damage_even_where_the_sum_is_right(
    change: Callable[[bytes], bytes],
) -> None:
    with pytest.raises(Damaged):
        parse_header(resummed(CONTENT, change))


def test_a_header_with_windows_line_ends_is_damage() -> None:
    with pytest.raises(Damaged):
        parse_header(CONTENT.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("line", [5, 7, 8])
def test_base64_has_one_way_to_write_each_value(line: int) -> None:
    letters = CONTENT.splitlines()[line].removeprefix(b"--- ")

    with pytest.raises(Damaged):
        parse_header(resummed(CONTENT, lambda above: above.replace(letters, loosened(letters))))


@pytest.mark.parametrize("letters", [b"A===", b"AAA\nA", b"AA A", b"AA-_", b"A", b"AAAA=", b"\xc3\xa9AA"])
def test_a_body_that_is_no_base64_is_damage(letters: bytes) -> None:
    body = CONTENT.splitlines()[5]
    with pytest.raises(Damaged):
        parse_header(resummed(CONTENT, lambda above: above.replace(body, letters)))


def test_a_header_of_the_longest_length_is_read_and_one_byte_more_is_not() -> None:
    def padded(spare: int) -> bytes:
        words = " ".join(["x"] + ["y" * 100] * 3 + ["z" * spare])
        return Header(HEADER.vault_id, 1, (*HEADER.slots, Slot(words, bytes(5400))), HEADER.mac).to_bytes()

    spare = LONGEST - len(padded(1)) + 1
    assert len(padded(spare)) == LONGEST
    assert parse_header(padded(spare)).slot("x") is not None
    with pytest.raises(Damaged):
        parse_header(padded(spare + 1))


@pytest.mark.parametrize("version", [b"cairn-vault/2", b"cairn-vault/10", b"cairn-vault/next"])
def test_a_newer_version_is_called_newer_not_damaged(version: bytes) -> None:
    with pytest.raises(NewerFormat):
        parse_header(resummed(CONTENT, lambda above: above.replace(b"cairn-vault/1", version)))


def test_a_newer_version_that_was_damaged_is_damage() -> None:
    newer = resummed(CONTENT, lambda above: above.replace(b"cairn-vault/1", b"cairn-vault/2"))
    with pytest.raises(Damaged):
        parse_header(flipped(newer, 200))


def test_slots_in_another_order_are_grammar_for_the_mac_to_refuse() -> None:
    swapped = parse_header(with_sum(slots_swapped(CONTENT).rpartition(b"sum ")[0]))
    assert [slot.kind for slot in swapped.slots] == ["recovery", "pass"]
    assert swapped.covered() != HEADER.covered()


def test_an_unknown_slot_is_kept_as_it_is() -> None:
    with_more = Header(HEADER.vault_id, 1, (*HEADER.slots, Slot("fido2 hmac-secret x", b"\x01")), HEADER.mac)
    assert parse_header(with_more.to_bytes()).to_bytes() == with_more.to_bytes()


@unhurried
@given(st.binary(max_size=400))
def test_any_bytes_are_a_header_or_damage(content: bytes) -> None:
    for whole in (content, with_sum(content + b"\n")):
        try:
            parse_header(whole)
        except (Damaged, NewerFormat):
            continue
        raise AssertionError("random bytes were taken for a header")


@unhurried
@given(st.data())
def test_any_change_of_lines_is_the_same_header_or_refused(data: st.DataObject) -> None:
    lines = CONTENT.splitlines(keepends=True)[:-1]
    order = data.draw(st.lists(st.sampled_from(range(len(lines))), max_size=12))
    content = with_sum(b"".join(lines[number] for number in order))
    try:
        assert parse_header(content).to_bytes() == content
    except (Damaged, NewerFormat):
        assert content != CONTENT
