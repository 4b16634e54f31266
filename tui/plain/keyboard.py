"""Standard input, a line at a time: typed at a terminal, or a pipe that stands for a keyboard.

Read straight from the descriptor, so that whatever comes after the last line that was asked for is still there
for the program that goes on after this one.
"""

import io
import os
import re
import select
import sys
from contextlib import suppress

from tui.plain.conversation import Away, Ended, EndOfInput, NotText, SoonAway
from tui.plain.watch import Watch
from tui.presence import LOOK_EVERY_S

LONGEST_TYPED_BYTES = 1024 if sys.platform == "darwin" else 4096
"""A terminal hands over lines of up to this many bytes, the line end among them, and drops what comes after.

Source: termios(3), MAX_CANON as the systems have it.
"""

_KEYS_THAT_MOVE = re.compile("\x1b(\\[[0-9;]*[A-Za-z~]|O[A-Za-z])")
"""What arrows, Home, End and the like send to a program that reads lines; nobody means them as words."""


class StandardInput:
    """The keyboard of a process."""

    def __init__(self, descriptor: int = 0, watch: Watch | None = None) -> None:
        """Nothing is read yet.

        Args:
            descriptor: of what is typed at.
            watch: whether somebody still sits there.
        """
        self._descriptor = descriptor
        self._file = io.FileIO(descriptor, closefd=False)
        self._watch = watch or Watch()
        self._begun = b""
        """A line that was not ended when it was looked at."""
        self.is_terminal = os.isatty(descriptor)
        self.was_cut = False

    def line(self) -> str:
        """The next line without its end.

        Raises:
            EndOfInput: there is none, or the terminal is gone. NotText: it is not what the encoding says.
            SoonAway: nobody types; what was begun is gone on with. Away, Ended: with what was begun.
        """
        self.was_cut = False
        try:
            came = self._typed() if self.is_terminal else self._file.readline()
        except OSError:
            raise EndOfInput from None
        if not came:
            raise EndOfInput
        try:
            # Where it was cut, it may have been cut in the middle of a letter.
            text = came.decode(self._encoding(), errors="ignore" if self.was_cut else "strict")
        except UnicodeDecodeError:
            # Without its cause, which holds the words.
            raise NotText from None
        text = text.removesuffix("\n").removesuffix("\r")
        return _KEYS_THAT_MOVE.sub("", text) if self.is_terminal else text

    def line_within(self, seconds: float) -> str | None:
        """A line; `None` where none comes within so many seconds.

        Raises:
            EndOfInput: none will ever come.
        """
        if sys.platform != "win32" and not select.select([self._descriptor], [], [], seconds)[0]:
            return None
        try:
            came = self._file.readline()
        except OSError:
            came = b""
        if not came:
            raise EndOfInput
        return came.decode(errors="replace")

    def _typed(self) -> bytes:
        """A line as the terminal hands it over; empty at the end of input."""
        while b"\n" not in self._begun:
            self._wait()
            try:
                part = os.read(self._descriptor, LONGEST_TYPED_BYTES)
            except OSError:
                # The terminal is gone; what was begun is a line all the same.
                part = b""
            self.was_cut = self.was_cut or len(part) >= LONGEST_TYPED_BYTES
            self._begun += part
            if not part:
                break
        line, end, self._begun = self._begun.partition(b"\n")
        return line + end

    def _wait(self) -> None:
        """Wait for a line without taking anything of it; a look at the clocks now and then loses no letter.

        Raises:
            SoonAway: as it says; what was begun is in `_begun`. Away, Ended: with what was begun.
        """
        if sys.platform == "win32":
            return
        try:
            while not select.select([self._descriptor], [], [], LOOK_EVERY_S if self._watch.is_on else None)[0]:
                self._watch.look(self._has_typed)
            if not self._watch.sign():
                self._watch.leave()
        except SoonAway:
            self._has_typed()
            raise SoonAway(begun=bool(self._begun)) from None
        except Away:
            raise Away(self._everything()) from None
        except SystemExit as ending:
            raise Ended(ending.code, self._everything()) from None

    def _everything(self) -> str:
        """What was begun, as it was typed."""
        self._has_typed()
        begun, self._begun = self._begun, b""
        return _KEYS_THAT_MOVE.sub("", begun.decode(self._encoding(), errors="replace")).rstrip("\r\n")

    def _has_typed(self) -> bool:
        """Take what stands on the row without an end; whether there was anything."""
        typed = _unfinished(self._descriptor)
        self._begun += typed
        return bool(typed)

    def _encoding(self) -> str:
        """A terminal speaks as its settings say; what comes from elsewhere is UTF-8."""
        return (self.is_terminal and sys.stdin is not None and sys.stdin.encoding) or "utf-8"


def _unfinished(descriptor: int) -> bytes:
    """What was typed and not ended: a terminal hands it over when it is asked for letters instead of lines.

    Empty where it does not, and from the background, where asking would stop this process.
    """
    if sys.platform == "win32":
        return b""
    import termios

    typed = b""
    with suppress(OSError, termios.error):
        if _is_in_background(descriptor):
            return b""
        by_line = termios.tcgetattr(descriptor)
        by_letter = [*by_line[:6], list(by_line[6])]
        by_letter[3] &= ~termios.ICANON
        by_letter[6][termios.VMIN], by_letter[6][termios.VTIME] = 0, 0
        termios.tcsetattr(descriptor, termios.TCSANOW, by_letter)
        try:
            while part := os.read(descriptor, LONGEST_TYPED_BYTES):
                typed += part
        finally:
            termios.tcsetattr(descriptor, termios.TCSANOW, by_line)
    return typed


def _is_in_background(descriptor: int) -> bool:
    try:
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    except OSError:
        # It is not the terminal that this process was started from, so nothing there can stop it.
        return False
