"""`cairn prompt`: one question, never a deep one unasked. Opens no journal."""

import random
from argparse import Namespace
from dataclasses import asdict

from journal.data import prompts
from journal.domain.prompts import choose_prompt
from tui.commands.terminal import Terminal


def run(options: Namespace) -> int:
    prompt = choose_prompt(prompts(), random.Random(), phase=options.phase, theme=options.theme)
    return Terminal(options).answer(asdict(prompt), [prompt.text, f"({prompt.id})"])
