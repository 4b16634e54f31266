"""Writing: a page for any day, with or without a question. Everything is kept while it is typed."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from journal.data import prompts
from journal.domain.entry import Draft
from journal.domain.moments import Moment
from journal.domain.prompts import choose_prompt, prompt_named
from journal.errors import NotFound
from tui.actions import deeds_of
from tui.screens.hearing import JournalRefused, bindings_of
from tui.screens.saved_once import SavedOnce
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.wording import screen as words
from tui.wording.dates import day_in_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class Write(SavedOnce):
    """A new page, a draft to go on with, or a page whose words change."""

    WHERE = "write"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("write"))

    def __init__(self, desk: Desk, draft: Draft | None = None) -> None:
        super().__init__(desk)
        self._draft = draft
        self._begun: Draft | None = None
        """The draft as it was when this screen opened: words that nobody has changed are not kept again."""
        self._prompt_id = draft.prompt_id if draft else None

    def compose(self) -> ComposeResult:
        yield Static("", id="for-day")
        yield OneLine(placeholder=words.WHEN_HINT, id="when")
        yield OneLine(placeholder=words.TITLE_HINT, id="page-title")
        yield Static("", id="prompt", classes="muted")
        yield PageEditor(placeholder=words.WRITE_HERE, id="editor")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Ctrl+S", "save"), ("Esc", "keep as draft"), ("F5", "question"), ("Ctrl+O", "day")]

    def on_mount(self) -> None:
        self.query_one("#page-title").display = bool(self._draft and self._draft.title)
        self.query_one("#when").display = False
        self.query_one("#said").display = False
        self.query_one(PageEditor).focus()
        if self._draft is None:
            self.hear(self._desk.ask(lambda journal: journal.blank_page()), self._begin)
        else:
            self._begin(self._draft)

    @property
    def _changes_words(self) -> bool:
        return self._draft is not None and self._draft.item_id is not None

    def _begin(self, draft: Draft) -> None:
        self._draft = draft
        editor = self.query_one(PageEditor)
        if draft.body and not editor.text:
            editor.load_text(draft.body)
            editor.move_cursor(editor.document.end)
        with self.prevent(Input.Changed):
            self.query_one("#page-title", Input).value = draft.title or ""
        self.query_one("#for-day", Static).update(as_content(day_in_words(draft.moment.for_date)))
        self._show_prompt()
        # As it was, not as it stands here by now: letters that were quicker than this are words of the person's.
        self._begun = replace(draft, title=draft.title or None, prompt_id=self._prompt_id)

    # The day

    def action_another_day(self) -> None:
        """Any day that has been; a page that is there already keeps its own."""
        if not self._changes_words:
            self.query_one("#when").display = True
            self.query_one("#when").focus()

    @on(Input.Submitted, "#when")
    def choose_day(self, event: Input.Submitted) -> None:
        """Any day that has been."""
        event.stop()
        typed = event.value.strip() or "today"
        self.hear(self._desk.ask(lambda journal: journal.moment(typed)), self._chose_day)

    def _chose_day(self, moment: Moment) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, moment=moment)
            self.query_one("#for-day", Static).update(as_content(day_in_words(self._draft.moment.for_date)))
            self.query_one("#when").display = False
            self.query_one(PageEditor).focus()
            self.keep()

    # A question

    def action_another_prompt(self) -> None:
        """One question; pressed again, another. Deep ones never first, nor on a day with a low answer."""
        self.hear(self._desk.ask(lambda journal: journal.is_low_day()), self._ask)

    def _ask(self, is_low_day: bool) -> None:
        deep = self._prompt_id is not None and not is_low_day
        self._prompt_id = choose_prompt(prompts(), random.Random(), deep=deep, but_not=self._prompt_id).id
        self._show_prompt()

    def _show_prompt(self) -> None:
        if self._prompt_id is None:
            return
        try:
            prompt = prompt_named(prompts(), self._prompt_id)
        except NotFound:
            return
        said = f"{prompt.text}  {words.DEEP}" if prompt.intensity == "deep" else prompt.text
        self.query_one("#prompt", Static).update(as_content(said))

    # Keeping and saving

    @on(PageEditor.Rested)
    @on(Input.Changed, "#page-title")
    def keep(self) -> None:
        self.keep_words()

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        draft = self._current()
        if draft is None:
            # The page itself is still on its way; what is typed already is not lost for that.
            body = self.query_one(PageEditor).text
            return [lambda journal: journal.keep_draft(replace(journal.blank_page(), body=body))] if body else []
        if self._landed or draft == self._begun:
            return []
        # Asked again on the store thread: a save that was on its way may have landed before this comes up.
        return [lambda journal: None if self._landed else journal.keep_draft(draft)]

    def _current(self) -> Draft | None:
        if self._draft is None:
            return None
        title = self.query_one("#page-title", Input).value or None
        body = self.query_one(PageEditor).text
        return replace(self._draft, body=body, title=title, prompt_id=self._prompt_id)

    def action_save(self) -> None:
        """Put it in the journal; the draft goes in the same step."""
        self.after_typing(self._save)

    def _save(self) -> None:
        draft = self._current()
        if draft is None or self._saving:
            return
        if not draft.body.strip() and not draft.title:
            self.say(words.NOTHING_WRITTEN)
            return
        self.begin_saving()
        self.hear(self._desk.ask(self._saver(draft, self._typed_day())), self.saved)

    def _saver(self, draft: Draft, day: str) -> "Callable[[OpenJournal], str]":
        """The save, which says on the store thread that it has landed, so that no draft follows it."""

        def save(journal: "OpenJournal") -> str:
            said = words.PAGE_SAVED
            page = replace(draft, moment=journal.moment(day)) if day else draft
            if page.item_id is None:
                journal.write_page(page)
            else:
                try:
                    journal.change_words(page.item_id, page.body, page.title or "", page.id)
                    said = words.CHANGED
                except NotFound:
                    # It was deleted meanwhile; the words are not to go with it.
                    journal.write_page(page)
                    said = words.SAVED_ANEW
            self._landed = True
            return said

        return save

    def _typed_day(self) -> str:
        """A day that was typed and not chosen with Enter yet."""
        field = self.query_one("#when", Input)
        return field.value.strip() if field.display else ""

    def on_journal_refused(self, event: JournalRefused) -> None:
        self.refused(event.problem)

    def rest_fields(self, rest: bool) -> None:
        self.query_one(PageEditor).read_only = rest

    def holds_words(self) -> bool:
        return bool(self.query_one(PageEditor).text.strip())

    def say_kept(self) -> None:
        self.app.notify(words.DRAFT_KEPT, markup=False)

    def action_back(self) -> None:
        """From the day back to the page; from the page away, and what is here stays as a draft."""
        if self.query_one("#when").display:
            self.query_one("#when").display = False
            self.query_one(PageEditor).focus()
            return
        self.leave()

    def say(self, sentence: str) -> None:
        super().say(sentence)
        self.query_one("#said").display = bool(sentence)
