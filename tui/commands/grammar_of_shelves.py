"""The grammar of `cairn toolbox`, `strength`, `people`, `story`, `week` and `plan`."""

import argparse

from journal.domain.check_in import HELPED_MARKS
from journal.domain.shelves import SHELVES
from tui.commands.calls import an_id, command, dash, deeds_of, one_of, option_of
from tui.wording import usage

KINDS = {"toolbox": "tool", "strength": "strength", "people": "person", "story": "story", "week": "week"}
"""Each command, and the kind of what stands on its shelf."""


def add_deeds(name: str, parser: argparse.ArgumentParser) -> None:
    """Describe every deed on one shelf, or on the plans."""
    if name == "plan":
        _plans(parser)
    else:
        _shelf(name, parser)


def _shelf(name: str, parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(shelf=KINDS[name])
    deeds, said = deeds_of(parser), usage.DEEDS[name]
    handler = "toolbox" if name == "toolbox" else "shelf"
    add = command(deeds, "add", handler, said["add"])
    for part in SHELVES[KINDS[name]].parts:
        if part.takes in ("one_of", "some_of"):
            option_of(add, part.name, part.allowed, repeats=part.is_many)
    dash(add)
    command(deeds, "list", handler, said["list"])
    an_id(command(deeds, "show", handler, said["show"]))
    edit = command(deeds, "edit", handler, said["edit"])
    an_id(edit)
    dash(edit, usage.PARTS_DASH)
    if name == "toolbox":
        mark = command(deeds, "mark", handler, said["mark"])
        an_id(mark, "tool")
        one_of(mark, "mark", HELPED_MARKS)
        command(deeds, "surprise", handler, said["surprise"])


def _plans(parser: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(parser), usage.DEEDS["plan"]
    command(deeds, "list", "plan", said["list"])
    show = command(deeds, "show", "plan", said["show"])
    show.add_argument("plan", metavar="PLAN", nargs="?", help=usage.PLAN_NAME)
    for name in ("add", "edit"):
        one = command(deeds, name, "plan", said[name])
        one.add_argument("plan", metavar="PLAN", help=usage.PLAN_NAME)
        one.add_argument("section", metavar="SECTION", help=usage.SECTION)
        dash(one)
