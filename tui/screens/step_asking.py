"""One small next step, asked the same way wherever it comes up: the step, whether it feels doable, a smaller one."""

from collections.abc import Callable

from textual import events

from journal.domain.draft_kinds import GOAL_STEP, STEP_WORDS
from journal.domain.goal import GoalStep
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.wording import goals as words

_ANSWERS = tuple(words.DOABLE_ANSWERS)


class StepAsking(Hearing):
    """A screen that asks for a step of a goal. Each answer is saved as soon as it is given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._between = False
        """Whether an answer is on its way to the journal and the next question is not up yet."""

    def on_key(self, event: events.Key) -> None:
        """A letter meant for the next question must not become the key of some other deed."""
        if self._between and event.is_printable:
            event.stop()

    def ask_step(self, goal_id: str, question: str, then: Callable[[], object]) -> None:
        """Ask for a step, then go on with `then`, also where it is left out."""

        def answered(answer: Words | None) -> None:
            if answer is None:
                then()
            else:
                self.announce_change()
                self._ask_doable(answer.came_of_it, then)

        kept = Kept(self._desk, GOAL_STEP, goal_id)
        self.app.push_screen(
            Ask(
                question,
                lines=[words.ESC_LEAVES_IT],
                kept=kept,
                save=lambda journal, step: journal.add_step(goal_id, step.text, step.draft_id),
            ),
            answered,
        )

    def _ask_doable(self, step: GoalStep, then: Callable[[], object]) -> None:
        def answered(index: int | None) -> None:
            answer = None if index is None else _ANSWERS[index]
            if answer == "smaller":
                self.ask_reworded(step, words.SMALLER, then)
                return
            if answer == "not_sure":
                self.app.notify(words.STAYS_OPEN, markup=False)
            then()

        self.app.push_screen(Choose(words.DOABLE, list(words.DOABLE_ANSWERS.values()), lines=[step.text]), answered)

    def ask_reworded(self, step: GoalStep, question: str, then: Callable[[], object]) -> None:
        """Ask for a step in other words, with the words it has there to change."""

        def answered(answer: Words | None) -> None:
            if answer is not None:
                self.announce_change()
            then()

        kept = Kept(self._desk, STEP_WORDS, step.id)
        self.app.push_screen(
            Ask(
                question,
                text=step.text,
                kept=kept,
                save=lambda journal, other: journal.reword_step(step.id, other.text, other.draft_id),
            ),
            answered,
        )
