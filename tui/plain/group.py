"""Groups that a facilitator holds: begun, agreed, written to, closed or handed over. Nobody in one is listed."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from journal.domain.draft_kinds import Place, new_thing
from journal.domain.entry import Draft
from journal.domain.groups import GROUP_AGREEMENT, GROUP_ITSELF, GROUP_PARTS, PeerGroup
from journal.domain.parts import Part, Value, values_of
from journal.errors import NotFound
from sync.consent.groups import NOTICE_DAYS, NOTICE_DAYS_MOST, Groups
from sync.protocol.summary import Closing
from tui.plain import group_invite
from tui.plain.choosing import ask_yes, walk
from tui.plain.deeds import Deed, Menu
from tui.plain.forms import Form, begun_at
from tui.plain.group_open import OpenGroup
from tui.plain.listing import Listing, rows_of
from tui.plain.meeting import ask_place
from tui.plain.visit import Visit
from tui.wording import meeting as meeting_words
from tui.wording import plain as words
from tui.wording import plain_groups as said
from tui.wording import together
from tui.wording.dates import day_and_whole_month, short_day
from tui.wording.facilitating import notice_standing
from tui.wording.indenting import indented
from tui.wording.meeting_place import place_told
from tui.wording.summary import closing_in_words
from tui.wording.things import parts_in_lines

GROUP, NOTE = "peer_group", "group_note"
CLOSING, HANDING = f"{GROUP}-closing", f"{GROUP}-handing"
"""The drafts of what is said of a group's end, beside the group."""
_TEXT = (Part("text", "text"),)
"""Of a note: it can be left."""
_LAST_DAY, _CLOSING_WORDS, _NEXT = (
    next(part for part in GROUP_ITSELF if part.name == name) for name in ("closes_on", "closing_words", "handed_to")
)
_NEEDED_NEXT = Part(_NEXT.name, _NEXT.takes, needed=True)


def read_groups(visit: Visit) -> None:
    """Every group; a number opens one."""
    Listing[PeerGroup](
        visit,
        rows_of(Groups(visit.journal).all),
        lambda group: _row(visit, group),
        lambda group: Menu(visit, deeds(), words.WHAT_NEXT, opened=say_group).stay(OpenGroup(visit, group.id)),
        empty=said.NO_GROUPS,
        deeds=(Deed(said.NEW_GROUP, new_group),),
    ).stay()


def deeds() -> tuple[Deed[OpenGroup], ...]:
    """Everything that can be done with a group, in the order of its numbers."""
    return (
        Deed(said.INVITE, group_invite.invite),
        Deed(said.COMPARE, group_invite.compare),
        Deed(said.TAKE_BACK, group_invite.take_back),
        Deed(said.AGREEMENT, agree),
        Deed(said.NOTE, write_note),
        Deed(said.NOTES, say_notes),
        Deed(said.CLOSE, close),
        Deed(said.HAND_OVER, hand_over),
        Deed(said.GO_ON, go_on),
    )


def _row(visit: Visit, group: PeerGroup) -> str:
    if Groups(visit.journal).is_closed(group):
        return f"{group.name} {said.CLOSED}"
    ends = said.CLOSES.format(day=day_and_whole_month(group.closes_on)) if group.closes_on else ""
    return f"{group.name} {ends}".strip()


def say_group(it: OpenGroup) -> None:
    """Where it meets, what it agreed, whether it ends, and invites that are on their way, which have no names."""
    group, groups = it.read(), Groups(it.visit.journal)
    agreed = parts_in_lines(GROUP, group, GROUP_AGREEMENT)
    it.visit.talk.say(
        _row(it.visit, group),
        meeting_words.MEET_IN.format(place=place_told(group.via)),
        *([said.AGREED, *agreed] if agreed else [said.NO_AGREEMENT]),
        *_ends(group),
        *(group_invite.row(it.visit, one) for one in groups.on_their_way(group)),
    )


def new_group(visit: Visit, begun: Draft | None = None) -> None:
    """A name, and where its people meet. `begun` is the draft to go on with, else the latest."""
    form = Form(visit, GROUP, GROUP_PARTS, begun or begun_at(visit, new_thing(GROUP)))
    places: list[str | None] = []
    walk([form.fill_in, lambda: places.append(_ask_place(visit))])
    via = places[-1]
    if via is None:
        visit.talk.say(said.NOT_MADE)
        return
    visit.save(lambda: Groups(visit.journal).create(str(form.values["name"]), via))
    visit.save(lambda: visit.journal.keep_parts(form.draft, {}))
    visit.talk.say(said.GROUP_MADE)


def _ask_place(visit: Visit) -> str | None:
    visit.talk.say(meeting_words.ABOUT_FOLDER)
    return ask_place(visit, makes=True)


def agree(it: OpenGroup, begun: Draft | None = None) -> None:
    """What the group agreed, a section at a time. `begun` is the draft to go on with, else the latest."""
    visit, group = it.visit, it.open()
    draft = begun or begun_at(visit, Place(GROUP, it.id))
    form = Form(visit, GROUP, GROUP_AGREEMENT, draft, values=values_of(group, GROUP_AGREEMENT))
    form.fill_in(GROUP_AGREEMENT)
    known = {part.name for part in GROUP_AGREEMENT}
    changed = {name: value for name, value in form.changed().items() if name in known}
    if changed:
        visit.save(lambda: Groups(visit.journal).agree(it.id, changed, form.draft.id))
        visit.talk.say(said.AGREEMENT_SAVED)


