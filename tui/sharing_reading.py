"""What the screens of sharing read on the store thread, as values to show. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from journal.domain.goal import Goal
from journal.domain.shelves import PeerPartnership
from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.consent.group_pages import consented
from sync.consent.offer import part_of
from sync.consent.sharing import Sharing
from sync.consent.summaries import Summaries
from sync.consent.words import TheirPage, Words
from sync.ending import BY_THEM
from sync.errors import TooLong
from sync.protocol.content import SharedGoal
from sync.protocol.summary import Summary
from sync.protocol.writers import Writer
from sync.records.consents import SUMMARY, Consent, Consents, Status
from sync.records.ledger import Entry
from sync.records.notes import Letter
from sync.records.pairs import OPEN, WITH_PAGES, Pair, Pairs, State
from tui.key_map import KeyMap
from tui.wording import my_page, together
from tui.wording import sharing as words
from tui.wording.dates import day_and_whole_month
from tui.wording.meeting import names_of
from tui.wording.sharing_lines import first_words, goal_in_lines

OTHER_DAYS = (7, 30, 60, 90, 180)
"""Days from today that are offered for the last one."""
SOON_DAYS = 7
"""So many days before its last one the list says that a share ends by itself."""


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that was said yes to, and how it stands."""

    consent: Consent
    name: str
    """What the partner is called here."""
    seen: SharedGoal | Summary | None = field(repr=False)
    """Exactly what stands on the partner's page of it; `None` where nothing does."""
    lingers: SharedGoal | Summary | None = field(repr=False)
    """What their cairn may show still, of what was taken away and is not confirmed to be gone there."""
    is_told: bool
    """Whether, where it was taken away, a page without it was written."""
    has_new_words: bool
    """Whether the partner sees other words than stand here now."""
    ends_soon: bool
    """Whether its last day is near. Nothing of it is told to the partner, and silence ends it."""

    @property
    def is_page(self) -> bool:
        """Whether it is a page for a facilitator."""
        return self.consent.kind == SUMMARY

    def lines(self, key_map: KeyMap) -> list[str]:
        """What the page of its goal says of it."""
        until = day_and_whole_month(self.consent.expires)
        if self.consent.status is Status.PAUSED:
            return [words.IS_PAUSED.format(name=self.name)]
        new = [key_map.keyed(words.NEW_WORDS_HERE).format(name=self.name)] if self.has_new_words else []
        soon = [key_map.keyed(words.ENDS_THEN)] if self.ends_soon else []
        return [words.IS_SHARED.format(name=self.name, until=until), *soon, *new]


@dataclass(frozen=True, slots=True)
class Said:
    """One row of what was said yes to."""

    entry: Entry
    name: str
    what: str = field(repr=False)
    """The words that it is known by, where they are kept still."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Everything between one partner and oneself."""

    partner: PeerPartnership
    is_connected: bool
    is_paused: bool
    """Whether one's words to them stay here until the next ones are written."""
    page: TheirPage | None
    line: str | None = field(repr=False)
    """One's own line for the next time."""
    letters: Sequence[tuple[Letter, bool]] = field(repr=False)
    """Each with whether it is one's own, the newest first."""
    holds_group: bool
    """Whether they hold a group that the person is in."""
    titles: dict[str, str] = field(repr=False)
    """Of what either shares with the other now, by the id that stands in a letter."""

    @property
    def name(self) -> str:
        """What the partner is called here."""
        return self.partner.partner_alias


def connected(journal: OpenJournal) -> list[PeerPartnership]:
    """The partners that something can be shared with."""
    found = (_partner(journal, partner) for partner in Sharing(journal).connected())
    return [partner for partner in found if partner is not None]


def shares(journal: OpenJournal) -> list[Share]:
    """Everything that was said yes to and in whose place nothing else stands: first what is live, the newest first."""
    sharing = Sharing(journal)
    waiting = {consent.id for consent in sharing.waiting() if consent.status is Status.ACTIVE}
    near = (date.fromisoformat(journal.moment().for_date) + timedelta(SOON_DAYS)).isoformat()
    found = [
        Share(
            consent,
            name_of(journal, consent.partner),
            sharing.seen(consent),
            lingers(journal, consent),
            is_told(journal, consent),
            consent.id in waiting or _has_new_page(journal, consent),
            consent.status is Status.ACTIVE and consent.expires <= near,
        )
        for consent in reversed(sharing.shares())
    ]
    return sorted(found, key=lambda share: not share.consent.is_live)


