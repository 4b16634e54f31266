"""The grammar of the command line: every command, its options, and an example for each.

Words are never taken as arguments; numbers, ids, dates, file names and words from fixed lists may be.
"""

import argparse
from typing import Any, NoReturn

from journal.domain.scales import DIMENSIONS, SCALES
from journal.errors import BadInput
from tui.wording import usage


class _Parser(argparse.ArgumentParser):
    """Argparse that never quotes what was typed: it may be a person's words in the wrong place."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(usage.call_is_off(message))


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar."""
    parser = _Parser(
        prog="cairn",
        description=usage.CAIRN,
        epilog=usage.EXAMPLES,
        formatter_class=_FORM,
        allow_abbrev=False,
    )
    _shared(parser, top=True)
    parser.add_argument("--version", action="store_const", dest="handler", const="version", help=usage.VERSION)
    parser.add_argument("--locked", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(handler="screen")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    _making(commands)
    _noticing(commands)
    _finding(commands)
    _changing(commands)
    _care(commands)
    _vault(commands)
    return parser


_FORM = argparse.RawDescriptionHelpFormatter


def _making(commands: Any) -> None:
    init = _command(commands, "init", "init", usage.INIT)
    init.add_argument("--country", metavar="GB", help=usage.COUNTRY)
    init.add_argument("--recovery-out", metavar="FILE|-", help=usage.RECOVERY_OUT)
    demo = _command(commands, "demo", "demo", usage.DEMO)
    demo.add_argument("--tour", action="store_true", help=usage.TOUR)


def _noticing(commands: Any) -> None:
    check_in = _command(commands, "check-in", "check_in", usage.CHECK_IN)
    for dimension in DIMENSIONS:
        check_in.add_argument(f"--{dimension.replace('_', '-')}", metavar="N", help=usage.DIMENSION[dimension])
    check_in.add_argument("--scale", choices=list(SCALES), help=usage.SCALE)
    check_in.add_argument("--feeling", metavar="WORD", action="append", default=[], help=usage.FEELING)
    check_in.add_argument("--helped", metavar="TOOL=MARK", action="append", default=[], help=usage.HELPED)
    check_in.add_argument("--at", metavar="WHEN", help=usage.AT)
    check_in.add_argument("--note", metavar="-", choices=["-"], help=usage.NOTE)
    write = _command(commands, "write", "write", usage.WRITE)
    write.add_argument("--at", metavar="WHEN", help=usage.AT)
    write.add_argument("--prompt", metavar="ID", help=usage.PROMPT_ID)
    write.add_argument("--tag", metavar="T", action="append", default=[], help=usage.TAG)
    _dash(write)
    prompt = _command(commands, "prompt", "prompt", usage.PROMPT)
    prompt.add_argument("--theme", metavar="T", help=usage.THEME)
    prompt.add_argument("--phase", metavar="P", default="anytime", help=usage.PHASE)


def _finding(commands: Any) -> None:
    show = _command(commands, "show", "show", usage.SHOW)
    show.add_argument("id", metavar="ID", nargs="?", help=usage.ID)
    show.add_argument("--from", metavar="DAY", dest="first_day", help=usage.FROM)
    show.add_argument("--to", metavar="DAY", dest="last_day", help=usage.TO)
    show.add_argument("--kind", metavar="K", help=usage.KIND)
    show.add_argument("--limit", metavar="N", type=_whole, default=20, help=usage.LIMIT)
    search = _command(commands, "search", "search", usage.SEARCH)
    search.add_argument("words", metavar="-|WORDS", nargs="+", help=usage.SEARCH_WORDS)
    search.add_argument("--kind", metavar="K", help=usage.KIND)
    search.add_argument("--limit", metavar="N", type=_whole, default=20, help=usage.LIMIT)


def _changing(commands: Any) -> None:
    edit = _command(commands, "edit", "edit", usage.EDIT)
    edit.add_argument("id", metavar="ID", help=usage.ID)
    _dash(edit)
    delete = _command(commands, "delete", "delete", usage.DELETE)
    delete.add_argument("id", metavar="ID", help=usage.ID)
    undo = _command(commands, "undo", "undo", usage.UNDO)
    undo.add_argument("--list", action="store_true", dest="only_list", help=usage.UNDO_LIST)
    _command(commands, "drafts", "drafts", usage.DRAFTS)
    keep = _command(commands, "keep", "keep", usage.KEEP)
    keep.add_argument("id", metavar="ID", help=usage.ID)
    keep.add_argument("--off", action="store_true", help=usage.OFF)
    bring_in = _command(commands, "import", "bring_in", usage.IMPORT)
    bring_in.add_argument("path", metavar="PATH", help=usage.PATH)
    bring_in.add_argument(
        "--from",
        metavar="PROGRAM",
        dest="source",
        default="auto",
        choices=["auto", "jrnl"],
        help=usage.SOURCE,
    )
    bring_in.add_argument("--dry-run", action="store_true", help=usage.DRY_RUN)
    bring_in.add_argument("--zone", metavar="ZONE", help=usage.ZONE)
    bring_in.add_argument("--keep-good", action="store_true", help=usage.KEEP_GOOD)


def _care(commands: Any) -> None:
    support = _command(commands, "support", "support", usage.SUPPORT)
    support.add_argument("--country", metavar="GB", help=usage.COUNTRY)
    about = _command(commands, "about", "about", usage.ABOUT)
    about.add_argument("topic", metavar="peer-support", nargs="?", choices=["peer-support"], help=usage.ABOUT_TOPIC)


def _vault(commands: Any) -> None:
    vault = _command(commands, "vault", "vault", usage.VAULT)
    vault.add_argument("deed", choices=["info", "verify"], help=usage.VAULT_DEED)


def _command(commands: Any, name: str, handler: str, words: usage.Usage) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words.one_line, description=words.one_line, epilog=f"example:\n  {words.example}",
        formatter_class=_FORM, allow_abbrev=False,
    )  # fmt: skip
    parser.set_defaults(handler=handler)
    _shared(parser)
    return parser


def _shared(parser: argparse.ArgumentParser, top: bool = False) -> None:
    """Options of every command, taken before it or after it."""
    unsaid: Any = None if top else argparse.SUPPRESS
    parser.add_argument("--home", metavar="DIR", default=unsaid, help=usage.HOME)
    parser.add_argument("--passphrase-fd", metavar="N", type=_whole, default=unsaid, help=usage.PASSPHRASE_FD)
    parser.add_argument("--json", action="store_true", default=False if top else unsaid, help=usage.JSON)


def _dash(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dash", metavar="-", nargs="?", choices=["-"], help=usage.DASH)


def _whole(text: str) -> int:
    """A whole number in ASCII digits, so that a slip is told apart from a number that is too large."""
    if not text.lstrip("-").isascii() or not text.lstrip("-").isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError("a whole number")
    return int(text)
