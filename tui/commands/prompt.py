"""`cairn prompt`: one question, as the person would have them; another; or not again.

Where there is a journal it is opened, since only there stands what is not to be asked. Without one, all may be.
"""

import random
from argparse import Namespace
from dataclasses import asdict

from journal.data import prompts
from journal.domain.prompts import Prompt, choose_prompt, prompt_named
from journal.errors import BadInput
from tui.commands.terminal import Terminal
from tui.wording import journal as words
from tui.wording import shell
from tui.wording.screen import DEEP
from tui.wording.shipped import question_of


def run(options: Namespace) -> int:
    """Draw one. The first is never a deep one, nor is any on a day with a low answer."""
    terminal = Terminal(options)
    if options.not_again is not None:
        if any(given is not None for given in (options.theme, options.phase, options.another)):
            raise BadInput(shell.NOT_AGAIN_ALONE)
        return _put_away(terminal)
    phase = "anytime" if options.phase is None else options.phase
    if options.another is not None:
        prompt_named(prompts(), options.another)
    if not terminal.home.exists():
        drawn = choose_prompt(prompts(), random.Random(), phase=phase, theme=options.theme, but_not=options.another)
        return _answer(terminal, drawn)
    with terminal.journal() as journal:
        return _answer(
            terminal,
            journal.prompt(random.Random(), phase=phase, theme=options.theme, after=options.another),
        )


def _put_away(terminal: Terminal) -> int:
    options = terminal.options
    with terminal.journal() as journal:
        choices = terminal.save(lambda: journal.hide_prompt(options.not_again))
        document = {"hidden_prompts": list(choices.hidden_prompts)}
        return terminal.answer(document, [words.NOT_ASKED_AGAIN], changed=True)


def _answer(terminal: Terminal, prompt: Prompt) -> int:
    warned = [DEEP] if prompt.intensity == "deep" else []
    return terminal.answer(asdict(prompt), [*warned, question_of(prompt), f"({prompt.id})"])
