"""Writing a page: for any day, with or without a question, with a title or without. Kept while it is typed."""

import random
from collections.abc import Callable
from dataclasses import replace

from journal.data import prompts
from journal.domain.entry import Draft
from journal.domain.prompts import Prompt, prompt_named
from journal.errors import BadInput, NotFound
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, ask_yes, walk
from tui.plain.conversation import Back
from tui.plain.long_words import ask_long, with_ending
from tui.plain.visit import Visit
from tui.wording import journal as of_journal
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording.dates import day_in_words
from tui.wording.shipped import question_of

THIS_ONE, ANOTHER, NONE, NEVER = "this", "another", "none", "never"
_ABOUT_A_PROMPT = (
    (THIS_ONE, words.THIS_ONE),
    (ANOTHER, words.ANOTHER),
    (NONE, words.NO_PROMPT),
    (NEVER, words.NOT_AGAIN),
)


def write(visit: Visit) -> None:
    """A new page."""
    page = _Page(visit, visit.journal.blank_page())
    page.take(page.ask_day, page.ask_prompt, page.ask_title, page.ask_words)


def write_for(visit: Visit, day: str) -> None:
    """A new page for a day that was chosen already."""
    page = _Page(visit, visit.journal.blank_page(day))
    page.take(page.ask_prompt, page.ask_title, page.ask_words)


def write_about(visit: Visit, prompt: Prompt) -> None:
    """A new page that answers a question which has been said already."""
    page = _Page(visit, visit.journal.blank_page(prompt_id=prompt.id))
    page.take(page.ask_title, page.ask_words)


def go_on(visit: Visit, draft: Draft) -> None:
    """Go on with a page that was begun: what is typed comes after what is there."""
    page = _Page(visit, draft)
    page.say_begun()
    page.take(page.ask_title, page.ask_words)


class _Page:
    """A page on its way."""

    def __init__(self, visit: Visit, draft: Draft) -> None:
        self._visit = visit
        self._draft = draft

    def take(self, *steps: Callable[[], None]) -> None:
        """Take the steps, then save; where something comes between, what is there is kept as a draft."""
        try:
            walk(steps)
        except BaseException as leaving:
            kept = self._keep()
            if kept and isinstance(leaving, Back):
                self._visit.talk.say(words.KEPT_AS_DRAFT)
            raise
        self._save()

    def say_begun(self) -> None:
        """What is there already."""
        begun = [part for part in (self._draft.title, self._draft.body) if part]
        self._visit.talk.say(shown.DRAFT_BACK, *begun)

    def ask_day(self) -> None:
        """Any day that has been."""
        talk = self._visit.talk
        while (typed := talk.ask(words.WHICH_DAY)) is not None:
            try:
                self._draft = replace(self._draft, moment=self._visit.journal.moment(typed))
            except BadInput as problem:
                talk.say(sentence_of(problem))
                continue
            talk.say(f"{day_in_words(self._draft.moment.for_date)}.")
            return
        self._draft = replace(self._draft, moment=self._visit.journal.moment())

    def ask_prompt(self) -> None:
        """A question to write about, or another, or none. Deep ones never first, nor on a day with a low answer."""
        self._draft = replace(self._draft, prompt_id=None)
        if not ask_yes(self._visit.talk, words.PROMPT_OFFERED):
            return
        wants = ANOTHER
        before = None
        while wants in (ANOTHER, NEVER):
            prompt = self._draw(before)
            if prompt is None:
                wants = NONE
                continue
            before = prompt.id
            self._visit.talk.say(*prompt_lines(prompt))
            wants = ask_one_of(self._visit.talk, words.IS_IT_THE_ONE, _ABOUT_A_PROMPT) or THIS_ONE
            if wants == NEVER:
                self._hide(prompt.id)
        self._draft = replace(self._draft, prompt_id=before if wants == THIS_ONE else None)

    def _hide(self, prompt_id: str) -> None:
        self._visit.save(lambda: self._visit.journal.hide_prompt(prompt_id))
        self._visit.talk.say(of_journal.NOT_ASKED_AGAIN)

    def _draw(self, before: str | None) -> Prompt | None:
        """One question, or another; `None`, and a sentence, where none is left."""
        try:
            return self._visit.journal.prompt(random.Random(), after=before)
        except NotFound:
            self._visit.talk.say(of_journal.NOTHING_TO_ASK)
            return None

    def ask_title(self) -> None:
        if self._draft.title:
            self._visit.talk.say(words.has_now(self._draft.title))
        typed = self._visit.talk.ask(f"{shown.TITLE_HINT}.", own_words=True)
        if typed is not None:
            self._draft = replace(self._draft, title=None if typed.casefold() == words.CLEAR else typed)

    def ask_words(self) -> None:
        before = self._draft.body
        question = with_ending(words.WRITE_MORE if before else words.WRITE)
        typed = ask_long(self._visit.talk, question, begun=before, keep=self._keep_body, blank_skips=bool(before))
        if typed is not None:
            self._draft = replace(self._draft, body=typed)

    def _keep_body(self, body: str) -> None:
        self._draft = replace(self._draft, body=body)
        self._visit.journal.keep_draft(self._draft)

    def _keep(self) -> bool:
        """Whether there was anything to keep."""
        if self._draft.body.strip() or self._draft.title:
            self._visit.journal.keep_draft(self._draft)
            return True
        return False

    def _save(self) -> None:
        draft, journal = self._draft, self._visit.journal
        if not draft.body.strip() and not draft.title:
            self._visit.talk.say(words.EMPTY_PAGE)
            return
        self._visit.save(lambda: journal.write_page(draft))
        self._visit.talk.say(shown.PAGE_SAVED)


def prompt_lines(prompt: Prompt) -> list[str]:
    """A question with its role before it, and a line before one that can bring up a lot."""
    deep = [shown.DEEP] if prompt.intensity == "deep" else []
    return [*deep, words.prompt(question_of(prompt))]


def prompt_of(prompt_id: str | None) -> list[str]:
    """The question that a page answers, if it is one of ours."""
    try:
        return prompt_lines(prompt_named(prompts(), prompt_id or ""))
    except NotFound:
        return []
