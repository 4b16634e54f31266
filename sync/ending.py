"""How two people part, or were never together: each end is said once, waited for a while, and forgotten."""

from dataclasses import replace
from datetime import datetime, timedelta

from journal.domain.groups import PeerGroup
from journal.errors import NotFound
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.making import Making
from sync.errors import NotAsked, TooOld
from sync.protocol.writers import Writer
from sync.records.consents import Status
from sync.records.meetings import Meetings
from sync.records.pairs import OPEN, WITH_PAGES, Pair, State
from sync.sealing import meeting
from sync.sealing.meeting import Meeting

DIFFER = "differ"
"""Why a pairing was broken off: the words were not the same."""
ENDED = "ended"
"""Why: one of the two did not want to go on with it."""
BY_THEM = "by-them"
"""Why it has ended: the partner ended it."""
RESTORED = "restored"
"""Why: the journal was brought back from a copy, which holds no keys."""
UNTOLD_MOST = timedelta(days=180)
"""By then every goal of a page that stands there is past its last day, whether or not the end was ever read."""


class Ending:
    """The ends of the pairings of one open journal."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._making = Making(journal)
        self._pairs = self._making.pairs
        self._meetings = Meetings(journal.connection)

    def meeting_of(self, pair: Pair) -> Meeting | None:
        """The meeting with this partner that is on its way."""
        return self._meetings.get(pair.partner, pair.role)

    def forget_meeting(self, partner: str) -> None:
        """Forget the code and everything that came of it. Callers own the transaction."""
        self._meetings.remove(partner)
        self._pairs.remove_erased()

    def end(self, partner: str) -> Pair:
        """End it. A last page says so; nothing else goes from now on, and what they shared is not shown any more."""
        pair = self._pair(partner)
        self._end(pair)
        if pair.state in WITH_PAGES:
            self._journal.set_partner_status(pair.partner, "ended")
        return self._pair(partner)

    def end_if_open(self, partner: str) -> None:
        """The same where it is said of the partner themselves, who may be there by name alone."""
        pair = self._pairs.get(self._journal.partner(partner).id)
        if pair is not None and pair.state in OPEN:
            self._end(pair)

    def end_with_the_deleted(self) -> None:
        """Whoever was deleted from the journal is not met any more: it ends as if it had been said."""
        for pair in self._pairs.all():
            if pair.state in OPEN and pair.state is not State.ENDING and self.is_deleted(pair):
                self._end(pair)

    def end_with_the_closed(self) -> None:
        """A group is over with each of its members the day after its last, and where it is not there any more."""
        held = [pair for pair in self._pairs.all() if pair.writer is Writer.FACILITATOR]
        if not held:
            return
        today = self._journal.moment().for_date
        groups = [thing for thing in self._journal.things("peer_group") if isinstance(thing, PeerGroup)]
        there = {group.name for group in groups if group.closes_on is None or group.closes_on >= today}
        for pair in held:
            is_over = pair.group_name not in there
            if is_over and pair.state in OPEN and pair.state is not State.ENDING:
                self._end(pair)

    def forget_what_is_over(self) -> None:
        """A meeting that is over goes all the same where its place was not reached for 30 days."""
        now = self._journal.clock.now()
        for pair in self._pairs.all():
            if pair.ended_at is not None and datetime.fromisoformat(pair.ended_at) > now:
                # By a clock that was ahead: it would never be over.
                with transaction(self._journal.connection):
                    self._pairs.put(replace(self._pairs.get(pair.partner) or pair, ended_at=self._journal.now_utc()))
            elif pair.state not in OPEN and self.meeting_of(pair) and self._is_past(pair, meeting.FINISH_WITHIN):
                with transaction(self._journal.connection):
                    self.forget_meeting(pair.partner)

    def give_up(self, pair: Pair) -> None:
        """Its place is not there now: what was over long ago is waited for no more. Callers own the transaction."""
        if pair.state is State.ENDING and self._is_past(pair, meeting.FINISH_WITHIN if pair.wrote else UNTOLD_MOST):
            self.forget_keys(pair)
        if pair.alarm is not None and self._is_past(pair, UNTOLD_MOST):
            self.forget_alarm(pair)
        begun = self.meeting_of(pair) if pair.state in OPEN else None
        if begun is None:
            return
        try:
            meeting.check_time(begun, self._journal.clock.now() - meeting.FINISH_WITHIN)
        except TooOld as problem:
            if pair.state is not State.ACTIVE:
                self._leave_off(pair, problem.code)
            self.forget_meeting(pair.partner)

    def _is_past(self, pair: Pair, days: timedelta) -> bool:
        ended = pair.ended_at or self._journal.now_utc()
        return self._journal.clock.now() > datetime.fromisoformat(ended) + days

    def _end(self, pair: Pair) -> None:
        with transaction(self._journal.connection):
            # Another cairn of the same person may have been at it meanwhile.
            pair = self._pairs.get(pair.partner) or pair
            if pair.state in (State.MATCHED, State.ACTIVE):
                self._begin_to_end(pair, None)
            elif pair.state in OPEN and pair.state is not State.ENDING:
                self.break_off(pair, ENDED)

    def _leave_off(self, pair: Pair, why: str) -> Pair:
        if pair.state in (State.MATCHED, State.ACTIVE):
            # A page went already: without a last one, what is on it would stand there, and be shown, for ever.
            self._begin_to_end(pair, why)
        elif pair.state is not State.ENDING:
            self.break_off(pair, why)
        return self._pairs.get(pair.partner) or replace(pair, state=State.BROKEN, why=why, words=None, root=None)

    def is_deleted(self, pair: Pair) -> bool:
        """Whether the partner is not in the journal, or the pair is one of nobody."""
        try:
            self._journal.partner(pair.partner)
        except NotFound:
            return True
        return False

    def take_end(self, pair: Pair) -> None:
        """The partner has ended it: answered once in the same way. Callers own the transaction."""
        if pair.state is not State.ENDING:
            self._begin_to_end(pair, BY_THEM)
        elif pair.why is None:
            # Both have, and the answer is one's own end.
            self._pairs.put(replace(pair, why=BY_THEM))

    def break_off(self, pair: Pair, why: str) -> None:
        """Let nothing more go to this partner or be taken from there. Callers own the transaction."""
        self._stop_all(pair)
        now = self._journal.now_utc()
        self._pairs.put(replace(pair, state=State.BROKEN, why=why, ended_at=now, words=None, view=None, root=None))
        self._pairs.put_standing(pair.partner, None)
        self._pairs.remove_erased()

    def forget_alarm(self, pair: Pair) -> None:
        """It stands there, or never will. Callers own the transaction."""
        self._pairs.put(replace(pair, alarm=None))
        self._pairs.remove_erased()

    def forget_keys(self, pair: Pair) -> None:
        """It has ended: the keys go, and of somebody who was erased, all that is left. Callers own the transaction."""
        self._pairs.put(replace(pair, state=State.ENDED, root=None, wrote=None, not_read=None))
        self._pairs.put_standing(pair.partner, None)
        self._pairs.remove_erased()

    def _begin_to_end(self, pair: Pair, why: str | None) -> None:
        self._stop_all(pair)
        now = self._journal.now_utc()
        ending = replace(pair, state=State.ENDING, why=why, ended_at=now, words=None, view=None, wrote=None)
        self._pairs.put(ending)
        self._making.renew(ending)

    def _stop_all(self, pair: Pair) -> None:
        if pair.writer is Writer.FACILITATOR:
            # What was answered says who shared a page, and what was in it.
            self._making.notes.empty(pair.partner)
        for consent in self._making.consents.of(pair.partner):
            if consent.is_live:
                self._making.end(consent, Status.STOPPED, "STOP")

    def _pair(self, partner: str) -> Pair:
        pair = self._pairs.get(self._journal.partner(partner).id)
        if pair is None:
            raise NotAsked("This partner is here by name alone. Invite them first.")
        return pair
