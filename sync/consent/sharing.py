"""What one shares: offered with its very words, said yes to, paused, stopped. Every deed is one transaction."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import uuid4

from journal.domain.ids import new_id
from journal.errors import BadInput, NotAllowed, NotFound
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.making import Making, about
from sync.consent.offer import SHAREABLE, Offer, has_other_words, words_now
from sync.errors import NotAsked, NotForThem, TooLong
from sync.protocol.content import SharedGoal
from sync.protocol.parts import TEXT_MOST
from sync.protocol.summary import Summary
from sync.protocol.writers import Writer
from sync.records.consents import GOAL, Consent, Status
from sync.records.ledger import Entry
from sync.records.pairs import OPEN, Pair, State

DAYS = 90
DAYS_MOST = 180
WITHDRAW = "cairn share stop; on the screen of Peers: s"


@dataclass(frozen=True, slots=True)
class Yes:
    """What somebody was shown, and what they answered."""

    statement: str = field(repr=False)
    """The exact words on the screen."""
    version: int
    language: str
    said_with: str
    """What was pressed or typed."""


class Sharing:
    """The sharing of one open journal."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._making = Making(journal)

    def offer(self, partner: str, goal: str, fields: Sequence[str], days: int = DAYS) -> Offer:
        """What the partner would see, before anything is decided. Nothing is written.

        Args:
            partner: a partner's name or id.
            goal: an id of a goal, or a unique start of one.
            fields: parts of `SHAREABLE`.
            days: 1 to 180.

        Raises:
            NotAsked: the words were not compared by both.
            NotAllowed: another part. BadInput: no part, another number of days, or nothing in these parts.
            TooLong: a part is longer than a page takes. NotFound: no such partner or goal.
        """
        pair = self._active(partner)
        found = self._journal.goal(goal)
        for name in fields:
            if name not in SHAREABLE:
                raise NotAllowed("fields", SHAREABLE)
        _check(days)
        parts = tuple(name for name in SHAREABLE if name in fields)
        words, step = words_now(found, parts)
        if not words:
            raise BadInput("There are no words in these parts to share.")
        longest = max(len(unicodedata.normalize("NFC", text)) for text in words.values())
        if longest > TEXT_MOST:
            raise TooLong("One part of it has {count} characters; {most} fit.", count=longest, most=TEXT_MOST)
        live = self._live(pair.partner, found.id)
        return Offer(
            partner=pair.partner,
            goal=found.id,
            shared=live.shared if live else uuid4().hex,
            fields=parts,
            words=words,
            step=step.id if step else None,
            step_shared=_step_id(live, step.id) if step else None,
            step_status=step.status if step else None,
            expires=self._day(days),
            supersedes=live.id if live else None,
        )

    def days_until(self, day: str) -> int:
        """How many days from today this one is, typed as 2026-03-01.

        Raises:
            BadInput: no day, or none on which something can end.
        """
        try:
            days = self._days_until(day.strip())
        except ValueError:
            # Without its cause, which quotes what was typed.
            raise BadInput("A day is like 2026-03-01.") from None
        _check(days)
        return days

    def say_yes(self, offer: Offer, yes: Yes) -> Consent:
        """Share what was offered, and exactly that.

        Raises:
            BadInput: the words are not any more what was shown, or its last day is over or too far away by now.
            NotAsked: the pair is over, or not compared.
            TooLong: it does not fit with what is shared already. Nothing was changed.
        """
        with transaction(self._journal.connection):
            pair = self._active(offer.partner)
            words, step = words_now(self._journal.goal(offer.goal), offer.fields)
            live = self._live(offer.partner, offer.goal)
            if (words, step.id if step else None) != (offer.words, offer.step) or offer.supersedes != (
                live.id if live else None
            ):
                raise BadInput("The words have changed since you saw them. Nothing was shared; look at them again.")
            # A day on which it was offered may be long ago; the last one itself counts.
            _check(self._days_until(offer.expires) or 1)
            consent = self._consent(offer, yes)
            if live is not None:
                self._making.consents.put(replace(live, status=Status.SUPERSEDED, changed_at=consent.made_at))
            self._making.consents.put(consent)
            self._making.ledger.add(said(consent, yes, live), {"notice": yes.statement.encode()})
            self._making.renew(pair, adds=True)
        return consent

    def pause(self, prefix: str) -> Consent:
        """Let it stay here for a while."""
        return self._turn(prefix, (Status.ACTIVE,), Status.PAUSED, "PAUSE")

    def resume(self, prefix: str) -> Consent:
        """Let the words that were said yes to travel again."""
        return self._turn(prefix, (Status.PAUSED,), Status.ACTIVE, "RESUME")

    def stop(self, prefix: str) -> Consent:
        """From now on it stays here."""
        return self._turn(prefix, (Status.ACTIVE, Status.PAUSED), Status.STOPPED, "STOP")

    def pause_all(self) -> list[Consent]:
        """Let everything stay here for a while, for everybody: on no page is more than that the two are connected.

        What is shared goes on one by one, and the name with it. Line, agreement and notes go on with the next words to
        that partner.
        """
        with transaction(self._journal.connection):
            paused = [consent for consent in self.shares() if consent.status is Status.ACTIVE]
            for consent in paused:
                self._making.end(consent, Status.PAUSED, "PAUSE")
            for pair in self._making.pairs.all():
                if pair.state in OPEN:
                    quiet = replace(pair, paused=True)
                    self._making.pairs.put(quiet)
                    self._making.renew_with_less(quiet)
        return [self._found(consent.id) for consent in paused]

    def shares(self) -> list[Consent]:
        """Every yes, the first one first, but for those in whose place another stands."""
        return [consent for consent in self._making.consents.all() if consent.status is not Status.SUPERSEDED]

    def connected(self) -> list[str]:
        """The ids of the partners that a goal can be shared with."""
        return [
            pair.partner
            for pair in self._making.pairs.all()
            if pair.state is State.ACTIVE and pair.writer is Writer.PARTNER
        ]

    def is_anybody_there(self) -> bool:
        """Whether something can stand on a page of one's own: for a partner, or for a facilitator."""
        return any(
            pair.state is State.ACTIVE and pair.writer is not Writer.FACILITATOR for pair in self._making.pairs.all()
        )

    def seen(self, consent: Consent) -> SharedGoal | Summary | None:
        """Exactly what stands on the partner's page of this today; `None` where nothing does."""
        return self._making.part(consent) or self._making.summary(consent)

    def yes(self, consent: str) -> Consent | None:
        """The yes of this id, whatever has become of it; `None` where none is kept."""
        return next((each for each in self._making.consents.all() if each.id == consent), None)

    def said_yes_to(self) -> list[Entry]:
        """Every yes, pause and stop, the first one first."""
        return self._making.ledger.entries()

    def waiting(self) -> list[Consent]:
        """Every live yes to a goal that has other words now, which wait for a yes of their own."""
        return [
            consent
            for consent in self.shares()
            if consent.is_live
            and consent.kind == GOAL
            and (goal := self._making.goal(consent.goal)) is not None
            and has_other_words(consent, goal)
        ]

    def offer_again(self, prefix: str) -> Offer:
        """The words of a share as they are now, until the same day, to be said yes to."""
        consent = self._found(prefix)
        if consent.goal is None or not consent.is_live or consent.kind != GOAL:
            raise NotFound("There is nothing shared under that id.")
        return self.offer(consent.partner, consent.goal, consent.fields).until(consent.expires)

    def _turn(self, prefix: str, allowed: Sequence[Status], to: Status, event: str) -> Consent:
        with transaction(self._journal.connection):
            consent = self._found(prefix)
            if consent.status is Status.SUPERSEDED and to is not Status.ACTIVE and consent.goal is not None:
                # Whoever stops by the id of an earlier yes means what stands in its place.
                consent = self._live(consent.partner, consent.goal) or consent
            if consent.status not in allowed:
                return consent
            if to is Status.ACTIVE:
                # It has to be sent anew, and nobody has said yet that they have it again.
                consent = replace(consent, sent_number=None, sent_at=None, seen_at=None, gone_number=None, gone_at=None)
            self._making.end(consent, to, event)
            pair = self._making.pairs.get(consent.partner)
            if pair is not None and to is Status.ACTIVE:
                self._making.renew(pair, adds=True)
            elif pair is not None:
                self._making.renew_with_less(pair)
        return self._found(consent.id)

    def _found(self, prefix: str) -> Consent:
        fitting = [each for each in self._making.consents.all() if each.id.startswith(prefix.casefold())]
        if len(fitting) != 1 or len(prefix) < 4:
            raise NotFound("There is nothing shared under that id.", hint="cairn share list shows what is, with ids.")
        return fitting[0]

    def _active(self, partner: str) -> Pair:
        pair = self._making.pairs.get(self._journal.partner(partner).id)
        if pair is None or pair.state is not State.ACTIVE:
            raise NotAsked
        if pair.writer is not Writer.PARTNER:
            raise NotForThem
        return pair

    def _live(self, partner: str, goal: str) -> Consent | None:
        return next((each for each in self._making.consents.of(partner) if each.goal == goal and each.is_live), None)

    def _days_until(self, day: str) -> int:
        return (date.fromisoformat(day) - date.fromisoformat(self._journal.moment().for_date)).days

    def _day(self, days: int) -> str:
        return (date.fromisoformat(self._journal.moment().for_date) + timedelta(days)).isoformat()

    def _consent(self, offer: Offer, yes: Yes) -> Consent:
        return Consent(
            id=new_id(),
            partner=offer.partner,
            goal=offer.goal,
            shared=offer.shared,
            fields=offer.fields,
            words=offer.words,
            step=offer.step,
            step_shared=offer.step_shared,
            statement=yes.statement,
            version=yes.version,
            said_with=yes.said_with,
            starts=self._journal.moment().for_date,
            expires=offer.expires,
            status=Status.ACTIVE,
            made_at=self._journal.now_utc(),
            supersedes=offer.supersedes,
        )


def said(consent: Consent, yes: Yes, before: Consent | None) -> dict[str, str | int | list[str]]:
    """What the ledger says of a new yes.

    Args:
        consent: the yes as it is kept.
        yes: what was shown and answered.
        before: the one in whose place it stands.
    """
    event = "SHARE" if before is None else "CHANGE"
    if before is not None and (before.words, before.fields) == (consent.words, consent.fields):
        event = "RENEW"
    return {
        **about(consent),
        "event": event,
        "at": consent.made_at,
        "notice_version": yes.version,
        "language": yes.language,
        "withdraw_method": WITHDRAW,
    }


def _check(days: int) -> None:
    if not 1 <= days <= DAYS_MOST:
        raise BadInput("Something is shared for 1 to {most} days, and for no longer without a new yes.", most=DAYS_MOST)


def _step_id(live: Consent | None, step: str) -> str:
    """The id by which the partner knows this step already, or a new one."""
    return live.step_shared if live and live.step == step and live.step_shared else uuid4().hex
