"""A person's page for a facilitator: written, looked at exactly as it would go, said yes to; it stops as all else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from journal.domain.groups import FacilitatorSummary
from journal.domain.ids import new_id
from journal.errors import BadInput, NotAllowed
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.group_pages import SUMMARY_FIELDS, goal_line, goal_of_line, summary_of, summary_words
from sync.consent.making import Making
from sync.consent.offer import SHAREABLE
from sync.consent.sharing import Yes, said
from sync.errors import NoRoleCard, NotAsked, NotForThem, NotShown
from sync.protocol.canonical import canonical
from sync.protocol.content import Content, read_content
from sync.protocol.digests import digest
from sync.protocol.summary import SUMMARY_DAYS_MOST, Closing, SentRoleCard, Summary
from sync.protocol.writers import Writer
from sync.records.consents import SUMMARY, Consent, Status
from sync.records.pairs import OPEN, Pair, State

DAYS = 30
DAYS_MOST = SUMMARY_DAYS_MOST
_CARD = b"cairn/v1/role card"


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Somebody who holds a group that the person is in, as their page says it now."""

    partner: str
    """The id they have here."""
    group: str | None
    is_connected: bool
    name: str | None = field(repr=False)
    role_card: SentRoleCard | None = field(repr=False)
    """None before it has come: nothing can be shared then."""
    is_card_shown: bool
    """Whether the person was shown the role card as it is now."""
    agreement: Mapping[str, str] = field(repr=False)
    """The group's, by section."""
    closing: Closing | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class SummaryOffer:
    """A page as its facilitator would see it."""

    partner: str
    item: str
    """The id of the page in this journal."""
    shared: str
    """The id that the facilitator would know it by."""
    name: str | None = field(repr=False)
    """As whose it would be shown."""
    group: str | None
    fields: tuple[str, ...]
    words: dict[str, Any] = field(repr=False)
    goals: tuple[str, ...]
    written_on: str
    expires: str
    """Local calendar days; the last one."""
    supersedes: str | None = None

    @property
    def part(self) -> Summary:
        """What would stand on the page."""
        return summary_of(self.words, self.shared, self.group, self.written_on, self.expires)

    @property
    def bytes_that_go(self) -> bytes:
        """As they would stand on the page, byte for byte."""
        return canonical(self.part.model_dump(mode="json", exclude_defaults=True))


