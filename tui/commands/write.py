"""`cairn write`: a page, typed or from standard input."""

from argparse import Namespace
from dataclasses import replace

from journal.domain.entry import JournalEntry, check_about
from journal.errors import BadInput
from tui.commands.standard_input import first_line
from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    """Open the journal first, so that no words are lost at a wrong passphrase; then read and save."""
    terminal = Terminal(options)
    question = f"{shell.FIRST_IS_TITLE}\n{shell.WRITE_HERE}" if options.title else shell.WRITE_HERE
    if options.prompt is not None:
        from tui.wording.shipped import question_named

        question = f"{question_named(options.prompt)}\n{question}"
    with terminal.journal() as journal:
        page = journal.blank_page(options.at, options.prompt)
        goals = tuple(journal.goal(goal).id for goal in options.goal)
        tags, themes = tuple(dict.fromkeys(options.tag)), tuple(dict.fromkeys(options.theme))
        # Known before a word is typed, since a slip would be told when all of it is there.
        check_about(JournalEntry(page.id, page.moment, page.moment.at, "", tags=tags, themes=themes))
        text = terminal.text(
            options.dash is not None, question, lambda so_far: journal.keep_draft(replace(page, body=so_far))
        )
        if not text.strip():
            raise BadInput(shell.EMPTY_PAGE)
        title, body = first_line(text) if options.title else (None, text)
        written = replace(page, title=title, body=body)
        entry = terminal.save(lambda: journal.write_page(written, tags=tags, themes=themes, goals=goals))
        return terminal.answer({"id": entry.id, "for_date": entry.moment.for_date}, [shell.SAVED_PAGE], changed=True)
