"""One goal: where it stands, its steps, what was written about it, and everything that may be added or left open."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.domain.draft_kinds import GOAL_REFLECTION
from journal.domain.goal import GOAL_PARTS, GOAL_STATUSES, SHOWN_IN_PERSON, Goal, GoalStep
from journal.domain.parts import values_of
from journal.errors import CairnError
from tui.actions import deeds_of
from tui.language import _
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.form import Form
from tui.screens.hearing import JournalRefused, bindings_of
from tui.screens.in_person import InPerson
from tui.screens.meeting_told import ask_about_pairs
from tui.screens.one_thing import OneThing
from tui.screens.step_asking import StepAsking
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import key_map_of, keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.ticks import Ticks
from tui.wording import goal_page as page
from tui.wording import goals as words
from tui.wording import my_page as page_words
from tui.wording import screen as screen_words
from tui.wording import sharing
from tui.wording.parts import word

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from tui.sharing_reading import Share


class GoalScreen(OneThing, StepAsking):
    """One goal's page. Every deed on it is one key."""

    WHERE = "goal"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("goal"))

    def __init__(self, desk: Desk, goal_id: str) -> None:
        super().__init__(desk)
        self._goal_id = goal_id
        self._goal: Goal | None = None
        self._shared: list[Share] = []

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="standing", classes="muted")
            yield Static("", id="shared")
            yield Static(words.STEPS, id="steps-head", classes="heading part", markup=False)
            yield Ticks(id="steps")
            yield Static("", id="next")
            yield Static("", id="parts", classes="part")
            yield Static(words.REFLECTIONS, id="reflections-head", classes="heading part", markup=False)
            yield Static("", id="reflections")
            yield Static("", id="open", classes="muted part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [
            ("Esc", _("back")),
            ("A", _("step")),
            ("F1", _("help")),
            ("X", _("done")),
            ("E", _("words")),
            ("S", _("share")),
            ("C", _("where it stands")),
        ]

    def on_mount(self) -> None:
        self.query_one("#shared").display = False
        self.query_one("#column").focus()
        self._read()

    # Reading

    def _read(self) -> None:
        goal_id = self._goal_id
        self.hear(
            self._desk.ask(lambda journal: (journal.goal(goal_id), journal.moment().for_date)),
            lambda answer: self._show(*answer),
            self._not_there,
        )
        # A moment later than the rest: what sharing stands on may have to be loaded.
        self.hear(
            asyncio.ensure_future(ask_about_pairs(self._desk, partial(_shared, goal_id=goal_id), ([], []))), self._tell
        )

    async def _show(self, goal: Goal, today: str) -> None:
        had_steps = self._goal is not None and bool(self._goal.steps)
        self._goal = goal
        steps = self.query_one(Ticks)
        await steps.show_rows([(page.step_words(step), step.status == "done") for step in goal.steps])
        steps.display = bool(goal.steps)
        self._put_up(
            {
                "head": goal.title,
                "standing": page.standing(goal, today),
                "next": page.next_line(goal),
                "parts": _one_under_another(page.filled_parts(goal)),
                "reflections": _one_under_another(page.reflections(goal)),
                "open": page.open_parts(goal),
            }
        )
        self.query_one("#reflections-head").display = bool(goal.reflections)
        if goal.steps and not had_steps:
            steps.focus()
        elif not goal.steps and self.focused is steps:
            self.query_one("#column").focus()

    def _tell(self, found: "tuple[list[Share], list[Share]]") -> None:
        """With whom it is shared, whether new words wait for a yes, and on which pages for facilitators it stands."""
        self._shared, on_pages = found
        lines = [line for share in self._shared for line in share.lines(key_map_of(self))]
        lines += [page_words.on_page(share.name, share.consent.expires) for share in on_pages]
        self._put_up({"shared": "\n".join(lines)})

    def _forget(self) -> None:
        self._goal = None

    # Steps

    @on(Ticks.Turned)
    def turned(self, event: Ticks.Turned) -> None:
        if self._goal is not None:
            self._set_step(self._goal.steps[event.index], "done" if event.ticked else "to_try")

    def action_turn(self) -> None:
        self.query_one(Ticks).action_turn()

    def action_set_aside(self) -> None:
        if (step := self._step) is not None:
            self._set_step(step, "to_try" if step.status == "set_aside" else "set_aside")

    def action_doing(self) -> None:
        if (step := self._step) is not None:
            self._set_step(step, "to_try" if step.status == "doing" else "doing")

    def _set_step(self, step: GoalStep, status: str) -> None:
        self.hear(
            self._desk.ask(lambda journal: journal.set_step(step.id, status)),
            lambda _: self._changed(words.AFTER_STEP[status]),
            self._not_set,
        )

    def _not_set(self, problem: CairnError) -> None:
        """What stands on the screen is what the journal holds."""
        self.post_message(JournalRefused(problem))
        self._read()

    @property
    def _step(self) -> GoalStep | None:
        """The step the bar stands at."""
        steps = self._goal.steps if self._goal is not None else ()
        at = self.query_one(Ticks).looked_at
        return steps[at] if at < len(steps) else None

    def action_add_step(self) -> None:
        if self._goal is not None:
            self.ask_step(self._goal_id, words.ANOTHER_STEP if self._goal.steps else words.SMALL_STEP, self._read)

    def action_reword(self) -> None:
        if (step := self._step) is not None:
            self.ask_reworded(step, words.STEP_IN_OTHER_WORDS, self._read)

    # Where it stands

    def action_status(self) -> None:
        if (goal := self._goal) is not None:
            options = [word("goal", "status", status) for status in GOAL_STATUSES]
            self.app.push_screen(Choose(words.STATUS, options, GOAL_STATUSES.index(goal.status)), self._chose_status)

    def _chose_status(self, index: int | None) -> None:
        if index is not None and self._goal is not None and GOAL_STATUSES[index] != self._goal.status:
            goal_id, status = self._goal_id, GOAL_STATUSES[index]
            self.hear(
                self._desk.ask(lambda journal: journal.set_goal_status(goal_id, status)),
                lambda _: self._stands(status),
            )

    def _stands(self, status: str) -> None:
        """Say it; a goal that was reached is worth a few words, if there are any."""
        if status == "reached":
            self._changed("")
            self._ask_reflection(words.AFTER_STATUS[status])
        else:
            self._changed(words.AFTER_STATUS[status])

    # Words

    def action_reflect(self) -> None:
        if self._goal is not None:
            self._ask_reflection(words.REFLECT)

    def _ask_reflection(self, question: str) -> None:
        kept = Kept(self._desk, GOAL_REFLECTION, self._goal_id)
        goal_id = self._goal_id
        self.app.push_screen(
            Ask(
                question,
                page=True,
                kept=kept,
                save=lambda journal, note: journal.reflect_on_goal(goal_id, note.text, draft_id=note.draft_id),
            ),
            self._reflected,
        )

    def _reflected(self, answer: Words | None) -> None:
        if answer is not None:
            self._changed(words.SAVED_WORDS)

    def action_edit(self) -> None:
        """Change or add words, in one form."""
        if (goal := self._goal) is not None:
            goal_id = goal.id
            self.app.push_screen(
                Form[object](
                    self._desk,
                    "goal",
                    GOAL_PARTS,
                    lambda journal, values, draft_id: journal.change(goal_id, values, draft_id),
                    heading=goal.title,
                    values=values_of(goal, GOAL_PARTS),
                    item_id=goal_id,
                )
            )

    # The whole of it

    def action_bring(self) -> None:
        if (goal := self._goal) is not None:
            bring = not goal.bring
            self.hear(
                self._desk.ask(lambda journal: journal.bring(goal.id, bring)),
                lambda _: self._changed(screen_words.BRINGING if bring else screen_words.NOT_BRINGING),
            )

    def action_share(self) -> None:
        """Chosen parts with one person, after a look at exactly what goes."""
        from tui.screens.sharing import ShareGoal

        if self._goal is not None:
            self.app.push_screen(ShareGoal(self._desk, self._goal_id))

    def action_new_words(self) -> None:
        """What a partner sees of it, and what they would see."""
        from tui.screens.sharing_changed import NewWords

        waiting = next((share for share in self._shared if share.has_new_words), None)
        if waiting is not None:
            self.app.push_screen(NewWords(self._desk, waiting.consent.id))
        else:
            self._say(sharing.NOTHING_NEW)

    def action_in_person(self) -> None:
        if (goal := self._goal) is not None:
            lines = [page.shown_line(goal, name) for name in SHOWN_IN_PERSON]
            self.app.push_screen(InPerson([line for line in lines if line]))

    def action_delete(self) -> None:
        self._delete(self._goal_id, f"{keyed(self, screen_words.DELETED)} {words.DELETING_KEEPS}")

    def action_erase(self) -> None:
        self._erase(self._goal_id)


def _shared(journal: "OpenJournal", goal_id: str) -> "tuple[list[Share], list[Share]]":
    from tui.sharing_reading import pages_with, shares_of_goal

    return shares_of_goal(journal, goal_id), pages_with(journal, goal_id)


def _one_under_another(said: list[tuple[str, str]]) -> Content:
    """Each with what stands above it, a blank row between."""
    return Content("\n\n").join(
        Content.assemble((head, "$text-muted"), "\n", as_content(said_under)) for head, said_under in said
    )
