"""The views of Support now as lines: the first one, one line whole, and what its numbers lead to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from journal.domain.support import Line, SupportPage
from journal.domain.support_own import Arrangement
from journal.use_cases.finding import HardDay
from journal.use_cases.support_lines import KnownLines
from tui.widgets.hanging_lines import Hanging
from tui.wording import hard_day, support_pages
from tui.wording import support as words
from tui.wording import support_own as own
from tui.wording import support_screen as shown

BLANK = Hanging()
MUTED = "$text-muted"
HEADING = "bold $primary"


@dataclass(frozen=True, slots=True)
class Views:
    """What there is to say, and the lines that say it."""

    page: SupportPage
    known: KnownLines
    now: datetime
    is_open: bool
    """Whether the journal is."""

    def first(self, *, has_journal: bool) -> list[Hanging]:
        """Up to three lines, three doors, and what cairn does not do."""
        rows = [row.partition(" ") for row in support_pages.first_rows(self.page, self.now, is_open=self.is_open)]
        numbered = [Hanging(said, mark) for mark, _, said in rows]
        damaged = [Hanging(words.BROUGHT_DAMAGED)] if self.known.is_damaged else []
        own_later = [Hanging(words.OWN_AFTER_UNLOCK, style=MUTED)] if has_journal and not self.is_open else []
        near = words.lines_are_for(self.page) or words.CHOOSE_COUNTRY_HERE
        return [
            *damaged, Hanging(words.LISTENING), BLANK, *numbered, BLANK,
            Hanging(words.NOBODY_WATCHES), Hanging(words.UNCHECKED), *own_later, Hanging(near, style=MUTED),
        ]  # fmt: skip

    def line(self, line: Line) -> list[Hanging]:
        """One of the lines, whole."""
        name, *rows = words.line_whole(line, self.now)
        return [Hanging(name, style=HEADING), *map(Hanging, rows)]

    def more(self) -> list[Hanging]:
        """Every line, each with what is known about it having been checked."""
        rows: list[Hanging] = [Hanging(words.EVERY_LINE, style=HEADING)]
        for said, checked in support_pages.every_line(self.page, self.now):
            rows += [Hanging(said), *([Hanging(checked, style=MUTED, hangs=True)] if checked else []), BLANK]
        rows += [Hanging(words.UNCHECKED), *(Hanging(said, style=MUTED) for said in self._from_where())]
        return rows

    def worried(self) -> list[Hanging]:
        """For whoever is worried about someone else."""
        rows = [row.partition(" ") for row in words.numbered(self.page.listed, self.now)]
        return [
            Hanging(words.WORRIED, style=HEADING), *map(Hanging, words.WORRIED_LINES), BLANK,
            *(Hanging(said, mark) for mark, _, said in rows),
        ]  # fmt: skip

    def advice(self) -> list[Hanging]:
        """Lines that are not for a crisis."""
        rows: list[Hanging] = [Hanging(words.ADVICE, style=HEADING)]
        for said in words.advice(self.page, self.now):
            rows += [Hanging(said), BLANK]
        return rows[:-1]

    def mine(self, put_by: HardDay | None, arrangement: Arrangement | None, refused: str) -> list[Hanging]:
        """My people, my plan and my own lines, whole."""
        if put_by is None or arrangement is None:
            waiting = refused or (shown.READING if self.is_open else shown.NO_JOURNAL)
            return [Hanging(words.MINE, style=HEADING), Hanging(waiting)]
        rows: list[Hanging] = []
        plan, people = hard_day.sections(put_by)[:2]
        for section in (people, plan):
            rows += [BLANK, Hanging(section.heading, style=HEADING), *_said(section)]
        if arrangement.own:
            rows += [BLANK, Hanging(own.MY_OWN, style=HEADING)]
            rows += [Hanging(words.line_in_words(line)) for line in arrangement.own]
        return [*rows[1:], *([BLANK, Hanging(own.UNREADABLE)] if arrangement.is_unreadable else [])]

    def _from_where(self) -> Sequence[str]:
        near = words.lines_are_for(self.page)
        return [*support_pages.from_where(self.known), *([near] if near else [])]


def _said(section: hard_day.Section) -> list[Hanging]:
    if not section.put_by:
        return [Hanging(section.empty)]
    rows: list[Hanging] = []
    for one in section.put_by:
        rows += [Hanging(one.head, style="bold")] if one.head else []
        rows += [Hanging(one.words, hangs=bool(one.head))] if one.words else []
    return rows
