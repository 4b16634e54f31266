"""One real exchange, from the invite to the end, byte for byte as it stood in the folder: this cairn reads it too.

Both sides are played again by the rules of `standing.py`. Whatever one of them wrote has to be what the rules say at
that moment, and what the other read has to open with the keys that the rules still hold.
"""

import base64
import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sync.protocol.content import Content, read_content
from sync.protocol.framing import Page
from sync.protocol.standing import Standing, Taken, met_newest_key, renewed, taken_in, written
from sync.sealing import meeting
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.meeting import Meeting, Met
from sync.sealing.meeting_keys import Role, meeting_keys, pair_keys
from sync.sealing.pages import open_page

FROZEN = sorted((Path(__file__).parents[1] / "vectors" / "share").glob("exchange-*.json"))
SHA256 = {"exchange-0001": "5af908f6429872dea34fc848a135278e0f17504009a252cff52ba87ce76286b7"}
"""Of each file: what is frozen stays as it is."""

Event = dict[str, Any]


@dataclass
class Side:
    """One of the two, played again."""

    who: str
    told: Event
    standing: Standing
    view: Content | None = None

    @property
    def role(self) -> Role:
        return Role.INVITER if self.who == "A" else Role.JOINER

    def seed_of(self, epoch: int) -> bytes:
        """The seed that was drawn then; bytes that open nothing where there never was one."""
        return bytes.fromhex(self.told[self.who]["seeds"].get(str(epoch), "00" * 32))

    def writes(self, event: Event) -> None:
        """A page of one's own: what it says is what the rules give."""
        while self.standing.number < event["number"] - 1:
            # A page that was made and had other words before it was carried anywhere.
            self.standing = renewed(self.standing, b"carried nowhere, %d" % self.standing.number)
        self.standing = renewed(self.standing, event["content"].encode())
        page = self.standing.page(EpochKey(self.standing.seed).public)
        assert self.standing.owes
        assert fields_of(page) == {name: event[name] for name in fields_of(page)}
        self.standing = written(self.standing)

    def reads(self, event: Event, at: datetime) -> Taken:
        """A page of the partner's."""
        mine = [EpochKey(seed) for seed in (self.standing.seed, self.standing.seed_before) if seed]
        keys = pair_keys(bytes.fromhex(self.told["root"]), self.role)
        page, index = open_page(base64.b64decode(event["wire"]), keys.key_in, mine, keys.theirs.slot)
        assert fields_of(page) == {name: event[name] for name in fields_of(page)}
        assert self.standing.epoch - index == event["sealed_to_epoch"]
        content = read_content(page.content)
        after, taken = taken_in(self.standing, page, max((note.no for note in content.notes), default=0))
        if index == 0 and taken is not Taken.OLD:
            after = met_newest_key(after, self.seed_of(after.epoch + 1), at)
        self.standing = after
        if taken is Taken.WORDS:
            self.view = content
        return taken


def fields_of(page: Page) -> Event:
    return {
        "number": page.number,
        "epoch": page.epoch,
        "seen_number": page.seen_number,
        "seen_digest": page.seen_digest.hex(),
        "notes_ack": page.notes_ack,
        "content": page.content.decode(),
    }


def met(told: Event, who: str) -> tuple[Meeting, Met]:
    """A side after its meeting, from the messages that stood in the folder."""
    wires = {event["is"]: base64.b64decode(event["wire"]) for event in told["events"] if "wire" in event}
    own, code = told[who], bytes.fromhex(told["code"])
    seed, nonce, contribution = (
        bytes.fromhex(value) for value in (own["seeds"]["1"], own["nonce"], own["contribution"])
    )
    begins = datetime.fromisoformat(told["events"][0]["at"])
    role = Role.INVITER if who == "A" else Role.JOINER
    side = Meeting(role, code, seed, nonce, contribution, begins, wires["m1"])
    if role is Role.INVITER:
        side = replace(meeting.take(side, wires["m2"], begins), m3=wires["m3"])
        side = meeting.take(side, wires["m4"], begins)
    else:
        side = replace(meeting.take(replace(side, m2=wires["m2"]), wires["m3"], begins), m4=wires["m4"])
    return side, meeting.finish(side)


