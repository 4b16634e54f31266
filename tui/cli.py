"""`cairn`: reads the command line, and imports no more than the command needs.

The screen is one command among others: nothing here, and no other command, imports Textual.
"""

import argparse
import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence

from journal.errors import BadInput, CairnError
from tui.exits import tell

_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # A command lives for less than a second: collecting garbage, and once more on leaving, would be most of that.
    gc.disable()
    from journal.vault.process import harden_process
    from tui.commands.grammar import build_parser

    harden_process()
    _forget_textual_variables()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows fewer characters gets escapes, not an error.
            stream.reconfigure(errors="backslashreplace")
    typed = sys.argv[1:] if arguments is None else list(arguments)
    try:
        options = build_parser(typed).parse_args(typed)
    except BadInput as problem:
        return tell(problem, "--json" in typed)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if options.handler == "screen":
        gc.enable()
        return run(options)
    code = run(options)
    gc.freeze()
    return code


def run(options: argparse.Namespace) -> int:
    """Run the command that was parsed; every failure becomes one sentence and its exit code."""
    from tui.crash import never_a_traceback

    try:
        with never_a_traceback(options.json):
            handler = importlib.import_module(f"tui.commands.{options.handler}")
            options.afterwards = []
            code: int = handler.run(options)
            if sys.stdout is not None:
                sys.stdout.flush()
            # What takes its time and nobody waits for, such as a safety copy: the answer has been given.
            for deed in options.afterwards:
                deed()
        return code
    except CairnError as problem:
        return tell(problem, options.json)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answer has gone; Python must not complain about it while it leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except EOFError:
        from tui.wording import shell

        return tell(BadInput(shell.NOTHING_TO_READ), options.json)


_HARMLESS = ("TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FPS", "TEXTUAL_SMOOTH_SCROLL",
             "TEXTUAL_DISABLE_KITTY_KEY")  # fmt: skip


def _forget_textual_variables() -> None:
    """Some of Textual's variables write every key press, the passphrase among them, to a file (P2)."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in _HARMLESS]:
        del os.environ[name]
