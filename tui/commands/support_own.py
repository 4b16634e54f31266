"""`cairn support mine`, `add`, `edit`, `hide`, `move` and `erase`: what is in the journal, so it asks to be opened."""

from argparse import Namespace
from dataclasses import asdict, replace

from journal.domain.draft_kinds import SUPPORT_LINE
from journal.domain.support import Line, OwnLine, SupportPage
from journal.domain.support_own import arranged, as_typed, lines_to_arrange, lines_to_hide, moved
from journal.errors import Ambiguous, BadInput, NotConfirmed, NotFound
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.support_lines import page_at
from tui.commands.documents import plan_document, thing_document
from tui.commands.terminal import Terminal, read_standard_input
from tui.wording import erasing, hard_day, support
from tui.wording import support_own as words


def run(options: Namespace) -> int:
    """One deed on the lines of the country that was chosen."""
    terminal = Terminal(options)
    page = page_at(terminal.home)
    with terminal.journal(ask_again=options.deed == "erase") as journal:
        return _DEEDS[options.deed](terminal, journal, page)


def mine(terminal: Terminal, journal: OpenJournal, page: SupportPage) -> int:
    """My people, my plan, lines of my own, then every line in my order."""
    arrangement, put_by = journal.arrangement(), journal.hard_day()
    mine = arranged(page, arrangement)
    lines = [support.danger(page)]
    for section in hard_day.sections(put_by)[:2]:
        said = ["\n".join(one.lines) for one in section.put_by]
        lines += ["", section.heading, *(said or [section.empty])]
    shown = [*mine.first, *mine.more, *mine.not_for_crisis]
    lines += ["", words.MY_LINES, *(f"  {_short_id(line)}  {support.resource_in_words(line)}" for line in shown)]
    hidden = [line for line in lines_to_hide(page, arrangement) if line.id in arrangement.hidden]
    if hidden:
        lines += ["", words.HIDDEN_LINES, *(f"  {_short_id(line)}  {line.name}" for line in hidden)]
    document = {
        "people": [thing_document(person) for person in put_by.people],
        "plan": plan_document("getting_through", {part.section: part for part in put_by.plan}),
        "resources": [asdict(line) for line in mine.all()],
        "hidden": list(arrangement.hidden),
    }
    return terminal.answer(document, [*lines, *([words.UNREADABLE] if arrangement.is_unreadable else [])])


def add(terminal: Terminal, journal: OpenJournal, _: SupportPage) -> int:
    """A name, how they are reached, and hours if wanted, a row each."""
    line = _write(terminal, journal, words.ASK_LINE, None)
    return terminal.answer(asdict(line), [words.ADDED, _row(line)], changed=True)


def edit(terminal: Terminal, journal: OpenJournal, _: SupportPage) -> int:
    """New words in place of those that were there."""
    before = journal.arrangement().line(_own_id(journal, terminal.options.id))
    line = _write(terminal, journal, f"{as_typed(before)}\n\n{words.ASK_LINE}", before.id)
    return terminal.answer(asdict(line), [words.CHANGED, _row(line)], changed=True)


def hide(terminal: Terminal, journal: OpenJournal, page: SupportPage) -> int:
    """Out of sight, or in sight again; the emergency number stays."""
    line_id, off = _any_id(journal, page, terminal.options.id), terminal.options.off
    terminal.save(lambda: journal.hide_support_line(line_id, not off))
    return terminal.answer({"id": line_id, "hidden": not off}, [words.SHOWN if off else words.HIDDEN], changed=True)


def move(terminal: Terminal, journal: OpenJournal, page: SupportPage) -> int:
    """To another place, counted from 1."""
    if terminal.options.place < 1:
        raise BadInput(words.NOT_A_PLACE)
    line_id = _any_id(journal, page, terminal.options.id)
    ids = moved(lines_to_arrange(page, journal.arrangement()), line_id, terminal.options.place - 1)
    terminal.save(lambda: journal.order_support_lines(ids))
    return terminal.answer({"order": ids}, [words.MOVED], changed=True)


def erase(terminal: Terminal, journal: OpenJournal, _: SupportPage) -> int:
    """A line of one's own, for good, once the word was said."""
    line_id = _own_id(journal, terminal.options.id)
    terminal.say(words.GOES)
    if terminal.options.dash is None and not terminal.can_ask():
        raise BadInput(erasing.NEEDS_WORD)
    said = terminal.ask(erasing.ASK) if terminal.options.dash is None else read_standard_input()
    if said.strip().casefold() != erasing.WORD:
        raise NotConfirmed(erasing.NOT_ERASED)
    journal.erase_support_line(line_id)
    return terminal.answer({"erased": line_id}, [words.ERASED], changed=True)


_DEEDS = {"mine": mine, "add": add, "edit": edit, "hide": hide, "move": move, "erase": erase}


def _write(terminal: Terminal, journal: OpenJournal, question: str, line_id: str | None) -> OwnLine:
    """What is typed, kept as a draft while it is, and where it cannot be a line yet."""
    draft = replace(journal.blank_page(), kind=SUPPORT_LINE, item_id=line_id)

    def keep(so_far: str) -> object:
        return journal.keep_draft(replace(draft, body=so_far))

    typed = terminal.text(terminal.options.dash is not None, question, keep)
    try:
        return terminal.save(lambda: journal.write_support_line(typed, line_id, draft.id))
    except BadInput:
        if terminal.can_ask():
            keep(typed)
        raise


def _own_id(journal: OpenJournal, typed: str) -> str:
    return found_id([line.id for line in journal.arrangement().own], typed)


def _any_id(journal: OpenJournal, page: SupportPage, typed: str) -> str:
    return found_id([line.id for line in lines_to_hide(page, journal.arrangement())], typed)


def found_id(ids: list[str], typed: str) -> str:
    """An id, or a start of one with four characters or more that no other has.

    Raises:
        NotFound, Ambiguous: none has it, or more than one.
    """
    if typed in ids:
        return typed
    found = [one for one in ids if one.startswith(typed)] if len(typed) >= words.SHORTEST_ID else []
    if len(found) > 1:
        raise Ambiguous()
    if not found:
        raise NotFound(words.NO_SUCH_LINE, hint=words.NO_SUCH_LINE_HINT)
    return found[0]


def _row(line: OwnLine) -> str:
    return f"{_short_id(line)}  {support.line_in_words(line)}"


def _short_id(line: Line) -> str:
    """Enough of it to type. One that a file names is whole: it is words."""
    return line.id[:8] if isinstance(line, OwnLine) else line.id
