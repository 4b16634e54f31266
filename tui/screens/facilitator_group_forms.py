"""What a facilitator tells a group: the agreement, a note, that it closes, or that somebody else holds it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.domain.groups import GROUP_AGREEMENT, GROUP_ITSELF, PeerGroup
from journal.domain.parts import Part, Value, values_of
from journal.errors import BadInput
from tui.language import _
from tui.modals.ask import Ask, Kept, Words
from tui.screens.facilitator_asking import let_draft_go
from tui.screens.facilitator_deeds import Prefilled
from tui.screens.form import Form
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.wording import facilitating as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Then = Callable[[PeerGroup], object]
NOTE = "group_note"
"""The kind of the draft of a note, beside its group."""
CLOSING, HANDING = "peer_group-closing", "peer_group-handing"
"""Kinds of drafts, beside the group, whose agreement has a draft of its own."""
_CLOSES_ON, _WORDS, _HANDED_TO = (
    next(part for part in GROUP_ITSELF if part.name == name) for name in ("closes_on", "closing_words", "handed_to")
)
_HANDING = (replace(_HANDED_TO, needed=True), _CLOSES_ON, _WORDS)


def ask_note(screen: Hearing, desk: Desk, group: PeerGroup, sent: Callable[[], object]) -> None:
    """A few words to everybody in the group. `sent`: called when they are kept."""

    def save(journal: "OpenJournal", answer: Words) -> object:
        from sync.consent.groups import Groups

        return Groups(journal).write_note(group.id, answer.text, answer.draft_id)

    def answered(answer: Words | None) -> None:
        if answer is not None:
            sent()

    screen.app.push_screen(
        Ask(
            words.NOTE_TO.format(group=group.name),
            page=True,
            kept=Kept(desk, NOTE, group.id, part="text"),
            deed=_("send"),
            lines=words.NOTE_LINES,
            needs=words.REPLY_NEEDS_WORDS,
            save=save,
        ),
        answered,
    )


def agreement_form(desk: Desk, group: PeerGroup, then: Then) -> Form[PeerGroup]:
    """The four sections, each of which can stay blank."""

    def agree(journal: "OpenJournal", values: dict[str, Value], draft_id: str) -> PeerGroup:
        from sync.consent.groups import Groups

        return Groups(journal).agree(group.id, values, draft_id)

    return Form(
        desk,
        "peer_group",
        GROUP_AGREEMENT,
        agree,
        heading=words.AGREED,
        values=values_of(group, GROUP_AGREEMENT),
        item_id=group.id,
        lines=words.AGREEMENT_LINES,
        saved=words.CHANGE_SAVED,
        then=then,
    )


def closing_form(desk: Desk, group: PeerGroup, usual: str, then: Then) -> Form[PeerGroup]:
    """The last day, and a few words. `usual`: the day that stands there at first, ISO 8601."""
    heading = words.CLOSE_GROUP.format(group=group.name)
    return _notice(desk, group, (_CLOSES_ON, _WORDS), heading, words.CLOSE_LINES, usual, then)


def handing_form(desk: Desk, group: PeerGroup, usual: str, then: Then) -> Form[PeerGroup]:
    """Who holds it next, from the day after which."""
    heading, parts = words.HAND_OVER.format(group=group.name), _HANDING
    return _notice(desk, group, parts, heading, words.HAND_OVER_LINES, usual, then)


def _notice(
    desk: Desk, group: PeerGroup, parts: Sequence[Part], heading: str, lines: Sequence[str], usual: str, then: Then
) -> Form[PeerGroup]:
    hands_over = len(parts) == len(_HANDING)

    def tell(journal: "OpenJournal", values: dict[str, Value], draft_id: str) -> PeerGroup:
        from sync.consent.groups import NOTICE_DAYS_MOST, Groups

        day, told, to = (values.get(part.name) for part in (_CLOSES_ON, _WORDS, _HANDED_TO))
        if not day:
            raise BadInput(words.NEEDS_A_DAY)
        days = (date.fromisoformat(str(day)) - date.fromisoformat(journal.moment().for_date)).days
        if not 1 <= days <= NOTICE_DAYS_MOST:
            raise BadInput(words.NOT_A_NOTICE_DAY)
        said, name = str(told) if told else None, str(to) if to and hands_over else None
        closing = Groups(journal).close(group.id, days=days, words=said, handed_to=name)
        let_draft_go(journal, draft_id)
        return closing

    is_same = group.closes_on is not None and bool(group.handed_to) is hands_over
    return Prefilled(
        desk,
        "peer_group",
        parts,
        tell,
        heading=heading,
        values=values_of(group, parts) if is_same else {_CLOSES_ON.name: usual},
        item_id=group.id,
        draft_kind=HANDING if hands_over else CLOSING,
        lines=(*lines, *words.notice_standing(group.closes_on, group.handed_to)),
        saved=words.NOTICE_SAVED,
        then=then,
    )