class Summaries:
    """The pages for facilitators of one open journal."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._making = Making(journal)

    def facilitators(self) -> list[Facilitator]:
        """Everybody who holds a group that the person is in."""
        pairs = [pair for pair in self._making.pairs.all() if pair.writer is Writer.MEMBER and pair.state in OPEN]
        return [self._facilitator(pair) for pair in pairs if pair.state is not State.ENDING]

    def facilitator(self, partner: str) -> Facilitator:
        """One of them, by name or id.

        Raises:
            NotFound: no such partner. NotForThem: they hold no group that the person is in.
        """
        return self._facilitator(self._pair(partner))

    def written(self, partner: str) -> FacilitatorSummary | None:
        """The page for this facilitator as it is here; `None` before its first words."""
        wanted = self._pair(partner).partner
        pages = (thing for thing in self._journal.things("summary") if isinstance(thing, FacilitatorSummary))
        return next((page for page in pages if page.partner == wanted), None)

    def write(self, partner: str, values: Mapping[str, object], draft_id: str | None = None) -> FacilitatorSummary:
        """Keep these parts of the page here. Nothing leaves.

        Args:
            partner: a facilitator's name or id.
            values: parts by name (`SUMMARY_PARTS`); one left out stays as it was, one that is blank goes. `goals` are
                lines of `goal_line`.
            draft_id: the draft it was, if any.

        Raises:
            BadInput: a name that is none of the parts, or what a part does not take. NotAllowed: a part of a goal that
            can never leave. NotFound: no such goal.
        """
        pair = self._pair(partner)
        if "goals" in values:
            values = {**values, "goals": self._goal_lines(values["goals"])}
        there = self.written(pair.partner)
        if there is None:
            self._journal.add_thing("summary", {**values, "partner": pair.partner}, draft_id, also=self._check_alone)
        else:
            self._journal.change(there.id, values, draft_id)
        made = self.written(pair.partner)
        if made is None:
            raise LookupError("a page that was kept is not there")
        return made

    def offer(self, partner: str, days: int | None = None) -> SummaryOffer:
        """What the facilitator would see, before anything is decided. Nothing is written.

        Args:
            partner: a facilitator's name or id.
            days: 1 to 90; none: until the day on the page, else 30. A group that closes earlier ends it then.

        Raises:
            NotAsked: the words were not compared by both. NoRoleCard: their role card has not come.
            BadInput: no words on it, or another number of days. TooLong: a part is longer than a page takes.
        """
        pair = self._active(partner)
        facilitator, page = self._facilitator(pair), self.written(pair.partner)
        if facilitator.role_card is None:
            raise NoRoleCard
        words, goals = ({}, ()) if page is None else summary_words(self._journal, page)
        if page is None or not any(name for name in words if name not in ("period", "may_print")):
            raise BadInput("There are no words on this page yet.")
        live = self.shared(pair.partner)
        return SummaryOffer(
            partner=pair.partner,
            item=page.id,
            shared=live.shared if live else uuid4().hex,
            name=pair.my_name,
            group=pair.group_name,
            fields=tuple(name for name in SUMMARY_FIELDS if name in words),
            words=words,
            goals=goals,
            written_on=self._today,
            expires=self._last_day(page, days, facilitator.closing),
            supersedes=live.id if live else None,
        )

    def note_shown(self, partner: str, card: SentRoleCard | None) -> None:
        """The person was shown this role card, limits of confidentiality and all. That is kept.

        Args:
            partner: a facilitator's name or id.
            card: the one that was shown. Another may have come meanwhile: it is shown before the next yes.

        Raises:
            NoRoleCard: there was none.
        """
        if card is None:
            raise NoRoleCard
        with transaction(self._journal.connection):
            pair = self._pair(partner)
            if pair.card_shown == _name(card):
                return
            self._making.pairs.put(replace(pair, card_shown=_name(card)))
            row = {"event": "SHOWN", "recipient": pair.partner, "recipient_kind": "facilitator"}
            self._making.ledger.add({**row, "at": self._journal.now_utc()}, {"role_card": _written(card)})

    def say_yes(self, offer: SummaryOffer, yes: Yes) -> Consent:
        """Share what was offered, and exactly that.

        Raises:
            NotShown: the person has not been shown the role card as it is now.
            BadInput: the words are not any more what was shown, or its last day is over by now.
            NotAsked: the two are not connected.
            TooLong: it does not fit. Nothing was changed.
        """
        with transaction(self._journal.connection):
            pair = self._active(offer.partner)
            if not self._facilitator(pair).is_card_shown:
                raise NotShown
            live = self.shared(pair.partner)
            if self._changed_since(offer, live):
                raise BadInput("The words have changed since you saw them. Nothing was shared; look at them again.")
            closing = self._content(pair).closing
            if offer.expires < self._today or (closing is not None and closing.on < offer.expires):
                raise BadInput("Its last day is over. Nothing was shared; look at it again.")
            consent = self._consent(offer, yes)
            if live is not None:
                self._making.consents.put(replace(live, status=Status.SUPERSEDED, changed_at=consent.made_at))
            self._making.consents.put(consent)
            self._making.consents.put_goals(consent.id, offer.goals)
            self._making.ledger.add(said(consent, yes, live), {"notice": yes.statement.encode()})
            self._making.renew(pair, adds=True)
        return consent

    def shared(self, partner: str) -> Consent | None:
        """The page that this facilitator sees, or would but for a pause; `None` where there is none."""
        wanted = self._pair(partner).partner
        yeses = self._making.consents.of(wanted)
        return next((each for each in yeses if each.kind == SUMMARY and each.is_live), None)

    def has_new_words(self, consent: Consent) -> bool:
        """Whether the page has other words here now: they wait for a yes of their own."""
        page = self.written(consent.partner)
        return page is not None and summary_words(self._journal, page)[0] != consent.words

    def _changed_since(self, offer: SummaryOffer, live: Consent | None) -> bool:
        page = self.written(offer.partner)
        if page is None or offer.supersedes != (live.id if live else None):
            return True
        return (page.id, summary_words(self._journal, page)) != (offer.item, (offer.words, offer.goals))

    def _consent(self, offer: SummaryOffer, yes: Yes) -> Consent:
        return Consent(
            id=new_id(),
            partner=offer.partner,
            goal=offer.item,
            shared=offer.shared,
            fields=offer.fields,
            words=offer.words,
            step=None,
            step_shared=None,
            statement=yes.statement,
            version=yes.version,
            said_with=yes.said_with,
            starts=offer.written_on,
            expires=offer.expires,
            status=Status.ACTIVE,
            made_at=self._journal.now_utc(),
            supersedes=offer.supersedes,
            kind=SUMMARY,
        )

    def _check_alone(self, made: str) -> None:
        pages = [page for page in self._journal.things("summary") if isinstance(page, FacilitatorSummary)]
        if any(page.id != made and page.partner == self._of(pages, made) for page in pages):
            raise BadInput("Another cairn began this page just now. Nothing was changed; look at it first.")

    @staticmethod
    def _of(pages: Sequence[FacilitatorSummary], made: str) -> str | None:
        return next((page.partner for page in pages if page.id == made), None)

    def _goal_lines(self, given: object) -> list[str]:
        """Lines with whole ids, and the parts in the order in which they are shown."""
        lines = given if isinstance(given, list | tuple) else []
        if given and (not lines or not all(isinstance(line, str) for line in lines)):
            raise BadInput("{part} takes a list of words.", part="goals")
        chosen: dict[str, tuple[str, ...]] = {}
        for line in lines:
            goal, fields = goal_of_line(line)
            for name in fields:
                if name not in SHAREABLE:
                    raise NotAllowed("fields", SHAREABLE)
            chosen[self._journal.goal(goal).id] = tuple(name for name in SHAREABLE if name in fields)
        return [goal_line(goal, fields) for goal, fields in chosen.items() if fields]

    def _last_day(self, page: FacilitatorSummary, days: int | None, closing: Closing | None) -> str:
        # A day on the page that has gone by is no wish for today.
        is_to_come = page.valid_until is not None and page.valid_until > self._today
        wanted = page.valid_until if days is None and is_to_come else None
        wanted = wanted or self._day(DAYS if days is None else days)
        if not 1 <= (date.fromisoformat(wanted) - date.fromisoformat(self._today)).days <= DAYS_MOST:
            raise BadInput(
                "A page is shared for 1 to {most} days, and for no longer without a new yes.", most=DAYS_MOST
            )
        if closing is None:
            return wanted
        if closing.on < self._today:
            raise BadInput("This group has closed. Nothing was shared.")
        return min(wanted, closing.on)

    @property
    def _today(self) -> str:
        return self._journal.moment().for_date

    def _day(self, days: int) -> str:
        return (date.fromisoformat(self._today) + timedelta(days)).isoformat()

    def _facilitator(self, pair: Pair) -> Facilitator:
        content = self._content(pair)
        return Facilitator(
            partner=pair.partner,
            group=pair.group_name,
            is_connected=pair.state is State.ACTIVE,
            name=content.name,
            role_card=content.role_card,
            is_card_shown=content.role_card is not None and pair.card_shown == _name(content.role_card),
            agreement={str(name): text for name, text in content.agreement.mine.items()} if content.agreement else {},
            closing=content.closing,
        )

    def _content(self, pair: Pair) -> Content:
        return Content() if pair.view is None else read_content(pair.view)

    def _pair(self, partner: str) -> Pair:
        pair = self._making.pairs.get(self._journal.partner(partner).id)
        if pair is None or pair.writer is not Writer.MEMBER:
            raise NotForThem("This partner holds no group that you are in.")
        return pair

    def _active(self, partner: str) -> Pair:
        pair = self._pair(partner)
        if pair.state is not State.ACTIVE:
            raise NotAsked
        return pair


def _written(card: SentRoleCard) -> bytes:
    return canonical(card.model_dump(mode="json", exclude_defaults=True))


def _name(card: SentRoleCard) -> bytes:
    """What names one state of a role card: 32 bytes."""
    return digest(_CARD, _written(card))
