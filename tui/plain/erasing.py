"""Erasing for good: one thing, some days, everything. Told what goes, offered a copy, the word, the passphrase."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.domain.shelves import SHELVES
from journal.domain.timeline import KINDS, Filter
from journal.errors import BadInput, CairnError
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.snapshots import renew_snapshots, snapshots_in
from journal.use_cases.staying import let_go
from journal.vault.gone import erase_everything, kept_beside
from tui.language import sentence_of
from tui.plain.choosing import ask_yes
from tui.plain.conversation import Back, Leave
from tui.plain.leaving import take_along
from tui.plain.passphrases import see_that_it_is_theirs
from tui.plain.visit import Visit
from tui.wording import erasing as words
from tui.wording import plain
from tui.wording import plain_keys as said

if TYPE_CHECKING:
    from journal.use_cases.erasing import Going


def erase_one(visit: Visit, item_id: str) -> None:
    """One thing, with its earlier words and what was begun of it.

    Raises:
        Back: nothing was erased. NotFound: it is not in the journal any more.
    """
    from tui.plain.together import erasing_ends

    visit.talk.say(*erasing_ends(visit, item_id))
    _erase(visit, visit.journal.what_goes(item_id))


def erase_days(visit: Visit) -> None:
    """All that belongs to some days, be it out of sight already."""
    first = _ask_day(visit, said.FIRST_DAY)
    if first is None:
        return
    while (last := _ask_day(visit, said.LAST_DAY) or first) < first:
        visit.talk.say(said.LAST_BEFORE_FIRST)
    _erase(visit, visit.journal.what_goes(first=first, last=last))


def erase_all(visit: Visit) -> None:
    """The journal, its safety copies here, and what is known before it is open.

    Raises:
        Back: nothing was erased. Leave: it is gone.
    """
    _confirm(visit, said.everything_goes(_everything_in(visit.journal)))
    visit.care.rest()
    let_go(visit.home)
    is_whole = erase_everything(visit.home)
    visit.talk.say(words.DONE, *([] if is_whole else [words.SOME_FILES_STAY]))
    raise Leave("quit")


def _erase(visit: Visit, going: "Going") -> None:
    """The safety copies hold it too: one new one takes their place."""
    if going.is_nothing:
        visit.talk.say(words.NOTHING_THERE)
        raise Back
    kept = [str(path) for path in kept_beside(visit.home)]
    _confirm(visit, said.what_goes(going.counts, kept, has_copies=bool(snapshots_in(visit.home))))
    # A safety copy that is being made now would hold it too.
    visit.care.rest()
    visit.save(lambda: visit.journal.erase(going))
    visit.talk.say(words.DONE)
    if visit.journal.unlocked is not None:
        try:
            renew_snapshots(visit.journal.unlocked, visit.door.clock)
        except CairnError as problem:
            visit.talk.say(words.not_renewed(problem))


def _confirm(visit: Visit, goes: Sequence[str]) -> None:
    """Nothing goes without the word and the passphrase.

    Raises:
        Back: one of them did not come.
    """
    talk = visit.talk
    talk.say(*goes)
    if ask_yes(talk, said.COPY_FIRST):
        take_along(visit)
        talk.say(*goes)
    typed = talk.ask(words.ASK)
    if typed is None or typed.casefold() != words.WORD:
        talk.say(words.NOT_ERASED)
        raise Back
    see_that_it_is_theirs(visit)


def _everything_in(journal: OpenJournal) -> dict[str, int]:
    """How much of each kind there is, as a person knows them."""
    dated = {kind: journal.timeline_count(Filter(kind=kind)) for kind in KINDS}
    # How many people are in a facilitator's groups is told nowhere.
    told = [kind for kind in SHELVES if kind != "partner" or not journal.is_facilitators]
    shelved = {kind: len(journal.things(kind)) for kind in told}
    return {**dated, **shelved, "draft": len(journal.drafts())}


def _ask_day(visit: Visit, question: str) -> str | None:
    """A day as ISO 8601; `None` where it was skipped."""
    while (typed := visit.talk.ask(question)) is not None:
        try:
            return visit.journal.moment(typed).for_date
        except BadInput as problem:
            visit.talk.say(sentence_of(problem), plain.A_DAY_IS)
    return None
