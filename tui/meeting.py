"""Meeting the partners while the screen is open, beside everything else.

Bytes are read and written in threads of their own, and taken in on the store thread, one short deed at a time: no save
and no key waits for a folder. What went wrong is said once, and tried again at longer and longer intervals. Behind a
cover, and once somebody leaves, nothing is met.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.timer import Timer
from textual.worker import Worker

from journal.clock import Clock
from journal.errors import CairnError, NotFound
from journal.paths import Home
from sync.errors import OUT_OF_REACH
from tui.leaving import LeavingApp
from tui.meeting_rhythm import Rhythm
from tui.screens.meeting_told import ClockIsRight, LastMeeting, MeetNow, has_partners, load_what_meets
from tui.telling import TellingApp
from tui.wording import meeting as words
from tui.wording import together

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.carrying import Report, Watched
    from sync.exchange import Exchange

T = TypeVar("T")
CLOCK_BACK = "clock-back"
_LEFT_TO_THE_LINE = (CLOCK_BACK,)
"""Problems that the line on Peers says for as long as they last, with the key that helps."""


class _Hidden(Exception):
    """The journal is about to be locked, so nothing more is done."""


class MeetingApp(LeavingApp, TellingApp):
    """Meets the partners again and again."""

    MEET_FIRST_AFTER_S: ClassVar[float] = 2.0
    """Long enough that the first screen is drawn, and that nobody waits for what has to be loaded."""
    MEET_EVERY_S: ClassVar[float] = 10.0
    """As `sync.carrying.MEET_EVERY_S`, which is not loaded for whoever has no partner."""
    WAIT_AT_RELAY_S: ClassVar[float] = 25.0
    """As `sync.carrying.WAIT_AT_RELAY_S`: so long a relay waits until something comes."""
    LOOK_FOR_DELETED_AFTER_S: ClassVar[float] = 60.0
    """Of whoever has no partner any more, somebody may be left to be told that it has ended."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(home, clock)
        self.last_meeting = LastMeeting()
        """Read by the Peers screen."""
        self._rhythm = Rhythm(self.MEET_EVERY_S)
        self._told_of: set[tuple[str, str]] = set()
        """Partners and problems that were said, until it goes well again."""
        self._next_meeting: Timer | None = None
        self._is_meeting = False
        self._meets_again = False
        self._loaded = False
        self._opened_s = 0.0
        self._watched: dict[str, list[Watched]] = {}
        """By partner: what can be waited for at a relay."""
        self._waits_for_news: Worker[None] | None = None

    def begin_to_meet(self) -> None:
        """From now on, until the person leaves."""
        self._opened_s = _now_s()
        self._meet_in(self.MEET_FIRST_AFTER_S)

    def on_meet_now(self, event: MeetNow) -> None:
        """Without waiting for the next time; where a meeting is under way, once more after it."""
        event.stop()
        self._rhythm.forget()
        if self._loaded:
            from sync.carrying import meet_again_at_once

            meet_again_at_once()
        if self._is_meeting:
            self._meets_again = True
        elif self._journal is not None:
            self._meet()

    def on_clock_is_right(self, event: ClockIsRight) -> None:
        event.stop()
        self.work_at(self._say_clock_is_right)

    def _meet_in(self, seconds: float) -> None:
        if self._next_meeting is not None:
            self._next_meeting.stop()
        self._next_meeting = self.set_timer(seconds, self._meet)

    def _meet(self) -> None:
        if self._is_meeting or self._journal is None:
            return
        self._is_meeting = True
        if self._waits_for_news is not None:
            self._waits_for_news.cancel()
            self._waits_for_news = None
        # A worker: a timer's own callback would hold up keys while the store thread is busy.
        self.work_at(partial(self._meet_all, self._journal))

    async def _meet_all(self, journal: "OpenJournal") -> None:
        # A journal that is busy, or has another key now, is met with the next time.
        with suppress(CairnError, _Hidden):
            if await self._is_worth_it(journal):
                await self._meet_each(journal)
        self._is_meeting = False
        again, self._meets_again = self._meets_again, False
        if again:
            self._meet()
            return
        # Where every partner is met at a relay, which tells when something comes.
        watched = [one for each in self._watched.values() for one in each]
        self._meet_in(self.WAIT_AT_RELAY_S if watched and all(self._watched.values()) else self.MEET_EVERY_S)
        if watched and self._cover() is None:
            self._waits_for_news = self.work_at(partial(self._wait_for_news, watched))

    async def _wait_for_news(self, watched: "Sequence[Watched]") -> None:
        """A relay tells when something comes: it is met at once. Without an answer the timer does it."""
        from sync.carrying import wait_for_news

        began = _now_s()
        await wait_for_news(watched, self.WAIT_AT_RELAY_S)
        if _now_s() - began < self.WAIT_AT_RELAY_S:
            # Not from here: the meeting ends this very waiting.
            self.call_later(self._meet)

    async def _is_worth_it(self, journal: "OpenJournal") -> bool:
        """Whether anybody may be there to be met; what sharing stands on is loaded then, in a thread of its own."""
        if not self._loaded:
            waited = _now_s() - self._opened_s >= self.LOOK_FOR_DELETED_AFTER_S
            if not waited and not await self._run(journal, lambda: has_partners(journal)):
                return False
            await asyncio.to_thread(load_what_meets)
            self._loaded = True
        return True

    async def _meet_each(self, journal: "OpenJournal") -> None:
        from sync.carrying import meet
        from sync.exchange import Exchange

        async def run(deed: Callable[[], T], /) -> T:
            return await self._run(journal, deed)

        exchange = await run(lambda: Exchange(journal))
        there = await run(lambda: sorted({errand.partner for errand in exchange.gather()}))
        due = self._rhythm.due(there, _now_s())
        self._watched = {partner: self._watched.get(partner, []) for partner in there}
        brought = False
        for partner in due:
            report = await meet(run, exchange, partner)
            brought |= bool(report.sent or report.received or any(self._is_new(partner, report)))
            self._rhythm.note(partner, reached=not _is_out_of_reach(report), now_s=_now_s())
            self._watched[partner] = list(report.watched.values())
            await self._tell(journal, partner, report)
        await self._note(journal, exchange, there, due)
        if brought:
            self.announce_change()

    async def _run(self, journal: "OpenJournal", deed: Callable[[], T]) -> T:
        """On the store thread. Not by way of the desk: what nobody asked for brings up no question."""
        if self._cover() is not None or self._journal is not journal:
            raise _Hidden
        return await self._store.ask(deed)

    # Saying

    def _is_new(self, partner: str, report: "Report") -> list[str]:
        return [one.code for one in report.problems if (partner, one.code) not in self._told_of]

    async def _tell(self, journal: "OpenJournal", partner: str, report: "Report") -> None:
        """Each problem once, until it has gone."""
        new, there = self._is_new(partner, report), {one.code for one in report.problems}
        self._told_of = {(whose, code) for whose, code in self._told_of if whose != partner or code in there}
        told = {code for _, code in self._told_of}
        self._told_of |= {(partner, code) for code in there}
        said = [code for code in new if code not in _LEFT_TO_THE_LINE]
        if said:
            name, is_facilitators = await self._run(journal, lambda: _called(journal, partner))
            # In a facilitator's home all are called by their group: a sentence for each would say how many there are.
            for code in [code for code in said if not is_facilitators or code not in told]:
                self.notify(together.PROBLEMS[code].format(name=name), markup=False)

    async def _note(
        self, journal: "OpenJournal", exchange: "Exchange", there: Sequence[str], due: Sequence[str]
    ) -> None:
        """For the line on Peers."""
        met = self.last_meeting
        kept = {(whose, code) for whose, code in self._told_of if whose in there}
        for codes, attribute in ((OUT_OF_REACH, "not_reached"), ({CLOCK_BACK}, "clock_back")):
            whose = sorted({partner for partner, problem in kept if problem in codes})
            setattr(met, attribute, await self._run(journal, partial(_names, journal, whose)))
        if not there:
            met.at = ""
        elif due and not met.not_reached:
            met.at = self._clock.now().isoformat()
        for screen in self._every_screen():
            screen.partners_met()

    async def _say_clock_is_right(self) -> None:
        from sync.exchange import Exchange

        journal = self._journal
        if journal is None:
            return
        try:
            await self._run(journal, lambda: Exchange(journal).say_clock_is_right())
        except (CairnError, _Hidden):
            return
        self.notify(words.STARTED_AGAIN, markup=False)
        self.on_meet_now(MeetNow())


def _now_s() -> float:
    """The loop's own clock, which nobody sets back."""
    return asyncio.get_running_loop().time()


def _is_out_of_reach(report: "Report") -> bool:
    return any(one.code in OUT_OF_REACH for one in report.problems)


def _called(journal: "OpenJournal", partner: str) -> tuple[str, bool]:
    """What a partner is called here, and whether this is a facilitator's home."""
    return _names(journal, [partner])[0], journal.is_facilitators


def _names(journal: "OpenJournal", partners: Sequence[str]) -> list[str]:
    """What they are called here; who was deleted meanwhile has no name."""
    found = []
    for partner in partners:
        try:
            found.append(journal.partner(partner).partner_alias)
        except NotFound:
            found.append(together.CALLED)
    return found
