"""Looking back: the person's own notes, counted. Nothing of it is kept, and nothing is sent."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from journal.errors import NotAllowed, OutOfRange
from journal.use_cases.choosing import Choosing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journal.domain.look_back import DimensionLookBack, LookBack, YearAtAGlance
    from journal.domain.look_back_days import DayValues
    from journal.domain.prompts import Prompt
    from journal.store.look_back import LookBackRows

WINDOW_DAYS = 28
LONGEST_WINDOW_DAYS = 366
YEAR_DAYS = 365
TOGETHER_DAYS = 56
"""Source of these: domain brief, section 13."""
AHEAD_DAYS = 2
"""A day of the far side of the date line can still be to come here: it is part of the window, and never moved."""


class LookingBack(Choosing):
    """Reads only."""

    @cached_property
    def _look_back(self) -> LookBackRows:
        from journal.store.look_back import LookBackRows

        return LookBackRows(self._connection)

    def look_back(self, days: int = WINDOW_DAYS, dimension: str | None = None) -> LookBack:
        """What the notes of the last `days` days say, today the last of them.

        Args:
            days: 1 to 366. Weeks are seven days and what goes together is looked for in 56, whatever is given here.
            dimension: one of `DIMENSIONS`; `None` for those the person chose to notice, which may be none, and where
                they answer in words alone, those of them that have numbers all the same.

        Raises:
            OutOfRange: `days` outside 1 to 366.
            NotAllowed: no such dimension.
        """
        from journal.domain.look_back import LookBack
        from journal.domain.look_back_days import day_values, days_until
        from journal.domain.look_back_tallies import feelings_count, helped_tally
        from journal.domain.look_back_together import named_days

        if not 1 <= days <= LONGEST_WINDOW_DAYS:
            raise OutOfRange("days", 1, LONGEST_WINDOW_DAYS)
        wanted = self._wanted(dimension)
        rows = self._look_back
        read = days_until(self._last_day(), max(days + 6, TOGETHER_DAYS))
        window = read[-days:]
        answers = rows.answers(read[0], read[-1])
        together = (read[-TOGETHER_DAYS], read[-1])
        uses = rows.uses(*together)
        tags = [(tag, day) for day, tag in rows.tags(*together)]
        marked = named_days([*tags, *((use.name, use.for_date) for use in uses)])
        # Who answers in words alone is told of no numbers that there are none of.
        in_words = dimension is None and self.choices().scale_id == "words_only"
        noted = [day_values(name, answers[name]) for name in wanted if answers[name] or not in_words]
        return LookBack(
            first_day=window[0],
            last_day=window[-1],
            days=days,
            dimensions=tuple(_told(one, read, days, marked) for one in noted),
            helped=helped_tally(rows.uses(window[0], window[-1])),
            feelings=feelings_count(rows.feelings(window[0], window[-1])),
        )

    def year_at_a_glance(self, dimension: str | None = None) -> YearAtAGlance:
        """The 365 days that end today, each noted or not, with the day value of one dimension.

        Args:
            dimension: one of `DIMENSIONS`; `None` for the first that the person chose to notice, or mood.

        Raises:
            NotAllowed: no such dimension.
        """
        from journal.domain.look_back import YearAtAGlance, YearDay
        from journal.domain.look_back_days import day_values, days_until
        from journal.domain.scales import DIMENSIONS

        name = next(iter(self._wanted(dimension)), DIMENSIONS[0])
        year = days_until(self._last_day(), YEAR_DAYS)
        values = day_values(name, self._look_back.answers(year[0], year[-1])[name])
        noted = self._look_back.noted(year[0], year[-1])
        return YearAtAGlance(
            dimension=name,
            scale_id=values.scale_id,
            other_scales=values.other_scales,
            days=tuple(YearDay(day, day in noted, values.values.get(day)) for day in year),
        )

    def look_back_prompts(self) -> list[Prompt]:
        """The weekly questions, in their order, without what the person does not want to be asked.

        The one about a peer partner only where there is an active one; in easy mode the light ones alone.
        """
        from journal.data import prompts

        choices = self.choices()
        return [
            prompt
            for prompt in prompts()
            if prompt.phase == "look_back"
            and prompt.id not in choices.hidden_prompts
            and prompt.theme not in choices.hidden_themes
            and (prompt.intensity == "light" or not choices.easy)
            and (prompt.needs != "active_partner" or self._has_active_partner())
        ]

    def _wanted(self, dimension: str | None) -> tuple[str, ...]:
        from journal.domain.scales import DIMENSIONS

        if dimension is None:
            return self.choices().dimensions
        if dimension not in DIMENSIONS:
            raise NotAllowed("dimension", DIMENSIONS)
        return (dimension,)

    def _last_day(self) -> str:
        """Today, or a day that was today where the person noted it and has not come here yet."""
        from datetime import date, timedelta

        today = self.moment().for_date
        ahead = (date.fromisoformat(today) + timedelta(days=AHEAD_DAYS)).isoformat()
        return self._look_back.newest_day(today, ahead) or today

    def _has_active_partner(self) -> bool:
        from journal.domain.shelves import PeerPartnership

        partners = self._shelves.all("partner")
        return any(isinstance(one, PeerPartnership) and one.status == "active" for one in partners)


def _told(noted: DayValues, read: Sequence[str], days: int, marked: Mapping[str, set[str]]) -> DimensionLookBack:
    """Every insight of one dimension. `read`: the days that were read, the window the last of them."""
    from journal.domain.look_back import DimensionLookBack
    from journal.domain.look_back_days import noted_days
    from journal.domain.look_back_middles import (
        coverage,
        day_to_day,
        moving_middle,
        typical_range,
        week_beside_week,
    )
    from journal.domain.look_back_together import goes_together

    window = read[-days:]
    return DimensionLookBack(
        dimension=noted.dimension,
        scale_id=noted.scale_id,
        other_scales=noted.other_scales,
        noted=noted_days(noted, window),
        coverage=coverage(noted, window),
        typical_range=typical_range(noted, window),
        moving_middle=moving_middle(noted, window, before=read[-days - 6 : -days]),
        week_beside_week=week_beside_week(noted, read[-14:]),
        day_to_day=day_to_day(noted, window),
        goes_together=goes_together(noted, read[-TOGETHER_DAYS:], marked),
    )
