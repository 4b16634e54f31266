"""The grammar of `cairn goal`."""

import argparse

from journal.domain.goal import GOAL_STATUSES, SHOWN_IN_PERSON
from tui.commands.calls import an_id, command, dash, deeds_of, one_of, option_of
from tui.wording import usage

STEP_DEEDS = {"done": "done", "doing": "doing", "to-try": "to_try", "set-aside": "set_aside"}
"""What is typed, and the status it gives a step."""


def add_deeds(name: str, goal: argparse.ArgumentParser) -> None:
    """Describe every deed on goals."""
    deeds, said = deeds_of(goal), usage.DEEDS[name]
    dash(command(deeds, "add", "goal", said["add"]))
    option_of(command(deeds, "list", "goal", said["list"]), "status", GOAL_STATUSES)
    show = command(deeds, "show", "goal", said["show"])
    an_id(show)
    show.add_argument("--fields", metavar="A,B", help=usage.FIELDS + ", ".join(SHOWN_IN_PERSON))
    status = command(deeds, "status", "goal", said["status"])
    an_id(status)
    one_of(status, "status", GOAL_STATUSES)
    reflect = command(deeds, "reflect", "goal", said["reflect"])
    an_id(reflect)
    reflect.add_argument("--at", metavar="WHEN", help=usage.AT)
    dash(reflect)
    _steps(command(deeds, "step", "goal_step", said["step"]))


def _steps(step: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(step, "step_deed"), usage.DEEDS["goal step"]
    add = command(deeds, "add", "goal_step", said["add"])
    an_id(add)
    dash(add)
    for name, status in STEP_DEEDS.items():
        one = command(deeds, name, "goal_step", said[name])
        one.set_defaults(status=status)
        an_id(one, "step", usage.STEP_ID)
    reword = command(deeds, "reword", "goal_step", said["reword"])
    an_id(reword, "step", usage.STEP_ID)
    dash(reword)
