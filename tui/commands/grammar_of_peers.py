"""The grammar of `cairn session` and `cairn partner`."""

import argparse
from collections.abc import Mapping
from typing import Any

from journal.domain.peer_session import FORMATS, MODES
from tui.commands.calls import an_id, command, dash, deeds_of, option_of, whole
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
        if name == "agree":
            parser.add_argument("--yes", action="store_true", help=usage.YES_TO_THEIRS)
    next_time = command(deeds, "next-time", "partner", said["next-time"])
    next_time.add_argument("partner", metavar="P", help=usage.PARTNER)
    dash(next_time)
    _meeting(deeds, said)


def _meeting(deeds: Any, said: Mapping[str, usage.Usage]) -> None:
    invite = command(deeds, "invite", "partner_meeting", said["invite"])
    invite.add_argument("--hours", metavar="N", type=whole, default=24, help=usage.HOURS)
    join = command(deeds, "join", "partner_meeting", said["join"])
    dash(join, usage.INVITE_DASH)
    join.add_argument("--preview", action="store_true", help=usage.PREVIEW_INVITE)
    for parser in (invite, join):
        parser.add_argument("--via", metavar="PLACE", required=True, help=usage.VIA)
        parser.add_argument("--alias", metavar="ME", help=usage.MY_NAME)
        parser.add_argument("--partner", metavar="P", help=usage.MEET_AGAIN)
    compare = command(deeds, "compare", "partner_meeting", said["compare"])
    answer = compare.add_mutually_exclusive_group()
    answer.add_argument("--match", action="store_true", help=usage.MATCH)
    answer.add_argument("--differ", action="store_true", help=usage.DIFFER)
    compare.add_argument("--seen", metavar="-", choices=["-"], help=usage.SEEN)
    compare.add_argument("--wait", metavar="SECONDS", type=whole, default=0, help=usage.WAIT)
    for parser in (compare, command(deeds, "end", "partner_meeting", said["end"])):
        parser.add_argument("partner", metavar="P", help=usage.PARTNER)
