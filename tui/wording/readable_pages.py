"""What stands around a person's own words in the folder of pages that they take along."""

from contextlib import suppress

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import Goal
from journal.domain.groups import FacilitatorSummary, GroupNote
from journal.domain.leaving import Shelved, Taken
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession
from journal.domain.shelves import SHELVES, PlanPart
from journal.errors import NotFound
from journal.portable.markdown_folder import Names, Section
from tui.language import _
from tui.wording import goals, items, parts, peers, toolbox
from tui.wording.dates import clock_of, day_in_words
from tui.wording.plain_rows import draft_words
from tui.wording.shipped import question_named
from tui.wording.things import goal_in_lines, parts_in_lines, thing_in_lines, thing_name

JOURNAL = _("My journal")
DRAFTS = _("Drafts")
ABOUT_IT = _("This is a copy of a cairn journal. It is not locked, and anyone who opens it can read it.")
SUMMARIES = _("Pages for a facilitator")
GROUPS = _("Groups I hold")
ROLE_CARD = _("What I say of myself")
GROUP_NOTES = _("Notes to a group")
NOT_ALL = _("Earlier versions of your words, and when each was written, are in the archive format.")

_TITLES = {
    "index": JOURNAL,
    "goals": goals.TITLE,
    "tools": toolbox.SHELVES["tool"],
    "strengths": toolbox.SHELVES["strength"],
    "people": toolbox.SHELVES["person"],
    "week": peers.WEEK,
    "stories": toolbox.SHELVES["story"],
    "plans": toolbox.SHELVES["plan"],
    "partners": peers.PARTNERS,
    "summaries": SUMMARIES,
    "groups": GROUPS,
    "role_cards": ROLE_CARD,
    "group_notes": GROUP_NOTES,
    "drafts": DRAFTS,
}
_SAID_OTHERWISE = ("name", "via", "partner", "group", "goals")
_OF_GROUPS = ("summary", "peer_group", "role_card", "group_note")


class ReadablePages:
    """Every word around: `Said` of the folder of pages."""

    def title(self, name: str) -> str:
        return _TITLES[name]

    def about(self) -> tuple[str, ...]:
        return (ABOUT_IT, NOT_ALL)

    def day(self, for_date: str) -> str:
        return day_in_words(for_date)

    def section(self, taken: Taken, names: Names) -> Section:
        """One thing: what stands above it, and its parts in order."""
        if isinstance(taken, Shelved):
            return _of_groups(taken, names) if taken.kind in _OF_GROUPS else _shelved(taken)
        if isinstance(taken, Draft):
            return Section(f"{day_in_words(taken.moment.for_date)}, {clock_of(taken.moment.at)}", (draft_words(taken),))
        if isinstance(taken, Goal):
            return Section(_head(taken, items.GOAL), tuple(goal_in_lines(taken)[1:]))
        if isinstance(taken, PeerSession):
            whom = peers.session_with(taken.partner_alias or taken.group_name)
            told = [part for part in (*ABOUT, *BEFORE, *AFTER, *MORE) if part.name != "group_name"]
            return Section(_head(taken, whom), tuple(parts_in_lines("session", taken, told)))
        if isinstance(taken, CheckIn):
            return Section(_head(taken, items.CHECK_IN), tuple(items.body_of(taken, names.tools)))
        return _page(taken) if isinstance(taken, JournalEntry) else Section("", ())


def _page(entry: JournalEntry) -> Section:
    asked = []
    with suppress(NotFound):
        asked = [question_named(entry.prompt_id)] if entry.prompt_id else []
    themes = ", ".join(parts.THEMES[theme] for theme in entry.themes)
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    blocks = tuple(words for words in (*asked, entry.body, themes, tags) if words)
    return Section(_head(entry, items.PAGE), blocks, entry.title)


def _of_groups(shelved: Shelved, names: Names) -> Section:
    """Ids say nothing to who reads, and where a group meets is for its members alone."""
    thing, shelf = shelved.thing, SHELVES[shelved.kind]
    day = day_in_words(shelved.moment.for_date)
    heading = str(getattr(thing, "name", None) or day)
    told = [part for part in shelf.every_part if part.name not in _SAID_OTHERWISE]
    if getattr(thing, "may_print", "no") == "no":
        told = [part for part in told if part.name != "may_print"]
    blocks = parts_in_lines(shelf.kind, thing, told)
    if isinstance(thing, GroupNote):
        blocks = [thing.text]
    if isinstance(thing, FacilitatorSummary):
        chosen = (names.goals.get(line.partition(" ")[0]) for line in thing.goals)
        blocks.append("\n".join([goals.TITLE, *(title for title in chosen if title)]) if thing.goals else "")
    return Section(heading, tuple(block for block in blocks if block))


def _shelved(shelved: Shelved) -> Section:
    thing = shelved.thing
    heading = thing_name(thing)
    if isinstance(thing, PlanPart):
        heading = f"{parts.plan_title(thing.plan)}: {heading}"
    return Section(heading, tuple(thing_in_lines(thing)[1:]))


def _head(item: CheckIn | JournalEntry | Goal | PeerSession, name: str) -> str:
    marks = [mark for mark, is_set in ((items.KEPT, item.keep), (items.BRING, item.bring)) if is_set]
    return " ".join([f"{clock_of(item.moment.at)} · {name}", *marks])
