"""`cairn support`: lines to people who listen. No passphrase, no network, no trace."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from journal.domain.support import SupportPage
from journal.use_cases.support_lines import KnownLines, lines_at, page_at, page_for
from tui.commands.terminal import Terminal
from tui.wording import support_pages


def run(options: Namespace) -> int:
    """The lines of a country that was asked for or chosen; without one, what is right anywhere."""
    terminal = Terminal(options)
    known = lines_at(terminal.home)
    if options.country or options.region:
        page = page_for(terminal.home, options.country, options.region, known)
    else:
        page = page_at(terminal.home, known)
    lines = support_pages.page_in_lines(page, known, terminal.clock.now())
    return terminal.answer(page_document(page, known), lines)


def page_document(page: SupportPage, known: KnownLines) -> dict[str, Any]:
    """The page as a document: the emergency number first, then the lines in their order."""
    return {
        "country": page.country,
        "region": page.region,
        "resources": [asdict(line) for line in page.all()],
        **file_document(known),
    }


def file_document(known: KnownLines) -> dict[str, Any]:
    """Which file the lines are from."""
    return {
        "version": known.version,
        "sha256": known.sha256,
        "brought_in": known.is_brought,
        "brought_in_is_damaged": known.is_damaged,
    }
