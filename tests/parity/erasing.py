"""Deeds that erase for good: told what goes, a copy offered, the word, and the passphrase once more."""

from collections.abc import Mapping

from tests.parity.deed import Deed, Place
from tests.parity.keeping import ERASES, TO_ERASE, TYPED_TO_ERASE, row
from tests.parity.reading import page
from tests.parity.steps import Does, Keys, Lines, Own, Sees, call

DAY = Own("2026-03-01", "the day")
HIS_NAME = "Sam next door"


def _page(at: Place) -> Mapping[str, str]:
    return page(at, "a quiet river")


def _days(at: Place) -> Mapping[str, str]:
    page(at, "a quiet river", when=DAY.text)
    return {}


def _goal(at: Place) -> Mapping[str, str]:
    goal = at.journal.add_goal("get out most days")
    at.journal.add_step(goal.id, "walk to the corner")
    return {"goal": goal.id}


def _tool(at: Place) -> Mapping[str, str]:
    return {"tool": at.journal.add_thing("tool", {"name": "slow breathing"}).id}


def _partner(at: Place) -> Mapping[str, str]:
    return {"partner": at.journal.add_thing("partner", {"partner_alias": HIS_NAME}).id}


def _session(at: Place) -> Mapping[str, str]:
    return {"session": at.journal.reflect_on_session({"gave": "an hour of listening"}).id}


def _rows(at: Place) -> int:
    """How many things there are, be they out of sight."""
    return int(at.journal._connection.one("SELECT count(*) FROM item") or 0)


ERASING = (
    Deed(
        "Erase a page or a check-in for good",
        Keys(
            Does("journal"),
            Sees("a quiet river"),
            Does("open"),
            Sees("a quiet river", at="column"),
            Does("erase-page"),
            *TO_ERASE,
        ),
        Lines("journal", "1", "erase", *TYPED_TO_ERASE),
        call("erase {page} -", ERASES),
        _page,
        leaves=_rows,
        becomes=0,
    ),
    Deed(
        "Erase a goal for good",
        Keys(
            Does("goals"),
            Sees("get out most days"),
            Does("open-goal"),
            Sees("walk to the corner", at="steps"),
            Does("erase-this-goal"),
            *TO_ERASE,
        ),
        Lines("goals", "1", "erase", *TYPED_TO_ERASE),
        call("erase {goal} -", ERASES),
        _goal,
        leaves=_rows,
        becomes=0,
    ),
    Deed(
        "Erase something of your toolbox for good",
        Keys(
            Does("toolbox"),
            Sees("slow breathing"),
            Does("open-thing"),
            Sees("slow breathing", at="column"),
            Does("erase-this-thing"),
            *TO_ERASE,
        ),
        Lines("tools", "1", "erase", *TYPED_TO_ERASE),
        call("erase {tool} -", ERASES),
        _tool,
        leaves=_rows,
        becomes=0,
    ),
    Deed(
        "Erase what you wrote about a session for good",
        Keys(
            Does("peers"),
            Sees("W adds something"),
            "end",
            Does("open-peer"),
            Sees("an hour of listening", at="column"),
            Does("erase-session"),
            *TO_ERASE,
        ),
        Lines("sessions", "1", "erase", *TYPED_TO_ERASE),
        call("erase {session} -", ERASES),
        _session,
        leaves=_rows,
        becomes=0,
    ),
    Deed(
        "Erase someone you meet with for good",
        Keys(
            Does("peers"),
            Sees(HIS_NAME),
            Does("open-peer"),
            Sees(HIS_NAME, at="column"),
            Does("erase-partner"),
            *TO_ERASE,
        ),
        Lines("partners", "1", "erase", *TYPED_TO_ERASE),
        call("erase {partner} -", ERASES),
        _partner,
        leaves=_rows,
        becomes=0,
    ),
    Deed(
        "Erase some days for good",
        Keys(
            *row("erase"),
            Sees("What shall go, for good?"),
            "enter",
            Sees("Which days?", at="first"),
            DAY,
            "enter",
            Sees("Which days?", at="last"),
            DAY,
            "enter",
            *TO_ERASE,
        ),
        Lines("erase days", DAY, "skip", *TYPED_TO_ERASE),
        call("erase --from 2026-03-01 --to 2026-03-01 -", ERASES),
        _days,
        leaves=_rows,
        becomes=0,
    ),
    Deed(
        "Erase everything for good",
        Keys(*row("erase"), Sees("What shall go, for good?"), "down", "enter", *TO_ERASE),
        Lines("erase everything", *TYPED_TO_ERASE),
        call("erase --everything -", ERASES),
        _page,
        is_gone=True,
    ),
)
