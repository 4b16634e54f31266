"""Today: the check-in, the next small steps, one line the person kept, and a hard day one key away."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from journal.domain.check_in import MOST_FEELINGS
from journal.domain.check_in_draft import KIND, Filled, dimensions_asked, filled_of
from journal.domain.choices import Choices
from journal.domain.entry import Draft
from journal.domain.feelings import words_typed
from journal.domain.moments import Moment
from journal.domain.scales import DEFAULT_SCALE
from journal.paths import Home
from journal.use_cases.beginning import FirstPage
from journal.use_cases.checking_in import CheckInSaved
from tui.actions import deeds_of
from tui.inert import inert_line
from tui.language import _, sentence_of
from tui.screens.check_in_fields import CheckInFields
from tui.screens.hearing import JournalRefused, Keeping, bindings_of
from tui.screens.sections import section_nav
from tui.screens.today_line import TodayLine, answer_line, line_of
from tui.screens.today_saved import said_after, save_check_in
from tui.screens.today_sharing import show_shared
from tui.store_thread import Desk
from tui.widgets.cairn_stones import CairnStones
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import Keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.wording import check_in as check_in_words
from tui.wording import goals
from tui.wording import screen as words
from tui.wording import today as today_words
from tui.wording.dates import day_in_words
from tui.wording.shipped import feelings

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class Today(Keeping):
    """The first page of a day. Nothing is focused when it opens, so that digits lead to sections."""

    WHERE = "today"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(deeds_of("today")),
        # What does not fit is read with the keys that move a page, where no field wants them.
        Binding("down,j", "move(1)", show=False, id="today.down"),
        Binding("up,k", "move(-1)", show=False, id="today.up"),
        Binding("pagedown", "move(8)", show=False, id="today.page_down"),
        Binding("pageup", "move(-8)", show=False, id="today.page_up"),
    ]

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__(desk)
        self._home = home
        self._draft_id = str(uuid4())
        self._moment: Moment | None = None
        """The day that was chosen, or that of a check-in that was begun before this screen opened."""
        self._since: Moment | None = None
        """When the first answer was given here."""
        self._today = ""
        self._greeting = ""
        self._begun: tuple[Filled, Moment | None] = (Filled(DEFAULT_SCALE, {}), None)
        """What stood in the fields, and for when, as the screen last filled them itself."""
        self._saving = False
        self._begins = False
        """Whether the first question is to have the focus once it is there."""
        self._landed = ""
        """The id of the last draft that was saved."""
        self._line: TodayLine | None = None
        """What is offered under the check-in."""

    def compose(self) -> ComposeResult:
        yield section_nav("today")
        with Horizontal(id="beside"):
            with VerticalScroll(id="column", can_focus=False):
                yield Static("", id="hello")
                yield OneLine(placeholder=words.WHEN_HINT, id="when")
                yield CheckInFields()
                yield Static("", id="said")
                yield Static("", id="steps")
                yield Static("", id="kept", classes="muted")
                yield Keyed("", id="line", classes="muted")
                yield Static(words.SHARED_NOTHING, id="shared", classes="muted", markup=False)
            yield CairnStones(id="cairn")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [
            ("Tab", _("answer")),
            ("Ctrl+S", _("save")),
            ("D", _("a hard day")),
            ("F1", _("help")),
            ("Ctrl+N", _("write")),
            ("F5", _("lists")),
            ("Ctrl+O", _("day")),
        ]

    def on_mount(self) -> None:
        # The questions come all at once, when it is known which: nothing moves afterwards.
        for name in ("#when", "#fields", "#said", "#steps", "#kept", "#line"):
            self.query_one(name).display = False
        self._read()

    @property
    def _fields(self) -> CheckInFields:
        return self.query_one(CheckInFields)

    def begin(self) -> None:
        """Go to the first question, as soon as it is there."""
        self._begins = not self._fields.display
        self._fields.first.focus()

    # Reading

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    def _read(self) -> None:
        self.hear(self._desk.ask(lambda journal: journal.first_page()), self._show)
        self.hear(self._desk.ask(line_of), self._show_line)
        show_shared(self, self._desk)

    async def _show(self, page: FirstPage) -> None:
        """Put the page up; what is being filled in stays as it is."""
        self._today = page.now.for_date
        begun = filled_of(page.draft, page.choices.scale_id)
        await self._ask(page.choices, begun if self._is_untouched else self._fields.filled)
        # Asked once more: something may have been typed while the questions came.
        if self._is_untouched and not self._saving:
            self._take_up(page, begun)
        self._fields.display = True
        if self._begins:
            self.call_after_refresh(self.begin)
        self.set_class(page.choices.easy, "-easy")
        self._show_day(today_words.hello(page.choices.name, page.after_a_gap))
        self._show_below(page)
        self.query_one(CairnStones).count = 0 if page.choices.easy else page.stones

    def _take_up(self, page: FirstPage, begun: Filled) -> None:
        """Go on with the check-in that was begun, or with a blank one."""
        if page.begun and page.draft.id != self._draft_id:
            self.say(words.DRAFT_BACK)
        self._draft_id = page.draft.id
        self._moment = page.draft.moment if page.begun else None
        self._fields.fill(begun)
        self._begun = (self._fields.filled, self._moment)
        if page.begun:
            # From here on it is gone on with here: what another cairn keeps of it is told apart.
            self._desk.ask(lambda journal: journal.take_up(page.draft))

    async def _ask(self, choices: Choices, filled: Filled) -> None:
        """Ask what is chosen now. Numbers that are there keep their scale, and their questions."""
        kept = filled if filled.given else replace(filled, scale_id=choices.scale_id)
        await self._fields.ask(dimensions_asked(choices.dimensions, kept), kept.scale_id)

    @property
    def _about(self) -> Moment | None:
        """When it is about: its day stays the one that the screen says. `None`: nothing is begun."""
        return self._moment or self._since

    def _show_day(self, greeting: str = "") -> None:
        """Which day it is for, in words, after a greeting; without one the greeting stays."""
        self._greeting = greeting or self._greeting
        day = self._about.for_date if self._about is not None else self._today
        self.query_one("#hello", Static).update(as_content(f"{self._greeting}  {day_in_words(day)}"))
        self._fields.show_day(day, self._today)

    def _show_below(self, page: FirstPage) -> None:
        """What stands under the check-in; where there is nothing, nothing stands there."""
        easy = page.choices.easy
        kept = today_words.one_line(page.now.for_date, page.kept_words, page.tool_name, page.strength)
        steps = [
            Content.assemble("  ", as_content(step), ("" if easy else f" · {inert_line(goal)}", "$text-muted"))
            for goal, step in page.next_steps[: 1 if easy else None]
        ]
        for name, content in (
            ("#kept", as_content("" if easy else kept)),
            (
                "#steps",
                Content("\n").join([Content.styled(goals.NEXT_STEPS, "bold"), *steps]) if steps else Content(""),
            ),
        ):
            shown = self.query_one(name, Static)
            shown.update(content)
            shown.display = bool(content.plain)
        self._make_room()

    def _show_line(self, line: TodayLine | None) -> None:
        self._line = line
        shown = self.query_one("#line", Keyed)
        shown.say(line.says if line else "")
        shown.display = line is not None
        self._make_room()

    def _make_room(self) -> None:
        """Where both the steps and the line stand, a short screen does without air, so that all of it fits."""
        both = self.query_one("#steps").display and self.query_one("#line").display
        self.set_class(both, "-full")

    def say(self, sentence: str) -> None:
        super().say(sentence)
        said = self.query_one("#said")
        said.display = bool(sentence)
        if sentence:
            self.call_after_refresh(said.scroll_visible, animate=False)

    def action_move(self, by: int) -> None:
        """Read on, or back, where not everything fits."""
        self.query_one("#column").scroll_relative(y=by, animate=False)

    # The day

    def action_another_day(self) -> None:
        """Any day that has been."""
        self.query_one("#when").display = True
        self.query_one("#when").focus()

    @on(Input.Submitted, "#when")
    def choose_day(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip() or "today"
        self.hear(self._desk.ask(lambda journal: journal.moment(typed)), self._chose_day)

    def _chose_day(self, moment: Moment) -> None:
        self._moment = moment
        self._leave_day()
        self.say_nothing()
        self._show_day()
        self._fields.first.focus()
        self.keep_words()

    def _leave_day(self) -> None:
        field = self.query_one("#when", OneLine)
        field.display = False
        with field.prevent(Input.Changed):
            field.value = ""

    def action_back(self) -> None:
        """Out of the day, or out of the field, so that digits lead to sections again."""
        if self.query_one("#when").display:
            self._leave_day()
        self.set_focus(None)

    # Choosing from lists

    def action_pick(self) -> None:
        """A list for the field that has the focus: what helped, else words for feelings."""
        is_helped = self.focused is not None and self.focused.id == "helped"
        self.after_typing(self.action_pick_helped if is_helped else self.action_pick_feelings)

    def action_pick_feelings(self) -> None:
        from tui.modals.pick_feelings import PickFeelings

        field = self.query_one("#feelings", OneLine)
        self._pick(field, PickFeelings(feelings(), field.value, field.put))

    def action_pick_helped(self) -> None:
        self.hear(self._desk.ask(lambda journal: [tool.name for tool in journal.tools()]), self._pick_helped)

    def _pick_helped(self, names: list[str]) -> None:
        from tui.modals.pick_helped import PickHelped

        field = self.query_one("#helped", OneLine)
        day = self._about.for_date if self._about is not None else self._today
        question = check_in_words.helped_question(day, self._today)
        self._pick(field, PickHelped(question, names, field.value, field.put))

    def _pick(self, field: OneLine, listed: ModalScreen[None]) -> None:
        """Ask over the screen, unless something has come up over it meanwhile."""
        if self.is_current:
            field.focus()
            self.app.push_screen(listed)

    # Filling in

    @on(CheckInFields.Touched)
    def touched(self) -> None:
        if self._is_untouched:
            self._since = None
        elif self._about is None:
            self.hear(self._desk.ask(lambda journal: journal.moment()), self._begin_at)
        self.keep_words()

    def _begin_at(self, now: Moment) -> None:
        """The day it is as the first answer is given, whatever day it was when this was shown."""
        if self._about is None and not self._is_untouched:
            self._since, self._today = now, now.for_date
            self._show_day()

    def on_paste(self, event: events.Paste) -> None:
        """A paste with nothing chosen is for the note."""
        note = self.query_one("#note", PageEditor)
        note.focus()
        note.insert(event.text)

    def on_screen_suspend(self) -> None:
        self.keep_words()

    @property
    def _is_untouched(self) -> bool:
        filled, moment = self._begun
        return self._fields.filled.is_as(filled) and self._moment == moment

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        if not self.is_mounted or self._is_untouched:
            return []
        filled, draft_id, moment = self._fields.filled, self._draft_id, self._about

        def keep(journal: "OpenJournal") -> object:
            # Asked again on the store thread: a save that was on its way may have landed before this comes up.
            if self._landed == draft_id:
                return None
            draft = Draft(id=draft_id, kind=KIND, moment=moment or journal.moment(), body=filled.note)
            return journal.keep_answers(draft, filled.answers())

        return [keep]

    # Saving

    def action_save(self) -> None:
        """Save what is there; anything may be left out, but not everything."""
        self.after_typing(self._save)

    def _save(self) -> None:
        filled = self._fields.filled
        if self._saving:
            return
        if filled.is_blank:
            self.say(words.SAVED_EMPTY)
        elif len(words_typed(filled.feelings)) > MOST_FEELINGS:
            self.say(words.MANY_FEELINGS)
        else:
            self._saving = True
            self.hear(self._desk.ask(self._saver(filled)), lambda answer: self._saved(*answer, filled))

    def _saver(self, filled: Filled) -> "Callable[[OpenJournal], tuple[CheckInSaved, list[str]]]":
        draft_id, begun, typed_day = self._draft_id, self._about, self._typed_day()

        def save(journal: "OpenJournal") -> tuple[CheckInSaved, list[str]]:
            saved = save_check_in(journal, filled, draft_id, begun, typed_day)
            self._landed = draft_id
            return saved

        return save

    def _typed_day(self) -> str:
        """A day that was typed and not chosen with Enter yet."""
        field = self.query_one("#when", OneLine)
        return field.value.strip() if field.display else ""

    def _saved(self, saved: CheckInSaved, helped: list[str], filled: Filled) -> None:
        """Begin anew, unless something was typed while the save was on its way: that stays."""
        self._saving = False
        self._draft_id, self._moment, self._since = str(uuid4()), None, None
        self._leave_day()
        if self._fields.filled.is_as(filled):
            self._fields.fill(replace(filled, numbers={}, feelings="", helped="", note=""))
            self._begun = (self._fields.filled, None)
            self.set_focus(None)
        self.say("\n".join(said_after(saved, helped, self._today)))
        self.announce_change()

    def on_journal_refused(self, event: JournalRefused) -> None:
        """Say it here too, where it stays: what is filled in is still here."""
        self._saving = False
        self.say(sentence_of(event.problem))

    # Beside it

    def action_answer_line(self) -> None:
        if self._line is not None:
            answer_line(self, self._desk, self._line)

    def action_hard_day(self) -> None:
        from tui.screens.hard_day import HardDay

        self.app.push_screen(HardDay(self._desk, self._home))
