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
from journal.domain.entry import Draft, JournalEntry
from journal.domain.moments import Moment
from journal.domain.prompts import Prompt, prompt_named
from journal.domain.timeline import Item
from journal.errors import CairnError, NotFound
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.modals.choose import Choose
from tui.screens.hearing import JournalRefused, bindings_of
from tui.screens.saved_once import SavedOnce
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.wording import journal as of_journal
from tui.wording import screen as words
from tui.wording.dates import day_in_words
from tui.wording.shipped import question_of

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class Write(SavedOnce):
    """A new page, a draft to go on with, or a page whose words change."""

    WHERE = "write"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("write"))

    def __init__(self, desk: Desk, draft: Draft | None = None, when: str | None = None) -> None:
        """Nothing is kept yet.

        Args:
            desk: the journal.
            draft: what is gone on with, or the words that change; without one it is a new page.
            when: the day a new page is for, else today.
        """
        super().__init__(desk)
        self._draft = draft
        self._when = when
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
        if self._changes_words:
            return [("Ctrl+S", _("save")), ("Esc", _("draft"))]
        if self._prompt_id:
            keys = [("F5", _("another")), ("Ctrl+R", _("skip")), ("Ctrl+O", _("day"))]
        else:
            keys = [("F5", _("question")), ("Ctrl+O", _("day"))]
        return [("Ctrl+S", _("save")), ("Esc", _("draft")), *keys]

    def on_mount(self) -> None:
        for name in ("when", "said", "prompt"):
            self.query_one(f"#{name}").display = False
        self.query_one(PageEditor).focus()
        when = self._when
        if self._draft is None:
            self.hear(self._desk.ask(lambda journal: journal.blank_page(when)), self._begin, self._no_such_day)
            return
        if (item_id := self._draft.item_id) is not None:
            title = self.query_one("#page-title")
            title.display = bool(self._draft.title)
            self.hear(self._desk.ask(lambda journal: journal.read(item_id)), self._know, lambda _: None)
        self._begin(self._draft)

    def _know(self, item: Item) -> None:
        """A page may have a title; the note of a check-in has none."""
        self.query_one("#page-title").display = isinstance(item, JournalEntry)

    def _no_such_day(self, problem: CairnError) -> None:
        """A day that has not come yet: the page is for today, and may be for another."""
        self.say(sentence_of(problem))
        self.hear(self._desk.ask(lambda journal: journal.blank_page()), self._begin)

    @property
    def _changes_words(self) -> bool:
        return self._draft is not None and self._draft.item_id is not None

    def _begin(self, draft: Draft) -> None:
        self._draft = draft
        editor = self.query_one(PageEditor)
        if draft.body and not editor.text:
            editor.load_text(draft.body)
            editor.move_cursor(editor.document.end)
        title = self.query_one("#page-title", Input)
        with self.prevent(Input.Changed):
            title.value = title.value or draft.title or ""
        self.query_one("#for-day", Static).update(as_content(day_in_words(draft.moment.for_date)))
        self._show_prompt()
        # As it was, not as it stands here by now: letters that were quicker than this are words of the person's.
        self._begun = replace(draft, title=draft.title or None, prompt_id=self._prompt_id)

    @on(Input.Submitted, "#page-title")
    def to_the_page(self, event: Input.Submitted) -> None:
        """The title is there; on with the words."""
        event.stop()
        self.query_one(PageEditor).focus()

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
        """One question; pressed again, another. Deep ones never first, nor on a day with a low answer.

        A page that is there already keeps the one it answers.
        """
        if self._changes_words:
            return
        before = self._prompt_id
        asked = self._desk.ask(lambda journal: journal.prompt(random.Random(), after=before))
        self.hear(asked, self._ask, lambda problem: self.say(_nothing_to_ask(problem)))

    def _ask(self, prompt: Prompt) -> None:
        self._take_prompt(prompt.id)
        self.keep()

    def action_about_prompt(self) -> None:
        """Skip the question that stands here, or never see it again."""
        if self._changes_words:
            return
        if self._prompt_id is None:
            self.say(keyed(self, of_journal.NO_QUESTION_YET))
            return
        ways = (of_journal.SKIP_IT, of_journal.ANOTHER_ONE, of_journal.NOT_AGAIN)
        deeds = (self.action_skip_prompt, self.action_another_prompt, self.action_not_again)
        self.app.push_screen(
            Choose(of_journal.ABOUT_QUESTION, ways), lambda place: None if place is None else deeds[place]()
        )

    def action_skip_prompt(self) -> None:
        """A page without a question."""
        if not self._changes_words:
            self._take_prompt(None)
            self.keep()

    def action_not_again(self) -> None:
        """This question is not asked any more; settings bring it back."""
        if (prompt_id := self._prompt_id) is None:
            self.say(keyed(self, of_journal.NO_QUESTION_YET))
            return
        self.hear(self._desk.ask(lambda journal: journal.hide_prompt(prompt_id)), lambda _: self._put_away())

    def _put_away(self) -> None:
        self.action_skip_prompt()
        self.app.notify(of_journal.NOT_ASKED_AGAIN, markup=False)

    def _take_prompt(self, prompt_id: str | None) -> None:
        self._prompt_id = prompt_id
        self.say("")
        self._show_prompt()
        self.query_one(KeysLine).show_keys(self.keys_shown())

    def _show_prompt(self) -> None:
        said = prompt_in_words(self._prompt_id)
        shown = self.query_one("#prompt", Static)
        shown.update(as_content(said))
        shown.display = bool(said)

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


def prompt_in_words(prompt_id: str | None, *, warns: bool = True) -> str:
    """The question that a page answers; empty where it is not one of ours.

    Args:
        prompt_id: its id, if there is one.
        warns: whether a line stands before one that can bring up a lot.
    """
    try:
        prompt = prompt_named(prompts(), prompt_id or "")
    except NotFound:
        return ""
    asked = question_of(prompt)
    return f"{words.DEEP}\n{asked}" if warns and prompt.intensity == "deep" else asked


def _nothing_to_ask(problem: CairnError) -> str:
    return of_journal.NOTHING_TO_ASK if isinstance(problem, NotFound) else sentence_of(problem)
