"""`cairn drafts`: words that were on their way when something came between."""

from argparse import Namespace
from contextlib import suppress

from journal.domain.entry import Draft, answers_of
from journal.domain.goal import GOAL_PARTS
from journal.domain.parts import Part, read_part
from journal.domain.peer_session import SESSION_PARTS
from journal.domain.shelves import SHELVES
from journal.errors import BadInput
from tui.commands.documents import draft_document
from tui.commands.terminal import Terminal
from tui.wording import peers, plain, shell, toolbox
from tui.wording.dates import short_day
from tui.wording.items import KIND_NAMES, draft_in_words
from tui.wording.parts import label
from tui.wording.things import value_in_words

_NAMES = {**KIND_NAMES, **toolbox.SHELVES, "week": peers.WEEK, "partner": peers.PARTNERS}

_PARTS: dict[str, tuple[Part, ...]] = {
    "goal": GOAL_PARTS,
    "session": SESSION_PARTS,
    **{kind: shelf.every_part for kind, shelf in SHELVES.items()},
}

_FORMS = {"agreement": "partner", "ending": "partner", "step": "goal"}
"""Kinds of drafts that are named for the form they are filled in on, and what they belong to."""


def run(options: Namespace) -> int:
    """Every draft with its words, the latest first."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        drafts = journal.drafts()
    lines = [
        f"{short_day(draft.moment.for_date):>11}  {draft.id[:8]}  {_NAMES.get(_whose(draft), draft.kind)}\n"
        f"{_in_words(draft)}"
        for draft in drafts
    ]
    return terminal.answer({"drafts": [draft_document(draft) for draft in drafts]}, lines or [shell.NO_DRAFTS])


def _whose(draft: Draft) -> str:
    """The kind of thing that a draft belongs to: a form for one half of a session is a session's."""
    if draft.kind in _NAMES:
        return draft.kind
    start = draft.kind.split("-", 1)[0]
    return _FORMS.get(start, start)


def _in_words(draft: Draft) -> str:
    """What was filled in, each part under its label; of a check-in and a page what they hold."""
    known = {part.name: part for part in _PARTS.get(_whose(draft), ())}
    answers = answers_of(draft)
    if not answers.keys() <= known.keys():
        return draft_in_words(draft)
    said = [_part_in_words(_whose(draft), known[name], answer) for name, answer in answers.items()]
    return "\n".join(line for line in (draft.title, draft.body, *said) if line)


def _part_in_words(kind: str, part: Part, answer: object) -> str:
    with suppress(BadInput):
        value = read_part(part, answer)
        return f"{plain.question(label(kind, part.name))} {' '.join(value_in_words(kind, part, value).split())}".strip()
    return str(answer)
