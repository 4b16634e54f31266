"""A question that takes words, asked over whatever is on the screen. What is typed is kept while it is typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from journal.domain.entry import Draft, answers_of
from journal.errors import CairnError, NotFound
from tui.language import _, hint_of, sentence_of
from tui.store_thread import Desk
from tui.widgets.choice import OneOf
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.widgets.waiting import Waiting
from tui.wording import form as words
from tui.wording import screen as screen_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


Save = Callable[["OpenJournal", "Words"], object]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the words of a question are kept until they are saved: a draft of its own kind, beside an item or none."""

    desk: Desk
    kind: str
    item_id: str | None = None
    part: str | None = None
    """The part of a thing that is asked, where others may be filled in elsewhere and are kept in the same draft."""


@dataclass(frozen=True, slots=True)
class Words:
    """An answer, and the id of the draft it was: to be given to the deed that saves it."""

    text: str
    draft_id: str
    rest: Mapping[str, object] = field(default_factory=dict)
    """Other parts that the draft holds, by name: to be saved with the words."""
    came_of_it: Any = None
    """What the save gave back, where the question saved its answer itself."""


class Ask(Waiting[Words | None], ModalScreen[Words | None]):
    """Answers with the words, or `None` after Escape or for a blank.

    Args:
        question: what is asked.
        kept: where what is typed is kept; with none it is not (the words are saved elsewhere already).
        save: the deed that saves an answer. The question stays, with its words, until that has worked.
        text: what stands in the field from the start, to be changed.
        hint: what an empty field says.
        lines: sentences under the question.
        needs: said when the answer is blank, which is then asked again; empty: a blank is an answer, `None`.
        tells_blank: whether a blank is told apart from Escape: it is then words without a letter in them.
        page: several rows, and Ctrl+S in place of Enter.
        deed: what the key does that answers; empty: it saves.
        offers: words to begin with, one key away.
        offered: what stands above them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "answer", show=False, priority=True),
        Binding("exclamation_mark", "app.support", show=False),
        Binding("down", "to_offers", show=False),
    ]

    def __init__(
        self,
        question: str,
        *,
        kept: Kept | None = None,
        save: "Save | None" = None,
        text: str = "",
        hint: str = "",
        lines: Sequence[str] = (),
        needs: str = "",
        page: bool = False,
        offers: Sequence[str] = (),
        offered: str = "",
        tells_blank: bool = False,
        deed: str = "",
    ) -> None:
        super().__init__()
        self._question = question
        self._where = kept
        self._save = save
        self._saving = False
        self._landed = False
        """Said on the store thread when the answer is in the journal, so that no draft follows it."""
        self._text = text
        self._hint = hint
        self._lines = lines
        self._needs = needs
        self._page = page
        self._offers = offers
        self._offered = offered
        self._tells_blank = tells_blank
        self._deed = deed
        self._was_refused = False
        """Whether what is said under the words is of words that may be others by now."""
        self._draft_id = str(uuid4())
        self._rest: dict[str, object] = {}
        self._begun = text
        self._touched = False
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), classes="heading")
            for line in self._lines:
                yield Static(as_content(line))
            if self._page:
                yield PageEditor(self._text, placeholder=self._hint, id="words")
            else:
                yield OneLine(placeholder=self._hint, id="words")
            yield Static("", id="said", markup=False)
            if self._offers:
                yield Static(as_content(self._offered), classes="part")
                yield OneOf(self._offers)
        keys = [("Ctrl+S" if self._page else "Enter", self._deed or _("save")), ("Esc", _("leave it"))]
        yield KeysLine([*keys, ("↓", _("one of these"))] if self._offers else keys)

    def on_mount(self) -> None:
        self._say("")
        self._fill(self._text)
        self.query_one("#words").focus()
        if (kept := self._where) is not None:
            self.hear(kept.desk.ask(lambda journal: journal.begun(kept.kind, kept.item_id)), self._go_on_with)

    def _go_on_with(self, draft: Draft | None) -> None:
        """Put back what was begun; where something was typed meanwhile, that stays."""
        if draft is None or self._where is None or self._typed != self._text:
            return
        rest = answers_of(draft)
        begun = draft.body if self._where.part is None else str(rest.pop(self._where.part, None) or "")
        if begun.strip() or rest:
            self._draft_id, self._begun, self._rest = draft.id, begun, rest
            self._fill(begun)
            self._say(words.DRAFT_BACK)

    # What is typed

    @property
    def _typed(self) -> str:
        field = self.query_one("#words")
        return field.value if isinstance(field, Input) else self.query_one(PageEditor).text

    def _fill(self, text: str) -> None:
        field = self.query_one("#words")
        if isinstance(field, Input):
            with field.prevent(Input.Changed):
                field.value = text
                field.cursor_position = len(text)
        elif isinstance(field, PageEditor):
            field.load_text(text)
            field.move_cursor(field.document.end)

    @on(Input.Changed)
    @on(PageEditor.Rested)
    def touched(self) -> None:
        """Keep it; where that does not work, say so."""
        self._touched = True
        if self._was_refused:
            self._was_refused = False
            self._say("")
        self._keep(self._typed)

    def _keep(self, typed: str) -> None:
        for deed in self._keeping(typed):
            if self._where is not None:
                self.hear(self._where.desk.ask(deed), lambda _: None, self._not_kept)

    def _not_kept(self, problem: CairnError) -> None:
        self._say(screen_words.not_kept(sentence_of(problem)))

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        return self._keeping(self._typed)

    def _keeping(self, typed: str) -> "list[Callable[[OpenJournal], object]]":
        kept, draft_id = self._where, self._draft_id
        if kept is None or self._answered or self._landed or (typed == self._begun and not self._touched):
            return []

        def keep(journal: "OpenJournal") -> object:
            # Asked again on the store thread: a save that was on its way may have landed before this comes up.
            if self._landed:
                return None
            body = "" if typed == self._text else typed
            draft = replace(journal.blank_page(), id=draft_id, kind=kept.kind, item_id=kept.item_id)
            if kept.part is None:
                return journal.keep_draft(replace(draft, body=body))
            return journal.keep_parts(draft, {**({kept.part: body} if body.strip() else {}), **self._rest})

        return [keep]

    # Words to begin with

    def action_to_offers(self) -> None:
        for offers in self.query(OneOf):
            offers.focus()

    @on(OneOf.Chosen)
    def take_offer(self, event: OneOf.Chosen) -> None:
        """Put it in the line, to be changed; a person's own words are never written over."""
        if self._typed.strip() and self._typed not in self._offers:
            self._say(words.OWN_WORDS_STAND)
        else:
            self._fill(self._offers[event.index])
            self.touched()
        self.query_one("#words").focus()

    # Answering

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """What stood there when Enter was pressed: the letters after it were meant for what comes next."""
        self._answer(event.value)

    def action_answer(self) -> None:
        self.after_typing(lambda: self._answer(self._typed))

    def _answer(self, typed: str) -> None:
        if self._saving:
            return
        if self._needs and not typed.strip():
            self._say(self._needs)
        elif not typed.strip() and not self._tells_blank:
            self._go(typed, None)
        elif self._where is not None and self._save is not None:
            self._begin_to_save(self._where.desk, self._save, Words(typed, self._draft_id, self._rest))
        else:
            self._go(typed, Words(typed, self._draft_id, self._rest))

    def _begin_to_save(self, desk: Desk, save: "Save", answer: Words) -> None:
        def saving(journal: "OpenJournal") -> object:
            came_of_it = save(journal, answer)
            self._landed = True
            return came_of_it

        self._saving = True
        self.query_one("#words").disabled = True
        self._say(words.SAVING)
        self.hear(
            desk.ask(saving),
            lambda came_of_it: self._go(answer.text, replace(answer, came_of_it=came_of_it)),
            self._refused,
        )

    def _refused(self, problem: CairnError) -> None:
        """Still here, and every word of it: try again, or leave it."""
        self._saving, self._was_refused = False, True
        field = self.query_one("#words")
        field.disabled = False
        field.focus()
        gone = isinstance(problem, NotFound)
        self._say(words.GONE if gone else words.not_saved(sentence_of(problem), hint_of(problem)))

    def action_leave(self) -> None:
        """Away; what was typed is here again when the same is asked another time."""
        if not self._saving:
            self.after_typing(lambda: self._go(self._typed, None))

    def _go(self, typed: str, answer: Words | None) -> None:
        """Once, however many keys were pressed. The draft stays until a deed that was given its id lets it go."""
        if not self._answered:
            self._keep(typed)
            self._answered = True
            self.dismiss(answer)

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)
