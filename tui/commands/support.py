"""`cairn support`: lines to people who listen. No passphrase, no network, no trace."""

from argparse import Namespace
from dataclasses import asdict

from journal.data import support_lines
from journal.domain.support import support_page
from journal.use_cases.preferences import known_page, read_preferences
from tui.commands.terminal import Terminal
from tui.wording import support


def run(options: Namespace) -> int:
    """The lines of a country that was asked for or chosen; without one, what is right anywhere."""
    terminal = Terminal(options)
    if options.country:
        page = support_page(support_lines(), options.country.upper())
    else:
        page = known_page(read_preferences(terminal.home))
    document = {"country": page.country, "resources": [asdict(resource) for resource in page.all()]}
    return terminal.answer(document, support.page_in_lines(page))
