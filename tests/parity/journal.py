"""Deeds of the journal's list: some of it, a month, one day, other years; what a page is about, and said before."""

from collections.abc import Mapping

from tests.parity.deed import Deed, Place
from tests.parity.reading import page, pages
from tests.parity.steps import Does, Keys, Lines, Own, Sees, call

FIRST = "a quiet river"
TO_THE_LIST = (Does("journal"), Sees(FIRST))
ASKED = (*TO_THE_LIST, Does("narrow"), Sees("What would you like to see?"))
TO_THE_MONTH = (*TO_THE_LIST, Does("month"), Sees("Pages.", at="month"))
TO_THE_PAGE = (*TO_THE_LIST, Does("open"), Sees(FIRST, at="column"))


def _days(at: Place) -> Mapping[str, str]:
    page(at, FIRST, when="2026-03-01")
    return page(at, "another day")


def _about(at: Place) -> Mapping[str, str]:
    goal = at.journal.add_goal("get out most days").id
    ids = page(at, FIRST)
    at.journal.set_page_about(ids["page"], themes=("hope",), tags=("river",), goals=(goal,))
    at.journal.bring(ids["page"])
    page(at, "something else")
    return {**ids, "goal": goal}


def _page(at: Place) -> Mapping[str, str]:
    return page(at, FIRST)


def _years_ago(at: Place) -> Mapping[str, str]:
    page(at, "here and now")
    return page(at, FIRST, when="2024-03-14")


def _changed(at: Place) -> Mapping[str, str]:
    ids = page(at, "before it was changed")
    at.journal.change_words(ids["page"], FIRST)
    return ids


SOME_OF_IT = (
    Deed(
        "Read some days, or one kind of thing",
        Keys(
            *ASKED,
            *["down"] * 6,
            "enter",
            Sees("Which days?"),
            *["down"] * 5,
            "enter",
            Sees("From which day?", at="words"),
            Own("2026-03-01", "the first day"),
            "enter",
            Sees("To which day?", at="words"),
            Own("2026-03-02", "the last day"),
            "enter",
            Sees("Showing 1 thing from 1 Mar 2026 to 2 Mar 2026"),
        ),
        Lines("some", "some days", Own("2026-03-01", "the first day"), Own("2026-03-02", "the last day")),
        call("show --from 2026-03-01 --to 2026-03-02 --kind entry"),
        _days,
        shows=(FIRST,),
        too=(
            Keys(
                *ASKED,
                "enter",
                Sees("Which kind?"),
                "down",
                "down",
                "enter",
                Sees("Showing 2 pages."),
                Does("show-all"),
            ),
            Lines("journal", "some", "one kind of thing", "pages"),
        ),
    ),
    Deed(
        "Read what is about a theme, a tag or a goal",
        Keys(
            *ASKED, "down", "enter", Sees("Which theme?"), "down", "down", "enter", Sees("Showing 1 thing about hope.")
        ),
        Lines("some", "a theme", "hope"),
        call("show --theme hope"),
        _about,
        shows=(FIRST,),
        too=(
            Keys(*ASKED, "down", "down", "enter", Sees("Which tag?"), "down", "enter", Sees("tagged “river”.")),
            Keys(*ASKED, *["down"] * 3, "enter", Sees("Which goal?"), "down", "enter", Sees("for the goal “get out")),
            Lines("some", "a tag", "river"),
            Lines("some", "a goal", "get out most days"),
            call("show --tag river"),
            call("show --goal {goal} --kind entry"),
        ),
    ),
    Deed(
        "Read what is marked to bring, or kept for a hard day",
        Keys(*ASKED, *["down"] * 4, "enter", Sees("Showing 1 thing to bring to a session.")),
        Lines("some", "what I marked to bring to a session"),
        call("show --bring"),
        _about,
        shows=(FIRST,),
    ),
    Deed(
        "See which days of a month have something",
        Keys(*TO_THE_MONTH),
        Lines("month", ""),
        call("show --month"),
        _page,
        shows=(("something is written for that day", "Saturday 14 March 2026: pages"),),
    ),
    Deed(
        "Read what one day has",
        Keys(*TO_THE_MONTH, Does("open-day"), Sees(FIRST, at="list"), Does("open-of-day"), Sees(FIRST, at="column")),
        Lines("month", "2026-03", "1"),
        call("show --from 2026-03-14 --to 2026-03-14"),
        _page,
        shows=(FIRST,),
    ),
    Deed(
        "Read what was written on this day in other years",
        Keys(Does("journal"), Sees("here and now"), Does("on-this-day"), Sees(FIRST)),
        Lines("other years"),
        call("show --other-years"),
        _years_ago,
        shows=(FIRST,),
        too=(
            Keys(
                Does("journal"), Sees("here and now"), Does("month"), Sees("Pages."), Does("other-years"), Sees(FIRST)
            ),
        ),
    ),
)

VERSIONS = (
    Deed(
        "Read what a page said before it was changed",
        Keys(*TO_THE_PAGE, Does("versions"), Sees("until Sat", at="list"), Does("open-version")),
        Lines("journal", "1", "versions", "1", "no"),
        call("show {page} --versions"),
        _changed,
        shows=("before it was changed",),
    ),
    Deed(
        "Bring its earlier words back",
        Keys(
            *TO_THE_PAGE,
            Does("versions"),
            Sees("until Sat", at="list"),
            Does("open-version"),
            Sees("before it was changed", at="column"),
            Does("bring-back"),
        ),
        Lines("journal", "1", "versions", "1", "yes"),
        call("edit {page} --bring-back 1"),
        _changed,
        leaves=lambda at: [(one.body, len(at.journal.earlier_versions(one.id))) for one in pages(at)],
        becomes=[("before it was changed", 2)],
    ),
)

DELETED_FROM_A_DAY = Keys(*TO_THE_MONTH, Does("open-day"), Sees(FIRST, at="list"), Does("delete-of-day"))
"""Another way to delete something, for the deed that is about it."""
