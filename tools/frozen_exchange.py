"""Freeze one real exchange: `python -m tools.frozen_exchange`. Every later cairn has to read it.

Two journals meet through a folder, from the invite to the end, with a goal that is shared, words both ways, a change
that waits for a yes, a change of keys and a stop. Every byte that was written there is kept in order, with the keys.
What is frozen stays as it is: this writes a file of its own number, and never over one that is there.
"""

import asyncio
import base64
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal
from journal.vault.key_slots import FLOOR
from sync.carrying import meet
from sync.consent.sharing import Sharing, Yes
from sync.consent.words import Words
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.protocol.framing import Page
from sync.records.meetings import Meetings
from sync.records.pairs import Pairs
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.invite_words import read_words
from sync.sealing.meeting_keys import Place, Role, meeting_keys, pair_keys
from sync.sealing.pages import open_page
from sync.transports.slot import Held, Slots
from sync.transports.via import slots_at

FOLDER = Path(__file__).parents[1] / "tests" / "vectors" / "share"
BEGINS = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
PASSPHRASE = "a passphrase that guards nothing"
SAID = Yes("I choose to share this with this partner, as it is shown here.", 1, "en-GB", "y")

T = TypeVar("T")
Event = dict[str, Any]


class SetClock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = BEGINS

    def now(self) -> datetime:
        return self.at.astimezone(ZoneInfo("Europe/London"))

    def zone(self) -> str:
        return "Europe/London"


class Watched:
    """Slots that are written and read for one of the two, with everything noted."""

    def __init__(self, slots: Slots, who: str, clock: SetClock, events: list[Event]) -> None:
        self._slots, self._who, self._clock, self._events = slots, who, clock, events

    async def read(self, place: Place) -> Held:
        held = await self._slots.read(place)
        for wire in held.candidates:
            number = next(n for n, event in enumerate(self._events) if event.get("wire") == _b64(wire))
            if self._events[number]["by"] != self._who:
                self._note({"reads": number})
        return held

    async def write(self, place: Place, wire: bytes) -> None:
        self._note({"slot": place.slot.hex(), "wire": _b64(wire)})
        await self._slots.write(place, wire)

    async def wait(self, place: Place, version: str, seconds: float) -> Held:
        return await self._slots.wait(place, version, seconds)

    async def check(self) -> None:
        await self._slots.check()

    async def delete(self, place: Place) -> None:
        self._note({"slot": place.slot.hex(), "deletes": True})
        await self._slots.delete(place)

    def _note(self, event: Event) -> None:
        self._events.append({"at": self._clock.at.isoformat(), "by": self._who, **event})


class Person:
    """One journal, and what its keys were."""

    def __init__(self, who: str, root: Path, clock: SetClock, events: list[Event]) -> None:
        home = Home(root / who)
        create_journal(home, PASSPHRASE, clock, FLOOR)
        self.journal: OpenJournal = open_journal(home, PASSPHRASE, clock)
        self.partner = ""
        self.keys: dict[str, Any] = {"seeds": {}}
        self._who, self._clock, self._events = who, clock, events

    def visit(self) -> None:
        """Meet the partner once, and note the keys that there are now."""

        async def at_once(deed: Callable[[], T], /) -> T:
            return deed()

        def watched(via: str) -> Slots:
            return Watched(slots_at(via), self._who, self._clock, self._events)

        asyncio.run(meet(at_once, Exchange(self.journal), slots=watched))
        self.note_keys()

    def note_keys(self) -> None:
        """What a reader of the frozen bytes needs."""
        role = Role.INVITER if self._who == "A" else Role.JOINER
        begun = Meetings(self.journal.connection).get(self.partner, role)
        if begun is not None:
            self.keys |= {"nonce": begun.nonce.hex(), "contribution": begun.contribution.hex()}
            self.keys["seeds"]["1"] = begun.seed.hex()
        standing = Pairs(self.journal.connection).standing(self.partner)
        if standing is not None:
            self.keys["seeds"][str(standing.epoch)] = standing.seed.hex()


