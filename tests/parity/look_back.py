"""Deeds of looking back: what was noted, counted; each day of it; a year; and one of the week's questions."""

from collections.abc import Mapping
from datetime import date, timedelta

from tests.parity.deed import Deed, Place
from tests.parity.reading import pages
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

DAYS_NOTED = 8
BEFORE_THAT = 40
ABOUT_IT = Own("Tea with Ana", "your words")
OPENED = (Does("look-back"), Sees("counted"))


def _noted(at: Place) -> Mapping[str, str]:
    """Eight days in a row until today, and one long before."""
    today = date.fromisoformat(at.journal.moment().for_date)
    for back in (BEFORE_THAT, *range(DAYS_NOTED - 1, -1, -1)):
        blank = at.journal.blank_check_in((today - timedelta(days=back)).isoformat())
        at.journal.record_check_in(blank.with_answers({"mood": 6}))
    return {}


def _answered(at: Place) -> list[tuple[str | None, str]]:
    return [(one.prompt_id, one.body) for one in pages(at)]


LOOKING_BACK = (
    Deed(
        "Look back: what you noted, counted, in words",
        Keys(*OPENED),
        Lines("look back"),
        call("look-back"),
        _noted,
        shows=("They cannot show why.", f"You noted your mood on {DAYS_NOTED} days in the last four weeks."),
    ),
    Deed(
        "Look back over more days, or fewer",
        Keys(*OPENED, Does("how-far-back")),
        Lines("look back", "days", "56"),
        call("look-back --days 56"),
        _noted,
        shows=(f"You noted your mood on {DAYS_NOTED + 1} days in the last eight weeks.",),
    ),
    Deed(
        "Read each day of it, in place of a picture",
        Keys(*OPENED, Does("as-table")),
        Lines("look back", "each day"),
        call("look-back --each-day"),
        _noted,
        shows=("Sat 14 Mar",),
    ),
    Deed(
        "See which days of a year have a note",
        Keys(*OPENED, Does("year-of")),
        Lines("look back", "year"),
        call("look-back --year"),
        _noted,
        shows=(f"something noted on {DAYS_NOTED + 1} days",),
    ),
    Deed(
        "Write about one of the week's questions",
        Keys(
            *OPENED,
            Does("another-question"),
            Sees("go well"),
            Does("answer-question"),
            Sees("Ctrl+S"),
            ABOUT_IT,
            Does("save-page"),
        ),
        Lines("look back", "question", "1", "skip", ABOUT_IT, "."),
        Calls(Call("write --prompt w1 -", ABOUT_IT)),
        _noted,
        leaves=_answered,
        becomes=[("w1", ABOUT_IT.text)],
    ),
    Deed(
        "Never see one of the week's questions again",
        Keys(*OPENED, Does("another-question"), Sees("go well"), Does("question-not-again")),
        Lines("look back", "question", "4", "3"),
        call("prompt --not-again w1"),
        _noted,
        leaves=lambda at: at.journal.choices().hidden_prompts,
        becomes=("w1",),
    ),
)
