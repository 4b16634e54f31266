"""The grammar of `cairn session` and `cairn partner`."""

import argparse

from journal.domain.peer_session import FORMATS, MODES
from tui.commands.calls import an_id, command, dash, deeds_of, option_of
from tui.wording import usage


def add_deeds(name: str, parser: argparse.ArgumentParser) -> None:
    """Describe every deed on sessions, or on partners."""
    if name == "session":
        _sessions(parser)
    else:
        _partners(parser)


def _sessions(session: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(session), usage.DEEDS["session"]
    before = command(deeds, "before", "session_before", said["before"])
    after = command(deeds, "after", "session_after", said["after"])
    for parser in (before, after):
        parser.add_argument("--partner", metavar="P", help=usage.PARTNER)
        parser.add_argument("--at", metavar="WHEN", help=usage.AT)
        dash(parser, usage.PARTS_DASH)
    option_of(after, "format", FORMATS)
    option_of(after, "mode", MODES)
    after.add_argument("--goal", metavar="ID", action="append", default=[], help=usage.GOAL_ID)
    command(deeds, "list", "session", said["list"])
    an_id(command(deeds, "show", "session", said["show"]))


def _partners(partner: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(partner), usage.DEEDS["partner"]
    add = command(deeds, "add", "partner", said["add"])
    add.add_argument("--alias", metavar="NAME", help=usage.ALIAS)
    dash(add)
    command(deeds, "list", "partner", said["list"])
    for name in ("show", "agree", "edit"):
        parser = command(deeds, name, "partner", said[name])
        parser.add_argument("partner", metavar="P", help=usage.PARTNER)
        if name != "show":
            dash(parser, usage.EDIT_PARTNER_DASH if name == "edit" else usage.PARTS_DASH)
