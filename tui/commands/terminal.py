"""What a command has at hand: where the journal is, how to open it, how to answer."""

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from journal.clock import Clock, SystemClock
from journal.errors import BadInput, Busy, KeyChanged, NoJournal, NoRoom, NotOpened
from journal.paths import Home, find_home
from tui.commands.keeping_safe import copy_afterwards
from tui.commands.whose_home import check_home
from tui.exits import aside
from tui.inert import inert, inert_line
from tui.language import hint_of, sentence_of
from tui.wording import shell

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

T = TypeVar("T")

KEEP_EVERY_S = 5.0
"""While a page is typed in a shell. Source: screens brief."""
PASSPHRASE_COMMAND = "CAIRN_PASSPHRASE_COMMAND"
LARGEST_TEXT_BYTES = 64 * 1024 * 1024
"""More than anybody writes in one sitting; a slip of the shell must not fill the memory."""
SKIPS = ("", "skip")
"""Typed to leave a question, in small letters."""
SUPPORT = "!"
"""Typed at a question to see support lines."""


class Terminal:
    """One call of one command."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        options.afterwards = getattr(options, "afterwards", [])
        self.as_json: bool = options.json
        self.home: Home = find_home(options.home)
        self.clock: Clock = SystemClock()
        self._open: OpenJournal | None = None

    @contextmanager
    def journal(self, *, ask_again: bool = False) -> "Iterator[OpenJournal]":
        """The journal, opened with the key that is held or with whatever passphrase source there is; closed afterwards.

        Args:
            ask_again: ask for the passphrase even where the key is held, since whoever is at the keyboard could
                otherwise take everything with them.
        """
        if not self.home.exists():
            raise NoJournal()
        journal = self._open = (None if ask_again else self._held()) or self._opened()
        try:
            if journal.header_mended is not False:
                self.say(shell.HEADER_MENDED if journal.header_mended else shell.HEADER_NOT_MENDED)
            check_home(self.options, is_facilitators=journal.is_facilitators)
            _let_go_of_past(journal)
            yield journal
            if (deed := copy_afterwards(journal, self.clock)) is not None:
                self.options.afterwards.append(deed)
        finally:
            journal.close()

    def _held(self) -> "OpenJournal | None":
        """Opened with the key that `cairn unlock` left with its holder, unless the call brings a passphrase."""
        if self.options.locked or self.options.passphrase_fd is not None:
            return None
        from journal.use_cases.opening import open_unlocked
        from journal.use_cases.staying import held_unlocked

        unlocked = held_unlocked(self.home)
        try:
            return open_unlocked(unlocked, self.clock) if unlocked else None
        except NotOpened:
            # Its time came in between.
            return None

    def _opened(self) -> "OpenJournal":
        from journal.use_cases.opening import open_journal, open_unlocked

        # A tour of many commands in one process has unlocked it once, and derives no key for each of them.
        if (unlocked := getattr(self.options, "unlocked", None)) is not None:
            return open_unlocked(unlocked, self.clock)
        return open_journal(self.home, self.passphrase(shell.PASSPHRASE), self.clock)

    def has_passphrase_source(self) -> bool:
        """Whether a passphrase can come from somewhere other than a person at a terminal."""
        return self.options.passphrase_fd is not None or bool(os.environ.get(PASSPHRASE_COMMAND))

    def passphrase(self, question: str) -> str:
        """From the descriptor, the command, or the terminal itself; never from standard input.

        Raises:
            BadInput: none of the three is there, or the descriptor or command gave nothing.
        """
        if self.options.passphrase_fd is not None:
            return _first_line_of_descriptor(self.options.passphrase_fd)
        if command := os.environ.get(PASSPHRASE_COMMAND):
            return _first_line_of_command(command)
        return ask_on_terminal(question, hidden=True)

    def answer(self, document: dict[str, Any], lines: list[str], *, changed: bool = False) -> int:
        """Print the answer: one JSON document, or lines in which nothing can act on the terminal.

        Args:
            document: for `--json`.
            lines: for a person.
            changed: whether the journal was changed; then an answer that cannot be written is no failure, since a
                script that tried again would do the deed twice.

        Raises:
            NoRoom: the answer could not be written, and that was all there was to do.
        """
        text = _json_line(document) if self.as_json else "\n".join(inert(line) for line in lines)
        try:
            if sys.stdout is not None:
                print(text, flush=True)
        except BrokenPipeError:
            raise
        except OSError as problem:
            # Nothing more can be written there, not even on leaving.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if not changed:
                raise NoRoom(shell.NOT_WRITTEN_OUT, hint="") from problem
            self.say(shell.DONE_NOT_WRITTEN_OUT)
        return 0

    def say(self, sentence: str) -> None:
        """Talk, on standard error."""
        aside(inert_line(sentence))

    def say_block(self, text: str) -> None:
        """Talk in several lines, on standard error."""
        aside(inert(text))

    def can_ask(self) -> bool:
        """Whether a person can answer: standard input is a terminal."""
        return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()

    def has_screen(self) -> bool:
        """Whether a screen can be shown: both ends are a terminal."""
        return self.can_ask() and sys.stdout is not None and sys.stdout.isatty()

    def ask(self, question: str) -> str:
        """One line, from the terminal on standard input."""
        print(inert_line(question), end=" ", file=sys.stderr, flush=True)
        line = self._read_text(sys.stdin.readline)
        if not line:
            raise EOFError
        return line.rstrip("\n")

    def ask_unseen(self, question: str) -> str:
        """The same for what nobody beside the terminal should read: what is typed does not show, and that is said."""
        from tui.commands.unseen import unseen
        from tui.wording.plain import SECRET_HELP

        self.say(SECRET_HELP)
        with unseen(sys.stdin.fileno()):
            return self.ask(question)

    def _read_text(self, read: Callable[[], str]) -> str:
        """A line that can be kept: one with bytes that are no text is told, and the one after it is taken."""
        while True:
            try:
                line = read()
                # A lone byte may have come in as half a character.
                line.encode()
            except UnicodeError:
                from tui.wording.plain import NOT_TEXT

                self.say(NOT_TEXT)
            else:
                return line

    def line(self, question: str) -> str:
        """One line of a person's words: typed, or the first line of standard input."""
        if self.can_ask():
            return self.ask(question)
        return read_standard_input().split("\n", 1)[0]

    def save(self, deed: "Callable[[], T]") -> "T":
        """Run a save; where a person typed the words and the disk or another cairn is in the way, offer another try."""
        while True:
            try:
                return deed()
            except KeyChanged as problem:
                if not self.can_ask() or self._open is None:
                    raise
                self.say(f"{sentence_of(problem)} {hint_of(problem)}")
                self._take_over(self._open)
            except (Busy, NoRoom) as problem:
                if not self.can_ask():
                    raise
                self.say(sentence_of(problem))
                if self.ask(shell.TRY_AGAIN).strip().lower() == "stop":
                    _forget_typed_ahead()
                    raise

    def _take_over(self, journal: "OpenJournal") -> None:
        """Go on with the key that the journal has now; the words that were typed are still here."""
        from journal.use_cases.unlocking import unlock_with_passphrase

        while True:
            try:
                journal.take_over(unlock_with_passphrase(self.home, ask_on_terminal(shell.PASSPHRASE, hidden=True)))
                return
            except NotOpened as problem:
                self.say(sentence_of(problem))

    def show_support(self) -> None:
        """Say the support lines. Nothing is kept of it."""
        from journal.use_cases.support_lines import lines_at, page_at
        from tui.wording.support_pages import page_in_lines

        known = lines_at(self.home)
        self.say_block("\n".join(page_in_lines(page_at(self.home, known), known, self.clock.now())))

    def text(
        self,
        from_standard_input: bool,
        question: str,
        keep: "Callable[[str], object] | None" = None,
        *,
        may_skip: bool = False,
    ) -> str:
        """A person's words: standard input with `-` or a pipe, or typed until a line with only a full stop.

        Args:
            from_standard_input: whether the call says `-`.
            question: said before anything is typed.
            keep: called now and then with everything so far, so that nothing is lost by an interruption.
            may_skip: whether Enter or `skip` on the first line leaves it blank, and `!` there says support lines.

        Raises:
            BadInput: there is nothing to read from, or it is not text.
            EOFError: the input ends where it may be skipped, and nothing was typed.
        """
        if from_standard_input or not self.can_ask():
            return read_standard_input()
        self.say_block(question)
        lines: list[str] = []
        kept_at = 0.0
        try:
            for line in _typed_lines(self._read_text):
                first = None if lines or not may_skip else line.strip().casefold()
                if first in SKIPS:
                    break
                if first == SUPPORT:
                    self.show_support()
                    continue
                lines.append(line)
                if keep is not None and time.monotonic() - kept_at >= KEEP_EVERY_S:
                    _keep_if_possible(keep, lines)
                    kept_at = time.monotonic()
        except EOFError:
            if may_skip and not lines:
                raise
        except KeyboardInterrupt:
            if keep is not None:
                _keep_if_possible(keep, lines)
            raise
        return "\n".join(lines)


