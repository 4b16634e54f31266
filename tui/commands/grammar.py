"""The grammar of the command line: every command, its options, and an example for each.

Words are never taken as arguments; numbers, ids, dates, file names and words from fixed lists may be.
"""

import argparse
import importlib
from collections.abc import Sequence
from typing import Any

from journal.domain.scales import DIMENSIONS, SCALES
from tui.commands.calls import Help, Parser, an_id, command, dash, option_of, parsers_for, shared, underscored, whole
from tui.wording import usage

_SUBJECTS = {
    "goal": "goals",
    "session": "peers",
    "partner": "peers",
    "toolbox": "shelves",
    "strength": "shelves",
    "people": "shelves",
    "plan": "shelves",
    "story": "shelves",
    "week": "shelves",
    "vault": "keeping",
    "backup": "keeping",
    "group": "groups",
    "summary": "groups",
    "about-me": "groups",
}
"""Commands with deeds of their own, and whose grammar they are in."""

_SHARING = ("share", "sync", "inbox", "encourage")
"""Commands on what two people share."""

_KEEPING = ("unlock", "lock", "export", "erase", "settings")
"""Commands without, whose grammar is in that of keeping safe."""


def build_parser(typed: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The grammar.

    Args:
        typed: the call that it is for. Commands that are not in it are there by name alone, since describing all of
            them takes longer than a quick command does. `None`: the whole grammar.
    """
    parser = Parser(
        prog="cairn",
        description=usage.CAIRN,
        epilog=usage.EXAMPLES,
        formatter_class=Help,
        allow_abbrev=False,
    )
    shared(parser, top=True)
    parser.add_argument("--plain", action="store_true", help=usage.PLAIN)
    parser.add_argument("--version", action="store_const", dest="handler", const="version", help=usage.VERSION)
    parser.add_argument("--locked", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(handler="screen")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=parsers_for(typed))
    _making(commands)
    _noticing(commands)
    for name, place in _SUBJECTS.items():
        subject = command(commands, name, name, usage.SUBJECTS[name])
        if typed is None or name in typed:
            importlib.import_module(f"tui.commands.grammar_of_{place}").add_deeds(name, subject)
    for name in _SHARING:
        one = command(commands, name, name, usage.SHARING[name])
        if typed is None or name in typed:
            importlib.import_module("tui.commands.grammar_of_sharing").add_options(name, one)
    _finding(commands)
    _changing(commands)
    _care(commands, typed)
    for name in _KEEPING:
        one = command(commands, name, name, usage.KEEPING[name])
        if typed is None or name in typed:
            importlib.import_module("tui.commands.grammar_of_keeping").add_options(name, one)
    relay = command(commands, "relay", "relay", usage.RELAY)
    if typed is None or "relay" in typed:
        importlib.import_module("tui.commands.grammar_of_relay").add_options(relay)
    return parser


def _making(commands: Any) -> None:
    init = command(commands, "init", "init", usage.INIT)
    init.add_argument("--country", metavar="GB", help=usage.COUNTRY)
    init.add_argument("--facilitator", action="store_true", help=usage.FACILITATOR)
    init.add_argument("--recovery-out", metavar="FILE|-", help=usage.RECOVERY_OUT)
    demo = command(commands, "demo", "demo", usage.DEMO)
    demo.add_argument("--tour", action="store_true", help=usage.TOUR)
    demo.add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=usage.PLAIN)


def _noticing(commands: Any) -> None:
    check_in = command(commands, "check-in", "check_in", usage.CHECK_IN)
    for dimension in DIMENSIONS:
        check_in.add_argument(f"--{dimension.replace('_', '-')}", metavar="N", help=usage.DIMENSION[dimension])
    check_in.add_argument("--scale", choices=list(SCALES), help=usage.SCALE)
    check_in.add_argument("--feeling", metavar="WORD", action="append", default=[], help=usage.FEELING)
    check_in.add_argument("--helped", metavar="TOOL=MARK", action="append", default=[], help=usage.HELPED)
    check_in.add_argument("--at", metavar="WHEN", help=usage.AT)
    check_in.add_argument("--note", metavar="-", choices=["-"], help=usage.NOTE)
    write = command(commands, "write", "write", usage.WRITE)
    write.add_argument("--at", metavar="WHEN", help=usage.AT)
    _title(write)
    write.add_argument("--prompt", metavar="ID", help=usage.PROMPT_ID)
    write.add_argument("--tag", metavar="T", action="append", default=[], help=usage.TAG)
    write.add_argument("--theme", metavar="T", action="append", type=underscored, default=[], help=usage.PAGE_THEME)
    write.add_argument("--goal", metavar="ID", action="append", default=[], help=usage.GOAL_ID)
    dash(write)
    prompt = command(commands, "prompt", "prompt", usage.PROMPT)
    prompt.add_argument("--theme", metavar="T", type=underscored, help=usage.THEME)
    prompt.add_argument("--phase", metavar="P", type=underscored, help=usage.PHASE)
    prompt.add_argument("--another", metavar="ID", help=usage.ANOTHER)
    prompt.add_argument("--not-again", metavar="ID", help=usage.NOT_AGAIN)


def _title(parser: argparse.ArgumentParser) -> None:
    """A page's title is words, so it is read with them."""
    parser.add_argument("--title", metavar="-", choices=["-"], help=usage.PAGE_TITLE)


def _finding(commands: Any) -> None:
    show = command(commands, "show", "show", usage.SHOW)
    show.add_argument("id", metavar="ID", nargs="?", help=usage.ID)
    show.add_argument("--from", metavar="DAY", dest="first_day", help=usage.FROM)
    show.add_argument("--to", metavar="DAY", dest="last_day", help=usage.TO)
    show.add_argument("--kind", metavar="K", help=usage.KIND)
    show.add_argument("--theme", metavar="T", type=underscored, help=usage.SHOW_THEME)
    show.add_argument("--tag", metavar="T", help=usage.SHOW_TAG)
    show.add_argument("--goal", metavar="ID", help=usage.SHOW_GOAL)
    show.add_argument("--bring", action="store_true", help=usage.SHOW_BRING)
    show.add_argument("--keep", action="store_true", help=usage.SHOW_KEEP)
    show.add_argument("--other-years", metavar="DAY", nargs="?", const="today", help=usage.OTHER_YEARS)
    show.add_argument("--month", metavar="MONTH", nargs="?", const="", help=usage.MONTH)
    show.add_argument("--versions", action="store_true", help=usage.VERSIONS)
    show.add_argument("--limit", metavar="N", type=whole, default=20, help=usage.LIMIT)
    search = command(commands, "search", "search", usage.SEARCH)
    search.add_argument("words", metavar="-|WORDS", nargs="+", help=usage.SEARCH_WORDS)
    search.add_argument("--kind", metavar="K", help=usage.KIND)
    search.add_argument("--limit", metavar="N", type=whole, default=20, help=usage.LIMIT)
    look_back = command(commands, "look-back", "look_back", usage.LOOK_BACK)
    look_back.add_argument("--days", metavar="N", type=whole, help=usage.LOOK_BACK_DAYS)
    option_of(look_back, "dimension", DIMENSIONS)
    look_back.add_argument("--each-day", action="store_true", help=usage.LOOK_BACK_EACH_DAY)
    look_back.add_argument("--year", action="store_true", help=usage.LOOK_BACK_YEAR)


def _changing(commands: Any) -> None:
    edit = command(commands, "edit", "edit", usage.EDIT)
    an_id(edit)
    dash(edit, usage.EDIT_DASH)
    _title(edit)
    edit.add_argument("--theme", metavar="T", action="append", type=underscored, help=usage.EDIT_THEME)
    edit.add_argument("--tag", metavar="T", action="append", help=usage.EDIT_TAG)
    edit.add_argument("--goal", metavar="ID", action="append", help=usage.EDIT_GOAL)
    edit.add_argument("--bring-back", metavar="N", type=whole, help=usage.BRING_BACK)
    delete = command(commands, "delete", "delete", usage.DELETE)
    an_id(delete)
    undo = command(commands, "undo", "undo", usage.UNDO)
    undo.add_argument("--list", action="store_true", dest="only_list", help=usage.UNDO_LIST)
    command(commands, "drafts", "drafts", usage.DRAFTS)
    keep = command(commands, "keep", "keep", usage.KEEP)
    an_id(keep)
    keep.add_argument("--off", action="store_true", help=usage.OFF)
    bring = command(commands, "bring", "bring", usage.BRING)
    bring.add_argument("id", metavar="ID", nargs="?", help=usage.BRING_ID)
    bring.add_argument("--off", action="store_true", help=usage.OFF)
    bring_in = command(commands, "import", "bring_in", usage.IMPORT)
    bring_in.add_argument("path", metavar="PATH", help=usage.PATH)
    bring_in.add_argument(
        "--from",
        metavar="PROGRAM",
        dest="source",
        default="auto",
        choices=["auto", "cairn", "jrnl"],
        help=usage.SOURCE,
    )
    bring_in.add_argument("--dry-run", action="store_true", help=usage.DRY_RUN)
    bring_in.add_argument("--zone", metavar="ZONE", help=usage.ZONE)
    bring_in.add_argument("--keep-good", action="store_true", help=usage.KEEP_GOOD)


def _care(commands: Any, typed: Sequence[str] | None) -> None:
    command(commands, "hard-day", "hard_day", usage.HARD_DAY)
    support = command(commands, "support", "support", usage.SUPPORT)
    if typed is None or "support" in typed:
        importlib.import_module("tui.commands.grammar_of_support").add_options(support)
    about = command(commands, "about", "about", usage.ABOUT)
    about.add_argument("topic", metavar="peer-support", nargs="?", choices=["peer-support"], help=usage.ABOUT_TOPIC)
