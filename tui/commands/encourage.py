"""`cairn encourage`: a few words to a partner."""

from argparse import Namespace

from sync.consent.summaries import Summaries
from sync.consent.words import Words
from sync.errors import NotForThem
from tui.commands.telling import telling
from tui.commands.terminal import Terminal
from tui.sharing_reading import told_of_words
from tui.wording import together


def run(options: Namespace) -> int:
    """Words from standard input, or typed."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        partner = journal.partner(options.partner)
        if any(one.partner == partner.id for one in Summaries(journal).facilitators()):
            # Before any words are typed that could not go.
            raise NotForThem
        with telling(terminal, told_of_words(journal, partner.id)):
            text = terminal.text(options.dash is not None, together.READ_LATER.format(name=partner.partner_alias))
            letter = terminal.save(lambda: Words(journal).encourage(options.partner, text, options.goal))
    document = {"partner": letter.partner, "about": letter.about, "text": letter.text}
    return terminal.answer(document, [together.ENCOURAGED], changed=True)
