"""What sharing costs: a page sealed and opened beside the library's own calls, a meeting of two, one changed line."""

import asyncio
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from benchmarks.journals import PASSPHRASE, StillClock
from benchmarks.processes import NotMeasured
from benchmarks.report import Finding
from benchmarks.samples import Measure, Samples, in_ms, milliseconds, ratio, take_turns, timed
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal
from journal.vault.key_slots import FLOOR
from sync.carrying import meet
from sync.consent.sharing import Sharing, Yes
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.protocol.framing import NONE_YET, Page
from sync.protocol.sizes import CONTENT_MOST, INNER, SLOT_ID, WIRE
from sync.records.pairs import PARTNER, State
from sync.sealing import meeting
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.invite_words import new_code, read_words
from sync.sealing.meeting_keys import Place, Role, meeting_keys
from sync.sealing.pages import open_page, seal_page
from sync.transports.folder import Folder

T = TypeVar("T")
BUDGET = 2.0
"""Times what the library takes to seal and open as many bytes."""
PAGES = 1_000
ROUNDS = 20
"""Of the pages and the meetings."""
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_INFO = b"cairn/v1/page\0" + bytes(SLOT_ID)
_YES = Yes("I choose to share this.", 1, "en", "y")
_TITLE = ("title",)


def measure(folder: Path, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Pages in this process, always as many; then two journals that meet in a folder, and lines changed there."""
    pages = PAGES // ROUNDS
    sides: dict[str, Measure] = {
        "pages": _sealing(pages),
        "with keys from the disk": _sealing(pages, from_disk=True),
        "bare": _bare(pages),
        "meeting": _meeting,
    }
    samples = take_turns(sides, ROUNDS, tell)
    return [
        _against(f"{PAGES:,} pages sealed and opened", samples["pages"], samples["bare"], BUDGET),
        _against("the same, each with keys read anew", samples["with keys from the disk"], samples["bare"], None),
        Finding("two people meet: processor, both", milliseconds(samples["meeting"]), "-", "-", "", None),
        *_edits(folder, rounds),
    ]


def _against(what: str, pages: Samples, bare: Samples, budget: float | None) -> Finding:
    """For each page, where a round seals and opens many of them."""
    outcome, each = ratio(pages, bare), PAGES // ROUNDS
    return Finding(
        what,
        f"{in_ms(pages.middle() / each)} ms each",
        f"HPKE alone: {in_ms(bare.middle() / each)} ms each",
        f"{outcome:.2f} times",
        f"{budget} times" if budget else "",
        outcome <= budget if budget else None,
    )


def _sealing(pages: int, *, from_disk: bool = False) -> Measure:
    key, slot, reader, before = os.urandom(32), bytes(SLOT_ID), EpochKey.generate(), EpochKey.generate()
    page = Page(1, 1, before.public, 0, NONE_YET, 0, bytes(CONTENT_MOST))

    def once() -> None:
        for _ in range(pages):
            wire = seal_page(page, key, reader.public, slot)
            mine = [EpochKey(one.seed) for one in (reader, before)] if from_disk else [reader, before]
            if open_page(wire, key, mine, slot) != (page, 0):
                raise NotMeasured("A page did not come back as it was sealed.")

    return lambda: timed(once)


def _bare(pages: int) -> Measure:
    private = hpke.MLKEM768X25519PrivateKey(MLKEM768PrivateKey.generate(), X25519PrivateKey.generate())
    public, message = private.public_key(), bytes(INNER)

    def once() -> None:
        for _ in range(pages):
            if _SUITE.decrypt(_SUITE.encrypt(message, public, info=_INFO), private, info=_INFO) != message:
                raise NotMeasured("HPKE did not give back what it was given.")

    return lambda: timed(once)


def _meeting() -> float:
    """Seconds of the processor that the four messages take, on both sides together."""
    started, now = time.process_time(), datetime(2026, 3, 1, tzinfo=UTC)
    one = meeting.invite(new_code(), PARTNER, None, now + timedelta(1), now)
    other = meeting.join(one.code, one.m1, now)
    one = meeting.take(one, other.m2, now)
    other = meeting.take(other, one.m3, now)
    one = meeting.take(one, other.m4, now)
    if meeting.finish(one).root != meeting.finish(other).root:
        raise NotMeasured("The two did not meet.")
    return time.process_time() - started


class _Counting(Folder):
    """A folder that counts what is written to it."""

    written = 0

    async def write(self, place: Place, wire: bytes) -> None:
        """As it is, and counted."""
        self.written += len(wire)
        await super().write(place, wire)


class _Person:
    """Somebody with a journal, and the folder."""

    def __init__(self, home: Home, place: _Counting) -> None:
        create_journal(home, PASSPHRASE, StillClock(), FLOOR)
        self.journal: OpenJournal = open_journal(home, PASSPHRASE, StillClock())
        self._place = place

    def visit(self) -> None:
        """Look in, once."""
        report = asyncio.run(meet(_here, Exchange(self.journal), slots=lambda _: self._place))
        if report.problems:
            raise NotMeasured("The two could not use their folder.")


async def _here(deed: Callable[[], T]) -> T:
    return deed()


def _edits(folder: Path, rounds: int) -> list[Finding]:
    both = folder / "both"
    both.mkdir()
    place = _Counting(both)
    ana, sam = (_Person(Home(folder / name), place) for name in ("ana", "sam"))
    partner = _let_meet(ana, sam, place)
    sharing, goal = Sharing(ana.journal), ana.journal.add_goal("Get out most days")
    written: list[int] = []

    def edit() -> None:
        ana.journal.change(goal.id, {"title": f"Get out most days {len(written)}"})
        sharing.say_yes(sharing.offer(partner, goal.id, _TITLE), _YES)
        ana.visit()

    def one() -> float:
        before = place.written
        seconds = timed(edit)
        # The partner's cairn takes it in and answers, and the answer is taken in.
        sam.visit()
        ana.visit()
        written.append(place.written - before)
        return seconds

    samples = take_turns({"edit": one}, rounds, lambda _: None)["edit"]
    for person in (ana, sam):
        person.journal.close()
    most = max(written[1:])
    return [
        Finding("a changed line, from the yes to the page in the folder", milliseconds(samples), "-", "-", "", None),
        Finding(
            "bytes written for a changed line, both sides, with the answer",
            f"{most:,}",
            f"one page: {WIRE:,}",
            f"{most / WIRE:.0f} pages",
            "2 pages",
            most <= 2 * WIRE,
        ),
    ]


def _let_meet(ana: _Person, sam: _Person, place: _Counting) -> str:
    """Ana's id of Sam, once both have said that the words match."""
    via = "folder:/both"
    invited = Pairing(ana.journal).invite(via, my_name="Ana", called="Sam")
    ana.visit()
    code = read_words(" ".join(invited.words))
    (first,) = asyncio.run(place.read(meeting_keys(code, Role.JOINER).theirs)).candidates
    joined = Pairing(sam.journal).join(code, first, via, my_name="Sam", called="Ana")
    for person in (sam, ana, sam, ana):
        person.visit()
    Pairing(ana.journal).say_match(invited.partner, Pairing(ana.journal).words(invited.partner)[1])
    Pairing(sam.journal).say_match(joined, Pairing(sam.journal).words(joined)[1])
    for person in (ana, sam) * 3:
        person.visit()
    if Pairing(ana.journal).words(invited.partner)[0].state is not State.ACTIVE:
        raise NotMeasured("The two did not meet.")
    return invited.partner
