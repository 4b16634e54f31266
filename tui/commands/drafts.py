"""`cairn drafts`: words that were on their way when something came between."""

from argparse import Namespace
from contextlib import suppress

from journal.domain.draft_kinds import HALVES, WHEN, belongs_to, parts_of
from journal.domain.entry import Draft, answers_of
from journal.domain.parts import Part, read_part
from journal.errors import BadInput
from tui.commands.documents import draft_document
from tui.commands.terminal import Terminal
from tui.wording import peers, plain, shell, toolbox
from tui.wording.dates import short_day
from tui.wording.items import KIND_NAMES, draft_in_words
from tui.wording.parts import label
from tui.wording.things import value_in_words

_NAMES = {**KIND_NAMES, **toolbox.SHELVES, "week": peers.WEEK, "partner": peers.PARTNERS}


def run(options: Namespace) -> int:
    """Every draft with its words, the latest first."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        drafts = journal.drafts()
    lines = [
        f"{short_day(draft.moment.for_date):>11}  {draft.id[:8]}  {_NAMES.get(belongs_to(draft.kind), draft.kind)}\n"
        f"{_in_words(draft)}"
        for draft in drafts
    ]
    return terminal.answer({"drafts": [draft_document(draft) for draft in drafts]}, lines or [shell.NO_DRAFTS])


def _in_words(draft: Draft) -> str:
    """What was filled in, each part under its label; of a check-in and a page what they hold."""
    kind = belongs_to(draft.kind)
    known = {part.name: part for part in parts_of(kind)}
    # A part that was taken away has nothing to say, and the day of a session is not one of its parts.
    answers = {name: answer for name, answer in answers_of(draft).items() if answer is not None}
    if draft.kind in HALVES:
        answers.pop(WHEN, None)
    if not answers.keys() <= known.keys():
        return draft_in_words(draft)
    said = [_part_in_words(kind, known[name], answer) for name, answer in answers.items()]
    return "\n".join(line for line in (draft.title, draft.body, *said) if line)


def _part_in_words(kind: str, part: Part, answer: object) -> str:
    with suppress(BadInput):
        value = read_part(part, answer)
        return f"{plain.question(label(kind, part.name))} {' '.join(value_in_words(kind, part, value).split())}".strip()
    return str(answer)
