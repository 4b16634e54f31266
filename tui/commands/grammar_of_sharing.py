"""The grammar of `cairn share`, `sync`, `inbox` and `encourage`."""

import argparse

from tui.commands.calls import an_id, command, dash, deeds_of, whole
from tui.wording import usage

SHAREABLE = ("title", "why_it_matters", "status", "next_step", "how_id_like_support")
"""As `sync.consent.offer` has them: loading that takes longer than a command that shares nothing has."""


def add_options(name: str, parser: argparse.ArgumentParser) -> None:
    """Describe one of these commands."""
    match name:
        case "share":
            _share(parser)
        case "sync":
            parser.add_argument("--partner", metavar="P", help=usage.ONLY_PARTNER)
            parser.add_argument("--watch", action="store_true", help=usage.WATCH)
            parser.add_argument("--wait", metavar="SECONDS", type=whole, default=0, help=usage.WAIT)
            parser.add_argument("--clock-is-right", action="store_true", help=usage.CLOCK_IS_RIGHT)
        case "inbox":
            parser.add_argument("--partner", metavar="P", help=usage.ONLY_PARTNER)
        case _:
            parser.add_argument("--partner", metavar="P", required=True, help=usage.PARTNER)
            parser.add_argument("--goal", metavar="ID", help=usage.ABOUT_GOAL)
            dash(parser)


def _share(share: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(share), usage.DEEDS["share"]
    for name in ("add", "preview"):
        parser = command(deeds, name, "share", said[name])
        parser.add_argument("--partner", metavar="P", required=True, help=usage.PARTNER)
        parser.add_argument("--goal", metavar="ID", required=True, help=usage.GOAL_TO_SHARE)
        parser.add_argument("--fields", metavar="LIST", required=True, help=usage.SHARE_FIELDS + ", ".join(SHAREABLE))
        parser.add_argument("--days", metavar="N", type=whole, default=90, help=usage.SHARE_DAYS)
        if name == "add":
            dash(parser, usage.YES_DASH)
    for name in ("send", "pause", "resume", "stop"):
        parser = command(deeds, name, "share", said[name])
        an_id(parser, words=usage.SHARE_ID)
        if name == "send":
            dash(parser, usage.YES_DASH)
    for name in ("changed", "list", "pause-all", "said-yes-to"):
        command(deeds, name, "share", said[name])
