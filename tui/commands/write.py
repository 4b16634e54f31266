"""`cairn write`: a page, typed or from standard input."""

from argparse import Namespace
from dataclasses import replace

from journal.domain.entry import THEME_TAGS
from journal.errors import BadInput, NotAllowed
from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    """Open the journal first, so that no words are lost at a wrong passphrase; then read and save."""
    terminal = Terminal(options)
    question = shell.WRITE_HERE
    if options.prompt is not None:
        from journal.data import prompts
        from journal.domain.prompts import prompt_named

        question = f"{prompt_named(prompts(), options.prompt).text}\n{shell.WRITE_HERE}"
    with terminal.journal() as journal:
        page = journal.blank_page(options.at, options.prompt)
        goals = tuple(journal.goal(goal).id for goal in options.goal)
        # Known before a word is typed, since a slip would be told when all of it is there.
        if any(theme not in THEME_TAGS for theme in options.theme):
            raise NotAllowed("theme", THEME_TAGS)
        text = terminal.text(
            options.dash is not None, question, lambda so_far: journal.keep_draft(replace(page, body=so_far))
        )
        if not text.strip():
            raise BadInput(shell.EMPTY_PAGE)
        written, tags = replace(page, body=text), tuple(dict.fromkeys(options.tag))
        themes = tuple(dict.fromkeys(options.theme))
        entry = terminal.save(lambda: journal.write_page(written, tags=tags, themes=themes, goals=goals))
        return terminal.answer({"id": entry.id, "for_date": entry.moment.for_date}, [shell.SAVED_PAGE], changed=True)
