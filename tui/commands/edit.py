"""`cairn edit`: new words in place of the old, which are kept; for what has parts, a JSON object of them."""

from argparse import Namespace
from functools import partial

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.goal import GOAL_PARTS, Goal
from journal.domain.peer_session import SESSION_PARTS, PeerSession
from journal.domain.shelves import PeerPartnership
from journal.domain.timeline import Item
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.as_printed import read_as_printed
from tui.commands.asking import has_words
from tui.commands.changing import Changing, new_values
from tui.commands.documents import document_of
from tui.commands.finding import find
from tui.commands.partner import edit_partner
from tui.commands.session_after import GROUPS
from tui.commands.shelf import edit_thing
from tui.commands.standard_input import first_line
from tui.commands.terminal import Terminal
from tui.wording import journal as of_journal
from tui.wording import shell
from tui.wording.items import item_in_lines


def run(options: Namespace) -> int:
    """Whatever the id names."""
    terminal = Terminal(options)
    about = any(given is not None for given in (options.theme, options.tag, options.goal))
    if (options.dash is not None or options.title is not None) + about + (options.bring_back is not None) > 1:
        raise BadInput(shell.WORDS_OR_ABOUT)
    with terminal.journal() as journal:
        kind, found = find(journal, options.id)
        if (about or options.title is not None) and not isinstance(found, JournalEntry):
            raise BadInput(shell.PAGES_ALONE)
        if options.bring_back is not None:
            return _answer(terminal, journal.bring_back(found.id, options.bring_back))
        if about:
            return _edit_about(terminal, journal, found.id)
        if isinstance(found, CheckIn | JournalEntry):
            return _edit_words(terminal, journal, found)
        if isinstance(found, Goal | PeerSession):
            return _edit_parts(terminal, journal, kind, found)
        if isinstance(found, PeerPartnership):
            return edit_partner(terminal, journal, found)
        return edit_thing(terminal, journal, kind, found)


def _edit_about(terminal: Terminal, journal: OpenJournal, item_id: str) -> int:
    """What a page is about; an empty value takes away what it had of a sort."""

    def given(values: list[str] | None) -> tuple[str, ...] | None:
        return None if values is None else tuple(dict.fromkeys(value for value in values if value.strip()))

    options = terminal.options
    themes, tags, goals = given(options.theme), given(options.tag), given(options.goal)
    changed = terminal.save(lambda: journal.set_page_about(item_id, themes=themes, tags=tags, goals=goals))
    return terminal.answer(document_of(changed), [of_journal.ABOUT_SAVED], changed=True)


def _edit_words(terminal: Terminal, journal: OpenJournal, item: CheckIn | JournalEntry) -> int:
    if terminal.options.dash is None and terminal.can_ask():
        for line in item_in_lines(item, journal.names_in(item)):
            terminal.say_block(line)
    has_title = terminal.options.title is not None
    question = f"{shell.FIRST_IS_TITLE}\n{shell.CHANGE_HERE}" if has_title else shell.CHANGE_HERE
    text = terminal.text(terminal.options.dash is not None, question)
    if not has_words(terminal, text, shell.EMPTY_CHANGE):
        return 0
    title, words = first_line(text) if has_title else (None, text)
    if isinstance(item, JournalEntry) and not words.strip():
        # A title alone is for the page as it is: its words are not to go out of sight for it.
        words = item.body
    changed = terminal.save(lambda: journal.change_words(item.id, words, title))
    return _answer(terminal, changed)


def _edit_parts(terminal: Terminal, journal: OpenJournal, kind: str, item: Goal | PeerSession) -> int:
    parts, groups = (GOAL_PARTS, {}) if isinstance(item, Goal) else (SESSION_PARTS, GROUPS)
    read = partial(read_as_printed, document_of(item), parts, groups)
    it = Changing(kind, item.id, parts, item_in_lines(item, {}), read)
    values, draft_id = new_values(terminal, journal, it)
    if not values:
        return 0
    terminal.save(lambda: journal.change(item.id, values, draft_id))
    return _answer(terminal, journal.read(item.id))


def _answer(terminal: Terminal, item: Item) -> int:
    return terminal.answer(document_of(item), [shell.CHANGED], changed=True)