def write_note(it: OpenGroup, begun: Draft | None = None) -> None:
    """A few words to everybody in the group. `begun` is the draft to go on with, else the latest."""
    visit = it.visit
    it.open()
    visit.talk.say(together.READ_LATER.format(name=it.read().name))
    form = Form(visit, NOTE, _TEXT, begun or begun_at(visit, Place(NOTE, it.id)))
    form.fill_in(_TEXT)
    if text := form.values.get("text"):
        visit.save(lambda: Groups(visit.journal).write_note(it.id, str(text), form.draft.id))
        visit.talk.say(said.NOTE_SENT)


def say_notes(it: OpenGroup) -> None:
    """What was written to the group, the newest first."""
    notes = Groups(it.visit.journal).notes(it.id)
    it.visit.talk.say(*[f"{short_day(note.created_at[:10])}: {note.text}" for note in notes] or [said.NO_NOTES])


# The end of it


def close(it: OpenGroup, begun: Draft | None = None) -> None:
    """The last day and a few words; the group reads it once it was said. `begun` as above."""
    _say_end(it, CLOSING, (_LAST_DAY, _CLOSING_WORDS), begun)


def hand_over(it: OpenGroup, begun: Draft | None = None) -> None:
    """The same, with who holds it next; each person joins them anew, or does not."""
    it.visit.talk.say(said.ANEW)
    _say_end(it, HANDING, (_NEEDED_NEXT, _LAST_DAY, _CLOSING_WORDS), begun)


def _say_end(it: OpenGroup, kind: str, parts: tuple[Part, ...], begun: Draft | None) -> None:
    visit, group = it.visit, it.open()
    draft = begun or begun_at(visit, Place(kind, it.id))
    form = Form(visit, GROUP, parts, draft, values=values_of(group, parts))
    # Where a day stands already, Enter alone leaves that.
    usual = [] if form.values.get(_LAST_DAY.name) else [said.LAST_DAY_USUAL.format(days=NOTICE_DAYS)]
    visit.talk.say(*notice_standing(group.closes_on, group.handed_to), *usual, said.AFTER_IT)
    form.fill_in(parts)
    while not 1 <= (days := _days(visit, form)) <= NOTICE_DAYS_MOST:
        visit.talk.say(said.LAST_DAY_IS.format(most=NOTICE_DAYS_MOST))
        form.fill_in((_LAST_DAY,))
    closing = _closing(visit, {part.name: form.values.get(part.name) or None for part in parts}, days)
    visit.talk.say(said.CLOSING_SAYS, *indented(closing_in_words(closing)))
    if not ask_yes(visit.talk, said.SAY_SO):
        visit.talk.say(said.NOT_SAID)
        return
    close_it = partial(Groups(visit.journal).close, words=closing.words, handed_to=closing.handed_to)
    visit.save(lambda: close_it(it.id, days=days))
    visit.save(lambda: visit.journal.keep_parts(form.draft, {}))
    visit.talk.say(said.CLOSING_SAID)


def _days(visit: Visit, form: Form) -> int:
    """From today to the day that was typed; the usual notice where none was."""
    typed, today = form.values.get(_LAST_DAY.name), date.fromisoformat(visit.journal.moment().for_date)
    return NOTICE_DAYS if not typed else (date.fromisoformat(str(typed)) - today).days


def _closing(visit: Visit, asked: Mapping[str, Value], days: int) -> Closing:
    """What the group would read. Of what was not asked nothing is in it."""
    last = date.fromisoformat(visit.journal.moment().for_date) + timedelta(days)
    return Closing.model_construct(
        on=last.isoformat(), words=asked.get(_CLOSING_WORDS.name), handed_to=asked.get(_NEXT.name)
    )


def _ends(group: PeerGroup) -> list[str]:
    if group.closes_on is None:
        return []
    return closing_in_words(
        Closing.model_construct(on=group.closes_on, words=group.closing_words, handed_to=group.handed_to)
    )


def go_on(it: OpenGroup) -> None:
    """The group does not end after all."""
    visit = it.visit
    if it.read().closes_on is None:
        visit.talk.say(said.NOTHING_CLOSES)
        return
    visit.save(lambda: Groups(visit.journal).go_on(it.id))
    visit.talk.say(said.GOES_ON)


# Drafts


def go_on_with(visit: Visit, draft: Draft) -> None:
    """A draft of something about a group that was begun.

    Raises:
        NotFound: the group is not there.
    """
    if draft.item_id is None:
        new_group(visit, draft)
        return
    it = OpenGroup(visit, draft.item_id)
    if draft.kind == NOTE:
        write_note(it, draft)
    elif draft.kind in (CLOSING, HANDING):
        (close if draft.kind == CLOSING else hand_over)(it, draft)
    elif draft.kind == GROUP:
        agree(it, draft)
    else:
        raise NotFound
