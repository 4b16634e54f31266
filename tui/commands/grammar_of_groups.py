"""The grammar of `cairn group`, `summary` and `about-me`."""

import argparse

from tui.commands.calls import command, dash, dash_before, deeds_of, whole
from tui.wording import usage
from tui.wording import usage_of_groups as words


def add_deeds(name: str, parser: argparse.ArgumentParser) -> None:
    """Describe every deed of one of these commands."""
    {"group": _groups, "summary": _summaries, "about-me": _about_me}[name](parser)


def _groups(group: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(group), words.DEEDS["group"]
    create = command(deeds, "create", "group", said["create"])
    create.add_argument("--alias", metavar="NAME", help=words.GROUP_NAME)
    create.add_argument("--via", metavar="PLACE", required=True, help=words.GROUP_VIA)
    dash(create, words.GROUP_NAME_DASH)
    for name in ("list", "invites"):
        command(deeds, name, "group", said[name])
    for name in ("invite", "show", "agree", "note", "notes", "close", "hand-over", "go-on"):
        parser = command(deeds, name, "group", said[name])
        if name in ("close", "hand-over"):
            dash_before(parser, words.NOTICE_DASH)
        parser.add_argument("group", metavar="GROUP", help=words.GROUP)
        if name == "invite":
            parser.add_argument("--hours", metavar="N", type=whole, default=24, help=usage.HOURS)
        if name == "hand-over":
            parser.add_argument("--to", metavar="NAME", required=True, help=words.HAND_TO)
        if name in ("close", "hand-over"):
            parser.add_argument("--days", metavar="N", type=whole, default=14, help=words.NOTICE)
        if name in ("agree", "note"):
            dash(parser, usage.PARTS_DASH if name == "agree" else usage.DASH)


def _summaries(summary: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(summary), words.DEEDS["summary"]
    for name in ("write", "preview", "send"):
        parser = command(deeds, name, "summary", said[name])
        parser.add_argument("--partner", metavar="F", required=True, help=words.FACILITATOR)
        if name != "write":
            parser.add_argument("--days", metavar="N", type=whole, help=words.SUMMARY_DAYS)
        if name != "preview":
            dash(parser, usage.PARTS_DASH if name == "write" else usage.YES_DASH)
    command(deeds, "look-back", "summary", said["look-back"])
    show = command(deeds, "show", "summary", said["show"])
    show.add_argument("member", metavar="MEMBER", nargs="?", help=words.MEMBER)
    show.add_argument("--partner", metavar="F", help=words.FACILITATOR)
    for name in ("reply", "print"):
        parser = command(deeds, name, "summary", said[name])
        parser.add_argument("member", metavar="MEMBER", help=words.MEMBER)
    dash(deeds.choices["reply"])
    deeds.choices["print"].add_argument("--to", metavar="FILE", help=words.PRINT_TO)


def _about_me(about_me: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(about_me), words.DEEDS["about-me"]
    command(deeds, "show", "about_me", said["show"])
    dash(command(deeds, "edit", "about_me", said["edit"]), usage.PARTS_DASH)
