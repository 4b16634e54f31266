"""`cairn hard-day`: lines first, then what a person put by for such a day. Nothing is kept of its having been asked."""

import random
from argparse import Namespace
from dataclasses import asdict

from journal.domain.support import SupportPage
from journal.domain.support_own import arranged
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.support_lines import page_at
from tui.commands.documents import document_of, plan_document, thing_document
from tui.commands.terminal import Terminal
from tui.wording import hard_day as words
from tui.wording import shell, support
from tui.wording.shipped import question_of


def run(options: Namespace) -> int:
    """All of it, each part under its heading."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        page = arranged(page_at(terminal.home), journal.arrangement())
        put_by, prompt = journal.hard_day(), journal.gentle_prompt(random.Random())
        of_partners = _kept_words(journal) if journal.things("partner") else []
    document = {
        "lines": [asdict(line) for line in (*page.emergency, *page.listed)],
        "plan": plan_document("getting_through", {part.section: part for part in put_by.plan}),
        "people": [thing_document(person) for person in put_by.people],
        "helped": [thing_document(tool) for tool in put_by.helped],
        "kept": [document_of(item) for item in put_by.kept],
        "kept_words": [{"partner": name, "text": text} for name, text in of_partners],
        "prompt": None if prompt is None else asdict(prompt),
    }
    own = [
        *_of_lines(page),
        *(line for section in words.sections(put_by, shell.NO_KEPT_WORDS, of_partners) for line in _of(section)),
    ]
    asked = [] if prompt is None else ["", words.ONE_QUESTION, question_of(prompt)]
    return terminal.answer(document, [words.HARD_DAY, words.HARD_DAY_HELLO, *own, *asked])


def _kept_words(journal: OpenJournal) -> list[tuple[str, str]]:
    """Words of partners that were kept: who they are from, and the words."""
    from tui import sharing_reading

    return sharing_reading.kept_words(journal)


def _of_lines(page: SupportPage) -> list[str]:
    lines = [support.resource_in_words(line) for line in page.listed]
    return ["", words.LINES, support.danger(page), *lines]


def _of(section: words.Section) -> list[str]:
    said = ["\n".join(one.lines) + (f"  ({one.id[:8]})" if one.id else "") for one in section.put_by]
    return ["", section.heading, *(said or [section.empty])]
