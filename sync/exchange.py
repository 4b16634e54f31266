"""Meeting the partners where they can be met: gather, carry, settle.

*Gather* and *settle* are of the store thread: what to look at, and what was found there. *Carry* (`carrying.py`) is of
the event loop: bytes from and to a place that both can see. What is to be written is kept before it is carried, so that
being cut off between any two of them loses nothing and doubles nothing.
"""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from journal.domain.parts import is_blank
from journal.domain.shelves import PeerPartnership
from journal.errors import NotFound
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.making import Making
from sync.ending import BY_THEM
from sync.errors import TooLong, Unreadable, WrittenByOther
from sync.pairing import Pairing, noise
from sync.protocol.content import Content, read_content, write_content
from sync.protocol.framing import Page
from sync.protocol.sizes import DIGEST, NOTHING_YET
from sync.protocol.standing import Standing, Taken, alarmed, met_newest_key, taken_in, written
from sync.protocol.writers import Writer
from sync.records.pairs import WITH_PAGES, Pair, State, alarm_of, kept_alarm
from sync.records.views import let_go_of_answers, let_go_of_past
from sync.sealing.epoch_keys import SEED, EpochKey, check_public
from sync.sealing.meeting_keys import Place
from sync.sealing.pages import open_page, seal_page
from sync.transports.slot import Held

WRITTEN_UNTIL_SEEN = timedelta(days=30)
CLOCK_IS_BACK = "clock-back"


class Channel(Enum):
    """What a slot is for."""

    MEETING = "meeting"
    PAGE = "page"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True, repr=False)
class Errand:
    """One slot of a partner's to look at, and one's own beside it."""

    partner: str
    via: str
    channel: Channel
    theirs: Place
    mine: Place


@dataclass(frozen=True, slots=True, repr=False)
class Writing:
    """What is to be carried to one's own slot."""

    wire: bytes | None
    """None: nothing is to stand in either slot any more."""
    of: Standing | None = None
    """What was remembered when this page was sealed; none for a message of a meeting."""
    is_last: bool = False
    """Whether it overwrites a meeting that is over."""


@dataclass(frozen=True, slots=True, repr=False)
class Settled:
    """What looking at one partner's slot led to."""

    writing: Writing | None = None
    brought: bool = False
    problem: str | None = None
    """The code of an error that the person has to know of."""


class _NothingToKeep(Exception):
    """Looking changed nothing, so that nothing is to be written: others who watch the journal are not woken."""

    def __init__(self, settled: Settled) -> None:
        super().__init__()
        self.settled = settled


