"""How one call is described: a command, its deeds, the options that all of them take.

Words are never taken as arguments; numbers, ids, dates, file names and words from fixed lists may be.
"""

import argparse
import os
from collections.abc import Sequence
from typing import Any, NoReturn

from journal.errors import BadInput
from tui.wording import usage

_DASH_FIRST = "dash_first"


class Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; the formatter's own way to ask loads an archiver or two at every call."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """As `shutil.get_terminal_size` finds them."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen):
        return int(chosen)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


class Parser(argparse.ArgumentParser):
    """Argparse that never quotes what was typed: it may be a person's words in the wrong place."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(usage.call_is_off(message))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As it is, but for the dash of `dash_before`, which is looked for first."""
        if args and "-" in args and self.get_default(_DASH_FIRST):
            args = ["-", *(each for each in args if each != "-")]
        return super().parse_known_args(args, namespace)


class NotCalled(argparse.ArgumentParser):
    """A command that the call does not name: it is there by name alone, for the overview and for slips."""

    def __init__(self, **_: Any) -> None:
        self._actions = []

    def add_argument(self, *_: Any, **__: Any) -> Any:
        """Nothing: whoever calls another command asks for none of it."""

    def set_defaults(self, **_: Any) -> None:
        """Nothing, as above."""


def parsers_for(typed: Sequence[str] | None) -> Any:
    """What makes the parser of each command: a whole one for those that the call may name; `None`: for all.

    To describe every option of every command takes longer than a quick command has.
    """
    return lambda **said: (Parser if typed is None or said["prog"].rpartition(" ")[2] in typed else NotCalled)(**said)


def command(commands: Any, name: str, handler: str, words: usage.Usage) -> argparse.ArgumentParser:
    """Describe one command, or one deed of a command. `handler`: the module that runs it."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words.one_line, description=words.one_line, epilog=f"{usage.EXAMPLE}\n  {words.example}",
        formatter_class=Help, allow_abbrev=False,
    )  # fmt: skip
    parser.set_defaults(handler=handler)
    shared(parser)
    return parser


def deeds_of(parser: argparse.ArgumentParser, name: str = "deed") -> Any:
    """Where the deeds of a command go, such as `add` and `list`; which one it was is kept under `name`."""
    return parser.add_subparsers(metavar="DEED", dest=name, required=True, parser_class=Parser)


def shared(parser: argparse.ArgumentParser, top: bool = False) -> None:
    """Options of every command, taken before it or after it."""
    unsaid: Any = None if top else argparse.SUPPRESS
    parser.add_argument("--home", metavar="DIR", default=unsaid, help=usage.HOME)
    parser.add_argument("--passphrase-fd", metavar="N", type=whole, default=unsaid, help=usage.PASSPHRASE_FD)
    parser.add_argument("--json", action="store_true", default=False if top else unsaid, help=usage.JSON)


def dash(parser: argparse.ArgumentParser, words: str = usage.DASH) -> None:
    """The dash that stands for standard input."""
    parser.add_argument("dash", metavar="-", nargs="?", choices=["-"], help=words)


def dash_before(parser: argparse.ArgumentParser, words: str = usage.DASH) -> None:
    """The same for a command with a place beside options; said before that place is, so that it may stand anywhere.

    Argparse fills both places at the first word that is no option, and has none left for a dash behind the options.
    """
    dash(parser, words)
    parser.set_defaults(**{_DASH_FIRST: True})


def an_id(parser: argparse.ArgumentParser, name: str = "id", words: str = usage.ID) -> None:
    """An id, or the start of one."""
    parser.add_argument(name, metavar=name.upper(), help=words)


def one_of(parser: argparse.ArgumentParser, name: str, allowed: Sequence[str]) -> None:
    """A place for one word of a fixed list; hyphens stand for underscores."""
    parser.add_argument(name, metavar=name.upper(), type=underscored, choices=list(allowed), help=", ".join(allowed))


def option_of(parser: argparse.ArgumentParser, name: str, allowed: Sequence[str], *, repeats: bool = False) -> None:
    """An option that takes one word of a fixed list, once or as often as wanted."""
    more: dict[str, Any] = {"action": "append", "default": []} if repeats else {}
    parser.add_argument(
        f"--{name.replace('_', '-')}", dest=name, metavar="WORD", type=underscored, choices=list(allowed),
        help=", ".join(allowed), **more,
    )  # fmt: skip


def whole(text: str) -> int:
    """A whole number in ASCII digits, so that a slip is told apart from a number that is too large."""
    if not text.lstrip("-").isascii() or not text.lstrip("-").isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError("a whole number")
    return int(text)


def underscored(text: str) -> str:
    """A word of a fixed list as it is kept, however it was typed."""
    return text.strip().lower().replace("-", "_")
