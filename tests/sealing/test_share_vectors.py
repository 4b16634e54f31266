"""The vectors of what travels: made by `python -m tools.share_vectors`, which knows `docs/share-format.md` alone."""

import base64
import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sync.errors import Unreadable
from sync.protocol.content import read_content, write_content
from sync.protocol.framing import Page
from sync.protocol.writers import Writer
from sync.sealing import meeting
from sync.sealing.epoch_keys import EpochKey, check_public
from sync.sealing.invite_words import read_words, words_of
from sync.sealing.meeting import Meeting
from sync.sealing.meeting_keys import Place, Role, meeting_keys, open_message, pair_keys
from sync.sealing.pages import open_page
from tools import share_vectors
from tools.share_contents import GROUP

VECTORS = Path(__file__).parents[1] / "vectors" / "share"
NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
MOST_BYTES = 3_000_000

Vector = dict[str, Any]


def named(pattern: str) -> list[Any]:
    return [
        pytest.param(json.loads(path.read_text(encoding="utf-8")), id=path.stem)
        for path in sorted(VECTORS.glob(pattern))
    ]


def begun(vector: Vector, role: Role) -> Meeting:
    """One side before it has seen anything of the other."""
    own = vector["inviter" if role is Role.INVITER else "joiner"]
    messages = [base64.b64decode(message) for message in vector["messages"]]
    seed, nonce, contribution = (bytes.fromhex(own[name]) for name in ("seed", "nonce", "contribution"))
    side = Meeting(role, bytes.fromhex(vector["code"]), seed, nonce, contribution, NOW, messages[0])
    return side if role is Role.INVITER else replace(side, m2=messages[1])


def told(place: Place) -> dict[str, str]:
    return {"slot": place.slot.hex(), "read": place.read.hex(), "write": place.write.hex()}


def read_page(vector: Vector) -> tuple[Page, int]:
    """A page as a reader takes it: both layers, its key, its content."""
    reader = Role.JOINER if vector["way"] == "AB" else Role.INVITER
    keys = pair_keys(bytes.fromhex(vector["root"]), reader)
    mine = [EpochKey(bytes.fromhex(seed)) for seed in vector["reader_seeds"]]
    page, key = open_page(base64.b64decode(vector["wire"]), keys.key_in, mine, keys.theirs.slot)
    check_public(page.epoch_key)
    read_content(page.content)
    return page, key


def test_there_are_as_many_as_were_promised_and_no_more_bytes_than_a_clone_can_bear() -> None:
    assert len(named("meeting-*.json")) == 4
    assert len(named("page-*.json")) == 12
    assert len(named("refused-page-*.json")) >= 20
    assert sum(path.stat().st_size for path in VECTORS.iterdir()) < MOST_BYTES


@pytest.mark.parametrize("vector", named("meeting-*.json"))
def test_both_sides_of_a_meeting_come_to_what_it_says(vector: Vector) -> None:
    m1, m2, m3, m4 = (base64.b64decode(message) for message in vector["messages"])
    inviter = meeting.take(begun(vector, Role.INVITER), m2, NOW)
    inviter = meeting.take(replace(inviter, m3=m3), m4, NOW)
    joiner = replace(meeting.take(begun(vector, Role.JOINER), m3, NOW), m4=m4)
    assert (inviter.m1, inviter.m2, inviter.m3, inviter.m4) == (m1, m2, m3, m4)
    expected = vector["expected"]
    for side, other in ((inviter, joiner), (joiner, inviter)):
        met = meeting.finish(side)
        assert met.root.hex() == expected["root"]
        assert " ".join(met.words) == expected["safety_words"]
        assert met.their_key == EpochKey(other.seed).public


