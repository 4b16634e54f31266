"""`docs/share-format.md` is true: its labels, sizes, caps and steps are those of the code."""

import re
from datetime import timedelta
from typing import get_args

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from sync import ending, exchange
from sync.consent import group_pages, making
from sync.consent.words import _name
from sync.protocol import content, framing, parts, sizes, standing, summary
from sync.protocol.content import read_content, write_content
from sync.protocol.digests import digest
from sync.protocol.framing import Page, pack_page
from sync.protocol.invitation import Invitation, Kind
from sync.protocol.writers import Writer
from sync.sealing import cobblestone, epoch_keys, invite_words, meeting, meeting_keys, pages, safety_words
from sync.sealing.meeting_keys import PairKeys, Place, Role
from sync.transports import folder
from tests.docs.conftest import ROOT

PAGE = (ROOT / "docs" / "share-format.md").read_text(encoding="utf-8")
NEVER_TRAVELS = {"cairn/v1/check", "cairn/v1/ledger", "cairn/v1/role card"}
"""A key from outside is tried with the first, and the result thrown away; the others name rows of the journal."""


def between(start: str, end: str) -> str:
    return PAGE[PAGE.index(start) : PAGE.index(end)]


def derivations(start: str, end: str) -> list[tuple[str, bytes, int]]:
    """Name, label and length of each row of a table of keys."""
    rows = re.findall(r"^\| ([^|]+) \| `([^`]+)` \\\|\\\| 0x00 \| (\d+) \|$", between(start, end), re.MULTILINE)
    return [(name, label.encode() + b"\0", int(length)) for name, label, length in rows]


def derived(root: bytes, rows: list[tuple[str, bytes, int]]) -> dict[str, bytes]:
    return {name: HKDFExpand(SHA256(), length, label).derive(root) for name, label, length in rows}


def values_of(letter: str, place: Place, slot: str) -> dict[str, bytes]:
    return {
        f"{letter}'s {slot}": place.slot,
        f"to read {letter}'s": place.read,
        f"to write {letter}'s": place.write,
    }


def layout(heading: str) -> list[tuple[int, int | None]]:
    """Offset and length of each row of a table of bytes."""
    table = PAGE[PAGE.index(heading) :].split("\n\n")[0]
    rows = re.findall(r"^\| (\d*) ?\| (\d*) ?\|", table, re.MULTILINE)
    return [(int(offset), int(length) if length else None) for offset, length in rows if offset]


def is_told(number: int) -> bool:
    return re.search(rf"(?<![\d,]){number:,}(?![\d,]*\d)|(?<![\d,]){number}(?![\d,]*\d)", PAGE) is not None


def test_what_the_twelve_words_give_is_derived_as_it_is_told() -> None:
    code = bytes(range(16))
    rows = derivations("## The twelve words", "## The four messages")
    keys = meeting_keys.meeting_keys(code, Role.INVITER)
    assert '`prk = Extract("cairn/v1/pair", the 16 bytes)`' in PAGE
    assert derived(HKDF.extract(SHA256(), b"cairn/v1/pair", code), rows) == {
        **values_of("A", keys.mine, "meeting slot"),
        **values_of("B", keys.theirs, "meeting slot"),
        "key of the meeting": keys.key,
    }


def test_what_the_root_gives_is_derived_as_it_is_told() -> None:
    root = b"r" * 32
    keys: PairKeys = meeting_keys.pair_keys(root, Role.INVITER)
    assert derived(root, derivations("## What comes of it", "## The page")) == {
        **values_of("A", keys.mine, "slot of pages"),
        **values_of("B", keys.theirs, "slot of pages"),
        "key of A's pages": keys.key_out,
        "key of B's pages": keys.key_in,
    }


def test_every_label_of_the_code_is_told_and_every_one_told_is_of_the_code() -> None:
    places = [ROOT / "sync" / room for room in ("protocol", "sealing", "consent", "records")]
    source = "".join(path.read_text(encoding="utf-8") for place in places for path in sorted(place.glob("*.py")))
    used = set(re.findall(r'[bf]"(cairn/v1/[^"\\{]*)(?:\\0)?"', source)) - NEVER_TRAVELS
    made = {f"cairn/v1/pair/m{step}" for step in (1, 2, 3, 4)} | {"cairn/v1/pair/c/AB", "cairn/v1/pair/c/BA"}
    rows = [*derivations("## The twelve words", "## The four"), *derivations("## What comes of it", "## The page")]
    told = set(re.findall(r"cairn/v1/[\w/ ]*\w", PAGE))
    assert len(used) >= 6
    assert told == used | made | {label[:-1].decode() for _, label, _ in rows}
    assert all(f'f"cairn/v1/pair/{part}' in source for part in ("m{step}\\0", "c/{direction}\\0"))


