"""Deeds on what is written: read, found, put in other words, marked, deleted and taken back."""

from collections.abc import Mapping
from dataclasses import replace

from tests.parity.deed import Deed, Place
from tests.parity.journal import DELETED_FROM_A_DAY
from tests.parity.reading import brought, check_in, in_sight, noted, page, pages, written
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

TITLE = "By the river"
FIRST = "a quiet river"
TO_THE_LIST = (Does("journal"), Sees(FIRST))
TO_THE_PAGE = (*TO_THE_LIST, Does("open"), Sees(FIRST, at="column"))


def _page(at: Place) -> Mapping[str, str]:
    return page(at, FIRST)


def _titled(at: Place) -> Mapping[str, str]:
    return page(at, "the heron stood still", TITLE)


def _page_and_check_in(at: Place) -> Mapping[str, str]:
    return {**page(at, FIRST), **check_in(at, "slept well")}


def _check_in(at: Place) -> Mapping[str, str]:
    return check_in(at, "slept well")


def _brought(at: Place) -> Mapping[str, str]:
    ids = _page(at)
    at.journal.bring(ids["page"])
    return ids


def _kept(at: Place) -> Mapping[str, str]:
    ids = _page(at)
    at.journal.keep(ids["page"])
    return ids


def _deleted(at: Place) -> Mapping[str, str]:
    ids = _page(at)
    at.journal.delete(ids["page"])
    return ids


def _three(at: Place) -> Mapping[str, str]:
    for body in ("nothing to see", "a quiet river bank", "nor here"):
        at.journal.write_page(replace(at.journal.blank_page(), body=body))
    return {}


READING = (
    Deed(
        "Read the journal, newest first",
        Keys(Does("journal")),
        Lines("journal"),
        call("show"),
        _page_and_check_in,
        shows=(FIRST, "mood 6", "slept well"),
    ),
    Deed(
        "Read one page or check-in",
        Keys(Does("journal"), Sees(TITLE), Does("open")),
        Lines("journal", "1"),
        call("show {page}"),
        _titled,
        shows=(TITLE, "the heron stood still"),
    ),
    Deed(
        "Find words anywhere",
        Keys(Does("search"), Sees("Type a word.", at="words"), Own("riv", "words")),
        Lines("search", Own("riv", "words")),
        call("search -", Own("riv", "words")),
        _three,
        shows=("a quiet river bank",),
    ),
)

CHANGING = (
    Deed(
        "Change the words of a page; the earlier ones are kept",
        Keys(*TO_THE_PAGE, Does("edit"), Sees(FIRST, at="editor"), Own(" at noon", "other words"), Does("save-page")),
        Lines("journal", "1", "change", "all the words", Own(f"{FIRST} at noon", "other words"), "."),
        call("edit {page} -", Own(f"{FIRST} at noon", "other words")),
        _page,
        leaves=lambda at: [(one.body, one.edited_at is not None) for one in pages(at)],
        becomes=[(f"{FIRST} at noon", True)],
    ),
    Deed(
        "Change the note of a check-in",
        Keys(
            Does("journal"),
            Sees("slept well"),
            Does("open"),
            Sees("slept well", at="column"),
            Does("edit"),
            Sees("slept well", at="editor"),
            Own(", woke late", "other words"),
            Does("save-page"),
        ),
        Lines("journal", "1", "change", "all the words", Own("slept well, woke late", "other words"), "."),
        call("edit {check_in} -", Own("slept well, woke late", "other words")),
        _check_in,
        leaves=noted,
        becomes=["slept well, woke late"],
    ),
    Deed(
        "Keep a page or a check-in for a hard day",
        Keys(*TO_THE_PAGE, Does("keep")),
        Lines("journal", "1", "keep"),
        call("keep {page}"),
        _page,
        leaves=lambda at: [one.keep for one in pages(at)],
        becomes=[True],
    ),
    Deed(
        "Keep it no more",
        Keys(*TO_THE_PAGE, Does("keep")),
        Lines("journal", "1", "keep"),
        call("keep {page} --off"),
        _kept,
        leaves=lambda at: [one.keep for one in pages(at)],
        becomes=[False],
    ),
    Deed(
        "Mark a page or a check-in to bring to a session",
        Keys(*TO_THE_PAGE, Does("bring")),
        Lines("journal", "1", "bring"),
        call("bring {page}"),
        _page,
        leaves=lambda at: [one.bring for one in pages(at)],
        becomes=[True],
    ),
    Deed(
        "Take that mark away",
        Keys(*TO_THE_PAGE, Does("bring")),
        Lines("journal", "1", "bring"),
        call("bring {page} --off"),
        _brought,
        leaves=brought,
        becomes=[],
    ),
    Deed(
        "Delete something; its words wait for 30 days",
        Keys(*TO_THE_LIST, Does("delete")),
        Lines("journal", "1", "delete"),
        call("delete {page}"),
        _page,
        leaves=lambda at: (in_sight(at), len(at.journal.deeds())),
        becomes=([], 1),
        too=(Keys(*TO_THE_PAGE, Does("delete-page")), DELETED_FROM_A_DAY),
    ),
    Deed(
        "Take back the last delete",
        Keys(Does("undo")),
        Lines("undo"),
        Calls(Call("undo --list"), Call("undo")),
        _deleted,
        leaves=written,
        becomes=[FIRST],
    ),
)
