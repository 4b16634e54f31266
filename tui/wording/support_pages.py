"""The pages of Support now as lines: the first one, every line, and what a shell prints."""

from datetime import datetime
from typing import TYPE_CHECKING

from journal.domain.support import SupportPage
from tui.language import _
from tui.wording import support as words

if TYPE_CHECKING:
    from journal.use_cases.support_lines import KnownLines

HASH_SHOWN = 12
"""Characters of a hash that are enough to compare two files by eye."""


def from_where(known: "KnownLines") -> list[str]:
    """Where the lines are from: what ships, or a file, with its version and its hash."""
    damaged = [words.BROUGHT_DAMAGED] if known.is_damaged else []
    version = _(", version {version}").format(version=known.version) if known.version else ""
    place = (
        _("from a file you brought in{version}").format(version=version)
        if known.is_brought
        else _("those that came with cairn")
    )
    return [*damaged, _("The lines are {place}. Hash: {hash}.").format(place=place, hash=known.sha256[:HASH_SHOWN])]


def first_rows(page: SupportPage, now: datetime | None, *, is_open: bool) -> list[str]:
    """Up to three lines, and three doors to more, each with its number."""
    mine = words.MINE if is_open else words.ASKS_FOR_PASSPHRASE
    return [*words.numbered(page.listed, now), f"4 {mine}", f"5 {words.WORRIED}", f"6 {words.ADVICE}"]


def every_line(page: SupportPage, now: datetime | None) -> list[tuple[str, str]]:
    """Every line, the emergency number first, each with what is known about it having been checked."""
    lines = [*page.emergency, *page.first, *page.more, *page.not_for_crisis, *page.anywhere]
    return [(words.resource_in_words(line, now), words.checked(line)) for line in lines]


def page_in_lines(page: SupportPage, known: "KnownLines", now: datetime | None) -> list[str]:
    """The whole page as lines, for a shell."""
    lines = [words.TITLE, "", words.danger(page)]
    lines += [f"  {words.resource_in_words(other, now)}" for other in page.emergency[1:]]
    numbered = [*page.first, *page.more] or list(page.anywhere)
    lines += ["", words.LISTENING]
    lines += [f"  {place} {words.resource_in_words(line, now)}" for place, line in enumerate(numbered, 1)]
    if page.not_for_crisis:
        lines += ["", words.ADVICE, *(f"  {said}" for said in words.advice(page, now))]
    lines += ["", words.WORRIED, *(f"  {line}" for line in words.WORRIED_LINES)]
    lines += ["", words.MINE_IN_SHELL, words.NOBODY_WATCHES, words.UNCHECKED, *from_where(known)]
    return [*lines, words.lines_are_for(page) or words.CHOOSE_COUNTRY]


def said_at_once(page: SupportPage, known: "KnownLines", now: datetime | None) -> list[str]:
    """The first lines of the plain lines, before more is asked for."""
    damaged = [words.BROUGHT_DAMAGED] if known.is_damaged else []
    return [
        f"{words.TITLE}.", words.danger(page), *damaged, words.LISTENING, *words.numbered(page.listed, now),
        words.NOBODY_WATCHES, words.UNCHECKED,
    ]  # fmt: skip
