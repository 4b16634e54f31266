"""A facilitator's own home: its first list, and what a visit there begins with. Nothing of a journal is in it."""

from journal.use_cases.preferences import read_preferences
from sync.consent.groups import Groups
from tui.chosen import read_chosen
from tui.plain import about_me, country, group, received, registry, support, timeline
from tui.plain.about import say_about
from tui.plain.deeds import Deed
from tui.plain.drafts import read_drafts
from tui.plain.locking import choose_minutes
from tui.plain.meeting import meet
from tui.plain.reminding import reminders
from tui.plain.settings import settings
from tui.plain.visit import Visit
from tui.wording import locking, opening, screen
from tui.wording import plain as words
from tui.wording import plain_groups as said
from tui.wording import plain_keys as named
from tui.wording import settings as chosen_words
from tui.wording.dates import day_in_words
from tui.wording.plain_support import MORE

_KEYS_AND_COPIES = tuple(deed for deed in registry.KEYS_AND_COPIES if deed.named is not named.ERASE_DAYS)
"""Nothing here belongs to a day."""


def every_deed() -> tuple[Deed[Visit], ...]:
    """What a facilitator can do here; nobody's journal is written in it."""
    return (
        Deed(said.SUMMARIES, received.read_summaries),
        Deed(said.GROUPS, group.read_groups),
        Deed(said.ABOUT_ME, about_me.about_me),
        Deed(said.LOOK_IN, meet),
        Deed(words.SUPPORT_NOW, lambda visit: visit.talk.say_support(MORE)),
        Deed(words.DRAFTS, read_drafts),
        Deed(words.UNDO, timeline.undo),
        Deed(words.ABOUT, say_about),
        Deed(words.COUNTRY, country.choose_country),
        Deed(words.SUPPORT_FILE, support.bring_in_lines),
        registry.leading_to(named.KEYS_AND_COPIES, _KEYS_AND_COPIES),
        Deed(words.PLAIN_LINES, country.open_plainly),
        Deed(words.LOCK_AFTER, choose_minutes),
        Deed(said.SETTINGS, settings),
        Deed(words.LOCK, registry.lock),
        Deed(words.LEAVE, registry.leave),
    )


def greet(visit: Visit) -> None:
    """The day, what is still to be written, and what waits. Nothing in it counts anybody."""
    journal = visit.journal
    received.let_replies_go(visit)
    lines = [f"{screen.HELLO} {day_in_words(journal.moment().for_date)}.", said.YOUR_HOME]
    if journal.unlocked is not None:
        lines.append(locking.OPENED[journal.unlocked.way])
    if journal.header_mended is not False:
        lines.append(opening.HEADER_MENDED if journal.header_mended else opening.HEADER_NOT_MENDED)
    if unreadable := read_chosen(journal, visit.home).unreadable:
        lines.append(chosen_words.not_read(unreadable))
    visit.talk.say(*lines, *_waiting(visit), *reminders(visit))


def _waiting(visit: Visit) -> list[str]:
    groups = Groups(visit.journal)
    lines = said.still_to_write(groups.still_to_write())
    lines += [] if groups.all() else [said.NO_GROUP_YET]
    lines += [] if read_preferences(visit.home).country else [said.NO_COUNTRY_YET]
    lines += [said.PAGE_TO_READ] if any(page.is_new for page in groups.summaries()) else []
    return [*lines, *([words.DRAFTS_WAIT] if visit.journal.drafts() else [])]
