"""Prompting: one question to write about, as the person would have them; and one that is not to come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.errors import NotFound
from journal.store.transaction import transaction
from journal.use_cases.checking_in import CheckingIn
from journal.use_cases.choosing import Choosing

if TYPE_CHECKING:
    import random

    from journal.domain.choices import Choices
    from journal.domain.prompts import Prompt


class Prompting(CheckingIn, Choosing):
    """Questions to write about. Which was shown is kept nowhere but on the page that answers it."""

    def prompt(
        self, chance: random.Random, *, phase: str = "anytime", theme: str | None = None, after: str | None = None
    ) -> Prompt:
        """Draw one question.

        Args:
            chance: where chance comes from.
            phase: one of `PHASES`.
            theme: one of the six themes, or any.
            after: the id of the one that was shown before it. Without one, or on a day with a low answer, it is
                never a deep one.

        Raises:
            NotAllowed: an unknown phase or theme.
            NotFound: nothing is left to ask.
        """
        from journal.data import prompts
        from journal.domain.prompts import choose_prompt

        choices = self.choices()
        return choose_prompt(
            prompts(),
            chance,
            phase=phase,
            theme=theme,
            deep=after is not None and not self.is_low_day(),
            but_not=after,
            hidden=choices.hidden_prompts,
            hidden_themes=choices.hidden_themes,
            only_light=choices.easy,
        )

    def gentle_prompt(self, chance: random.Random) -> Prompt | None:
        """One question for a hard day, never a deep one; `None` where the person would rather have none of them."""
        try:
            return self.prompt(chance, phase="hard_day")
        except NotFound:
            return None

    def hide_prompt(self, prompt_id: str) -> Choices:
        """Do not ask this question again; settings bring it back.

        Raises:
            NotFound: there is no such question.
        """
        from journal.data import prompts
        from journal.domain.choices import as_stored
        from journal.domain.prompts import prompt_named

        wanted = prompt_named(prompts(), prompt_id).id
        # Read and written in one step: two cairns that put a question away at once put both away.
        with transaction(self._connection):
            hidden = (*self.choices().hidden_prompts, wanted)
            self._settings.put("hidden-prompts", as_stored("hidden-prompts", ",".join(hidden)))
        return self.choices()