def test_every_byte_of_a_page_is_where_it_is_told_to_be() -> None:
    page = Page(1, 2, b"k" * sizes.EPOCH_KEY, 3, b"d" * 32, 4, b"content")
    fields = [(1).to_bytes(8, "big"), (2).to_bytes(4, "big"), page.epoch_key, (3).to_bytes(8, "big"), page.seen_digest]
    fields += [(4).to_bytes(8, "big"), (7).to_bytes(4, "big"), b"content" + bytes(sizes.PAGE - 1_280 - 7)]
    packed, rows = pack_page(page), layout("| Page: offset")
    assert [packed[offset : sizes.PAGE if length is None else offset + length] for offset, length in rows] == fields


def test_the_layers_of_the_wire_have_the_sizes_that_are_told() -> None:
    assert layout("| Wire: offset") == [
        (0, len(pages.VERSION)),
        (1, sizes.ENCAPSULATED),
        (1 + sizes.ENCAPSULATED, sizes.INNER),
        (sizes.WIRE - sizes.AEAD_TAG, sizes.AEAD_TAG),
    ]
    assert pages.VERSION == b"\x01"
    sealed = cobblestone.seal(b"k" * 32, b"", b"")
    told = layout("| Offset | Length")
    assert told == [(0, 24), (24, 32), (56, None)]
    assert len(sealed) == 56 + 16 == sizes.COBBLESTONE_OVERHEAD


@pytest.mark.parametrize(
    "number",
    [
        sizes.WIRE, sizes.MEETING, sizes.INNER, sizes.PAGE, sizes.PAGE_HEADER, sizes.EPOCH_KEY, sizes.ML_KEM_PUBLIC,
        sizes.ENCAPSULATED, sizes.HPKE_OVERHEAD, sizes.COBBLESTONE_OVERHEAD, sizes.CONTENT_MOST, sizes.NUMBER_MOST,
        parts.TEXT_MOST, parts.NAME_MOST, content.GOALS_MOST, content.NOTES_MOST, folder.CANDIDATES_MOST,
        epoch_keys.SEED, sizes.CODE, len(invite_words.words_of(bytes(16))),
    ],
)  # fmt: skip
def test_every_size_and_cap_is_told(number: int) -> None:
    assert is_told(number)


def test_a_number_that_is_not_told_is_noticed() -> None:
    assert not is_told(15_176)
    assert not is_told(300)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("`goals` | a list of 20 at most", content.GOALS_MOST == 20),
        ("`notes` | a list of 20 at most", content.NOTES_MOST == 20),
        ("| `goals`? | a list of 20 at most |", summary.SUMMARY_GOALS_MOST == 20),
        ("| `look_back_lines`? | a list of 20 texts at most", summary.LINES_MOST == 20),
        ("0 to 90 days after `written_on`", summary.SUMMARY_DAYS_MOST == 90),
        ("6,400 bytes at most, and so is a note", group_pages.ALWAYS_MOST == group_pages.NOTE_MOST == 6_400),
        ("A text is 2,000 characters at most", parts.TEXT_MOST == 2_000),
        ("wants to be called, one line of 80 characters at most", parts.NAME_MOST == 80),
        ("Content is 13,000 bytes at most", sizes.CONTENT_MOST == 13_000),
        ("9007199254740991 (2^53 - 1) at most", sizes.NUMBER_MOST == 9_007_199_254_740_991),
        ("for 24 hours where nothing else was said", timedelta(hours=24) == meeting.LIFE),
        ("and for 168 at most", timedelta(hours=168) == meeting.LONGEST_LIFE),
        ("Who has waited for 30 days", timedelta(days=30) == meeting.FINISH_WITHIN),
        ("if the newest is 7 days old or older", timedelta(days=7) == standing.EPOCH_LASTS),
        ("no answer has come 30 days after", timedelta(days=30) == exchange.WRITTEN_UNTIL_SEEN),
        ("they are deleted 180 days after the end was said", timedelta(days=180) == ending.UNTOLD_MOST),
        ("stands more than 48 hours before", timedelta(hours=48) == making.CLOCK_BACK),
        ("8 files at most", folder.CANDIDATES_MOST == 8),
        ("cairn looks every 10 seconds", folder.LOOK_EVERY_S == 10),
        ("16,384 zeros mean", bytes(16_384) == sizes.NOTHING_YET),
        ("zeros where there is none", bytes(32) == framing.NONE_YET),
        ("The first 44 bits of H(`cairn/v1/sas`", safety_words.WORDS * safety_words._BITS_A_WORD == 44),
    ],
)
def test_each_cap_stands_in_its_own_sentence(sentence: str, claim: bool) -> None:
    assert sentence in PAGE
    assert claim


