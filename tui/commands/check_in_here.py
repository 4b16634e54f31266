"""`cairn check-in` on a terminal with nothing else on the line: a few questions in place, and nothing left there.

The questions are those of the plain lines. They stand on the terminal's second page; where it has none, or where a
person reads lines as they come, it is asked in words whether the window is to be cleared.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.commands.other_page import other_page, page_codes
from tui.commands.plain_lines import clear_window, reads_lines, secrets_of
from tui.commands.terminal import Terminal
from tui.plain.checking_in import fill_in
from tui.plain.choosing import ask_yes
from tui.plain.conversation import Away, Back, Conversation, EndOfInput, Leave
from tui.plain.keyboard import StandardInput
from tui.plain.start import keeping_unfinished, told_to_end
from tui.plain.steady import steady
from tui.plain.support import support_lines
from tui.plain.visit import Door, NotSaved, Visit
from tui.plain.watch import Watch
from tui.wording import locking, plain, shell

if TYPE_CHECKING:
    from journal.domain.moments import Moment
    from journal.use_cases.checking_in import CheckInSaved
    from journal.use_cases.open_journal import OpenJournal


def ask_here(
    terminal: Terminal, journal: "OpenJournal", moment: "Moment | None", scale_id: str | None
) -> "CheckInSaved | None":
    """Ask, save, and leave no word of it in sight.

    Args:
        terminal: where a person answers.
        journal: where it is saved.
        moment: when it is about; `None`: now.
        scale_id: in place of the chosen scale.

    Returns:
        What was saved; `None` where nothing was, which has been told.

    Raises:
        KeyboardInterrupt, SystemExit: as they come; what was filled in has been kept.
        CairnError: it could not be saved.
    """
    has_page = page_codes() is not None and not reads_lines(terminal)
    visit = _visit(terminal, journal)
    with told_to_end(), _tell_what_is_kept(visit), other_page() if has_page else _window(visit.talk):
        saved = _ask(visit, moment, scale_id)
        if has_page and saved is not None:
            _wait_for_enter(visit.talk)
    if saved is None:
        terminal.say(_why_nothing(visit))
    return saved


def _visit(terminal: Terminal, journal: "OpenJournal") -> Visit:
    watch = Watch()
    keyboard = StandardInput(watch=watch)
    talk = Conversation(
        keyboard,
        lambda line: print(line, file=sys.stderr, flush=True),
        lambda topic: support_lines(terminal.home, topic, terminal.clock, journal),
        is_typed=True,
        width_cells=lambda: shutil.get_terminal_size().columns,
        hide=_clear,
        line_within=keyboard.line_within,
    )
    door = Door(talk, terminal.home, terminal.clock, secrets_of(terminal), watch)
    watch.begin(journal.lock_after_minutes())
    return Visit(door, steady(journal, door))


def _ask(visit: Visit, moment: "Moment | None", scale_id: str | None) -> "CheckInSaved | None":
    visit.talk.say(plain.A_FEW_QUESTIONS)
    try:
        with keeping_unfinished(visit):
            return fill_in(visit, moment, scale_id)
    except NotSaved as lost:
        raise lost.problem from None
    except (Back, Leave, EndOfInput):
        return None


def _wait_for_enter(talk: Conversation) -> None:
    """What was said last can be read until then."""
    try:
        talk.ask(plain.ENTER_CLOSES)
    except (Back, Leave, EndOfInput, KeyboardInterrupt):
        return


@contextmanager
def _window(talk: Conversation) -> Iterator[None]:
    """Talk in the window as it is, and offer to clear it, whatever ends it."""
    try:
        yield
    except SystemExit:
        # Nobody is waited for any more.
        _clear()
        raise
    except BaseException:
        _offer_to_clear(talk)
        raise
    _offer_to_clear(talk)


def _offer_to_clear(talk: Conversation) -> None:
    """Asked of whoever is still there; where nobody is, it is cleared."""
    try:
        clears = ask_yes(talk, plain.CLEAR_IT)
    except Away:
        clears = True
    except (Back, Leave, EndOfInput, KeyboardInterrupt):
        clears = False
    if clears:
        _clear()


def _clear() -> None:
    clear_window(sys.stderr)


def _why_nothing(visit: Visit) -> str:
    if visit.door.watch.is_away:
        return locking.BY_ITSELF
    return plain.KEPT_AS_DRAFT if visit.journal.begun("check-in") else shell.SKIPPED_ALL


@contextmanager
def _tell_what_is_kept(visit: Visit) -> Iterator[None]:
    """After an interruption, once the terminal is as it was."""
    try:
        yield
    except KeyboardInterrupt:
        if visit.journal.begun("check-in"):
            visit.talk.say("", plain.KEPT_AS_DRAFT)
        raise
