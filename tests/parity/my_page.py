"""Deeds on a page for who holds one's group: written, looked at, shared, paused, stopped."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from journal.domain.groups import FacilitatorSummary
from sync.consent.sharing import Sharing
from tests.groups.people import LIMITS, Held
from tests.parity.deed import Deed, Place
from tests.parity.in_group import MATTERS, as_it_is, group, shares, with_a_page
from tests.parity.keeping import ERASES, TO_ERASE, TYPED_TO_ERASE
from tests.parity.my_group import TO_KIM
from tests.parity.steps import Call, Calls, Does, Keys, KeyStep, Lines, LineStep, Own, Sees, call

YES = Own("yes", "yes")
GOAL = "Get out most days"
TO_PAGE = (*TO_KIM, Does("open-my-page"), Sees("My page for Kim"))
TO_WRITTEN = (*TO_PAGE, Sees(MATTERS.text, at="column"))
LOOKS: tuple[KeyStep, ...] = (
    Does("look-at-my-page"),
    Sees(LIMITS),
    Does("read-role-card"),
    Sees("Kim will see exactly:"),
)
LOOKS_AGAIN: tuple[KeyStep, ...] = (Does("look-at-my-page"), Sees("Kim will see exactly:"))
SKIPS: tuple[LineStep, ...] = ("skip", "skip", "skip")
NEW_WORDS = "Sitting still"
WALKS = Own("Walks", "what helps you")
HELPS: tuple[KeyStep, ...] = (Does("more-parts"), Sees("What helps me"), "tab", WALKS)
"""On the form of the page: the rest of it, and one part of that."""


@group
def _with_a_goal(held: Held) -> Mapping[str, str]:
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": MATTERS.text})
    return {"goal": held.ana.journal.add_goal(GOAL, values={"why_it_matters": "the flat is quiet"}).id}


@group
def _written(held: Held) -> Mapping[str, str]:
    page = held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": MATTERS.text})
    held.ana.read_card()
    return {"page": page.id}


@group
def _not_shown(held: Held) -> Mapping[str, str]:
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": MATTERS.text})
    return {}


@group
def _noted(held: Held) -> Mapping[str, str]:
    """Twelve days with an answer, and a page that is begun."""
    journal, now = held.ana.journal, held.clock.now()
    for day in range(12):
        held.clock.set(now - timedelta(days=day))
        journal.record_check_in(replace(journal.blank_check_in(), mood=5))
    held.clock.set(now)
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": MATTERS.text})
    return {}


@group
def _other_words(held: Held) -> Mapping[str, str]:
    share = held.ana.share({"what_matters_to_me_now": MATTERS.text})
    held.visit()
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": NEW_WORDS})
    return {"share": share.id}


@group
def _paused(held: Held) -> Mapping[str, str]:
    share = held.ana.share({"what_matters_to_me_now": MATTERS.text})
    held.ana.sharing.pause(share.id)
    return {"share": share.id}


def _pages(at: Place) -> list[FacilitatorSummary]:
    return [page for page in at.journal.things("summary") if isinstance(page, FacilitatorSummary)]


def _matters(at: Place) -> list[str | None]:
    return [page.what_matters_to_me_now for page in _pages(at)]


def _parts_of_goals(at: Place) -> list[str]:
    return [line.partition(" ")[2] for page in _pages(at) for line in page.goals]


def _sentences(at: Place) -> list[tuple[str, ...]]:
    return [page.look_back_lines for page in _pages(at)]


def _words_shared(at: Place) -> list[str]:
    return [consent.words["what_matters_to_me_now"] for consent in Sharing(at.journal).shares()]


def _until(at: Place) -> list[str]:
    return [consent.expires for consent in Sharing(at.journal).shares()]


def _pages_kept(at: Place) -> int:
    return int(at.journal._connection.one("SELECT count(*) FROM item WHERE kind = 'summary'") or 0)


SENTENCE = "In the last 28 days my mood was mostly 5."

MY_PAGE = (
    Deed(
        "Write a page for who holds your group: three questions, each of which can be left",
        Keys(*TO_PAGE, Sees("What matters to me now"), MATTERS, Does("save-form")),
        Lines("my page", MATTERS, ".", "skip", "skip", "skip"),
        call(
            "summary write --partner {facilitator} -",
            Own('{"what_matters_to_me_now": "Getting out again"}', "its parts as JSON"),
        ),
        as_it_is,
        leaves=_matters,
        becomes=[MATTERS.text],
        whose="member",
    ),
    Deed(
        "Change your page, or open the rest of it",
        Keys(*TO_WRITTEN, Does("write-my-page"), Sees("What matters to me now"), *HELPS, Does("save-form")),
        Lines("my page", *SKIPS, "what helps me", WALKS, ".", "skip"),
        call("summary write --partner {facilitator} -", Own('{"what_helps_me": "Walks"}', "its parts as JSON")),
        _written,
        leaves=lambda at: [page.what_helps_me for page in _pages(at)],
        becomes=["Walks"],
        whose="member",
    ),
    Deed(
        "Choose goals for your page, part by part",
        Keys(
            *(*TO_WRITTEN, Does("goals-on-my-page"), Sees(GOAL, at="rows"), "x", Does("page-goals-chosen")),
            *(Sees("what makes it matter", at="rows"), "down", "x", Does("page-goals-chosen")),
        ),
        Lines("my page", *SKIPS, "goals", GOAL, "2", "skip"),
        call(
            "summary write --partner {facilitator} -",
            Own('{"goals": [{"id": "{goal}", "fields": ["why_it_matters"]}]}', "its parts as JSON"),
        ),
        _with_a_goal,
        leaves=_parts_of_goals,
        becomes=["why_it_matters"],
        whose="member",
    ),
    Deed(
        "Put a sentence of your look back on your page",
        Keys(
            *(*TO_WRITTEN, Does("look-back-on-my-page"), Sees(SENTENCE, at="rows"), "x"),
            *(Does("page-sentences-chosen"), Sees("Change them as you like"), Does("save-form")),
        ),
        Lines("my page", *SKIPS, "from my look back", "yes", "skip"),
        Calls(
            Call("summary look-back"),
            Call(
                "summary write --partner {facilitator} -",
                Own(f'{{"look_back_lines": ["{SENTENCE}"]}}', "its parts as JSON"),
            ),
        ),
        _noted,
        leaves=_sentences,
        becomes=[(SENTENCE,)],
        whose="member",
    ),
    Deed(
        "Read who holds your group before your first yes, then share your page",
        Keys(*TO_WRITTEN, *LOOKS, Does("my-page-yes")),
        Lines("my page", *SKIPS, "skip", "skip", "yes"),
        Calls(
            Call("summary preview --partner {facilitator}"),
            Call("summary send --partner {facilitator} -", YES),
        ),
        _not_shown,
        leaves=shares,
        becomes=[("summary", "active")],
        whose="member",
    ),
    Deed(
        "See exactly what of your page would go, and keep it private",
        Keys(*TO_WRITTEN, *LOOKS_AGAIN),
        Lines("my group", "share", "no"),
        call("summary preview --partner {facilitator}"),
        _written,
        shows=("Kim will see exactly:", MATTERS.text, "I choose to share this page"),
        whose="member",
    ),
    Deed(
        "Share your page until another day",
        Keys(
            *(*TO_WRITTEN, *LOOKS_AGAIN, Does("my-page-date"), Sees("Until which day may they see it?"), "home"),
            *("enter", Sees("until Saturday 21 March"), Does("my-page-yes")),
        ),
        Lines("my group", "share", "until", "1", "yes"),
        call("summary send --partner {facilitator} --days 7 -", YES),
        _written,
        leaves=_until,
        becomes=["2026-03-21"],
        whose="member",
    ),
    Deed(
        "Send the new words of your page",
        Keys(*TO_PAGE, Sees(NEW_WORDS, at="column"), *LOOKS_AGAIN, Does("my-page-yes")),
        Lines("my group", "share", "yes"),
        Calls(Call("share changed"), Call("share send {share} -", YES)),
        _other_words,
        leaves=_words_shared,
        becomes=[NEW_WORDS],
        whose="member",
        too=(Lines("shared", "1", "new words", "yes"),),
    ),
    Deed(
        "See what of your page they see",
        Keys(*TO_WRITTEN, Does("my-page-shared"), Sees("with Kim"), Does("see-exactly"), Sees("What Kim sees of this")),
        Lines("shared", "1"),
        call("share list"),
        with_a_page,
        shows=(("Kim's cairn has it since",),),
        whose="member",
    ),
    Deed(
        "Pause your page",
        Keys(*TO_KIM, Does("facilitator-shares"), Sees("with Kim"), Does("pause-share")),
        Lines("my group", "pause"),
        call("share pause {share}"),
        with_a_page,
        leaves=shares,
        becomes=[("summary", "paused")],
        whose="member",
        too=(Lines("shared", "1", "pause"),),
    ),
    Deed(
        "Go on with a page that is paused",
        Keys(*TO_KIM, Does("facilitator-shares"), Sees("with Kim"), Does("pause-share")),
        Lines("my group", "pause"),
        call("share resume {share}"),
        _paused,
        leaves=shares,
        becomes=[("summary", "active")],
        whose="member",
    ),
    Deed(
        "Stop sharing your page",
        Keys(*TO_KIM, Does("facilitator-shares"), Sees("with Kim"), Does("stop-share")),
        Lines("my group", "stop"),
        call("share stop {share}"),
        with_a_page,
        leaves=shares,
        becomes=[("summary", "stopped")],
        whose="member",
        too=(Lines("shared", "1", "stop"),),
    ),
    Deed(
        "Put your page out of sight, which stops it",
        Keys(*TO_WRITTEN, Does("delete-my-page"), Sees("This is shared with Kim."), "home", "enter"),
        Lines("my group", "delete page", "yes"),
        call("delete {page}"),
        with_a_page,
        leaves=_matters,
        becomes=[],
        whose="member",
    ),
    Deed(
        "Erase your page for good",
        Keys(*TO_WRITTEN, Does("erase-my-page"), Sees("Go on to erasing it?"), "home", "enter", *TO_ERASE),
        Lines("my group", "erase page", *TYPED_TO_ERASE),
        call("erase {page} -", ERASES),
        with_a_page,
        leaves=_pages_kept,
        becomes=0,
        whose="member",
    ),
)