def test_every_key_of_content_is_told() -> None:
    outermost = between("| `confirmed`", "| In | Key")
    assert re.findall(r"^\| `(\w+)` \|", outermost, re.MULTILINE) == list(content.Content.model_fields)
    inner = between("| In | Key", "A text is 2,000")
    models: tuple[type[parts.OnPage], ...] = (
        content.SharedGoal, content.SharedStep, content.Note, content.Agreement, summary.Summary, summary.SummaryGoal,
        summary.SummaryStep, summary.SentRoleCard, summary.Closing,
    )  # fmt: skip
    for model in models:
        assert {name for name in model.model_fields if f"`{name}`" not in inner} == set()
        optional = {name for name, field in model.model_fields.items() if not field.is_required()}
        assert {name for name in optional if f"`{name}`?" not in inner} == set()


def test_every_part_that_a_writer_may_write_is_told_in_their_row_and_no_other() -> None:
    table = between("| Writer | Keys |", "Who is which was settled")
    rows = re.findall(r"^\| (a \w+)[^|]*\| (.*) \|$", table, re.MULTILINE)
    told = {name: tuple(key for key in re.findall(r"`(\w+)`", keys) if key != "yes_to") for name, keys in rows}
    assert told == {
        "a partner": Writer.PARTNER.value,
        "a facilitator": Writer.FACILITATOR.value,
        "a member": Writer.MEMBER.value,
    }


def test_no_part_is_optional_that_a_page_cannot_do_without() -> None:
    needed = {
        name for model in (summary.Summary, summary.SentRoleCard, summary.Closing)
        for name, field in model.model_fields.items() if field.is_required()
    }  # fmt: skip
    assert needed == {"id", "written_on", "until", "limits_of_confidentiality", "on"}
    inner = between("| a summary |", "| a note |")
    assert {name for name in needed if f"`{name}`?" in inner} == set()


def test_every_word_that_may_stand_for_something_is_told() -> None:
    words = [word for kinds in (parts.GoalStatus, parts.StepStatus, parts.Section, Kind) for word in get_args(kinds)]
    assert len(words) == 16
    assert {word for word in words if f"`{word}`" not in PAGE} == set()


def test_every_key_of_the_first_message_is_told() -> None:
    table = between("| `v` | 1 |", "Both public keys are those")
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(Invitation.model_fields)


def test_the_content_in_it_is_a_content() -> None:
    shown = re.findall(r"```json\n(.+)\n```", PAGE)
    writers = ((Writer.PARTNER, None), (Writer.MEMBER, "Thursday evenings"), (Writer.FACILITATOR, "Thursday evenings"))
    assert len(shown) == len(writers)
    for told, (writer, group) in zip(shown, writers, strict=True):
        read = read_content(told.encode())
        read.check_writer(writer, group)
        assert write_content(read) == told.encode()
    assert write_content(content.Content(confirmed=True)) == b'{"confirmed":true}'
    assert write_content(content.Content(end=True)) == b'{"end":true}'
    for small in ('{"confirmed":true}', '{"end":true}'):
        assert f"`{small}`" in PAGE


def test_an_agreement_is_named_as_it_is_told() -> None:
    assert "H(`cairn/v1/agreement`, canonical JSON of the reader's `mine`)" in PAGE
    mine = {"when": "Tuesdays", "privacy": "between us"}
    told = digest(b"cairn/v1/agreement", b'{"privacy":"between us","when":"Tuesdays"}').hex()
    assert _name(mine) == told


def test_a_digest_is_made_as_it_is_told() -> None:
    assert "H(part, part, …) = SHA-256 over each part after its length in 4 bytes" in PAGE
    assert '`digest of a page = H("cairn/v1/page", its number in 8 bytes, its content)`' in PAGE
    page = Page(7, 1, bytes(1_216), 0, bytes(32), 0, b"{}")
    assert page.digest == digest(b"cairn/v1/page", (7).to_bytes(8, "big"), b"{}")


def test_the_names_in_a_folder_are_told() -> None:
    assert f"`<slot, 32 hex>{folder.SUFFIX}`" in PAGE
    assert f"`{folder.BEGUN}-<slot, 32 hex>-<8 hex>`" in PAGE


def test_every_link_of_it_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert target.startswith("https://") or (ROOT / "docs" / target).exists(), target