@pytest.mark.parametrize("vector", named("meeting-*.json"))
def test_the_words_of_a_meeting_say_where_and_under_which_key(vector: Vector) -> None:
    code, expected = bytes.fromhex(vector["code"]), vector["expected"]["meeting"]
    assert read_words(vector["invite_words"]) == code
    assert " ".join(words_of(code)) == vector["invite_words"]
    keys = meeting_keys(code, Role.INVITER)
    assert {"key": keys.key.hex(), "A": told(keys.mine), "B": told(keys.theirs)} == expected
    first = base64.b64decode(vector["messages"][0])
    assert open_message(keys.key, 1, b"", first).decode() == vector["first_body"]
    body = json.loads(vector["first_body"])
    seen = meeting.look_at(code, first, NOW)
    assert (seen.kind, seen.group, seen.exp) == (body["kind"], body["group"], body["exp"])


@pytest.mark.parametrize("vector", named("meeting-*.json"))
def test_a_root_gives_both_directions(vector: Vector) -> None:
    keys = pair_keys(bytes.fromhex(vector["expected"]["root"]), Role.INVITER)
    assert {
        "AB": {**told(keys.mine), "page_key": keys.key_out.hex()},
        "BA": {**told(keys.theirs), "page_key": keys.key_in.hex()},
    } == vector["expected"]["pair"]


@pytest.mark.parametrize("vector", named("page-*.json"))
def test_a_page_that_should_open_opens_to_what_it_says(vector: Vector) -> None:
    page, key = read_page(vector)
    assert {
        "key": key,
        "number": page.number,
        "epoch": page.epoch,
        "epoch_key_sha256": hashlib.sha256(page.epoch_key).hexdigest(),
        "seen_number": page.seen_number,
        "seen_digest": page.seen_digest.hex(),
        "notes_ack": page.notes_ack,
        "content": page.content.decode(),
        "digest": page.digest.hex(),
    } == vector["expected"]
    assert write_content(read_content(page.content)) == page.content


@pytest.mark.parametrize("vector", named("refused-page-*.json"))
def test_a_page_that_should_not_open_is_unreadable(vector: Vector) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_page(vector)
    assert refusal.value.code == vector["error"]
    assert str(refusal.value) == Unreadable.sentence


@pytest.mark.parametrize(
    "vector", json.loads((VECTORS / "refused-content.json").read_text("utf-8")), ids=lambda vector: vector["about"]
)
def test_content_that_should_be_refused_is_refused_whole(vector: Vector) -> None:
    with pytest.raises(Unreadable):
        read_content(base64.b64decode(vector["content"]))


@pytest.mark.parametrize(
    "vector", json.loads((VECTORS / "refused-writer.json").read_text("utf-8")), ids=lambda vector: vector["about"]
)
def test_content_that_is_not_its_writers_to_write_is_refused_whole(vector: Vector) -> None:
    read = read_content(base64.b64decode(vector["content"]))
    with pytest.raises(Unreadable):
        read.check_writer(Writer[vector["by"].upper()], vector["group"])


@pytest.mark.parametrize(
    ("name", "by", "group"),
    [
        ("page-summary", Writer.MEMBER, GROUP),
        ("page-role-card", Writer.FACILITATOR, GROUP),
        ("page-goal", Writer.PARTNER, None),
        ("page-agreement", Writer.PARTNER, None),
    ],
)
def test_content_that_is_its_writers_to_write_is_taken(name: str, by: Writer, group: str | None) -> None:
    (vector,) = (json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8")),)
    read_content(vector["expected"]["content"].encode()).check_writer(by, group)


def without_chance(vector: Vector | list[Vector]) -> Vector | list[Vector]:
    """All but what the library's HPKE draws at random, and what comes of that."""
    if isinstance(vector, list):
        return vector
    kept = {key: value for key, value in vector.items() if key != "wire"}
    if "messages" in vector:
        expected = {key: value for key, value in vector["expected"].items() if key not in ("root", "pair")}
        kept |= {"messages": vector["messages"][:2], "expected": expected}
    return kept


def test_the_files_are_what_the_tool_makes_and_were_not_edited_by_hand() -> None:
    made = {name: without_chance(vector) for name, vector in share_vectors.share_vectors().items()}
    paths = [path for pattern in share_vectors.MADE for path in VECTORS.glob(pattern)]
    kept = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: without_chance(vector) for name, vector in kept.items()} == made
    assert all(path.read_text(encoding="utf-8") == share_vectors.as_text(kept[path.stem]) for path in paths)