class Exchange:
    """The store thread's side of it, on one open journal."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._making = Making(journal)
        self._pairing = Pairing(journal)
        self._pairs = self._making.pairs

    def gather(self, partner: str | None = None) -> list[Errand]:
        """What to look at: for this partner, or for all."""
        self._pairing.end_with_the_deleted()
        self._pairing.end_with_the_closed()
        self._pairing.forget_what_is_over()
        let_go_of_past(self._journal.connection, self._journal.moment().for_date)
        pairs = [pair for pair in self._pairs.all() if partner in (None, pair.partner)]
        return [errand for pair in pairs for errand in self._errands(pair)]

    def settle(self, errand: Errand, theirs: Held, mine: Held) -> Settled:
        """Take in what was found in the partner's slot, and say what is to be written to one's own."""
        try:
            with transaction(self._journal.connection):
                before = self._kept(errand.partner)
                settled = self._settle(errand, theirs, mine)
                if self._kept(errand.partner) == before:
                    raise _NothingToKeep(settled)
        except _NothingToKeep as nothing:
            settled = nothing.settled
        # Where nothing is new as well: the last time may have been cut off right here.
        self._follow(errand.partner)
        return settled

    def say_clock_is_right(self) -> None:
        """Go on sending although the clock was set back: the person has said that it is right now."""
        with transaction(self._journal.connection):
            for pair in self._pairs.all():
                if self._making.is_clock_back(pair):
                    self._pairs.put(replace(pair, said_at=self._journal.now_utc()))

    def note_carried(self, errand: Errand, writing: Writing) -> bool:
        """What was to be written is in its slot.

        Returns:
            Whether it is still what is to stand there. Otherwise something came in between, a stop perhaps, and the
            slot is to be written again at once.
        """
        with transaction(self._journal.connection):
            pair = self._pairs.get(errand.partner)
            if pair is None or errand not in self._errands(pair):
                # It has ended, or the two have begun to meet anew.
                return True
            if errand.channel is Channel.MEETING:
                if writing.is_last:
                    self._pairing.forget_meeting(pair.partner)
                return True
            if errand.channel is Channel.ALARM:
                self._pairing.forget_alarm(pair)
                return True
            standing = self._pairs.standing(pair.partner)
            if writing.wire is None:
                self._pairing.forget_keys(pair)
            elif standing is not None and standing == writing.of:
                if pair.state is State.ENDING and pair.wrote is None:
                    # However long it was on its way: its days count from here.
                    pair = replace(pair, ended_at=self._journal.now_utc())
                pair = replace(pair, wrote=_name(writing.wire))
                self._pairs.put(pair)
                self._pairs.put_standing(pair.partner, written(standing))
                self._making.note_sent(pair, standing.number)
                if pair.state is State.ENDING and (pair.why == BY_THEM or self._stood_long(pair)):
                    self._pairing.forget_keys(pair)
            else:
                return False
        return True

    def note_not_reached(self, errand: Errand) -> None:
        """The place of this errand is not there: what waits for it is not waited for without end."""
        with transaction(self._journal.connection):
            pair = self._pairs.get(errand.partner)
            if pair is not None:
                self._pairing.give_up(pair)

    def _errands(self, pair: Pair) -> list[Errand]:
        errands = []
        meeting = self._pairing.meeting_of(pair)
        if meeting is not None:
            errands.append(Errand(pair.partner, pair.via, Channel.MEETING, meeting.keys.theirs, meeting.keys.mine))
        if pair.state in WITH_PAGES:
            errands.append(Errand(pair.partner, pair.via, Channel.PAGE, pair.keys.theirs, pair.keys.mine))
        if pair.alarm is not None:
            # Nothing of the partner's is looked at any more.
            mine, _ = alarm_of(pair.alarm)
            errands.append(Errand(pair.partner, pair.via, Channel.ALARM, mine, mine))
        return errands

    def _kept(self, partner: str) -> tuple[object, ...]:
        pair = self._pairs.get(partner)
        if pair is None:
            return ()
        meeting, consents = self._pairing.meeting_of(pair), self._making.consents.of(partner)
        return pair, self._pairs.standing(partner), meeting, consents

    def _settle(self, errand: Errand, theirs: Held, mine: Held) -> Settled:
        pair = self._pairs.get(errand.partner)
        if pair is None or errand not in self._errands(pair):
            # It ended while the bytes were on their way.
            return Settled()
        if pair.alarm is not None and errand.channel is Channel.ALARM:
            return Settled(Writing(alarm_of(pair.alarm)[1]))
        return (self._settle_meeting if errand.channel is Channel.MEETING else self._settle_page)(pair, theirs, mine)

    def _settle_meeting(self, pair: Pair, theirs: Held, mine: Held) -> Settled:
        after = self._pairing.take(pair, theirs.candidates)
        brought = after != pair
        if after.state not in (State.MEETING, State.TO_COMPARE, State.MATCHED):
            return Settled(Writing(noise(), is_last=True), brought, after.why if brought else None)
        wire = self._pairing.to_write(after)
        return Settled(None if wire is None or wire in mine.candidates else Writing(wire), brought)

    def _settle_page(self, pair: Pair, theirs: Held, mine: Held) -> Settled:
        try:
            brought = self._take_newest(pair, theirs)
        except WrittenByOther as problem:
            # Kept until it stands there: no key is left to make it anew.
            self._pairing.break_off(replace(pair, alarm=self._alarm(pair, theirs)), problem.code)
            return Settled(None, True, problem.code)
        before = self._again(pair.partner)
        pair = self._pairing.end_if_late(before)
        late = None if pair is before else pair.why
        if self._making.is_clock_back(pair):
            return Settled(None, brought, CLOCK_IS_BACK)
        try:
            standing = self._making.renew(pair)
        except TooLong as problem:
            return Settled(None, brought, problem.code)
        if standing is None:
            return Settled(None, brought)
        pair = self._again(pair.partner)
        if pair.state is State.ENDING and standing.seen_by_them >= standing.number:
            return Settled(Writing(None), brought)
        holds = any(_name(wire) == pair.wrote for wire in mine.candidates)
        if holds and not standing.owes:
            if self._stood_long(pair):
                # It stays where it is: whoever reads it next year is told as well.
                self._pairing.forget_keys(pair)
            return Settled(None, brought)
        return Settled(Writing(_sealed(pair, standing), standing), brought or late is not None, late)

    def _alarm(self, pair: Pair, theirs: Held) -> bytes:
        """What is to stand in one's own slot from then on, and where: the partner, too, is to know."""
        standing = self._pairs.standing(pair.partner)
        if standing is None:
            raise LookupError("a pair of which somebody else wrote a page has none")
        opened = [one for wire in theirs.candidates if (one := self._opened(pair, standing, wire)) is not None]
        says_nothing = write_content(Content(end=True))
        last = alarmed(standing, [page for page, _, _ in opened], os.urandom(DIGEST), says_nothing)
        return kept_alarm(pair.keys.mine, _sealed(pair, last))

    def _take_newest(self, pair: Pair, theirs: Held) -> bool:
        """Of what stands there, the page of the highest number; whether it brought other words or a confirmation."""
        standing = self._pairs.standing(pair.partner)
        found = [wire for wire in theirs.candidates if wire != NOTHING_YET]
        if standing is None or not found:
            return False
        opened = [one for wire in found if (one := self._opened(pair, standing, wire)) is not None]
        if not opened:
            self._note_unreadable(pair, found[0])
            return False
        highest = max(page.number for page, _, _ in opened)
        copies = [one for one in opened if one[0].number == highest]
        after, words, is_gone = standing, None, self._pairing.is_deleted(pair)
        # Copies of one page may bring different answers; two pages of one number were not written by one person.
        for page, said, _ in copies:
            # Of nobody who is here no words are kept, nor is it said that they are.
            content = said.model_copy(update={"notes": ()}) if is_gone else said
            after, taken = taken_in(after, page, max((note.no for note in content.notes), default=0))
            if taken is Taken.WORDS:
                words = page, content
        if highest >= standing.seen_number and any(is_newest_key for _, _, is_newest_key in copies):
            after = met_newest_key(after, os.urandom(SEED), self._journal.clock.now())
        if after != standing:
            self._pairs.put_standing(pair.partner, after)
            self._making.note_seen(pair, after)
        if words is None:
            if highest == standing.seen_number:
                self._show_again(pair.partner, copies[0][1])
            return False
        self._take_words(pair, *words, standing.notes_ack)
        let_go_of_answers(self._journal.connection)
        return True

    def _opened(self, pair: Pair, standing: Standing, wire: bytes) -> tuple[Page, Content, bool] | None:
        keys = [EpochKey(seed) for seed in (standing.seed, standing.seed_before) if seed]
        try:
            page, index = open_page(wire, pair.keys.key_in, keys, pair.keys.theirs.slot)
            if page.epoch_key != standing.their_key:
                check_public(page.epoch_key)
            content = read_content(page.content)
            content.check_writer(pair.their_writer, pair.group_name)
            return page, content, index == 0
        except Unreadable:
            return None

    def _note_unreadable(self, pair: Pair, wire: bytes) -> None:
        if pair.not_read != _name(wire):
            self._pairs.put(replace(pair, unreadable=pair.unreadable + 1, not_read=_name(wire)))

    def _take_words(self, pair: Pair, page: Page, content: Content, had: int) -> None:
        """What is shown of the partner is replaced whole; notes that are new are kept."""
        now = self._journal.now_utc()
        for note in content.notes:
            if note.no > had:
                self._making.notes.receive(pair.partner, note.no, note.about, note.text, now)
        if content.end:
            self._pairing.take_end(self._again(pair.partner))
        if self._again(pair.partner).state is State.ENDING:
            # What they share is not shown any more, whatever still comes.
            return
        # What is past its day is kept no more than what has gone.
        shown, before = content.on(self._journal.moment().for_date), self._again(pair.partner)
        after = replace(before, view=write_content(shown), takes_name=before.takes_name or self._has_new_name(before))
        if content.confirmed and after.state is State.MATCHED:
            after = replace(after, state=State.ACTIVE, words=None)
        self._pairs.put(after)

    def _has_new_name(self, pair: Pair) -> bool:
        """Whether a facilitator is called here by the name they sent: another one that they send takes its place."""
        if pair.writer is not Writer.MEMBER or pair.view is None or self._pairing.is_deleted(pair):
            return False
        sent = read_content(pair.view).name
        return sent is not None and self._journal.partner(pair.partner).partner_alias == " ".join(sent.split())

    def _show_again(self, partner: str, content: Content) -> None:
        """What went by a clock that was wrong comes back from the page, which stands in its slot still."""
        pair, shown = self._again(partner), write_content(content.on(self._journal.moment().for_date))
        if pair.view is not None and pair.view != shown:
            self._pairs.put(replace(pair, view=shown))

    def _again(self, partner: str) -> Pair:
        found = self._pairs.get(partner)
        if found is None:
            raise LookupError("a pair that was here in this transaction is not")
        return found

    def _stood_long(self, pair: Pair) -> bool:
        if pair.state is not State.ENDING or pair.ended_at is None:
            return False
        return self._journal.clock.now() > datetime.fromisoformat(pair.ended_at) + WRITTEN_UNTIL_SEEN

    def _follow(self, partner: str) -> None:
        """The partner's name, and that they are there: once, on the shelf where partners stand."""
        # Deleted meanwhile: it ends at the next look.
        with suppress(NotFound):
            if self._new_of(self._journal.partner(partner)):
                self._journal.change_partner_as_is(partner, self._take_over)

    def _take_over(self, kept: PeerPartnership) -> dict[str, str]:
        # Another cairn of the same person may have renamed or ended it since that was looked at.
        new = self._new_of(kept)
        if "partner_alias" in new:
            self._pairs.put(replace(self._again(kept.id), takes_name=False))
        return new

    def _new_of(self, kept: PeerPartnership) -> dict[str, str]:
        """What the shelf does not say yet, by part."""
        pair = self._pairs.get(kept.id)
        if pair is None or pair.state is not State.ACTIVE or pair.view is None:
            return {}
        new, name = {}, read_content(pair.view).name
        if kept.status == "invited":
            new["status"] = "active"
        if pair.takes_name and name and not is_blank(name):
            new["partner_alias"] = " ".join(name.split())
        return new


def _sealed(pair: Pair, standing: Standing) -> bytes:
    page = standing.page(EpochKey(standing.seed).public)
    return seal_page(page, pair.keys.key_out, standing.their_key, pair.keys.mine.slot)


def _name(wire: bytes) -> bytes:
    return hashlib.sha256(wire).digest()
