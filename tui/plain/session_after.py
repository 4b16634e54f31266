"""After a peer session: four questions, the rest behind one word, and what comes next as a step of a goal."""

from contextlib import suppress
from functools import partial

from journal.domain.draft_kinds import SESSION_AFTER, WHEN
from journal.domain.entry import Draft, answers_of
from journal.domain.goal import Goal
from journal.domain.parts import Value
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession, Whom
from journal.errors import BadInput
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, ask_yes, walk
from tui.plain.conversation import Back
from tui.plain.forms import Form
from tui.plain.goal_steps import ask_step
from tui.plain.visit import Visit
from tui.plain.whom import ask_whom, draft_of_half, known_of, named_first, whom_of_begun
from tui.wording import goals, peers
from tui.wording import plain as words
from tui.wording.dates import day_in_words
from tui.wording.things import parts_in_lines

_DAY_CHARACTERS = len("2026-03-01")
REST = (*(part for part in ABOUT if part.name != "group_name"), *MORE)


def after(visit: Visit, begun: Draft | None = None) -> None:
    """Four questions, then the rest once behind one word; what was brought is not marked any more.

    Args:
        visit: whom to ask.
        begun: the draft to go on with; else it is asked with whom, and the latest with them is gone on with.
    """
    visit.talk.say(f"{peers.AFTER}.")
    asked = _After(visit)
    if begun is None:
        walk([asked.ask_whom, asked.ask_day, asked.ask_questions])
    else:
        asked.begin(whom_of_begun(visit, begun), begun)
        walk([asked.ask_day, asked.ask_questions])
    asked.save()


class _After:
    """A reflection on its way."""

    _form: Form

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._whom = Whom()
        self._waiting: PeerSession | None = None
        self._known: dict[str, Value] = {}
        self._day: str | None = None
        self._goals: tuple[str, ...] = ()

    def begin(self, whom: Whom, begun: Draft | None = None) -> None:
        """With them, and with what was begun, if anything was."""
        self._whom = whom
        self._waiting = self._visit.journal.waiting_session(whom.partner_id, whom.group_name)
        draft = begun or draft_of_half(self._visit, SESSION_AFTER, whom)
        self._known = known_of(draft, whom, self._waiting)
        day = answers_of(draft).get(WHEN)
        self._day = day if isinstance(day, str) else None
        self._form = self._filled_in(draft)

    def _filled_in(self, draft: Draft) -> Form:
        beside = {**self._known, **({WHEN: self._day} if self._day else {})}
        return Form(self._visit, "session", (*AFTER, *ABOUT, *MORE), draft, values=self._known, beside=beside)

    def ask_whom(self) -> None:
        """With whom it was."""
        self.begin(ask_whom(self._visit))

    def ask_day(self) -> None:
        """When it was; what was written before it comes back first. A day that was begun with stays."""
        self._say_before()
        if self._day is not None:
            self._visit.talk.say(words.has_now(day_in_words(self._day[:_DAY_CHARACTERS]), clears=False))
        while (typed := self._visit.talk.ask(words.WHICH_SESSION_DAY)) is not None:
            try:
                self._day = self._visit.journal.moment(typed).at
            except BadInput as problem:
                self._visit.talk.say(sentence_of(problem))
            else:
                self._form.beside[WHEN] = self._day
                return

    def _say_before(self) -> None:
        written = [] if self._waiting is None else parts_in_lines("session", self._waiting, BEFORE)
        if written:
            self._visit.talk.say(f"{peers.WROTE_BEFORE}:", *written)

    def ask_questions(self) -> None:
        """The four, and the rest for those who want it."""
        self._visit.talk.say(peers.STORIES)
        self._form.fill_in((*named_first(self._form.draft, self._whom), *AFTER))
        if self._form.values.get("felt_right") == "not_really":
            self._visit.talk.say(peers.NOT_RIGHT)
        with suppress(Back):
            if ask_yes(self._visit.talk, f"{peers.MORE}?"):
                walk([partial(self._form.fill_in, REST), self._ask_goals])

    def _ask_goals(self) -> None:
        known = self._visit.journal.goals()
        options = [(goal.id, goal.title) for goal in known]
        goal = ask_one_of(self._visit.talk, f"{peers.GOALS_TOUCHED}?", options) if known else None
        self._goals = () if goal is None else (goal,)

    def save(self) -> None:
        """Keep it, and offer what comes next as a step of a goal."""
        written = self._form.changed()
        if not written:
            self._visit.talk.say(words.NOTHING_TYPED)
            return
        values = {**self._known, **written}
        session, had_marks = self._visit.save(partial(self._reflect, values))
        self._visit.talk.say(peers.SAVED_AFTER if had_marks else peers.SAVED_WITHOUT_MARKS)
        if session.next:
            offer_step(self._visit, session, session.next)

    def _reflect(self, values: dict[str, Value]) -> tuple[PeerSession, bool]:
        """The session, and whether anything was marked to bring until now."""
        journal, had_marks = self._visit.journal, bool(self._visit.journal.agenda())
        session = journal.reflect_on_session(
            values, self._whom.partner_id, self._day, self._goals, draft_id=self._form.draft.id
        )
        return session, had_marks


def offer_step(visit: Visit, session: PeerSession, next_words: str, draft_id: str | None = None) -> None:
    """What comes next as a step of a goal: by hand, since nothing goes from a session into a goal by itself."""
    known = sorted(visit.journal.goals("moving_towards"), key=lambda goal: goal.id not in session.goals_touched)
    if not known:
        return
    with suppress(Back):
        goal = _which_of(visit, known)
        if goal is not None:
            ask_step(visit, goal.id, goals.SMALL_STEP, text=" ".join(next_words.split()), draft_id=draft_id)


def _which_of(visit: Visit, known: list[Goal]) -> Goal | None:
    """One of these goals, or none; of an only one it is a yes or a no."""
    if len(known) == 1:
        return known[0] if ask_yes(visit.talk, peers.AS_A_STEP) else None
    options: list[tuple[Goal | None, str]] = [(goal, goal.title) for goal in known]
    return ask_one_of(visit.talk, peers.AS_A_STEP, [*options, (None, peers.STAYS_WITH_THE_SESSION)])