def began_at(told: Event, who: str, last: str) -> datetime:
    """When a side first read the message that made the pair."""
    events = told["events"]
    return next(
        datetime.fromisoformat(event["at"])
        for event in events
        if event["by"] == who and "reads" in event and events[event["reads"]]["is"] == last
    )


def played(told: Event) -> tuple[dict[str, Side], list[str]]:
    """Everything again, in the order in which it was; and what was shown of the inviter, whenever it changed."""
    sides = {}
    for who, last in (("A", "m4"), ("B", "m3")):
        begun, pair = met(told, who)
        sides[who] = Side(who, told, Standing(begun.seed, began_at(told, who, last), pair.their_key))
    shown: list[str] = []
    for event in told["events"]:
        side, at = sides[event["by"]], datetime.fromisoformat(event["at"])
        if event.get("is") == "page":
            side.writes(event)
        elif "reads" in event and told["events"][event["reads"]]["is"] == "page":
            taken = side.reads(told["events"][event["reads"]], at)
            if taken is Taken.WORDS and event["by"] == "B" and side.view is not None:
                shown.append(told["events"][event["reads"]]["content"])
    return sides, shown


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def told(request: pytest.FixtureRequest) -> Event:
    found: Event = json.loads(request.param.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_what_is_frozen_stays_as_it_is(path: Path) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SHA256[path.stem]


def test_there_is_one() -> None:
    assert {path.stem for path in FROZEN} == set(SHA256)


def test_the_meeting_gives_both_the_same_pair_and_words(told: Event) -> None:
    for who in ("A", "B"):
        _, pair = met(told, who)
        assert pair.root.hex() == told["root"]
        assert " ".join(pair.words) == told["safety_words"]


def test_every_write_is_of_one_size_and_in_a_slot_of_the_two(told: Event) -> None:
    meets = meeting_keys(bytes.fromhex(told["code"]), Role.INVITER)
    pair = pair_keys(bytes.fromhex(told["root"]), Role.INVITER)
    slots = {"A": {meets.mine.slot.hex(), pair.mine.slot.hex()}, "B": {meets.theirs.slot.hex(), pair.theirs.slot.hex()}}
    writes = [event for event in told["events"] if "wire" in event]
    assert {len(base64.b64decode(event["wire"])) for event in writes} == {16_384}
    assert all(event["slot"] in slots[event["by"]] for event in writes)
    assert len({event["wire"] for event in writes}) == len(writes)


def test_nothing_but_the_confirmation_goes_before_both_have_said_that_the_words_match(told: Event) -> None:
    pages = [event for event in told["events"] if event.get("is") == "page"]
    both_said = {"A": False, "B": False}
    for event in pages:
        if not all(both_said.values()):
            assert event["content"] in ('{"confirmed":true}', '{"confirmed":true,"name":"Sam"}')
        both_said[event["by"]] = True
    assert pages[0]["content"] == '{"confirmed":true}'


def test_both_sides_played_again_write_and_read_what_they_did(told: Event) -> None:
    sides, shown = played(told)
    assert [side.standing.epoch for side in sides.values()] == [3, 3]
    titles = [[goal.title for goal in read_content(content.encode()).goals] for content in shown]
    assert titles == [[], [], ["read in the evenings"], ["read on most evenings"], ["read on most evenings"], [], []]
    lines = [read_content(content.encode()).line for content in shown]
    assert lines == [None, None, None, None, "at the café by the river", "at the café by the river", None]
    assert shown[-1] == '{"end":true}'
    assert sides["A"].view == Content(end=True)
    assert sides["A"].standing.notes_ack == 1


def test_the_words_that_were_typed_are_nowhere_in_what_stood_in_the_folder(told: Event) -> None:
    wires = b"".join(base64.b64decode(event["wire"]) for event in told["events"] if "wire" in event)
    for words in ("read in the evenings", "ask at the library", "Which book", "café", "Ana", "confirmed", "until"):
        assert words.encode() not in wires


def test_both_slots_of_the_pair_are_empty_in_the_end(told: Event) -> None:
    pair = pair_keys(bytes.fromhex(told["root"]), Role.INVITER)
    deleted = {event["slot"] for event in told["events"] if event.get("deletes")}
    assert deleted == {pair.mine.slot.hex(), pair.theirs.slot.hex()}
    assert all("wire" not in event for event in told["events"][-2:])