def frozen(root: Path) -> Event:
    """The whole of it, from the invite to the end."""
    clock, events = SetClock(), list[Event]()
    folder = root / "both"
    folder.mkdir()
    via = f"folder:{folder}"
    a, b = Person("A", root, clock, events), Person("B", root, clock, events)
    invited = Pairing(a.journal).invite(via, my_name="Ana", called="a partner")
    a.partner = invited.partner
    a.visit()
    code = read_words(" ".join(invited.words))
    first = asyncio.run(slots_at(via).read(meeting_keys(code, Role.JOINER).theirs)).candidates[0]
    b.partner = Pairing(b.journal).join(code, first, via, my_name="Sam", called="a partner")
    b.note_keys()
    both = _Both(a, b, clock)
    both.visit(3)
    words = [Pairing(each.journal).words(each.partner)[1] for each in (a, b)]
    root_key = Pairs(a.journal.connection).all()[0].root
    if root_key is None or words[0] != words[1]:
        raise SystemExit("the two did not meet")
    _share_and_end(both)
    told: Event = {
        "about": "Two people meet, share a goal, write to each other, change keys, stop and end.",
        "code": code.hex(),
        "safety_words": " ".join(words[0]),
        "root": root_key.hex(),
        "A": a.keys,
        "B": b.keys,
        "events": events,
    }
    for each in (a, b):
        each.journal.close()
    _tell_what_they_are(told)
    return told


class _Both:
    """Both of them, who visit in turn, an hour apart."""

    def __init__(self, a: Person, b: Person, clock: SetClock) -> None:
        self.a, self.b, self._clock = a, b, clock

    def visit(self, times: int = 2, days: int = 0) -> None:
        self._clock.at += timedelta(days=days)
        for _ in range(times):
            for each in (self.b, self.a):
                self._clock.at += timedelta(hours=1)
                each.visit()


def _share_and_end(both: _Both) -> None:
    a, b = both.a, both.b
    Pairing(a.journal).say_match(a.partner, Pairing(a.journal).words(a.partner)[1])
    both.visit()
    Pairing(b.journal).say_match(b.partner, Pairing(b.journal).words(b.partner)[1])
    both.visit()
    goal = a.journal.add_goal("read in the evenings")
    a.journal.add_step(goal.id, "ask at the library")
    sharing = Sharing(a.journal)
    share = sharing.say_yes(sharing.offer(a.partner, goal.id, ("title", "status", "next_step")), SAID)
    both.visit()
    Words(b.journal).encourage(b.partner, "That sounds good. Which book is it?")
    both.visit()
    a.journal.change(goal.id, {"title": "read on most evenings"})
    both.visit()
    sharing.say_yes(sharing.offer_again(share.id), SAID)
    both.visit(days=8)
    Words(a.journal).say_line(a.partner, "at the café by the river")
    both.visit(days=8)
    sharing.stop(next(each.id for each in sharing.shares() if each.is_live))
    both.visit()
    Pairing(b.journal).end(b.partner)
    both.visit(3)


def _tell_what_they_are(told: Event) -> None:
    """Beside every write, what it is; beside a page, what it opens to. For whoever reads without cairn."""
    keys = meeting_keys(bytes.fromhex(told["code"]), Role.INVITER)
    turns = {keys.mine.slot.hex(): ["m1", "m3", "noise"], keys.theirs.slot.hex(): ["m2", "m4", "noise"]}
    for event in told["events"]:
        if "wire" not in event:
            continue
        if event["slot"] in turns:
            event["is"] = turns[event["slot"]].pop(0)
            continue
        pair = pair_keys(bytes.fromhex(told["root"]), Role.JOINER if event["by"] == "A" else Role.INVITER)
        seeds = told["B" if event["by"] == "A" else "A"]["seeds"].values()
        readers = [EpochKey(bytes.fromhex(seed)) for seed in seeds]
        page, key = open_page(base64.b64decode(event["wire"]), pair.key_in, readers, pair.theirs.slot)
        event |= {"is": "page", "sealed_to_epoch": key + 1, **_in_words(page)}


def _in_words(page: Page) -> Event:
    return {
        "number": page.number,
        "epoch": page.epoch,
        "seen_number": page.seen_number,
        "seen_digest": page.seen_digest.hex(),
        "notes_ack": page.notes_ack,
        "content": page.content.decode(),
    }


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def main() -> None:
    """Write the next one."""
    number = len(list(FOLDER.glob("exchange-*.json"))) + 1
    with tempfile.TemporaryDirectory() as place:
        told = frozen(Path(place))
    path = FOLDER / f"exchange-{number:04}.json"
    path.write_text(json.dumps(told, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")
    print(path.name, len(told["events"]), "events", file=sys.stderr)


if __name__ == "__main__":
    main()
