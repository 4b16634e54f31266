"""What is read of pages for a facilitator, the same for a screen, plain lines and a shell. Nothing here writes."""

from journal.domain.look_back import NOT_ENOUGH
from journal.errors import NotFound
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.support_lines import page_at
from sync.consent.groups import Received
from sync.consent.sharing import Sharing
from sync.consent.summaries import Summaries
from sync.errors import NotAsked, TooLong
from sync.records.consents import SUMMARY, Consent
from tui.wording import summary_commands as words
from tui.wording.safeguarding import if_worried
from tui.wording.summary import header, summary_in_lines

LOOK_BACK_DAYS = 28
"""Over so many days the sentences are. Source: domain brief, section 12c."""
OFFERED = ("mood", "hope")
"""The dimensions that a sentence may be about."""


class MayNotPrint(NotAsked):
    """Whoever wrote a page has not said that it may be printed."""

    code = "may-not-print"
    sentence = words.MAY_NOT_PRINT


def look_back_sentences(journal: OpenJournal) -> list[str]:
    """The sentences of one's own look back that may be offered for the page, one by one: none is chosen yet.

    Between which answers mood and hope mostly were over four weeks, and what was marked as helping. Never a day, a
    single check-in, a row of numbers, or how often something was noted; nothing where there are too few notes.
    """
    look_back = journal.look_back(LOOK_BACK_DAYS)
    sentences = []
    for one in look_back.dimensions:
        found = one.typical_range
        if one.dimension in OFFERED and found.label != NOT_ENOUGH and found.low is not None and found.high is not None:
            said = words.mostly_in_words(one.dimension, found.days, found.low, found.high, found.scale_id)
            sentences.append(said)
    helping = [tally.name for tally in look_back.helped if tally.label != NOT_ENOUGH and tally.helped_times]
    return [*sentences, words.helping_in_words(helping)] if helping else sentences


def safeguarding_at(home: Home) -> str:
    """What to do where a page worries its reader, with the number to call where they said they live."""
    return if_worried(page_at(home).danger_number)


def printed_page(received: Received) -> str:
    """One person's page as plain text, its header above it, and a line end last.

    Raises:
        MayNotPrint: they have not said that it may be printed.
    """
    if not received.summary.may_print:
        raise MayNotPrint
    lines = [header(received.name, received.summary), *summary_in_lines(received.summary)]
    return "\n\n".join(lines) + "\n"


def waiting_pages(journal: OpenJournal) -> list[Consent]:
    """Every live yes to a page for a facilitator that has other words here now: they wait for a yes of their own."""
    live = [consent for consent in Sharing(journal).shares() if consent.is_live and consent.kind == SUMMARY]
    return [consent for consent in live if page_waits(journal, consent)]


def page_waits(journal: OpenJournal, consent: Consent) -> bool:
    """Whether a page that was said yes to has other words here; what has become too long to go has, too."""
    try:
        return Summaries(journal).has_new_words(consent)
    except TooLong:
        return True
    except NotFound:
        # Of a facilitator who was deleted nothing is asked.
        return False