def lingers(journal: OpenJournal, consent: Consent) -> SharedGoal | Summary | None:
    """What the partner's cairn may show still of a share that is over or paused here: at most what was said yes to.

    `None` once it has said that it is gone, after its last day, and where the partner has ended it themselves.
    """
    pair = Pairs(journal.connection).get(consent.partner)
    was_sent = consent.sent_at is not None and consent.gone_at is None
    is_past = journal.moment().for_date > consent.expires or (pair is not None and pair.why == BY_THEM)
    if consent.status is Status.ACTIVE or not was_sent or is_past:
        return None
    if consent.kind == SUMMARY and pair is not None:
        return consented(consent, pair)
    return part_of(consent.words, consent.shared, consent.expires, consent.step_shared, "to_try")


def is_told(journal: OpenJournal, consent: Consent) -> bool:
    """Whether a page without this share was written. Between two that wait, it counts as not written yet."""
    pairs = Pairs(journal.connection)
    pair, standing = pairs.get(consent.partner), pairs.standing(consent.partner)
    if pair is None or standing is None or pair.state not in WITH_PAGES:
        return True
    gone = consent.gone_number
    return gone is not None and (gone <= standing.seen_by_them or not standing.owes)


def shares_of_goal(journal: OpenJournal, goal_id: str) -> list[Share]:
    """What is shared of one goal now, the newest first."""
    return [share for share in shares(journal) if share.consent.goal == goal_id and share.consent.is_live]


def page_shared(journal: OpenJournal, partner_id: str) -> Share | None:
    """The page that this facilitator sees, or would but for a pause; `None` where there is none."""
    live = (share for share in shares(journal) if share.consent.kind == SUMMARY and share.consent.is_live)
    return next((share for share in live if share.consent.partner == partner_id), None)


def pages_with(journal: OpenJournal, goal_id: str) -> list[Share]:
    """The live pages for facilitators on which this goal stands."""
    on_them = Consents(journal.connection)
    live = [share for share in shares(journal) if share.consent.kind == SUMMARY and share.consent.is_live]
    return [share for share in live if goal_id in on_them.goals_on(share.consent.id)]


def groups_in(journal: OpenJournal) -> dict[str, str | None]:
    """The facilitators that the person has met or is meeting: the name of the group, by their id."""
    pairs = Pairs(journal.connection).all()
    return {pair.partner: pair.group_name for pair in pairs if pair.writer is Writer.MEMBER}


def said_yes_to(journal: OpenJournal) -> list[Said]:
    """Every yes, pause and stop, the newest last; where the chain is broken, an entry says so."""
    sharing = Sharing(journal)
    return [_said(journal, sharing, entry) for entry in sharing.said_yes_to()]


def talk_with(journal: OpenJournal, partner_id: str) -> Talk:
    """Everything between this partner and oneself.

    Raises:
        NotFound: no such partner.
    """
    between, partner = Words(journal), journal.partner(partner_id)
    page = between.their_page(partner.id)
    letters = [(letter, False) for letter in between.received(partner.id)]
    letters += [(letter, True) for letter in reversed(between.written(partner.id))]
    return Talk(
        partner,
        partner.id in Sharing(journal).connected(),
        between.is_paused(partner.id),
        page,
        between.line(partner.id),
        sorted(letters, key=lambda each: each[0].at, reverse=True),
        partner.id in groups_in(journal),
        titles(journal, [page] if page else []),
    )


def told_of_words(journal: OpenJournal, partner_id: str) -> list[str]:
    """What to know before words to this partner are written: that they are paused, where they are."""
    return [_named(journal, partner_id, words.WORDS_PAUSED)] if Words(journal).is_paused(partner_id) else []


def told_of_part(journal: OpenJournal, partner_id: str) -> list[str]:
    """What to know before one's part of the agreement is written: whether and when this partner sees it."""
    when = {State.ACTIVE: words.SEES_MY_PART, State.MEETING: words.SEES_MY_PART_THEN}
    hears = Words(journal).hears(partner_id)
    sees = [] if hears is None else [_named(journal, partner_id, when[hears])]
    return [*sees, *told_of_words(journal, partner_id)]


