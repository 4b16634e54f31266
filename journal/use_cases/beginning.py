"""What a day begins with: the page a person meets first, in one read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from journal.domain.ids import new_id
from journal.use_cases.choosing import Choosing
from journal.use_cases.finding import Finding
from journal.use_cases.writing import Writing

if TYPE_CHECKING:
    from journal.domain.check_in import CheckIn
    from journal.domain.choices import Choices
    from journal.domain.entry import Draft
    from journal.domain.moments import Moment

LONG_GAP_DAYS = 14
"""After this many days without a note a person is welcomed back; how long it was is never said."""

NEXT_STEPS_SHOWN = 3
"""As many goals as are plenty to move towards at once. Source: domain brief, section 3."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What Today shows. Nothing in it counts anything."""

    now: Moment
    choices: Choices
    """What is asked, how it is answered, and how the person is called."""
    draft: Draft
    """The check-in that was begun, or a blank one."""
    begun: bool
    after_a_gap: bool
    saved: tuple[CheckIn, ...]
    """This day's check-ins, oldest first."""
    kept_words: str | None
    """The start of something kept for a hard day."""
    tool_name: str | None
    """Something that helped lately."""
    strength: str | None
    """Something the person brings."""
    stones: int
    next_steps: tuple[tuple[str, str], ...] = ()
    """A goal's title and its next step, at most three."""


class Beginning(Finding, Writing, Choosing):
    """The first page of a day."""

    def first_page(self) -> FirstPage:
        """Everything Today needs, read at once."""
        from journal.domain.entry import Draft
        from journal.domain.timeline import words_of

        now = self.moment()
        begun = next((draft for draft in self.drafts() if draft.kind == "check-in"), None)
        blank = Draft(id=new_id(), kind="check-in", moment=now, body="")
        kept, tools = self.kept(1), self.what_helped(1)
        return FirstPage(
            now=now,
            choices=self.choices(),
            draft=begun or blank,
            begun=begun is not None,
            after_a_gap=self._after_a_gap(now),
            saved=tuple(self._check_ins.get(number) for number in self._check_ins.numbers_on(now.for_date)),
            kept_words=next(iter(words_of(kept[0])), None) if kept else None,
            tool_name=tools[0].name if tools else None,
            strength=self._a_strength(),
            stones=self.stones(),
            next_steps=self._next_steps(),
        )

    def _next_steps(self) -> tuple[tuple[str, str], ...]:
        """Title and next step of some goals the person is moving towards."""
        return self._goals.next_steps(NEXT_STEPS_SHOWN)

    def _a_strength(self) -> str | None:
        from journal.domain.shelves import Strength

        return next((one.text for one in self._shelves.all("strength") if isinstance(one, Strength)), None)

    def _after_a_gap(self, now: Moment) -> bool:
        """Worked out from what is there; when the journal was opened is kept nowhere."""
        newest = self._items.newest_change()
        if newest is None:
            return False
        away = datetime.fromisoformat(now.at_utc) - datetime.fromisoformat(newest)
        return away >= timedelta(LONG_GAP_DAYS)
