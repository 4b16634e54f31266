"""`cairn --version`."""

from argparse import Namespace
from importlib.metadata import version

from tui.commands.terminal import Terminal


def run(options: Namespace) -> int:
    number = version("cairn-journal")
    return Terminal(options).answer({"version": number}, [f"cairn {number}"])
