"""The rows of Peers about what is shared either way."""

from collections.abc import Mapping

from journal.use_cases.open_journal import OpenJournal
from sync.consent.summaries import Summaries
from sync.consent.words import Words
from tui.screens.peers_rows import SharedRow
from tui.sharing_reading import Share, connected, groups_in, name_of, shares
from tui.wording import sharing as words
from tui.wording import together
from tui.wording.sharing_lines import first_words
from tui.wording.summary import FIRST_LINE


def shared_rows(journal: OpenJournal) -> list[SharedRow]:
    """First what I share, then each partner's side; nothing where nobody is connected and nothing came."""
    live = [share for share in shares(journal) if share.consent.is_live]
    mine = [row for share in live for row in _share_rows(share)]
    groups = groups_in(journal)
    theirs = [*_partner_rows(journal, groups), *_page_rows(journal, groups)]
    nothing = SharedRow("shares", "", together.NOTHING_SHARED, "$text-muted")
    return [*(mine or [nothing]), *theirs] if mine or theirs else []


def _share_rows(share: Share) -> list[SharedRow]:
    said = words.SHARED_WITH if share.consent.status.value == "active" else words.PAUSED_WITH
    line = said.format(title=first_words(share.consent), name=share.name)
    rows = [SharedRow("shares", share.consent.id, line)]
    if share.has_new_words:
        waits = words.NEW_WORDS_WAIT.format(name=share.name)
        if share.is_page:
            rows.append(SharedRow("page-look", share.consent.partner, waits, "$accent"))
        else:
            rows.append(SharedRow("new-words", share.consent.id, waits, "$accent"))
    return rows


def _page_rows(journal: OpenJournal, groups: Mapping[str, str | None]) -> list[SharedRow]:
    """The way to one's own page for each facilitator one is connected with."""
    there = [each for each in Summaries(journal).facilitators() if each.is_connected and each.partner in groups]
    named = [(each.partner, name_of(journal, each.partner)) for each in there]
    return [SharedRow("my-page", partner, FIRST_LINE.format(name=name)) for partner, name in named]


def _partner_rows(journal: OpenJournal, groups: Mapping[str, str | None]) -> list[SharedRow]:
    """What each shares, or the words of theirs that came last; where there is neither, the way to write some."""
    between = Words(journal)
    pages = {page.partner: page for page in between.their_pages()}
    latest = {letter.partner: letter for letter in reversed(between.received())}
    there = [partner.id for partner in connected(journal)]
    known = dict.fromkeys([*there, *latest])
    rows = []
    for partner in known:
        name, page = name_of(journal, partner), pages.get(partner)
        said = []
        if page is not None and page.goals:
            titles = ", ".join(goal.title or "" for goal in page.goals if goal.title)
            said.append(words.THEY_SHARE_HERE.format(name=name, titles=titles))
        if partner in latest:
            said.append(words.OF_THEIRS.format(name=name, text=latest[partner].text))
        said = said or [words.BETWEEN.format(name=name)]
        rows += [SharedRow("facilitator-words" if partner in groups else "messages", partner, line) for line in said]
        if partner in there and between.part_waits(partner):
            rows.append(SharedRow("messages", partner, words.PART_WAITS.format(name=name), "$accent"))
    return rows
