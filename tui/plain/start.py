"""From the first line to the last: the door, the journal, and leaving with everything kept."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType

from journal.clock import Clock
from journal.errors import NoRoom
from journal.paths import Home
from journal.use_cases.staying import let_go
from sync.records.views import let_go_of_past
from tui.plain import together
from tui.plain.begin import greet
from tui.plain.caring import Care, copy_before_leaving
from tui.plain.choosing import ask_yes
from tui.plain.conversation import Away, Back, Conversation, EndOfInput, HasUnfinished, Leave, Leaving, taken_from
from tui.plain.first_run import first_run
from tui.plain.keyboard import StandardInput
from tui.plain.registry import stay
from tui.plain.steady import steady
from tui.plain.support import support_lines
from tui.plain.unlock import unlock
from tui.plain.visit import Door, NotSaved, Secrets, Visit
from tui.plain.watch import Watch
from tui.wording import plain as words
from tui.wording import shell


@dataclass(frozen=True, slots=True)
class Left:
    """How a person left."""

    how: Leaving
    clears: bool
    """Whether the window shall be cleared: they said so, or nobody was there to be asked."""
    by_itself: bool = False
    """Whether it locked without them."""
    lost_words: bool = False
    """Whether words are gone that could not be kept, as somebody wanted."""


def converse(
    home: Home,
    clock: Clock,
    secrets: Secrets,
    *,
    output_is_terminal: bool,
    hide: Callable[[], object] = lambda: None,
) -> Left:
    """Hold the whole conversation on standard input and output.

    Args:
        home: where the journal is, or will be.
        clock: what time it is.
        secrets: where a passphrase comes from.
        output_is_terminal: whether what was said stays in a window that could be cleared.
        hide: clears that window.

    Raises:
        CairnError: it could not be opened, or the last words could not be saved.
    """
    watch = Watch()
    keyboard = StandardInput(watch=watch)
    talk = Conversation(
        keyboard,
        write_line,
        lambda topic: support_lines(home, topic, clock),
        is_typed=keyboard.is_terminal,
        width_cells=lambda: shutil.get_terminal_size().columns if output_is_terminal else None,
        hide=hide if output_is_terminal else lambda: None,
        line_within=keyboard.line_within,
    )
    with told_to_end():
        return hold(Door(talk, home, clock, secrets, watch), output_is_terminal=output_is_terminal)


def hold(door: Door, *, output_is_terminal: bool) -> Left:
    """The same with any keyboard; nothing here touches the process."""
    was_there = door.home.exists()
    door.talk.say(words.WELCOME)
    try:
        journal = unlock(door) if was_there else first_run(door)
    except (Leave, EndOfInput) as leaving:
        # A locked door has said nothing of the person's; a journal that was made just now has, its recovery words.
        return _left(door, leaving, output_is_terminal, has_words=not was_there and door.home.exists())
    try:
        door.watch.begin(journal.lock_after_minutes())
        let_go_of_past(journal.connection, journal.moment().for_date)
        with Care().over(journal, door.clock) as care:
            way_out = _visit(Visit(door, steady(journal, door), care))
    finally:
        journal.close()
    return _left(door, way_out, output_is_terminal, has_words=True)


def _left(door: Door, way_out: Leave | EndOfInput, output_is_terminal: bool, *, has_words: bool) -> Left:
    """How they left, and whether to clear a window that has their words in it."""
    how: Leaving = way_out.how if isinstance(way_out, Leave) else "quit"
    if isinstance(way_out, Away):
        return Left(how, clears=output_is_terminal, by_itself=True, lost_words=door.watch.leaves_words)
    if how == "clear":
        # The quick exit, typed: nothing stays unlocked.
        let_go(door.home)
        return Left("quit", clears=output_is_terminal)
    return Left(how, clears=output_is_terminal and has_words and _wants_to_clear(door.talk))


def _visit(visit: Visit) -> Leave | EndOfInput:
    way_out: Leave | EndOfInput = EndOfInput()
    try:
        with keeping_unfinished(visit):
            (together.greet_facilitator if visit.journal.is_facilitators else greet)(visit)
            stay(visit)
    except Leave as leaving:
        way_out = leaving
    except EndOfInput as ending:
        way_out = ending
    except NotSaved as lost:
        raise lost.problem from None
    how: Leaving = way_out.how if isinstance(way_out, Leave) else "quit"
    if how != "clear" and visit.care.found is not None:
        visit.tell(visit.care.found)
    if how == "quit" and visit.home.exists():
        _care_before_leaving(visit)
    return way_out


def _care_before_leaving(visit: Visit) -> None:
    """When nobody waits for an answer: once a week every page of the file is read, and a safety copy is made."""
    if visit.journal.is_check_due():
        visit.journal.verify()
    copy_before_leaving(visit.journal, visit.door.clock)


@contextmanager
def keeping_unfinished(visit: Visit) -> Iterator[None]:
    """A line that a way out came in the middle of, and that nothing else has taken, becomes a draft of a page."""
    try:
        yield
    except HasUnfinished as leaving:
        # In a facilitator's home there is no page of a journal to put it on.
        if (typed := taken_from(leaving)).strip() and not visit.journal.is_facilitators:
            visit.journal.keep_draft(replace(visit.journal.blank_page(), body=typed))
        raise


def _wants_to_clear(talk: Conversation) -> bool:
    """Asked of whoever is still there."""
    try:
        return ask_yes(talk, words.CLEAR_IT)
    except Away:
        return True
    except (Back, Leave, EndOfInput):
        return False


def write_line(line: str) -> None:
    """One line on standard output, at once.

    Raises:
        NoRoom: it could not be written. BrokenPipeError: whoever read it has gone.
    """
    try:
        print(line, flush=True)
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise NoRoom(shell.NOT_WRITTEN_OUT, hint="") from problem


@contextmanager
def told_to_end() -> Iterator[None]:
    """While it lasts, SIGTERM and SIGHUP leave by way of `SystemExit`, so that the last words are kept."""
    numbers = [] if sys.platform == "win32" else [signal.SIGTERM, signal.SIGHUP]
    heard = {number: signal.signal(number, _leave) for number in numbers}
    try:
        yield
    finally:
        for number, before in heard.items():
            signal.signal(number, before)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
