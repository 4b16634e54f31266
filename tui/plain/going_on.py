"""Going on with a draft, wherever it was begun: on the screen, in a shell or here."""

from collections.abc import Callable
from dataclasses import replace

from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import GOAL_PARTS
from journal.domain.parts import values_of
from journal.domain.peer_session import SESSION_PARTS
from journal.domain.shelves import SHELVES
from journal.errors import NotFound
from tui.plain import partners, plans, session_after, sessions
from tui.plain.changing import change_all
from tui.plain.checking_in import check_in
from tui.plain.goal_page import REFLECTION, OpenGoal, reflect
from tui.plain.goal_steps import ask_step, reword
from tui.plain.goals import new_goal
from tui.plain.pages import change_from
from tui.plain.shelves import OpenThing, add_thing
from tui.plain.visit import Visit
from tui.plain.whom import OF_A_GROUP, whom_of_draft
from tui.plain.writing import go_on
from tui.wording import goals
from tui.wording import plain_rows as rows

GoesOn = Callable[[Visit, Draft], object]
OF_A_NAME = "-name"
"""What the drafts of a new thing's name end with on the screen; the kind of the thing comes before it."""


def go_on_with(visit: Visit, draft: Draft) -> None:
    """Go on where it was begun; words of a kind that is not known, or of something that is gone, become a page.

    Raises:
        Back, Leave, EndOfInput: as they say; what was typed has been kept.
    """
    try:
        _way_of(draft)(visit, draft)
    except NotFound:
        _as_a_page(visit, draft)


def _way_of(draft: Draft) -> GoesOn:
    kind = draft.kind
    if draft.item_id is not None and kind in _PARTS:
        return _finish_changing
    if kind.startswith(plans.DRAFTS):
        return _write_section
    if kind in SHELVES:
        return lambda visit, _: add_thing(visit, kind)
    return _add_by_name if kind.removesuffix(OF_A_NAME) in SHELVES else _WAYS.get(kind, _as_a_page)


def _finish_changing(visit: Visit, draft: Draft) -> None:
    kind, item_id = draft.kind, str(draft.item_id)
    thing = visit.journal.thing(kind, item_id) if kind in SHELVES else visit.journal.read(item_id)
    change_all(visit, kind, item_id, _PARTS[kind], values_of(thing, _PARTS[kind]))


def _go_on_writing(visit: Visit, draft: Draft) -> None:
    if draft.item_id is None:
        go_on(visit, draft)
    else:
        change_from(visit, draft, is_page=isinstance(visit.journal.read(draft.item_id), JournalEntry))


def _write_section(visit: Visit, draft: Draft) -> None:
    section = plans.section_of(draft)
    if section is None:
        raise NotFound
    plans.write_section(visit, section)


def _add_by_name(visit: Visit, draft: Draft) -> None:
    add_thing(visit, draft.kind.removesuffix(OF_A_NAME), draft)


def _reword(visit: Visit, draft: Draft) -> None:
    reword(visit, visit.journal.step(str(draft.item_id)), goals.STEP_IN_OTHER_WORDS, begun=draft)


def _add_step(visit: Visit, draft: Draft) -> None:
    goal = visit.journal.goal(str(draft.item_id))
    ask_step(visit, goal.id, goals.SMALL_STEP, text=draft.body, draft_id=draft.id)


def _offer_step(visit: Visit, draft: Draft) -> None:
    session_after.offer_step(visit, visit.journal.session(str(draft.item_id)), draft.body, draft.id)


def _as_a_page(visit: Visit, draft: Draft) -> None:
    go_on(visit, replace(draft, kind="entry", item_id=None, body=rows.draft_words(draft), title=None, answers=None))


def _before(visit: Visit, draft: Draft) -> None:
    sessions.before(visit, whom_of_draft(visit, draft))


def _after(visit: Visit, draft: Draft) -> None:
    session_after.after(visit, whom_of_draft(visit, draft))


_PARTS = {
    **{kind: shelf.parts for kind, shelf in SHELVES.items()},
    "goal": GOAL_PARTS,
    "session": SESSION_PARTS,
}

_WAYS: dict[str, GoesOn] = {
    "entry": _go_on_writing,
    "check-in": lambda visit, _: check_in(visit),
    "goal-title": new_goal,
    "goal-step": _add_step,
    "step-words": _reword,
    REFLECTION: lambda visit, draft: reflect(OpenGoal(visit, str(draft.item_id)), goals.REFLECT),
    partners.AGREEMENT_DRAFT: lambda visit, draft: partners.agree(OpenThing(visit, "partner", str(draft.item_id))),
    partners.ENDING_DRAFT: lambda visit, draft: partners.end(OpenThing(visit, "partner", str(draft.item_id))),
    sessions.DRAFT: _before,
    sessions.DRAFT + OF_A_GROUP: _before,
    session_after.DRAFT: _after,
    session_after.DRAFT + OF_A_GROUP: _after,
    session_after.NEXT_DRAFT: _offer_step,
}
"""By the name of the draft."""
