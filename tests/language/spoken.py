"""What no walk through the screens comes to, in the chosen language, as lines: `python -m tests.language.spoken`.

Every question, every word for a feeling, every support line, refusals with something filled in, and how many.
"""

import json
import sys
from collections.abc import Callable

from journal.data import prompts, support_lines
from journal.domain.feelings import feeling_id, feelings_typed
from journal.domain.parts import Part, read_parts
from journal.domain.support import support_page
from journal.domain.support_file import read_support_file
from journal.errors import CairnError, NotAllowed, OutOfRange
from journal.portable.archive_reading import TWICE, damaged_at
from journal.portable.jrnl import read_jrnl
from journal.portable.jrnl_text import read_text
from journal.vault.recovery_words import read_recovery_words
from tui.language import hint_of, in_words, sentence_of
from tui.wording import counted, keys_screen, locking, saved, screen, shell
from tui.wording.shipped import feelings, question_of
from tui.wording.support import line_whole

MANY = (0, 1, 2, 5)
REFUSED: tuple[Callable[[], object], ...] = (
    lambda: feeling_id(feelings(), "?"),
    lambda: read_parts((Part("1", "line"),), {"{fields}": ""}),
    lambda: support_page(support_lines(), "??"),
    lambda: read_support_file(b"[{]"),
    lambda: read_support_file(b'[{"id": "1"}]'),
    lambda: read_support_file(b"["),
    lambda: read_jrnl(b"\xff"),
    lambda: read_jrnl(b'{"entries": 1'),
    lambda: read_recovery_words("1 2 3"),
)
"""One of every shape: alone, with a place, a sentence inside another, and words of somebody else in a place."""


def refusals() -> list[str]:
    """What each of them says, and what can be done."""
    told = [OutOfRange("1", 0, 10), NotAllowed("1", ("2", "3")), damaged_at("4", TWICE), CairnError()]
    for refused in REFUSED:
        try:
            refused()
        except CairnError as problem:
            told.append(problem)
    assert len(told) == len(REFUSED) + 4
    return [said for problem in told for said in (sentence_of(problem), hint_of(problem))]


def main() -> None:
    """Print one document, by what it is."""
    arrived = read_text("words\n[2020-01-01] \n[2020-01-02]  1\n[2020-01-03] 1\n[2020-13-01 10:00] 1\n")
    spoken = {
        "questions": [question_of(prompt) for prompt in prompts()],
        "feelings": [said for one in feelings() for said in (one.label, one.group_label)],
        "stored": list(feelings_typed(feelings(), [one.label for one in feelings()])),
        "support": [row for line in support_lines() for row in line_whole(line, None)],
        "refusals": refusals(),
        "doubts": [in_words(said) for said in (*arrived.doubtful, *(row.sentence for row in arrived.broken))],
        "how many": [said for count in MANY for said in how_many(count)],
    }
    json.dump(spoken, sys.stdout)


def how_many(count: int) -> list[str]:
    """Sentences of so many."""
    kinds = [counted.how_many(kind, count) for kind in ("check-in", "entry", "story", "earlier-version")]
    whole = keys_screen.everything_goes({"entry": count}, count)
    return [
        *kinds,
        saved.things(count),
        locking.minutes(count),
        screen.found(count, count),
        shell.broken_rows(count),
        *whole,
    ]


if __name__ == "__main__":
    main()
