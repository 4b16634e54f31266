"""Going on with a draft, wherever it was begun: on the screen, in a shell or here."""

from collections.abc import Callable
from dataclasses import replace

from journal.domain import draft_kinds
from journal.domain.entry import Draft, JournalEntry
from journal.domain.parts import values_of
from journal.domain.shelves import SHELVES
from journal.errors import NotFound
from tui.plain import partners, plans, session_after, sessions, together
from tui.plain.changing import change_all
from tui.plain.checking_in import check_in
from tui.plain.goal_open import OpenGoal
from tui.plain.goal_page import reflect
from tui.plain.goal_steps import ask_step, reword
from tui.plain.goals import new_goal
from tui.plain.pages import change_from
from tui.plain.shelves import OpenThing, add_thing
from tui.plain.visit import Visit
from tui.plain.writing import go_on
from tui.wording import goals
from tui.wording import plain_groups as said
from tui.wording import plain_rows as rows

GoesOn = Callable[[Visit, Draft], object]


def go_on_with(visit: Visit, draft: Draft) -> None:
    """Go on where it was begun; words of a kind that is not known, or of something that is gone, become a page.

    Raises:
        Back, Leave, EndOfInput: as they say; what was typed has been kept.
    """
    begun = visit.journal.take_up(draft)
    is_facilitators = visit.journal.is_facilitators
    try:
        (_facilitators_way_of if is_facilitators else _way_of)(begun)(visit, begun)
    except NotFound:
        if is_facilitators:
            # Nothing becomes a page of a journal there.
            visit.talk.say(said.CANNOT_GO_ON)
        else:
            _as_a_page(visit, begun)


def _facilitators_way_of(draft: Draft) -> GoesOn:
    if draft_kinds.is_message(draft):
        return together.go_on_replying
    return together.go_on_with_card if draft.kind == "role_card" else together.go_on_with_group


def _way_of(draft: Draft) -> GoesOn:
    if draft.item_id is not None and draft_kinds.parts_of(draft.kind):
        return _finish_changing
    if draft_kinds.section_of(draft) is not None:
        return _write_section
    if draft_kinds.is_message(draft):
        return together.go_on_writing
    return _add_thing if draft_kinds.shelf_of_new(draft) is not None else _WAYS.get(draft.kind, _as_a_page)


def _finish_changing(visit: Visit, draft: Draft) -> None:
    kind, item_id = draft.kind, str(draft.item_id)
    thing = visit.journal.thing(kind, item_id) if kind in SHELVES else visit.journal.read(item_id)
    parts = SHELVES[kind].parts if kind in SHELVES else draft_kinds.parts_of(kind)
    change_all(visit, draft, parts, values_of(thing, draft_kinds.parts_of(kind)))


def _go_on_writing(visit: Visit, draft: Draft) -> None:
    if draft.item_id is None:
        go_on(visit, draft)
    else:
        change_from(visit, draft, is_page=isinstance(visit.journal.read(draft.item_id), JournalEntry))


def _write_section(visit: Visit, draft: Draft) -> None:
    found = draft_kinds.section_of(draft)
    if found is None:
        raise NotFound
    plans.write_section(visit, plans.Section(*found), draft)


def _add_thing(visit: Visit, draft: Draft) -> None:
    shelf = draft_kinds.shelf_of_new(draft)
    if shelf is None:
        raise NotFound
    add_thing(visit, shelf, draft)


def _reword(visit: Visit, draft: Draft) -> None:
    reword(visit, visit.journal.step(str(draft.item_id)), goals.STEP_IN_OTHER_WORDS, begun=draft)


def _add_step(visit: Visit, draft: Draft) -> None:
    goal = visit.journal.goal(str(draft.item_id))
    ask_step(visit, goal.id, goals.SMALL_STEP, text=draft.body, draft_id=draft.id)


def _reflect(visit: Visit, draft: Draft) -> None:
    reflect(OpenGoal(visit, str(draft.item_id)), goals.REFLECT, draft)


def _offer_step(visit: Visit, draft: Draft) -> None:
    session_after.offer_step(visit, visit.journal.session(str(draft.item_id)), draft.body, draft.id)


def _as_a_page(visit: Visit, draft: Draft) -> None:
    go_on(visit, replace(draft, kind="entry", item_id=None, body=rows.draft_words(draft), title=None, answers=None))


def _half(visit: Visit, draft: Draft) -> None:
    is_after = draft_kinds.half_of(draft) == draft_kinds.SESSION_AFTER
    (session_after.after if is_after else sessions.before)(visit, draft)


_WAYS: dict[str, GoesOn] = {
    "entry": _go_on_writing,
    "check-in": lambda visit, _: check_in(visit),
    draft_kinds.GOAL_TITLE: new_goal,
    draft_kinds.GOAL_STEP: _add_step,
    draft_kinds.STEP_WORDS: _reword,
    draft_kinds.GOAL_REFLECTION: _reflect,
    draft_kinds.AGREEMENT: lambda visit, draft: partners.agree(OpenThing(visit, "partner", str(draft.item_id)), draft),
    draft_kinds.ENDING: lambda visit, draft: partners.end(OpenThing(visit, "partner", str(draft.item_id)), draft),
    draft_kinds.SESSION_NEXT: _offer_step,
    draft_kinds.NEXT_MEETING: together.go_on_with_line,
    draft_kinds.MY_PAGE: together.go_on_with_page,
    **dict.fromkeys(draft_kinds.HALVES, _half),
}
"""By the name of the draft."""
