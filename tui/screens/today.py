"""Today: the check-in, the next small steps, one line the person kept, and a hard day one key away."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from journal.data import feelings
from journal.domain.check_in import MOST_FEELINGS
from journal.domain.entry import Draft, answers_of
from journal.domain.feelings import feelings_typed, words_typed
from journal.domain.moments import Moment
from journal.paths import Home
from journal.use_cases.beginning import FirstPage
from journal.use_cases.checking_in import CheckInSaved
from tui.actions import deeds_of
from tui.inert import inert_line
from tui.screens.hearing import JournalRefused, Keeping, bindings_of
from tui.screens.sections import section_nav
from tui.screens.today_line import TodayLine, answer_line, line_of
from tui.store_thread import Desk
from tui.widgets.cairn_stones import CairnStones
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.widgets.scale import Scale
from tui.widgets.word_list import WordList
from tui.wording import check_in as check_in_words
from tui.wording import goals
from tui.wording import screen as words
from tui.wording.dates import clock_of, day_in_words
from tui.wording.items import answers_in_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

FilledIn = tuple[str, dict[str, object]]
"""The note, and every other field by name."""

NOTICED = ("mood", "hope")
SCALE_ID = "n11_v1"


class Today(Keeping):
    """The first page of a day. Nothing is focused when it opens, so that digits lead to sections."""

    WHERE = "today"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("today"))

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__(desk)
        self._home = home
        self._draft_id = str(uuid4())
        self._moment: Moment | None = None
        """When the check-in that is being filled in was begun; unknown until the first answer of the journal."""
        self._today = ""
        self._filled: FilledIn = ("", {})
        """What stood in the fields when the screen last filled them itself."""
        self._saving = False
        self._landed = ""
        """The id of the last draft that was saved."""
        self._line: TodayLine | None = None
        """What is offered under the check-in."""

    def compose(self) -> ComposeResult:
        yield section_nav("today")
        with Horizontal(id="beside"):
            with VerticalScroll(id="column", can_focus=False):
                yield Static("", id="hello")
                for dimension in NOTICED:
                    yield Scale(
                        dimension,
                        check_in_words.TODAY[dimension],
                        check_in_words.points(dimension, SCALE_ID),
                        skipped_word=check_in_words.NOT_ANSWERED,
                        unanswered_word=check_in_words.NOT_ANSWERED,
                        word_for=_word_for(dimension),
                        id=dimension,
                    )
                yield Static(check_in_words.FEELINGS, markup=False)
                yield OneLine(
                    joined_by=", ",
                    placeholder=words.FEELINGS_HINT,
                    id="feelings",
                    suggester=WordList([f.label for f in feelings()]),
                )
                yield Static(check_in_words.HELPED_TODAY, id="helped-question", markup=False)
                yield OneLine(joined_by=", ", placeholder=words.HELPED_HINT, id="helped")
                yield PageEditor(placeholder=words.NOTE_HINT, id="note")
                yield Static("", id="said")
                yield Static("", id="steps")
                yield Static("", id="kept", classes="muted")
                yield Static("", id="line", classes="muted", markup=False)
                yield Static(words.SHARED_NOTHING, id="shared", classes="muted", markup=False)
            yield CairnStones(id="cairn")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [
            ("Tab", "answer"),
            ("Ctrl+S", "save"),
            ("D", "a hard day"),
            ("Ctrl+N", "write"),
            ("F1", "help"),
        ]

    def on_mount(self) -> None:
        for name in ("#said", "#steps", "#kept", "#line"):
            self.query_one(name).display = False
        self._filled = self._filled_in()
        self._read()

    def begin(self) -> None:
        """Go to the first question."""
        self.query_one(f"#{NOTICED[0]}").focus()

    # Reading

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    def _read(self) -> None:
        self.hear(self._desk.ask(lambda journal: journal.first_page()), self._show)
        self.hear(self._desk.ask(line_of), self._show_line)

    def _show(self, page: FirstPage) -> None:
        """Put the page up; what is being filled in stays as it is."""
        self._today = page.now.for_date
        if self._filled_in() == self._filled and not self._saving:
            if page.begun and page.draft.id != self._draft_id:
                self.say(words.DRAFT_BACK)
            self._draft_id = page.draft.id
            self._moment = page.draft.moment if page.begun else None
            self._fill(page.draft)
            if page.begun:
                # From here on it is gone on with here: what another cairn keeps of it is told apart.
                self._desk.ask(lambda journal: journal.take_up(page.draft))
        day = self._moment.for_date if self._moment is not None else page.now.for_date
        greeting = words.WELCOME_BACK if page.after_a_gap else words.HELLO
        self.query_one("#hello", Static).update(as_content(f"{greeting}  {day_in_words(day)}"))
        for scale in self.query(Scale):
            scale.question = check_in_words.question(scale.dimension, day, self._today)
            scale.refresh()
        self.query_one("#helped-question", Static).update(check_in_words.helped_question(day, self._today))
        self._show_below(page)
        self.query_one(CairnStones).count = page.stones

    def _show_below(self, page: FirstPage) -> None:
        """What stands under the check-in; where there is nothing, nothing stands there."""
        kept = words.one_line(page.kept_words, page.tool_name)
        steps = [
            Content.assemble("  ", as_content(step), (f" · {inert_line(goal)}", "$text-muted"))
            for goal, step in page.next_steps
        ]
        for name, content in (
            ("#kept", as_content(kept)),
            (
                "#steps",
                Content("\n").join([Content.styled(goals.NEXT_STEPS, "bold"), *steps]) if steps else Content(""),
            ),
        ):
            shown = self.query_one(name, Static)
            shown.update(content)
            shown.display = bool(content.plain)
        self._make_room()

    def _make_room(self) -> None:
        """Where both the steps and the line stand, a short screen does without air, so that all of it fits."""
        both = self.query_one("#steps").display and self.query_one("#line").display
        self.set_class(both, "-full")

    def say(self, sentence: str) -> None:
        super().say(sentence)
        self.query_one("#said").display = bool(sentence)

    def _fill(self, draft: Draft) -> None:
        answers = answers_of(draft)
        for scale in self.query(Scale):
            given = answers.get(scale.dimension)
            scale.clear()
            if isinstance(given, int) and 0 <= given <= 10:
                scale.answer = given
        with self.prevent(Input.Changed, PageEditor.Changed):
            for name in ("feelings", "helped"):
                self.query_one(f"#{name}", Input).value = str(answers.get(name) or "")
            self.query_one("#note", PageEditor).load_text(draft.body)
        self._filled = self._filled_in()

    def _show_line(self, line: TodayLine | None) -> None:
        self._line = line
        shown = self.query_one("#line", Static)
        shown.update(line.says if line else "")
        shown.display = line is not None
        self._make_room()

    # Filling in

    @on(Scale.Answered)
    @on(Input.Changed)
    @on(PageEditor.Rested)
    def touched(self) -> None:
        self.keep_words()

    def on_paste(self, event: events.Paste) -> None:
        """A paste with nothing chosen is for the note."""
        note = self.query_one("#note", PageEditor)
        note.focus()
        note.insert(event.text)

    def on_screen_suspend(self) -> None:
        self.keep_words()

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        if not self.is_mounted or self._filled_in() == self._filled:
            return []
        (note, answers), draft_id, moment = self._filled_in(), self._draft_id, self._moment

        def keep(journal: "OpenJournal") -> object:
            # Asked again on the store thread: a save that was on its way may have landed before this comes up.
            if self._landed == draft_id:
                return None
            draft = Draft(id=draft_id, kind="check-in", moment=moment or journal.moment(), body=note)
            return journal.keep_answers(draft, answers)

        return [keep]

    def _filled_in(self) -> "FilledIn":
        return self.query_one("#note", PageEditor).text, self._answers()

    def _answers(self) -> dict[str, object]:
        answers: dict[str, object] = {scale.dimension: scale.answer for scale in self.query(Scale)}
        return {
            **answers,
            **{name: self.query_one(f"#{name}", Input).value for name in ("feelings", "helped")},
        }

    # Saving

    def action_save(self) -> None:
        """Save what is there; anything may be left out, but not everything."""
        self.after_typing(self._save)

    def _save(self) -> None:
        filled_in = self._filled_in()
        note, answers = filled_in
        if self._saving:
            return
        if not note.strip() and not any(answer not in (None, "") for answer in answers.values()):
            self.say(words.SAVED_EMPTY)
        elif len(words_typed(str(answers["feelings"]))) > MOST_FEELINGS:
            self.say(words.MANY_FEELINGS)
        else:
            self._saving = True
            self.hear(self._desk.ask(self._saver(filled_in)), lambda answer: self._saved(*answer, filled_in))

    def _saver(self, filled_in: "FilledIn") -> "Callable[[OpenJournal], tuple[CheckInSaved, list[str]]]":
        note, answers = filled_in
        numbers = {scale.dimension: scale.answer for scale in self.query(Scale)}
        draft_id = self._draft_id
        begun = self._moment if self._moment is not None and self._moment.for_date != self._today else None

        def save(journal: "OpenJournal") -> tuple[CheckInSaved, list[str]]:
            blank = journal.blank_check_in()
            filled = replace(
                blank.with_answers(numbers),
                moment=begun or blank.moment,
                feelings=feelings_typed(feelings(), words_typed(str(answers["feelings"]))),
                note=note if note.strip() else None,
            )
            saved = journal.record_check_in(filled, draft_id, helped=words_typed(str(answers["helped"])))
            self._landed = draft_id
            return saved, [journal.tool(use.tool_id).name for use in saved.check_in.tools_used]

        return save

    def _saved(self, saved: CheckInSaved, helped: list[str], filled_in: "FilledIn") -> None:
        """Begin anew, unless something was typed while the save was on its way: that stays."""
        self._saving = False
        self._draft_id, self._moment = str(uuid4()), None
        if self._filled_in() == filled_in:
            self._fill(Draft(id=self._draft_id, kind="check-in", moment=saved.check_in.moment, body=""))
            self.set_focus(None)
        self.say("\n".join(_said_after(saved, helped)))
        self.announce_change()

    def on_journal_refused(self, event: JournalRefused) -> None:
        """Say it here too, where it stays: what is filled in is still here."""
        self._saving = False
        self.say(str(event.problem))

    def action_answer_line(self) -> None:
        if self._line is not None:
            answer_line(self, self._desk, self._line)

    def action_hard_day(self) -> None:
        from tui.screens.hard_day import HardDay

        self.app.push_screen(HardDay(self._desk, self._home))


def _said_after(saved: CheckInSaved, helped: list[str]) -> list[str]:
    """Thanks, what was saved, and at most one soft line of each kind."""
    given = [(name, answer) for name, answer in saved.check_in.answers().items() if answer is not None]
    lines = [check_in_words.SAVED]
    if given:
        lines.append(f"{clock_of(saved.check_in.moment.at)}  {answers_in_words(given, SCALE_ID)}")
    if helped:
        lines.append(check_in_words.you_noted(helped))
    if saved.support_is_offered:
        lines.append(check_in_words.HEAVY)
    if saved.that_day == check_in_words.MANY_FROM:
        lines.append(check_in_words.MANY)
    return lines


def _word_for(dimension: str) -> Callable[[int], str]:
    return lambda answer: check_in_words.answer_words(dimension, SCALE_ID, answer)
