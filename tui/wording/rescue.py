"""Sentences about a damaged journal: what came over into a new one, and what did not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.language import _
from tui.wording.copies import holds
from tui.wording.dates import short_day
from tui.wording.saved import things

if TYPE_CHECKING:
    from journal.use_cases.rescuing import NotRead, Rescued

NOT_A_FOLDER = _("--to takes the path of a folder that is not there yet.")
ALL_OF_IT = _("Everything in it could be read.")
NOT_ALL_OF_IT = _("Some of it could not be read:")
SAME_KEYS = _("It opens with the same passphrase and the same recovery words.")
MAY_HOLD = _("A safety copy may still hold what could not be read: cairn backup list")
NO_COPY_HERE = _("There is no safety copy on this computer. A backup from elsewhere: cairn backup restore FILE")
"""The way out of any damage to the journal file, in one line."""

_PLACES = {
    "item": _("days and times"), "check_in": _("check-ins"), "check_in_feeling": _("feelings of check-ins"), "entry": _("pages"),
    "item_tag": _("tags"), "item_theme": _("themes"), "item_goal": _("which goals pages are about"),
    "earlier_version": _("earlier versions"), "draft": _("drafts"), "goal": _("goals"), "goal_step": _("steps of goals"),
    "goal_reflection": _("reflections on goals"), "peer_session": _("peer sessions"), "partner": _("partners"),
    "coping_tool": _("tools"), "tool_use": _("which tools you used"), "strength": _("strengths"), "person": _("people"),
    "week": _("your week"), "story": _("stories"), "plan": _("plans"), "setting": _("settings"), "deed": _("what you can undo"),
    "deed_item": _("what you can undo"), "deed_draft": _("drafts you can bring back"), "arrival": _("what came from elsewhere"),
    "pair": _("how you stand with partners"), "meeting": _("how you stand with partners"), "note_out": _("words to partners"),
    "note_in": _("words of partners"), "consent": _("what you said yes to"), "ledger": _("what you said yes to"),
    "consent_goal": _("what you said yes to"), "summary": _("pages for facilitators"), "peer_group": _("groups"),
    "role_card": _("what people read about you"), "group_note": _("notes to groups"),
}  # fmt: skip


def account(rescued: "Rescued", old: str, *, has_copies: bool) -> list[str]:
    """What came over, what did not, and what to do now."""
    lines = [_("What can be read of your journal is now in {root}").format(root=rescued.home.root), holds(rescued.rows)]
    lines += [ALL_OF_IT] if rescued.is_whole else _lost(rescued)
    if has_copies and not rescued.is_whole:
        lines.append(MAY_HOLD)
    lines += [SAME_KEYS, _("The journal you had is as it was, in {old}").format(old=old)]
    return [*lines, _("To open the new one: cairn --home {root}").format(root=rescued.home.root)]


def copies_there(copies: Sequence[tuple[str, str]]) -> str:
    """The safety copies that could be put in the journal's place. Each is a day and a path, the oldest first."""
    if not copies:
        return NO_COPY_HERE
    day, path = copies[-1]
    newest = _("There is a safety copy of {short_day}: cairn backup restore {path}").format(
        short_day=short_day(day), path=path
    )
    others = [short_day(other) for other, _path in reversed(copies[:-1])]
    return _("{newest}\nOthers are of {days}.").format(newest=newest, days=", ".join(others)) if others else newest


def _lost(rescued: "Rescued") -> list[str]:
    lines = [NOT_ALL_OF_IT, *dict.fromkeys(f"  {_place(one)}" for one in rescued.not_read)]
    if rescued.words_from_search:
        lines.append(
            _(
                "{things} got the words back from what the search keeps. Title, text and tags stand there in one."
            ).format(things=things(rescued.words_from_search))
        )
    if rescued.without_words:
        lines.append(
            _("Where “…” stands, words could not be read. That is so for {things}.").format(
                things=things(rescued.without_words)
            )
        )
    if rescued.without_a_day:
        lines.append(
            _("The day of {things} could not be read. You find that under today.").format(
                things=things(rescued.without_a_day)
            )
        )
    if rescued.left_out:
        lines.append(_("Left out, for what they belong to is gone: {listed}.").format(listed=_listed(rescued.left_out)))
    return lines


def _place(lost: "NotRead") -> str:
    what = _PLACES.get(lost.table, lost.table.replace("_", " "))
    if lost.between is None:
        return what
    first, last = (short_day(day) for day in lost.between)
    return (
        _("{what}, around {first}").format(what=what, first=first)
        if first == last
        else _("{what}, from {first} to {last}").format(what=what, first=first, last=last)
    )


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{_PLACES.get(table, table.replace('_', ' '))} ({count})" for table, count in counts.items())
