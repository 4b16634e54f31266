"""`cairn init`: make a journal from the shell."""

from argparse import Namespace
from typing import Any

from journal.domain.support import country_code
from journal.errors import AlreadyThere
from journal.paths import synced_by
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.support_lines import page_for
from tui.commands.new_words import asked_twice, give_words, see_that_words_can_go
from tui.commands.terminal import Terminal
from tui.wording import copies, shell
from tui.wording.usage_of_groups import MADE_FACILITATORS


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    country = country_code(options.country or "")
    page_for(terminal.home, country, None)
    if terminal.home.exists():
        raise AlreadyThere()
    out = options.recovery_out
    see_that_words_can_go(terminal, out, shell.INIT_NEEDS, shell.INIT_NEEDS_HINT)
    passphrase = _new_passphrase(terminal)
    made = create_journal(terminal.home, passphrase, terminal.clock, is_facilitators=options.facilitator)
    # The words first: nothing that goes wrong after this may keep them from the person.
    confirmed = give_words(terminal, made.words, out, (shell.WORDS_NOT_WRITTEN, shell.WORDS_NOT_WRITTEN_HINT))
    if not confirmed:
        terminal.say(shell.WORDS_LATER)
    if program := synced_by(terminal.home):
        terminal.say(copies.synced(program))
    write_preferences(terminal.home, Preferences(country=country))
    if confirmed:
        journal = open_journal(terminal.home, passphrase, terminal.clock)
        journal.choose(WORDS_CONFIRMED, "yes")
        journal.close()
    document: dict[str, Any] = {"home": str(terminal.home.root), "id": made.vault_id}
    if out == "-":
        document["recovery_words"] = list(made.words.words)
    ready = (
        MADE_FACILITATORS.format(home=terminal.home.root)
        if options.facilitator
        else shell.made(str(terminal.home.root))
    )
    return terminal.answer(document, [ready], changed=True)


def _new_passphrase(terminal: Terminal) -> str:
    if terminal.has_passphrase_source():
        return terminal.passphrase(shell.NEW_PASSPHRASE)
    terminal.say(shell.PRIVATE_PLACE)
    return asked_twice(terminal, shell.NEW_PASSPHRASE, shell.NOT_THE_SAME)
