"""Two people meet through twelve words: the deeds of it. What goes between them is in `sealing/meeting.py`."""

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import uuid4

from journal.errors import AlreadyThere, BadInput
from journal.store.transaction import transaction
from sync.ending import DIFFER, Ending
from sync.errors import BrokenOff, NotAsked, OtherKind, OtherWords, TooOld
from sync.protocol.invitation import Invitation
from sync.protocol.parts import NAME_MOST
from sync.protocol.sizes import WIRE
from sync.protocol.standing import Standing
from sync.protocol.writers import Writer
from sync.records.pairs import FACILITATOR, OPEN, PARTNER, Pair, State
from sync.sealing import invite_words, meeting
from sync.sealing.meeting import Meeting
from sync.sealing.meeting_keys import Role
from sync.transports.via import check_via


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invite."""

    partner: str
    words: tuple[str, ...] = field(repr=False)
    """Twelve: for one person, once."""
    via: str
    expires_at: str


class Pairing(Ending):
    """The pairings of one open journal."""

    def invite(
        self,
        via: str,
        *,
        my_name: str | None,
        called: str,
        partner: str | None = None,
        hours: int = 24,
        group: str | None = None,
    ) -> Invited:
        """Begin as the one who invites. The first message is on its way at the next meeting.

        Args:
            via: where both will meet, `folder:PATH` or `relay:https://HOST`.
            my_name: what the partner is to see once both have compared the words.
            called: what to call the partner until they have sent a name.
            partner: somebody who is there by name, or has to be met again.
            hours: how long an answer counts, 1 to 168.
            group: the name of a group that one holds, to invite as its facilitator.

        Raises:
            BadInput: no such place, or another number of hours. AlreadyThere: this partner is there already.
        """
        if not timedelta(0) < timedelta(hours=hours) <= meeting.LONGEST_LIFE:
            raise BadInput("An invite is there for 1 to 168 hours.")
        check_via(via)
        now = self._journal.clock.now()
        code = invite_words.new_code()
        kind = PARTNER if group is None else FACILITATOR
        begun = meeting.invite(code, kind, group, now + timedelta(hours=hours), now)
        found = self._begin(begun, via, my_name, called, partner)
        return Invited(found, invite_words.words_of(code), via, begun.invitation.exp)

    def invited(self, partner: str) -> Invited | None:
        """The invite of this partner while nobody has answered it, to be shown again; `None` where there is none."""
        pair = self._pairs.get(self._journal.partner(partner).id)
        begun = None if pair is None else self.meeting_of(pair)
        if pair is None or begun is None or pair.role is not Role.INVITER or begun.m2:
            return None
        return Invited(pair.partner, invite_words.words_of(begun.code), pair.via, begun.invitation.exp)

    def look(self, code: bytes, first: bytes) -> Invitation:
        """What an invite says, before anything is done."""
        return meeting.look_at(code, first, self._journal.clock.now())

    def join(
        self, code: bytes, first: bytes, via: str, *, my_name: str | None, called: str, partner: str | None = None
    ) -> str:
        """Begin as the one who joins; the partner's id.

        Raises:
            Unreadable: what stands there is no invite of these words. TooOld: its time is over.
            OtherKind: it is of a kind that is not joined here.
            AlreadyThere: this partner is there already, or these words were used here.
        """
        begun = meeting.join(code, first, self._journal.clock.now())
        check_can_join(begun.invitation, is_facilitators=self._journal.is_facilitators)
        return self._begin(begun, via, my_name, called, partner)

    def take(self, pair: Pair, found: Sequence[bytes]) -> Pair:
        """The pair after what stands in the partner's meeting slot. Callers own the transaction."""
        begun, now = self.meeting_of(pair), self._journal.clock.now()
        if begun is None or pair.state not in (State.MEETING, State.TO_COMPARE, State.MATCHED):
            return pair
        try:
            after = begun
            for wire in found:
                after = meeting.take(after, wire, now)
            if pair.state is not State.MATCHED:
                # Of who has said that the words match, the partner's page is looked at first.
                meeting.check_time(after, now)
            met = meeting.finish(after) if after.has_met and pair.root is None else None
        except BrokenOff as problem:
            return self._leave_off(pair, problem.code)
        if after != begun:
            self._meetings.put(pair.partner, after)
        if met is None:
            return pair
        pair = replace(pair, root=met.root, words=" ".join(met.words), state=State.TO_COMPARE)
        self._pairs.put(pair)
        self._pairs.put_standing(pair.partner, Standing(after.seed, now, met.their_key))
        return pair

    def end_if_late(self, pair: Pair) -> Pair:
        """The pair once its page was looked at: a partner who has not said so in time is waited for no longer.

        Callers own the transaction.
        """
        begun = self.meeting_of(pair) if pair.state is State.MATCHED else None
        if begun is not None:
            try:
                meeting.check_time(begun, self._journal.clock.now())
            except TooOld as problem:
                return self._leave_off(pair, problem.code)
        return pair

    def to_write(self, pair: Pair) -> bytes | None:
        """What is to stand in one's own meeting slot; `None` where nothing of a meeting is on its way."""
        begun = self._meetings.get(pair.partner, pair.role)
        return None if begun is None else begun.to_write

    def words(self, partner: str) -> tuple[Pair, tuple[str, ...]]:
        """The four words to be compared, or none while the messages are on their way."""
        pair = self._pair(partner)
        return pair, tuple((pair.words or "").split())

    def say_match(self, partner: str, seen: Sequence[str]) -> Pair:
        """Say that the words are the same. From now on a page goes, which says so and nothing else.

        Args:
            partner: whose words.
            seen: the four that were compared. Another cairn of the same person may have begun anew meanwhile.

        Raises:
            NotAsked: there are none yet. OtherWords: these are not the ones that are here by now.
        """
        with transaction(self._journal.connection):
            pair = self._pair(partner)
            if pair.root is None or pair.state is State.ENDING:
                raise NotAsked("There are no words to compare yet.")
            if pair.words is not None and list(seen) != pair.words.split():
                raise OtherWords
            if pair.state is State.TO_COMPARE:
                pair = replace(pair, state=State.MATCHED)
                self._pairs.put(pair)
                self._making.renew(pair)
        return pair

    def say_differ(self, partner: str) -> Pair:
        """Say that they are not: the pairing is broken off, and a new one needs new words."""
        with transaction(self._journal.connection):
            pair = self._pair(partner)
            if pair.root is None:
                raise NotAsked("There are no words to compare yet.")
            self._leave_off(pair, DIFFER)
        return self._pair(partner)

    def _begin(self, begun: Meeting, via: str, my_name: str | None, called: str, partner: str | None) -> str:
        check_name(my_name)

        def put(found: str) -> None:
            # Another cairn of the same person may have been at it meanwhile.
            self._put_by(self._check_not_there(found, begun))
            self._pairs.put_standing(found, None)
            self._making.notes.begin_anew(found)
            self._making.consents.begin_anew(found)
            self._pairs.put(_new_pair(found, via, begun, my_name, self._journal.now_utc(), takes_name=partner is None))
            self._meetings.put(found, begun)

        if partner is None:
            values = {"partner_alias": called, "status": "invited"}
            kind = {"kind": "group"} if begun.invitation.kind == FACILITATOR else {}
            return self._journal.add_thing("partner", {**values, **kind}, also=put).id
        there = self._journal.partner(partner)
        self._check_not_there(there.id, begun)
        if there.status == "ended":
            self._journal.set_partner_status(there.id, "invited")
        with transaction(self._journal.connection):
            put(there.id)
        return there.id

    def _check_not_there(self, partner: str, begun: Meeting) -> Pair | None:
        """How one stood with this partner, with whom nothing may be on its way; nor may these words be used here."""
        for pair in self._pairs.all():
            used = self.meeting_of(pair)
            if used is not None and used.code == begun.code:
                if used.role is Role.INVITER:
                    raise AlreadyThere(
                        "These are the words of your own invite, for somebody else. Nothing was changed."
                    )
                raise AlreadyThere("You have used these words already. Nothing was changed.")
        before = self._pairs.get(partner)
        if before is not None and before.state in OPEN and before.state is not State.ENDING:
            raise AlreadyThere(
                "This partner is there already. Nothing was changed.", hint="To meet again, end it first."
            )
        return before

    def _put_by(self, before: Pair | None) -> None:
        """What is still to be overwritten, or told, of the meeting before goes on in the name of nobody.

        Where the partner has no keys any more, their answer to an end never comes: nobody waits for it to meet again.
        """
        left = None if before is None else self.meeting_of(before)
        if before is None or (left is None and before.alarm is None and before.state is not State.ENDING):
            return
        nobody = replace(before, partner=str(uuid4()), my_name=None, line=None, agreement=None, yes_to=None, view=None)
        self._pairs.put(nobody)
        self._pairs.put_standing(nobody.partner, self._pairs.standing(before.partner))
        if left is not None:
            self._meetings.put(nobody.partner, left)


