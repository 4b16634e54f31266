"""Changing parts of a thing: choose one, say it anew, until nothing more is to change. The earlier words are kept."""

from collections.abc import Callable, Mapping, Sequence

from journal.domain.draft_kinds import Place
from journal.domain.entry import Draft
from journal.domain.parts import Part, Value
from tui.plain.choosing import ask_one_of
from tui.plain.forms import Form, begun_at
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import saved
from tui.wording.things import value_in_words


def change_parts(
    visit: Visit,
    kind: str,
    item_id: str,
    parts: Sequence[Part],
    now: Callable[[], Mapping[str, Value]],
) -> None:
    """Change one part after the other; each is saved as soon as it is there.

    Args:
        visit: whom to ask.
        kind: whose words the parts have.
        item_id: what is changed.
        parts: what can be changed, in order.
        now: what the parts have, read anew each time.
    """
    known = False
    while True:
        values = now()
        options = [(part, part_line(kind, part, values)) for part in parts]
        part = ask_one_of(visit.talk, words.ANOTHER_PART if known else words.WHICH_PART, options, lists=not known)
        known = True
        if part is None:
            return
        form = Form(visit, kind, parts, begun_at(visit, Place(kind, item_id)), values=values)
        form.fill_in([part])
        _save(visit, item_id, form)


def change_all(visit: Visit, draft: Draft, parts: Sequence[Part], values: Mapping[str, Value]) -> None:
    """Go through all parts once, with what was begun filled in, then save what is different."""
    form = Form(visit, draft.kind, parts, draft, values=values)
    form.fill_in()
    _save(visit, str(draft.item_id), form)


def _save(visit: Visit, item_id: str, form: Form) -> None:
    changed = form.changed()
    if changed:
        visit.save(lambda: visit.journal.change(item_id, changed, form.draft.id))
        visit.talk.say(saved.CHANGED)


def part_line(kind: str, part: Part, values: Mapping[str, Value]) -> str:
    """A part with the start of what it has, on one line."""
    said = words.start_of(value_in_words(kind, part, values.get(part.name)))
    return words.part_with(of_parts.label(kind, part.name), said)
