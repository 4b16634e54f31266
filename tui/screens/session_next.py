"""What is offered once a session is written: what comes next as a step of a goal, by the person's own hand."""

from collections.abc import Callable

from journal.domain.draft_kinds import SESSION_NEXT
from journal.domain.goal import Goal
from journal.domain.peer_session import PeerSession
from journal.errors import CairnError, NotFound
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.hearing import JournalRefused
from tui.screens.step_asking import StepAsking
from tui.wording import goals as goal_words
from tui.wording import peers as words


class NextAsking(StepAsking):
    """A screen over which a session can be written. Nothing goes from a session into a goal by itself."""

    def offer_as_step(self, session: PeerSession, otherwise: Callable[[], object]) -> None:
        """Ask whether what comes next is to be a step of a goal that is being moved towards.

        Args:
            session: its `next` has words.
            otherwise: called where there is no such goal.
        """

        def choose(goals: list[Goal]) -> None:
            self._between = False
            if not goals:
                otherwise()
            elif self.is_active:
                options = [*(goal.title for goal in goals), words.STAYS_WITH_THE_SESSION]
                question = Choose(words.AS_A_STEP, options, lines=[session.next or ""])
                self.app.push_screen(question, lambda index: chosen(goals, index))

        def chosen(goals: list[Goal], index: int | None) -> None:
            if index is not None and index < len(goals):
                self._ask_next(session, goals[index])

        self._between = True
        asked = self._desk.ask(lambda journal: _touched_first(journal.goals("moving_towards"), session))
        self.hear(asked, choose, self._not_gone_on)

    def _ask_next(self, session: PeerSession, goal: Goal) -> None:
        """The words are there to be changed first: what is said after a session may be more than a small step."""

        def answered(answer: Words | None) -> None:
            if answer is not None:
                self.announce_change()
                self._ask_doable(answer.came_of_it, done)

        def done() -> None:
            self.app.notify(words.NOW_A_STEP, markup=False)
            self.announce_change()

        text = " ".join((session.next or "").split())
        kept = Kept(self._desk, SESSION_NEXT, session.id)
        self.app.push_screen(
            Ask(
                goal_words.SMALL_STEP,
                text=text,
                lines=[goal.title],
                kept=kept,
                save=lambda journal, step: journal.add_step(goal.id, step.text, step.draft_id),
            ),
            answered,
        )

    def _not_gone_on(self, problem: CairnError) -> None:
        """The goal may have been deleted meanwhile; what was written of the session is saved either way."""
        self._between = False
        if isinstance(problem, NotFound):
            self.app.notify(words.GOAL_GONE, markup=False)
        else:
            self.post_message(JournalRefused(problem))


def _touched_first(goals: list[Goal], session: PeerSession) -> list[Goal]:
    return sorted(goals, key=lambda goal: goal.id not in session.goals_touched)
