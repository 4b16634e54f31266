"""`cairn hard-day`: lines first, then what a person put by for such a day. Nothing is kept of its having been asked."""

import random
from argparse import Namespace
from dataclasses import asdict

from journal.data import prompts
from journal.domain.prompts import choose_prompt
from journal.domain.shelves import MyPerson
from journal.domain.support import SupportPage
from journal.domain.timeline import Item
from journal.use_cases.finding import HardDay
from journal.use_cases.preferences import known_page, read_preferences
from tui.commands.documents import document_of, plan_document, thing_document
from tui.commands.finding import tool_names
from tui.commands.terminal import Terminal
from tui.wording import hard_day as words
from tui.wording import shell, support
from tui.wording.items import body_of
from tui.wording.parts import section_title, word

LONGEST_KEPT = 400
"""Characters of one kept thing; `cairn show ID` has the rest."""


def run(options: Namespace) -> int:
    """All of it, each part under its heading."""
    terminal = Terminal(options)
    page = known_page(read_preferences(terminal.home))
    prompt = choose_prompt(prompts(), random.Random(), phase="hard_day")
    with terminal.journal() as journal:
        put_by = journal.hard_day()
        names = tool_names(journal)
    document = {
        "lines": [asdict(line) for line in (*page.emergency, *(page.first or page.anywhere))],
        "plan": plan_document("getting_through", {part.section: part for part in put_by.plan}),
        "people": [thing_document(person) for person in put_by.people],
        "helped": [thing_document(tool) for tool in put_by.helped],
        "kept": [document_of(item) for item in put_by.kept],
        "prompt": asdict(prompt),
    }
    own = [*_of_lines(page), *_of_their_own(put_by), *_of_kept(put_by.kept, names)]
    return terminal.answer(document, [words.HARD_DAY, words.HARD_DAY_HELLO, *own, "", words.ONE_QUESTION, prompt.text])


def _of_lines(page: SupportPage) -> list[str]:
    lines = [support.resource_in_words(line) for line in page.first or page.anywhere]
    return ["", words.LINES, support.danger(page), *lines]


def _of_their_own(put_by: HardDay) -> list[str]:
    plan = [f"{section_title(part.section)}\n{part.words}" for part in put_by.plan]
    people = [words.person_in_words(one.alias, _good_for(one), one.contact) for one in put_by.people]
    helped = ["\n".join(part for part in (tool.name, tool.how_to) if part) for tool in put_by.helped]
    return [
        *("", words.MY_PLAN, *(plan or [words.NO_PLAN])),
        *("", words.MY_PEOPLE, *(people or [words.NO_PEOPLE])),
        *("", words.WHAT_HELPED, *(helped or [words.NOTHING_HELPED])),
    ]


def _good_for(person: MyPerson) -> str:
    return ", ".join(word("person", "good_for", one) for one in person.good_for)


def _of_kept(kept: tuple[Item, ...], names: dict[str, str]) -> list[str]:
    said = [f"{_shortened(' '.join(body_of(item, names)))}  ({item.id[:8]})" for item in kept]
    return ["", words.WORDS_KEPT, *(said or [shell.NO_KEPT_WORDS])]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_KEPT else f"{text[:LONGEST_KEPT].rstrip()} …"
