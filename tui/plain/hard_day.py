"""A hard day: people who listen, my plan, my people, what has helped, words that were kept, one gentle question."""

import random

from journal.data import prompts
from journal.domain.prompts import choose_prompt
from journal.use_cases.preferences import known_page, read_preferences
from tui.plain.choosing import ask_yes
from tui.plain.visit import Visit
from tui.plain.writing import prompt_lines, write_about
from tui.wording import hard_day, support
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import plain_rows as rows


def hard(visit: Visit) -> None:
    """Say it all, a heading before each part; nothing on it has to be done, and nothing is kept of it."""
    put_by = visit.journal.hard_day()
    page = known_page(read_preferences(visit.home))
    lines = [support.resource_in_words(line) for line in page.first or page.anywhere]
    plan = [words.part_with(of_parts.section_title(part.section), part.words) for part in put_by.plan]
    people = [words.part_with(person.alias, person.contact or "") for person in put_by.people]
    visit.talk.say(f"{hard_day.HARD_DAY}.", hard_day.HARD_DAY_HELLO)
    visit.talk.say(f"{hard_day.LINES}:", support.danger(page), *lines)
    visit.talk.say(f"{hard_day.MY_PLAN}:", *(plan or [hard_day.NO_PLAN]))
    visit.talk.say(f"{hard_day.MY_PEOPLE}:", *(people or [hard_day.NO_PEOPLE]))
    helped = [tool.name for tool in put_by.helped] or [hard_day.NOTHING_HELPED]
    visit.talk.say(f"{hard_day.WHAT_HELPED}:", *helped)
    visit.talk.say(
        f"{hard_day.WORDS_KEPT}:", *([rows.kept_words(item) for item in put_by.kept] or [words.NOTHING_KEPT])
    )
    prompt = choose_prompt(prompts(), random.Random(), phase="hard_day")
    visit.talk.say(f"{hard_day.ONE_QUESTION}.", *prompt_lines(prompt))
    if ask_yes(visit.talk, words.WRITE_ABOUT_IT):
        write_about(visit, prompt)