def _let_go_of_past(journal: "OpenJournal") -> None:
    if journal.is_shown_something():
        from sync.records.views import let_go_of_past

        let_go_of_past(journal.connection, journal.moment().for_date)


def _json_line(document: dict[str, Any]) -> str:
    from tui.commands.documents import as_json

    return as_json(document)


def _keep_if_possible(keep: Callable[[str], object], lines: list[str]) -> None:
    """Words come first: where a draft cannot be kept just now, the save at the end says so."""
    with suppress(Busy, KeyChanged, NoRoom):
        keep("\n".join(lines))


def _typed_lines(read: Callable[[Callable[[], str]], str]) -> Iterator[str]:
    """Lines from the terminal until a full stop alone; the end of input is an `EOFError`."""
    try:
        # With it `input` takes lines of any length; without it the system cuts them at 4 KB.
        import readline

        readline.set_auto_history(False)
    except ImportError:
        pass
    while True:
        line = read(input)
        if line == ".":
            return
        yield line


def _forget_typed_ahead() -> None:
    """Words typed ahead must not be left for the shell, which would run and remember them."""
    with suppress(ImportError, OSError):
        import termios

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def read_standard_input(most_bytes: int = LARGEST_TEXT_BYTES) -> str:
    """All of standard input as UTF-8, byte for byte but for the line end that closes it.

    Raises:
        BadInput: nothing comes, it is not UTF-8, or it is over `most_bytes`.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise BadInput(shell.NOTHING_TO_READ)
    content = sys.stdin.buffer.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise BadInput(shell.too_large(most_bytes))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        # Without its cause, which holds the text.
        raise BadInput(shell.not_utf8(problem.start)) from None
    return text.removesuffix("\n")


def ask_on_terminal(question: str, *, hidden: bool = False) -> str:
    """Ask on the terminal itself, whatever standard input is.

    Raises:
        BadInput: there is no terminal.
    """
    try:
        with open("/dev/tty", "r+b", buffering=0):
            pass
    except OSError as problem:
        raise BadInput(shell.NO_TERMINAL, hint=shell.NO_TERMINAL_HINT) from problem
    if hidden:
        import getpass

        return getpass.getpass(question + " ")
    with open("/dev/tty", "w", encoding="utf-8") as out, open("/dev/tty", encoding="utf-8") as into:
        out.write(question + " ")
        out.flush()
        return into.readline().rstrip("\n")


def _first_line_of_descriptor(descriptor: int) -> str:
    """One line, read byte by byte so that a second line stays for whoever asks next."""
    line = bytearray()
    try:
        while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += byte
    except OSError as problem:
        raise BadInput(shell.NO_SUCH_DESCRIPTOR) from problem
    return _passphrase_from(bytes(line))


def _first_line_of_command(command: str) -> str:
    import subprocess

    # A shell line by contract, as restic and borg take theirs; it is the person's own.
    done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)  # noqa: S602  # as said
    if done.returncode != 0:
        raise BadInput(shell.PASSPHRASE_COMMAND_ENDED)
    return _passphrase_from(done.stdout.split(b"\n", 1)[0])


def _passphrase_from(line: bytes) -> str:
    # A line of a file from Windows ends in one more sign, which nobody could ever type.
    line = line.removesuffix(b"\r")
    if not line:
        raise BadInput(shell.NO_PASSPHRASE)
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput(shell.PASSPHRASE_NOT_UTF8) from None