def _new_pair(partner: str, via: str, begun: Meeting, my_name: str | None, now: str, *, takes_name: bool) -> Pair:
    said = begun.invitation
    pair = Pair(partner, via, begun.role, now, my_name, takes_name=takes_name, kind=said.kind, group_name=said.group)
    # A facilitator's home keeps no names of those who share nothing: a name is on the page, while there is one.
    return replace(pair, takes_name=False) if pair.writer is Writer.FACILITATOR else pair


def check_can_join(invitation: Invitation, *, is_facilitators: bool) -> None:
    """See that an invite can be joined in this home.

    Raises:
        OtherKind: it is of another kind, or nobody is joined from here.
    """
    if is_facilitators:
        raise OtherKind("A facilitator's home joins nobody, so nothing was joined. Join from your own journal.")
    if invitation.kind == PARTNER and invitation.group is not None:
        raise OtherKind


def check_name(name: str | None) -> None:
    """See that a name can travel.

    Raises:
        BadInput: it is blank, of several lines, or too long.
    """
    if name is None:
        return
    # As it travels: some signs are two there.
    long = len(unicodedata.normalize("NFC", name))
    if len(name.splitlines()) != 1 or not name.strip() or long > NAME_MOST:
        raise BadInput("A name is one line of 1 to {most} characters.", most=NAME_MOST)


def noise() -> bytes:
    """What overwrites a meeting that is over: nobody can tell it from a message."""
    return os.urandom(WIRE)
