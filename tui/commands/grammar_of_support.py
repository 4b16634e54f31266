"""The grammar of `cairn support`: the lines, a file of them, and what a person makes of them."""

import argparse

from tui.commands.calls import Parser, an_id, command, dash, whole
from tui.wording import usage_of_support as usage


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe what it takes, and its deeds. Without one, it shows the lines."""
    parser.add_argument("--country", metavar="GB", help=usage.COUNTRY)
    parser.add_argument("--region", metavar="NAME", help=usage.REGION)
    # Not wanted by the call itself: the lines are what most people come for.
    deeds = parser.add_subparsers(metavar="DEED", dest="deed", parser_class=Parser)
    brought = command(deeds, "import", "support_import", usage.DEEDS["import"])
    brought.add_argument("file", metavar="FILE", nargs="?", help=usage.FILE)
    brought.add_argument("--shipped", action="store_true", help=usage.SHIPPED)
    for name in ("mine", "add", "edit", "hide", "move", "erase"):
        one = command(deeds, name, "support_own", usage.DEEDS[name])
        if name in ("edit", "hide", "move", "erase"):
            an_id(one, words=usage.LINE_ID)
        if name in ("add", "edit"):
            dash(one, usage.OWN_DASH)
        elif name == "hide":
            one.add_argument("--off", action="store_true", help=usage.OFF)
        elif name == "move":
            one.add_argument("place", metavar="PLACE", type=whole, help=usage.PLACE)
        elif name == "erase":
            dash(one, usage.ERASE_DASH)
