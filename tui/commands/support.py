"""`cairn support`: lines to people who listen. No passphrase, no network, no trace."""

from argparse import Namespace
from dataclasses import asdict

from journal.data import support_lines
from journal.domain.support import support_page
from journal.use_cases.preferences import read_preferences
from tui.commands.terminal import Terminal
from tui.wording import support


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    known = read_preferences(terminal.home)
    country = options.country.upper() if options.country else known.country
    region = known.region if country == known.country else None
    page = support_page(support_lines(), country, region)
    document = {"country": country, "resources": [asdict(resource) for resource in page.all()]}
    return terminal.answer(document, support.page_in_lines(page))
