"""Sentences about taking everything along and bringing it back. Said in all three ways."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from journal.domain.leaving import CHOICE, EARLIER
from tui.language import _, _n
from tui.wording.counted import counted
from tui.wording.dates import day_in_words

if TYPE_CHECKING:
    from journal.use_cases.arriving_archive import Brought

NO_DASH = _("A copy goes to a place, not to standard output: --to takes a path.")
NOT_LOCKED = _("This makes a copy that is not locked. Anyone who opens it can read it.")
NOT_IN_IT = _("Not in it: what you deleted, what you chose for this computer alone, and any key to your journal.")
NOT_IN_PAGES = _("Not in it: what you deleted, your settings, support lines of your own, and any key to your journal.")
CHOICES_COME = _("What you chose there comes along. What you chose here stays as it is.")
NOTHING_YET = _("There was nothing in your journal yet, so it is nearly empty.")
ARCHIVE_COMES_BACK = _("cairn import reads it back, here or on another computer.")
READ_FROM_INDEX = _("Begin with index.md. Earlier versions of your words are in the archive format.")
TAKES_IT_BACK = _("cairn undo takes the import back.")
NOTHING_NEW = _(
    "All that this archive holds is here, or was here before. Nothing was changed, even where its words are others."
)
NEEDS_NEITHER = _(
    "An archive of cairn's own knows its times, and comes in whole: --zone and --keep-good are for other files."
)

_BESIDE = (EARLIER, CHOICE)
"""What comes with the things it belongs to, and is not counted as one."""


def left(path: str, form: str, counts: Mapping[str, int]) -> list[str]:
    """What was taken along, and what to do with it."""
    held = counted({kind: count for kind, count in counts.items() if kind != CHOICE})
    holds = _("It holds {held}.").format(held=held) if held else NOTHING_YET
    after = {"archive": [ARCHIVE_COMES_BACK], "markdown": [READ_FROM_INDEX]}
    not_in_it = NOT_IN_PAGES if form == "markdown" else NOT_IN_IT
    return [_("Your copy is in {path}").format(path=path), holds, not_in_it, *after.get(form, [])]


def things(counts: Mapping[str, int]) -> int:
    """How many things, without what belongs to them."""
    return sum(count for kind, count in counts.items() if kind not in _BESIDE)


def brought(what: "Brought", *, dry_run: bool) -> list[str]:
    """What an archive brought, or would bring."""
    new = {kind: count for kind, count in what.new.items() if kind != CHOICE}
    known = things(what.known)
    lines = [NOTHING_NEW] if not what.new else []
    if any(new.values()):
        lines.append((_("{what} would come in.") if dry_run else _("{what} came in.")).format(what=counted(new)))
    if CHOICE in what.new:
        lines.append(CHOICES_COME)
    if known and what.new:
        lines.append(
            _(
                "Here before, or deleted here: {known}. These stay as they are here, even where the "
                "archive has other words."
            ).format(known=known)
        )
    if what.first is not None and what.last is not None:
        lines.append(_days(day_in_words(what.first), day_in_words(what.last)))
    lines += doubts(what)
    return [*lines, TAKES_IT_BACK] if things(new) and not dry_run else lines


def _days(first: str, last: str) -> str:
    return (
        _("Its days are from {first} to {last}.").format(first=first, last=last)
        if first != last
        else _("It is all of {first}.").format(first=first)
    )


def doubts(what: "Brought") -> list[str]:
    """What did not come in quite as it left."""
    said = []
    if what.links_left_out:
        left_out = _n(
            "1 name was left out of what came in, since you let go here of what it stood for.",
            "{count} names were left out of what came in, since you let go here of what they stood for.",
            what.links_left_out,
        )
        said.append(left_out.format(count=what.links_left_out))
    if what.joined:
        joined = _n(
            "1 part of your plans had words here. Those that came stand under them.",
            "{count} parts of your plans had words here. Those that came stand under them.",
            what.joined,
        )
        said.append(joined.format(count=what.joined))
    return said
