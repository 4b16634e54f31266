"""What the screens of a page for a facilitator read on the store thread, as values to show. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from journal.domain.groups import FacilitatorSummary
from journal.domain.shelves import PeerPartnership
from journal.errors import BadInput, NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.consent.group_pages import goal_of_line
from sync.consent.offer import SHAREABLE, words_now
from sync.consent.summaries import DAYS, Facilitator, Summaries, SummaryOffer
from sync.consent.words import Words
from sync.records.notes import Letter
from sync.records.pairs import Pair, Pairs
from tui.sharing_reading import Share, goal_of, name_of, page_shared, titles
from tui.wording import sharing as sharing_words
from tui.wording import together
from tui.wording.parts import label, word
from tui.wording.sharing_lines import letter_about, shared_in_lines
from tui.wording.summary import FIRST_LINE

TEXTS = (
    "what_matters_to_me_now", "support_i_would_like", "questions_for_you", "goals", "what_is_going_well",
    "what_helps_me", "what_i_bring", "please_know", "look_back_lines", "period",
)  # fmt: skip
"""The parts with words, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Facilitating:
    """Everything on the page of a facilitator in Peers."""

    partner: PeerPartnership
    pair: Pair
    facilitator: Facilitator
    share: Share | None
    """The page that they see, or would but for a pause."""
    letters: Sequence[Letter] = field(repr=False)
    """Notes to the group and replies, the newest first."""
    titles: dict[str, str] = field(repr=False)
    """What replies can be about."""
    my_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Written:
    """The page as it is here."""

    name: str
    """What the facilitator is called here."""
    page: FacilitatorSummary | None
    told: Sequence[str] = field(repr=False)
    """Every part of it that has words: its label, and the words under it."""
    share: Share | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What would go, and what is there now."""

    offer: SummaryOffer
    name: str
    now: Sequence[str] = field(repr=False)
    """What the facilitator sees now, where that is something else."""
    closes: bool
    """Whether the last day is the group's."""


def facilitating(journal: OpenJournal, partner_id: str) -> Facilitating:
    """Everything about one facilitator.

    Raises:
        NotFound: no such partner. NotForThem: they hold no group that the person is in.
    """
    partner, summaries = journal.partner(partner_id), Summaries(journal)
    facilitator = summaries.facilitator(partner.id)
    pair = Pairs(journal.connection).get(partner.id)
    if pair is None:
        raise NotFound
    return Facilitating(
        partner,
        pair,
        facilitator,
        page_shared(journal, partner.id),
        Words(journal).received(partner.id),
        titles(journal, []),
        journal.choices().name,
    )


def letter_head(letter: Letter, known: dict[str, str]) -> str:
    """What a reply is about; nothing of a note to the group."""
    about = letter_about(letter, known)
    return sharing_words.ABOUT.format(title=about) if letter.about in known else about


def written(journal: OpenJournal, partner_id: str) -> Written:
    """The page for one facilitator as it is here."""
    page = Summaries(journal).written(partner_id)
    told = [] if page is None else _told(journal, page)
    return Written(name_of(journal, partner_id), page, told, page_shared(journal, partner_id))


def heading_of(name: str) -> str:
    """What stands above the page."""
    return FIRST_LINE.format(name=name)


def looked_at(journal: OpenJournal, partner_id: str, days: int | None) -> Looked:
    """Exactly what would go. A day on the page that cannot be the last one gives way to the usual one.

    Raises:
        CairnError: as `Summaries.offer`.
    """
    summaries = Summaries(journal)
    try:
        offer = summaries.offer(partner_id, days)
    except BadInput:
        if days is not None:
            raise
        offer = summaries.offer(partner_id, DAYS)
    facilitator = summaries.facilitator(partner_id)
    share = page_shared(journal, offer.partner)
    now = shared_in_lines(share.seen) if share is not None and share.has_new_words and share.seen is not None else []
    closes = facilitator.closing is not None and facilitator.closing.on == offer.expires
    return Looked(offer, name_of(journal, offer.partner), now, closes)


def goals_chosen(journal: OpenJournal, partner_id: str) -> tuple[list[tuple[str, str]], dict[str, tuple[str, ...]]]:
    """Every goal by id and title, and of those on the page the parts that were chosen."""
    page = Summaries(journal).written(partner_id)
    chosen = dict(goal_of_line(line) for line in (page.goals if page is not None else ()))
    return [(goal.id, goal.title) for goal in journal.goals()], chosen


def parts_with_words(journal: OpenJournal, goal_id: str) -> tuple[str, list[str]]:
    """A goal's title, and its parts that have something in them; none where it is not there any more."""
    goal = goal_of(journal, goal_id)
    return ("", []) if goal is None else (goal.title, [name for name in SHAREABLE if getattr(goal, name)])


def sentences_offered(journal: OpenJournal, partner_id: str) -> list[str]:
    """Sentences of the look back that are not on the page yet."""
    from tui.summary_reading import look_back_sentences

    page = Summaries(journal).written(partner_id)
    there = page.look_back_lines if page is not None else ()
    return [sentence for sentence in look_back_sentences(journal) if sentence not in there]


def _told(journal: OpenJournal, page: FacilitatorSummary) -> list[str]:
    said = {name: getattr(page, name) for name in TEXTS if name not in ("goals", "look_back_lines")}
    said["goals"] = "\n".join(line for chosen in page.goals for line in _goal(journal, chosen))
    said["look_back_lines"] = "\n".join(page.look_back_lines)
    return [f"{label('summary', name)}\n{said[name]}" for name in TEXTS if said[name]]


def _goal(journal: OpenJournal, chosen: str) -> list[str]:
    """The parts that were chosen of one goal, as they are now; none once it is gone."""
    goal_id, fields = goal_of_line(chosen)
    goal = goal_of(journal, goal_id)
    if goal is None:
        return []
    words, _step = words_now(goal, fields)
    frames = {"next_step": together.NEXT, "how_id_like_support": together.HOW_ID_LIKE_SUPPORT}
    lines = []
    for name, text in words.items():
        said = together.STATUS_NOW.format(text=word("goal", "status", text)) if name == "status" else text
        lines.append(frames[name].format(text=text) if name in frames else said)
    return lines
