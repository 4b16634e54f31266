"""`cairn look-back`: what was noted, counted and put in words. Nothing of it is kept."""

import random
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from journal.domain.look_back import Insight, LookBack, YearAtAGlance
from journal.errors import BadInput
from journal.use_cases.looking_back import WINDOW_DAYS
from journal.use_cases.open_journal import OpenJournal
from tui.commands.terminal import Terminal
from tui.wording import look_back as words
from tui.wording import shell
from tui.wording.shipped import question_of


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    if options.year and (options.days is not None or options.each_day):
        raise BadInput(shell.YEAR_ALONE)
    days = WINDOW_DAYS if options.days is None else options.days
    with terminal.journal() as journal:
        if options.year:
            year = journal.year_at_a_glance(options.dimension)
            return terminal.answer({"year": _year_document(year)}, words.year_in_lines(year))
        look_back = journal.look_back(days, options.dimension)
        return terminal.answer(
            _document(look_back, each_day=options.each_day), _lines(journal, look_back, each_day=options.each_day)
        )


def _lines(journal: OpenJournal, look_back: LookBack, *, each_day: bool) -> list[str]:
    if words.is_empty(look_back):
        return [words.OPENING, words.EMPTY]
    lines = [words.OPENING, words.period_in_words(look_back)]
    for part in words.told_in_parts(look_back):
        lines += ["", part.heading, *part.lines]
    lines += ["", words.CAVEAT]
    if each_day:
        for one in look_back.dimensions:
            lines += ["", words.heading_of(one.dimension), *words.table_in_lines(one)]
    if prompts := journal.look_back_prompts():
        lines += ["", f"{words.QUESTIONS}:", question_of(random.Random().choice(prompts))]
    return lines


def _document(look_back: LookBack, *, each_day: bool) -> dict[str, Any]:
    document: dict[str, Any] = {"insights": [_insight_document(insight) for insight in look_back.insights]}
    if each_day:
        document["days"] = [
            {"dimension": one.dimension, "scale_id": one.scale_id, **asdict(day), "middle": middle}
            for one in look_back.dimensions
            for day, middle in zip(one.noted, one.moving_middle.middles, strict=True)
        ]
    return document


def _insight_document(insight: Insight) -> dict[str, Any]:
    return {"kind": insight.kind, **asdict(insight), "sentence": words.sentence(insight)}


def _year_document(year: YearAtAGlance) -> dict[str, Any]:
    return asdict(year)
