"""The weekly questions of Look back: one at a time, another one, or none. Nothing of what was passed over is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from journal.domain.prompts import Prompt
from tui.screens.look_back_views import Said
from tui.wording import look_back as told_words
from tui.wording.journal import NOTHING_TO_ASK
from tui.wording.shipped import question_of


@dataclass(slots=True)
class Questions:
    """Which question is shown, while the app runs."""

    prompts: Sequence[Prompt] = field(default=())
    """Those that may be asked, in their order."""
    _at: int = 0
    _is_skipped: bool = False

    @property
    def shown(self) -> Prompt | None:
        """The one that is asked; none where it was skipped, or none is left."""
        return self.prompts[self._at % len(self.prompts)] if self.prompts and not self._is_skipped else None

    def another(self) -> None:
        """The next one; after one that was skipped, the one that would have come then."""
        self._at += 0 if self._is_skipped else 1
        self._is_skipped = False

    def skip(self) -> None:
        """No question, until another one is asked for."""
        self._at += 0 if self._is_skipped else 1
        self._is_skipped = True

    def said(self, skipped: str) -> Said:
        """What stands on the page; `skipped` where the question was."""
        if not self.prompts:
            return Said(told_words.QUESTIONS, (NOTHING_TO_ASK,))
        if self.shown is None:
            return Said(told_words.QUESTIONS, (skipped,))
        return Said(told_words.QUESTIONS, ("", question_of(self.shown)))