def part_sent(journal: OpenJournal, partner_id: str) -> str:
    """Send one's part as it is kept here, and what to say of it."""
    between = Words(journal)
    between.send_part(partner_id)
    return words.PART_SENT if between.hears(partner_id) is State.ACTIVE else words.PART_SENT_THEN


def _named(journal: OpenJournal, partner_id: str, sentence: str) -> str:
    return sentence.format(name=name_of(journal, partner_id))


def ends_with(journal: OpenJournal, item_id: str) -> list[str]:
    """What deleting something would end between two people, which undo does not bring back; mostly nothing."""
    pair = _open_pair(journal, item_id)
    if pair is not None:
        begun = pair.state in (State.MEETING, State.TO_COMPARE)
        ends = _named(journal, item_id, words.DELETING_TAKES_BACK if begun else words.DELETING_ENDS)
        return [ends, *_page_ends_too(journal, item_id)]
    told = ((words.DELETING_STOPS, shares_of_goal), (my_page.DELETING_ENDS_PAGE, pages_with))
    return [line for sentence, find in told for line in _with_names(sentence, find(journal, item_id))]


def erasing_ends(journal: OpenJournal, item_id: str) -> list[str]:
    """The same of erasing, after which nothing comes back."""
    if _open_pair(journal, item_id) is not None:
        return [_named(journal, item_id, my_page.ERASING_ENDS), *_page_ends_too(journal, item_id)]
    return _with_names(my_page.ERASING_STOPS, [*shares_of_goal(journal, item_id), *pages_with(journal, item_id)])


def _open_pair(journal: OpenJournal, item_id: str) -> Pair | None:
    pair = Pairs(journal.connection).get(item_id)
    return pair if pair is not None and pair.state in OPEN and pair.state is not State.ENDING else None


def _page_ends_too(journal: OpenJournal, partner_id: str) -> list[str]:
    return [_named(journal, partner_id, my_page.PAGE_ENDS_TOO)] if page_shared(journal, partner_id) else []


def _with_names(sentence: str, found: Sequence[Share]) -> list[str]:
    names = dict.fromkeys(share.name for share in found)
    return [sentence.format(names=names_of(list(names)))] if names else []


def _has_new_page(journal: OpenJournal, consent: Consent) -> bool:
    """Whether a page that its facilitator sees has other words here; of one who was deleted nothing is asked."""
    is_seen = consent.kind == SUMMARY and consent.status is Status.ACTIVE
    if not is_seen or _partner(journal, consent.partner) is None:
        return False
    try:
        return Summaries(journal).has_new_words(consent)
    except TooLong:
        # What does not fit any more is other than what is there.
        return True


def titles(journal: OpenJournal, pages: Sequence[TheirPage]) -> dict[str, str]:
    """What goals are called that one of two shares with the other now, by the id that both know them by."""
    theirs = {goal.id: goal_in_lines(goal)[0] for page in pages for goal in page.goals if goal_in_lines(goal)}
    live = [consent for consent in Sharing(journal).shares() if consent.is_live]
    return theirs | {consent.shared: first_words(consent) for consent in live}


def kept_words(journal: OpenJournal) -> list[tuple[str, str]]:
    """Words of partners that were kept for a hard day: who they are from, and the words."""
    return [(name_of(journal, letter.partner), letter.text) for letter in Words(journal).received() if letter.kept]


def goal_of(journal: OpenJournal, goal_id: str) -> Goal | None:
    """A goal, or `None` where it is not there any more."""
    try:
        return journal.goal(goal_id)
    except NotFound:
        return None


def name_of(journal: OpenJournal, partner_id: str) -> str:
    """What a partner is called here; of one who was deleted, what anybody is called."""
    partner = _partner(journal, partner_id)
    return together.CALLED if partner is None else partner.partner_alias


def _partner(journal: OpenJournal, partner_id: str) -> PeerPartnership | None:
    try:
        return journal.partner(partner_id)
    except NotFound:
        return None


def _said(journal: OpenJournal, sharing: Sharing, entry: Entry) -> Said:
    consent = sharing.yes(str(entry.event.get("grant_id", "")))
    name = name_of(journal, str(entry.event.get("recipient", "")))
    return Said(entry, name, "" if consent is None else first_words(consent))
