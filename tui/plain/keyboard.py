"""Standard input, a line at a time: typed at a terminal, or a pipe that stands for a keyboard.

Read straight from the descriptor, so that whatever comes after the last line that was asked for is still there
for the program that goes on after this one.
"""

import io
import os
import re
import sys

from tui.plain.conversation import EndOfInput, NotText

LONGEST_TYPED_BYTES = 1024 if sys.platform == "darwin" else 4096
"""A terminal hands over lines of up to this many bytes, the line end among them, and drops what comes after.

Source: termios(3), MAX_CANON as the systems have it.
"""

_KEYS_THAT_MOVE = re.compile("\x1b(\\[[0-9;]*[A-Za-z~]|O[A-Za-z])")
"""What arrows, Home, End and the like send to a program that reads lines; nobody means them as words."""


class StandardInput:
    """The keyboard of a process."""

    def __init__(self, descriptor: int = 0) -> None:
        self._file = io.FileIO(descriptor, closefd=False)
        self.is_terminal = os.isatty(descriptor)
        self.was_cut = False

    def line(self) -> str:
        """The next line without its end.

        Raises:
            EndOfInput: there is none, or the terminal is gone. NotText: it is not what the encoding says.
        """
        try:
            came = self._file.readline()
        except OSError:
            raise EndOfInput from None
        if not came:
            raise EndOfInput
        self.was_cut = self.is_terminal and len(came) >= LONGEST_TYPED_BYTES
        try:
            # Where it was cut, it may have been cut in the middle of a letter.
            text = came.decode(self._encoding(), errors="ignore" if self.was_cut else "strict")
        except UnicodeDecodeError:
            # Without its cause, which holds the words.
            raise NotText from None
        text = text.removesuffix("\n").removesuffix("\r")
        return _KEYS_THAT_MOVE.sub("", text) if self.is_terminal else text

    def _encoding(self) -> str:
        """A terminal speaks as its settings say; what comes from elsewhere is UTF-8."""
        return (self.is_terminal and sys.stdin is not None and sys.stdin.encoding) or "utf-8"
