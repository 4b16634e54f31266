"""A hard day: people who listen, my plan, my people, what has helped, words that were kept, one gentle question."""

import random

from journal.domain.support_own import arranged
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.support_lines import page_at
from tui.plain.choosing import ask_yes
from tui.plain.visit import Visit
from tui.plain.writing import prompt_lines, write_about
from tui.wording import hard_day, support
from tui.wording import plain as words


def hard(visit: Visit) -> None:
    """Say it all, a heading before each part; nothing on it has to be done, and nothing is kept of it."""
    put_by = visit.journal.hard_day()
    page = arranged(page_at(visit.home), visit.journal.arrangement())
    lines = [support.resource_in_words(line) for line in page.listed]
    visit.talk.say(f"{hard_day.HARD_DAY}.", hard_day.HARD_DAY_HELLO)
    visit.talk.say(f"{hard_day.LINES}:", support.danger(page), *lines)
    for section in hard_day.sections(put_by, words.NOTHING_KEPT, _kept_words(visit.journal)):
        said = [words.part_with(one.head, one.words) if one.head else one.words for one in section.put_by]
        visit.talk.say(f"{section.heading}:", *(said or [section.empty]))
    prompt = visit.journal.gentle_prompt(random.Random())
    if prompt is None:
        return
    visit.talk.say(f"{hard_day.ONE_QUESTION}.", *prompt_lines(prompt))
    if ask_yes(visit.talk, words.WRITE_ABOUT_IT):
        write_about(visit, prompt)


def _kept_words(journal: OpenJournal) -> list[tuple[str, str]]:
    """Words of partners; where there is nobody, nothing of sharing is loaded."""
    if not journal.things("partner"):
        return []
    from tui.sharing_reading import kept_words

    return kept_words(journal)
